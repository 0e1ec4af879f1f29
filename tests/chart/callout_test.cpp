#include "chart/callout.h"

#include <gtest/gtest.h>

namespace licit::chart {
namespace {

TEST(Callout, StandsInARegionWithRoom) {
  Svg svg;
  Placing room({0, 0, 100, 100});
  draw_callout(svg, room, {{10, 10, 40, 40}}, "1");
  const std::string out = svg.take();
  EXPECT_NE(out.find("x=\"25\""), std::string::npos) << out;
  EXPECT_EQ(out.find("<path"), std::string::npos);
  EXPECT_FALSE(room.is_free({20, 20, 30, 30}));
}

TEST(Callout, ALineLeadsFromBesideANarrowOne) {
  Svg svg;
  Placing room({0, 0, 100, 100});
  draw_callout(svg, room, {{10, 50, 90, 52}}, "2");
  const std::string out = svg.take();
  EXPECT_NE(out.find("M50 51L"), std::string::npos) << out;
  EXPECT_NE(out.find(">2</text>"), std::string::npos);
}

TEST(Callout, IsDrawnEvenWhereAllIsTaken) {
  Svg svg;
  Placing room({0, 0, 100, 100});
  room.take({0, 0, 100, 100});
  draw_callout(svg, room, {{10, 50, 90, 52}}, "3");
  EXPECT_NE(svg.take().find(">3</text>"), std::string::npos);
}

}  // namespace
}  // namespace licit::chart
