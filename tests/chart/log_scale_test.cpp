#include "chart/log_scale.h"

#include <gtest/gtest.h>

namespace licit::chart {
namespace {

std::vector<std::string> texts(const LogScale& scale) {
  std::vector<std::string> out;
  for (const Tick& tick : scale.ticks()) out.push_back(tick.at.decimal());
  return out;
}

TEST(LogScale, EqualRatiosAreEqualDistances) {
  const LogScale scale(10, 1000, 0, 200);
  EXPECT_DOUBLE_EQ(scale.at(10.0), 0);
  EXPECT_NEAR(scale.at(100.0), 100, 1e-9);
  EXPECT_NEAR(scale.at(1000.0), 200, 1e-9);
  EXPECT_NEAR(scale.at(*Number::parse("100")), 100, 1e-9);
}

TEST(LogScale, AnAxisThatRunsUpwardsHasItsLowEndBelow) {
  const LogScale scale(1, 100, 500, 100);
  EXPECT_NEAR(scale.at(1.0), 500, 1e-9);
  EXPECT_NEAR(scale.at(100.0), 100, 1e-9);
}

TEST(LogScale, WhatLiesOutsideIsDrawnAtTheEdge) {
  const LogScale scale(10, 1000, 0, 200);
  EXPECT_DOUBLE_EQ(scale.at(0.0), 0);
  EXPECT_DOUBLE_EQ(scale.at(5.0), 0);
  EXPECT_NEAR(scale.at(1e9), 200, 1e-9);
}

TEST(LogScale, TicksAreOneTwoFiveOfEachDecade) {
  EXPECT_EQ(texts({1, 100, 0, 1}),
            (std::vector<std::string>{"1", "2", "5", "10", "20", "50", "100"}));
  EXPECT_EQ(texts({0.3, 3, 0, 1}), (std::vector<std::string>{"0.5", "1", "2"}));
}

TEST(LogScale, ManyDecadesHaveDecadesOnly) {
  EXPECT_EQ(texts({1, 100000, 0, 1}),
            (std::vector<std::string>{"1", "10", "100", "1000", "10000", "100000"}));
}

}  // namespace
}  // namespace licit::chart
