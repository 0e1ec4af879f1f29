// A point of a function in words: the shortest way to a leaf, as facts and values.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "decide/axes.h"

namespace licit {

using Example = std::vector<std::pair<std::string, std::string>>;

// A value of this class of the axis, as the law language writes it: "4800", "CN", "yes".
std::string value_in(const Axes& axes, Variable v, std::size_t class_of_axis);

// The way to the leaf that asks about the fewest axes; empty where the leaf cannot be reached or the
// function is that leaf everywhere.
Example example_of(const DiagramView& diagrams, const Axes& axes, Diagram function, Leaf leaf);

}  // namespace licit
