// The compiled engine beside the reference evaluator: compiling the pack, a verdict from encoded facts, the
// residual of a question that is still open, its flips, and the proof of coherence.
#include <benchmark/benchmark.h>

#include <random>

#include "decide/coherence.h"
#include "decide/compiled_file.h"
#include "decide/decision.h"
#include "decide/exact.h"
#include "decide/flips.h"
#include "decide/pack_index.h"
#include "decide/region.h"
#include "decide/verdict_memo.h"
#include "facts/shipped.h"
#include "language/load.h"
#include "language/overlay.h"
#include "licit/engine.h"

namespace {

using namespace licit;

// A question in both engines' terms.
class Asked {
 public:
  explicit Asked(const Transaction& transaction)
      : engine_(Engine::load().value()),
        query_(engine_.question(transaction).value()),
        index_(engine_.pack()),
        compiled_(engine_.pack(), engine_.places()),
        in_force_(index_, query_.on, engine_.pack().header.verified_through, Knower::Public) {
    for (const law::Reading& reading : engine_.pack().readings) {
      chosen_.readings[reading.id] = reading.default_alternative;
    }
  }

  const CompiledLaw& law() const { return compiled_; }
  const Moment& moment() const { return compiled_.on(query_.on); }
  Encoded encoded() const {
    Trace trace;
    FactReader reader(index_, engine_.places(), query_.candidates.front(), chosen_.readings, false,
                      trace);
    return encode(compiled_, reader, chosen_);
  }
  Verdict reference() const {
    const Setting setting{in_force_, engine_.places(), chosen_.readings, Posture::Enforced, false};
    Judge judge(setting, query_.candidates.front());
    return decide(judge).verdict;
  }

 private:
  Engine engine_;
  Query query_;
  PackIndex index_;
  CompiledLaw compiled_;
  InForce in_force_;
  Chosen chosen_;
};

Transaction transaction(std::vector<std::pair<std::string, std::string>> fields) {
  Transaction out;
  for (auto& [name, text] : fields) out.fields.push_back({name, text, {}});
  return out;
}

const Asked& known() {
  static const Asked asked(transaction({{"item", "HGX H20"},
                                        {"to", "CN"},
                                        {"hq", "CN"},
                                        {"on", "2024-06-03"},
                                        {"exporter", "NVIDIA"}}));
  return asked;
}

const Asked& open() {
  static const Asked asked(transaction({{"item", "L20"}, {"to", "SG"}, {"on", "2025-06-03"}}));
  return asked;
}

void compile_pack(benchmark::State& state) {
  const law::Pack pack = law::load_embedded_pack("law/us/ear").value();
  const Places places = shipped_places().value();
  std::size_t nodes = 0, bytes = 0;
  for (auto _ : state) {
    const CompiledLaw law(pack, places);
    nodes = law.diagrams().nodes();
    bytes = law.bytes();
  }
  state.counters["nodes"] = static_cast<double>(nodes);
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(compile_pack)->Unit(benchmark::kMillisecond);

// What `Engine` does instead of compiling: the law that travels in the program, checked and mapped.
void map_pack(benchmark::State& state) {
  const law::Pack pack = law::load_embedded_pack("law/us/ear").value();
  const Places places = shipped_places().value();
  const std::span<const std::byte> bytes = embedded_compiled_law();
  for (auto _ : state) {
    benchmark::DoNotOptimize(compiled_in(bytes, nullptr, "", pack, places).ok());
  }
  state.counters["bytes"] = static_cast<double>(bytes.size());
}
BENCHMARK(map_pack)->Unit(benchmark::kMicrosecond);

// A bill that lowers 4,800 to 2,400, compiled whole and from the pack's compiled law.
void compile_bill(benchmark::State& state, bool whole, const char* from) {
  const law::Pack pack = law::load_embedded_pack("law/us/ear").value();
  const Places places = shipped_places().value();
  const law::Pack bill =
      law::apply_overlay(pack, "bill.law",
                         std::string("overlay bill on us.ear\nsource BILL bill \"B. 1\"\n"
                                     "  published 2024-01-01 effective 2024-01-01\n"
                                     "amend param tpp.high = 2400 TPP\n  cite \"B. 1\"\n"
                                     "  source BILL\n  from ") +
                             from + "\n")
          .value();
  const CompiledLaw before(pack, places);
  std::size_t moments = 0;
  for (auto _ : state) {
    const CompiledLaw law =
        whole ? CompiledLaw(bill, places) : CompiledLaw(bill, places, {}, before);
    moments = law.compiled_moments();
  }
  state.counters["moments"] = static_cast<double>(moments);
}
BENCHMARK_CAPTURE(compile_bill, whole, true, "2027-01-01")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compile_bill, what_it_touches, false, "2027-01-01")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(compile_bill, since_2024, false, "2024-06-01")->Unit(benchmark::kMillisecond);

// The parts of it: into what classes the facts fall; which version of each provision holds, by stretch of
// days.
void compile_axes(benchmark::State& state) {
  const law::Pack pack = law::load_embedded_pack("law/us/ear").value();
  const Places places = shipped_places().value();
  for (auto _ : state) benchmark::DoNotOptimize(Axes(pack, places, {}));
}
BENCHMARK(compile_axes)->Unit(benchmark::kMillisecond);

void law_of_each_day(benchmark::State& state) {
  const law::Pack pack = law::load_embedded_pack("law/us/ear").value();
  const Places places = shipped_places().value();
  std::size_t stretches = 0;
  for (auto _ : state) {
    const std::vector<Date> days = days_of_change(pack, places, {});
    for (const Date day : days) benchmark::DoNotOptimize(LawAt(pack, day, {}));
    stretches = days.size();
  }
  state.counters["stretches"] = static_cast<double>(stretches);
}
BENCHMARK(law_of_each_day)->Unit(benchmark::kMillisecond);

void prove_coherence(benchmark::State& state) {
  const Engine engine = Engine::load().value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(coherence_of(engine.law(), engine.catalogue()));
  }
}
BENCHMARK(prove_coherence)->Unit(benchmark::kMillisecond);

void encode_facts(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(known().encoded());
}
BENCHMARK(encode_facts)->Unit(benchmark::kMicrosecond);

void verdict_compiled(benchmark::State& state, const Asked& (*which)()) {
  const Encoded facts = which().encoded();
  for (auto _ : state) {
    benchmark::DoNotOptimize(weights_of(which().law(), which().moment(), facts));
  }
}
BENCHMARK_CAPTURE(verdict_compiled, all_known, known)->Unit(benchmark::kNanosecond);
BENCHMARK_CAPTURE(verdict_compiled, some_open, open)->Unit(benchmark::kNanosecond);

void verdict_at_a_point(benchmark::State& state) {
  const Encoded facts = known().encoded();
  std::vector<std::uint8_t> classes;
  for (const ClassSet& allowed : facts.allowed) {
    classes.push_back(static_cast<std::uint8_t>(allowed._Find_first()));
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(weight_at(known().law(), known().moment(), classes));
  }
}
BENCHMARK(verdict_at_a_point)->Unit(benchmark::kNanosecond);

// Each point another: of 4,096 random ones, half of them a step away from a real transaction.
std::vector<std::vector<std::uint8_t>> points() {
  const Encoded facts = known().encoded();
  const Axes& axes = known().law().axes();
  std::mt19937_64 random(1);
  std::vector<std::vector<std::uint8_t>> out(4096);
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (std::size_t v = 0; v < facts.allowed.size(); ++v) {
      const bool keep = i % 2 == 0 && random() % 8 != 0;
      const std::size_t drawn = random() % axes.all()[v].classes;
      out[i].push_back(static_cast<std::uint8_t>(keep ? facts.allowed[v]._Find_first() : drawn));
    }
  }
  return out;
}

void verdict_at_new_points(benchmark::State& state) {
  const auto all = points();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        weight_at(known().law(), known().law().moments().back(), all[i++ & 4095]));
  }
  const VerdictTable& table = known().law().table(known().law().moments().back());
  state.counters["roots"] = static_cast<double>(table.roots().size());
  state.counters["entries"] = static_cast<double>(table.entries().size());
}
BENCHMARK(verdict_at_new_points)->Unit(benchmark::kNanosecond);

// The same few points again and again, from a memo.
void verdict_repeated(benchmark::State& state) {
  const auto all = points();
  VerdictMemo memo(known().law(), known().law().moments().back());
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(memo.at(all[i++ & 63]));
}
BENCHMARK(verdict_repeated)->Unit(benchmark::kNanosecond);

void verdict_reference(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(known().reference());
}
BENCHMARK(verdict_reference)->Unit(benchmark::kNanosecond);

void residual(benchmark::State& state) {
  const Encoded facts = open().encoded();
  for (auto _ : state) {
    const Residual left(open().law(), open().moment(), facts);
    benchmark::DoNotOptimize(left.verdicts());
  }
}
BENCHMARK(residual)->Unit(benchmark::kMicrosecond);

void flips(benchmark::State& state) {
  const Encoded facts = known().encoded();
  for (auto _ : state) benchmark::DoNotOptimize(flips_of(known().law(), known().moment(), facts));
}
BENCHMARK(flips)->Unit(benchmark::kMicrosecond);

}  // namespace
