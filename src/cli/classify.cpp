// licit classify: what is it.
#include "base/json_list.h"
#include "cli/asking.h"
#include "cli/check_file.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "decide/answer_json.h"

namespace licit::cli {
namespace {

void write_classified(const Terminal& terminal, const Answer& answer) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("on", answer.receipt.on);
  json.key("classification");
  write_classification(json, answer.classification);
  write_objects(json, "candidates", answer.candidates, [&](const CandidateAnswer& candidate) {
    json.field("id", candidate.id);
    json.key("classification");
    write_classification(json, candidate.classification);
  });
  json.begin_array("readings");
  for (const ReadingResult& reading : answer.readings) {
    if (reading.selected == answer.classification.selected) continue;
    json.begin_object();
    json.field("id", reading.id);
    json.field("chosen", reading.chosen);
    json.field("alternative", reading.alternative);
    json.field("selected", reading.selected);
    json.end_object();
  }
  json.end_array();
  json.field("pack", answer.receipt.pack);
  json.field("pack-hash", answer.receipt.pack_hash);
  json.field("verified-through", answer.receipt.verified_through);
  json.end_object();
  terminal.out << json.take() << "\n";
}

}  // namespace

int classify_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit classify", Msg::CliSaysClassify);
  Typed typed;
  const Shown& shown = typed.shown;
  FileWishes wishes;
  line.words(say(language, Msg::CliWordsCheck), typed.stated.item, Msg::CliOptItemOrFile);
  declare(line, typed);
  declare(line, wishes);
  line.example("licit classify h20 --on 2023-12-01");
  line.example("licit classify --set item.kind=assembly --set item.tpp=2000 --on 2024-06-03");
  line.example("licit classify parts.csv --on 2024-06-03 --out classes.csv");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  Complaints complaints;
  auto [options, transaction] = asked_of(typed, terminal, complaints);
  if (complaints.empty()) {
    if (const auto path = named_file(typed.stated))
      return classify_file({*path, shown, options, typed.stated, wishes}, terminal, language);
    want_something(transaction, "licit classify", complaints);
    if (const auto why = stray_wish(wishes)) complaints.push_back(*why);
  }
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }
  const auto engine = load(shown, terminal, language);
  if (!engine) return wrong_use;
  options.detail.proof = shown.explain;
  options.detail.outlook = false;
  const auto query = engine->question(transaction, options);
  if (!query.ok()) {
    show(terminal, language, query.errors());
    return wrong_use;
  }
  Answer answer = evaluate(engine->law(), *query, options.detail);
  // Of the proof, what classifies; of the readings, those that change the class.
  std::erase_if(answer.proof, [](const ProvisionProof& proof) {
    return proof.kind != ProvisionKind::Classification && proof.kind != ProvisionKind::Exclusion;
  });
  std::erase_if(answer.readings, [&](const ReadingResult& one) {
    return one.selected == answer.classification.selected;
  });
  if (shown.json) {
    write_classified(terminal, answer);
  } else {
    terminal.out << render_classification(
        page_for(terminal, language), subject_of(*engine, *query, language), answer, shown.explain);
  }
  return answer.classification.may_be.empty() ? 0 : 4;
}

}  // namespace licit::cli
