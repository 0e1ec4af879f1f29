#include "chart/region_chart.h"

#include <gtest/gtest.h>

#include "licit/engine.h"

namespace licit::chart {
namespace {

const Engine& engine() {
  static const Engine one = Engine::load().value();
  return one;
}

RegionReport report_on(const char* on) {
  const auto query =
      engine().question({{{"to", "CN", {}}, {"on", on, {}}, {"exporter", "NVIDIA", {}}}});
  return region_report(engine().law(), engine().catalogue(), engine().compiled(), *query).value();
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t out = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++out;
  return out;
}

TEST(RegionChart, SaysInWordsWhatItShows) {
  const std::string svg =
      region_chart(engine().pack(), report_on("2023-12-01"), {Theme::Light, Language::En});
  EXPECT_NE(svg.find("<title id=\"title\">"), std::string::npos);
  EXPECT_NE(svg.find("<desc id=\"desc\">"), std::string::npos);
  EXPECT_NE(svg.find("China on 2023-12-01"), std::string::npos);
  for (const char* limit : {"4800 TPP (ECCN 3A090.a.1)", "5.92 TPP/mm2 (ECCN 3A090.a.2)"}) {
    EXPECT_NE(svg.find(limit), std::string::npos) << limit;
  }
}

TEST(RegionChart, EveryVerdictDrawnHasAHatchingOfItsOwnAndALegend) {
  const RegionReport report = report_on("2023-12-01");
  const std::string svg = region_chart(engine().pack(), report, {Theme::Light, Language::En});
  for (const char* verdict : {"license", "exception", "no-license"}) {
    const std::string pattern = std::string("p-") + verdict;
    EXPECT_EQ(count(svg, "<pattern id=\"" + pattern + "\""), 1U);
    // At least one region and its swatch.
    EXPECT_GE(count(svg, "url(#" + pattern + ")"), 2U);
  }
}

TEST(RegionChart, ThemesDifferAndAutoHasBoth) {
  const RegionReport report = report_on("2023-12-01");
  const std::string light = region_chart(engine().pack(), report, {Theme::Light, Language::En});
  const std::string dark = region_chart(engine().pack(), report, {Theme::Dark, Language::En});
  const std::string both = region_chart(engine().pack(), report, {Theme::Auto, Language::En});
  EXPECT_NE(light, dark);
  EXPECT_EQ(light.find("prefers-color-scheme"), std::string::npos);
  EXPECT_NE(both.find("prefers-color-scheme:dark"), std::string::npos);
  EXPECT_NE(both.find(style_sheet(Theme::Light).substr(0, 200)), std::string::npos);
}

TEST(RegionChart, AChipWithoutAFigureIsCountedNotDrawn) {
  RegionReport report = report_on("2023-12-01");
  report.chips.resize(1);
  report.chips[0].name = "Chip <A&B>";
  report.chips[0].x.number = Interval{Number(1000), {}};
  std::string svg = region_chart(engine().pack(), report, {Theme::Light, Language::En});
  EXPECT_EQ(svg.find("Chip &lt;A&amp;B&gt;"), std::string::npos);
  EXPECT_NE(svg.find("a figure being unknown or too small: 1"), std::string::npos);
  // Known as an interval, it is a bar; its name is escaped.
  report.chips[0].x.number = Interval{Number(1000), Number(4000)};
  svg = region_chart(engine().pack(), report, {Theme::Light, Language::En});
  EXPECT_NE(svg.find("Chip &lt;A&amp;B&gt;"), std::string::npos);
  EXPECT_EQ(count(svg, "class=\"bar b-"), 1U);
}

// Words or a number stand in or beside every region, and the legend says what each number stands for.
TEST(RegionChart, EveryRegionHasItsWordsOrANumber) {
  std::size_t numbers = 0;
  for (const char* on : {"2022-11-01", "2023-12-01", "2025-05-01"}) {
    for (const auto& axes : {std::pair{"tpp", "pd"}, {"tpp", "dram-bandwidth"}, {"pd", "tpp"}}) {
      const auto query = engine().question({{{"to", "CN", {}}, {"on", on, {}}}});
      RegionOptions options;
      options.axes = {axes.first, axes.second};
      options.chips = {"h20", "b200", "a30"};
      const auto report =
          region_report(engine().law(), engine().catalogue(), engine().compiled(), *query, options);
      for (const Language language : {Language::En, Language::Fr}) {
        const std::string svg = region_chart(engine().pack(), *report, {Theme::Light, language});
        const std::size_t from = svg.find("<g class=\"words\"");
        const std::string words = svg.substr(from, svg.find("</g>", from) - from);
        // A region's words are one text for each verdict that it may have.
        std::size_t wanted = 0, written = 0;
        std::size_t at = svg.find("class=\"regions\"");
        const std::string regions = svg.substr(at, svg.find("</g>", at) - at);
        for (std::size_t i = regions.find("url(#p-"); i != std::string::npos;
             i = regions.find("url(#p-", i + 1)) {
          ++wanted;
        }
        written = count(words, "callout");
        numbers += written;
        for (const char* verdict : {"license", "exception", "no-license", "undetermined",
                                    "not-covered", "not-subject", "prohibited", "conflict"}) {
          written += count(words, std::string("w-") + verdict + "\"");
        }
        EXPECT_GE(written, wanted) << on << " " << axes.first << " " << axes.second;
        const bool explained =
            svg.find(language == Language::En
                         ? "too narrow for their words: 1 "
                         : "trop étroites pour leurs mots : 1 ") != std::string::npos;
        EXPECT_EQ(explained, count(words, "callout") > 0);
      }
    }
  }
  EXPECT_GT(numbers, 0U);  // else the test has shown nothing of them
}

TEST(RegionChart, WhatANameLeavesOutIsSaid) {
  const std::string svg =
      region_chart(engine().pack(), report_on("2023-12-01"), {Theme::Light, Language::En});
  const bool shared = svg.find(" +1</text>") != std::string::npos;
  EXPECT_TRUE(shared);
  EXPECT_NE(svg.find("+n after a name"), std::string::npos);
}

}  // namespace
}  // namespace licit::chart
