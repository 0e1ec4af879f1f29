#include "differential/drawn_question.h"

#include <algorithm>

namespace licit::differential {
namespace {

// Part of what is known: an interval between two probes, some of the candidates, or nothing.
std::optional<FactValue> in_part(const std::vector<FactValue>& probes, Chance& chance) {
  if (probes.size() < 2 || chance.percent(45)) return {};
  const FactValue& a = chance.one_of(probes);
  const FactValue& b = chance.one_of(probes);
  switch (a.type) {
    case FactType::Number: {
      Interval out{std::min(*a.number.lo, *b.number.lo), std::max(*a.number.lo, *b.number.lo)};
      if (chance.percent(15)) out.hi.reset();
      return FactValue::of(out, a.unit);
    }
    case FactType::SetOf:
      return {};
    default: {
      FactValue out = a;
      for (const FactValue* other : {&b, &chance.one_of(probes)}) {
        const Scalar& word = other->candidates.front();
        if (std::find(out.candidates.begin(), out.candidates.end(), word) == out.candidates.end()) {
          out.candidates.push_back(word);
        }
      }
      return out;
    }
  }
}

// What stands in for a fact of a role that nobody named; empty where it is no such fact.
std::string as_buyer(const std::string& fact) {
  for (const std::string role : {"consignee.", "end-user."}) {
    if (fact.starts_with(role)) return "buyer." + fact.substr(role.size());
  }
  return {};
}

}  // namespace

Clocks draw_clocks(const Manner& manner, Chance& chance) {
  Clocks out{{}};
  out.push_back({chance.one_of(manner.days), Knower::Public});
  out.push_back({chance.percent(50) ? std::optional(chance.one_of(manner.days)) : std::nullopt,
                 Knower::Addressee});
  return out;
}

Query draw_question(TestedLaw& law, const Manner& manner, const Clocks& clocks, Chance& chance) {
  Query out;
  out.on = chance.one_of(manner.days);
  if (chance.percent(50)) out.on = out.on.plus_days(static_cast<int>(chance.below(3)) - 1);
  const Clock& clock = clocks[chance.percent(60) ? 0 : 1 + chance.below(clocks.size() - 1)];
  out.known = clock.known;
  out.knower = clock.knower;
  out.posture = chance.percent(50) ? Posture::Text : Posture::Enforced;
  out.strict = chance.percent(15);
  for (const law::Reading& reading : law.pack().readings) {
    if (chance.percent(70)) out.readings[reading.id] = chance.one_of(reading.alternatives).id;
  }

  FactSet facts;
  std::size_t open = chance.percent(manner.open_percent) ? 1 + chance.below(manner.most_open) : 0;
  std::vector<std::string> ids = law.probes().facts();
  for (std::size_t i = ids.size(); i > 1; --i) std::swap(ids[i - 1], ids[chance.below(i)]);
  for (const std::string& id : ids) {
    const std::vector<FactValue>& probes = law.probes().of(id);
    if (id == "transfer.on") {
      facts.set(id, FactValue::of(out.on));
      continue;
    }
    const std::string buyer = as_buyer(id);
    if (law.pack().find_fact(buyer) != nullptr && chance.percent(40)) {
      facts.alias(id, buyer);
      continue;
    }
    const law::FactDecl* decl = law.pack().find_fact(id);
    if (decl == nullptr) continue;
    // What may pass as absent is often left out.
    if (decl->missing_means && chance.percent(50)) continue;
    std::optional<FactValue> value;
    if (open > 0) {
      --open;
      value = in_part(probes, chance);
      if (!value) continue;
    } else {
      if (manner.likely) value = manner.likely(id, chance);
      if (!value) value = chance.one_of(probes);
    }
    if (chance.percent(5)) value->origin = Origin::Default;
    facts.set(id, std::move(*value));
  }
  out.candidates.push_back(std::move(facts));
  out.candidate_ids.emplace_back();
  return out;
}

std::string shown(const Query& query) {
  std::string out = "on " + query.on.iso();
  if (query.known) out += " known " + query.known->iso();
  if (query.knower == Knower::Addressee) out += " knower addressee";
  out += query.posture == Posture::Text ? " posture text" : " posture enforced";
  for (const auto& [reading, alternative] : query.readings) {
    out += " reading " + reading + " is " + alternative;
  }
  if (query.strict) out += " strict";
  out += "\n";
  const FactSet& facts = query.candidates.front();
  for (const auto& [id, value] : facts.all()) {
    out += "  " + id + " = " + value.text() +
           (value.origin == Origin::Default ? " (a default)" : "") + "\n";
  }
  for (const auto& [id, other] : facts.aliases()) out += "  " + id + ": as " + other + "\n";
  return out;
}

}  // namespace licit::differential
