// The quick ways to the verdict of a point against the walk over all parts of the day.
#include "decide/verdict_table.h"

#include <gtest/gtest.h>

#include <thread>

#include "both_engines.h"
#include "decide/residual.h"
#include "decide/verdict_memo.h"

namespace licit {
namespace {

struct Point {
  std::vector<std::uint8_t> classes;
  Encoded facts;
};

Point draw_point(const CompiledLaw& law, Drawing& draw) {
  Point out;
  for (std::size_t v = 0; v < law.axes().all().size(); ++v) {
    const std::size_t width = law.diagrams().width(static_cast<Variable>(v));
    out.classes.push_back(static_cast<std::uint8_t>(draw.below(width)));
    out.facts.allowed.push_back(ClassSet().set(out.classes.back()));
  }
  return out;
}

// The heaviest of the parts, each walked by itself: what a Moment says its parts are.
Weights walked(const CompiledLaw& law, const Moment& moment, const Point& point) {
  return weights_of(law, moment, point.facts);
}

Weights one(Weight weight) { return Weights{1} << static_cast<Leaf>(weight); }

TEST(VerdictTable, SaysWhatTheWalkSays) {
  const CompiledLaw& law = small_law().compiled;
  Drawing draw(1);
  Weights met = 0;
  for (int i = 0; i < 5'000; ++i) {
    const Moment& moment = law.moments()[draw.below(law.moments().size())];
    const Point point = draw_point(law, draw);
    const Weights expected = walked(law, moment, point);
    ASSERT_EQ(one(weight_at(law, moment, point.classes)), expected);
    met |= expected;
  }
  // Not one verdict only.
  EXPECT_GE(std::popcount(met), 3);
}

// Changing one class at a time from points that a table once answered, so that verdicts lie close by.
TEST(VerdictTable, SaysWhatTheWalkSaysBesideAPoint) {
  const CompiledLaw& law = small_law().compiled;
  const Moment& moment = law.moments().back();
  Drawing draw(2);
  Point point = draw_point(law, draw);
  for (int i = 0; i < 5'000; ++i) {
    const std::size_t v = draw.below(point.classes.size());
    const auto to = draw.below(law.diagrams().width(static_cast<Variable>(v)));
    point.classes[v] = static_cast<std::uint8_t>(to);
    point.facts.allowed[v] = ClassSet().set(to);
    ASSERT_EQ(one(weight_at(law, moment, point.classes)), walked(law, moment, point));
  }
}

// Days of the same parts need one table between them, and copies of a law share what was made.
TEST(VerdictTable, IsMadeOnceForAllThatShareIt) {
  const CompiledLaw& law = small_law().compiled;
  const CompiledLaw copy = law;
  for (std::size_t i = 0; i < law.moments().size(); ++i) {
    const Moment& moment = law.moments()[i];
    const VerdictTable& table = law.table(moment);
    EXPECT_EQ(&copy.table(copy.moments()[i]), &table);
    EXPECT_EQ(table.roots().size(), moment.parts.size());
    for (std::size_t k = 0; k < i; ++k) {
      const bool alike = law.moments()[k].parts == moment.parts;
      EXPECT_EQ(&law.table(law.moments()[k]) == &table, alike);
    }
  }
}

TEST(VerdictMemo, SaysWhatTheWalkSaysAndRemembers) {
  const CompiledLaw& law = small_law().compiled;
  const Moment& moment = law.moments().back();
  Drawing draw(3);
  std::vector<Point> points;
  for (int i = 0; i < 300; ++i) points.push_back(draw_point(law, draw));
  VerdictMemo memo(law, moment, 65'536);
  for (int i = 0; i < 6'000; ++i) {
    const Point& point = points[draw.below(points.size())];
    ASSERT_EQ(one(memo.at(point.classes)), walked(law, moment, point));
  }
  EXPECT_EQ(memo.asked(), 6'000U);
  EXPECT_GT(memo.found(), 5'000U);
}

// So few slots that nearly every answer meets another's.
TEST(VerdictMemo, NeverTakesOneTupleForAnother) {
  const CompiledLaw& law = small_law().compiled;
  const Moment& moment = law.moments().back();
  Drawing draw(4);
  VerdictMemo memo(law, moment, 2);
  Point point = draw_point(law, draw);
  for (int i = 0; i < 4'000; ++i) {
    const std::size_t v = draw.below(point.classes.size());
    const auto to = draw.below(law.diagrams().width(static_cast<Variable>(v)));
    point.classes[v] = static_cast<std::uint8_t>(to);
    point.facts.allowed[v] = ClassSet().set(to);
    ASSERT_EQ(one(memo.at(point.classes)), walked(law, moment, point));
  }
}

// One law, asked by several threads at once, which also make its tables; ThreadSanitizer watches under its
// preset.
TEST(CompiledLawThreads, AreAnsweredAlike) {
  const CompiledLaw law(small_law().pack, small_law().places);
  const auto ask = [&law](std::vector<Leaves>& answers) {
    Drawing draw(9);
    for (int i = 0; i < 60; ++i) {
      const Moment& moment = law.moments()[draw.below(law.moments().size())];
      Point point = draw_point(law, draw);
      answers.push_back(one(weight_at(law, moment, point.classes)));
      for (int k = 0; k < 4; ++k) {
        const std::size_t v = draw.below(point.classes.size());
        point.facts.allowed[v] = law.diagrams().anything()[v];
      }
      answers.push_back(weights_of(law, moment, point.facts));
      answers.push_back(Residual(law, moment, point.facts).verdicts());
    }
  };
  std::vector<std::vector<Leaves>> answers(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<Leaves>& one_of_them : answers) {
      threads.emplace_back([&ask, &one_of_them] { ask(one_of_them); });
    }
  }
  for (const std::vector<Leaves>& one_of_them : answers) EXPECT_EQ(one_of_them, answers.front());
  EXPECT_EQ(answers.front().size(), 180U);
}

}  // namespace
}  // namespace licit
