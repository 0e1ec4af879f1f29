// The compiled engine against the reference evaluator on laws drawn at random, and on the pack
// inside the program with overlays. LICIT_DIFF_RUNS, LICIT_DIFF_SHIPPED_RUNS and LICIT_DIFF_SEED make it a long run (`./dev fuzz diff`).
#include <gtest/gtest.h>

#include <cstdlib>

#include "differential/run.h"

namespace licit::differential {
namespace {

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* asked = std::getenv(name);
  return asked == nullptr ? otherwise : std::strtoull(asked, nullptr, 10);
}

Plan plan(const char* runs, std::uint64_t otherwise) {
  Plan out;
  out.runs = from_environment(runs, otherwise);
  out.seed = from_environment("LICIT_DIFF_SEED", 1);
  out.progress = std::getenv(runs) != nullptr;
  out.shrink = std::getenv("LICIT_DIFF_NO_SHRINK") == nullptr;
  if (!out.progress) return out;
  if (out.runs < 1'000'000) return out;
  // A long run gains more from more questions than from many completions of few.
  out.questions = 1500;
  out.open_percent = 20;
  return out;
}

void expect_agreement(const Plan& plan, const Tally& tally) {
  EXPECT_FALSE(tally.failure) << *tally.failure;
  std::printf("seed %llu: %s\n", static_cast<unsigned long long>(plan.seed), tally.text().c_str());
  // Fewer runs than this are too few to say how often a verdict comes.
  if (tally.failure || tally.runs < 3000) return;
  for (const Verdict verdict : tally.rare()) {
    ADD_FAILURE() << word_of(verdict) << " makes up less than one percent of the runs";
  }
}

TEST(Differential, TheEnginesAgreeOnDrawnLaws) {
  const Plan asked = plan("LICIT_DIFF_RUNS", 10'000);
  expect_agreement(asked, compare_on_drawn_laws(asked));
}

TEST(Differential, TheEnginesAgreeOnTheShippedLaw) {
  // The reference takes its time over so much law: few runs here, many by `./dev fuzz diff`.
  const char* sanitized = std::getenv("LICIT_SANITIZE");
  Plan asked = plan("LICIT_DIFF_SHIPPED_RUNS", sanitized != nullptr && *sanitized != 0 ? 5 : 30);
  if (asked.runs < 3000)
    asked.open_percent = 0;  // every completion of open facts is asked of the reference
  expect_agreement(asked, compare_on(shipped_laws(), asked));
}

TEST(Differential, TheEnginesAgreeOnASmallLaw) {
  const Plan asked = plan("LICIT_DIFF_SMALL_RUNS", 3'000);
  expect_agreement(asked, compare_on(small_laws(), asked));
}

}  // namespace
}  // namespace licit::differential
