#include "decide/example.h"

#include <unordered_map>

namespace licit {
namespace {

Number number_in(const Axis& axis, std::size_t i) {
  // A limit that belongs to the class says most; else a number beyond it.
  if (i > 0 && !axis.cuts[i - 1].after) return axis.cuts[i - 1].at;
  if (i < axis.cuts.size() && axis.cuts[i].after) return axis.cuts[i].at;
  const Number low = i > 0 ? axis.cuts[i - 1].at : Number(0);
  const Number high = i < axis.cuts.size() ? axis.cuts[i].at : low.times(Number(2)).value_or(low);
  const auto middle = low.plus(high).value_or(low).over(Number(2));
  return middle.value_or(low);
}

Date day_in(const Axis& axis, std::size_t i) {
  if (i > 0) return axis.days[i - 1].after ? axis.days[i - 1].at.plus_days(1) : axis.days[i - 1].at;
  if (axis.days.empty()) return Date{};
  return axis.days[0].after ? axis.days[0].at : axis.days[0].at.plus_days(-1);
}

class Shortest {
 public:
  Shortest(const DiagramView& diagrams, Leaf leaf) : diagrams_(diagrams), leaf_(leaf) {}

  static constexpr std::size_t never = SIZE_MAX / 2;

  std::size_t length(Diagram d) {
    if (Diagrams::is_leaf(d)) return Diagrams::leaf_of(d) == leaf_ ? 0 : never;
    const auto found = lengths_.find(static_cast<std::uint32_t>(d));
    if (found != lengths_.end()) return found->second;
    std::size_t best = never;
    for (const Diagram child : diagrams_.children(d)) best = std::min(best, length(child) + 1);
    lengths_.emplace(static_cast<std::uint32_t>(d), best);
    return best;
  }

  std::size_t step(Diagram d) {
    const std::span<const Diagram> row = diagrams_.children(d);
    std::size_t best = 0;
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (length(row[i]) < length(row[best])) best = i;
    }
    return best;
  }

 private:
  const DiagramView& diagrams_;
  Leaf leaf_;
  std::unordered_map<std::uint32_t, std::size_t> lengths_;
};

}  // namespace

std::string value_in(const Axes& axes, Variable v, std::size_t i) {
  const Axis& axis = axes[v];
  switch (axis.asks) {
    case Asks::Number:
      return number_in(axis, i).decimal();
    case Asks::Day:
      return day_in(axis, i).iso();
    case Asks::Place:
      return axes.place_representatives()[i];
    case Asks::Word:
    case Asks::Reading:
    case Asks::Posture:
      return i < axis.words.size() ? axis.words[i] : "another";
    case Asks::Member:
    case Asks::Doubt:
      return (i == 1 ? "" : "not ") + axis.word;
    case Asks::Known:
    case Asks::Received:
      return i == 1 ? "yes" : "no";
  }
  return {};
}

Example example_of(const DiagramView& diagrams, const Axes& axes, Diagram function, Leaf leaf) {
  Example out;
  Shortest way(diagrams, leaf);
  if (way.length(function) >= Shortest::never) return out;
  while (!Diagrams::is_leaf(function)) {
    const std::size_t i = way.step(function);
    const Variable v = diagrams.variable(function);
    out.emplace_back(axes[v].subject, value_in(axes, v, i));
    function = diagrams.children(function)[i];
  }
  return out;
}

}  // namespace licit
