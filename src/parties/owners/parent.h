// The ultimate parent of an entity, as far as the shareholdings say: who is stated to be it, else the
// end of the chain of majorities. Where the file does not say who owns the end of the chain, or
// whether somebody unnamed has a majority on the way, the parent is not certain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parties/owners/stakes_on.h"

namespace licit {

struct UltimateParent {
  EntityId entity = 0;         // itself, where nobody has a majority of it
  std::vector<EntityId> path;  // from the entity to its parent, both included
  bool certain = false;
  bool ring = false;  // majorities that go round in a ring have no end
  std::string hq;     // of the parent, alpha-2; empty where not known
};

UltimateParent ultimate_parent(const StakesOn& stakes, EntityId entity);

}  // namespace licit
