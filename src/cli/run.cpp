// Which command it is.
#include <algorithm>

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "generated/licit_version.h"

namespace licit::cli {
namespace {

using Command = int (*)(Arguments, const Terminal&, Language);

struct Entry {
  const char* name;
  Command run;
  Msg says;
};

constexpr Entry commands[] = {
    {"check", check_command, Msg::CliSaysCheck},
    {"classify", classify_command, Msg::CliSaysClassify},
    {"ask", ask_command, Msg::CliSaysAsk},
    {"timeline", timeline_command, Msg::CliSaysTimeline},
    {"region", region_command, Msg::CliSaysRegion},
    {"diff", diff_command, Msg::CliSaysDiff},
    {"chips", chips_command, Msg::CliSaysChips},
    {"facts", facts_command, Msg::CliSaysFacts},
    {"own", own_command, msg::CliSaysOwn},
    {"law", law_command, Msg::CliSaysLaw},
    {"screen", screen_command, msg::CliSaysScreen},
    {"lists", lists_command, msg::CliSaysLists},
};

constexpr Entry lists_commands[] = {
    {"status", lists_status_command, msg::CliSaysListsStatus},
    {"pull", lists_pull_command, msg::CliSaysListsPull},
    {"import", lists_import_command, msg::CliSaysListsImport},
    {"diff", lists_diff_command, msg::CliSaysListsDiff},
};

constexpr Entry law_commands[] = {
    {"check", law_check_command, Msg::CliSaysLawCheck},
    {"fmt", law_fmt_command, Msg::CliSaysLawFmt},
    {"test", law_test_command, Msg::CliSaysLawTest},
    {"coherence", law_coherence_command, Msg::CliSaysLawCoherence},
    {"explain", law_explain_command, Msg::CliSaysLawExplain},
    {"diff", law_diff_command, Msg::CliSaysLawDiff},
    {"coverage", law_coverage_command, Msg::CliSaysLawCoverage},
    {"cases", law_cases_command, Msg::CliSaysLawCases},
    {"compile", law_compile_command, Msg::CliSaysLawCompile},
};

std::string overview(const Page& page, const std::string& name, std::span<const Entry> entries,
                     Msg says) {
  std::string out = wrapped(say(page.language, Msg::CliUsage) + " " + name + " " +
                                say(page.language, Msg::CliUsageCommand),
                            page.width, 0, 4) +
                    "\n\n" + wrapped(say(page.language, says), page.width, 0, 0) + "\n\n";
  std::vector<std::vector<std::string>> rows{{say(page.language, Msg::CliCommandsHeading), ""}};
  for (const Entry& one : entries) {
    rows.push_back({"  " + std::string(one.name), say(page.language, one.says)});
  }
  out += table(page, rows);
  out += "\n" + wrapped(say(page.language, Msg::CliOverviewMore, {name}), page.width, 0, 0) + "\n";
  return out;
}

int dispatch(Arguments arguments, const Terminal& terminal, Language language,
             const std::string& name, std::span<const Entry> entries, Msg says) {
  // --lang may stand before the command; what it says was read already.
  std::vector<std::string> rest(arguments.begin(), arguments.end());
  std::vector<std::string> kept;
  while (!rest.empty() && rest.front().starts_with("--lang")) {
    const std::size_t words = rest.front() == "--lang" && rest.size() > 1 ? 2 : 1;
    kept.insert(kept.end(), rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(words));
    rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(words));
  }
  if (rest.empty()) {
    terminal.err << overview(page_for(terminal, language), name, entries, says);
    return wrong_use;
  }
  const std::string word = rest.front();
  if (word == "--help" || word == "-h" || word == "help") {
    terminal.out << overview(page_for(terminal, language), name, entries, says);
    return 0;
  }
  if (word == "--version" && name == "licit") {
    terminal.out << "licit " << LICIT_VERSION << "\n";
    return 0;
  }
  std::vector<std::string> known;
  for (const Entry& one : entries) {
    if (word == one.name) {
      std::vector<std::string> own(rest.begin() + 1, rest.end());
      own.insert(own.end(), kept.begin(), kept.end());
      return one.run(own, terminal, language);
    }
    known.emplace_back(one.name);
  }
  std::vector<Text> help;
  const auto near = nearest(word, known, 1);
  if (!near.empty()) help.push_back({Msg::DidYouMean, {name + " " + near.front()}});
  if (near.empty() && name == "licit") help.push_back({Msg::CliPerhapsCheck, {word}});
  help.push_back({Msg::CliSeeHelp, {name}});
  const Msg what = word.front() == '-' ? Msg::CliUnknownOption : Msg::CliUnknownCommand;
  show(terminal, language, complaint("C002", {what, {word, joined(known, ", ")}}, help));
  return wrong_use;
}

// --lang anywhere, so that even a complaint about the arguments is in the right language.
Language language_before_reading(Arguments arguments, const Terminal& terminal) {
  Language language = language_of_environment(terminal);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string value;
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
    if (arguments[i].starts_with("--lang=")) value = arguments[i].substr(7);
    if (value == "en") language = Language::En;
    if (value == "fr") language = Language::Fr;
  }
  return language;
}

}  // namespace

int run(Arguments arguments, const Terminal& terminal) {
  const Language language = language_before_reading(arguments, terminal);
  return dispatch(arguments, terminal, language, "licit", commands, Msg::CliSaysLicit);
}

int lists_command(Arguments arguments, const Terminal& terminal, Language language) {
  return dispatch(arguments, terminal, language, "licit lists", lists_commands, msg::CliSaysLists);
}

int law_command(Arguments arguments, const Terminal& terminal, Language language) {
  return dispatch(arguments, terminal, language, "licit law", law_commands, Msg::CliSaysLaw);
}

}  // namespace licit::cli
