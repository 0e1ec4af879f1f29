// licit law test: a pack's own tests; with --mutate, what they are worth.
#include <chrono>
#include <filesystem>
#include <fstream>

#include "base/json.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/say.h"
#include "decide/mutate.h"

namespace licit::cli {
namespace {

namespace fs = std::filesystem;

struct Wishes {
  bool mutate = false, list = false;
  std::string only, accepted, threads, every;
};

// ---- tests --------------------------------------------------------------------------------------

void write_report(const Terminal& terminal, const law::Pack& pack, const TestReport& report) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("passed", static_cast<std::int64_t>(report.passed));
  json.field("failed", static_cast<std::int64_t>(report.failed));
  json.begin_array("lines");
  for (const LineResult& line : report.lines) {
    const Place place = place_of(pack, line.line->span);
    json.begin_object();
    json.field("test", line.test->title);
    json.field("cite", line.test->cite);
    json.field("on", line.line->on);
    json.field("file", place.file);
    json.field("line", static_cast<std::int64_t>(place.line));
    json.field("passed", line.failures.empty());
    json.begin_array("failures");
    for (const FailedExpectation& failure : line.failures) {
      json.begin_object();
      json.field("expected", failure.expected);
      json.field("came", failure.came);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  terminal.out << json.take() << "\n";
}

int run_all(const Engine& engine, const Wishes& wishes, bool as_json, const Terminal& terminal,
            Language language) {
  const auto report = run_tests(engine.law(), engine.catalogue(), {wishes.only});
  if (!report.ok()) {
    show(terminal, language, report.errors());
    return wrong_use;
  }
  if (as_json) {
    write_report(terminal, engine.pack(), *report);
    return report->failed == 0 ? 0 : wrong_use;
  }
  for (const LineResult& line : report->lines) {
    for (const FailedExpectation& failure : line.failures) {
      const Place place = place_of(engine.pack(), failure.span);
      terminal.out << place.file << ":" << place.line << ":" << place.column << ": "
                   << say(language, Msg::CliTestFailed,
                          {line.test->title, line.line->on.iso(), failure.expected, failure.came})
                   << "\n";
    }
  }
  terminal.out << say(language, Msg::CliTestCount,
                      {std::to_string(report->passed), std::to_string(report->failed)})
               << "\n";
  return report->failed == 0 ? 0 : wrong_use;
}

// ---- mutants ------------------------------------------------------------------------------------

// One line, written over, at most five times a second.
class Progress {
 public:
  Progress(const Terminal& terminal, Language language)
      : terminal_(terminal), language_(language) {}
  ~Progress() {
    if (shown_) terminal_.err << "\r\033[K" << std::flush;
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void tell(std::size_t done, std::size_t total, std::size_t survived) {
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_.err_is_terminal || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    shown_ = true;
    terminal_.err << "\r\033[K"
                  << say(language_, Msg::CliMutateProgress,
                         {std::to_string(done), std::to_string(total), std::to_string(survived)})
                  << std::flush;
  }

 private:
  const Terminal& terminal_;
  Language language_;
  std::chrono::steady_clock::time_point last_;
  bool shown_ = false;
};

void write_mutants(const Terminal& terminal, const MutationReport& report) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("killed", static_cast<std::int64_t>(report.killed));
  json.field("accepted", static_cast<std::int64_t>(report.accepted));
  json.field("survived", static_cast<std::int64_t>(report.survived));
  json.field("passed", report.passed());
  json.field("stale", report.stale);
  json.begin_array("mutants");
  for (const MutantOutcome& mutant : report.mutants) {
    json.begin_object();
    json.field("id", mutant.id);
    json.field("file", mutant.file);
    json.field("line", static_cast<std::int64_t>(mutant.line));
    json.field("before", mutant.before);
    json.field("after", mutant.after);
    json.field("killed-by", mutant.killed_by);
    json.field("accepted-because", mutant.accepted_because);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  terminal.out << json.take() << "\n";
}

void tell_mutants(const Terminal& terminal, Language language, const MutationReport& report,
                  bool list) {
  for (const MutantOutcome& mutant : report.mutants) {
    const bool killed = !mutant.killed_by.empty();
    const bool accepted = !mutant.accepted_because.empty();
    if (killed && !list) continue;
    const Msg what = killed     ? Msg::CliMutantKilled
                     : accepted ? Msg::CliMutantAccepted
                                : Msg::CliMutantSurvived;
    terminal.out << mutant.file << ":" << mutant.line << ": "
                 << say(language, what,
                        {mutant.id, killed ? mutant.killed_by : mutant.accepted_because})
                 << "\n";
  }
  for (const std::string& id : report.stale) {
    terminal.out << say(language, Msg::CliMutantStale, {id}) << "\n";
  }
  const std::size_t all = report.killed + report.accepted + report.survived;
  // Tenths of a percent, rounded down: 95.0 is reached, not nearly reached.
  const std::size_t tenths = all == 0 ? 0 : report.killed * 1000 / all;
  terminal.out << say(language, Msg::CliMutantCount,
                      {std::to_string(report.killed), std::to_string(all),
                       std::to_string(tenths / 10) + "." + std::to_string(tenths % 10),
                       std::to_string(report.accepted), std::to_string(report.survived)})
               << "\n";
  terminal.out << say(language, report.passed() ? Msg::CliMutatePassed : Msg::CliMutateNotPassed)
               << "\n";
}

int run_mutation(const Engine& engine, const Wishes& wishes, bool as_json, const Terminal& terminal,
                 Language language) {
  MutationOptions options;
  options.only = wishes.only;
  const auto whole = [&](const char* option, const std::string& text, unsigned most,
                         unsigned& into) {
    if (text.empty()) return true;
    const auto number = Number::parse(text);
    const bool is_good =
        number && number->den() == 1 && number->num() >= 1 && number->num() <= most;
    if (is_good)
      into = static_cast<unsigned>(number->num());
    else
      show(terminal, language, complaint("C051", {Msg::CliNotANumberFor, {option, text}}));
    return is_good;
  };
  if (!whole("--threads", wishes.threads, 64, options.threads)) return wrong_use;
  if (!whole("--every", wishes.every, 1'000'000, options.every)) return wrong_use;
  if (!wishes.accepted.empty()) {
    std::ifstream in(wishes.accepted, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
      show(terminal, language, complaint("C040", {Msg::CliCannotOpen, {wishes.accepted}}));
      return wrong_use;
    }
    auto accepted = parse_accepted(text, wishes.accepted);
    if (!accepted.ok()) {
      show(terminal, language, accepted.errors());
      return wrong_use;
    }
    options.accepted = std::move(accepted).value();
  }
  const Interrupt interrupt;
  options.stop = &Interrupt::flag();
  Result<MutationReport> report = [&] {
    Progress progress(terminal, language);
    options.progress = [&](std::size_t done, std::size_t total, std::size_t survived) {
      progress.tell(done, total, survived);
    };
    return run_mutants(engine.law(), engine.catalogue(), options);
  }();
  if (!report.ok()) {
    show(terminal, language, report.errors());
    return wrong_use;
  }
  // What was found until it was stopped took long to find.
  if (report->stopped) show(terminal, language, complaint("C034", {Msg::CliMutateStopped, {}}));
  if (as_json) {
    write_mutants(terminal, *report);
  } else {
    tell_mutants(terminal, language, *report, wishes.list);
  }
  if (report->stopped) return failed;
  return report->passed() ? 0 : wrong_use;
}

}  // namespace

int law_test_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit law test", Msg::CliSaysLawTest);
  Shown shown;
  Wishes wishes;
  std::vector<std::string> words;
  line.words(say(language, Msg::CliWordsPath), words, Msg::CliOptPath, 1);
  line.option("--only", wishes.only, "TEXT", Msg::CliOptOnly);
  line.flag("--mutate", wishes.mutate, Msg::CliOptMutate);
  line.flag("--list", wishes.list, Msg::CliOptList);
  line.option("--accepted", wishes.accepted, "FILE", Msg::CliOptAccepted);
  line.option("--threads", wishes.threads, "N", Msg::CliOptThreads);
  line.option("--every", wishes.every, "N", Msg::CliOptEvery);
  declare(line, shown);
  line.example("licit law test law/us/ear");
  line.example("licit law test law/us/ear --mutate --only 3A090");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  if (!words.empty()) {
    shown.law.path = words[0];
    std::error_code ignored;
    const fs::path beside = fs::path(words[0]) / "mutants.accepted";
    if (wishes.accepted.empty() && fs::exists(beside, ignored)) {
      wishes.accepted = beside.generic_string();
    }
  }
  shown.law.tests = true;
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  return wishes.mutate ? run_mutation(*engine, wishes, shown.json, terminal, language)
                       : run_all(*engine, wishes, shown.json, terminal, language);
}

}  // namespace licit::cli
