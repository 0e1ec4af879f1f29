// Where a stronger item is treated more gently: a requirement that falls away where a figure passes a
// limit, and with it the verdict.
//
// The verdict of all transactions is never built. That it is no harder than some weight says something
// of every part by itself, and the join of these small functions with the transactions in which the
// requirement falls is mostly empty after a few of them. That the verdict is as hard as it is before
// the limit needs a requirement that weighs so, and falls too.
#include <algorithm>

#include "base/mapped.h"
#include "decide/findings.h"

namespace licit {
namespace {

Leaf of(Weight weight) { return static_cast<Leaf>(weight); }

// How hard an outcome is on whoever ships; -1 where it says nothing of that.
int hardness(Leaf weight) {
  switch (static_cast<Weight>(weight)) {
    case Weight::Nothing:
      return 0;
    case Weight::Excepted:
      return 1;
    case Weight::License:
      return 2;
    case Weight::Prohibited:
      return 3;
    default:
      return -1;
  }
}

constexpr std::size_t most_points = 64;

}  // namespace

// Verdicts before and after a limit, the second milder.
struct Examination::Fall {
  Weight hard, mild;
};

// Some transactions that show a fall, and where they are not all of them, the functions that together say
// which do.
struct Examination::Found {
  Diagram function = Diagram::No;
  std::vector<Diagram> all;
};

// One limit: the parts of the day on either side of it.
struct Examination::Passing {
  Variable v = 0;
  std::size_t i = 0;
  std::vector<Diagram> before, after;  // the parts that are not alike on both sides
  std::vector<Diagram> alike;
  // Requirements that hold before the limit and not, or less, after it.
  struct Falling {
    const CompiledRequirement* requirement = nullptr;
    Diagram before{}, after{}, falls{};
  };
  std::vector<Falling> falling;
};

Diagrams::Operation Examination::drop_of(Diagrams& diagrams) {
  return diagrams.operation(weight_count, [](Leaf a, Leaf b) {
    const int before = hardness(a);
    const int after = hardness(b);
    return static_cast<Leaf>(after >= 0 && before > after ? 1 : 0);
  });
}

Diagram Examination::at_class(Diagram function, Variable v, std::size_t i) {
  const auto [known, is_new] = at_class_.emplace(std::tuple{function, v, i}, function);
  if (is_new && asks(function, v)) known->second = where(function, v, i);
  return known->second;
}

bool Examination::asks(Diagram function, Variable v) {
  const auto [known, is_new] = support_.emplace(function, std::vector<bool>());
  if (is_new) {
    known->second.resize(diagrams_.variables(), false);
    for (const Variable one : diagrams_.support(function)) known->second[one] = true;
  }
  return known->second[v];
}

Diagram Examination::at_most(Diagram function, Weight weight) {
  const auto [known, is_new] = at_most_.emplace(std::pair{function, of(weight)}, function);
  if (is_new) {
    std::array<Leaf, most_values> image{};
    std::fill_n(image.begin(), of(weight) + 1, Leaf{1});
    known->second = diagrams_.replace_leaves(function, image);
  }
  return known->second;
}

std::size_t Examination::size_of(Diagram function) {
  const auto [known, is_new] = sizes_.emplace(function, 0);
  if (is_new) known->second = diagrams_.size(std::array{function});
  return known->second;
}

void Examination::gentler(const Day& day) {
  for (std::size_t at = 0; at < axes_.all().size(); ++at) {
    const auto v = static_cast<Variable>(at);
    const Axis& axis = axes_[v];
    const law::FactDecl* fact = pack_.find_fact(axis.subject);
    if (axis.asks != Asks::Number || fact == nullptr || !fact->more_is_stronger) continue;
    for (std::size_t i = 0; i + 1 < axis.classes; ++i) gentler(day, v, i);
  }
}

void Examination::gentler(const Day& day, Variable v, std::size_t i) {
  Passing passing;
  passing.v = v;
  passing.i = i;
  for (const CompiledRequirement& one : day.moment.requirements) {
    const Diagram before = at_class(one.outcome, v, i);
    const Diagram after = at_class(one.outcome, v, i + 1);
    const Diagram falls = before == after ? Diagram::No : diagrams_.combine(drops_, before, after);
    if (possible(day, falls)) passing.falling.push_back({&one, before, after, falls});
  }
  if (passing.falling.empty()) return;
  // Those first that take the least to show.
  constexpr std::array falls{
      Fall{Weight::License, Weight::Nothing},     Fall{Weight::Prohibited, Weight::Nothing},
      Fall{Weight::Excepted, Weight::Nothing},    Fall{Weight::License, Weight::Excepted},
      Fall{Weight::Prohibited, Weight::Excepted}, Fall{Weight::Prohibited, Weight::License}};
  for (const Diagram part : day.moment.parts) {
    const Diagram before = at_class(part, v, i);
    const Diagram after = at_class(part, v, i + 1);
    if (before == after) {
      passing.alike.push_back(before);
    } else {
      passing.before.push_back(before);
      passing.after.push_back(after);
    }
  }
  for (std::size_t k = 0; k < passing.falling.size(); ++k) {
    const law::Rule& rule = *passing.falling[k].requirement->rule;
    std::vector<Point>& points = gentler_points_[rule.id];
    auto fall = shown_by(day, passing, k, points);
    for (std::size_t one = 0; !fall && one < falls.size(); ++one) {
      const Found there = where_falls(day, passing, k, falls[one]);
      if (!possible(day, there.function)) continue;
      fall = falls[one];
      points.insert(points.begin(), point_of(there.function, day.allowed));
      if (points.size() > most_points) points.pop_back();
    }
    if (!fall) continue;
    Finding finding;
    finding.kind = FindingKind::Gentler;
    finding.between = {{rule.id, {}}};
    finding.past = {axes_[v].subject, axes_[v].cuts[i], value_in(pack_, axes_, v, i),
                    value_in(pack_, axes_, v, i + 1)};
    note(day, std::move(finding), [&] {
      const Found there = where_falls(day, passing, k, *fall);
      return example_of(pack_, axes_, diagrams_, there.function, 1, day.allowed, day.moment.from,
                        there.all);
    });
  }
}

// A transaction that showed the fall of this requirement at another limit or on an earlier day often shows
// it here; then there is nothing to search for.
std::optional<Examination::Fall> Examination::shown_by(const Day& day, const Passing& passing,
                                                       std::size_t k, std::vector<Point>& points) {
  const auto verdict = [&](const Point& point) {
    Leaf out = 0;
    for (const Diagram part : day.moment.parts) {
      out = std::max(out, diagrams_.value(part, point));
    }
    return out;
  };
  for (auto at = points.begin(); at != points.end(); ++at) {
    Point point = *at;
    for (std::size_t v = 0; v < point.size(); ++v) {
      if (!day.allowed[v].test(point[v])) {
        point[v] = static_cast<std::uint8_t>(day.allowed[v]._Find_first());
      }
    }
    if (diagrams_.value(passing.falling[k].falls, point) == 0) continue;
    point[passing.v] = static_cast<std::uint8_t>(passing.i);
    const Leaf before = verdict(point);
    point[passing.v] = static_cast<std::uint8_t>(passing.i + 1);
    const Leaf after = verdict(point);
    if (hardness(after) < 0 || hardness(before) <= hardness(after)) continue;
    std::rotate(points.begin(), at, at + 1);
    return Fall{static_cast<Weight>(before), static_cast<Weight>(after)};
  }
  return {};
}

// Where requirement k falls, and the verdict from exactly this to exactly that; empty only where it does so
// nowhere.
Examination::Found Examination::where_falls(const Day& day, const Passing& passing, std::size_t k,
                                            const Fall& fall) {
  // Some requirement makes the verdict as hard as it is: it falls too, or the verdict would not.
  Diagram first = Diagram::No;
  for (const Passing::Falling& one : passing.falling) {
    first = diagrams_.either(first, is(one.before, of(fall.hard)));
  }
  first = diagrams_.both(first, passing.falling[k].falls);
  std::vector<Diagram> limits;
  limits.reserve(passing.alike.size());
  for (const Diagram part : passing.alike) limits.push_back(at_most(part, fall.mild));
  for (const Diagram part : passing.after) limits.push_back(at_most(part, fall.mild));
  for (const Diagram part : passing.before) limits.push_back(at_most(part, fall.hard));
  std::erase(limits, Diagram::Yes);
  std::sort(limits.begin(), limits.end());
  limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
  if (first == Diagram::No || proven_empty(first, limits)) return {};
  std::vector<Diagram> reaching;  // of which one has to hold
  if (fall.mild == Weight::Nothing) {
    reaching.push_back(Diagram::Yes);
  } else {
    for (const std::vector<Diagram>* const parts : {&passing.alike, &passing.after}) {
      for (const Diagram part : *parts) reaching.push_back(is(part, of(fall.mild)));
    }
  }
  std::erase(reaching, Diagram::No);
  std::stable_sort(limits.begin(), limits.end(),
                   [&](Diagram a, Diagram b) { return size_of(a) < size_of(b); });
  Found out = some_of(day, first, limits, reaching);
  if (out.function != Diagram::No) return out;
  const Diagram join = joined(day, first, limits);
  for (const Diagram one : reaching) {
    out.function = diagrams_.either(out.function, diagrams_.both(join, one));
  }
  return out;
}

bool Examination::proven_empty(Diagram first, const std::vector<Diagram>& limits) const {
  const auto proofs = empty_with_.find(first);
  if (proofs == empty_with_.end()) return false;
  return std::any_of(proofs->second.begin(), proofs->second.end(), [&](const auto& proof) {
    return std::includes(limits.begin(), limits.end(), proof.begin(), proof.end());
  });
}

// The join of a function with all these. What was found empty with some of them stays so with more: a proof
// of one day serves another.
Diagram Examination::joined(const Day& day, Diagram first, const std::vector<Diagram>& limits) {
  Diagram out = first;
  std::vector<Diagram> used;
  for (const Diagram limit : limits) {
    const Diagram next = diagrams_.both(out, limit);
    if (next == out) continue;
    used.push_back(limit);
    out = next;
    if (possible(day, out)) continue;
    if (out != Diagram::No) break;
    // The last may not have needed all before it: from the other end fewer of them do.
    Diagram again = first;
    std::vector<Diagram> fewer;
    for (auto one = used.rbegin(); again != Diagram::No; ++one) {
      again = diagrams_.both(again, *one);
      fewer.push_back(*one);
    }
    std::sort(fewer.begin(), fewer.end());
    empty_with_[first].push_back(std::move(fewer));
    break;
  }
  return out;
}

// Part of the join, or nothing where none was come upon. Whenever the join has grown large, the first
// questions of one way to a yes are taken as answered that way.
Examination::Found Examination::some_of(const Day& day, Diagram first,
                                        const std::vector<Diagram>& limits,
                                        const std::vector<Diagram>& reaching) {
  Diagram out = first;
  Allowed allowed = day.allowed;
  bool narrowed = false;
  const auto left = [&](Diagram function) {
    return narrowed ? diagrams_.residual(function, allowed) : function;
  };
  for (const Diagram limit : limits) {
    out = diagrams_.both(out, left(limit));
    if (!possible(day, out)) return {};
    if (diagrams_.size(std::array{out}) < large_) continue;
    const Point point = point_of(out, allowed);
    Diagram d = out;
    while (diagrams_.size(std::array{d}) > large_ / 8) {
      const Variable v = diagrams_.variable(d);
      allowed[v] = ClassSet().set(point[v]);
      d = diagrams_.children(d)[point[v]];
    }
    out = d;
    narrowed = true;
  }
  Found found;
  for (const Diagram one : reaching) {
    const Diagram here = diagrams_.both(out, left(one));
    if (narrowed && possible(day, here)) {
      found.function = here;
      found.all.push_back(one);
      break;
    }
    found.function = diagrams_.either(found.function, here);
  }
  if (!narrowed || !possible(day, found.function)) return {found.function, {}};
  for (std::size_t v = 0; v < allowed.size(); ++v) {
    if (allowed[v] == day.allowed[v]) continue;
    const auto test = diagrams_.test(static_cast<Variable>(v), allowed[v]);
    found.function = diagrams_.both(found.function, test);
  }
  found.all.push_back(first);
  found.all.insert(found.all.end(), limits.begin(), limits.end());
  return found;
}

// One class of each variable, all of them allowed, where the function says yes.
Examination::Point Examination::point_of(Diagram function, const Allowed& allowed) const {
  Point out;
  for (const ClassSet& classes : allowed) {
    out.push_back(static_cast<std::uint8_t>(classes._Find_first()));
  }
  std::set<Diagram> dead{Diagram::No};
  const auto walk = [&](const auto& self, Diagram d) -> bool {
    if (d == Diagram::Yes) return true;
    if (dead.contains(d)) return false;
    const Variable v = diagrams_.variable(d);
    for (std::size_t i = 0; i < axes_[v].classes; ++i) {
      if (!allowed[v].test(i) || !self(self, diagrams_.children(d)[i])) continue;
      out[v] = static_cast<std::uint8_t>(i);
      return true;
    }
    dead.insert(d);
    return false;
  };
  walk(walk, function);
  return out;
}

}  // namespace licit
