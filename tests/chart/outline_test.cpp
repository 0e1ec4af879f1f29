#include "chart/outline.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace licit::chart {
namespace {

// Twice the area of a loop, by the shoelace formula; positive where it runs with its inside on the left.
long area(const std::vector<Corner>& loop) {
  long out = 0;
  for (std::size_t k = 0; k < loop.size(); ++k) {
    const Corner& a = loop[k];
    const Corner& b = loop[(k + 1) % loop.size()];
    out += static_cast<long>(a.first * b.second) - static_cast<long>(b.first * a.second);
  }
  return out;
}

TEST(Outline, CellsOfOneKindAreOneRectangle) {
  const auto found = patches({{7, 7}, {7, 7}, {7, 7}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, 7U);
  EXPECT_EQ(found[0].cells.size(), 6U);
  ASSERT_EQ(found[0].loops.size(), 1U);
  EXPECT_EQ(found[0].loops[0].size(), 4U);
  EXPECT_EQ(area(found[0].loops[0]), 2 * 3 * 2);
}

TEST(Outline, AStepHasSixCorners) {
  // 3A090.b of November 2023 is such a step: 1600 and 3.2, then 2400 and 1.6.
  const auto found = patches({{0, 1}, {1, 1}});
  const auto step =
      std::find_if(found.begin(), found.end(), [](const Patch& p) { return p.kind == 1; });
  ASSERT_NE(step, found.end());
  ASSERT_EQ(step->loops.size(), 1U);
  EXPECT_EQ(step->loops[0].size(), 6U);
  EXPECT_EQ(area(step->loops[0]), 2 * 3);
}

TEST(Outline, AHoleIsALoopOfItsOwn) {
  const auto found = patches({{1, 1, 1}, {1, 2, 1}, {1, 1, 1}});
  ASSERT_EQ(found.size(), 2U);
  ASSERT_EQ(found[0].loops.size(), 2U);
  EXPECT_EQ(area(found[0].loops[0]) + area(found[0].loops[1]), 2 * 8);
  EXPECT_EQ(found[1].cells.size(), 1U);
}

TEST(Outline, CellsThatShareACornerAreApart) {
  const auto found = patches({{1, 2}, {2, 1}});
  EXPECT_EQ(found.size(), 4U);
}

TEST(Outline, BlocksLieWithin) {
  const auto found = patches({{0, 1}, {1, 1}});
  for (const Patch& patch : found) {
    std::size_t largest = 0;
    for (const Block& block : blocks(patch)) {
      const std::size_t cells = (block.last - block.first) * (block.top - block.bottom);
      largest = std::max(largest, cells);
      for (std::size_t i = block.first; i < block.last; ++i) {
        for (std::size_t j = block.bottom; j < block.top; ++j) {
          EXPECT_NE(std::find(patch.cells.begin(), patch.cells.end(), std::pair(i, j)),
                    patch.cells.end());
        }
      }
    }
    EXPECT_EQ(largest, patch.kind == 1 ? 2U : 1U);
  }
}

}  // namespace
}  // namespace licit::chart
