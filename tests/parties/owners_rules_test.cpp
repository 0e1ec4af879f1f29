// The 50 percent rules as their texts and guidance say, one case a sentence.
#include "owners_toy.h"
#include "parties/owners/parent.h"
#include "parties/owners/proof.h"

namespace licit {
namespace {

using owners_test::day;
using owners_test::in_window;
using owners_test::Judged;
using owners_test::Toy;
using Names = std::set<std::string>;

Names blocked(const std::vector<owners_test::Row>& rows, const Names& listed = {"X"}) {
  Toy toy;
  toy.stakes(rows);
  for (const std::string& name : listed) toy.list(name, ListCode::Sdn);
  return Judged(toy, OwnerRegime::Ofac, day("2025-01-01")).restricted();
}

// OFAC FAQ 401, https://ofac.treasury.gov/faqs/401. Examples 1 to 3 read; 4 and 6 second-hand; 5 as
// quoted in the press of August 2014 ("not considered to indirectly own any of Entity C").
TEST(OwnersRules, OfacFaq401Example1AChainOfHalves) {
  EXPECT_EQ(blocked({{"X", "A", "50"}, {"A", "B", "50"}}), (Names{"A", "B"}));
}
TEST(OwnersRules, OfacFaq401Example2TwoIndirectQuarters) {
  EXPECT_EQ(blocked({{"X", "A", "50"}, {"X", "B", "50"}, {"A", "C", "25"}, {"B", "C", "25"}}),
            (Names{"A", "B", "C"}));
}
TEST(OwnersRules, OfacFaq401Example3DirectAndIndirectAddUp) {
  EXPECT_EQ(blocked({{"X", "A", "50"}, {"X", "B", "10"}, {"A", "B", "40"}}), (Names{"A", "B"}));
}
TEST(OwnersRules, OfacFaq401Example4NothingFlowsThroughAQuarter) {
  EXPECT_EQ(blocked({{"X", "A", "50"}, {"X", "B", "25"}, {"A", "C", "25"}, {"B", "C", "25"}}),
            (Names{"A"}));
}
TEST(OwnersRules, OfacFaq401Example5TwoQuartersOwnNothingBelow) {
  EXPECT_EQ(blocked({{"X", "A", "25"}, {"X", "B", "25"}, {"A", "C", "50"}, {"B", "C", "50"}}),
            (Names{}));
}
TEST(OwnersRules, OfacFaq401Example6AggregateThenChain) {
  EXPECT_EQ(blocked({{"X", "A", "25"}, {"Y", "A", "25"}, {"A", "B", "50"}}, {"X", "Y"}),
            (Names{"A", "B"}));
}

// 79 FR 47726: aggregation is of 2014-08-13; before its first day a rule is not yet in force.
TEST(OwnersRules, ARuleHasItsDays) {
  const OwnerRules rules = OwnerRules::shipped().value();
  const auto status = [&](OwnerRegime regime, const char* iso) {
    return rules.on(regime, day(iso)).status;
  };
  EXPECT_EQ(status(OwnerRegime::Ofac, "2014-08-12"), RuleStatus::NotYet);
  EXPECT_EQ(status(OwnerRegime::Ofac, "2014-08-13"), RuleStatus::InForce);
  // 90 FR 47201, effective 2025-09-29; 90 FR 50857, suspended 2025-11-10 through 2026-11-09.
  EXPECT_EQ(status(OwnerRegime::Bis, "2025-09-28"), RuleStatus::NotYet);
  EXPECT_EQ(status(OwnerRegime::Bis, "2025-09-29"), RuleStatus::InForce);
  EXPECT_EQ(status(OwnerRegime::Bis, "2025-11-09"), RuleStatus::InForce);
  EXPECT_EQ(status(OwnerRegime::Bis, "2025-11-10"), RuleStatus::Suspended);
  EXPECT_EQ(status(OwnerRegime::Bis, "2026-11-09"), RuleStatus::Suspended);
  EXPECT_EQ(status(OwnerRegime::Bis, "2026-11-10"), RuleStatus::BackUnlessExtended);
  EXPECT_EQ(rules.on(OwnerRegime::Bis, day("2026-11-10")).verified, "unverified");
}

// EU Best Practices of 2024-07-03: "50% or more" in the place of "more than 50%".
TEST(OwnersRules, TheEuropeanThresholdMovedIn2024) {
  Toy toy;
  toy.stakes({{"X", "A", "50"}}).list("X", ListCode::Eu);
  EXPECT_EQ(Judged(toy, OwnerRegime::Eu, day("2024-07-02")).restricted(), Names{});
  EXPECT_EQ(Judged(toy, OwnerRegime::Eu, day("2024-07-03")).restricted(), Names{"A"});
}

// OFSI guidance 4.14: more than 50 percent, no simple aggregation, control counts.
TEST(OwnersRules, TheUnitedKingdomAddsNothingButCountsControl) {
  Toy toy;
  toy.stakes({{"X", "A", "30"},
              {"Y", "A", "30"},
              {"X", "B", "50"},
              {"X", "C", "50.000001"},
              {"X", "D", "?", StakeKind::Control},
              {"C", "E", "30"},
              {"X", "E", "21"}})
      .list("X", ListCode::Uk)
      .list("Y", ListCode::Uk);
  const Judged judged(toy, OwnerRegime::Uk, day("2025-01-01"));
  // One person's direct and indirect stakes are that person's: 30 through C and 21.
  EXPECT_EQ(judged.restricted(), (Names{"C", "D", "E"}));
  EXPECT_TRUE(judged.of("A").flags & FlagJoint);
  EXPECT_EQ(judged.verdict("A"), OwnerVerdict::RedFlag);
}

// 90 FR 47201: the restrictions of the owner, of several the most restrictive; the footnotes of the
// direct product rules follow.
TEST(OwnersRules, WhatFlowsDownIsTheUnionAndTheStrictestReview) {
  Toy toy;
  toy.stakes({{"E", "C", "30"}, {"M", "C", "20"}, {"C", "D", "60"}, {"U", "D", "40"}})
      .list("E", ListCode::EntityList, 1U << 4, ReviewPolicy::CaseByCase)
      .list("M", ListCode::MilitaryEndUser, 0, ReviewPolicy::PresumptionOfDenial)
      .list("U", ListCode::Unverified, 0, ReviewPolicy::PolicyOfDenial);
  const Judged judged(toy, OwnerRegime::Bis, in_window());
  for (const char* name : {"C", "D"}) {
    const OwnerFinding& f = judged.of(name);
    EXPECT_EQ(f.verdict, OwnerVerdict::Restricted);
    EXPECT_EQ(f.surely.lists(), (std::vector{ListCode::EntityList, ListCode::MilitaryEndUser}));
    EXPECT_EQ(f.surely.footnotes(), std::vector{4});
    EXPECT_EQ(f.surely.policy(), ReviewPolicy::PresumptionOfDenial);
  }
  // Denial before presumption of denial before case by case before presumption of approval.
  Burden burden;
  Listing listing;
  const ReviewPolicy order[] = {ReviewPolicy::PresumptionOfApproval, ReviewPolicy::CaseByCase,
                                ReviewPolicy::PresumptionOfDenial, ReviewPolicy::PolicyOfDenial};
  for (const ReviewPolicy policy : order) {
    listing.policy = policy;
    burden.add(listing);
    EXPECT_EQ(burden.policy(), policy);
  }
}

// 15 CFR 744 Supp. 8: foreign entities; a holding in the United States still owns what it owns.
TEST(OwnersRules, AnAmericanAffiliateIsAFlagAndNoWall) {
  Toy toy;
  toy.stakes({{"E", "US Co", "100"}, {"US Co", "Abroad", "100"}}).list("E", ListCode::EntityList);
  toy.graph.notes(*toy.graph.find("US Co")).country = "US";
  const Judged judged(toy, OwnerRegime::Bis, in_window());
  EXPECT_EQ(judged.verdict("US Co"), OwnerVerdict::RedFlag);
  EXPECT_EQ(judged.restricted(), Names{"Abroad"});
}

TEST(OwnersRules, AShareOfOthersLeavesNoRoomForAnUnknownOne) {
  Toy toy;
  toy.stakes({{"X", "A", "?"}, {"Y", "A", "60"}, {"X", "B", "?"}, {"Y", "B", "50"}})
      .list("X", ListCode::Sdn);
  const Judged judged(toy, OwnerRegime::Ofac, day("2025-01-01"));
  EXPECT_EQ(judged.verdict("A"), OwnerVerdict::RedFlag);     // 40 at most
  EXPECT_EQ(judged.verdict("B"), OwnerVerdict::Unresolved);  // 50 perhaps
}

TEST(OwnersRules, DoubtAboutTheOwnerIsDoubtAboutTheOwned) {
  Toy toy;
  toy.stakes({{"X", "A", "100"}, {"Nobody Knows", "B", "100"}});
  Listing match;
  match.list = ListCode::EntityList;
  match.certain = false;
  toy.listed.add(toy.graph.entity("X"), match);
  Listing sdn;
  sdn.list = ListCode::Sdn;  // of no stated program: of 744.8(a)(1) or not
  toy.listed.add(toy.graph.entity("Nobody Knows"), sdn);
  const Judged judged(toy, OwnerRegime::Bis, in_window());
  EXPECT_EQ(judged.verdict("A"), OwnerVerdict::Possible);
  EXPECT_EQ(judged.verdict("B"), OwnerVerdict::Possible);
}

TEST(OwnersRules, ANomineeATrustAndAnIndirectStakeNeverCountForSure) {
  Toy toy;
  toy.stakes({{"X", "A", "60", StakeKind::Nominee},
              {"X", "B", "60", StakeKind::Trust},
              {"X", "C", "60", StakeKind::Indirect},
              {"X", "D", "?", StakeKind::Ultimate},
              {"X", "E", "?", StakeKind::Consolidated}})
      .list("X", ListCode::Sdn);
  const Judged judged(toy, OwnerRegime::Ofac, day("2025-01-01"));
  for (const char* name : {"A", "B", "C"}) EXPECT_EQ(judged.verdict(name), OwnerVerdict::Possible);
  for (const char* name : {"D", "E"}) EXPECT_EQ(judged.verdict(name), OwnerVerdict::Unresolved);
}

TEST(OwnersRules, VotesAndCapitalAreReachedEachForItself) {
  Toy toy;
  const auto votes = StakeClass::Voting, capital = StakeClass::Capital;
  const auto direct = StakeKind::Direct;
  toy.stakes({{"X", "A", "30", direct, votes},
              {"Y", "A", "30", direct, capital},
              {"X", "B", "30", direct, votes},
              {"Y", "B", "20", direct, votes},
              {"X", "C", "40", direct, capital},
              {"Y", "C", "10"}})
      .list("X", ListCode::Sdn)
      .list("Y", ListCode::Sdn);
  // A: neither 30 of votes nor 30 of capital; B: 50 of votes; C: 40 and 10 of capital.
  EXPECT_EQ(Judged(toy, OwnerRegime::Ofac, day("2025-01-01")).restricted(), (Names{"B", "C"}));
}

TEST(OwnersRules, AStakeWrittenTwiceMayBeOneOrTwo) {
  Toy toy;
  toy.stakes({{"X", "A", "25"}, {"X", "A", "25"}, {"X", "B", "25"}, {"X", "B", "25.1"}})
      .list("X", ListCode::Sdn);
  const Judged judged(toy, OwnerRegime::Ofac, day("2025-01-01"));
  EXPECT_EQ(judged.verdict("A"), OwnerVerdict::Possible);
  EXPECT_EQ(judged.verdict("B"), OwnerVerdict::Restricted);
}

TEST(OwnersRules, AStakeHoldsFromItsFirstDayUntilTheDayItEnds) {
  Toy toy;
  Stake stake;
  stake.owner = toy.graph.entity("X");
  stake.owned = toy.graph.entity("A");
  stake.share = parse_share("100").share;
  stake.from = day("2025-01-10").days();
  stake.until = day("2025-02-10").days();
  toy.graph.add(stake);
  toy.list("X", ListCode::Sdn);
  const auto on = [&](const char* iso) {
    return Judged(toy, OwnerRegime::Ofac, day(iso)).verdict("A");
  };
  EXPECT_EQ(on("2025-01-09"), OwnerVerdict::Clear);
  EXPECT_EQ(on("2025-01-10"), OwnerVerdict::Restricted);
  EXPECT_EQ(on("2025-02-09"), OwnerVerdict::Restricted);
  EXPECT_EQ(on("2025-02-10"), OwnerVerdict::Clear);
}

TEST(OwnersProof, GoesFromTheEntityUpToListedOwners) {
  Toy toy;
  toy.stakes({{"X", "A", "50"}, {"X", "B", "10"}, {"A", "B", "40"}, {"B", "A", "50"}})
      .list("X", ListCode::Sdn);
  const Judged judged(toy, OwnerRegime::Ofac, day("2025-01-01"));
  const EntityId b = *toy.graph.find("B"), a = *toy.graph.find("A"), x = *toy.graph.find("X");
  const OwnerProof proof = prove(judged.stakes, toy.listed, judged.result, b);
  ASSERT_EQ(proof.steps.size(), 2U);
  EXPECT_EQ(proof.steps[0].owned, b);
  EXPECT_EQ(percent_text(proof.steps[0].at_least), "50");
  EXPECT_EQ(proof.steps[1].owned, a);
  // B holds half of A too, but joined after it: a ring is not its own reason.
  ASSERT_EQ(proof.steps[1].stakes.size(), 1U);
  EXPECT_EQ(proof.steps[1].stakes[0].owner, x);
  EXPECT_TRUE(proof.steps[1].stakes[0].listed);
}

TEST(OwnersProof, EconomicInterestIsTheProductAlongTheChain) {
  Toy toy;
  toy.stakes({{"X", "A", "60"}, {"A", "B", "60"}, {"B", "C", "60"}, {"C", "D", "60"}})
      .list("X", ListCode::Sdn);
  const Judged judged(toy, OwnerRegime::Ofac, day("2025-01-01"));
  const Share d =
      economic_interest(judged.stakes, toy.listed, judged.result.rule, *toy.graph.find("D"));
  EXPECT_EQ(d.text(), "12.96");  // 0.6 to the fourth
}

TEST(OwnersParent, IsTheEndOfTheMajoritiesOrUnknown) {
  Toy toy;
  toy.stakes({{"P", "M", "51"},
              {"M", "A", "80"},
              {"S", "A", "20"},
              {"One", "J", "49"},
              {"Two", "J", "48"},
              {"One", "H", "50"},
              {"Two", "H", "50"},
              {"R", "Q", "60"},
              {"Q", "R", "60"},
              {"G", "F", "?", StakeKind::Ultimate}});
  toy.graph.notes(*toy.graph.find("P")).hq = "CN";
  const StakesOn stakes(toy.graph, day("2025-01-01"));
  const auto parent = [&](const char* name) {
    return ultimate_parent(stakes, *toy.graph.find(name));
  };
  EXPECT_EQ(parent("A").entity, *toy.graph.find("P"));
  EXPECT_EQ(parent("A").hq, "CN");
  EXPECT_FALSE(parent("A").certain);  // nobody says who owns P
  EXPECT_EQ(parent("J").entity, *toy.graph.find("J"));
  EXPECT_TRUE(parent("J").certain);   // 97 percent known, no majority possible
  EXPECT_FALSE(parent("H").certain);  // two halves
  EXPECT_TRUE(parent("Q").ring);
  EXPECT_EQ(parent("F").entity, *toy.graph.find("G"));
  EXPECT_TRUE(parent("F").certain);  // stated
}

}  // namespace
}  // namespace licit
