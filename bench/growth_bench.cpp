// How the compiled law grows as its provisions double: the shipped pack, and the same with as many
// generated rules, requirements and exceptions again, three times as many and seven times as many. Nodes,
// bytes, the time to compile, and a verdict at a point beside the reference evaluator's, all in one run.
#include <benchmark/benchmark.h>

#include <map>
#include <random>

#include "decide/decision.h"
#include "decide/exact.h"
#include "decide/pack_index.h"
#include "decide/verdict_memo.h"
#include "facts/shipped.h"
#include "language/load.h"
#include "language/overlay.h"

namespace {

using namespace licit;

// One family: a paragraph of its own between limits of its own, a requirement for some places, and an
// exception from it.
std::string family(std::size_t i) {
  const std::string n = std::to_string(i);
  const std::string from = "  cite \"generated " + n +
                           "\"\n  source GENERATED\n  from GENERATED\n"
                           "  says en \"generated\" fr \"engendré\"\n";
  // Few enough limits for an axis to keep them all apart (most_classes).
  const std::size_t step = i % 80;
  const std::string tpp = std::to_string(500 + 37 * step);
  const std::string place = i % 3 == 0 ? "macau-or-d5" : i % 3 == 1 ? "d1-d4-d5" : "D:1";
  return "rule G" + n + "\n" + from + "  then class G" + n + "\n  when item.tpp >= " + tpp +
         " TPP and item.dram-bandwidth >= " + std::to_string(600 + 53 * (i / 2 % 80)) +
         " GB/s\n\n" + "rule need-" + n + "\n" + from +
         "  then license required for RS\n  when class is G" + n + " and to.place in " + place +
         "\n\n" + "exception open-" + n + " to need-" + n + "\n" + from + "  when item.tpp < " +
         std::to_string(700 + 37 * step) + " TPP and to.place in D:1\n\n";
}

std::size_t provisions_of(const law::Pack& pack) {
  return pack.rules.size() + pack.defeats.size() + pack.bars.size() + pack.policies.size();
}

struct Grown {
  law::Pack pack;
  Places places = shipped_places().value();
  std::unique_ptr<CompiledLaw> law;
};

const Grown& grown(std::size_t times) {
  static std::map<std::size_t, Grown> all;
  const auto found = all.find(times);
  if (found != all.end()) return found->second;
  Grown& out = all[times];
  out.pack = law::load_embedded_pack("law/us/ear").value();
  const std::size_t families = (times - 1) * provisions_of(out.pack) / 3;
  if (families > 0) {
    std::string text =
        "overlay generated on us.ear\nsource GENERATED bill \"generated\"\n"
        "  title en \"generated\" fr \"engendré\"\n"
        "  published 2024-01-01 effective 2024-01-01\n\n";
    std::string names;
    for (std::size_t i = 0; i < families; ++i) {
      names += (i == 0 ? "G" : ", G") + std::to_string(i);
    }
    text += "precedence class { " + names + " }\n\n";
    for (std::size_t i = 0; i < families; ++i) text += family(i);
    auto amended = law::apply_overlay(out.pack, "generated.law", text);
    if (!amended.ok()) return out;
    out.pack = std::move(amended).value();
  }
  out.law = std::make_unique<CompiledLaw>(out.pack, out.places);
  return out;
}

std::vector<std::vector<std::uint8_t>> points(const CompiledLaw& law) {
  std::mt19937_64 random(1);
  std::vector<std::vector<std::uint8_t>> out(1024);
  for (auto& point : out) {
    for (const Axis& axis : law.axes().all()) {
      point.push_back(static_cast<std::uint8_t>(random() % axis.classes));
    }
  }
  return out;
}

void grow_compile(benchmark::State& state) {
  const Grown& it = grown(static_cast<std::size_t>(state.range(0)));
  if (it.law == nullptr) return state.SkipWithError("the generated law does not check");
  for (auto _ : state) benchmark::DoNotOptimize(CompiledLaw(it.pack, it.places));
  state.counters["provisions"] = static_cast<double>(provisions_of(it.pack));
  state.counters["nodes"] = static_cast<double>(it.law->diagrams().nodes());
  state.counters["bytes"] = static_cast<double>(it.law->bytes());
}
BENCHMARK(grow_compile)->RangeMultiplier(2)->Range(1, 8)->Unit(benchmark::kMillisecond);

void grow_verdict(benchmark::State& state) {
  const Grown& it = grown(static_cast<std::size_t>(state.range(0)));
  if (it.law == nullptr) return state.SkipWithError("the generated law does not check");
  const Moment& moment = it.law->moments().back();
  const auto all = points(*it.law);
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(weight_at(*it.law, moment, all[i++ % all.size()]));
  }
}
BENCHMARK(grow_verdict)->RangeMultiplier(2)->Range(1, 8)->Unit(benchmark::kNanosecond);

void grow_memo(benchmark::State& state) {
  const Grown& it = grown(static_cast<std::size_t>(state.range(0)));
  if (it.law == nullptr) return state.SkipWithError("the generated law does not check");
  VerdictMemo memo(*it.law, it.law->moments().back());
  const auto all = points(*it.law);
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(memo.at(all[i++ % 64]));
}
BENCHMARK(grow_memo)->RangeMultiplier(2)->Range(1, 8)->Unit(benchmark::kNanosecond);

void grow_reference(benchmark::State& state) {
  const Grown& it = grown(static_cast<std::size_t>(state.range(0)));
  if (it.law == nullptr) return state.SkipWithError("the generated law does not check");
  const PackIndex index(it.pack);
  const InForce in_force(index, *Date::parse("2026-08-03"), it.pack.header.verified_through,
                         Knower::Public);
  std::map<std::string_view, std::string_view> readings;
  for (const law::Reading& reading : it.pack.readings) {
    readings[reading.id] = reading.default_alternative;
  }
  FactSet facts;
  facts.set("item.kind", FactValue::of(FactType::OneOf, "integrated-circuit"));
  facts.set("item.tpp", FactValue::of(Interval::exactly(Number(2368)), "TPP"));
  facts.set("to.place", FactValue::of(FactType::Place, "CN"));
  for (auto _ : state) {
    const Setting setting{in_force, it.places, readings, Posture::Enforced, false};
    Judge judge(setting, facts);
    benchmark::DoNotOptimize(decide(judge).verdict);
  }
}
BENCHMARK(grow_reference)->RangeMultiplier(2)->Range(1, 8)->Unit(benchmark::kMicrosecond);

}  // namespace
