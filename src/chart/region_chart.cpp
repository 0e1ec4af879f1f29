#include "chart/region_chart.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>

#include "base/mapped.h"
#include "base/text.h"
#include "chart/callout.h"
#include "chart/document.h"
#include "chart/log_scale.h"
#include "chart/outline.h"
#include "chart/placing.h"
#include "chart/region_legend.h"
#include "decide/headline.h"
#include "decide/region_words.h"

namespace licit::chart {
namespace {

constexpr double plot_left = 78, plot_right = 880, plot_top = 112, plot_bottom = 556;
constexpr double name_size = 11;
constexpr double word_sizes[] = {13, 10.5};
// Shorter than its mark, a bar says nothing.
constexpr double least_bar = 10;

// A chip on the chart: its box of figures in pixels, a point where both are known exactly.
struct Spot {
  const RegionChip* chip;
  double left, right, top, bottom;
  double x() const { return (left + right) / 2; }
  double y() const { return (top + bottom) / 2; }
};

// "RTX 6000D" of "RTX PRO 6000D / RTX 6000D (B40)".
std::string short_name(const std::string& name) {
  std::string out = name.substr(0, name.find(" / "));
  return out.substr(0, out.find(" ("));
}

class RegionChart {
 public:
  RegionChart(const law::Pack& pack, const RegionReport& report, const ChartOptions& options)
      : pack_(pack),
        report_(report),
        plane_(report.plane),
        language_(options.language),
        theme_(options.theme),
        x_(scale(plane_.x_cuts, &RegionChip::x, plot_left, plot_right)),
        y_(scale(plane_.y_cuts, &RegionChip::y, plot_bottom, plot_top)),
        room_({plot_left, plot_top, plot_right, plot_bottom}) {}

  std::string draw() {
    find_spots();
    find_regions();
    const std::string body = drawn_body();
    Leaves marks = 0;
    bool bars = false;
    for (const Spot& spot : spots_) {
      marks |= Leaves{1} << static_cast<Leaf>(spot.chip->verdict);
      bars = bars || spot.right - spot.left > least_bar || spot.bottom - spot.top > least_bar;
    }
    Svg legend;
    const double bottom = draw_legend(legend,
                                      {pack_, report_, language_, shown_, decided_by_, marks, bars,
                                       not_drawn_, numbered_, shares_point_, unnamed_},
                                      plot_bottom + 66);
    return whole({theme_, language_, title(),
                  say(language_, Msg::ChartDescription,
                      {title(), std::to_string(patches_.size()), axis_words(plane_.x),
                       axis_words(plane_.y)}),
                  shown_, bottom},
                 body + legend.take());
  }

 private:
  // Wide enough for every limit and every chip.
  LogScale scale(const std::vector<Cut<Number>>& cuts, FactValue RegionChip::*figure, double from,
                 double to) const {
    double low = 1e300;
    double high = 0;
    const auto reach = [&](const Number& number) {
      const double value = approximate(number);
      if (value <= 0) return;
      low = std::min(low, value);
      high = std::max(high, value);
    };
    for (const Cut<Number>& cut : cuts) reach(cut.at);
    for (const RegionChip& chip : report_.chips) {
      const Interval& interval = (chip.*figure).number;
      if (!interval.lo || !interval.hi) continue;
      reach(*interval.lo);
      reach(*interval.hi);
    }
    if (high == 0) return {1, 1000, from, to};
    // What is known of a few small chips is no reason to squeeze the rest.
    if (!cuts.empty()) low = std::max(low, approximate(cuts.front().at) / 40);
    return {low / 1.5, high * 1.6, from, to};
  }

  std::string axis_words(const std::string& fact) const {
    return fact_words(pack_, language_, fact);
  }

  std::string title() const {
    const std::string on = report_.receipt.on.iso();
    const std::string& to = report_.to.in(language_);
    return to.empty() ? say(language_, Msg::RegionTitleNoPlace, {on})
                      : say(language_, Msg::RegionTitle, {to, on});
  }

  void find_spots() {
    for (const RegionChip& chip : report_.chips) {
      const Interval& x = chip.x.number;
      const Interval& y = chip.y.number;
      const bool known = x.lo && x.hi && y.lo && y.hi;
      // Zero is nowhere on such a scale.
      if (!known || !x_.reaches(*x.hi) || !y_.reaches(*y.hi)) {
        ++not_drawn_;
        continue;
      }
      spots_.push_back({&chip, x_.at(*x.lo), x_.at(*x.hi), y_.at(*y.hi), y_.at(*y.lo)});
    }
  }

  void find_regions() {
    std::vector<std::vector<std::size_t>> kinds;
    for (const auto& column : plane_.cells) {
      std::vector<std::size_t> row;
      for (const PlaneCell& cell : column) {
        row.push_back(static_cast<std::size_t>(cell.verdicts));
        if (cell.verdicts == 0) continue;
        if (std::find(shown_.begin(), shown_.end(), cell.verdicts) == shown_.end()) {
          shown_.push_back(cell.verdicts);
        }
        for (const std::string& fact : cell.decided_by) decided_by_[cell.verdicts].insert(fact);
      }
      kinds.push_back(std::move(row));
    }
    patches_ = patches(kinds);
    // The plain ones first, then by strictness.
    const std::vector<Verdict> strictest_first = verdicts_of(~Leaves{0});
    const auto key = [&](Leaves verdicts) {
      std::vector<std::ptrdiff_t> ranks = mapped(verdicts_of(verdicts), [&](Verdict verdict) {
        return std::find(strictest_first.begin(), strictest_first.end(), verdict) -
               strictest_first.begin();
      });
      return std::pair(ranks.size(), std::move(ranks));
    };
    std::sort(shown_.begin(), shown_.end(), [&](Leaves a, Leaves b) { return key(a) < key(b); });
  }

  double column_line(std::size_t i) const {
    if (i == 0) return plot_left;
    return i > plane_.x_cuts.size() ? plot_right : x_.at(plane_.x_cuts[i - 1].at);
  }
  double row_line(std::size_t j) const {
    if (j == 0) return plot_bottom;
    return j > plane_.y_cuts.size() ? plot_top : y_.at(plane_.y_cuts[j - 1].at);
  }

  std::string drawn_body() {
    Svg svg;
    svg.text("text", {{"class", "title ink"}, {"x", "24"}, {"y", "34"}}, title());
    double y = 54;
    for (const std::string& words : subtitle()) {
      svg.text("text", {{"class", "faint"}, {"x", "24"}, {"y", pixels(y)}}, words);
      y += line_height;
    }
    draw_regions(svg);
    draw_axes(svg);
    draw_limits(svg);
    draw_bars(svg);
    for (const Spot& spot : spots_)
      room_.take({spot.x() - 5, spot.y() - 5, spot.x() + 5, spot.y() + 5});
    draw_words(svg);
    draw_spots(svg);
    return svg.take();
  }

  std::vector<std::string> subtitle() const {
    std::vector<std::string> given;
    for (const TakenAsGiven& one : report_.given) {
      if (one.fact == "item.chip") given.push_back(say(language_, Msg::ChartOtherChip));
      if (one.fact == "item.chip" || !one.on_plane_only) continue;
      RegionLimit limit{one.fact, {}, {}, {}};
      if (one.value.number.lo) limit.low = RegionEnd{*one.value.number.lo, true};
      if (!one.value.candidates.empty()) limit.words.push_back(one.value.text());
      given.push_back(statement_words(pack_, language_, {Verdict::NoLicense, {limit}}));
    }
    std::vector<std::string> out{asked_words(pack_, language_, report_)};
    if (given.empty()) return out;
    const std::string drawn =
        say(language_, Msg::ChartDrawnFor, {joined(given, say(language_, Msg::ChartNext))});
    for (std::string& words : broken(drawn, page_width - 2 * page_margin)) {
      out.push_back(std::move(words));
    }
    return out;
  }

  void draw_regions(Svg& svg) const {
    svg.open("g", {{"class", "regions"}});
    for (const Patch& patch : patches_) {
      if (patch.kind == 0) continue;
      std::string path;
      for (const auto& loop : patch.loops) {
        for (std::size_t k = 0; k < loop.size(); ++k) {
          path += (k == 0 ? "M" : "L") + pixels(column_line(loop[k].first)) + " " +
                  pixels(row_line(loop[k].second));
        }
        path += "Z";
      }
      svg.open("path", {{"class", "limit"},
                        {"fill-rule", "evenodd"},
                        {"style", "fill:url(#" + pattern_id(patch.kind) + ")"},
                        {"d", path}});
      svg.text("title", {}, joined(words_of(patch.kind), say(language_, Msg::RegionOr)));
      svg.close();
    }
    svg.close();
  }

  std::vector<std::string> words_of(Leaves verdicts) const {
    return mapped(verdicts_of(verdicts),
                  [&](Verdict verdict) { return verdict_words(language_, verdict); });
  }

  void draw_axes(Svg& svg) const {
    svg.open("g", {{"class", "axes"}});
    for (const Tick& tick : x_.ticks()) {
      const std::string x = pixels(x_.at(tick.at));
      svg.leaf("path", {{"class", "frame"}, {"d", "M" + x + " " + pixels(plot_bottom) + "v5"}});
      svg.text("text",
               {{"class", "small faint"},
                {"x", x},
                {"y", pixels(plot_bottom + 18)},
                {"text-anchor", "middle"}},
               number_words(language_, tick.at, ""));
    }
    for (const Tick& tick : y_.ticks()) {
      const double y = y_.at(tick.at);
      svg.leaf("path",
               {{"class", "frame"}, {"d", "M" + pixels(plot_left) + " " + pixels(y) + "h-5"}});
      svg.text("text",
               {{"class", "small faint"},
                {"x", pixels(plot_left - 9)},
                {"y", pixels(y + 4)},
                {"text-anchor", "end"}},
               number_words(language_, tick.at, ""));
    }
    svg.leaf("rect", {{"class", "frame"},
                      {"x", pixels(plot_left)},
                      {"y", pixels(plot_top)},
                      {"width", pixels(plot_right - plot_left)},
                      {"height", pixels(plot_bottom - plot_top)}});
    svg.text("text",
             {{"class", "ink"},
              {"x", pixels((plot_left + plot_right) / 2)},
              {"y", pixels(plot_bottom + 38)},
              {"text-anchor", "middle"}},
             axis_title(plane_.x));
    svg.text(
        "text",
        {{"class", "ink"},
         {"text-anchor", "middle"},
         {"transform", "translate(22 " + pixels((plot_top + plot_bottom) / 2) + ") rotate(-90)"}},
        axis_title(plane_.y));
    svg.close();
  }

  std::string axis_title(const std::string& fact) const {
    const law::FactDecl* decl = pack_.find_fact(fact);
    std::string out = axis_words(fact);
    if (decl != nullptr && !decl->unit.empty()) out += " (" + decl->unit + ")";
    return out + ", " + say(language_, Msg::ChartLogScale);
  }

  // The law's own numbers, along the two sides that the ticks leave free.
  void draw_limits(Svg& svg) const {
    svg.open("g", {{"class", "limits"}});
    for (const Cut<Number>& cut : plane_.x_cuts) {
      const std::string x = pixels(x_.at(cut.at));
      svg.leaf("path", {{"class", "limit"}, {"d", "M" + x + " " + pixels(plot_top) + "v-6"}});
      svg.text("text",
               {{"class", "small strong ink"},
                {"x", x},
                {"y", pixels(plot_top - 9)},
                {"text-anchor", "middle"}},
               number_words(language_, cut.at, ""));
    }
    for (const Cut<Number>& cut : plane_.y_cuts) {
      const double y = y_.at(cut.at);
      svg.leaf("path",
               {{"class", "limit"}, {"d", "M" + pixels(plot_right) + " " + pixels(y) + "h6"}});
      svg.text(
          "text",
          {{"class", "small strong ink"}, {"x", pixels(plot_right + 10)}, {"y", pixels(y + 4)}},
          number_words(language_, cut.at, ""));
    }
    svg.close();
  }

  void draw_bars(Svg& svg) const {
    svg.open("g", {{"class", "bars"}});
    for (const Spot& spot : spots_) {
      const std::string look = "bar b-" + std::string(word_of(spot.chip->verdict));
      if (spot.right - spot.left > least_bar) {
        svg.leaf("path", {{"class", look},
                          {"d", "M" + pixels(spot.left) + " " + pixels(spot.y()) + "H" +
                                    pixels(spot.right)}});
      }
      if (spot.bottom - spot.top > least_bar) {
        svg.leaf("path", {{"class", look},
                          {"d", "M" + pixels(spot.x()) + " " + pixels(spot.top) + "V" +
                                    pixels(spot.bottom)}});
      }
    }
    svg.close();
  }

  // The name of a region in the part of it with most room, where it covers the fewest chips; smaller
  // where it would not fit, and a number where it still does not.
  void draw_words(Svg& svg) {
    svg.open("g", {{"class", "words"}});
    for (const Patch& patch : patches_) {
      if (patch.kind == 0) continue;
      const bool fits = std::any_of(std::begin(word_sizes), std::end(word_sizes),
                                    [&](double size) { return draw_words_of(svg, patch, size); });
      if (!fits) draw_number(svg, patch);
    }
    svg.close();
  }

  // One number for all regions of the same verdicts.
  void draw_number(Svg& svg, const Patch& patch) {
    auto found = std::find(numbered_.begin(), numbered_.end(), patch.kind);
    if (found == numbered_.end()) found = numbered_.insert(numbered_.end(), patch.kind);
    const std::vector<Box> parts = mapped(blocks(patch), [&](const Block& block) {
      return Box{column_line(block.first), row_line(block.top), column_line(block.last),
                 row_line(block.bottom)};
    });
    draw_callout(svg, room_, parts, std::to_string(found - numbered_.begin() + 1));
  }

  bool draw_words_of(Svg& svg, const Patch& patch, double size) {
    const std::vector<Verdict> verdicts = verdicts_of(patch.kind);
    std::vector<std::string> words = words_of(patch.kind);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) words[i] += say(language_, Msg::RegionOr);
    double wide = 0;
    for (const std::string& one : words) wide = std::max(wide, text_width(one, size + 1));
    const double step = size + 4;
    const auto box = best_place(patch, wide, static_cast<double>(words.size()) * step);
    if (!box) return false;
    room_.take(*box);
    for (std::size_t i = 0; i < words.size(); ++i) {
      svg.text("text",
               {{"class", "word w-" + std::string(word_of(verdicts[i]))},
                {"style", "font-size:" + pixels(size) + "px"},
                {"x", pixels(box->left)},
                {"y", pixels(box->top + step * static_cast<double>(i) + size)}},
               words[i]);
    }
    return true;
  }

  std::optional<Box> best_place(const Patch& patch, double wide, double high) const {
    constexpr double pad = 7;
    std::optional<Box> best;
    std::pair<std::size_t, double> best_cost{SIZE_MAX, 0};
    for (const Block& block : blocks(patch)) {
      const Box all{column_line(block.first) + pad, row_line(block.top) + pad,
                    column_line(block.last) - pad, row_line(block.bottom) - pad};
      if (all.width() < wide || all.height() < high) continue;
      for (const double across : {0.0, 0.5, 1.0}) {
        for (const double down : {0.0, 0.5, 1.0}) {
          const double left = all.left + across * (all.width() - wide);
          const double top = all.top + down * (all.height() - high);
          const Box box{left, top, left + wide, top + high};
          const std::pair cost{room_.touched(box), across + down};
          if (cost < best_cost) {
            best_cost = cost;
            best = box;
          }
        }
      }
    }
    return best;
  }

  void draw_spots(Svg& svg) {
    // Chips that stand on one spot share a name.
    std::vector<std::vector<const Spot*>> groups;
    for (const Spot& spot : spots_) {
      const auto near = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
        const Spot& other = *group.front();
        return other.chip->verdict == spot.chip->verdict && std::abs(other.x() - spot.x()) < 3 &&
               std::abs(other.y() - spot.y()) < 3;
      });
      if (near == groups.end()) {
        groups.push_back({&spot});
      } else {
        near->push_back(&spot);
      }
    }
    svg.open("g", {{"class", "chips"}});
    for (const auto& group : groups) {
      svg.open("g", {});
      svg.text("title", {},
               joined(mapped(group, [&](const Spot* spot) { return described(*spot); }), "\n"));
      draw_mark(svg, group.front()->chip->verdict, group.front()->x(), group.front()->y());
      svg.close();
    }
    svg.close();
    svg.open("g", {{"class", "names"}});
    // Those made for China and the strongest first: they are what the chart is looked at for.
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
      const bool first = a.front()->chip->for_china;
      if (first != b.front()->chip->for_china) return first;
      return a.front()->x() - a.front()->y() > b.front()->x() - b.front()->y();
    });
    for (const auto& group : groups) {
      std::string name = short_name(group.front()->chip->name);
      if (group.size() > 1) name += " +" + std::to_string(group.size() - 1);
      const double x = group.front()->x();
      const double y = group.front()->y();
      const auto box = room_.beside(x, y, text_width(name, name_size), 13, 8);
      if (!box) {
        ++unnamed_;
        continue;
      }
      shares_point_ = shares_point_ || group.size() > 1;
      svg.text("text",
               {{"class", "name halo"}, {"x", pixels(box->left)}, {"y", pixels(box->top + 10)}},
               name);
    }
    svg.close();
  }

  std::string described(const Spot& spot) const {
    return say(language_, Msg::RegionWith,
               {spot.chip->name, spot.chip->x.text() + ", " + spot.chip->y.text() + ", " +
                                     verdict_words(language_, spot.chip->verdict)});
  }

  const law::Pack& pack_;
  const RegionReport& report_;
  const Plane& plane_;
  Language language_;
  Theme theme_;
  LogScale x_, y_;
  Placing room_;
  std::vector<Spot> spots_;
  std::vector<Patch> patches_;
  std::vector<Leaves> shown_;
  std::map<Leaves, std::set<std::string>> decided_by_;
  std::vector<Leaves> numbered_;  // kinds of region with a number in the place of words: 1, 2...
  bool shares_point_ = false;     // a name stands for several chips
  std::size_t unnamed_ = 0;       // points without a name
  std::size_t not_drawn_ = 0;
};

}  // namespace

std::string region_chart(const law::Pack& pack, const RegionReport& report,
                         const ChartOptions& options) {
  return RegionChart(pack, report, options).draw();
}

}  // namespace licit::chart
