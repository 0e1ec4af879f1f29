// Decision diagrams over variables with several classes each: a node asks for the class of one variable
// and has a child for each; leaves are small values. Reduced and hash-consed, so that two functions are
// equal exactly where their diagrams are the same number.
//
// A Diagrams owns its nodes and only ever adds to them, so a Diagram stays good as long as its owner.
// Building is for one thread; the const functions are safe to share once building is over.
//
//   Diagrams d({3, 2});                                        // two variables: 3 and 2 classes
//   const Diagram high = d.test(0, ClassSet().set(2));         // "variable 0 is in its last class"
//   const Diagram both = d.both(high, d.test(1, ClassSet().set(1)));
//   d.value(both, {{2, 1}});                                   // 1
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
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

class Diagrams {
 public:
  // The number of classes of each variable, in the order in which diagrams ask about them.
  explicit Diagrams(std::vector<std::uint16_t> widths);

  std::size_t variables() const { return widths_.size(); }
  std::size_t width(Variable v) const { return widths_[v]; }
  std::size_t nodes() const { return heads_.size(); }
  std::size_t bytes() const;

  static Diagram leaf(Leaf value) { return static_cast<Diagram>(value); }
  static bool is_leaf(Diagram d) { return number(d) < most_values; }
  static Leaf leaf_of(Diagram d) { return static_cast<Leaf>(number(d)); }

  // Of a diagram that is no leaf.
  Variable variable(Diagram d) const { return head(d).variable; }
  std::span<const Diagram> children(Diagram d) const {
    const Head& h = head(d);
    return {children_.data() + h.first, widths_[h.variable]};
  }

  // One child for each class, asking about later variables only.
  Diagram node(Variable v, std::span<const Diagram> children);
  // Yes for these classes, No for the rest.
  Diagram test(Variable v, const ClassSet& classes);

  // An operation on leaves, to be applied to whole functions.
  class Operation;
  Operation operation(std::size_t values, const std::function<Leaf(Leaf, Leaf)>& of);
  Diagram combine(const Operation& operation, Diagram a, Diagram b);

  Diagram both(Diagram a, Diagram b);
  Diagram either(Diagram a, Diagram b);
  Diagram but_not(Diagram a, Diagram b);
  Diagram opposite(Diagram a);
  // `yes` where the condition holds, `no` elsewhere.
  Diagram choose(Diagram condition, Diagram yes, Diagram no);
  // Every leaf replaced: leaf i by image[i].
  Diagram replace_leaves(Diagram a, std::span<const Leaf> image);

  // What is left of a function when only these classes are possible: variables with one class left are
  // gone, and a variable of which all possible classes lead to the same is gone too.
  Diagram residual(Diagram a, const Allowed& allowed);

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

 private:
  struct Head {
    Variable variable;
    std::uint32_t first;  // of its children
  };
  static std::uint32_t number(Diagram d) { return static_cast<std::uint32_t>(d); }
  const Head& head(Diagram d) const { return heads_[number(d) - most_values]; }
  Variable level(Diagram d) const {
    return is_leaf(d) ? static_cast<Variable>(widths_.size()) : head(d).variable;
  }
  Diagram at(Diagram d, Variable v, std::size_t i) const {
    return level(d) == v ? children(d)[i] : d;
  }
  std::uint64_t hash(Variable v, std::span<const Diagram> children) const;
  void grow();

  struct PairHash {
    std::size_t operator()(std::uint64_t pair) const {
      return static_cast<std::size_t>((pair ^ (pair >> 29)) * 0x9e3779b97f4a7c15U);
    }
  };
  using Memo = std::unordered_map<std::uint64_t, Diagram, PairHash>;
  static std::uint64_t pair(Diagram a, Diagram b) {
    return (std::uint64_t{number(a)} << 32) | number(b);
  }
  Diagram choose_once(Diagram condition, Diagram yes, Diagram no,
                      std::unordered_map<std::uint64_t, Memo>& memo);

  std::vector<std::uint16_t> widths_;
  std::vector<Head> heads_;
  std::vector<Diagram> children_;
  std::vector<std::uint32_t> table_;  // open addressing: position of a head + 1, 0 where free
  std::vector<Memo> memos_;           // one for each operation
  std::vector<Operation> own_;        // and, or, and-not
};

// Made by Diagrams::operation; its results are remembered by the Diagrams that made it.
class Diagrams::Operation {
 public:
  std::size_t values() const { return values_; }

 private:
  friend class Diagrams;
  // What a leaf does to whatever stands on the other side.
  struct Side {
    bool settles = false;  // the result is `result`
    bool passes = false;   // the result is the other side
    Leaf result = 0;
  };
  Leaf at(Leaf a, Leaf b) const { return table_[a * values_ + b]; }

  std::size_t values_ = 0;
  std::size_t memo_ = 0;
  bool commutes_ = false;
  bool repeats_ = false;  // a with a is a
  std::vector<Leaf> table_;
  std::vector<Side> left_, right_;
};

}  // namespace licit
