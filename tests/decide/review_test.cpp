// How an application would be looked at: the strictest review that is stated, what states none, and what
// either leans on (docs/semantics.md, "Review").
#include <gtest/gtest.h>

#include <algorithm>

#include "decide/headline.h"
#include "toy.h"

namespace licit::test {
namespace {

const Stated china = {{"item.kind", "circuit"}, {"to.place", "CN"}};

std::string law(const std::string& policies) {
  return R"(
rule P @ then class P when item.kind is circuit
rule rs @ then license required for RS when to.place in { CN }
rule list @ then license required for list when to.place in { CN }
)" + policies;
}

TEST(Review, WhatStatesNoneIsSaidBesideTheStrictestKnown) {
  const Answer answer = ask(toy_pack(law(R"(
policy mild for rs @ first of { (a) case-by-case otherwise }
)")),
                            china);
  EXPECT_EQ(strictest_review(answer), "case-by-case");
  EXPECT_EQ(review_not_stated(answer), std::vector<std::string>{"list"});
  EXPECT_NE(answer.reason.en.find("For sec. 1 it is not stated"), std::string::npos)
      << answer.reason.en;
}

TEST(Review, NothingIsSaidWhereEveryReviewIsStated) {
  const Answer answer = ask(toy_pack(law(R"(
policy mild for rs, list @ first of { (a) case-by-case otherwise }
)")),
                            china);
  EXPECT_TRUE(review_not_stated(answer).empty());
  EXPECT_EQ(answer.reason.en.find("not stated"), std::string::npos) << answer.reason.en;
}

TEST(Review, AReviewThatMayTurnOutNotToBeStatedIsSaidToo) {
  const Answer answer = ask(toy_pack(law(R"(
policy mild for rs @ first of { (a) case-by-case otherwise }
policy open for list @ first of { (a) presumption-of-approval when item.datacenter (b) not-stated otherwise }
)")),
                            china);
  EXPECT_EQ(review_not_stated(answer), std::vector<std::string>{"list"});
}

TEST(Review, AnAssumptionThatOnlyAPolicyReadsIsListed) {
  const std::string assumed = R"(
fact quota.used : yes-no says en "quota" fr "quota" asks en "Used up?" fr "Épuisé ?"
  missing means no because en "nobody said so" fr "personne ne l'a dit"
policy p for rs, list @ first of { (a) policy-of-denial when quota.used (b) presumption-of-approval otherwise }
)";
  const law::Pack pack = toy_pack(law(assumed));
  const Answer answer = ask(pack, china);
  EXPECT_EQ(strictest_review(answer), "presumption-of-approval");
  ASSERT_EQ(answer.assumptions.size(), 1U);
  EXPECT_EQ(answer.assumptions[0].fact, "quota.used");
  Stated said = china;
  said.emplace_back("quota.used", "yes");
  EXPECT_EQ(strictest_review(ask(pack, said)), "policy-of-denial");
  EXPECT_TRUE(ask(pack, said).assumptions.empty());
}

TEST(Review, AReadingUnderWhichAReviewIsStatedIsListed) {
  const law::Pack pack = toy_pack(law(R"(
reading R @ alternatives open en "open" fr "ouvert", mild en "mild" fr "doux"
  default open because en "usual" fr "usuel"
policy mild for rs @ first of { (a) case-by-case otherwise }
policy unsure for list @ first of { (a) case-by-case when reading R is mild (b) not-stated otherwise }
)"));
  const Answer answer = ask(pack, china);
  EXPECT_EQ(review_not_stated(answer), std::vector<std::string>{"list"});
  ASSERT_EQ(answer.readings.size(), 1U);
  EXPECT_EQ(answer.readings[0].review, "case-by-case");
  EXPECT_TRUE(answer.readings[0].review_not_stated.empty());
}

TEST(Review, OfSeveralChipsTheStrictestIsShown) {
  const law::Pack pack = toy_pack(R"(
rule P @ then class P when item.kind in { card, circuit }
rule rs @ then license required for RS when to.place in { CN }
policy p for rs @ first of { (a) presumption-of-denial when item.kind is circuit (b) case-by-case otherwise }
)");
  Query query = query_of(pack, {{"item.kind", "card"}, {"to.place", "CN"}});
  query.candidates.push_back(facts_from(pack, china));
  query.candidate_ids = {"card", "circuit"};
  const Answer answer = answer_to(pack, query);
  EXPECT_EQ(verdict(answer), "license");
  EXPECT_EQ(strictest_review(answer), "presumption-of-denial");
  EXPECT_EQ(answer.requirements[0].review->possible,
            (std::vector<std::string>{"presumption-of-denial", "case-by-case"}));
}

TEST(Review, AStepThatDependsOnAnAssumptionLeansOnIt) {
  const law::Pack pack = toy_pack(R"(
fact use.known : yes-no says en "use" fr "usage" asks en "Known?" fr "Connu ?"
  missing means no because en "nobody said so" fr "personne ne l'a dit"
rule P @ then class P when item.kind is circuit
rule rs @ then license required for RS when to.place in { CN }
exception E symbol EX to rs @
  when item.kind is circuit
  step notify when use.known says en "notify" fr "notifier"
)");
  const Answer answer = ask(pack, china);
  ASSERT_EQ(verdict(answer), "exception");
  EXPECT_TRUE(answer.steps.empty());
  ASSERT_EQ(answer.assumptions.size(), 1U);
  EXPECT_EQ(answer.assumptions[0].fact, "use.known");
}

TEST(Warnings, ADayBeforeThePacksLawIsSaidWhateverTheVerdict) {
  const auto warns = [](const Answer& answer) {
    return std::any_of(answer.warnings.begin(), answer.warnings.end(),
                       [](const Warning& warning) { return warning.code == "W-before-coverage"; });
  };
  // The toy pack covers from 2020-01-01; a requirement without a first day reaches further back.
  const law::Pack pack = toy_pack(R"(
rule P cite "sec. 1" source S from 2019-01-01 says en "Says." fr "Dit." then class P when item.kind is circuit
rule old cite "sec. 2" source S from 2019-01-01 says en "Says." fr "Dit."
  then license required for RS when to.place in { CN }
)");
  const Answer license = ask(pack, china, "2019-06-01");
  EXPECT_EQ(verdict(license), "license");
  EXPECT_TRUE(warns(license));
  const Answer clear = ask(pack, {{"item.kind", "circuit"}, {"to.place", "DE"}}, "2019-06-01");
  EXPECT_EQ(verdict(clear), "not-covered");
  EXPECT_TRUE(warns(clear));
  EXPECT_FALSE(warns(ask(pack, china, "2020-01-01")));
}

TEST(Reason, WhereNothingWasKnownYetThatIsTheReason) {
  const law::Pack pack = toy_pack(R"(
rule P cite "sec. 2" source LATE from LATE says en "Says." fr "Dit." then class P when item.kind is circuit
)");
  Query query = query_of(pack, china);
  query.known = *Date::parse("2024-01-01");  // published 2024-05-01
  const Answer answer = answer_to(pack, query);
  EXPECT_EQ(verdict(answer), "not-covered");
  EXPECT_NE(answer.reason.en.find("By 2024-01-01, nothing"), std::string::npos) << answer.reason.en;
  query.known.reset();
  EXPECT_EQ(verdict(answer_to(pack, query)), "no-license");
}

}  // namespace
}  // namespace licit::test
