// The 50 percent rules over five million stakes, made up from a fixed seed: two and a half million
// entities in groups of which some reach into each other, one owner in a thousand listed. Apart: the
// rule alone, the index of the day with the rule, and all of it from CSV in memory.
#include <benchmark/benchmark.h>

#include <random>

#include "parties/owners/assess.h"
#include "parties/owners/read.h"

namespace {

using namespace licit;

constexpr std::uint32_t entities = 2'500'000;
constexpr std::uint32_t stakes = 5'000'000;

struct Made {
  std::string csv;
  OwnershipGraph graph;
  ListedOwners listed;
};

std::string name_of(std::uint32_t id) { return "Company " + std::to_string(id) + " Ltd"; }

const Made& made() {
  static const Made out = [] {
    Made one;
    std::mt19937 random(20251015);
    const auto below = [&](std::uint32_t n) {
      return std::uniform_int_distribution<std::uint32_t>(0, n - 1)(random);
    };
    one.csv = "owner,owned,share\n";
    constexpr const char* shares[] = {"100", "60", "51", "50", "49.5", "33.333333", "25..50", "?"};
    for (std::uint32_t i = 0; i < stakes; ++i) {
      // Most owners are near in the numbering, as groups are; some are anywhere.
      const std::uint32_t owned = below(entities);
      const std::uint32_t owner = below(10) == 0 ? below(entities) : owned / 40 * 40 + below(40);
      one.csv += name_of(owner) + "," + name_of(owner == owned ? (owned + 1) % entities : owned) +
                 "," + shares[below(8)] + "\n";
    }
    read_owners(one.csv, "made-up.csv", one.graph);
    Listing listing;
    listing.list = ListCode::EntityList;
    for (std::uint32_t i = 0; i < entities / 1000; ++i)
      one.listed.add(below(static_cast<std::uint32_t>(one.graph.size())), listing);
    return one;
  }();
  return out;
}

const OwnerRule& rule() {
  static const OwnerRule out =
      OwnerRules::shipped().value().on(OwnerRegime::Bis, Date::parse("2025-10-15").value());
  return out;
}

void count(benchmark::State& state, const OwnerAssessment& result) {
  std::size_t restricted = 0;
  for (const OwnerFinding& f : result.findings)
    if (f.verdict == OwnerVerdict::Restricted) ++restricted;
  state.counters["restricted"] = static_cast<double>(restricted);
  state.counters["stakes"] = benchmark::Counter(static_cast<double>(state.iterations()) * stakes,
                                                benchmark::Counter::kIsRate);
}

void rule_alone(benchmark::State& state) {
  const StakesOn on(made().graph, Date::parse("2025-10-15").value());
  OwnerAssessment result;
  for (auto _ : state) result = assess(on, made().listed, rule());
  count(state, result);
}

void index_and_rule(benchmark::State& state) {
  made();
  OwnerAssessment result;
  for (auto _ : state) {
    const StakesOn on(made().graph, Date::parse("2025-10-15").value());
    result = assess(on, made().listed, rule());
  }
  count(state, result);
}

void csv_index_and_rule(benchmark::State& state) {
  made();
  OwnerAssessment result;
  for (auto _ : state) {
    OwnershipGraph graph;
    read_owners(made().csv, "made-up.csv", graph);
    const StakesOn on(graph, Date::parse("2025-10-15").value());
    result = assess(on, made().listed, rule());
  }
  count(state, result);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(made().csv.size()));
}

BENCHMARK(rule_alone)->Unit(benchmark::kMillisecond);
BENCHMARK(index_and_rule)->Unit(benchmark::kMillisecond);
BENCHMARK(csv_index_and_rule)->Unit(benchmark::kMillisecond);

}  // namespace
