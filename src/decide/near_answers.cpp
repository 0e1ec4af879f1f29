// The nearest other verdicts as an answer shows them: with units, margins and the provisions that speak.
#include <algorithm>

#include "base/mapped.h"
#include "decide/citation.h"
#include "decide/flips.h"
#include "decide/parts.h"

namespace licit {
namespace {

constexpr int shown_places = 4;

Change change_of(Judge& judge, const FlipChange& flip) {
  const ReadFact& fact = judge.facts().read(flip.fact);
  Change out;
  out.fact = flip.fact;
  out.to = flip.to;
  out.limit = flip.limit;
  out.now = fact.value.text();
  out.learned = flip.learned;
  if (fact.decl != nullptr) out.says = fact.decl->says;
  if (!flip.limit) return out;
  if (fact.decl != nullptr) out.unit = fact.decl->unit;
  const Interval& value = fact.value.number;
  if (!fact.value.is_unknown()) out.now = value.text(shown_places) + ' ' + out.unit;
  if (value.hi) out.margin.lo = flip.limit->minus(*value.hi);
  if (value.lo) out.margin.hi = flip.limit->minus(*value.lo);
  return out;
}

// How far the limit is, as a part of itself; none where the figure or the limit is 0 or not known.
std::optional<Number> part_of_limit(const Change& change) {
  if (!change.limit || !change.margin.lo || !change.margin.hi) return {};
  const Number zero(0);
  const auto size = [&](const Number& n) { return n < zero ? *zero.minus(n) : n; };
  return std::min(size(*change.margin.lo), size(*change.margin.hi)).over(size(*change.limit));
}

// What takes the fewest changes first; of those, what lies nearest.
bool nearer(const FlipResult& a, const FlipResult& b) {
  if (a.changes.size() != b.changes.size()) return a.changes.size() < b.changes.size();
  const auto farthest = [](const FlipResult& flip) {
    std::optional<Number> out;
    for (const Change& change : flip.changes) {
      const auto part = part_of_limit(change);
      if (part && (!out || *out < *part)) out = part;
    }
    return out;
  };
  const auto first = farthest(a), second = farthest(b);
  if (first && second) return *first < *second;
  return first.has_value() && !second;
}

}  // namespace

std::vector<FlipResult> near_answers(ExactLaw& exact, Judge& judge) {
  std::vector<FlipResult> out;
  for (const Flip& flip : flips_of(exact.law(), exact.moment(), exact.encoded(judge))) {
    FlipResult result;
    result.verdict = flip.verdict;
    result.changes =
        mapped(flip.changes, [&](const FlipChange& change) { return change_of(judge, change); });
    for (const std::string& id : flip.speaks) {
      for (std::size_t i = 0; i < judge.pack().rules.size(); ++i) {
        if (judge.pack().rules[i].id != id || !judge.law().rule(i)) continue;
        result.speaks.push_back(citation_of(judge.index(), judge.pack().rules[i]));
      }
    }
    result.falls = flip.falls;
    out.push_back(std::move(result));
  }
  std::stable_sort(out.begin(), out.end(), nearer);
  return out;
}

}  // namespace licit
