#include "chart/placing.h"

#include <gtest/gtest.h>

namespace licit::chart {
namespace {

TEST(Placing, ANameStandsRightOfItsPointWhereThatIsFree) {
  Placing room({0, 0, 200, 100});
  const auto box = room.beside(50, 50, 40, 10, 8);
  ASSERT_TRUE(box);
  EXPECT_DOUBLE_EQ(box->left, 58);
  EXPECT_DOUBLE_EQ(box->top, 45);
}

TEST(Placing, NoTwoNamesTouch) {
  Placing room({0, 0, 300, 200});
  std::vector<Box> placed;
  for (int i = 0; i < 12; ++i) {
    if (const auto box = room.beside(150, 100, 60, 12, 8)) placed.push_back(*box);
  }
  EXPECT_GE(placed.size(), 4U);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    for (std::size_t j = i + 1; j < placed.size(); ++j) EXPECT_FALSE(placed[i].touches(placed[j]));
  }
}

TEST(Placing, ANameNeverLeavesTheDrawing) {
  Placing room({0, 0, 100, 100});
  const auto box = room.beside(95, 50, 60, 12, 8);
  ASSERT_TRUE(box);
  EXPECT_LE(box->right, 100);
  EXPECT_FALSE(room.beside(50, 50, 140, 12, 8));
}

TEST(Placing, TextIsMeasuredByItsLetters) {
  EXPECT_GT(text_width("WWWW", 12), text_width("iiii", 12));
  EXPECT_DOUBLE_EQ(text_width("\xc3\xa9", 12), text_width("e", 12));
}

}  // namespace
}  // namespace licit::chart
