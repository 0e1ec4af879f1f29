#include "parties/owners/stakes_on.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace licit {
namespace {

Holding weigh(const Stake& stake, std::uint32_t index) {
  Holding out;
  out.entity = stake.owned;
  out.stake = index;
  out.lo = stake.share.lo;
  out.hi = stake.share.hi;
  out.unknown = stake.share.is_unknown();
  out.votes = stake.of != StakeClass::Capital;
  out.capital = stake.of != StakeClass::Voting;
  switch (stake.kind) {
    case StakeKind::Direct:
    case StakeKind::Control:
      break;
    case StakeKind::Nominee:
    case StakeKind::Trust:
    case StakeKind::Indirect:
      out.lo = 0;  // may count, never surely
      break;
    case StakeKind::Consolidated:
      break;
    case StakeKind::Ultimate:
      out.lo = 0;
      out.hi = share_whole;
      out.unknown = true;
      break;
  }
  return out;
}

}  // namespace

StakesOn::StakesOn(const OwnershipGraph& graph, Date day) : graph_(&graph), day_(day) {
  const std::span<const Stake> stakes = graph.stakes();
  const std::size_t n = graph.size();
  const auto walked = [day](const Stake& s) {
    return s.holds_on(day) && s.owner != s.owned && s.kind != StakeKind::Control;
  };
  by_owner_.first.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < stakes.size(); ++i) {
    const Stake& stake = stakes[i];
    if (!stake.holds_on(day)) continue;
    if (stake.kind == StakeKind::Control) {
      if (stake.owner != stake.owned) controls_.push_back({stake.owner, stake.owned, i});
      continue;
    }
    if (stake.owner == stake.owned) {
      treasury_.emplace_back(stake.owner, stake.share);
      continue;
    }
    if (stake.of != StakeClass::Both) two_lanes_ = true;
    ++by_owner_.first[stake.owner + 1];
  }
  for (std::size_t i = 0; i < n; ++i) by_owner_.first[i + 1] += by_owner_.first[i];
  by_owner_.held.resize(by_owner_.first[n]);
  std::vector<std::uint32_t> next(by_owner_.first.begin(), by_owner_.first.end() - 1);
  for (std::uint32_t i = 0; i < stakes.size(); ++i)
    if (walked(stakes[i])) by_owner_.held[next[stakes[i].owner]++] = weigh(stakes[i], i);
  weigh_repeated();
  held_[0].assign(n, 0);
  if (two_lanes_) held_[1].assign(n, 0);
  for (const Holding& held : by_owner_.held) {
    if (held.votes) held_[0][held.entity] += held.lo;
    if (two_lanes_ && held.capital) held_[1][held.entity] += held.lo;
  }
  std::sort(treasury_.begin(), treasury_.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::sort(controls_.begin(), controls_.end(), [](const Controls& a, const Controls& b) {
    return std::pair(a.owner, a.owned) < std::pair(b.owner, b.owned);
  });
}

void StakesOn::weigh_repeated() {
  const std::span<const Stake> stakes = graph_->stakes();
  // The last owner plus one that was seen to hold something of an entity.
  std::vector<std::uint32_t> seen(graph_->size(), 0);
  const auto words = [&](std::uint32_t at) {
    const Stake& s = stakes[by_owner_.held[at].stake];
    return std::tuple(s.owned, s.share.lo, s.share.hi, s.of, s.kind, s.from, s.until);
  };
  std::vector<std::uint32_t> order;
  for (EntityId owner = 0; owner < graph_->size(); ++owner) {
    const std::uint32_t begin = by_owner_.first[owner], end = by_owner_.first[owner + 1];
    bool again = false;
    for (std::uint32_t i = begin; i < end; ++i) {
      std::uint32_t& last = seen[by_owner_.held[i].entity];
      again = again || last == owner + 1;
      last = owner + 1;
    }
    if (!again) continue;
    // Those of the same words side by side, each after the one that was written first.
    order.resize(end - begin);
    std::iota(order.begin(), order.end(), begin);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(words(a), a) < std::tuple(words(b), b);
    });
    const std::size_t before = repeated_.size();
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (words(order[i - 1]) != words(order[i])) continue;
      Holding& held = by_owner_.held[order[i]];
      held.lo = 0;
      repeated_.push_back(held.stake);
    }
    std::sort(repeated_.begin() + static_cast<std::ptrdiff_t>(before), repeated_.end());
  }
}

std::span<const Holding> StakesOn::of_owned(EntityId owned) const {
  if (by_owned_.first.empty()) {
    const std::size_t n = graph_->size();
    by_owned_.first.assign(n + 1, 0);
    for (const Holding& held : by_owner_.held) ++by_owned_.first[held.entity + 1];
    for (std::size_t i = 0; i < n; ++i) by_owned_.first[i + 1] += by_owned_.first[i];
    by_owned_.held.resize(by_owner_.held.size());
    std::vector<std::uint32_t> next(by_owned_.first.begin(), by_owned_.first.end() - 1);
    for (EntityId owner = 0; owner < n; ++owner) {
      for (Holding held : of_owner(owner)) {
        const EntityId at = held.entity;
        held.entity = owner;
        by_owned_.held[next[at]++] = held;
      }
    }
  }
  return slice(by_owned_, owned);
}

Share StakesOn::treasury(EntityId entity) const {
  Share out{0, 0};
  auto at = std::lower_bound(treasury_.begin(), treasury_.end(), entity,
                             [](const auto& a, EntityId id) { return a.first < id; });
  for (; at != treasury_.end() && at->first == entity; ++at) {
    const std::uint64_t lo = std::uint64_t{out.lo} + at->second.lo;
    const std::uint64_t hi = std::uint64_t{out.hi} + at->second.hi;
    out.lo = static_cast<std::uint32_t>(std::min<std::uint64_t>(lo, share_whole));
    out.hi = static_cast<std::uint32_t>(std::min<std::uint64_t>(hi, share_whole));
  }
  return out;
}

std::vector<EntityId> StakesOn::overfull() const {
  std::vector<EntityId> out;
  for (EntityId id = 0; id < graph_->size(); ++id)
    if (held_[0][id] > share_whole || (two_lanes_ && held_[1][id] > share_whole)) out.push_back(id);
  return out;
}

}  // namespace licit
