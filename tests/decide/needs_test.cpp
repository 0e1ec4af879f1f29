// What is asked, and when one answer is said to settle the verdict: only where every value does that the
// fact could take within what is known of it (docs/semantics.md, section 8).
#include <gtest/gtest.h>

#include <algorithm>

#include "toy.h"

namespace licit::test {
namespace {

const Need* need_for(const Answer& answer, const std::string& fact) {
  const auto found = std::find_if(answer.needs.begin(), answer.needs.end(),
                                  [&](const Need& need) { return need.fact == fact; });
  return found == answer.needs.end() ? nullptr : &*found;
}

bool settles(const Answer& answer, const std::string& fact) {
  const Need* need = need_for(answer, fact);
  EXPECT_NE(need, nullptr) << fact << " is not asked";
  return need != nullptr && need->settles;
}

// A density limit is a limit on the area: 2000 TPP reach 5 TPP/mm2 at 400 mm2, 4.5 at 444.4 mm2.
std::string dense(const std::string& rules) {
  return R"(
fact item.performance-density : number TPP/mm2 says en "density" fr "densité" asks en "How dense?" fr "Quelle densité ?"
  cite "note 4" computed by density-of-highest
fact item.non-planar : yes-no says en "non-planar" fr "non planaire" asks en "Non-planar?" fr "Non planaire ?"
rule P @ then class P when item.kind is circuit
)" + rules;
}
const Stated chip = {{"item.kind", "circuit"}, {"item.tpp", "2000"}, {"item.non-planar", "yes"}};

TEST(Needs, AnAreaSettlesWhereEveryDensityDoes) {
  const law::Pack pack = toy_pack(dense(R"(
rule need @ then license required for RS when item.performance-density >= 5 TPP/mm2
)"));
  const Answer answer = ask(pack, chip);
  ASSERT_EQ(verdict(answer), "undetermined");
  EXPECT_TRUE(settles(answer, "item.die-area"));
  Stated around = chip;
  around.emplace_back("item.die-area", "390..410");
  EXPECT_TRUE(settles(ask(pack, around), "item.die-area"));
  EXPECT_EQ(need_for(answer, "item.die-area")->unit, "mm2");
}

TEST(Needs, ANarrowBandOfAreasThatLeavesTheVerdictOpenIsFound) {
  const law::Pack pack = toy_pack(dense(R"(
rule need @ then license required for RS when item.performance-density >= 5 TPP/mm2
rule band @ then license required for RS
  when item.performance-density >= 4.50 TPP/mm2 and item.performance-density < 4.51 TPP/mm2 and buyer.hq in { CN }
)"));
  // 443.5 to 444.4 mm2: between all round figures.
  EXPECT_FALSE(settles(ask(pack, chip), "item.die-area"));
  Stated beside = chip;
  beside.emplace_back("item.die-area", "300..443");
  EXPECT_TRUE(settles(ask(pack, beside), "item.die-area"));
  Stated within = chip;
  within.emplace_back("item.die-area", "300..444");
  EXPECT_FALSE(settles(ask(pack, within), "item.die-area"));
}

TEST(Needs, APerformanceThatADensityIsMadeOfIsTriedAtTheLimitsOfBoth) {
  // 500 mm2: 4.50 and 4.51 TPP/mm2 are 2250 and 2255 TPP.
  const std::string band = R"(
rule need @ then license required for RS when item.tpp >= 4800 TPP
rule band @ then license required for RS
  when item.performance-density >= 4.50 TPP/mm2 and item.performance-density < 4.51 TPP/mm2 and buyer.hq in { CN }
)";
  const Stated area = {
      {"item.kind", "circuit"}, {"item.die-area", "500"}, {"item.non-planar", "yes"}};
  EXPECT_FALSE(settles(ask(toy_pack(dense(band)), area), "item.tpp"));
  Stated low = area;
  low.emplace_back("item.tpp", "2256..9000");
  EXPECT_TRUE(settles(ask(toy_pack(dense(band)), low), "item.tpp"));
}

TEST(Needs, SeveralWordsTogetherAreTriedToo) {
  const law::Pack pack = toy_pack(R"(
rule P @ then class P when item.kind is circuit
rule worse @ then prohibited when buyer.listings includes worse and not buyer.listings includes bad
rule both @ then license required for RS
  when buyer.listings includes bad and buyer.listings includes worse and buyer.hq in { CN }
)");
  Stated named = {{"item.kind", "circuit"}, {"buyer.name", "Acme"}};
  EXPECT_FALSE(settles(ask(pack, named), "buyer.listings"));
  named.emplace_back("buyer.hq", "CN");
  EXPECT_TRUE(settles(ask(pack, named), "buyer.listings"));
}

TEST(Needs, OnlyTheCandidatesOfAPlaceAreTried) {
  const law::Pack pack = toy_pack(R"(
rule P @ then class P when item.kind is circuit
rule china @ then license required for RS when to.place in { CN }
rule korea @ then license required for RS when to.place in { KP } and item.datacenter
)");
  EXPECT_FALSE(settles(ask(pack, {{"item.kind", "circuit"}}), "to.place"));
  EXPECT_TRUE(settles(ask(pack, {{"item.kind", "circuit"}, {"to.place", "{CN, DE}"}}), "to.place"));
  EXPECT_FALSE(
      settles(ask(pack, {{"item.kind", "circuit"}, {"to.place", "{CN, KP}"}}), "to.place"));
}

TEST(Needs, AnAnswerSettlesOnlyWhereItDoesForEveryChipOfTheName) {
  const law::Pack pack = toy_pack(R"(
rule P @ then class P when item.kind in { card, circuit }
rule card @ then license required for RS when item.kind is card and item.datacenter
rule circuit @ then license required for RS when item.kind is circuit and buyer.hq in { CN }
)");
  Query query = query_of(pack, {{"item.kind", "card"}});
  query.candidates.push_back(facts_from(pack, {{"item.kind", "circuit"}}));
  query.candidate_ids = {"card", "circuit"};
  const Answer answer = answer_to(pack, query);
  ASSERT_EQ(verdict(answer), "undetermined");
  EXPECT_FALSE(settles(answer, "item.datacenter"));
  EXPECT_FALSE(settles(answer, "buyer.hq"));

  // The same verdict for both, whichever it is.
  const law::Pack alike = toy_pack(R"(
rule P @ then class P when item.kind in { card, circuit }
rule card @ then license required for RS when buyer.hq in { CN }
)");
  EXPECT_TRUE(settles(answer_to(alike, query), "buyer.hq"));
}

TEST(Needs, APlaceThatTheLawPlacesNowhereIsSaidWhereNothingCanBeAsked) {
  const law::Pack pack = toy_pack(R"(
rule P @ then class P when item.kind is circuit
rule china @ then license required for RS when to.place in { CN }
)");
  // Palestine is `unlisted` in law/places.csv: named in neither supplement.
  const Answer answer = ask(pack, {{"item.kind", "circuit"}, {"to.place", "PS"}});
  EXPECT_EQ(verdict(answer), "undetermined");
  EXPECT_TRUE(answer.needs.empty());
  EXPECT_EQ(answer.unplaced, std::vector<std::string>{"to.place"});
  EXPECT_NE(answer.reason.en.find("destination (Palestine)"), std::string::npos)
      << answer.reason.en;
  EXPECT_TRUE(ask(pack, {{"item.kind", "circuit"}}).unplaced.empty());
}

}  // namespace
}  // namespace licit::test
