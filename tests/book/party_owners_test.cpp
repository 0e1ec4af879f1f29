// Owners of a party, gathered from its own part of the graph, are those of the whole graph; and what
// follows from lists and owners together.
#include "book/party_owners.h"

#include <random>

#include "book/shipped_law.h"

namespace licit::test {
namespace {

Date day(const char* iso) { return *Date::parse(iso); }

OwnersGiven read(std::string_view csv) {
  OwnersGiven out;
  EXPECT_TRUE(read_owners(csv, "owners.csv", out.graph, ShareUnit::Percent).usable());
  return out;
}

void list(OwnersGiven& given, const std::string& name, ListCode code, bool certain = true) {
  Listing listing;
  listing.list = code;
  listing.certain = certain;
  given.listed.add(*given.graph.find(name), listing);
}

FactSet named(const std::string& buyer) {
  FactSet facts;
  facts.set("buyer.name", FactValue::of(FactType::Name, buyer));
  return facts;
}

std::string field(const std::vector<TransactionField>& fields, const std::string& name) {
  for (const TransactionField& one : fields)
    if (one.name == name) return one.text;
  return "?";
}

// Random graphs with rings, bands, unknown shares and persons: whoever is asked about, his own part of
// the graph says what the whole says.
TEST(PartyOwners, AreThoseOfTheWholeGraphProperty) {
  std::mt19937 random(7);
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const std::vector<std::string> shares = {"10", "25", "49", "50", "51", "100", "25..50", "?"};
  const Date on = day("2025-10-15");
  int settled = 0;
  for (int round = 0; round < 150; ++round) {
    std::string csv = "owner,owned,share,owner-person\n";
    for (int i = 0; i < 14; ++i) {
      const int owner = pick(9), owned = pick(9);
      if (owner == owned) continue;
      csv += "E" + std::to_string(owner) + ",E" + std::to_string(owned) + "," +
             shares[static_cast<std::size_t>(pick(8))] + "," + (owner >= 6 ? "yes" : "") + "\n";
    }
    OwnersGiven given = read(csv);
    for (const char* name : {"E1", "E7"})
      if (given.graph.find(name)) list(given, name, ListCode::EntityList, pick(4) != 0);
    const OwnerRules rules = OwnerRules::shipped().value();
    const StakesOn stakes(given.graph, on);
    const OwnerAssessment whole = assess(stakes, given.listed, rules.on(OwnerRegime::Bis, on));
    PartyOwners owners(ear(), places(), given, nullptr);
    for (EntityId id = 0; id < given.graph.size(); ++id) {
      const OwnerFacts expected = owner_facts(stakes, whole, id);
      const auto found = owners.look_up(named(std::string(given.graph.text(id))), on);
      ASSERT_EQ(found.size(), 1U);
      if (given.listed.empty()) continue;  // then nobody was asked
      EXPECT_EQ(found[0]->open, expected.open) << csv << given.graph.text(id);
      EXPECT_EQ(found[0]->at_least, expected.at_least);
      EXPECT_EQ(found[0]->at_most, expected.at_most);
      settled += expected.open == OwnersOpen::Settled ? 1 : 0;
    }
  }
  EXPECT_GT(settled, 50);
}

TEST(PartyOwners, OfAStakeThatEndsOnlyWhileItHolds) {
  OwnersGiven given = read(
      "owner,owned,share,until,owner-person\n"
      "L,A,60,2025-10-20,\n"
      "P,A,40,,yes\n"
      "P,A,60,2025-10-10,yes\n");
  list(given, "L", ListCode::EntityList);
  PartyOwners owners(ear(), places(), given, nullptr);
  const auto on = [&](const char* iso) {
    return owner_outcome(*owners.look_up(named("A"), day(iso))[0]);
  };
  EXPECT_EQ(on("2025-10-15"), "entity-list");
  // Who has it since is not said.
  EXPECT_EQ(on("2025-10-20"), "open undisclosed");
}

TEST(PartyOwners, AnOwnersFileThatNamesThePartyOutweighsANameNotFound) {
  OwnersGiven given =
      read("owner,owned,share,owner-person\nP,A,100,yes\nP,B,100,yes\nP,C,100,yes\n");
  list(given, "A", ListCode::EntityList);
  list(given, "B", ListCode::EntityList, false);
  PartyOwners owners(ear(), places(), given, nullptr);
  auto nobody = std::make_shared<LookedUp>();
  nobody->role = "buyer";
  nobody->stated = {{"buyer.listings", "none", {}}};
  const std::vector<LookedUpParty> looked_up{nobody};
  const auto listings = [&](const char* name) {
    return field(fields_found(looked_up, owners.look_up(named(name), day("2025-10-15"))),
                 "buyer.listings");
  };
  EXPECT_EQ(listings("A"), "entity-list");
  EXPECT_EQ(listings("B"), "?");  // perhaps: unknown
  EXPECT_EQ(listings("C"), "none");
}

// A country code that no country has spoils no line; a country by its name is one.
TEST(PartyOwners, HeadquartersThatAreNoPlaceStayUnknown) {
  OwnersGiven given = read(
      "owner,owned,share,owned-hq\n"
      "P,A,100,XX\n"
      "P,B,100,Malaysia\n");
  PartyOwners owners(ear(), places(), given, nullptr);
  const auto hq = [&](const char* name) {
    return field(owners.look_up(named(name), day("2025-10-15"))[0]->stated, "buyer.hq");
  };
  EXPECT_EQ(hq("A"), "?");
  EXPECT_EQ(hq("B"), "MY");
}

TEST(PartyOwners, OneNameOfSeveralEntitiesIsNobody) {
  OwnersGiven given = read(
      "owner,owned,share,owned-name\n"
      "P,1,100,Same Name\n"
      "P,2,100,Same Name\n");
  PartyOwners owners(ear(), places(), given, nullptr);
  EXPECT_EQ(owners.look_up(named("Same Name"), day("2025-10-15"))[0]->open, OwnersOpen::Several);
  EXPECT_EQ(owners.look_up(named("Nobody"), day("2025-10-15"))[0]->open, OwnersOpen::NotInGraph);
}

}  // namespace
}  // namespace licit::test
