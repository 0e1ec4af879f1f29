#include "decide/verdict_table.h"

#include <algorithm>
#include <bit>

#include "base/mapped.h"

namespace licit {
namespace {

constexpr std::size_t most_variables = (1U << (32 - VerdictTable::place_bits)) - 2;

// A function, and what decides its turn.
struct Piece {
  Diagram function{};
  Leaf heaviest = 0;
  std::size_t size = 0;
};

// Nodes of functions, each once.
class Walk {
 public:
  explicit Walk(const DiagramView& diagrams) : diagrams_(diagrams), seen_(diagrams.nodes(), 0) {}

  // Those of one more function that were not met since the last start().
  void start() { ++round_; }
  void add(Diagram root, std::vector<Diagram>& nodes) {
    waiting_.push_back(root);
    while (!waiting_.empty()) {
      const Diagram d = waiting_.back();
      waiting_.pop_back();
      if (DiagramView::is_leaf(d)) continue;
      std::uint32_t& met = seen_[static_cast<std::size_t>(d) - most_values];
      if (met == round_) continue;
      met = round_;
      nodes.push_back(d);
      for (const Diagram child : diagrams_.children(d)) waiting_.push_back(child);
    }
  }

 private:
  const DiagramView& diagrams_;
  std::vector<std::uint32_t> seen_;  // by node: the round in which it was met
  std::vector<Diagram> waiting_;
  std::uint32_t round_ = 0;
};

// From the heaviest down, of those that weigh alike the quickest first.
std::vector<Piece> in_turn(Walk& walk, std::span<const Leaves> reach,
                           const std::vector<Diagram>& parts) {
  std::vector<Diagram> nodes;
  std::vector<Piece> out = mapped(parts, [&](Diagram d) {
    nodes.clear();
    walk.start();
    walk.add(d, nodes);
    const Leaf heaviest =
        DiagramView::is_leaf(d)
            ? DiagramView::leaf_of(d)
            : static_cast<Leaf>(std::bit_width(reach[static_cast<std::size_t>(d) - most_values]) -
                                1);
    return Piece{d, heaviest, nodes.size()};
  });
  std::stable_sort(out.begin(), out.end(), [](const Piece& a, const Piece& b) {
    return a.heaviest != b.heaviest ? a.heaviest > b.heaviest : a.size < b.size;
  });
  return out;
}

}  // namespace

PackedTable packed_table(const DiagramView& diagrams, std::span<const Leaves> reach,
                         const std::vector<Diagram>& parts) {
  Walk walk(diagrams);
  const std::vector<Piece> pieces = in_turn(walk, reach, parts);
  std::vector<Diagram> nodes;
  walk.start();
  for (const Piece& piece : pieces) walk.add(piece.function, nodes);
  // By variable, so that what a step leads to lies further on.
  std::stable_sort(nodes.begin(), nodes.end(), [&](Diagram a, Diagram b) {
    return diagrams.variable(a) < diagrams.variable(b);
  });
  PackedTable out;
  std::vector<VerdictEntry> entry_of(diagrams.nodes(), 0);
  std::size_t place = 0;
  for (const Diagram d : nodes) {
    if (place > VerdictTable::most_place || diagrams.variables() > most_variables) return {};
    entry_of[static_cast<std::size_t>(d) - most_values] =
        ((VerdictEntry{diagrams.variable(d)} + 1) << VerdictTable::place_bits) |
        static_cast<VerdictEntry>(place);
    place += diagrams.children(d).size();
  }
  const auto entry = [&](Diagram d) {
    return DiagramView::is_leaf(d) ? VerdictEntry{DiagramView::leaf_of(d)}
                                   : entry_of[static_cast<std::size_t>(d) - most_values];
  };
  out.entries.reserve(place);
  for (const Diagram d : nodes) {
    for (const Diagram child : diagrams.children(d)) out.entries.push_back(entry(child));
  }
  for (const Piece& piece : pieces) out.roots.push_back({entry(piece.function), piece.heaviest});
  return out;
}

}  // namespace licit
