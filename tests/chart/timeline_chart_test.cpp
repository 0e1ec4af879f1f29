#include "chart/timeline_chart.h"

#include <gtest/gtest.h>

#include "licit/engine.h"

namespace licit::chart {
namespace {

TEST(TimelineChart, EveryAnswerIsDrawnAndListed) {
  const Engine engine = Engine::load().value();
  const auto timeline = engine.timeline(
      {{{"item", "h20", {}}, {"to", "CN", {}}, {"hq", "CN", {}}, {"exporter", "NVIDIA", {}}}});
  ASSERT_TRUE(timeline.ok());
  const std::string svg =
      timeline_chart("H20 & others", {{"as enforced", *timeline}}, {Theme::Light, Language::En});
  // Form 8-K of 2025-04-15: the requirement dates from 2025-04-09.
  EXPECT_NE(svg.find("From 2025-04-09: LICENSE REQUIRED"), std::string::npos);
  EXPECT_NE(svg.find("H20 &amp; others"), std::string::npos);
  EXPECT_NE(svg.find("url(#p-license)"), std::string::npos);
  EXPECT_NE(svg.find("url(#p-no-license)"), std::string::npos);
  EXPECT_NE(svg.find("as enforced"), std::string::npos);
  EXPECT_NE(svg.find("2025-07-14"), std::string::npos);  // NVIDIA's statement on assurances
}

}  // namespace
}  // namespace licit::chart
