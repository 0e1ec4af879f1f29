// licit timeline: when the answer changes, and why.
#include "base/text.h"
#include "chart/timeline_chart.h"
#include "cli/asking.h"
#include "cli/chart_file.h"
#include "cli/commands.h"
#include "cli/render_timeline.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

// "Huawei:hq=CN,exporter=AMD": what the lane is called (else as typed), and the fields that it states
// in place of the transaction's.
struct LaneAsked {
  std::string name;
  std::vector<TransactionField> fields;
};

Result<LaneAsked> lane_of(const std::string& typed) {
  const auto wrong = [&] {
    return complaint("C022", {Msg::TimelineBadLane, {typed}}, {{Msg::TimelineOneName, {}}});
  };
  LaneAsked out;
  std::string rest = typed;
  const std::size_t colon = typed.find(':');
  if (colon < typed.find('=')) {
    out.name = trimmed(typed.substr(0, colon));
    rest = typed.substr(colon + 1);
  }
  for (const std::string& one : split_list(rest, ",")) {
    const std::size_t equal = one.find('=');
    if (equal == std::string::npos || equal == 0 || equal + 1 == one.size()) return wrong();
    if (fold(trimmed(one.substr(0, equal))) == "on")
      return complaint("C021", {Msg::CliTimelineNoDay, {}});
    out.fields.push_back({std::string(trimmed(one.substr(0, equal))),
                          std::string(trimmed(one.substr(equal + 1))),
                          {}});
  }
  if (out.fields.empty()) return wrong();
  if (out.name.empty()) out.name = joined(split_list(rest, ","), ", ");
  return out;
}

Transaction with(Transaction transaction, const LaneAsked& lane) {
  for (const TransactionField& field : lane.fields) {
    std::erase_if(transaction.fields,
                  [&](const TransactionField& other) { return other.name == field.name; });
    transaction.fields.push_back(field);
  }
  return transaction;
}

bool same_answers(const Timeline& a, const Timeline& b) {
  return std::equal(a.segments.begin(), a.segments.end(), b.segments.begin(), b.segments.end(),
                    [](const TimelineSegment& one, const TimelineSegment& other) {
                      return one.from == other.from && one.answer.verdict == other.answer.verdict;
                    });
}

}  // namespace

int timeline_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit timeline", Msg::CliSaysTimeline);
  Typed typed;
  ChartWishes chart;
  std::string first, last;
  std::vector<std::string> lanes;
  line.words(say(language, Msg::CliWordsChip), typed.stated.item, Msg::CliOptItem);
  line.option("--from-date", first, "YYYY-MM-DD", Msg::CliOptFromDate);
  line.option("--to-date", last, "YYYY-MM-DD", Msg::CliOptToDate);
  declare(line, chart);
  line.options("--lane", lanes, "NAME:FIELD=VALUE,...", Msg::CliOptLane);
  declare(line, typed);
  line.example("licit timeline h20 --to CN --hq CN --exporter NVIDIA");
  line.example("licit timeline h20 --to CN --hq CN --exporter NVIDIA --svg h20.svg");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  Complaints complaints;
  const auto [options, transaction] = asked_of(typed, terminal, complaints);
  TimelineOptions days;
  const auto read_day = [&](const std::string& option, const std::string& text,
                            std::optional<Date>& into) {
    if (text.empty()) return;
    const auto day = day_of(option, text);
    gather(complaints, day);
    if (day.ok()) into = *day;
  };
  read_day("--from-date", first, days.from);
  read_day("--to-date", last, days.to);
  const auto look = look_of(chart, typed.shown);
  gather(complaints, look);
  std::vector<LaneAsked> asked;
  for (const std::string& one : lanes) {
    auto lane = lane_of(one);
    gather(complaints, lane);
    if (lane.ok()) asked.push_back(std::move(lane).value());
  }
  if (chart.svg.empty() && !lanes.empty()) {
    complaints.push_back(complaint("C023", {Msg::TimelineLaneAlone, {}}));
  }
  if (!typed.stated.fields["on"].empty()) {
    complaints.push_back(complaint("C021", {Msg::CliTimelineNoDay, {}}));
  }
  if (complaints.empty()) want_something(transaction, "licit timeline", complaints);
  if (!complaints.empty()) {
    show(terminal, language, complaints);
    return wrong_use;
  }
  const auto engine = load(typed.shown, terminal, language);
  if (!engine) return wrong_use;
  const auto query = engine->question(transaction, options);
  const auto result =
      query.ok() ? timeline(engine->law(), *query, days) : Result<Timeline>(query.errors());
  if (!result.ok()) {
    show(terminal, language, result.errors());
    return wrong_use;
  }
  if (!chart.svg.empty()) {
    std::vector<chart::Lane> drawn{
        {say(language,
             options.posture == Posture::Text ? Msg::TimelineLaneText : Msg::TimelineLaneEnforced),
         *result}};
    Query other = *query;
    other.posture = query->posture == Posture::Text ? Posture::Enforced : Posture::Text;
    const auto otherwise = timeline(engine->law(), other, days);
    if (otherwise.ok() && !same_answers(*result, *otherwise)) {
      drawn.push_back({say(language, other.posture == Posture::Text ? Msg::TimelineLaneText
                                                                    : Msg::TimelineLaneEnforced),
                       *otherwise});
    }
    for (const LaneAsked& lane : asked) {
      const auto there = engine->timeline(with(transaction, lane), options, days);
      if (!there.ok()) {
        show(terminal, language, there.errors());
        return wrong_use;
      }
      drawn.push_back({lane.name, *there});
    }
    return write_chart(chart.svg,
                       chart::timeline_chart(
                           say(language, Msg::TimelineChartTitle,
                               {timeline_title(language, subject_of(*engine, *query, language))}),
                           drawn, {*look, language}),
                       terminal, language);
  }
  if (typed.shown.json) {
    terminal.out << timeline_json(*result) << "\n";
  } else {
    terminal.out << render_timeline(page_for(terminal, language),
                                    subject_of(*engine, *query, language), *result,
                                    typed.shown.explain);
  }
  return 0;
}

}  // namespace licit::cli
