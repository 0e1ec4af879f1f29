// Only the nodes that some functions need, numbered afresh: children before what asks about them, in the
// order in which the functions come. The same functions in the same order give the same arrays, whatever
// they were built with and whatever was built beside them.
#pragma once

#include <optional>

#include "diagram/diagrams.h"

namespace licit {

struct CompactDiagrams {
  std::vector<std::uint16_t> widths;
  std::vector<NodeHead> heads;
  std::vector<Diagram> children;
  std::vector<Leaves> reach;  // by node: every leaf below it

  DiagramView view() const { return {widths, heads, children}; }
};

// Each root is replaced by its new number.
CompactDiagrams compact(const DiagramView& from, std::span<Diagram* const> roots);

// Every function of `from`, over other variables: variable v becomes to_variable[v], and its class is
// old_class[v][i] where the new variable has class i. The order of the variables stays. By node of
// `from`; nothing for what asks about a variable that is gone.
std::vector<std::optional<Diagram>> rebase(const DiagramView& from, Diagrams& into,
                                           std::span<const std::optional<Variable>> to_variable,
                                           std::span<const std::vector<std::uint16_t>> old_class);

}  // namespace licit
