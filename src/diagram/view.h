// Decision diagrams over variables with several classes each, as they are walked: a node asks for the
// class of one variable and has a child for each; leaves are small values. Reduced and hash-consed, so
// that two functions are equal exactly where their diagrams are the same number.
//
// A DiagramView owns nothing: its arrays belong to a Diagrams that built them, or to a file that is
// mapped. It holds as long as they do and stay unchanged; then any number of threads may walk it.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

namespace licit {

// A variable has at most this many classes, and a leaf is below `most_values`.
inline constexpr std::size_t most_classes = 256;
inline constexpr std::size_t most_values = 64;

using ClassSet = std::bitset<most_classes>;
using Variable = std::uint16_t;
using Leaf = std::uint8_t;
// Which leaves: bit i for leaf i.
using Leaves = std::uint64_t;

// A function, by number; leaves come first. No and Yes are the leaves 0 and 1.
enum class Diagram : std::uint32_t { No = 0, Yes = 1 };

// What is known of the variables: the classes that each may still have. As long as the variables.
using Allowed = std::vector<ClassSet>;

// A node as it is kept, in memory and in a file: its children stand side by side from `first` on, as
// many as its variable has classes. Children are older than what asks about them.
struct NodeHead {
  std::uint32_t variable = 0;
  std::uint32_t first = 0;
  bool operator==(const NodeHead&) const = default;
};

class DiagramView {
 public:
  DiagramView() = default;
  DiagramView(std::span<const std::uint16_t> widths, std::span<const NodeHead> heads,
              std::span<const Diagram> children)
      : widths_(widths), heads_(heads), children_(children) {}

  std::size_t variables() const { return widths_.size(); }
  std::size_t width(Variable v) const { return widths_[v]; }
  std::size_t nodes() const { return heads_.size(); }
  std::size_t bytes() const { return heads_.size_bytes() + children_.size_bytes(); }

  static Diagram leaf(Leaf value) { return static_cast<Diagram>(value); }
  static bool is_leaf(Diagram d) { return number(d) < most_values; }
  static Leaf leaf_of(Diagram d) { return static_cast<Leaf>(number(d)); }

  // Of a diagram that is no leaf.
  Variable variable(Diagram d) const { return static_cast<Variable>(head(d).variable); }
  std::span<const Diagram> children(Diagram d) const {
    const NodeHead& h = head(d);
    return {children_.data() + h.first, widths_[h.variable]};
  }

  // The leaf for one class of each variable.
  Leaf value(Diagram d, std::span<const std::uint8_t> classes) const;
  // Every leaf that can still be reached.
  Leaves reachable(Diagram d, const Allowed& allowed) const;
  // The variables that a function asks about, in order.
  std::vector<Variable> support(Diagram d) const;
  // Nodes of these functions together, shared ones once.
  std::size_t size(std::span<const Diagram> roots) const;

  // Everything possible: all classes of every variable.
  Allowed anything() const;

  // The arrays themselves, for whoever writes them down.
  std::span<const std::uint16_t> widths() const { return widths_; }
  std::span<const NodeHead> heads() const { return heads_; }
  std::span<const Diagram> all_children() const { return children_; }

 protected:
  static std::uint32_t number(Diagram d) { return static_cast<std::uint32_t>(d); }
  const NodeHead& head(Diagram d) const { return heads_[number(d) - most_values]; }
  Variable level(Diagram d) const {
    return is_leaf(d) ? static_cast<Variable>(widths_.size()) : variable(d);
  }
  Diagram at(Diagram d, Variable v, std::size_t i) const {
    return level(d) == v ? children(d)[i] : d;
  }

  std::span<const std::uint16_t> widths_;
  std::span<const NodeHead> heads_;
  std::span<const Diagram> children_;
};

}  // namespace licit
