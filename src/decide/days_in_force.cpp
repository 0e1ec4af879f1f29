#include "decide/days_in_force.h"

namespace licit {

std::shared_ptr<const InForce> DaysInForce::at(Date on, Date known, Knower knower) const {
  // Some kilobytes each; who goes through all days of many years is not served by keeping them all.
  constexpr std::size_t most_kept = 256;
  const std::tuple key{on, known, knower};
  {
    const std::lock_guard lock(looking_);
    const auto found = kept_.find(key);
    if (found != kept_.end()) return found->second;
  }
  // Two threads may work out the same day; it is the same to both.
  auto day = std::make_shared<const InForce>(index_, on, known, knower);
  const std::lock_guard lock(looking_);
  if (kept_.size() >= most_kept) kept_.clear();
  return kept_.emplace(key, std::move(day)).first->second;
}

}  // namespace licit
