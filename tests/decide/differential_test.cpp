// The compiled engine against the reference evaluator, on the shipped pack. On complete facts the two
// must give the same verdict; on partial facts the engine must give the union of the reference's verdicts
// over one representative of every class that the facts still allow.
#include <gtest/gtest.h>

#include <cstdlib>

#include "decide/both_engines.h"
#include "decide/residual.h"

namespace licit {
namespace {

std::size_t runs(const char* name, std::size_t otherwise) {
  const char* asked = std::getenv(name);
  return asked == nullptr ? otherwise : static_cast<std::size_t>(std::strtoull(asked, nullptr, 10));
}

TEST(Differential, OnCompleteFactsTheEnginesAgree) {
  const BothEngines& law = small_law();
  const Representative representative(law);
  std::map<Verdict, std::size_t> seen;
  const std::size_t count = runs("LICIT_DIFF_RUNS", 4000);
  for (std::size_t run = 0; run < count; ++run) {
    Drawing drawing(run);
    const auto [classes, asked] = draw(law, drawing);
    const FactSet facts = representative.facts(classes, {});
    const Verdict expected = reference(law, asked, facts);
    const Encoded point = encoded(law, asked, facts);
    const Moment& moment = law.compiled.on(asked.on);
    const std::set<Verdict> got = verdicts(weights_of(law.compiled, moment, point));
    std::vector<std::uint8_t> at;
    for (const ClassSet& allowed : point.allowed) {
      at.push_back(static_cast<std::uint8_t>(allowed._Find_first()));
    }
    ASSERT_EQ(verdict_of(weight_at(law.compiled, moment, at)), expected) << "seed " << run;
    ++seen[expected];
    ASSERT_EQ(shown(got), shown({expected})) << "seed " << run << " on " << asked.on.iso();
  }
  for (const auto& [verdict, times] : seen) {
    std::printf("%s %zu\n", std::string(word_of(verdict)).c_str(), times);
  }
}

TEST(Differential, OnPartialFactsTheEngineGivesTheUnion) {
  const BothEngines& law = small_law();
  const Axes& axes = law.compiled.axes();
  const Representative representative(law);
  const std::size_t count = runs("LICIT_DIFF_PARTIAL_RUNS", 120);
  std::size_t compared = 0;
  for (std::size_t run = 0; run < count; ++run) {
    Drawing drawing(run + 1'000'000);
    auto [classes, asked] = draw(law, drawing);
    std::set<std::string> left_out;
    std::vector<Variable> open;
    const std::size_t wanted = 1 + drawing.below(3);
    for (std::size_t tries = 0; tries < 40 && left_out.size() < wanted; ++tries) {
      const Axis& axis = axes[static_cast<Variable>(drawing.below(axes.all().size()))];
      const law::FactDecl* decl = law.pack.find_fact(axis.subject);
      const bool value = axis.asks == Asks::Number || axis.asks == Asks::Day ||
                         axis.asks == Asks::Place || axis.asks == Asks::Word ||
                         axis.asks == Asks::Member;
      if (!value || decl == nullptr || decl->missing_means) continue;
      // A headquarters is only asked to be known so as to be one in a place that the law names nowhere.
      if (axes.find(Asks::Known, axis.subject) && axis.asks != Asks::Place) continue;
      left_out.insert(axis.subject);
    }
    std::size_t product = 1;
    for (std::size_t v = 0; v < axes.all().size(); ++v) {
      if (!left_out.contains(axes[static_cast<Variable>(v)].subject)) continue;
      open.push_back(static_cast<Variable>(v));
      product *= axes[static_cast<Variable>(v)].classes;
    }
    if (product > 3000) continue;
    const FactSet partial = representative.facts(classes, left_out);
    Encoded facts = encoded(law, asked, partial);
    // What the law does not say of a place the reference leaves open: no completion has it.
    for (const Variable v : open) {
      for (std::size_t i = 0; i < axes[v].classes; ++i) {
        if (is_indeterminate(law, axes[v], i)) facts.allowed[v].reset(i);
      }
    }
    const Moment& moment = law.compiled.on(asked.on);
    const std::set<Verdict> got = verdicts(weights_of(law.compiled, moment, facts));
    Residual residual(law.compiled, moment, facts);
    std::set<Verdict> left;
    for (Leaf v = 0; v < Residual::impossible; ++v) {
      if (residual.verdicts() >> v & 1) left.insert(static_cast<Verdict>(v));
    }
    ASSERT_EQ(shown(left), shown(got)) << "seed " << run;
    ASSERT_TRUE(residual.settled_by(residual.facts())) << "seed " << run;
    ASSERT_EQ(residual.settled_by({}), got.size() == 1) << "seed " << run;
    std::set<Verdict> expected;
    for (std::size_t n = 0; n < product; ++n) {
      std::size_t rest = n;
      bool possible = true;
      for (const Variable v : open) {
        classes[v] = rest % axes[v].classes;
        rest /= axes[v].classes;
        // A figure that was left out may still follow in part from others that were not.
        possible = possible && facts.allowed[v].test(classes[v]);
      }
      if (possible) expected.insert(reference(law, asked, representative.facts(classes, {})));
    }
    ASSERT_EQ(shown(got), shown(expected)) << "seed " << run << " on " << asked.on.iso();
    ++compared;
  }
  EXPECT_GT(compared, count / 3);
  std::printf("compared %zu\n", compared);
}

}  // namespace
}  // namespace licit
