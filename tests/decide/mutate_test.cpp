// The judge of tests judged: it makes the changes it says, undoes them, and knows a killed one.
#include "decide/mutate.h"

#include <algorithm>
#include <set>

#include "decide/tools_support.h"

namespace licit {
namespace {

using testing::catalogue;
using testing::places;
using testing::toy_pack;

constexpr const char* good_tests = R"(
test "the edges"
  cite "1 CFR 4"
  given item.tpp = 4800 TPP, to = CN, hq = CN, buyer.is-government = no
  on 2023-05-31 expect no-license, members watched = { RU }
  on 2023-06-01 expect license, review case-by-case, members watched = { RU, CN }
  on 2023-06-01 with item.tpp = 4799 TPP expect not-covered
  on 2023-12-31 with item.tpp = 4799 TPP expect not-covered
  on 2024-01-01 with item.tpp = 2400 TPP expect license
  on 2024-01-01 with item.tpp = 2399 TPP expect not-covered
  on 2023-06-01 with to = RU expect license, review presumption-of-denial
  on 2023-06-01 with buyer.is-government = yes expect exception, step tell 2023-05-22
)";

MutationReport judge(const law::Pack& pack, MutationOptions options) {
  auto report = run_mutants({pack, places()}, catalogue(), options);
  if (!report.ok()) {
    for (const Diagnostic& why : report.errors()) ADD_FAILURE() << why.render(Language::En);
    return {};
  }
  return std::move(report).value();
}

const MutantOutcome* find(const MutationReport& report, const std::string& id) {
  for (const MutantOutcome& mutant : report.mutants) {
    if (mutant.id == id) return &mutant;
  }
  return nullptr;
}

TEST(Mutate, NamesEveryMutantApart) {
  const law::Pack pack = toy_pack();
  std::set<std::string> ids;
  for (const Mutant& mutant : mutants_of(pack)) {
    EXPECT_TRUE(ids.insert(mutant.id).second) << mutant.id;
    EXPECT_FALSE(mutant.before == mutant.after) << mutant.id;
  }
  EXPECT_TRUE(ids.contains("limit@2023-01-01 value 4800 to 4801"));
  // Nobody leans on the limit before its rule begins, and the next version takes over where it ends.
  EXPECT_FALSE(ids.contains("limit@2023-01-01 from 2023-01-01 to 2022-12-31"));
  EXPECT_FALSE(ids.contains("limit@2023-01-01 until 2024-01-01 to 2024-01-02"));
  EXPECT_TRUE(ids.contains("limit@2023-01-01 until 2024-01-01 to 2023-12-31"));
  EXPECT_TRUE(ids.contains("limit@2023-01-01 value 4800 to 4799"));
  EXPECT_TRUE(ids.contains("1A1@2023-01-01 when >= to >"));
  EXPECT_TRUE(ids.contains("need@2023-01-01 when all to any"));
  EXPECT_TRUE(ids.contains("watched@2023-01-01 member.CN CN to dropped"));
  EXPECT_TRUE(ids.contains("watched@2023-01-01 member.CN.from 2023-06-01 to 2023-06-02"));
  EXPECT_TRUE(ids.contains("GOV@2023-01-01 step.tell.days 10 to 11"));
  EXPECT_TRUE(ids.contains("review@2023-01-01 choice.a presumption-of-denial to case-by-case"));
}

TEST(Mutate, ExchangingTwiceChangesNothing) {
  law::Pack pack = toy_pack();
  const Date on = *Date::from_ymd(2024, 1, 15);
  const auto lines = [&] {
    Query query;
    query.candidates.emplace_back();
    query.candidate_ids.emplace_back();
    query.on = on;
    return evaluate({pack, places()}, query).receipt;
  };
  const Receipt before = lines();
  std::vector<Mutant> mutants = mutants_of(pack);
  ASSERT_FALSE(mutants.empty());
  for (Mutant& mutant : mutants) {
    exchange(pack, mutant);
    exchange(pack, mutant);
  }
  EXPECT_EQ(lines().cited, before.cited);
  EXPECT_EQ(pack.params[0].number, Number(4800));
  EXPECT_EQ(pack.sets[0].members.size(), 2U);
}

TEST(Mutate, KillsWhatATestStandsOnAndNamesTheTest) {
  const MutationReport report = judge(toy_pack(good_tests), {});
  for (const char* id :
       {"limit@2023-01-01 value 4800 to 4801", "limit@2023-01-01 value 4800 to 4799",
        "limit@2024-01-01 value 2400 to 2399", "1A1@2023-01-01 when >= to >",
        "limit@2024-01-01 from 2024-01-01 to 2024-01-02",
        "watched@2023-01-01 member.CN.from 2023-06-01 to 2023-05-31",
        "GOV@2023-01-01 step.tell.days 10 to 9", "need@2023-01-01 when all to any"}) {
    const MutantOutcome* mutant = find(report, id);
    ASSERT_NE(mutant, nullptr) << id;
    EXPECT_EQ(mutant->killed_by, "the edges") << id;
  }
  EXPECT_EQ(report.killed + report.accepted + report.survived, report.mutants.size());
}

TEST(Mutate, WhatNoTestLooksAtSurvivesUntilItIsExplained) {
  const law::Pack pack = toy_pack(R"(
test "only the verdict far from every edge"
  cite "1 CFR 4"
  given item.tpp = 9000 TPP, to = CN, hq = CN, buyer.is-government = no
  on 2024-06-01 expect license
)");
  const std::string id = "limit@2024-01-01 value 2400 to 2401";
  MutationOptions options;
  options.only = "^limit@2024-01-01 value 2400 to 2401$";
  const MutationReport bare = judge(pack, options);
  EXPECT_EQ(bare.survived, 1U);
  EXPECT_FALSE(bare.passed());
  const MutantOutcome* survivor = find(bare, id);
  ASSERT_NE(survivor, nullptr);
  EXPECT_EQ(survivor->file, "toy.law");
  EXPECT_GT(survivor->line, 0U);
  options.accepted[id] = "no published chip lies between";
  const MutationReport explained = judge(pack, options);
  EXPECT_EQ(explained.survived, 0U);
  EXPECT_EQ(explained.accepted, 1U);
}

// An aside is a provision like any: what no test notices of it is a test that is missing.
TEST(Mutate, AsidesAndPointersAreJudgedByTheirOwnExpectations) {
  const std::string declared = R"(
aside toll kind customs cite "1 CFR 5" source FIRST from 2023-02-01 says en "t" fr "t" upon license
  when to.place in { CN }
pointer gifts cite "1 CFR 6" source FIRST says en "g" fr "g" searched "nowhere" when item.tpp > 100 TPP
)";
  const std::string held = R"(
test "beside"
  cite "1 CFR 5"
  given item.tpp = 4800 TPP, to = CN, hq = CN, buyer.is-government = no
  on 2023-06-01 expect license, beside toll, not-modelled gifts
  on 2023-06-01 with buyer.is-government = yes expect no beside toll
  on 2023-06-01 with to = RU expect no beside toll
  on 2023-06-01 with item.tpp = 100 TPP expect no not-modelled gifts
  on 2023-06-01 with item.tpp = 101 TPP expect not-modelled gifts
)";
  MutationOptions options;
  options.only = "^(toll|gifts)";
  const MutationReport with = judge(toy_pack(declared + held), options);
  for (const char* id :
       {"toll@2023-02-01 upon.license upon license to upon any verdict",
        "toll@2023-02-01 whole it to dropped", "gifts when > to >=", "gifts when 100 to 101"}) {
    const MutantOutcome* mutant = find(with, id);
    if (mutant == nullptr) {
      for (const MutantOutcome& other : with.mutants) ADD_FAILURE() << id << " is not " << other.id;
      return;
    }
    EXPECT_EQ(mutant->killed_by, "beside") << id;
  }
  // The verdicts of the other tests do not notice any of it.
  const MutationReport without = judge(toy_pack(declared + good_tests), options);
  EXPECT_EQ(without.killed, 0U);
  EXPECT_EQ(without.survived, with.mutants.size());
}

TEST(Mutate, ASampleHasOneOfSoManyAndIsNoJudgeOfWhatIsAccepted) {
  MutationOptions options;
  const std::size_t all = judge(toy_pack(good_tests), options).mutants.size();
  options.every = 7;
  options.accepted = {{"no such change", "for a reason"}};
  const MutationReport sample = judge(toy_pack(good_tests), options);
  EXPECT_EQ(sample.mutants.size(), (all + 6) / 7);
  EXPECT_TRUE(sample.stale.empty());
}

TEST(Mutate, AnAcceptedEntryThatNoLongerSurvivesIsStale) {
  MutationOptions options;
  options.accepted["limit@2023-01-01 value 4800 to 4801"] = "was once true";
  const MutationReport report = judge(toy_pack(good_tests), options);
  ASSERT_EQ(report.stale.size(), 1U);
  EXPECT_FALSE(report.passed());
}

TEST(Mutate, TestsThatFailBeforehandAreAnError) {
  const law::Pack pack = toy_pack(R"(
test "wrong"
  cite "1 CFR 4"
  given item.tpp = 9000 TPP, to = CN, hq = CN, buyer.is-government = no
  on 2024-06-01 expect no-license
)");
  const auto report = run_mutants({pack, places()}, catalogue(), {});
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.errors()[0].code, "C031");
}

TEST(Mutate, AcceptedFilesNeedAReasonForEachAndNameEachOnce) {
  const auto good = parse_accepted("# why\n\na value 1 to 2  because\n", "f");
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good->at("a value 1 to 2"), "because");
  const auto bad = parse_accepted("a value 1 to 2\nb  x\nb  y\n", "f");
  ASSERT_FALSE(bad.ok());
  ASSERT_EQ(bad.errors().size(), 2U);
  EXPECT_EQ(bad.errors()[0].place.line, 1U);
  EXPECT_EQ(bad.errors()[1].place.line, 3U);
}

}  // namespace
}  // namespace licit
