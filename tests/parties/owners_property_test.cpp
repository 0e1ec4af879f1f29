// Random shareholdings against the definition, iterated in the plainest way: an entity is restricted
// when listed or restricted owners hold enough of it. Each draw is small, so that every completion of
// its bands can be tried.
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "owners_toy.h"

namespace licit {
namespace {

using owners_test::day;
using owners_test::Judged;
using owners_test::Row;
using owners_test::Toy;

std::string name_of(int i) { return "e" + std::to_string(i); }

struct Edge {
  int owner, owned;
  int lo, hi;  // whole percents
};

// Names in `seeds` and whoever they hold `enough` of, again and again until nothing changes.
std::set<int> by_definition(const std::set<int>& seeds, const std::vector<Edge>& edges, int n,
                            const std::function<bool(int)>& enough) {
  std::set<int> members = seeds;
  for (bool moved = true; moved;) {
    moved = false;
    for (int id = 0; id < n; ++id) {
      int held = 0;
      for (const Edge& e : edges)
        if (e.owned == id && e.owner != id && members.count(e.owner) != 0) held += e.lo;
      if (members.count(id) == 0 && enough(held)) {
        members.insert(id);
        moved = true;
      }
    }
  }
  return members;
}

std::set<std::string> names(const std::set<int>& ids, const std::set<int>& but) {
  std::set<std::string> out;
  for (const int id : ids)
    if (but.count(id) == 0) out.insert(name_of(id));
  return out;
}

Toy toy_of(const std::vector<Edge>& edges, const std::set<int>& listed, ListCode list) {
  Toy toy;
  for (const Edge& e : edges) {
    const std::string share =
        e.lo == e.hi ? std::to_string(e.lo) : std::to_string(e.lo) + ".." + std::to_string(e.hi);
    toy.stakes({{name_of(e.owner), name_of(e.owned), share}});
  }
  for (const int id : listed) toy.list(name_of(id), list);
  return toy;
}

std::vector<Edge> drawn_edges(int n, int most) {
  std::vector<Edge> out;
  std::map<std::pair<int, int>, bool> seen;
  const int count = *rc::gen::inRange(0, most + 1);
  for (int i = 0; i < count; ++i) {
    Edge e{*rc::gen::inRange(0, n), *rc::gen::inRange(0, n), 0, 0};
    e.lo = e.hi = *rc::gen::element(5, 10, 20, 24, 25, 26, 30, 40, 49, 50, 51, 60, 75, 100);
    // A stake written twice means something else.
    if (!seen.emplace(std::pair(e.owner, e.owned), true).second) continue;
    out.push_back(e);
  }
  return out;
}

std::set<int> drawn_listed(int n) {
  std::set<int> out;
  const int count = *rc::gen::inRange(0, 3);
  for (int i = 0; i < count; ++i) out.insert(*rc::gen::inRange(0, n));
  return out;
}

RC_GTEST_PROP(OwnersProperty, EqualsTheDefinitionWhereStakesAreAdded, ()) {
  const int n = *rc::gen::inRange(1, 9);
  const auto edges = drawn_edges(n, 20);
  const auto listed = drawn_listed(n);
  // OFAC: 50 percent or more (FAQ 399, 401); EU before 2024-07-03: more than 50.
  const Toy sdn = toy_of(edges, listed, ListCode::Sdn);
  const auto at_least = by_definition(listed, edges, n, [](int held) { return held >= 50; });
  RC_ASSERT(Judged(sdn, OwnerRegime::Ofac, day("2025-01-01")).restricted() ==
            names(at_least, listed));
  const Toy eu = toy_of(edges, listed, ListCode::Eu);
  const auto more_than = by_definition(listed, edges, n, [](int held) { return held > 50; });
  RC_ASSERT(Judged(eu, OwnerRegime::Eu, day("2024-01-01")).restricted() ==
            names(more_than, listed));
}

RC_GTEST_PROP(OwnersProperty, EqualsTheDefinitionWhereEachOwnerStandsAlone, ()) {
  const int n = *rc::gen::inRange(1, 9);
  const auto edges = drawn_edges(n, 20);
  const auto listed = drawn_listed(n);
  // OFSI guidance 4.14: the stakes of different designated persons are not simply added.
  std::set<int> all = listed;
  for (const int root : listed) {
    const auto one = by_definition({root}, edges, n, [](int held) { return held > 50; });
    all.insert(one.begin(), one.end());
  }
  const Toy toy = toy_of(edges, listed, ListCode::Uk);
  RC_ASSERT(Judged(toy, OwnerRegime::Uk, day("2025-01-01")).restricted() == names(all, listed));
}

RC_GTEST_PROP(OwnersProperty, RestrictedWhereEveryCompletionIsAndDoubtWhereSomeAre, ()) {
  const int n = *rc::gen::inRange(2, 5);
  std::vector<Edge> edges;
  std::map<int, int> sure;
  std::map<std::pair<int, int>, bool> seen;
  const int count = *rc::gen::inRange(1, 6);
  for (int i = 0; i < count; ++i) {
    Edge e{*rc::gen::inRange(0, n), *rc::gen::inRange(0, n), 0, 0};
    e.lo = 25 * *rc::gen::inRange(0, 4);
    e.hi = e.lo + 25 * *rc::gen::inRange(0, 5 - e.lo / 25);
    // Shares that can all be true: what is sure is no more than the whole.
    if (e.owner == e.owned || sure[e.owned] + e.lo > 100) continue;
    if (!seen.emplace(std::pair(e.owner, e.owned), true).second) continue;
    sure[e.owned] += e.lo;
    edges.push_back(e);
  }
  const auto listed = drawn_listed(n);
  std::map<int, int> restricted_in;
  int completions = 0;
  // Every quarter within each band, as long as nobody is owned beyond the whole. Quarters are enough:
  // all bounds are quarters, and the most that a set of owners can hold is reached at one.
  std::vector<Edge> now = edges;
  for (Edge& e : now) e.hi = e.lo;
  const std::function<void(std::size_t)> walk = [&](std::size_t i) {
    if (i == now.size()) {
      std::map<int, int> held;
      for (const Edge& e : now) held[e.owned] += e.lo;
      for (const auto& [owned, sum] : held)
        if (sum > 100) return;
      ++completions;
      for (const int id : by_definition(listed, now, n, [](int sum) { return sum >= 50; }))
        ++restricted_in[id];
      return;
    }
    for (int share = edges[i].lo; share <= edges[i].hi; share += 25) {
      now[i].lo = share;
      walk(i + 1);
    }
  };
  walk(0);
  RC_ASSERT(completions > 0);
  const Toy toy = toy_of(edges, listed, ListCode::Sdn);
  const Judged judged(toy, OwnerRegime::Ofac, day("2025-01-01"));
  for (int id = 0; id < n; ++id) {
    if (listed.count(id) != 0 || !toy.graph.find(name_of(id))) continue;
    const OwnerVerdict verdict = judged.verdict(name_of(id));
    const int times = restricted_in[id];
    RC_ASSERT((verdict == OwnerVerdict::Restricted) == (times == completions));
    RC_ASSERT((verdict == OwnerVerdict::Possible || verdict == OwnerVerdict::Unresolved) ==
              (times > 0 && times < completions));
  }
}

RC_GTEST_PROP(OwnersProperty, TheOrderOfStakesChangesNothing, ()) {
  const int n = *rc::gen::inRange(2, 9);
  auto edges = drawn_edges(n, 20);
  for (Edge& e : edges)
    if (*rc::gen::arbitrary<bool>()) e.hi = 100;
  const auto listed = drawn_listed(n);
  const Toy toy = toy_of(edges, listed, ListCode::EntityList);
  for (std::size_t i = edges.size(); i > 1; --i)
    std::swap(edges[i - 1],
              edges[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
  const Toy other = toy_of(edges, listed, ListCode::EntityList);
  const Judged a(toy, OwnerRegime::Bis, owners_test::in_window());
  const Judged b(other, OwnerRegime::Bis, owners_test::in_window());
  for (EntityId id = 0; id < toy.graph.size(); ++id) {
    const std::string name(toy.graph.text(id));
    const OwnerFinding &f = a.of(name), &g = b.of(name);
    RC_ASSERT(f.verdict == g.verdict);
    RC_ASSERT(f.flags == g.flags);
    RC_ASSERT(f.at_least == g.at_least);
    RC_ASSERT(f.at_most == g.at_most);
    RC_ASSERT(f.surely == g.surely);
    RC_ASSERT(f.perhaps == g.perhaps);
  }
}

}  // namespace
}  // namespace licit
