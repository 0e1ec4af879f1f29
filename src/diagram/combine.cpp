// One operation on two functions, class by class of their variables, each pair of nodes once.
#include <algorithm>

#include "diagram/diagrams.h"

namespace licit {
namespace {

// The number under which Diagrams::choose is remembered; operations come after it.
constexpr std::uint32_t choosing = 1;

// The children of a node in the making, mostly few.
class Row {
 public:
  explicit Row(std::size_t size) : size_(size) {
    if (size > few_.size()) many_.resize(size);
  }
  std::size_t size() const { return size_; }
  Diagram& operator[](std::size_t i) { return many_.empty() ? few_[i] : many_[i]; }
  operator std::span<const Diagram>() const {  // NOLINT: a row is read as a span
    return {many_.empty() ? few_.data() : many_.data(), size_};
  }

 private:
  std::size_t size_;
  std::array<Diagram, 8> few_{};
  std::vector<Diagram> many_;
};

}  // namespace

Diagrams::Operation Diagrams::operation(std::size_t values,
                                        const std::function<Leaf(Leaf, Leaf)>& of) {
  Operation out;
  out.values_ = values;
  out.table_.resize(values * values);
  out.left_.resize(values);
  out.right_.resize(values);
  const auto leaf = [](std::size_t i) { return static_cast<Leaf>(i); };
  for (std::size_t a = 0; a < values; ++a) {
    for (std::size_t b = 0; b < values; ++b) out.table_[a * values + b] = of(leaf(a), leaf(b));
  }
  const auto same = std::find(operations_.begin(), operations_.end(), out.table_);
  out.number_ = static_cast<std::uint32_t>(same - operations_.begin()) + choosing + 1;
  if (same == operations_.end()) operations_.push_back(out.table_);
  out.commutes_ = out.repeats_ = true;
  for (std::size_t a = 0; a < values; ++a) {
    Operation::Side left{true, true, out.at(leaf(a), 0)};
    Operation::Side right{true, true, out.at(0, leaf(a))};
    for (std::size_t b = 0; b < values; ++b) {
      const Leaf after = out.at(leaf(a), leaf(b));
      const Leaf before = out.at(leaf(b), leaf(a));
      left.settles = left.settles && after == left.result;
      left.passes = left.passes && after == b;
      right.settles = right.settles && before == right.result;
      right.passes = right.passes && before == b;
      out.commutes_ = out.commutes_ && after == before;
    }
    out.left_[a] = left;
    out.right_[a] = right;
    out.repeats_ = out.repeats_ && out.at(leaf(a), leaf(a)) == a;
  }
  return out;
}

Diagram Diagrams::combine(const Operation& operation, Diagram a, Diagram b) {
  if (is_leaf(a)) {
    const Operation::Side& side = operation.left_[leaf_of(a)];
    if (side.settles) return leaf(side.result);
    if (side.passes) return b;
    if (is_leaf(b)) return leaf(operation.at(leaf_of(a), leaf_of(b)));
  } else if (is_leaf(b)) {
    const Operation::Side& side = operation.right_[leaf_of(b)];
    if (side.settles) return leaf(side.result);
    if (side.passes) return a;
  }
  if (a == b && operation.repeats_) return a;
  if (operation.commutes_ && b < a) std::swap(a, b);
  if (const Known* found = known(operation.number_, a, b, {})) return found->result;
  const Variable v = std::min(level(a), level(b));
  Row row(widths_[v]);
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = combine(operation, at(a, v, i), at(b, v, i));
  }
  const Diagram out = node(v, row);
  keep(operation.number_, a, b, {}, out);
  return out;
}

Diagram Diagrams::both(Diagram a, Diagram b) { return combine(own_[0], a, b); }
Diagram Diagrams::either(Diagram a, Diagram b) { return combine(own_[1], a, b); }
Diagram Diagrams::but_not(Diagram a, Diagram b) { return combine(own_[2], a, b); }
Diagram Diagrams::opposite(Diagram a) { return but_not(Diagram::Yes, a); }

Diagram Diagrams::choose(Diagram condition, Diagram yes, Diagram no) {
  if (condition == Diagram::Yes || yes == no) return yes;
  if (condition == Diagram::No) return no;
  if (const Known* found = known(choosing, condition, yes, no)) return found->result;
  const Variable v = std::min({level(condition), level(yes), level(no)});
  Row row(widths_[v]);
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = choose(at(condition, v, i), at(yes, v, i), at(no, v, i));
  }
  const Diagram out = node(v, row);
  keep(choosing, condition, yes, no, out);
  return out;
}

}  // namespace licit
