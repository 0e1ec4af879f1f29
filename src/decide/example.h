// A point of a function in words: facts as the law language writes them, such that the function has a
// certain leaf whatever the other facts are, and none of them can be left out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "decide/axes.h"

namespace licit {

struct Example {
  Date on;                           // the day of the transfer
  std::vector<law::Given> facts;     // "item.tpp" "4800 TPP"
  std::vector<law::Given> settings;  // "posture" "text", "reading.A8" "any-unit"
};

// A value of this class of the axis, as the law language writes it: "4800 TPP", "CN", "yes".
std::string value_in(const law::Pack& pack, const Axes& axes, Variable v,
                     std::size_t class_of_axis);

// The shortest way to the leaf among the classes allowed, less what does not matter for it. `on` is
// the first day that may be meant. Nothing where the leaf cannot be reached. Where the function says only
// part of what is meant, `all` are yes-no functions that together say it: then what need not be said is
// what these do not ask for.
std::optional<Example> example_of(const law::Pack& pack, const Axes& axes,
                                  const DiagramView& diagrams, Diagram function, Leaf leaf,
                                  Allowed allowed, Date on, std::span<const Diagram> all = {});

// The condition that an axis has one of these classes, in the law language.
std::string condition_in(const law::Pack& pack, const Axes& axes, Variable v,
                         const ClassSet& classes);

}  // namespace licit
