// A yes-no function as a list of cubes: "variable 0 in these classes and variable 3 in those". No cube of
// the list can be left out; the list need not be the shortest there is.
#pragma once

#include <utility>
#include <vector>

#include "diagram/diagrams.h"

namespace licit {

// Variables in order; those that do not matter are left out.
using Cube = std::vector<std::pair<Variable, ClassSet>>;

// Cubes that together say Yes wherever `must` does and nowhere that `may` does not. Where a variable's
// classes are ordered (by variable), its conditions are intervals, as wide as can be.
std::vector<Cube> cover(Diagrams& diagrams, Diagram must, Diagram may,
                        const std::vector<bool>& ordered);

// The same function by cubes of which no condition can be dropped or loosened, fewer of them where that lets
// some cover what others did.
std::vector<Cube> widened(Diagrams& diagrams, std::vector<Cube> cubes, Diagram must, Diagram may,
                          const std::vector<bool>& ordered);

// The function that a cube stands for.
Diagram function_of(Diagrams& diagrams, const Cube& cube);

}  // namespace licit
