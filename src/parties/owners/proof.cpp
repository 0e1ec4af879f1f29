#include "parties/owners/proof.h"

#include <algorithm>
#include <map>

namespace licit {
namespace {

// The run that gave the verdict: from all listed owners, or from the one whose own stakes reach
// furthest where a regime does not add.
void run_for(Cascade& cascade, const Seeds& seeds, const OwnerRule& rule, Taking taking,
             EntityId entity) {
  const std::vector<EntityId>& from = taking == Taking::Surely ? seeds.certain : seeds.all;
  if (rule.aggregate || from.empty()) {
    cascade.run(from, taking);
    return;
  }
  EntityId best = from.front();
  std::uint64_t most = 0;
  for (const EntityId id : from) {
    const EntityId one[] = {id};
    cascade.run(one, taking);
    const std::uint64_t parts = cascade.joined_by_control(entity) ? share_whole + std::uint64_t{1}
                                : taking == Taking::Surely        ? cascade.at_least(entity)
                                                                  : cascade.at_most(entity);
    if (parts > most) {
      most = parts;
      best = id;
    }
  }
  const EntityId one[] = {best};
  cascade.run(one, taking);
}

bool counts_in(const Holding& held, StakeClass by) {
  return by == StakeClass::Both || (by == StakeClass::Voting ? held.votes : held.capital);
}

}  // namespace

OwnerProof prove(const StakesOn& stakes, const ListedOwners& listed,
                 const OwnerAssessment& assessment, EntityId entity) {
  OwnerProof out;
  const OwnerFinding& finding = assessment.findings[entity];
  out.verdict = finding.verdict;
  const Taking taking = finding.verdict == OwnerVerdict::Restricted ? Taking::Surely
                        : finding.verdict == OwnerVerdict::Possible ? Taking::PerhapsBand
                                                                    : Taking::Perhaps;
  Seeds seeds = seeds_of(stakes, listed, assessment.rule);
  // Where it turns on somebody whom nobody names, the path begins with them.
  if ((finding.flags & FlagUnnamed) != 0) seeds.all = seeds.with_unnamed();
  Cascade cascade(stakes, assessment.rule, assessment.options.exclude_treasury);
  run_for(cascade, seeds, assessment.rule, taking, entity);
  const auto is_listed = [&](EntityId id) {
    return std::binary_search(seeds.all.begin(), seeds.all.end(), id) &&
           !std::binary_search(seeds.unnamed.begin(), seeds.unnamed.end(), id);
  };
  std::vector<EntityId> queue{entity};
  std::map<EntityId, bool> queued{{entity, true}};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const EntityId id = queue[next];
    const bool is_seed = std::binary_search(seeds.all.begin(), seeds.all.end(), id);
    // A listed owner is the end of its path.
    if (is_seed && id != entity) continue;
    ProofStep step;
    step.owned = id;
    step.by_control = cascade.joined_by_control(id);
    const auto sum = [&](StakeClass by) {
      ProofStep one = step;
      one.by = by;
      for (const Holding& held : stakes.of_owned(id)) {
        const std::uint32_t rank = cascade.rank(held.entity);
        const bool before =
            rank != 0 && (is_seed || cascade.rank(id) == 0 || rank < cascade.rank(id));
        if (!before || !counts_in(held, by)) continue;
        const std::uint32_t hi = taking == Taking::PerhapsBand && held.unknown ? held.lo : held.hi;
        one.stakes.push_back({held.entity, held.stake, {held.lo, hi}, is_listed(held.entity)});
        one.at_least += held.lo;
        one.at_most += hi;
      }
      one.at_most =
          std::min<std::uint64_t>(one.at_most, std::max<std::uint64_t>(share_whole, one.at_least));
      return one;
    };
    if (!stakes.two_lanes()) {
      step = sum(StakeClass::Both);
    } else {
      const ProofStep votes = sum(StakeClass::Voting), capital = sum(StakeClass::Capital);
      const auto weight = [&](const ProofStep& s) {
        return taking == Taking::Surely ? s.at_least : s.at_most;
      };
      step = weight(capital) > weight(votes) ? capital : votes;
    }
    for (const auto& control : stakes.controls()) {
      if (control.owned != id || cascade.rank(control.owner) == 0) continue;
      if (id != entity && cascade.rank(control.owner) >= cascade.rank(id)) continue;
      step.stakes.push_back({control.owner, control.stake, {0, 0}, is_listed(control.owner)});
    }
    std::stable_sort(
        step.stakes.begin(), step.stakes.end(),
        [](const ProofStake& a, const ProofStake& b) { return a.counted.hi > b.counted.hi; });
    for (const ProofStake& stake : step.stakes)
      if (!queued[stake.owner]) {
        queued[stake.owner] = true;
        queue.push_back(stake.owner);
      }
    if (!step.stakes.empty()) out.steps.push_back(std::move(step));
  }
  return out;
}

Share economic_interest(const StakesOn& stakes, const ListedOwners& listed, const OwnerRule& rule,
                        EntityId entity) {
  const Seeds seeds = seeds_of(stakes, listed, rule);
  // Everybody above the entity, as far as listed owners.
  std::vector<EntityId> above{entity};
  std::map<EntityId, std::size_t> place{{entity, 0}};
  const auto is_seed = [&](EntityId id) {
    return std::binary_search(seeds.all.begin(), seeds.all.end(), id);
  };
  constexpr std::size_t most = 100'000, rounds = 64;
  for (std::size_t next = 0; next < above.size() && above.size() < most; ++next) {
    if (is_seed(above[next]) && next != 0) continue;
    for (const Holding& held : stakes.of_owned(above[next]))
      if (place.try_emplace(held.entity, above.size()).second) above.push_back(held.entity);
  }
  std::vector<Share> value(above.size(), Share{0, 0});
  for (std::size_t i = 1; i < above.size(); ++i)
    if (is_seed(above[i])) value[i] = {share_whole, share_whole};
  for (std::size_t round = 0; round < rounds; ++round) {
    bool moved = false;
    for (std::size_t i = above.size(); i-- > 0;) {
      if (i != 0 && is_seed(above[i])) continue;
      std::uint64_t lo[2] = {0, 0}, hi[2] = {0, 0};
      for (const Holding& held : stakes.of_owned(above[i])) {
        const auto found = place.find(held.entity);
        if (found == place.end()) continue;
        const Share& of = value[found->second];
        const std::uint64_t least = std::uint64_t{held.lo} * of.lo / share_whole;
        const std::uint64_t upper =
            (std::uint64_t{held.hi} * of.hi + share_whole - 1) / share_whole;
        if (held.votes) lo[0] += least, hi[0] += upper;
        if (held.capital) lo[1] += least, hi[1] += upper;
      }
      const Share now{
          static_cast<std::uint32_t>(std::min<std::uint64_t>(share_whole, std::max(lo[0], lo[1]))),
          static_cast<std::uint32_t>(std::min<std::uint64_t>(share_whole, std::max(hi[0], hi[1])))};
      moved = moved || !(now == value[i]);
      value[i] = now;
    }
    if (!moved) break;
  }
  return value[0];
}

}  // namespace licit
