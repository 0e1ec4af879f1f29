#include "diagram/compact.h"

namespace licit {
namespace {

class Compacting {
 public:
  Compacting(const DiagramView& from, CompactDiagrams& out)
      : from_(from), out_(out), fresh_(from.nodes(), none) {
    out_.widths.assign(from.widths().begin(), from.widths().end());
  }

  Diagram copy(Diagram d) {
    if (DiagramView::is_leaf(d)) return d;
    const std::size_t at = static_cast<std::size_t>(d) - most_values;
    if (fresh_[at] != none) return static_cast<Diagram>(fresh_[at]);
    Leaves reach = 0;
    std::vector<Diagram> row;
    row.reserve(from_.children(d).size());
    for (const Diagram child : from_.children(d)) {
      row.push_back(copy(child));
      reach |= reach_of(row.back());
    }
    out_.heads.push_back({from_.variable(d), static_cast<std::uint32_t>(out_.children.size())});
    out_.children.insert(out_.children.end(), row.begin(), row.end());
    out_.reach.push_back(reach);
    fresh_[at] = static_cast<std::uint32_t>(out_.heads.size() - 1 + most_values);
    return static_cast<Diagram>(fresh_[at]);
  }

 private:
  static constexpr std::uint32_t none = 0;  // no node: leaves come first

  Leaves reach_of(Diagram d) const {
    return DiagramView::is_leaf(d) ? Leaves{1} << DiagramView::leaf_of(d)
                                   : out_.reach[static_cast<std::size_t>(d) - most_values];
  }

  const DiagramView& from_;
  CompactDiagrams& out_;
  std::vector<std::uint32_t> fresh_;
};

}  // namespace

CompactDiagrams compact(const DiagramView& from, std::span<Diagram* const> roots) {
  CompactDiagrams out;
  Compacting copying(from, out);
  for (Diagram* const root : roots) *root = copying.copy(*root);
  return out;
}

std::vector<std::optional<Diagram>> rebase(const DiagramView& from, Diagrams& into,
                                           std::span<const std::optional<Variable>> to_variable,
                                           std::span<const std::vector<std::uint16_t>> old_class) {
  std::vector<std::optional<Diagram>> out;
  out.reserve(from.nodes());
  const auto known = [&](Diagram d) {
    return DiagramView::is_leaf(d) ? std::optional(d)
                                   : out[static_cast<std::size_t>(d) - most_values];
  };
  for (std::size_t n = 0; n < from.nodes(); ++n) {
    const auto d = static_cast<Diagram>(n + most_values);
    const Variable v = from.variable(d);
    std::optional<Diagram> fresh;
    if (to_variable[v]) {
      std::vector<Diagram> row;
      row.reserve(old_class[v].size());
      for (const std::uint16_t old : old_class[v]) {
        const std::optional<Diagram> child = known(from.children(d)[old]);
        if (!child) break;
        row.push_back(*child);
      }
      if (row.size() == old_class[v].size()) fresh = into.node(*to_variable[v], row);
    }
    out.push_back(fresh);
  }
  return out;
}

}  // namespace licit
