// The example of include/licit/ownership.h.
#include <gtest/gtest.h>

#include "licit/ownership.h"

namespace {

TEST(OwnersApi, TheExampleOfTheHeader) {
  licit::OwnershipGraph graph;
  licit::read_owners("owner,owned,share\nX,A,50\nA,B,50\n", "owners.csv", graph);
  licit::ListedOwners listed;
  licit::Listing listing;
  listing.list = licit::ListCode::EntityList;
  listed.add(*graph.find("X"), listing);
  const auto day = *licit::Date::parse("2025-10-15");
  const licit::StakesOn stakes(graph, day);
  const auto rule = licit::OwnerRules::shipped()->on(licit::OwnerRegime::Bis, day);
  const auto result = licit::assess(stakes, listed, rule);
  EXPECT_EQ(result.findings[*graph.find("B")].verdict, licit::OwnerVerdict::Restricted);
}

// The way in for screening: one question an entity.
TEST(OwnersApi, ScreeningFillsTheListings) {
  licit::OwnershipGraph graph;
  licit::read_owners("owner,owned,share\nX,A,50\n", "owners.csv", graph);
  licit::ListedOwners listed;
  listed.fill(graph, [](std::string_view name, const licit::EntityNotes*) {
    std::vector<licit::Listing> out;
    if (name == "X") {
      licit::PartyList list;
      list.code = licit::ListCode::EntityList;
      licit::ListEntry entry;
      entry.id = "x-1";
      entry.policy = "Presumption of denial.";
      entry.footnotes = 1U << 4;
      out.push_back(licit::listing_of(list, entry));
    }
    return out;
  });
  ASSERT_EQ(listed.entities(), std::vector<licit::EntityId>{*graph.find("X")});
  const licit::Listing& listing = listed.listings_of(*graph.find("X"))[0];
  EXPECT_EQ(listing.id, "x-1");
  EXPECT_EQ(listing.policy, licit::ReviewPolicy::PresumptionOfDenial);
  EXPECT_EQ(listing.footnotes, 1U << 4);
}

}  // namespace
