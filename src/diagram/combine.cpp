// One operation on two functions, class by class of their variables, each pair of nodes once.
#include <algorithm>

#include "diagram/diagrams.h"

namespace licit {

Diagrams::Operation Diagrams::operation(std::size_t values,
                                        const std::function<Leaf(Leaf, Leaf)>& of) {
  Operation out;
  out.values_ = values;
  out.memo_ = memos_.size();
  memos_.emplace_back();
  out.table_.resize(values * values);
  out.left_.resize(values);
  out.right_.resize(values);
  const auto leaf = [](std::size_t i) { return static_cast<Leaf>(i); };
  for (std::size_t a = 0; a < values; ++a) {
    for (std::size_t b = 0; b < values; ++b) out.table_[a * values + b] = of(leaf(a), leaf(b));
  }
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
  const std::uint64_t key = pair(a, b);
  const auto found = memos_[operation.memo_].find(key);
  if (found != memos_[operation.memo_].end()) return found->second;

  const Variable v = std::min(level(a), level(b));
  std::vector<Diagram> row(widths_[v]);
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = combine(operation, at(a, v, i), at(b, v, i));
  }
  const Diagram out = node(v, row);
  memos_[operation.memo_].emplace(key, out);
  return out;
}

Diagram Diagrams::both(Diagram a, Diagram b) { return combine(own_[0], a, b); }
Diagram Diagrams::either(Diagram a, Diagram b) { return combine(own_[1], a, b); }
Diagram Diagrams::but_not(Diagram a, Diagram b) { return combine(own_[2], a, b); }
Diagram Diagrams::opposite(Diagram a) { return but_not(Diagram::Yes, a); }

Diagram Diagrams::choose(Diagram condition, Diagram yes, Diagram no) {
  std::unordered_map<std::uint64_t, Memo> memo;
  return choose_once(condition, yes, no, memo);
}

Diagram Diagrams::choose_once(Diagram condition, Diagram yes, Diagram no,
                              std::unordered_map<std::uint64_t, Memo>& memo) {
  if (condition == Diagram::Yes || yes == no) return yes;
  if (condition == Diagram::No) return no;
  Memo& of_condition = memo[number(condition)];
  const auto found = of_condition.find(pair(yes, no));
  if (found != of_condition.end()) return found->second;
  const Variable v = std::min({level(condition), level(yes), level(no)});
  std::vector<Diagram> row(widths_[v]);
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = choose_once(at(condition, v, i), at(yes, v, i), at(no, v, i), memo);
  }
  const Diagram out = node(v, row);
  memo[number(condition)].emplace(pair(yes, no), out);
  return out;
}

}  // namespace licit
