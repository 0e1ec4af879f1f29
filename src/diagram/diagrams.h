// Decision diagrams as they are built (view.h says what they are, and how they are walked).
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
#include <functional>

#include "diagram/view.h"

namespace licit {

class Diagrams : public DiagramView {
 public:
  // The number of classes of each variable, in the order in which diagrams ask about them.
  explicit Diagrams(std::vector<std::uint16_t> widths);
  Diagrams(const Diagrams& other);
  Diagrams(Diagrams&& other) noexcept;
  Diagrams& operator=(const Diagrams& other);
  Diagrams& operator=(Diagrams&& other) noexcept;
  ~Diagrams() = default;

  // With what is needed to build on.
  std::size_t bytes() const;

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

 private:
  // Results found before, by what was asked. A new one may take an old one's place, so that looking
  // costs one glance and keeping costs no allocation; what was forgotten is worked out again.
  struct Known {
    std::uint32_t operation = 0;  // 0: nothing kept here
    Diagram a{}, b{}, c{}, result{};
  };
  const Known* known(std::uint32_t operation, Diagram a, Diagram b, Diagram c) const;
  void keep(std::uint32_t operation, Diagram a, Diagram b, Diagram c, Diagram result);
  static std::uint64_t hash_of(std::uint32_t operation, Diagram a, Diagram b, Diagram c);

  std::uint64_t hash(Variable v, std::span<const Diagram> children) const;
  void grow();
  void look();

  std::vector<std::uint16_t> own_widths_;
  std::vector<NodeHead> own_heads_;
  std::vector<Diagram> own_children_;
  std::vector<std::uint32_t> table_;  // open addressing: position of a head + 1, 0 where free
  std::vector<Known> known_;
  std::vector<std::vector<Leaf>> operations_;  // what each does; two that do the same are one
  std::vector<Operation> own_;                 // and, or, and-not
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
  std::uint32_t number_ = 0;
  bool commutes_ = false;
  bool repeats_ = false;  // a with a is a
  std::vector<Leaf> table_;
  std::vector<Side> left_, right_;
};

}  // namespace licit
