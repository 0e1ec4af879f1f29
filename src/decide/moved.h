// Which chips of the catalogue a change of the law moves, and to which places.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "licit/engine.h"

namespace licit {

// One side of a comparison as an engine is asked about it.
struct AskedSide {
  const Engine& engine;
  Date on;
  CheckOptions options;
};

// One chip that goes from one verdict to another, and the places to which it does.
struct MovedChip {
  std::string id, name;
  Verdict before{}, after{};
  std::vector<std::string> places;  // codes; empty where the transaction states none
  // Provisions that stand on each side, at the first of the places.
  std::vector<std::string> before_by, after_by;
};

// One chip that falls under another paragraph; "" for none, several with `|` where it is open.
struct MovedClass {
  std::string id, name;
  std::string before, after;
};

struct Moved {
  std::vector<MovedChip> chips;  // in the order of the catalogue, then by verdicts
  std::vector<MovedClass> classes;
  std::size_t asked = 0;  // chips of the catalogue
};

// The transaction states all but the item, the day and perhaps the destination: where it states no
// destination, each group of `destinations` is asked about by its first place, and where it states no
// headquarters they are where the destination is. Fails as Engine::check does.
Result<Moved> moved_chips(const AskedSide& before, const AskedSide& after,
                          const Transaction& transaction,
                          const std::vector<std::vector<std::string>>& destinations);

}  // namespace licit
