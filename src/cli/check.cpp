// licit check: may this go ahead, and why.
#include "base/party_messages.h"
#include "cli/asking.h"
#include "cli/check_file.h"
#include "cli/check_parties.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/stored_lists.h"
#include "decide/answer_json.h"

namespace licit::cli {

int check_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit check", Msg::CliSaysCheck);
  Typed typed;
  FileWishes wishes;
  line.words(say(language, Msg::CliWordsCheck), typed.stated.item, Msg::CliOptItemOrFile);
  declare(line, typed);
  declare(line, wishes);
  AboutParties about;
  declare(line, about);
  line.example("licit check h20 --to CN --hq CN --on 2025-04-20 --exporter NVIDIA");
  line.example("licit check \"RTX 4090\" --to VN --hq VN --on 2024-05-01 --explain");
  line.example("licit check orders.csv --out decisions.csv");
  line.example("licit check h20 --to MY --buyer \"Example Cloud Malaysia\" --owners owners.csv");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  Complaints complaints;
  const auto [options, transaction] = asked_of(typed, terminal, complaints);
  if (const auto why = stray_owners(about)) complaints.push_back(*why);
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }

  if (const auto path = named_file(typed.stated)) {
    return check_file({*path, typed.shown, options, typed.stated, wishes, about}, terminal,
                      language);
  }
  want_something(transaction, "licit check", complaints);
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }
  if (const auto why = stray_wish(wishes)) {
    show(terminal, language, *why);
    return wrong_use;
  }
  const auto engine = load(typed.shown, terminal, language);
  if (!engine) return wrong_use;
  return answer_one(*engine, transaction, options, typed.shown, about, terminal, language);
}

int answer_one(const Engine& engine, const Transaction& transaction, CheckOptions options,
               const Shown& shown, const AboutParties& about, const Terminal& terminal,
               Language language) {
  options.detail.proof = shown.json || shown.explain;
  const auto query = engine.question(transaction, options);
  if (!query.ok()) {
    show(terminal, language, query.errors());
    return wrong_use;
  }
  std::optional<OwnersReadFiles> owners;
  if (!about.owners.files.empty()) {
    owners = read_owner_files(about.owners, terminal, language);
    if (!owners) return wrong_use;
  }
  Transaction asked = transaction;
  LookedUpParties parties;
  parties.on = query->on;
  StoredLists lists(terminal, language);
  NamesOnLists names([&lists](Date on) { return lists.on(on); }, true);
  const FactSet& facts = query->candidates.front();
  if (!about.no_screen)
    parties.parties = PartyLookups(engine.pack(), names).look_up(facts, query->on);
  if (owners)
    parties.owners = PartyOwners(engine.pack(), engine.places(), owners->given,
                                 about.no_screen ? nullptr : &names)
                         .look_up(facts, query->on);
  for (TransactionField& field : fields_found(parties.parties, parties.owners))
    asked.fields.push_back(std::move(field));
  const auto answer = engine.check(asked, options);
  if (!answer.ok()) {
    show(terminal, language, answer.errors());
    return wrong_use;
  }
  if (shown.json) {
    terminal.out << with_parties(answer_json(*answer, JsonStyle::Pretty), parties) << "\n";
  } else {
    terminal.out << render_answer(page_for(terminal, language),
                                  subject_of(engine, *query, language), *answer, shown.explain)
                 << render_parties(page_for(terminal, language), parties, shown.explain)
                 << render_owners(page_for(terminal, language), parties, shown.explain);
  }
  return owners && owners->faulty ? wrong_use : exit_status(*answer);
}

}  // namespace licit::cli
