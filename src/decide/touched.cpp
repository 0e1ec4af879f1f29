#include "decide/touched.h"

#include <algorithm>

#include "decide/days_in_force.h"
#include "decide/judge.h"
#include "decide/readings.h"

namespace licit {
namespace {

// Whether an answer may touch one of the provisions: cheap to find, and never No where the proof would show
// one. What has no condition of its own to look at is let through.
class MayTouch {
 public:
  MayTouch(const LawView& law, const std::set<std::string>& only) : law_(law) {
    const law::Pack& pack = law.pack;
    for (std::size_t i = 0; i < pack.rules.size(); ++i) {
      if (only.contains(pack.rules[i].id)) rules_.push_back(i);
    }
    for (std::size_t i = 0; i < pack.defeats.size(); ++i) {
      if (only.contains(pack.defeats[i].id)) defeats_.push_back(i);
    }
    for (std::size_t i = 0; i < pack.bars.size(); ++i) {
      if (only.contains(pack.bars[i].id)) bars_.push_back(i);
    }
    const auto named = [&](const auto& list) {
      return std::any_of(list.begin(), list.end(),
                         [&](const auto& one) { return only.contains(one.id); });
    };
    always_ = only.empty() || law.index == nullptr || law.days == nullptr || named(pack.policies) ||
              named(pack.flags) || named(pack.asides) || named(pack.pointers);
  }

  bool operator()(const Query& query) const {
    if (always_) return true;
    const Date known = query.known.value_or(std::max(query.on, law_.pack.header.verified_through));
    const auto in_force = law_.days->at(query.on, known, query.knower);
    const Setting setting{*in_force, law_.places, chosen_readings(*in_force, query.readings),
                          query.posture, query.strict};
    return std::any_of(query.candidates.begin(), query.candidates.end(), [&](const FactSet& facts) {
      Judge judge(setting, facts);
      return touched(judge);
    });
  }

 private:
  bool touched(Judge& judge) const {
    const auto holds = [&](const std::vector<std::size_t>& list, const auto& open) {
      return std::any_of(list.begin(), list.end(), open);
    };
    return holds(rules_,
                 [&](std::size_t i) {
                   return judge.law().rule(i) && judge.rule_when(i).truth != Truth::No;
                 }) ||
           holds(defeats_,
                 [&](std::size_t i) {
                   const bool no_condition = law_.pack.defeats[i].not_encoded;
                   return judge.law().defeat(i) &&
                          (no_condition || judge.defeat_when(i).truth != Truth::No);
                 }) ||
           holds(bars_, [&](std::size_t i) {
             return judge.law().bar(i) && judge.bar_when(i).truth != Truth::No;
           });
  }

  const LawView& law_;
  std::vector<std::size_t> rules_, defeats_, bars_;
  bool always_ = false;
};

}  // namespace

Touched touched_by(const LawView& law, const std::vector<PreparedLine>& lines,
                   const std::set<std::string>& only) {
  Touched touched;
  const MayTouch may_touch(law, only);
  for (const PreparedLine& line : lines) {
    if (!may_touch(line.query)) continue;
    Detail detail = line.detail;
    detail.proof = true;
    detail.beside = true;
    const Answer answer = evaluate(law, line.query, detail);
    std::set<VersionKey> here;
    const auto add = [&](const Citation& citation) {
      if (only.empty() || only.contains(citation.provision)) {
        here.emplace(citation.provision, citation.from);
      }
    };
    for (const ProvisionProof& proof : answer.proof) {
      if (proof.truth != Truth::No) add(proof.citation);
    }
    // An exception without conditions of its own has no proof, and is named all the same.
    for (const Requirement& requirement : answer.requirements) {
      if (requirement.outcome == Outcome::NotRequired) continue;
      for (const ExceptionResult& exception : requirement.exceptions) {
        if (exception.not_encoded) add(exception.citation);
      }
    }
    for (const BesideEntry& entry : answer.beside) add(entry.citation);
    for (const NotModelled& entry : answer.not_modelled) add(entry.citation);
    for (const VersionKey& key : here) touched[key].push_back(&line);
  }
  return touched;
}

}  // namespace licit
