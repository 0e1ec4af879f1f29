// The algebra of docs/semantics.md on toy law whose answers follow from that page by hand.
#include <gtest/gtest.h>

#include "toy.h"

namespace licit::test {
namespace {

// One paragraph, one requirement, and whatever a test adds.
constexpr const char* basic = R"(
param high : TPP = 4800 @
param low : TPP = 1600 @
set bad : place = { CN } @
rule P.a @ then class P.a when all of { (1) item.kind is circuit (2) item.tpp >= high }
rule P.b @ then class P.b when item.kind is circuit and item.tpp >= low
precedence class { P.a, P.b }
rule need @ then license required for RS when class is P.a and to.place in bad
)";

const Stated fast = {{"item.kind", "circuit"}, {"item.tpp", "5000"}, {"to.place", "CN"}};

Stated with(Stated stated, const std::string& id, const std::string& value) {
  for (auto& [fact, text] : stated) {
    if (fact == id) {
      text = value;
      return stated;
    }
  }
  stated.emplace_back(id, value);
  return stated;
}

TEST(Evaluate, LicenseWhereTheRequirementHolds) {
  const Answer answer = ask(toy_pack(basic), fast);
  EXPECT_EQ(verdict(answer), "license");
  EXPECT_EQ(answer.classification.selected, "P.a");
  ASSERT_EQ(answer.deciding.size(), 1u);
  EXPECT_EQ(answer.deciding[0].provision, "need");
  EXPECT_EQ(exit_status(answer), 3);
  ASSERT_EQ(answer.requirements.size(), 1u);
  ASSERT_TRUE(answer.requirements[0].review.has_value());
  EXPECT_EQ(answer.requirements[0].review->policy, "not-stated");
}

TEST(Evaluate, NoLicenseNamesTheParagraphAndTheNearestLimit) {
  const Answer answer = ask(toy_pack(basic), with(fast, "item.tpp", "2368"));
  EXPECT_EQ(verdict(answer), "no-license");
  EXPECT_EQ(answer.classification.selected, "P.b");
  EXPECT_EQ(exit_status(answer), 0);
  ASSERT_EQ(answer.classification.margins.size(), 2u);
  EXPECT_EQ(answer.classification.margins[0].limit,
            Number(1600));  // 768 of 1600 before 2432 of 4800
  EXPECT_EQ(*answer.classification.margins[1].distance.lo, Number(2432));
  EXPECT_NE(answer.reason.en.find("4800"), std::string::npos) << answer.reason.en;
}

TEST(Evaluate, AnIntervalAcrossALimitIsUndeterminedAndAsked) {
  const Answer answer = ask(toy_pack(basic), with(fast, "item.tpp", "4000..5000"));
  EXPECT_EQ(verdict(answer), "undetermined");
  EXPECT_EQ(answer.classification.may_be, (std::vector<std::string>{"P.a", "P.b"}));
  ASSERT_EQ(answer.needs.size(), 1u);
  EXPECT_EQ(answer.needs[0].fact, "item.tpp");
  EXPECT_TRUE(answer.needs[0].settles);
  EXPECT_EQ(exit_status(answer), 4);
}

TEST(Evaluate, AnOpenClassificationThatChangesNothingLeavesTheVerdict) {
  const Answer answer =
      ask(toy_pack(basic), with(with(fast, "item.tpp", "4000..5000"), "to.place", "DE"));
  EXPECT_EQ(verdict(answer), "no-license");
  EXPECT_EQ(answer.classification.selected, "");
}

TEST(Evaluate, APlaceFollowsAnother) {
  EXPECT_EQ(verdict(ask(toy_pack(basic), with(fast, "to.place", "HK"))), "license");
  EXPECT_EQ(verdict(ask(toy_pack(basic), with(fast, "to.place", "MO"))), "no-license");
}

TEST(Evaluate, APlaceThatTheLawNamesNowhereIsOpenAndCannotBeAsked) {
  const Answer answer = ask(toy_pack(basic), with(fast, "to.place", "PS"));
  EXPECT_EQ(verdict(answer), "undetermined");
  EXPECT_TRUE(answer.needs.empty());
}

TEST(Evaluate, NothingEncodedDescribesTheItem) {
  EXPECT_EQ(verdict(ask(toy_pack(basic), with(fast, "item.tpp", "100"))), "not-covered");
  EXPECT_EQ(verdict(ask(toy_pack(basic), fast, "2019-12-31")), "not-covered");
}

TEST(Evaluate, ExclusionsTakeAParagraphAwayAndAreNamed) {
  const law::Pack pack = toy_pack(std::string(basic) + R"(
exclusion note to P.a, P.b @ when not item.datacenter and item.tpp < 6000 TPP
)");
  const Answer out = ask(pack, with(fast, "item.datacenter", "no"));
  EXPECT_EQ(verdict(out), "not-covered");
  ASSERT_EQ(out.classification.excluded.size(), 2u);
  EXPECT_EQ(out.classification.excluded[0].excluded_by, std::vector<std::string>{"note"});
  EXPECT_EQ(out.classification.excluded[0].limbs, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(verdict(ask(pack, with(fast, "item.datacenter", "yes"))), "license");
  const Answer open = ask(pack, fast);
  EXPECT_EQ(verdict(open), "undetermined");
  ASSERT_FALSE(open.needs.empty());
  EXPECT_EQ(open.needs[0].fact, "item.datacenter");
}

constexpr const char* excepted = R"(
exception E symbol EX to need @ filing "C1" when transfer.kind is export
  step order says en "order first" fr "commander d'abord"
  step notify 25 days ahead says en "notify by {date}" fr "notifier avant le {date}"
  step late when item.datacenter says en "more" fr "plus"
)";

TEST(Evaluate, AnExceptionOpensAndItsStepsAreDue) {
  const law::Pack pack = toy_pack(std::string(basic) + excepted);
  const Answer answer = ask(pack, with(fast, "transfer.kind", "export"), "2024-01-15");
  EXPECT_EQ(verdict(answer), "exception");
  ASSERT_EQ(answer.steps.size(), 3u);
  EXPECT_EQ(answer.steps[1].due->iso(), "2023-12-21");
  EXPECT_EQ(answer.steps[1].says.en, "notify by 2023-12-21");
  EXPECT_TRUE(answer.steps[2].unsure);
  EXPECT_EQ(answer.filing, std::vector<std::string>{"C1"});
  EXPECT_EQ(exit_status(answer), 5);
}

TEST(Evaluate, AnUnknownExceptionNeverClears) {
  const law::Pack pack = toy_pack(std::string(basic) + excepted);
  const Answer answer = ask(pack, fast);
  EXPECT_EQ(verdict(answer), "undetermined");
  ASSERT_FALSE(answer.needs.empty());
  EXPECT_EQ(answer.needs[0].fact, "transfer.kind");
  EXPECT_TRUE(answer.needs[0].settles);
  EXPECT_EQ(verdict(ask(pack, with(fast, "transfer.kind", "reexport"))), "license");
}

TEST(Evaluate, ABarClosesEveryExceptionButThoseItNames) {
  const std::string law =
      std::string(basic) + excepted + "exception F to need @ when transfer.kind is export\n";
  const Stated sure = with(fast, "transfer.kind", "export");
  const law::Pack closed = toy_pack(law + "bar B to exceptions of need @ when item.datacenter\n");
  const Answer license = ask(closed, with(sure, "item.datacenter", "yes"));
  EXPECT_EQ(verdict(license), "license");
  ASSERT_EQ(license.requirements[0].exceptions.size(), 2u);
  EXPECT_EQ(license.requirements[0].exceptions[0].barred_by, std::vector<std::string>{"B"});
  EXPECT_EQ(verdict(ask(closed, sure)), "undetermined");
  EXPECT_EQ(verdict(ask(closed, with(sure, "item.datacenter", "no"))), "exception");

  const law::Pack left =
      toy_pack(law + "bar B to exceptions of need except EX @ when item.datacenter\n");
  const Answer open = ask(left, with(sure, "item.datacenter", "yes"));
  EXPECT_EQ(verdict(open), "exception");
  EXPECT_EQ(open.requirements[0].exceptions[1].truth, Truth::No);
}

TEST(Evaluate, AnExceptionNotEncodedIsNamedAndDoesNothing) {
  const law::Pack pack =
      toy_pack(std::string(basic) + "exception G symbol GOV to need @ not encoded\n");
  const Answer answer = ask(pack, fast);
  EXPECT_EQ(verdict(answer), "license");
  ASSERT_EQ(answer.requirements[0].exceptions.size(), 1u);
  EXPECT_TRUE(answer.requirements[0].exceptions[0].not_encoded);
  EXPECT_NE(answer.reason.en.find("GOV"), std::string::npos);
}

TEST(Evaluate, AnOverridingExceptionReplacesTheOther) {
  const law::Pack pack = toy_pack(std::string(basic) + excepted + R"(
exception F to need overrides E @ when transfer.kind is export and item.datacenter
)");
  const Stated sure = with(fast, "transfer.kind", "export");
  const Answer both = ask(pack, with(sure, "item.datacenter", "yes"));
  EXPECT_EQ(verdict(both), "exception");
  EXPECT_TRUE(both.steps.empty());
  EXPECT_EQ(ask(pack, with(sure, "item.datacenter", "no")).steps.size(), 2u);
}

TEST(Evaluate, RulesThatNothingOrdersConflict) {
  law::Pack pack = toy_pack(std::string(basic) + R"(
rule free overrides need @ then no license for RS when item.datacenter
)");
  const Stated both = with(fast, "item.datacenter", "yes");
  EXPECT_EQ(verdict(ask(pack, both)), "no-license");
  pack.rules.back().overrides.clear();  // as an overlay may bring them together
  const Answer conflict = ask(pack, both);
  EXPECT_EQ(verdict(conflict), "conflict");
  EXPECT_EQ(exit_status(conflict), 4);
  EXPECT_EQ(verdict(ask(pack, fast)), "undetermined");
  EXPECT_EQ(verdict(ask(pack, with(fast, "item.datacenter", "no"))), "license");
}

TEST(Evaluate, ReviewIsTheFirstChoiceAndTheStrictestPossible) {
  const law::Pack pack = toy_pack(std::string(basic) + R"(
policy review for need @ first of {
  (1) presumption-of-denial when item.datacenter
  (2) case-by-case when buyer.hq in bad
  (3) presumption-of-approval otherwise
}
)");
  const auto review = [&](const Stated& stated) {
    return *ask(pack, stated).requirements[0].review;
  };
  const Stated de = with(fast, "buyer.hq", "DE");
  EXPECT_EQ(review(with(de, "item.datacenter", "no")).policy, "presumption-of-approval");
  EXPECT_EQ(review(with(fast, "item.datacenter", "yes")).possible.size(), 1u);
  const Review open = review(fast);
  EXPECT_EQ(open.policy, "presumption-of-denial");
  EXPECT_EQ(open.possible, (std::vector<std::string>{"presumption-of-denial", "case-by-case",
                                                     "presumption-of-approval"}));
  EXPECT_EQ(open.needs, (std::vector<std::string>{"item.datacenter", "buyer.hq"}));
}

TEST(Evaluate, ScopeComesBeforeEverything) {
  const law::Pack pack = toy_pack(std::string(basic) + R"(
rule out @ then not-subject because en "out" fr "dehors" when item.datacenter is no
rule gap @ then not-covered because en "gap" fr "lacune" when to.place in { CN } and buyer.hq is not known
)");
  EXPECT_EQ(verdict(ask(pack, with(fast, "item.datacenter", "no"))), "not-subject");
  EXPECT_EQ(verdict(ask(pack, with(fast, "item.datacenter", "yes"))), "not-covered");
  EXPECT_EQ(verdict(ask(pack, with(with(fast, "item.datacenter", "yes"), "buyer.hq", "DE"))),
            "license");
  const Stated clear = with(with(fast, "to.place", "DE"), "buyer.hq", "DE");
  EXPECT_EQ(verdict(ask(pack, clear)), "undetermined");
  EXPECT_EQ(ask(pack, clear).needs[0].fact, "item.datacenter");
}

TEST(Evaluate, ProhibitionsComeBeforeLicenses) {
  const law::Pack pack = toy_pack(std::string(basic) + R"(
rule never-to @ then prohibited when buyer.listings includes worse
)");
  EXPECT_EQ(verdict(ask(pack, with(fast, "buyer.listings", "worse"))), "prohibited");
  EXPECT_EQ(verdict(ask(pack, fast)), "license");
}

}  // namespace
}  // namespace licit::test
