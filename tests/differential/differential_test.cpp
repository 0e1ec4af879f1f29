// The compiled engine against the reference evaluator on laws drawn at random. LICIT_DIFF_RUNS and
// LICIT_DIFF_SEED make it a long run (`./dev fuzz diff`).
#include <gtest/gtest.h>

#include <cstdlib>

#include "differential/run.h"

namespace licit::differential {
namespace {

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* asked = std::getenv(name);
  return asked == nullptr ? otherwise : std::strtoull(asked, nullptr, 10);
}

TEST(Differential, TheEnginesAgreeOnDrawnLaws) {
  Plan plan;
  plan.runs = from_environment("LICIT_DIFF_RUNS", 10'000);
  plan.seed = from_environment("LICIT_DIFF_SEED", 1);
  plan.progress = std::getenv("LICIT_DIFF_RUNS") != nullptr;
  const Tally tally = compare_on_drawn_laws(plan);
  EXPECT_FALSE(tally.failure) << *tally.failure;
  std::printf("seed %llu: %s\n", static_cast<unsigned long long>(plan.seed), tally.text().c_str());
  // Fewer runs than this are too few to say how often a verdict comes.
  if (tally.failure || tally.runs < 5000) return;
  for (const Verdict verdict : tally.rare()) {
    ADD_FAILURE() << word_of(verdict) << " makes up less than one percent of the runs";
  }
}

}  // namespace
}  // namespace licit::differential
