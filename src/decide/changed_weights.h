// Where two laws weigh differently, each given as the parts of which its verdict is the heaviest.
//
// Neither law is ever joined alone, for the whole of one is far larger than what changes: the parts that only
// one side has are joined first, in pairs, and then each shared part only where the pair still differs.
#pragma once

#include <span>

#include "decide/compiled_law.h"

namespace licit {

struct WeightPair {
  Weight before{}, after{};
};

// Leaf 0 where both weigh the same, else the leaf of the pair.
Diagram changed_weights(Diagrams& diagrams, std::span<const Diagram> before,
                        std::span<const Diagram> after);

inline constexpr std::size_t weight_pairs = weight_count * weight_count;
constexpr Leaf leaf_of(const WeightPair& pair) {
  return static_cast<Leaf>(static_cast<std::size_t>(pair.before) * weight_count +
                           static_cast<std::size_t>(pair.after));
}
constexpr WeightPair pair_of(Leaf leaf) {
  return {static_cast<Weight>(leaf / weight_count), static_cast<Weight>(leaf % weight_count)};
}

}  // namespace licit
