// The algebra of diagrams against plain tables: a function is made both ways, and read at every point.
#include "diagram/diagrams.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "diagram/cover.h"

namespace licit {
namespace {

// All points of a space, as classes of each variable.
std::vector<std::vector<std::uint8_t>> points(const std::vector<std::uint16_t>& widths) {
  std::vector<std::vector<std::uint8_t>> out{{}};
  for (const std::uint16_t width : widths) {
    std::vector<std::vector<std::uint8_t>> longer;
    for (const auto& point : out) {
      for (std::uint16_t i = 0; i < width; ++i) {
        longer.push_back(point);
        longer.back().push_back(static_cast<std::uint8_t>(i));
      }
    }
    out = std::move(longer);
  }
  return out;
}

const std::vector<std::uint16_t> widths{3, 2, 4, 2};

// A function with values below `values`, drawn point by point, as a table and as a diagram.
struct Drawn {
  std::vector<Leaf> table;  // in the order of points()
  Diagram diagram{};
};

Diagram from_table(Diagrams& d, Variable v, std::span<const Leaf> table) {
  if (v == d.variables()) return Diagrams::leaf(table.front());
  const std::size_t step = table.size() / d.width(v);
  std::vector<Diagram> row;
  for (std::size_t i = 0; i < d.width(v); ++i) {
    row.push_back(from_table(d, static_cast<Variable>(v + 1), table.subspan(i * step, step)));
  }
  return d.node(v, row);
}

Drawn draw(Diagrams& d, Leaf values) {
  Drawn out;
  out.table = *rc::gen::container<std::vector<Leaf>>(points(widths).size(),
                                                     rc::gen::inRange<Leaf>(0, values));
  out.diagram = from_table(d, 0, out.table);
  return out;
}

Allowed draw_allowed(const Diagrams& d) {
  Allowed out = d.anything();
  for (std::size_t v = 0; v < out.size(); ++v) {
    const auto kept = *rc::gen::inRange<std::size_t>(0, d.width(static_cast<Variable>(v)));
    for (std::size_t i = 0; i < d.width(static_cast<Variable>(v)); ++i) {
      if (i != kept && *rc::gen::arbitrary<bool>()) out[v].reset(i);
    }
  }
  return out;
}

bool is_allowed(const Allowed& allowed, const std::vector<std::uint8_t>& point) {
  for (std::size_t v = 0; v < point.size(); ++v) {
    if (!allowed[v].test(point[v])) return false;
  }
  return true;
}

TEST(Diagrams, ATestAsksOneVariable) {
  Diagrams d({3, 2});
  const Diagram high = d.test(0, ClassSet().set(2));
  EXPECT_EQ(d.value(high, std::vector<std::uint8_t>{2, 0}), 1);
  EXPECT_EQ(d.value(high, std::vector<std::uint8_t>{1, 0}), 0);
  EXPECT_EQ(d.support(high), std::vector<Variable>{0});
}

TEST(Diagrams, EqualFunctionsAreOneDiagram) {
  Diagrams d({2, 2, 2});
  const Diagram a = d.test(0, ClassSet().set(1));
  const Diagram b = d.test(1, ClassSet().set(1));
  const Diagram c = d.test(2, ClassSet().set(1));
  // De Morgan, distribution, absorption.
  EXPECT_EQ(d.opposite(d.both(a, b)), d.either(d.opposite(a), d.opposite(b)));
  EXPECT_EQ(d.both(a, d.either(b, c)), d.either(d.both(a, b), d.both(a, c)));
  EXPECT_EQ(d.either(a, d.both(a, b)), a);
  EXPECT_EQ(d.either(a, d.opposite(a)), Diagram::Yes);
  EXPECT_EQ(d.both(a, d.opposite(a)), Diagram::No);
}

TEST(Diagrams, ATestOfEveryClassAsksNothing) {
  Diagrams d({3});
  EXPECT_EQ(d.test(0, ClassSet().set(0).set(1).set(2)), Diagram::Yes);
  EXPECT_EQ(d.test(0, ClassSet()), Diagram::No);
}

RC_GTEST_PROP(DiagramsProperty, OperationsAgreeWithTables, ()) {
  Diagrams d(widths);
  const Drawn a = draw(d, 3);
  const Drawn b = draw(d, 3);
  const auto drawn = *rc::gen::container<std::vector<Leaf>>(9, rc::gen::inRange<Leaf>(0, 3));
  const auto of = [&](Leaf x, Leaf y) { return drawn[static_cast<std::size_t>(x * 3 + y)]; };
  const Diagram out = d.combine(d.operation(3, of), a.diagram, b.diagram);
  const auto all = points(widths);
  for (std::size_t i = 0; i < all.size(); ++i) {
    RC_ASSERT(d.value(out, all[i]) == of(a.table[i], b.table[i]));
  }
}

RC_GTEST_PROP(DiagramsProperty, ChoosingAgreesWithTables, ()) {
  Diagrams d(widths);
  const Drawn c = draw(d, 2);
  const Drawn a = draw(d, 4);
  const Drawn b = draw(d, 4);
  const Diagram out = d.choose(c.diagram, a.diagram, b.diagram);
  const auto all = points(widths);
  for (std::size_t i = 0; i < all.size(); ++i) {
    RC_ASSERT(d.value(out, all[i]) == (c.table[i] != 0 ? a.table[i] : b.table[i]));
  }
}

RC_GTEST_PROP(DiagramsProperty, WhatCanBeReachedIsWhatSomePossiblePointHas, ()) {
  Diagrams d(widths);
  const Drawn a = draw(d, 5);
  const Allowed allowed = draw_allowed(d);
  Leaves expected = 0;
  const auto all = points(widths);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_allowed(allowed, all[i])) expected |= Leaves{1} << a.table[i];
  }
  RC_ASSERT(d.reachable(a.diagram, allowed) == expected);
}

RC_GTEST_PROP(DiagramsProperty, AResidualAgreesWherePossibleAndAsksNothingSettled, ()) {
  Diagrams d(widths);
  const Drawn a = draw(d, 3);
  const Allowed allowed = draw_allowed(d);
  const Diagram left = d.residual(a.diagram, allowed);
  const auto all = points(widths);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_allowed(allowed, all[i])) RC_ASSERT(d.value(left, all[i]) == a.table[i]);
  }
  for (const Variable v : d.support(left)) RC_ASSERT(allowed[v].count() > 1);
}

TEST(Cover, AStaircaseIsItsSteps) {
  // "x of 1 or more with y of 2, or x of 2 with anything": two cubes, each an interval.
  Diagrams d({3, 3});
  const Diagram f =
      d.either(d.both(d.test(0, ClassSet().set(1).set(2)), d.test(1, ClassSet().set(2))),
               d.test(0, ClassSet().set(2)));
  const std::vector<Cube> cubes = cover(d, f, f, {true, true});
  ASSERT_EQ(cubes.size(), 2U);
  EXPECT_EQ(cubes[0], (Cube{{0, ClassSet().set(2)}}));
  EXPECT_EQ(cubes[1], (Cube{{0, ClassSet().set(1).set(2)}, {1, ClassSet().set(2)}}));
}

TEST(Cover, WidenedCubesSayNoMoreThanTheyMust) {
  // "x of 1 or more, or y of 2", said in five cubes of which two, loosened, are enough.
  Diagrams d({3, 3});
  const auto x = [](std::size_t i) { return std::pair{Variable{0}, ClassSet().set(i)}; };
  const auto y = [](std::size_t i) { return std::pair{Variable{1}, ClassSet().set(i)}; };
  const Diagram f = d.either(d.test(0, ClassSet().set(1).set(2)), d.test(1, ClassSet().set(2)));
  const std::vector<Cube> cubes = widened(
      d, {{x(1)}, {x(2), y(0)}, {x(2), y(1)}, {x(2), y(2)}, {x(0), y(2)}}, f, f, {true, true});
  ASSERT_EQ(cubes.size(), 2U);
  EXPECT_EQ(cubes[0], (Cube{{0, ClassSet().set(1).set(2)}}));
  EXPECT_EQ(cubes[1], (Cube{{1, ClassSet().set(2)}}));
}

RC_GTEST_PROP(CoverProperty, WidenedCubesSayTheSameAndNoConditionIsIdle, ()) {
  Diagrams d(widths);
  const Drawn must = draw(d, 2);
  const Drawn more = draw(d, 2);
  const Diagram may = d.either(must.diagram, more.diagram);
  const std::vector<bool> ordered{true, false, true, false};
  const std::vector<Cube> cubes =
      widened(d, cover(d, must.diagram, may, ordered), must.diagram, may, ordered);
  Diagram all = Diagram::No;
  for (const Cube& cube : cubes) all = d.either(all, function_of(d, cube));
  RC_ASSERT(d.but_not(must.diagram, all) == Diagram::No);
  RC_ASSERT(d.but_not(all, may) == Diagram::No);
  for (std::size_t i = 0; i < cubes.size(); ++i) {
    Diagram others = Diagram::No;
    for (std::size_t j = 0; j < cubes.size(); ++j) {
      if (j != i) others = d.either(others, function_of(d, cubes[j]));
    }
    RC_ASSERT(d.but_not(must.diagram, others) != Diagram::No);
    for (std::size_t at = 0; at < cubes[i].size(); ++at) {
      Cube looser = cubes[i];
      looser.erase(looser.begin() + static_cast<std::ptrdiff_t>(at));
      RC_ASSERT(d.but_not(function_of(d, looser), may) != Diagram::No);
    }
  }
}

RC_GTEST_PROP(CoverProperty, CubesSayWhatTheFunctionSaysAndNoneIsIdle, ()) {
  Diagrams d(widths);
  const Drawn must = draw(d, 2);
  const Drawn more = draw(d, 2);
  const Diagram may = d.either(must.diagram, more.diagram);
  const std::vector<Cube> cubes = cover(d, must.diagram, may, {true, false, true, false});
  Diagram all = Diagram::No;
  for (const Cube& cube : cubes) all = d.either(all, function_of(d, cube));
  RC_ASSERT(d.but_not(must.diagram, all) == Diagram::No);
  RC_ASSERT(d.but_not(all, may) == Diagram::No);
  for (std::size_t i = 0; i < cubes.size(); ++i) {
    Diagram others = Diagram::No;
    for (std::size_t j = 0; j < cubes.size(); ++j) {
      if (j != i) others = d.either(others, function_of(d, cubes[j]));
    }
    RC_ASSERT(d.but_not(must.diagram, others) != Diagram::No);
    for (const auto& [v, classes] : cubes[i]) {
      if (v != 0 && v != 2) continue;
      const std::size_t first = classes._Find_first();
      for (std::size_t c = first; c < first + classes.count(); ++c) RC_ASSERT(classes.test(c));
    }
  }
}

}  // namespace
}  // namespace licit
