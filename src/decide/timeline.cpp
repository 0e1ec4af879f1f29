#include "decide/timeline.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "decide/headline.h"
#include "decide/timeline_clauses.h"

namespace licit {
namespace {

// What two days must share to be one segment.
struct Face {
  std::string verdict, selected, rules, exceptions, review, steps;
  bool operator==(const Face&) const = default;
};

std::string joined_set(const std::set<std::string>& words) {
  const std::vector<std::string> list(words.begin(), words.end());
  return joined(list, ", ");
}

Face face_of(const Answer& answer) {
  Face face;
  face.verdict = word_of(answer.verdict);
  const Classification& c = answer.classification;
  face.selected = c.selected.empty() ? joined(c.may_be, "|") : c.selected;
  std::set<std::string> rules, exceptions, steps;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome == Outcome::NotRequired) continue;
    const std::string& id = requirement.citation.provision;
    rules.insert(requirement.outcome == Outcome::Required
                     ? id
                     : id + " " + std::string(word_of(requirement.outcome)));
    for (const ExceptionResult& exception : requirement.exceptions) {
      if (exception.not_encoded || exception.truth == Truth::No) continue;
      exceptions.insert((exception.symbol.empty() ? exception.id : exception.symbol) +
                        (exception.truth == Truth::Unknown ? "?" : ""));
    }
  }
  if (answer.verdict == Verdict::NotSubject || answer.verdict == Verdict::NotCovered) {
    for (const std::string& id : deciding_provisions(answer)) rules.insert(id);
  }
  for (const StepDue& step : answer.steps) steps.insert(step.id + (step.unsure ? "?" : ""));
  face.rules = joined_set(rules);
  face.exceptions = joined_set(exceptions);
  face.steps = joined_set(steps);
  face.review = strictest_review(answer);
  for (const std::string& id : review_not_stated(answer)) {
    if (face.review != "not-stated") face.review += ", not-stated " + id;
  }
  return face;
}

std::vector<TimelineChange> changes_between(const Face& before, const Face& after) {
  std::vector<TimelineChange> changes;
  const auto compare = [&](const char* what, const std::string& a, const std::string& b) {
    if (a != b) changes.push_back({what, a, b});
  };
  compare("verdict", before.verdict, after.verdict);
  compare("class", before.selected, after.selected);
  compare("rule", before.rules, after.rules);
  compare("exception", before.exceptions, after.exceptions);
  compare("review", before.review, after.review);
  compare("step", before.steps, after.steps);
  return changes;
}

Query on_day(const Query& query, Date day) {
  Query that = query;
  that.on = day;
  for (FactSet& facts : that.candidates) {
    for (const char* id : {"transfer.on", "shipment.departed"}) {
      const FactValue* value = facts.find(id);
      if (value == nullptr) continue;
      // A departure that somebody stated stays; one that follows the transfer moves with it.
      if (std::string_view(id) == "shipment.departed" && value->origin == Origin::Given) continue;
      FactValue moved = *value;
      moved.candidates = {day};
      // The day of a segment is stated by the question; a departure that follows it stays a default.
      if (std::string_view(id) == "transfer.on") moved.origin = Origin::Given;
      facts.set(id, std::move(moved));
    }
  }
  return that;
}

std::vector<OutlookEntry> events_within(const LawView& law, const Query& query, Date from,
                                        Date to) {
  Detail outlook = verdict_only;
  outlook.outlook = true;
  std::vector<OutlookEntry> events = evaluate(law, on_day(query, to), outlook).outlook;
  std::erase_if(events, [&](const OutlookEntry& e) { return e.dated < from || e.dated > to; });
  std::reverse(events.begin(), events.end());
  return events;
}

}  // namespace

Result<Timeline> timeline(const LawView& law, const Query& query, const TimelineOptions& options) {
  const Date from = options.from.value_or(law.pack.header.covers_from);
  const Date to = options.to.value_or(std::max(from, law.pack.header.verified_through));
  if (to < from) {
    Diagnostic why;
    why.code = "C020";
    why.message = {Msg::CliTimelineBackwards, {from.iso(), to.iso()}};
    return why;
  }
  Timeline result;
  Face last;
  for (const Date day : days_of_change(law, from, to)) {
    Answer answer = evaluate(law, on_day(query, day), verdict_only);
    ++result.days_asked;
    Face face = face_of(answer);
    if (!result.segments.empty() && face == last) continue;
    TimelineSegment segment;
    segment.from = day;
    segment.answer = std::move(answer);
    if (!result.segments.empty()) {
      TimelineSegment& before = result.segments.back();
      before.to = day.plus_days(-1);
      segment.changes = changes_between(last, face);
      segment.clauses = clauses_on(law.pack, day);
      prefer_cited(segment.clauses, before.answer, segment.answer);
    }
    last = std::move(face);
    result.segments.push_back(std::move(segment));
  }
  result.segments.back().to = to;
  for (TimelineSegment& segment : result.segments) {
    segment.events = events_within(law, query, segment.from, segment.to);
  }
  return result;
}

}  // namespace licit
