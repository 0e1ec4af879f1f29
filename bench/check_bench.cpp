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

licit::Detail verdict_alone() {
  licit::Detail detail;
  detail.readings = detail.other_posture = detail.proof = detail.outlook = false;
  return detail;
}

BENCHMARK_CAPTURE(decide, whole_answer, licit::Detail{})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(decide, verdict_alone, verdict_alone())->Unit(benchmark::kMicrosecond);

}  // namespace
