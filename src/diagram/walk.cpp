// Reading what was built: values, what can still be reached, what is left, what matters.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "diagram/diagrams.h"

namespace licit {

Leaf DiagramView::value(Diagram d, std::span<const std::uint8_t> classes) const {
  while (!is_leaf(d)) {
    const NodeHead& h = head(d);
    d = children_[h.first + classes[h.variable]];
  }
  return leaf_of(d);
}

Leaves DiagramView::reachable(Diagram d, const Allowed& allowed) const {
  std::unordered_set<std::uint32_t> seen;
  std::vector<Diagram> waiting{d};
  Leaves out = 0;
  while (!waiting.empty()) {
    const Diagram next = waiting.back();
    waiting.pop_back();
    if (is_leaf(next)) {
      out |= Leaves{1} << leaf_of(next);
      continue;
    }
    if (!seen.insert(number(next)).second) continue;
    const std::span<const Diagram> row = children(next);
    const ClassSet& possible = allowed[variable(next)];
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (possible.test(i)) waiting.push_back(row[i]);
    }
  }
  return out;
}

Diagram Diagrams::residual(Diagram a, const Allowed& allowed) {
  std::unordered_map<std::uint32_t, Diagram> memo;
  const auto reduce = [&](const auto& self, Diagram d) -> Diagram {
    if (is_leaf(d)) return d;
    const auto found = memo.find(number(d));
    if (found != memo.end()) return found->second;
    const Variable v = variable(d);
    const std::size_t width = widths_[v];
    std::vector<Diagram> row(width);
    std::size_t any = width;
    for (std::size_t i = 0; i < width; ++i) {
      if (!allowed[v].test(i)) continue;
      row[i] = self(self, children(d)[i]);
      if (any == width) any = i;
    }
    // Classes that cannot be take the child of one that can, so that a test which no longer tells
    // anything apart disappears.
    for (std::size_t i = 0; i < width && any < width; ++i) {
      if (!allowed[v].test(i)) row[i] = row[any];
    }
    const Diagram out = any == width ? d : node(v, row);
    memo.emplace(number(d), out);
    return out;
  };
  return reduce(reduce, a);
}

Diagram Diagrams::replace_leaves(Diagram a, std::span<const Leaf> image) {
  std::unordered_map<std::uint32_t, Diagram> memo;
  const auto replace = [&](const auto& self, Diagram d) -> Diagram {
    if (is_leaf(d)) return leaf(image[leaf_of(d)]);
    const auto found = memo.find(number(d));
    if (found != memo.end()) return found->second;
    const Variable v = variable(d);
    std::vector<Diagram> row(widths_[v]);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = self(self, children(d)[i]);
    const Diagram out = node(v, row);
    memo.emplace(number(d), out);
    return out;
  };
  return replace(replace, a);
}

std::vector<Variable> DiagramView::support(Diagram d) const {
  std::unordered_set<std::uint32_t> seen;
  std::vector<Diagram> waiting{d};
  std::vector<bool> asked(widths_.size(), false);
  while (!waiting.empty()) {
    const Diagram next = waiting.back();
    waiting.pop_back();
    if (is_leaf(next) || !seen.insert(number(next)).second) continue;
    asked[variable(next)] = true;
    for (const Diagram child : children(next)) waiting.push_back(child);
  }
  std::vector<Variable> out;
  for (std::size_t v = 0; v < asked.size(); ++v) {
    if (asked[v]) out.push_back(static_cast<Variable>(v));
  }
  return out;
}

std::size_t DiagramView::size(std::span<const Diagram> roots) const {
  std::unordered_set<std::uint32_t> seen;
  std::vector<Diagram> waiting(roots.begin(), roots.end());
  while (!waiting.empty()) {
    const Diagram next = waiting.back();
    waiting.pop_back();
    if (is_leaf(next) || !seen.insert(number(next)).second) continue;
    for (const Diagram child : children(next)) waiting.push_back(child);
  }
  return seen.size();
}

Allowed DiagramView::anything() const {
  Allowed out(widths_.size());
  for (std::size_t v = 0; v < widths_.size(); ++v) {
    for (std::size_t i = 0; i < widths_[v]; ++i) out[v].set(i);
  }
  return out;
}

}  // namespace licit
