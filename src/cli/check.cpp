// licit check: may this go ahead, and why.
#include "cli/asking.h"
#include "cli/check_file.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "decide/answer_json.h"

namespace licit::cli {

int check_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit check", Msg::CliSaysCheck);
  Typed typed;
  FileWishes wishes;
  line.words(say(language, Msg::CliWordsCheck), typed.stated.item, Msg::CliOptItemOrFile);
  declare(line, typed);
  declare(line, wishes);
  line.example("licit check h20 --to CN --hq CN --on 2025-04-20 --exporter NVIDIA");
  line.example("licit check \"RTX 4090\" --to VN --hq VN --on 2024-05-01 --explain");
  line.example("licit check orders.csv --out decisions.csv");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  Complaints complaints;
  const auto [options, transaction] = asked_of(typed, terminal, complaints);
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }

  if (const auto path = named_file(typed.stated)) {
    return check_file({*path, typed.shown, options, typed.stated, wishes}, terminal, language);
  }
  want_something(transaction, "licit check", complaints);
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }
  const std::pair<const char*, const std::string*> for_files[] = {{"--out", &wishes.out},
                                                                  {"--format", &wishes.format},
                                                                  {"--decimal", &wishes.decimal},
                                                                  {"--dates", &wishes.dates}};
  for (const auto& [option, value] : for_files) {
    if (value->empty()) continue;
    show(terminal, language, complaint("C012", {Msg::CliFileOptionAlone, {option}}));
    return wrong_use;
  }
  const auto engine = load(typed.shown, terminal, language);
  if (!engine) return wrong_use;
  return answer_one(*engine, transaction, options, typed.shown, terminal, language);
}

int answer_one(const Engine& engine, const Transaction& transaction, CheckOptions options,
               const Shown& shown, const Terminal& terminal, Language language) {
  options.detail.proof = shown.json || shown.explain;
  const auto query = engine.question(transaction, options);
  if (!query.ok()) {
    show(terminal, language, query.errors());
    return wrong_use;
  }
  const auto answer = engine.check(transaction, options);
  if (!answer.ok()) {
    show(terminal, language, answer.errors());
    return wrong_use;
  }
  if (shown.json) {
    terminal.out << answer_json(*answer, JsonStyle::Pretty) << "\n";
  } else {
    terminal.out << render_answer(page_for(terminal, language),
                                  subject_of(engine, *query, language), *answer, shown.explain);
  }
  return exit_status(*answer);
}

}  // namespace licit::cli
