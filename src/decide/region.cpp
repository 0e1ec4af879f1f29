#include "decide/region.h"

#include <algorithm>
#include <array>
#include <bit>

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

// What is left when all that is stricter was said comes last; "not covered" is seldom what one looks for.
constexpr std::array strictest_first{Verdict::NotSubject, Verdict::Prohibited,   Verdict::Conflict,
                                     Verdict::License,    Verdict::Undetermined, Verdict::Exception,
                                     Verdict::NotCovered, Verdict::NoLicense};

// The cube without the words that it reaches only where something else was said already.
Cube needed(Diagrams& diagrams, Cube cube, Diagram must, const std::vector<bool>& ordered) {
  for (auto& [v, classes] : cube) {
    if (ordered[v]) continue;
    const ClassSet all = classes;
    ClassSet used;
    for (std::size_t i = 0; i < diagrams.width(v); ++i) {
      if (!all.test(i)) continue;
      classes = ClassSet().set(i);
      if (diagrams.both(function_of(diagrams, cube), must) != Diagram::No) used.set(i);
    }
    classes = used;
  }
  return cube;
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
  // That no set names a place is a doubt only where the place is known.
  const auto is_fact = [&](const std::string& one) { return law.pack().find_fact(one) != nullptr; };
  if (std::any_of(out.turns_on.begin(), out.turns_on.end(), is_fact)) {
    std::erase_if(out.turns_on, [&](const std::string& one) { return !is_fact(one); });
  }
  const std::vector<bool> ordered = mapped(residual.open(), [&](const OpenAxis& axis) {
    return law.axes()[axis.axis].asks == Asks::Number;
  });
  // No item is there, so a statement may reach over it where that makes it shorter.
  const Diagram nowhere = where(Residual::impossible);
  const auto add = [&](std::vector<RegionStatement>& to, Verdict verdict, Diagram must,
                       Diagram may) {
    for (const Cube& cube : cover(diagrams, must, may, ordered)) {
      RegionStatement statement;
      statement.verdict = verdict;
      for (const auto& [v, classes] : needed(diagrams, cube, must, ordered)) {
        statement.limits.push_back(limit_of(law, residual.open()[v], classes));
      }
      to.push_back(std::move(statement));
    }
  };
  const auto of = [&](Verdict verdict) {
    return where(verdict == Verdict::Undetermined ? Residual::several : static_cast<Leaf>(verdict));
  };
  for (const Verdict verdict : freest_first) {
    add(out.statements, verdict, of(verdict), diagrams.either(of(verdict), nowhere));
  }
  Diagram said = nowhere;
  for (const Verdict verdict : strictest_first) {
    const Diagram must = of(verdict);
    said = diagrams.either(said, must);
    add(out.in_turn, verdict, must, said);
  }
  return out;
}

namespace {

// What follows from the two axes being in these classes; empty where that cannot be.
std::optional<Encoded> put_at(const Encoded& facts, Variable column, std::size_t i, Variable row,
                              std::size_t j) {
  Encoded at = facts;
  if (!at.allowed[column].test(i) || !at.allowed[row].test(j)) return {};
  at.allowed[column] = ClassSet().set(i);
  at.allowed[row] = ClassSet().set(j);
  for (const Link& link : facts.links) {
    ClassSet from, to;
    for (std::size_t k = 0; k < link.allows.size(); ++k) {
      if (!at.allowed[link.from].test(k)) continue;
      if ((link.allows[k] & at.allowed[link.to]).none()) continue;
      from.set(k);
      to |= link.allows[k];
    }
    at.allowed[link.from] &= from;
    at.allowed[link.to] &= to;
    if (from.none() || at.allowed[link.to].none()) return {};
  }
  std::erase_if(at.links, [&](const Link& link) {
    return at.allowed[link.from].count() == 1 || at.allowed[link.to].count() == 1;
  });
  return at;
}

// The residual where the axes have only these classes.
PlaneCell cell_of(const Residual& residual, const Encoded& at) {
  Allowed allowed = residual.diagrams().anything();
  for (std::size_t v = 0; v < residual.open().size(); ++v) {
    const OpenAxis& open = residual.open()[v];
    allowed[v].reset();
    for (std::size_t i = 0; i < open.classes.size(); ++i) {
      if (at.allowed[open.axis].test(open.classes[i])) allowed[v].set(i);
    }
  }
  PlaneCell out;
  out.verdicts = residual.verdicts_where(allowed);
  if (std::popcount(out.verdicts) > 1) out.decided_by = residual.facts_where(allowed);
  return out;
}

// Columns that do not differ from the one before are one with it.
void drop_idle(std::vector<Cut<Number>>& cuts, std::vector<std::vector<PlaneCell>>& columns) {
  for (std::size_t i = cuts.size(); i-- > 0;) {
    if (columns[i] != columns[i + 1]) continue;
    cuts.erase(cuts.begin() + static_cast<std::ptrdiff_t>(i));
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i + 1));
  }
}

std::vector<std::vector<PlaneCell>> transposed(const std::vector<std::vector<PlaneCell>>& of) {
  std::vector<std::vector<PlaneCell>> out(of.front().size());
  for (const std::vector<PlaneCell>& column : of) {
    for (std::size_t j = 0; j < column.size(); ++j) out[j].push_back(column[j]);
  }
  return out;
}

}  // namespace

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
  const Residual residual(law, moment, facts);
  for (std::size_t i = 0; i <= out.x_cuts.size(); ++i) {
    for (std::size_t j = 0; j <= out.y_cuts.size(); ++j) {
      const auto at = put_at(facts, *column, i, *row, j);
      out.cells[i].push_back(at ? cell_of(residual, *at) : PlaneCell{});
    }
  }
  drop_idle(out.x_cuts, out.cells);
  std::vector<std::vector<PlaneCell>> rows = transposed(out.cells);
  drop_idle(out.y_cuts, rows);
  out.cells = transposed(rows);
  return out;
}

}  // namespace licit
