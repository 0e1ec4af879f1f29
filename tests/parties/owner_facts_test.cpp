// What owners become in the words of the law (law/us/ear/facts-subject.law): a listed majority is
// said, and whatever leaves it open leaves the fact open.
#include "parties/owners/owner_facts.h"

#include "owners_toy.h"

namespace licit {
namespace {

using owners_test::day;
using owners_test::Judged;
using owners_test::Toy;
using Words = std::vector<std::string>;

struct Case {
  Toy toy;
  OwnerFacts of(const std::string& name, const char* iso = "2025-10-15") const {
    const Judged judged(toy, OwnerRegime::Bis, day(iso));
    return owner_facts(judged.stakes, judged.result, toy.graph.find(name).value_or(~0U));
  }
};

// 15 CFR 744 Supp. 8(a), (b): owned 50 percent or more; 734.9(e): footnotes 1 and 4 reach affiliates.
TEST(OwnerFacts, ARestrictedPartyHasTheListsOfItsOwners) {
  Case c;
  c.toy.stakes("E > A 50; Z > A 50; M > B 60; Z > B 40; S > D 30; E > D 20; Z > D 50")
      .list("E", ListCode::EntityList, 1U << 4)
      .list("M", ListCode::MilitaryEndUser)
      .list("S", ListCode::Sdn);
  EXPECT_EQ(c.of("A").owned_by_listed.members, (Words{"entity-list", "footnote-1-or-4"}));
  EXPECT_EQ(c.of("B").owned_by_listed.members, Words{"military-end-user-list"});
  EXPECT_EQ(c.of("D").owned_by_listed.members,
            (Words{"entity-list", "footnote-1-or-4", "sdn-744.8"}));
  EXPECT_EQ(c.of("A").open, OwnersOpen::Settled);
  // The law knows when its rule is suspended; the fact is the same.
  EXPECT_EQ(c.of("A", "2026-03-01").owned_by_listed.members, c.of("A").owned_by_listed.members);
}

TEST(OwnerFacts, DoubtLeavesTheFactOpenAndNeverClears) {
  Case c;
  c.toy.stakes("E > Band 25..50; Z > Band 50; E > Unknown ?; Z > Half told 50; Z > Told 51")
      .stakes("E > Minority 49; Z > Minority 51")
      .stakes("Holding > Shell 100; Z > Small 51; Shell > Small 49")
      .stakes("Shell > Several 25; Holding > Several 25; Z > Several 50")
      .list("E", ListCode::EntityList);
  c.toy.graph.notes(*c.toy.graph.find("Z")).person = true;
  EXPECT_TRUE(c.of("Band").owned_by_listed.is_unknown());
  EXPECT_EQ(c.of("Band").open, OwnersOpen::Band);
  EXPECT_EQ(c.of("Band").at_most, Words{"entity-list"});
  EXPECT_TRUE(c.of("Band").at_least.empty());
  EXPECT_TRUE(c.of("Unknown").owned_by_listed.is_unknown());
  EXPECT_EQ(c.of("Unknown").open, OwnersOpen::UnknownShare);
  // Half of it is held by nobody who is named.
  EXPECT_TRUE(c.of("Half told").owned_by_listed.is_unknown());
  EXPECT_EQ(c.of("Half told").open, OwnersOpen::Undisclosed);
  EXPECT_EQ(c.of("Told").owned_by_listed.members, Words{});
  EXPECT_EQ(c.of("Minority").owned_by_listed.members, Words{"minority"});
  // 744 Supp. 8: directly or indirectly. Nobody says who owns the holding.
  EXPECT_TRUE(c.of("Shell").owned_by_listed.is_unknown());
  EXPECT_EQ(c.of("Shell").open, OwnersOpen::Undisclosed);
  EXPECT_EQ(c.of("Small").owned_by_listed.members, Words{});
  // What each alone does not reach they reach together.
  EXPECT_EQ(c.of("Several").open, OwnersOpen::Undisclosed);
  EXPECT_TRUE(c.of("Not there").owned_by_listed.is_unknown());
  EXPECT_EQ(c.of("Not there").open, OwnersOpen::NotInGraph);
}

// 744 Supp. 8: directly or indirectly. Entities that own each other say nothing of who owns them all, until
// a person holds more than others could.
TEST(OwnerFacts, ARingWithoutAPersonIsOwnedByNobodyKnown) {
  Case c;
  c.toy.stakes("A > B 100; B > A 100; B > Below 60; Z > Below 40")
      .stakes("Z > C 60; D > C 40; C > D 100; Own > Own 100");
  c.toy.graph.notes(*c.toy.graph.find("Z")).person = true;
  for (const char* ring : {"A", "B", "Below", "Own"}) {
    EXPECT_TRUE(c.of(ring).owned_by_listed.is_unknown()) << ring;
    EXPECT_EQ(c.of(ring).open, OwnersOpen::Undisclosed) << ring;
  }
  EXPECT_EQ(c.of("C").owned_by_listed.members, Words{});
  EXPECT_EQ(c.of("D").owned_by_listed.members, Words{});
}

// What files say against each other clears nobody.
TEST(OwnerFacts, APersonWithOwnersOrCalledAnEntityIsNoEnd) {
  Case c;
  c.toy.stakes("Trust > P 100; P > A 100; Q > B 100; R > C 100");
  for (const char* name : {"P", "Q", "R"}) c.toy.graph.notes(*c.toy.graph.find(name)).person = true;
  c.toy.graph.notes(*c.toy.graph.find("Q")).entity = true;
  EXPECT_EQ(c.of("A").open, OwnersOpen::Undisclosed);
  EXPECT_EQ(c.of("B").open, OwnersOpen::Undisclosed);
  EXPECT_EQ(c.of("C").owned_by_listed.members, Words{});
}

TEST(OwnerFacts, WhichListsMayBeOpenThoughOneIsSure) {
  Case c;
  c.toy.stakes("M > A 60; E > A ?; E > B 60; M > B ?; E > C 60; S > C ?")
      .list("E", ListCode::EntityList)
      .list("M", ListCode::MilitaryEndUser)
      .list("S", ListCode::Sdn);
  // Military end users are restricted for some items only (744.21): the Entity List would be for all.
  EXPECT_TRUE(c.of("A").owned_by_listed.is_unknown());
  EXPECT_EQ(c.of("A").open, OwnersOpen::WhichLists);
  EXPECT_EQ(c.of("A").at_least, Words{"military-end-user-list"});
  EXPECT_EQ(c.of("A").at_most, (Words{"entity-list", "military-end-user-list"}));
  // The other way round nothing turns on it.
  EXPECT_EQ(c.of("B").owned_by_listed.members, Words{"entity-list"});
  // An SDN owner closes what is open to an Entity List affiliate (the temporary general license).
  EXPECT_TRUE(c.of("C").owned_by_listed.is_unknown());
}

TEST(OwnerFacts, TheParentsHeadquartersAreAFactOnlyWhereTheParentIsCertain) {
  Case c;
  c.toy.stakes({{"P", "A", "?", StakeKind::Ultimate}, {"Q", "B", "80"}});
  c.toy.graph.notes(*c.toy.graph.find("P")).hq = "CN";
  c.toy.graph.notes(*c.toy.graph.find("Q")).hq = "SG";
  EXPECT_EQ(c.of("A").parent_hq, FactValue::of(FactType::Place, "CN"));
  EXPECT_TRUE(c.of("B").parent_hq.is_unknown());  // who owns Q is not said
}

TEST(OwnerFacts, WhatSomebodyStatedStands) {
  Case c;
  c.toy.stakes({{"E", "A", "100"}}).list("E", ListCode::EntityList);
  FactSet facts;
  facts.set("buyer.owned-by-listed", FactValue::set_of({}));
  put_owner_facts("buyer", c.of("A"), facts);
  EXPECT_EQ(facts.find("buyer.owned-by-listed")->members, Words{});
  put_owner_facts("consignee", c.of("A"), facts);
  EXPECT_EQ(facts.find("consignee.owned-by-listed")->members, Words{"entity-list"});
  EXPECT_TRUE(facts.find("consignee.parent-hq")->is_unknown());
}

}  // namespace
}  // namespace licit
