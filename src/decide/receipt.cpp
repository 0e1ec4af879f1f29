// What it takes to ask the same question again and get the same answer.
#include <algorithm>

#include "decide/parts.h"
#include "generated/licit_version.h"

namespace licit {

Receipt receipt_of(Judge& judge, const Query& query, const Answer& answer) {
  const law::Pack& pack = judge.pack();
  Receipt out;
  out.engine = "licit " LICIT_VERSION;
  out.pack = pack.header.id;
  out.pack_hash = pack.hash;
  out.verified_through = pack.header.verified_through;
  out.on = judge.law().on();
  out.known = judge.law().known();
  out.knower = query.knower == Knower::Addressee ? "addressee" : "public";
  out.posture = query.posture == Posture::Text ? "text" : "enforced";
  out.readings = query.readings;
  out.strict = query.strict;
  out.outcome = answer.verdict;
  for (const auto& [id, value] : query.candidates.front().all()) {
    const bool stated = value.origin == Origin::Given || value.origin == Origin::Default;
    if (stated && id != "item.chip") out.facts.emplace_back(id, value.text());
  }
  std::string chips;
  for (const std::string& id : query.candidate_ids) {
    if (!id.empty()) chips += (chips.empty() ? "" : ", ") + id;
  }
  if (query.candidate_ids.size() > 1 && !chips.empty()) chips = "{ " + chips + " }";
  if (const FactValue* chip = query.candidates.front().find("item.chip"); chips.empty() && chip) {
    chips = chip->text();
  }
  if (!chips.empty()) out.facts.emplace_back("item.chip", chips);
  std::sort(out.facts.begin(), out.facts.end());

  const auto cite = [&](const std::string& id) {
    if (std::find(out.cited.begin(), out.cited.end(), id) == out.cited.end())
      out.cited.push_back(id);
  };
  for (const Citation& citation : answer.deciding) cite(citation.provision);
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome == Outcome::NotRequired) continue;
    cite(requirement.citation.provision);
    for (const ExceptionResult& exception : requirement.exceptions) {
      if (exception.truth == Truth::Yes) cite(exception.id);
    }
    if (requirement.review && !requirement.review->citation.provision.empty()) {
      cite(requirement.review->citation.provision);
    }
  }
  for (const ClassMet& met : answer.classification.met) cite(met.provision);
  for (const ClassMet& excluded : answer.classification.excluded) {
    for (const std::string& exclusion : excluded.excluded_by) cite(exclusion);
  }
  return out;
}

}  // namespace licit
