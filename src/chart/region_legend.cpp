#include "chart/region_legend.h"

#include "base/mapped.h"
#include "base/text.h"
#include "chart/document.h"
#include "chart/placing.h"
#include "decide/headline.h"
#include "decide/region_words.h"

namespace licit::chart {
namespace {

constexpr std::size_t most_cites = 2;
// Wide enough for a stripe of each of three verdicts.
constexpr double swatch = 60;

std::string words_of(const RegionLegend& legend, Leaves verdicts) {
  const auto words = mapped(verdicts_of(verdicts), [&](Verdict verdict) {
    return verdict_words(legend.language, verdict);
  });
  return joined(words, say(legend.language, Msg::RegionOr));
}

// What is not said in the plane itself: "too narrow for their words: 1 LICENSE REQUIRED; 2 ...".
std::vector<std::string> notes_of(const RegionLegend& legend) {
  const Language language = legend.language;
  std::vector<std::string> notes;
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < legend.numbered.size(); ++i) {
    numbers.push_back(std::to_string(i + 1) + " " + words_of(legend, legend.numbered[i]));
  }
  if (!numbers.empty()) {
    notes.push_back(say(language, Msg::ChartNumbered, {joined(numbers, ", ")}));
  }
  if (legend.shares_point) notes.push_back(say(language, Msg::ChartSamePoint));
  if (legend.unnamed > 0) {
    notes.push_back(say(language, Msg::ChartUnnamed, {std::to_string(legend.unnamed)}));
  }
  if (legend.bars) notes.push_back(say(language, Msg::ChartInterval));
  if (legend.not_drawn > 0) {
    notes.push_back(say(language, Msg::ChartNotDrawn, {std::to_string(legend.not_drawn)}));
  }
  return notes;
}

void draw_hatchings(Svg& svg, const RegionLegend& legend, double& y) {
  for (const Leaves verdicts : legend.shown) {
    svg.leaf("rect", {{"class", "frame"},
                      {"style", "fill:url(#" + pattern_id(verdicts) + ")"},
                      {"x", pixels(page_margin)},
                      {"y", pixels(y - 12)},
                      {"width", pixels(swatch)},
                      {"height", "15"}});
    std::string text = words_of(legend, verdicts);
    const auto deciding = legend.decided_by.find(verdicts);
    if (deciding != legend.decided_by.end()) {
      const auto facts = mapped(deciding->second, [&](const std::string& fact) {
        return fact_words(legend.pack, legend.language, fact);
      });
      text = say(legend.language, Msg::ChartDecides,
                 {text, joined(facts, say(legend.language, Msg::ChartNext))});
    }
    draw_paragraph(svg, text, page_margin + swatch + 10, y, "ink");
    y += 3;
  }
  y += 6;
}

// In a row, wrapped.
void draw_marks(Svg& svg, const RegionLegend& legend, double& y) {
  if (legend.marks == 0) return;
  const std::string& vendor = legend.report.vendor;
  const std::string who = vendor.empty() ? say(legend.language, Msg::ChartChip)
                                         : say(legend.language, Msg::ChartChipOf, {vendor});
  draw_paragraph(svg, who, page_margin, y, "ink");
  double x = page_margin + 4;
  for (const Verdict verdict : verdicts_of(legend.marks)) {
    const std::string words = verdict_words(legend.language, verdict);
    const double wide = text_width(words, text_size) + 34;
    if (x + wide > page_width - page_margin) {
      x = page_margin + 4;
      y += line_height;
    }
    draw_mark(svg, verdict, x, y - 4);
    svg.text("text", {{"class", "ink"}, {"x", pixels(x + 11)}, {"y", pixels(y)}}, words);
    x += wide;
  }
  y += line_height + 4;
}

std::string cites(const RegionLegend& legend) {
  const std::vector<LimitSource>& all = legend.report.plane_limits;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < all.size();) {
    const LimitSource& one = all[i];
    std::vector<std::string> cited;
    for (; i < all.size() && all[i].fact == one.fact && all[i].at == one.at; ++i) {
      if (cited.size() < most_cites) cited.push_back(all[i].cite);
    }
    parts.push_back(number_words(legend.language, one.at, one.unit) + " (" + joined(cited, ", ") +
                    ")");
  }
  return joined(parts, say(legend.language, Msg::ChartNext));
}

}  // namespace

double draw_legend(Svg& svg, const RegionLegend& legend, double y) {
  const Language language = legend.language;
  svg.open("g", {{"class", "legend"}});
  draw_hatchings(svg, legend, y);
  draw_marks(svg, legend, y);
  std::vector<std::string> notes = notes_of(legend);
  const Plane& plane = legend.report.plane;
  for (const auto& [fact, cuts] : {std::pair{&plane.x, &plane.x_cuts}, {&plane.y, &plane.y_cuts}}) {
    if (!cuts->empty()) continue;
    notes.push_back(say(language, Msg::RegionNotAsked, {fact_words(legend.pack, language, *fact)}));
  }
  const auto faint = [&](const std::string& text) {
    draw_paragraph(svg, text, page_margin, y, "faint");
  };
  faint(joined(notes, say(language, Msg::ChartNext)));
  const std::string cited = cites(legend);
  if (!cited.empty())
    faint(say(language, Msg::RegionWith, {say(language, Msg::RegionLimits), cited}));
  const Receipt& receipt = legend.report.receipt;
  faint(say(language, Msg::CliVerifiedThrough, {receipt.pack, receipt.verified_through.iso()}) +
        say(language, Msg::ChartNext) + receipt.engine);
  svg.close();
  return y + 4;
}

}  // namespace licit::chart
