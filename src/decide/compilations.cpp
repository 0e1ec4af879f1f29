#include "decide/compilations.h"

namespace licit {

Compilations::Compilations(const law::Pack& pack, const Places& places)
    : make_([&pack, &places](const Clock& clock) {
        return std::make_shared<const CompiledLaw>(pack, places, clock);
      }) {}

std::shared_ptr<const CompiledLaw> Compilations::at(const Clock& clock) const {
  // Who goes through many dates of knowledge is not served by keeping them all.
  constexpr std::size_t most_kept = 8;
  const std::lock_guard lock(compiling_);
  const std::pair key{clock.known, clock.knower};
  const auto found = kept_.find(key);
  if (found != kept_.end()) return found->second;
  if (kept_.size() >= most_kept) kept_.clear();
  auto law = make_(clock);
  kept_.emplace(key, law);
  return law;
}

}  // namespace licit
