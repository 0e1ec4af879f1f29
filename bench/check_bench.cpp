// What one question costs in process: reading the law, deciding one transaction with and without its
// proof, readings and the other posture. The reference evaluator is the slow engine by design; these
// are the figures that the compiled one will be measured against.
#include <benchmark/benchmark.h>

#include "licit/engine.h"

namespace {

licit::Transaction h20_to_china() {
  return {{{"item", "h20", {}},
           {"to", "CN", {}},
           {"hq", "CN", {}},
           {"on", "2024-06-03", {}},
           {"exporter", "NVIDIA", {}}}};
}

void load_law(benchmark::State& state) {
  for (auto _ : state) {
    auto engine = licit::Engine::load();
    benchmark::DoNotOptimize(engine);
  }
}
BENCHMARK(load_law)->Unit(benchmark::kMillisecond);

void decide(benchmark::State& state, const licit::Detail& detail) {
  const auto engine = licit::Engine::load();
  if (!engine.ok()) return state.SkipWithError("the law could not be read");
  const auto query = engine->question(h20_to_china());
  if (!query.ok()) return state.SkipWithError("the transaction could not be read");
  for (auto _ : state) {
    licit::Answer answer = licit::evaluate(engine->law(), *query, detail);
    benchmark::DoNotOptimize(answer);
  }
}

// Verdict, classification, requirements with exceptions and review, citations, proof, and what is missing.
licit::Detail with_proof() {
  licit::Detail detail;
  detail.readings = detail.other_posture = detail.flips = false;
  return detail;
}

licit::Detail verdict_alone() {
  licit::Detail detail = with_proof();
  detail.proof = detail.outlook = detail.margins = detail.rank_needs = false;
  return detail;
}

BENCHMARK_CAPTURE(decide, verdict_alone, verdict_alone())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(decide, one_answer_with_proof, with_proof())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(decide, the_same_with_other_readings_posture_and_flips, licit::Detail{})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
