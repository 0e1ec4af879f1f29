// licit law cases: a pack's tests as JSON for other implementations, and another's answers judged by them.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "book/json_object.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/write_file.h"
#include "decide/conformance.h"

namespace licit::cli {
namespace {

namespace fs = std::filesystem;

using Answers = std::map<std::string, std::map<std::string, std::vector<std::string>>>;

std::vector<std::string> parts(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    out.emplace_back(trimmed(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

// Lines of JSON, an object each; lines that are none are reported and left out. False where any was.
bool read_answers(const std::string& file, std::istream& in, Answers& answers,
                  const Terminal& terminal, Language language) {
  bool good = true;
  JsonObject object{TableLimits{}};
  std::string text;
  for (std::uint32_t line = 1; std::getline(in, text); ++line) {
    if (trimmed(text).empty()) continue;
    const auto refuse = [&](Text message) {
      Diagnostic why = complaint("C093", std::move(message));
      why.place.file = file;
      why.place.line = line;
      why.place.column = 1;
      show(terminal, language, why);
      good = false;
    };
    if (!object.read(text)) {
      refuse(object.fault().message);
      continue;
    }
    std::string id;
    std::map<std::string, std::vector<std::string>> said;
    for (const JsonMember& member : object.members()) {
      if (member.key == "id") {
        id = member.text;
      } else {
        said[member.key] = parts(member.text);
      }
    }
    if (id.empty()) {
      refuse({Msg::CasesNoId, {}});
      continue;
    }
    answers[id] = std::move(said);
  }
  return good;
}

int judge(const law::Pack& pack, const std::string& file, const Terminal& terminal,
          Language language) {
  std::ifstream in(file, std::ios::binary);
  if (!in || !fs::is_regular_file(file)) {
    show(terminal, language, complaint("C060", {Msg::LawCannotRead, {file}}));
    return wrong_use;
  }
  Answers answers;
  const bool readable = read_answers(file, in, answers, terminal, language);
  const Page page = page_for(terminal, language);
  std::size_t passed = 0, failed = 0, unanswered = 0, missing = 0;
  for (const ConformanceCase& one : conformance_cases(pack)) {
    const auto answer = answers.find(one.id);
    if (answer == answers.end()) {
      ++missing;
      continue;
    }
    const CaseVerdict verdict = judge_case(one, answer->second);
    unanswered += verdict.unanswered;
    ++(verdict.failures.empty() ? passed : failed);
    for (const FailedExpectation& failure : verdict.failures) {
      terminal.out << wrapped(say(language, Msg::CasesFailed,
                                  {one.id, failure.expected,
                                   failure.came.empty() ? "-" : failure.came, one.test->cite}),
                              page.width, 0, 2)
                   << "\n";
    }
    answers.erase(answer);
  }
  for (const auto& [id, said] : answers) {
    tell(terminal, language, Msg::CasesUnknown, {id});
  }
  terminal.out << say(language, Msg::CasesSums,
                      {std::to_string(passed), std::to_string(failed), std::to_string(missing),
                       std::to_string(unanswered)})
               << "\n";
  return failed == 0 && missing == 0 && readable && answers.empty() ? 0 : wrong_use;
}

}  // namespace

int law_cases_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit law cases", Msg::CliSaysLawCases);
  std::vector<std::string> words;
  std::string out, judged;
  Shown shown;
  line.words(say(language, Msg::CliWordsPath), words, Msg::CliOptPath, 1);
  line.option("--out", out, "FOLDER", Msg::CliOptCasesOut);
  line.option("--judge", judged, "FILE", Msg::CliOptCasesJudge);
  line.options("--with", shown.law.overlays, "FILE.law", Msg::CliOptWith);
  line.option("--lang", shown.lang, "en|fr", Msg::CliOptLang);
  line.example("licit law cases --out conformance");
  line.example("licit law cases --judge answers.jsonl");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  if (out.empty() == judged.empty()) {
    show(terminal, language,
         complaint("C092", {Msg::CasesWhich, {}}, {{Msg::CliSeeHelp, {"licit law cases"}}}));
    return wrong_use;
  }
  if (!words.empty()) shown.law.path = words.front();
  shown.law.tests = true;
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  if (!judged.empty()) return judge(engine->pack(), judged, terminal, language);

  const auto files = conformance_files(engine->law(), engine->catalogue());
  if (!files.ok()) {
    show(terminal, language, files.errors());
    return wrong_use;
  }
  std::error_code refused;
  fs::create_directories(out, refused);
  for (const ConformanceFile& file : files.value()) {
    const std::string path = (fs::path(out) / file.name).string();
    if (!replace_file(path, file.json)) {
      show(terminal, language, complaint("C062", {Msg::CliCannotWrite, {path}}));
      return wrong_use;
    }
    terminal.out << path << "\n";
  }
  return 0;
}

}  // namespace licit::cli
