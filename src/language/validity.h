// When a provision is in force: half-open [from, until), where an end or a start that a source brings
// counts only once that source is known.
#pragma once

#include <optional>

#include "language/ast.h"

namespace licit::law {

// Whether it holds on `on`. `knows(source id)` says whether the change that this source brings was
// known; it is not asked about days without a source.
template <typename Knows>
bool holds(const Validity& validity, Date on, Knows&& knows) {
  const auto counts = [&](const DayRef& day) { return day.by.empty() || knows(day.by); };
  if (validity.from && (on < validity.from->day || !counts(*validity.from))) return false;
  if (validity.until && on >= validity.until->day && counts(*validity.until)) return false;
  for (const DayRef& end : validity.also_until) {
    if (on >= end.day && counts(end)) return false;
  }
  return true;
}

// With everything known.
inline bool holds(const Validity& validity, Date on) {
  return holds(validity, on, [](const std::string&) { return true; });
}

// The first day on which it no longer holds, everything known; absent: for good.
inline std::optional<Date> end_of(const Validity& validity) {
  std::optional<Date> end;
  if (validity.until) end = validity.until->day;
  for (const DayRef& other : validity.also_until) {
    if (!end || other.day < *end) end = other.day;
  }
  return end;
}

// Whether some day lies in both, everything known.
inline bool overlap(const Validity& a, const Validity& b) {
  const auto begins_before_end = [](const Validity& x, const Validity& y) {
    const std::optional<Date> end = end_of(y);
    return !x.from || !end || x.from->day < *end;
  };
  const auto holds_at_all = [&](const Validity& x) { return begins_before_end(x, x); };
  return holds_at_all(a) && holds_at_all(b) && begins_before_end(a, b) && begins_before_end(b, a);
}

}  // namespace licit::law
