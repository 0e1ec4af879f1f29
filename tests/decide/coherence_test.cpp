// What is known of the real law must be found by the proof, with an example that the reference agrees to.
#include "decide/coherence.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "decide/both_engines.h"

namespace licit {
namespace {

const std::vector<Finding>& found() {
  static const std::vector<Finding> all = coherence_of(shipped().pack, shipped().places);
  return all;
}

const Finding* find(FindingKind kind, const std::vector<std::string>& between) {
  const auto one = std::find_if(found().begin(), found().end(), [&](const Finding& finding) {
    return finding.kind == kind && finding.between == between;
  });
  return one == found().end() ? nullptr : &*one;
}

TEST(Coherence, B2HasNoCeilingAndOverlapsA) {
  // 15 CFR 774 Supp. 1, 3A090.b.2: TPP of 1600 or more and density of 3.2 or more and below 5.92, with no
  // upper limit of TPP; 3A090.a.1: TPP of 4800 or more.
  const Finding* overlap = find(FindingKind::Overlap, {"3A090.a", "3A090.b"});
  ASSERT_NE(overlap, nullptr);
  EXPECT_EQ(overlap->from, *Date::parse("2023-11-17"));
  EXPECT_FALSE(overlap->until.has_value());
  const auto has = [&](const char* fact, const char* value) {
    return std::find(overlap->example.begin(), overlap->example.end(),
                     std::pair<std::string, std::string>{fact, value}) != overlap->example.end();
  };
  EXPECT_TRUE(has("item.tpp", "4800"));
  EXPECT_TRUE(has("item.performance-density", "3.2"));
}

TEST(Coherence, ASupercomputerRuleForTheLowerEntriesFallsAwayAbove) {
  // 15 CFR 744.23(a)(1) speaks of 3A991 and 4A994 items only.
  const Finding* gentler = find(FindingKind::Gentler, {"item.tpp", "744.23.a.1"});
  ASSERT_NE(gentler, nullptr);
  EXPECT_EQ(gentler->from, *Date::parse("2023-11-17"));
}

TEST(Coherence, TheEntityListRequirementStatesNoReview) {
  // 744.11(a): the policy stands in the list, entity by entity, which the pack does not hold.
  EXPECT_NE(find(FindingKind::Unreviewed, {"744.11.a"}), nullptr);
}

TEST(Coherence, NoRequirementIsInConflict) {
  for (const Finding& finding : found()) EXPECT_NE(finding.kind, FindingKind::Conflict);
}

}  // namespace
}  // namespace licit
