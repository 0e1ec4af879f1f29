// licit ask: an interview that asks only what matters, then the answer.
#include "cli/answers_file.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/interview_dialog.h"
#include "cli/say.h"
#include "decide/answer_json.h"
#include "decide/interview.h"

namespace licit::cli {
namespace {

void show_receipt(const Terminal& terminal, const Page& page, const Receipt& receipt) {
  std::string facts;
  for (const auto& [field, text] : receipt.transaction) {
    if (!facts.empty()) facts += "; ";
    facts += field;
    facts += " = ";
    facts += text;
  }
  terminal.out << wrapped(say(page.language, Msg::AskReceipt,
                              {receipt.engine, receipt.pack, receipt.pack_hash,
                               receipt.verified_through.iso(), receipt.on.iso(), facts}),
                          page.width, 0, 2)
               << "\n";
}

}  // namespace

int ask_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit ask", Msg::CliSaysAsk);
  Typed typed;
  std::string file;
  line.words(say(language, Msg::CliWordsChip), typed.stated.item, Msg::CliOptItem);
  line.option("--answers", file, "FILE", Msg::CliOptAnswers);
  declare(line, typed);
  line.example("licit ask h100 --to SG");
  line.example("licit ask h20 --to AE --answers interview.json");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  Complaints complaints;
  auto [options, transaction] = asked_of(typed, terminal, complaints);
  if (file.empty()) want_something(transaction, "licit ask", complaints);
  const auto refuse = [&] {
    show(terminal, language, complaints);
    return wrong_use;
  };
  if (!complaints.empty()) return refuse();
  const Shown& shown = typed.shown;
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  std::size_t kept = 0;
  if (!file.empty()) {
    auto resumed = with_kept_answers(file, *engine, transaction, kept);
    gather(complaints, resumed);
    if (resumed.ok()) transaction = std::move(resumed).value();
  }
  if (complaints.empty()) want_something(transaction, "licit ask", complaints);
  if (!complaints.empty()) return refuse();
  auto begun = Interview::begin(*engine, transaction, options);
  if (!begun.ok()) {
    show(terminal, language, begun.errors());
    return wrong_use;
  }
  Interview interview = std::move(begun).value();
  if (kept > 0) tell(terminal, language, Msg::AskResumed, {std::to_string(kept), file});
  if (!hold(interview, subject_of(*engine, interview.query(), language), file, terminal,
            language)) {
    return wrong_use;
  }

  CheckOptions asked = options;
  asked.detail.proof = shown.json || shown.explain;
  const auto answer = engine->check(interview.transaction(), asked);
  if (!answer.ok()) {
    show(terminal, language, answer.errors());
    return wrong_use;
  }
  if (shown.json) {
    terminal.out << answer_json(*answer, JsonStyle::Pretty) << "\n";
    return exit_status(*answer);
  }
  const Page page = page_for(terminal, language);
  terminal.out << render_answer(page, subject_of(*engine, interview.query(), language), *answer,
                                shown.explain);
  show_receipt(terminal, page, answer->receipt);
  return exit_status(*answer);
}

}  // namespace licit::cli
