// licit timeline: when the answer changes, and why.
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/render_timeline.h"
#include "cli/say.h"

namespace licit::cli {

int timeline_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit timeline", Msg::CliSaysTimeline);
  Shown shown;
  Reading reading;
  Stated stated;
  std::string first, last;
  line.words(say(language, Msg::CliWordsChip), stated.item, Msg::CliOptItem);
  line.option("--from-date", first, "YYYY-MM-DD", Msg::CliOptFromDate);
  line.option("--to-date", last, "YYYY-MM-DD", Msg::CliOptToDate);
  declare(line, stated);
  declare(line, reading);
  declare(line, shown);
  line.example("licit timeline h20 --to CN --hq CN --exporter NVIDIA");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  std::vector<Diagnostic> problems;
  const auto look = [&](const auto& result) {
    if (result.ok()) return;
    problems.insert(problems.end(), result.errors().begin(), result.errors().end());
  };
  look(language_of(shown.lang, terminal));
  const auto options = options_of(reading);
  look(options);
  auto transaction = transaction_of(stated);
  look(transaction);
  TimelineOptions days;
  const auto read_day = [&](const std::string& option, const std::string& text,
                            std::optional<Date>& into) {
    if (text.empty()) return;
    const auto day = day_of(option, text);
    look(day);
    if (day.ok()) into = *day;
  };
  read_day("--from-date", first, days.from);
  read_day("--to-date", last, days.to);
  if (!stated.fields["on"].empty()) {
    problems.push_back(complaint("C021", {Msg::CliTimelineNoDay, {}}));
  }
  if (problems.empty() && transaction->fields.empty()) {
    problems.push_back(
        complaint("C009", {Msg::CliNothingToCheck, {}}, {{Msg::CliSeeHelp, {"licit timeline"}}}));
  }
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  const auto query = engine->question(*transaction, *options);
  const auto result =
      query.ok() ? timeline(engine->law(), *query, days) : Result<Timeline>(query.errors());
  if (!result.ok()) {
    show(terminal, language, result.errors());
    return wrong_use;
  }
  if (shown.json) {
    terminal.out << timeline_json(*result) << "\n";
  } else {
    terminal.out << render_timeline(page_for(terminal, language),
                                    subject_of(*engine, *query, language), *result, shown.explain);
  }
  return 0;
}

}  // namespace licit::cli
