#include "chart/timeline_chart.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "chart/document.h"
#include "chart/placing.h"
#include "decide/headline.h"

namespace licit::chart {
namespace {

constexpr double left = page_margin, right = page_width - page_margin;
constexpr double bar_height = 42, first_lane = 66;
constexpr std::size_t most_cites = 2, most_events = 24;

// "LICENSE EXCEPTION NAC".
std::string answer_words(Language language, const Answer& answer) {
  std::string out = verdict_words(language, answer.verdict);
  if (answer.verdict != Verdict::Exception) return out;
  const std::string names = joined(open_exceptions(answer), ", ");
  return names.empty() ? out : out + " " + names;
}

std::string class_words(const Answer& answer) {
  const Classification& c = answer.classification;
  if (!c.selected.empty()) return c.selected;
  return c.may_be.empty() ? "" : joined(c.may_be, "|") + "?";
}

// The documents that brought a change, without what stands in brackets.
std::vector<std::string> brought_by(const TimelineSegment& segment) {
  std::vector<std::string> out;
  for (const TimelineClause& clause : segment.clauses) {
    std::string cite = clause.cite.empty() ? clause.source : clause.cite;
    cite = cite.substr(0, cite.find(" ("));
    if (cite.empty() || std::find(out.begin(), out.end(), cite) != out.end()) continue;
    out.push_back(std::move(cite));
  }
  return out;
}

int year_of(Date day) { return std::stoi(day.iso().substr(0, 4)); }

class TimelineChart {
 public:
  TimelineChart(const std::string& title, const std::vector<Lane>& lanes, const TimelineLook& look)
      : title_(title),
        lanes_(lanes),
        language_(look.language),
        theme_(look.theme),
        first_(lanes.front().timeline.segments.front().from),
        last_(lanes.front().timeline.segments.back().to) {
    for (const Lane& lane : lanes) {
      for (const TimelineSegment& segment : lane.timeline.segments) {
        for (const OutlookEntry& event : segment.events) {
          if (event.dated < first_ || last_ < event.dated) continue;
          events_.emplace(std::pair(event.dated, event.id), &event);
        }
      }
    }
  }

  std::string draw() {
    Svg lanes;
    double y = first_lane;
    for (const Lane& lane : lanes_) draw_lane(lanes, lane, y);
    draw_events(lanes, y);
    const double axis = y;
    Svg body;
    body.text("text", {{"class", "title ink"}, {"x", pixels(left)}, {"y", "34"}}, title_);
    draw_years(body, axis);
    y += 44;
    Svg list;
    draw_legend(list, y);
    for (const Lane& lane : lanes_) list_lane(list, lane, y);
    list_events(list, y);
    const Receipt& receipt = lanes_.front().timeline.segments.back().answer.receipt;
    draw_paragraph(
        list,
        say(language_, Msg::CliVerifiedThrough, {receipt.pack, receipt.verified_through.iso()}) +
            say(language_, Msg::ChartNext) + receipt.engine,
        left, y, "faint");
    const std::string description =
        say(language_, Msg::TimelineDescription,
            {title_, std::to_string(lanes_.size()), first_.iso(), last_.iso()});
    return whole({theme_, language_, title_, description, patterns_, y + 4},
                 body.take() + lanes.take() + list.take());
  }

 private:
  double at(Date day) const {
    const double all = static_cast<double>(last_.days() - first_.days() + 1);
    return left + (right - left) * static_cast<double>(day.days() - first_.days()) / all;
  }

  void draw_lane(Svg& svg, const Lane& lane, double& y) {
    svg.open("g", {{"class", "lane"}});
    svg.text("text", {{"class", "strong ink"}, {"x", pixels(left)}, {"y", pixels(y)}}, lane.name);
    y += 8;
    // Days below the bar, in as many rows as they need.
    Placing room({left - 4, y + bar_height, right + 4, y + bar_height + 200});
    double bottom = y + bar_height;
    for (const TimelineSegment& segment : lane.timeline.segments) {
      draw_bar(svg, segment, y);
      bottom = std::max(bottom, draw_day(svg, segment, y + bar_height, room));
    }
    svg.close();
    y = bottom + 28;
  }

  void draw_bar(Svg& svg, const TimelineSegment& segment, double y) {
    const double from = at(segment.from);
    const double to = at(segment.to.plus_days(1));
    const Leaves verdict = Leaves{1} << static_cast<Leaf>(segment.answer.verdict);
    if (std::find(patterns_.begin(), patterns_.end(), verdict) == patterns_.end()) {
      patterns_.push_back(verdict);
    }
    const std::string words = answer_words(language_, segment.answer);
    const std::string paragraph = class_words(segment.answer);
    svg.open("g", {});
    svg.text("title", {},
             segment.from.iso() + " .. " + segment.to.iso() + ": " + words +
                 (paragraph.empty() ? "" : ", " + paragraph));
    svg.leaf("rect", {{"class", "limit"},
                      {"style", "fill:url(#" + pattern_id(verdict) + ")"},
                      {"x", pixels(from)},
                      {"y", pixels(y)},
                      {"width", pixels(to - from)},
                      {"height", pixels(bar_height)}});
    const std::string color = "word w-" + std::string(word_of(segment.answer.verdict));
    const double room = to - from - 10;
    for (const double size : {13.0, 11.0, 9.5}) {
      const std::vector<std::string> lines = broken(words, room, size + 1);
      double widest = 0;
      for (const std::string& one : lines) widest = std::max(widest, text_width(one, size + 1));
      const double high = static_cast<double>(lines.size()) * (size + 2);
      if (widest > room || high > bar_height - 4) continue;
      double baseline = y + (bar_height - high) / 2 + size - 1;
      for (const std::string& one : lines) {
        svg.text("text",
                 {{"class", color},
                  {"style", "font-size:" + pixels(size) + "px"},
                  {"x", pixels(from + 6)},
                  {"y", pixels(baseline)}},
                 one);
        baseline += size + 2;
      }
      break;
    }
    svg.close();
  }

  // The first day of a bar and what brought it; gives how far down it reaches.
  double draw_day(Svg& svg, const TimelineSegment& segment, double y, Placing& room) const {
    const double x = at(segment.from);
    std::vector<std::string> lines{segment.from.iso()};
    std::vector<std::string> cites = brought_by(segment);
    if (cites.size() > most_cites) cites.resize(most_cites);
    for (const std::string& cite : cites) lines.push_back(cite);
    double wide = 0;
    for (const std::string& one : lines) wide = std::max(wide, text_width(one, 11) + 6);
    const double high = static_cast<double>(lines.size()) * 14 + 2;
    const bool to_the_left = x + wide > right;
    for (double top = y + 8; top < y + 180; top += 15) {
      const double start = to_the_left ? x - wide : x;
      const Box box{start, top, start + wide, top + high};
      if (!room.is_free(box)) continue;
      room.take(box);
      svg.leaf("path", {{"class", "frame"},
                        {"d", "M" + pixels(x) + " " + pixels(y) + "V" + pixels(top + 4)}});
      double baseline = top + 12;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        svg.text("text",
                 {{"class", i == 0 ? "small strong ink" : "small faint"},
                  {"x", pixels(to_the_left ? x - 3 : x + 3)},
                  {"y", pixels(baseline)},
                  {"text-anchor", to_the_left ? "end" : ""}},
                 lines[i]);
        baseline += 14;
      }
      return box.bottom;
    }
    return y;
  }

  // Numbered marks on one line, those that would touch above each other.
  void draw_events(Svg& svg, double& y) const {
    if (events_.empty()) return;
    svg.open("g", {{"class", "events"}});
    svg.text("text", {{"class", "strong ink"}, {"x", pixels(left)}, {"y", pixels(y)}},
             say(language_, Msg::TimelineEvents));
    y += 10;
    Placing room({left - 20, y, right + 20, y + 200});
    double bottom = y;
    std::size_t number = 0;
    for (const auto& [key, event] : events_) {
      if (++number > most_events) break;
      const double x = at(event->dated);
      for (double top = y; top < y + 180; top += 17) {
        const Box box{x - 9, top, x + 9, top + 17};
        if (!room.is_free(box)) continue;
        room.take(box);
        svg.open("g", {});
        svg.text("title", {}, key.first.iso() + " " + event->says.in(language_));
        svg.leaf("circle",
                 {{"class", "frame"}, {"cx", pixels(x)}, {"cy", pixels(top + 8.5)}, {"r", "8"}});
        svg.text("text",
                 {{"class", "small ink"},
                  {"x", pixels(x)},
                  {"y", pixels(top + 12.5)},
                  {"text-anchor", "middle"}},
                 std::to_string(number));
        svg.close();
        bottom = std::max(bottom, box.bottom);
        break;
      }
    }
    svg.close();
    y = bottom + 12;
  }

  void draw_years(Svg& svg, double y) const {
    svg.open("g", {{"class", "years"}});
    svg.leaf("path", {{"class", "frame"},
                      {"d", "M" + pixels(left) + " " + pixels(y) + "H" + pixels(right)}});
    for (int year = year_of(first_) + 1; year <= year_of(last_); ++year) {
      const auto day = Date::parse(std::to_string(year) + "-01-01");
      if (!day) continue;
      const std::string x = pixels(at(*day));
      svg.leaf("path", {{"class", "grid"},
                        {"d", "M" + x + " " + pixels(first_lane - 12) + "V" + pixels(y + 5)}});
      svg.text(
          "text",
          {{"class", "small faint"}, {"x", x}, {"y", pixels(y + 18)}, {"text-anchor", "middle"}},
          std::to_string(year));
    }
    svg.close();
  }

  void draw_legend(Svg& svg, double& y) const {
    double x = left;
    svg.open("g", {{"class", "legend"}});
    Leaves all = 0;
    for (const Leaves one : patterns_) all |= one;
    for (const Verdict verdict : verdicts_of(all)) {
      const std::string words = verdict_words(language_, verdict);
      const double wide = text_width(words, text_size) + 62;
      if (x + wide > right) {
        x = left;
        y += line_height + 3;
      }
      svg.leaf("rect",
               {{"class", "frame"},
                {"style", "fill:url(#" + pattern_id(Leaves{1} << static_cast<Leaf>(verdict)) + ")"},
                {"x", pixels(x)},
                {"y", pixels(y - 12)},
                {"width", "34"},
                {"height", "15"}});
      svg.text("text", {{"class", "ink"}, {"x", pixels(x + 42)}, {"y", pixels(y)}}, words);
      x += wide;
    }
    svg.close();
    y += line_height + 10;
  }

  void list_lane(Svg& svg, const Lane& lane, double& y) const {
    draw_paragraph(svg, lane.name, left, y, "strong ink");
    for (const TimelineSegment& segment : lane.timeline.segments) {
      std::string words = answer_words(language_, segment.answer);
      const std::string paragraph = class_words(segment.answer);
      if (!paragraph.empty()) words += ", " + paragraph;
      const std::vector<std::string> cites = brought_by(segment);
      if (!cites.empty()) {
        words = say(language_, Msg::TimelineListedBy,
                    {words, joined(cites, say(language_, Msg::ChartNext))});
      }
      draw_paragraph(svg, say(language_, Msg::TimelineListed, {segment.from.iso(), words}),
                     left + 14, y, "ink");
    }
    y += 8;
  }

  void list_events(Svg& svg, double& y) const {
    if (events_.empty()) return;
    draw_paragraph(svg, say(language_, Msg::TimelineEvents), left, y, "strong ink");
    std::size_t number = 0;
    for (const auto& [key, event] : events_) {
      if (++number > most_events) {
        draw_paragraph(
            svg, say(language_, Msg::CliAndMore, {std::to_string(events_.size() - most_events)}),
            left + 14, y, "faint");
        break;
      }
      draw_paragraph(svg,
                     std::to_string(number) + ". " +
                         say(language_, Msg::CliOutlookLine,
                             {key.first.iso(), event->by.in(language_), event->says.in(language_)}),
                     left + 14, y, "faint");
    }
    y += 8;
  }

  const std::string& title_;
  const std::vector<Lane>& lanes_;
  Language language_;
  Theme theme_;
  Date first_, last_;
  std::map<std::pair<Date, std::string>, const OutlookEntry*> events_;
  std::vector<Leaves> patterns_;
};

}  // namespace

std::string timeline_chart(const std::string& title, const std::vector<Lane>& lanes,
                           const TimelineLook& look) {
  return TimelineChart(title, lanes, look).draw();
}

}  // namespace licit::chart
