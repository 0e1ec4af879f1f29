#include "parties/owners/cascade.h"

#include <algorithm>

namespace licit {

Cascade::Cascade(const StakesOn& stakes, const OwnerRule& rule, bool exclude_treasury)
    : stakes_(&stakes),
      rule_(&rule),
      exclude_treasury_(exclude_treasury && stakes.has_treasury()),
      lanes_(stakes.two_lanes() ? 2 : 1) {
  states_.resize(stakes.graph().size());
}

void Cascade::touch(EntityId id) {
  State& state = states_[id];
  if (state.touched) return;
  state.touched = true;
  touched_.push_back(id);
}

void Cascade::join(EntityId id) {
  touch(id);
  members_.push_back(id);
  states_[id].rank = static_cast<std::uint32_t>(members_.size());
}

std::uint64_t Cascade::at_most(EntityId id, int lane) const {
  const int at = std::min(lane, lanes_ - 1);
  const State& state = states_[id];
  const std::uint64_t all = stakes_->surely_held(id, at), lo = state.lo[at];
  const std::uint64_t hi =
      std::min<std::uint64_t>(state.hi[at], std::max<std::uint64_t>(share_whole, lo));
  // What others surely hold nobody else can. Where the figures exceed the whole they say nothing.
  if (all > share_whole) return hi;
  const std::uint64_t others = all - lo;
  return std::max(lo, std::min(hi, share_whole - others));
}

std::uint64_t Cascade::at_most(EntityId id) const {
  return lanes_ == 1 ? at_most(id, 0) : std::max(at_most(id, 0), at_most(id, 1));
}

std::uint64_t Cascade::at_least(EntityId id) const {
  return std::max(states_[id].lo[0], states_[id].lo[1]);
}

bool Cascade::reached(EntityId id) const {
  std::uint64_t treasury = 0;
  if (exclude_treasury_) {
    const Share own = stakes_->treasury(id);
    treasury = taking_ == Taking::Surely ? own.lo : own.hi;
  }
  const std::uint64_t parts = taking_ == Taking::Surely ? at_least(id) : at_most(id);
  return rule_->reached_by(parts, treasury);
}

void Cascade::run(std::span<const EntityId> seeds, Taking taking) {
  for (const EntityId id : touched_) states_[id] = {};
  touched_.clear();
  members_.clear();
  taking_ = taking;
  for (const EntityId id : seeds)
    if (states_[id].rank == 0) join(id);
  const auto controls = stakes_->controls();
  for (std::size_t next = 0; next < members_.size(); ++next) {
    const EntityId owner = members_[next];
    // Members are met in no order either: their stakes are on the way while others are looked at.
    constexpr std::size_t ahead = 8;
    if (next + ahead < members_.size()) stakes_->fetch_ahead(members_[next + ahead]);
    for (const Holding& held : stakes_->of_owner(owner)) __builtin_prefetch(&states_[held.entity]);
    for (const Holding& held : stakes_->of_owner(owner)) {
      const EntityId id = held.entity;
      touch(id);
      const std::uint64_t hi =
          taking == Taking::Surely || (taking == Taking::PerhapsBand && held.unknown) ? held.lo
                                                                                      : held.hi;
      State& state = states_[id];
      if (lanes_ == 1 || held.votes) {
        state.lo[0] += held.lo;
        state.hi[0] += hi;
      }
      if (lanes_ == 2 && held.capital) {
        state.lo[1] += held.lo;
        state.hi[1] += hi;
      }
      if (state.rank == 0 && reached(id)) join(id);
    }
    if (controls.empty()) continue;
    auto at =
        std::lower_bound(controls.begin(), controls.end(), owner,
                         [](const StakesOn::Controls& c, EntityId id) { return c.owner < id; });
    for (; at != controls.end() && at->owner == owner; ++at) {
      touch(at->owned);
      states_[at->owned].seen_control = true;
      if (!rule_->control_restricts || states_[at->owned].rank != 0) continue;
      states_[at->owned].by_control = true;
      join(at->owned);
    }
  }
}

}  // namespace licit
