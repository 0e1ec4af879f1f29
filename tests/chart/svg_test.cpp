#include "chart/svg.h"

#include <gtest/gtest.h>

#include <clocale>

namespace licit::chart {
namespace {

TEST(Svg, PixelsHaveAPointAndNoIdleZeros) {
  EXPECT_EQ(pixels(12), "12");
  EXPECT_EQ(pixels(12.5), "12.5");
  EXPECT_EQ(pixels(-0.25), "-0.25");
  EXPECT_EQ(pixels(100), "100");
  EXPECT_EQ(pixels(-0.001), "0");
  EXPECT_EQ(pixels(1234567.891), "1234567.89");
}

TEST(Svg, PixelsAreTheSameInEveryLocale) {
  const std::string before = std::setlocale(LC_NUMERIC, nullptr);
  for (const char* locale : {"fr_FR.UTF-8", "de_DE.UTF-8"}) {
    if (std::setlocale(LC_NUMERIC, locale) == nullptr) continue;
    EXPECT_EQ(pixels(1.5), "1.5");
  }
  std::setlocale(LC_NUMERIC, before.c_str());
}

TEST(Svg, TextAndAttributesAreEscaped) {
  Svg svg;
  svg.open("g", {{"id", "a\"<b"}});
  svg.text("text", {}, std::string_view("AT&T <5 >\x01 \xc3\xa9", 14));
  svg.close();
  EXPECT_EQ(svg.take(),
            "<g id=\"a&quot;&lt;b\">\n  <text>AT&amp;T &lt;5 &gt; \xc3\xa9</text>\n</g>\n");
}

TEST(Svg, AnEmptyAttributeIsLeftOut) {
  Svg svg;
  svg.leaf("rect", {{"class", ""}, {"x", "1"}});
  EXPECT_EQ(svg.take(), "<rect x=\"1\"/>\n");
}

}  // namespace
}  // namespace licit::chart
