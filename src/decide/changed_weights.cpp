#include "decide/changed_weights.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

namespace licit {
namespace {

static_assert(weight_pairs <= most_values);

Weight of_part(Leaf part) { return static_cast<Weight>(part % weight_count); }

}  // namespace

Diagram changed_weights(Diagrams& diagrams, std::span<const Diagram> before,
                        std::span<const Diagram> after) {
  const std::set<Diagram> was(before.begin(), before.end());
  const std::set<Diagram> is(after.begin(), after.end());
  std::vector<Diagram> gone, come, shared;
  std::set_difference(was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(gone));
  std::set_difference(is.begin(), is.end(), was.begin(), was.end(), std::back_inserter(come));
  std::set_intersection(was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(shared));

  const auto operation = [&](auto&& of) {
    return diagrams.operation(
        weight_pairs, [of](Leaf pair, Leaf part) { return of(pair_of(pair), of_part(part)); });
  };
  const auto weigh_before = operation([](const WeightPair& pair, Weight part) {
    return leaf_of({std::max(pair.before, part), pair.after});
  });
  const auto weigh_after = operation([](const WeightPair& pair, Weight part) {
    return leaf_of({pair.before, std::max(pair.after, part)});
  });
  // Two sides that weigh the same stay the same whatever both take up: such a pair becomes leaf 0, which
  // this operation never looks past.
  const auto weigh_both = operation([](const WeightPair& pair, Weight part) {
    const WeightPair out{std::max(pair.before, part), std::max(pair.after, part)};
    return out.before == out.after ? Leaf{0} : leaf_of(out);
  });

  Diagram out = Diagrams::leaf(0);
  for (const Diagram part : gone) out = diagrams.combine(weigh_before, out, part);
  for (const Diagram part : come) out = diagrams.combine(weigh_after, out, part);
  out = diagrams.combine(weigh_both, out, Diagrams::leaf(0));
  // The heaviest first: where they speak nothing else matters any more.
  std::stable_sort(shared.begin(), shared.end(), [&](Diagram a, Diagram b) {
    return diagrams.reachable(a, diagrams.anything()) > diagrams.reachable(b, diagrams.anything());
  });
  for (const Diagram part : shared) out = diagrams.combine(weigh_both, out, part);
  return out;
}

}  // namespace licit
