// The same transaction on every day on which the law changes: when the answer changes, to what, and
// what brought it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/evaluate.h"

namespace licit {

struct TimelineOptions {
  std::optional<Date> from;  // absent: the pack's covers-from
  std::optional<Date> to;    // last day, included; absent: the pack's verified-through
};

// One thing that differs from the segment before. `what` is verdict, class, rule, exception, review
// or step; before and after are codes and ids.
struct TimelineChange {
  std::string what;
  std::string before, after;
};

// A clause of the law that begins or ends on the first day of a segment; both where one version gives
// way to the next.
struct TimelineClause {
  std::string id;      // of the provision, param, set (or set:member)
  std::string source;  // source id; empty where the clause names none
  std::string cite;    // of that source: "88 FR 73458"
  bool begins = false, ends = false;
};

struct TimelineSegment {
  Date from;
  Date to;                              // last day, included
  Answer answer;                        // on the first day
  std::vector<TimelineChange> changes;  // empty in the first segment
  std::vector<TimelineClause> clauses;  // those that the answer rests on first; empty in the first
  std::vector<OutlookEntry> events;     // dated within, oldest first
};

struct Timeline {
  std::vector<TimelineSegment> segments;  // oldest first, without gaps; never empty
  std::size_t days_asked = 0;
};

// The days from..to on which a clause of the pack begins or ends, a condition names a day, or a place
// begins to follow another; the first day is always one.
std::vector<Date> days_of_change(const LawView& law, Date from, Date to);

// Fails with C020 where `to` is before `from`. The query's own day does not matter.
Result<Timeline> timeline(const LawView& law, const Query& query,
                          const TimelineOptions& options = {});

}  // namespace licit
