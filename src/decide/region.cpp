#include "decide/region.h"

#include <algorithm>
#include <array>

#include "base/mapped.h"
#include "decide/exact.h"
#include "diagram/cover.h"

namespace licit {
namespace {

bool is_item(const OpenAxis& axis) { return axis.fact.starts_with("item."); }

RegionLimit limit_of(const CompiledLaw& law, const OpenAxis& open, const ClassSet& classes) {
  const Axis& axis = law.axes()[open.axis];
  RegionLimit out;
  out.fact = open.fact;
  if (axis.asks == Asks::Number) {
    const std::size_t first = classes._Find_first();
    const std::size_t low = open.classes[first];
    const std::size_t high = open.classes[first + classes.count() - 1];
    if (low > 0) out.low = RegionEnd{axis.cuts[low - 1].at, !axis.cuts[low - 1].after};
    if (high < axis.cuts.size()) out.high = RegionEnd{axis.cuts[high].at, axis.cuts[high].after};
    return out;
  }
  for (std::size_t i = 0; i < open.classes.size(); ++i) {
    if (!classes.test(i)) continue;
    const std::size_t at = open.classes[i];
    out.words.push_back(at < axis.words.size() ? axis.words[at] : std::string("*"));
  }
  return out;
}

constexpr std::array freest_first{Verdict::NotSubject,   Verdict::NoLicense,  Verdict::Exception,
                                  Verdict::License,      Verdict::Prohibited, Verdict::Conflict,
                                  Verdict::Undetermined, Verdict::NotCovered};

}  // namespace

Region region_of(const CompiledLaw& law, const Moment& moment, const Encoded& facts) {
  Residual residual(law, moment, facts);
  const std::vector<bool> items = mapped(residual.open(), is_item);
  const Diagram verdicts = residual.keeping(items);
  Diagrams& diagrams = residual.diagrams();
  const auto where = [&](Leaf leaf) {
    std::array<Leaf, most_values> image{};
    image[leaf] = 1;
    return diagrams.replace_leaves(verdicts, image);
  };

  Region out;
  for (const Variable v : diagrams.support(verdicts)) {
    out.item_facts.push_back(residual.open()[v].fact);
  }
  for (const std::string& fact : residual.facts()) {
    if (!fact.starts_with("item.")) out.turns_on.push_back(fact);
  }
  const std::vector<bool> ordered = mapped(residual.open(), [&](const OpenAxis& axis) {
    return law.axes()[axis.axis].asks == Asks::Number;
  });
  // No item is there, so a statement may reach over it where that makes it shorter.
  const Diagram nowhere = where(Residual::impossible);
  for (const Verdict verdict : freest_first) {
    const Leaf leaf =
        verdict == Verdict::Undetermined ? Residual::several : static_cast<Leaf>(verdict);
    const Diagram must = where(leaf);
    for (const Cube& cube : cover(diagrams, must, diagrams.either(must, nowhere), ordered)) {
      RegionStatement statement;
      statement.verdict = verdict;
      for (const auto& [v, classes] : cube) {
        statement.limits.push_back(limit_of(law, residual.open()[v], classes));
      }
      out.statements.push_back(std::move(statement));
    }
  }
  return out;
}

std::optional<Plane> plane_of(const CompiledLaw& law, const Moment& moment, const Encoded& facts,
                              const std::string& x, const std::string& y) {
  const auto column = law.axes().find(Asks::Number, x);
  const auto row = law.axes().find(Asks::Number, y);
  if (!column || !row || column == row) return {};
  Plane out;
  out.x = x;
  out.y = y;
  out.x_cuts = law.axes()[*column].cuts;
  out.y_cuts = law.axes()[*row].cuts;
  out.cells.resize(out.x_cuts.size() + 1);
  for (std::size_t i = 0; i <= out.x_cuts.size(); ++i) {
    for (std::size_t j = 0; j <= out.y_cuts.size(); ++j) {
      Encoded at = facts;
      at.allowed[*column] = ClassSet().set(i);
      at.allowed[*row] = ClassSet().set(j);
      std::erase_if(at.links, [&](const Link& link) {
        return link.from == *column || link.to == *column || link.from == *row || link.to == *row;
      });
      const Weights weights = weights_of(law, moment, at);
      Leaves verdicts = 0;
      for (Leaf w = 0; w <= static_cast<Leaf>(Weight::NotSubject); ++w) {
        if (weights >> w & 1) {
          verdicts |= Leaves{1} << static_cast<Leaf>(verdict_of(static_cast<Weight>(w)));
        }
      }
      out.cells[i].push_back(verdicts);
    }
  }
  return out;
}

}  // namespace licit
