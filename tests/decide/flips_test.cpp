// Flips of known chips, by the limits of 3A090 as of 2023-11-17 (15 CFR 774 Supp. 1: a.1 TPP of 4800 or
// more; a.2 TPP of 1600 or more and density of 5.92 or more; b.1 TPP of 2400 or more and below 4800 and
// density of 1.6 or more and below 5.92; b.2 TPP of 1600 or more and density of 3.2 or more and below 5.92),
// and what holds of every flip.
#include "decide/flips.h"

#include <gtest/gtest.h>

#include "decide/both_engines.h"
#include "licit/engine.h"

namespace licit {
namespace {

// "exception: item.performance-density >= 3.2", sorted.
std::set<std::string> flips(const std::vector<std::pair<std::string, std::string>>& fields) {
  static const Engine engine = Engine::load({small_law_path, {}, {}}).value();
  Transaction transaction;
  for (const auto& [name, text] : fields) transaction.fields.push_back({name, text, {}});
  const Query query = engine.question(transaction).value();
  Asked asked;
  asked.on = query.on;
  for (const law::Reading& reading : small_law().pack.readings) {
    asked.readings[reading.id] = reading.default_alternative;
  }
  const Encoded facts = encoded(small_law(), asked, query.candidates.front());
  std::set<std::string> out;
  for (const Flip& flip :
       flips_of(small_law().compiled, small_law().compiled.on(asked.on), facts)) {
    std::string text(word_of(flip.verdict));
    for (const FlipChange& change : flip.changes) text += ": " + change.fact + ' ' + change.to;
    out.insert(text);
  }
  return out;
}

TEST(Flips, OfL20AreTheLimitsItStaysBelow) {
  // TPP 1,912 and density 3.14: below b.2 by density, below b.1 by TPP.
  EXPECT_EQ(flips({{"item", "L20"}, {"to", "CN"}, {"hq", "CN"}, {"on", "2024-06-03"}}),
            (std::set<std::string>{
                "exception: item.performance-density >= 3.2", "exception: item.tpp >= 2400",
                "license: item.performance-density >= 5.92", "license: item.tpp >= 4800"}));
}

TEST(Flips, OfH20BeforeItsNoticeAreTheSameLimits) {
  // TPP 2,368 and density 2.91.
  EXPECT_EQ(flips({{"item", "HGX H20"},
                   {"to", "CN"},
                   {"hq", "CN"},
                   {"on", "2024-06-03"},
                   {"exporter", "NVIDIA"}}),
            (std::set<std::string>{
                "exception: item.performance-density >= 3.2", "exception: item.tpp >= 2400",
                "license: item.performance-density >= 5.92", "license: item.tpp >= 4800"}));
}

TEST(Flips, OfAChipNamedByANoticeThereAreNone) {
  // The notice of 2025-04-09 names the H20; what a chip is called is not a change.
  EXPECT_EQ(flips({{"item", "HGX H20"},
                   {"to", "CN"},
                   {"hq", "CN"},
                   {"on", "2025-06-03"},
                   {"exporter", "NVIDIA"}}),
            std::set<std::string>{});
}

TEST(FlipsProperty, EachLeadsWhereItSaysAndNoPartOfItDoes) {
  const BothEngines& law = small_law();
  const Representative representative(law);
  std::size_t seen = 0;
  for (std::size_t run = 0; run < 1500; ++run) {
    Drawing drawing(run + 5'000'000);
    const auto [classes, asked] = draw(law, drawing);
    const FactSet facts = representative.facts(classes, {});
    for (const Flip& flip :
         flips_of(law.compiled, law.compiled.on(asked.on), encoded(law, asked, facts))) {
      ++seen;
      ASSERT_FALSE(flip.changes.empty());
      for (std::size_t taken = 0; taken < (1U << flip.changes.size()); ++taken) {
        Classes changed = classes;
        for (std::size_t i = 0; i < flip.changes.size(); ++i) {
          const FlipChange& change = flip.changes[i];
          ASSERT_TRUE(may_flip(change.fact)) << change.fact;
          if (taken >> i & 1) changed[change.axis] = change.to_class;
        }
        const Verdict after = reference(law, asked, representative.facts(changed, {}));
        const bool all = taken + 1 == (1U << flip.changes.size());
        ASSERT_EQ(after == flip.verdict, all) << "seed " << run << ", part " << taken;
      }
    }
  }
  EXPECT_GT(seen, 100U);
}

TEST(FlipsProperty, WithOpenFactsEachLeadsWhereItSaysWhateverTheyTurnOutToBe) {
  const BothEngines& law = small_law();
  const Representative representative(law);
  std::size_t seen = 0, learned = 0;
  for (std::size_t run = 0; run < 1500; ++run) {
    Drawing drawing(run + 7'000'000);
    auto [classes, asked] = draw(law, drawing);
    std::set<std::string> left_out;
    for (const char* fact : {"item.tpp", "item.datacenter", "item.performance-density"}) {
      if (drawing.once_in(3)) left_out.insert(fact);
    }
    if (left_out.empty()) continue;
    const FactSet facts = representative.facts(classes, left_out);
    for (const Flip& flip :
         flips_of(law.compiled, law.compiled.on(asked.on), encoded(law, asked, facts))) {
      ++seen;
      ASSERT_FALSE(flip.changes.empty());
      Classes changed = classes;
      std::set<std::string> still_open = left_out;
      for (const FlipChange& change : flip.changes) {
        ASSERT_TRUE(may_flip(change.fact)) << change.fact;
        learned += change.learned ? 1 : 0;
        EXPECT_EQ(change.learned, left_out.contains(change.fact)) << "seed " << run;
        changed[change.axis] = change.to_class;
        still_open.erase(change.fact);
      }
      const FactSet after = representative.facts(changed, still_open);
      EXPECT_EQ(shown(verdicts(engine(law, asked, after))), shown({flip.verdict}))
          << "seed " << run;
      // And by the reference, for what the open facts happened to be drawn as.
      EXPECT_EQ(reference(law, asked, representative.facts(changed, {})), flip.verdict)
          << "seed " << run;
    }
  }
  EXPECT_GT(seen, 100U);
  EXPECT_GT(learned, 20U);
}

}  // namespace
}  // namespace licit
