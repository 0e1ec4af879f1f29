#include "book/item_class.h"

#include <algorithm>
#include <set>

namespace licit {
namespace {

using Ids = std::set<std::string, std::less<>>;

bool is_of_classification(const ProvisionProof& proof) {
  return proof.kind == ProvisionKind::Classification || proof.kind == ProvisionKind::Exclusion;
}

// The facts of a proof that give its truth: of an `all` that fails one limb that fails is enough.
void carry(const ProofNode& node, Ids& facts) {
  if (!node.fact.empty()) facts.insert(node.fact);
  const bool one_is_enough = node.what == "all" && node.truth == Truth::No;
  const bool some = one_is_enough || (node.what == "any" && node.truth == Truth::Yes);
  for (const ProofNode& child : node.children) {
    if (some && child.truth != node.truth) continue;
    carry(child, facts);
    if (one_is_enough) return;
  }
}

// The facts that leave a proof open.
void leave_open(const ProofNode& node, std::vector<std::string>& facts) {
  if (node.truth != Truth::Unknown) return;
  if (!node.fact.empty() && std::find(facts.begin(), facts.end(), node.fact) == facts.end())
    facts.push_back(node.fact);
  for (const ProofNode& child : node.children) leave_open(child, facts);
}

class Grounds {
 public:
  Grounds(const Answer& answer, const FactSet& facts) : answer_(answer), facts_(facts) {}

  // The fact and, where it was computed, what it was computed from.
  void add(const std::string& fact, std::map<std::string, RestsOn>& to) const {
    if (to.contains(fact)) return;
    const FactValue* value = find(fact);
    if (value == nullptr || value->is_unknown()) {
      for (const Assumption& assumption : answer_.assumptions)
        if (assumption.fact == fact)
          to[fact] = {fact, assumption.value, Origin::Assumed, Confidence::High, {}};
      return;
    }
    to[fact] = {fact, value->text(), value->origin, value->confidence, value->source};
    for (const std::string& input : value->inputs) add(input, to);
  }

 private:
  const FactValue* find(const std::string& fact) const {
    for (const Metric& metric : answer_.classification.metrics)
      if (metric.fact == fact) return &metric.value;
    return facts_.find(fact);
  }

  const Answer& answer_;
  const FactSet& facts_;
};

Need need_of(const law::Pack& pack, const std::string& fact) {
  Need need;
  need.fact = fact;
  if (const law::FactDecl* decl = pack.find_fact(fact)) {
    need.asks = decl->asks.empty() ? decl->says : decl->asks;
    need.type = decl->type;
    need.unit = decl->unit;
    need.words = decl->words;
  }
  return need;
}

// The facts of the catalogue that are less than certain, taken out of `facts`.
Ids take_out_weak(FactSet& facts) {
  Ids out;
  for (const auto& [id, value] : facts.all())
    if (value.origin == Origin::Catalogue && value.confidence != Confidence::High) out.insert(id);
  for (const std::string& id : out) facts.erase(id);
  return out;
}

}  // namespace

ItemClass item_class(const LawView& law, const TransactionFacts& facts,
                     const ClassSetting& setting) {
  Query query{.candidates = {facts.candidates.front()},
              .candidate_ids = {facts.chip_ids.front()},
              .named_by_beginning = {},
              .on = facts.on,
              .known = setting.known,
              .knower = setting.knower,
              .posture = setting.posture,
              .readings = setting.readings,
              .strict = setting.strict};
  Detail detail = verdict_only;
  detail.readings = detail.proof = detail.margins = true;
  const Answer answer = evaluate(law, query, detail);
  const Classification& found = answer.classification;
  ItemClass out;
  out.selected = found.selected;
  out.may_be = found.may_be;
  for (const ClassMet& met : found.met)
    if (met.truth == Truth::Yes) out.met.push_back(met);

  const Grounds grounds(answer, query.candidates.front());
  std::map<std::string, RestsOn> rests_on;
  std::vector<std::string> open;
  for (const ProvisionProof& proof : answer.proof) {
    if (!is_of_classification(proof)) continue;
    Ids facts_of_it;
    if (proof.truth != Truth::Unknown) carry(proof.condition, facts_of_it);
    for (const std::string& fact : facts_of_it) grounds.add(fact, rests_on);
    if (out.selected.empty()) leave_open(proof.condition, open);
  }
  for (const auto& [id, fact] : rests_on) out.facts.push_back(fact);
  for (const std::string& fact : open) out.needs.push_back(need_of(law.pack, fact));
  for (const ReadingResult& reading : answer.readings) {
    if (reading.selected == out.selected) continue;
    out.readings.push_back(reading.id + "=" + reading.alternative +
                           (reading.selected.empty() ? "" : " " + reading.selected));
  }

  const Ids weak = take_out_weak(query.candidates.front());
  if (weak.empty() || out.selected.empty()) return out;
  if (evaluate(law, query, verdict_only).classification.selected == out.selected) return out;
  for (const std::string& id : weak)
    if (rests_on.contains(id)) out.weak.push_back(id);
  return out;
}

}  // namespace licit
