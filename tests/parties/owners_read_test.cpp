// What registers write, well and badly: everything that can be read is kept, and what cannot be is
// said with its place.
#include "parties/owners/read.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "owners_toy.h"

namespace licit {
namespace {

struct Input {
  explicit Input(const std::string& text, const std::string& file = "f") {
    read = read_owners(text, file, graph);
  }
  const Stake* stake(const std::string& owner, const std::string& owned) const {
    for (const Stake& s : graph.stakes())
      if (graph.find(owner) == s.owner && graph.find(owned) == s.owned) return &s;
    return nullptr;
  }
  std::string share(const std::string& owner, const std::string& owned) const {
    const Stake* s = stake(owner, owned);
    return s == nullptr ? "none" : s->share.text();
  }
  const Diagnostic* complaint(const std::string& code) const {
    for (const Diagnostic& d : read.diagnostics)
      if (d.code == code) return &d;
    return nullptr;
  }
  OwnershipGraph graph;
  OwnersRead read;
};

TEST(OwnersShare, IsReadExactlyOrAsAnInterval) {
  const auto text = [](const char* written) { return parse_share(written).share.text(); };
  EXPECT_EQ(text("50"), "50");
  EXPECT_EQ(text(" 16.67 % "), "16.67");
  EXPECT_EQ(text("49,99"), "49.99");
  EXPECT_EQ(text("25..50"), "25..50");
  EXPECT_EQ(text("25-50%"), "25..50");
  EXPECT_EQ(text("75.."), "75..100");
  EXPECT_EQ(text("..5"), "0..5");
  EXPECT_EQ(text("?"), "?");
  EXPECT_EQ(text(""), "?");
  EXPECT_EQ(percent_of(parse_share("1/3").share.lo), Number::fraction(100, 3));
  // Thirds and sixths add up to a half without a gap.
  EXPECT_EQ(parse_share("1/3").share.lo + parse_share("1/6").share.lo, share_whole / 2);
  // A ninth is between two parts; never rounded to one side.
  const Share ninth = parse_share("1/9").share;
  EXPECT_EQ(ninth.hi, ninth.lo + 1);
  EXPECT_LT(percent_of(ninth.lo), *Number::fraction(100, 9));
  EXPECT_GT(percent_of(ninth.hi), *Number::fraction(100, 9));
  // "More than 50" is not 50.
  EXPECT_GT(parse_share(">50").share.lo, share_whole / 2);
  EXPECT_EQ(parse_share(">=50").share.lo, share_whole / 2);
  EXPECT_LT(parse_share("<50").share.hi, share_whole / 2);
  EXPECT_EQ(parse_share(">25..50").share.hi, share_whole / 2);
  for (const char* bad : {"half", "5O", "1/0", "10e1", "..", "50..x", "--5"})
    EXPECT_EQ(parse_share(bad).fault, ShareFault::NotAShare) << bad;
  for (const char* beyond : {"140", "100.000001", "-5", "3/2", "50..140"})
    EXPECT_EQ(parse_share(beyond).fault, ShareFault::OutOfRange) << beyond;
  EXPECT_EQ(parse_share("50..25").fault, ShareFault::Reversed);
  // Whatever is wrong is unknown, never nothing.
  EXPECT_TRUE(parse_share("140").share.is_unknown());
}

TEST(OwnersGraph, OneEntityWhateverTheSpellingOfCaseSpaceAndMarks) {
  OwnershipGraph graph;
  const EntityId id = graph.entity("Acme, Ltd.");
  EXPECT_EQ(graph.entity("ACME  LTD"), id);
  EXPECT_EQ(graph.find("acme ltd"), id);
  EXPECT_NE(graph.entity("Fund 1-1"), graph.entity("Fund 11"));
  const EntityId cyrillic = graph.entity("ООО Ромашка");
  EXPECT_EQ(graph.entity("ООО РОМАШКА"), cyrillic);
  EXPECT_NE(graph.entity("中芯国际"), graph.entity("中芯南方"));
  EXPECT_EQ(graph.text(id), "Acme, Ltd.");
  // Signs only are still names of their own.
  EXPECT_NE(graph.entity("***"), graph.entity("+++"));
}

TEST(OwnersCsv, ReadsColumnsInAnyOrderWithQuotesAndAnySeparator) {
  const Input in(
      "\xEF\xBB\xBFShare;Owned;Owner;from;until;class;kind;owned-hq\r\n"
      "60;\"Acme; Ltd\";Holding;2024-01-01;2025-01-01;voting;nominee;MY\r\n");
  ASSERT_NE(in.stake("Holding", "Acme; Ltd"), nullptr);
  const Stake& s = *in.stake("Holding", "Acme; Ltd");
  EXPECT_EQ(s.share.text(), "60");
  EXPECT_EQ(Date(s.from).iso(), "2024-01-01");
  EXPECT_EQ(Date(s.until).iso(), "2025-01-01");
  EXPECT_EQ(s.of, StakeClass::Voting);
  EXPECT_EQ(s.kind, StakeKind::Nominee);
  EXPECT_EQ(s.line, 2U);
  EXPECT_EQ(in.graph.find_notes(s.owned)->hq, "MY");
  EXPECT_TRUE(in.read.diagnostics.empty());
}

TEST(OwnersCsv, AShareOf140PercentIsSaidWithItsPlaceAndKeptAsUnknown) {
  const Input in("owner,owned,share\nX,A,140\nX,B,60\n");
  const Diagnostic* d = in.complaint("P205");
  ASSERT_NE(d, nullptr);
  EXPECT_EQ(d->place.line, 2U);
  EXPECT_EQ(d->place.column, 5U);
  EXPECT_EQ(in.share("X", "A"), "?");
  EXPECT_EQ(in.share("X", "B"), "60");
}

TEST(OwnersCsv, SelfOwnershipIsSaidAndLiftsNobody) {
  Input in("owner,owned,share\nA,A,60\nX,A,20\n");
  ASSERT_NE(in.complaint("P209"), nullptr);
  EXPECT_EQ(in.complaint("P209")->place.line, 2U);
  ListedOwners listed;
  Listing listing;
  listing.list = ListCode::Sdn;
  listed.add(*in.graph.find("X"), listing);
  const StakesOn stakes(in.graph, owners_test::day("2025-01-01"));
  const auto rule = OwnerRules::shipped().value().on(OwnerRegime::Ofac, stakes.day());
  const auto result = assess(stakes, listed, rule);
  const OwnerFinding& a = result.findings[*in.graph.find("A")];
  EXPECT_EQ(a.verdict, OwnerVerdict::RedFlag);
  EXPECT_TRUE(a.flags & FlagTreasury);
}

TEST(OwnersCsv, FaultsKeepTheRest) {
  const Input in(
      "owner,owned,share,form\n"
      "X,A,half\n"   // too few cells
      "X,B,half,\n"  // no share
      ",C,50,\n"     // nobody: somebody holds it all the same
      "X,D,60,\n");
  EXPECT_EQ(in.share("X", "A"), "?");
  EXPECT_EQ(in.share("X", "B"), "?");
  EXPECT_EQ(in.share("X", "D"), "60");
  EXPECT_EQ(in.read.stakes, 4U);
  for (const char* code : {"P204", "P211", "P213", "P214"}) EXPECT_NE(in.complaint(code), nullptr);
  EXPECT_EQ(in.complaint("P214")->place.line, 4U);
  EXPECT_EQ(in.complaint("P211")->place.column, 19U);
  const Input dates(
      "owner,owned,share,from,until\nX,A,60,2023-02-29,2020-01-01\nX,B,60,2024-01-02,2024-01-01\n");
  ASSERT_NE(dates.complaint("P207"), nullptr);
  EXPECT_EQ(dates.complaint("P207")->place.column, 8U);
  // Exchanged days: kept without them, so that the stake is not lost on every day.
  ASSERT_NE(dates.complaint("P208"), nullptr);
  EXPECT_EQ(dates.complaint("P208")->severity, Severity::Error);
  EXPECT_TRUE(dates.stake("X", "B")->holds_on(owners_test::day("2026-01-01")));
  const Input words("owner,owned,share,class,kind\nX,A,60,shares,owner\n");
  EXPECT_NE(words.complaint("P215"), nullptr);
  EXPECT_NE(words.complaint("P216"), nullptr);
  EXPECT_EQ(words.share("X", "A"), "60");
}

TEST(OwnersCsv, WithoutOwnerOrOwnedNothingIsRead) {
  const Input in("owner;holding;share\nX;A;50\n");
  EXPECT_FALSE(in.read.usable());
  EXPECT_NE(in.complaint("P210"), nullptr);
  EXPECT_TRUE(in.graph.stakes().empty());
}

TEST(OwnersRead, AMillionFaultsAreTenMessagesAndACount) {
  std::string text = "owner,owned,share\n";
  for (int i = 0; i < 1000; ++i) text += "X,A" + std::to_string(i) + ",half\n";
  const Input in(text);
  EXPECT_EQ(in.read.diagnostics.size(), 11U);
  ASSERT_NE(in.complaint("P229"), nullptr);
  EXPECT_EQ(in.complaint("P229")->message.arguments[0], "990");
}

TEST(OwnersRead, WhatIsNoShareholdingIsRefused) {
  for (const char* text : {"", "   \n", "<!DOCTYPE html><html><body>502</body></html>",
                           "<?xml version=\"1.0\"?><other/>"}) {
    const Input in(text);
    EXPECT_FALSE(in.read.usable()) << text;
    EXPECT_NE(in.complaint("P201"), nullptr) << text;
  }
  const Input binary(std::string("PK\x03\x04\0\0", 6));
  EXPECT_FALSE(binary.read.usable());
  const Input latin("owner,owned,share\nSoci\xE9t\xE9,A,60\n");
  EXPECT_NE(latin.complaint("P202"), nullptr);
  EXPECT_EQ(latin.share("Société", "A"), "60");
}

TEST(OwnersRead, ALongNameAndControlCharactersAreKept) {
  const std::string name(10'000'000, 'x');
  const Input in("owner,owned,share\n" + name + ",A,60\nX\x01Y,B\xE2\x80\xAE,60\n");
  EXPECT_EQ(in.share(name, "A"), "60");
  EXPECT_EQ(in.read.stakes, 2U);
}

TEST(OwnersJson, NumbersKeepTheirDigits) {
  const Input in(
      R"({"entities":[{"id":"L1","name":"Acme","country":"SG","hq":"MY"},{"id":"P","person":true}],
          "stakes":[{"owner":"P","owned":"L1","share":16.67},{"owner":"X","owned":"L1","share":"1/3"},
                    {"owner":"X","owned":"B","share":null,"kind":"control"},{"owner":"X"}]})");
  EXPECT_EQ(in.share("P", "L1"), "16.67");
  EXPECT_EQ(in.stake("X", "L1")->share.lo, share_whole / 3);
  EXPECT_EQ(in.stake("X", "B")->kind, StakeKind::Control);
  EXPECT_NE(in.complaint("P214"), nullptr);
  EXPECT_EQ(in.graph.named("acme"), std::vector<EntityId>{*in.graph.find("L1")});
  EXPECT_TRUE(in.graph.find_notes(*in.graph.find("P"))->person);
}

TEST(OwnersJson, WhatIsBrokenIsNotRead) {
  for (const char* text :
       {R"([{"owner":"X","owned":"A","share":60},{"owner":"X","own)",
        R"([{"owner":"X","owned":"A",<"share":60}])", R"({"stakes":[{"owner":"X","owned":"A"}])"}) {
    const Input in(text);
    EXPECT_NE(in.complaint("P218"), nullptr) << text;
    EXPECT_FALSE(in.read.usable()) << text;
    EXPECT_TRUE(in.graph.stakes().empty()) << text;
  }
}

// Statements of the form of openownership/data-standard,
// examples/mixed-direct-and-indirect-ownership.json (BODS 0.4): a person holds half through a company
// and half directly.
TEST(OwnersBods, DirectIndirectAndUnknownInterests) {
  const Input in(R"([
    {"statementId":"1","recordId":"a","recordType":"entity","recordStatus":"new",
     "recordDetails":{"isComponent":false,"name":"Company A","jurisdiction":{"name":"UK","code":"GB-SCT"}}},
    {"statementId":"2","recordId":"b","recordType":"entity","recordStatus":"new",
     "recordDetails":{"isComponent":true,"name":"Company B"}},
    {"statementId":"3","recordId":"p","recordType":"person","recordStatus":"new",
     "recordDetails":{"isComponent":false,"personType":"knownPerson","names":[{"type":"legal","fullName":"Person 1"}]}},
    {"statementId":"4","recordId":"r1","recordType":"relationship","recordStatus":"new",
     "recordDetails":{"isComponent":true,"subject":"a","interestedParty":"b","interests":[
       {"type":"shareholding","directOrIndirect":"direct","share":{"exact":50,"maximum":50,"minimum":50},"startDate":"2017-11-01"}]}},
    {"statementId":"5","recordId":"r2","recordType":"relationship","recordStatus":"new",
     "recordDetails":{"isComponent":true,"subject":"b","interestedParty":"p","interests":[{"directOrIndirect":"unknown"}]}},
    {"statementId":"6","recordId":"r3","recordType":"relationship","recordStatus":"new",
     "recordDetails":{"isComponent":false,"subject":"a","interestedParty":"p","interests":[
       {"type":"shareholding","directOrIndirect":"indirect","share":{"exact":50}},
       {"type":"votingRights","directOrIndirect":"direct","share":{"exclusiveMinimum":25,"maximum":50},"startDate":"2019-05-01","endDate":"2020-05-01"}]}},
    {"statementId":"7","recordId":"r4","recordType":"relationship","recordStatus":"new",
     "recordDetails":{"isComponent":false,"subject":"b","interestedParty":"a","interests":[{"type":"shareholding","share":{"exact":10}}]}},
    {"statementId":"8","recordId":"r4","recordType":"relationship","recordStatus":"closed",
     "recordDetails":{"isComponent":false,"subject":"b","interestedParty":"a"}},
    {"statementId":"9","recordId":"r5","recordType":"relationship","recordStatus":"new",
     "recordDetails":{"isComponent":false,"subject":"b","interestedParty":{"reason":"unknown"}}}
  ])");
  EXPECT_EQ(in.read.format, OwnersFormat::Bods);
  EXPECT_EQ(in.read.diagnostics.size(), 1U);
  EXPECT_NE(in.complaint("P233"), nullptr);  // r5: there is a reason in place of a party
  EXPECT_EQ(in.read.entities, 3U);
  ASSERT_EQ(in.graph.stakes().size(), 5U);
  EXPECT_EQ(in.share("b", "a"), "50");
  EXPECT_EQ(in.stake("b", "a")->of, StakeClass::Capital);
  EXPECT_EQ(in.share("p", "b"), "?");
  EXPECT_EQ(in.stake("p", "a")->kind, StakeKind::Indirect);
  EXPECT_EQ(in.graph.find_notes(*in.graph.find("a"))->country, "GB");
  EXPECT_EQ(in.graph.name(*in.graph.find("p")), "Person 1");
  const Stake& votes = in.graph.stakes()[3];
  EXPECT_EQ(votes.of, StakeClass::Voting);
  EXPECT_GT(votes.share.lo, share_whole / 4);
  EXPECT_EQ(votes.share.hi, share_whole / 2);
  EXPECT_EQ(Date(votes.until).iso(), "2020-05-01");
}

// Synthetic, of the form of GLEIF's level 2 (relationship record format 2016 namespace).
const char* const relation =
    "<?xml version=\"1.0\"?><rr:RelationshipData xmlns:rr=\"x\"><rr:RelationshipRecords>"
    "<rr:RelationshipRecord><rr:Relationship><rr:StartNode><rr:NodeID>CHILD</rr:NodeID></"
    "rr:StartNode>"
    "<rr:EndNode><rr:NodeID>PARENT</rr:NodeID></rr:EndNode>"
    "<rr:RelationshipType>IS_ULTIMATELY_CONSOLIDATED_BY</rr:RelationshipType>"
    "<rr:RelationshipPeriods><rr:RelationshipPeriod><rr:StartDate>2019-01-01T00:00:00Z</"
    "rr:StartDate>"
    "<rr:PeriodType>RELATIONSHIP_PERIOD</rr:PeriodType></rr:RelationshipPeriod></"
    "rr:RelationshipPeriods>"
    "<rr:RelationshipStatus>ACTIVE</rr:RelationshipStatus></rr:Relationship></"
    "rr:RelationshipRecord>";

TEST(OwnersGleif, ACutOffFileKeepsItsWholeRecords) {
  const Input in(std::string(relation) + "<rr:RelationshipRecord><rr:Relat");
  EXPECT_NE(in.complaint("P217"), nullptr);
  ASSERT_NE(in.stake("PARENT", "CHILD"), nullptr);
  EXPECT_EQ(in.stake("PARENT", "CHILD")->kind, StakeKind::Ultimate);
  EXPECT_EQ(Date(in.stake("PARENT", "CHILD")->from).iso(), "2019-01-01");
}

TEST(OwnersGleif, TheSamplesOfGleif) {
  const std::filesystem::path folder =
      std::filesystem::path(LICIT_SOURCE_DIR) / "../shared/data/ownership";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no ../shared/data/ownership";
  const auto bytes = [&](const char* name) {
    std::ifstream file(folder / name);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
  };
  // Counted in the files: 3 + 4 + 1 direct and 2 + 3 + 1 ultimate consolidations.
  Input in(bytes("gleif-rr-updates-data2-new.xml"));
  EXPECT_EQ(in.read.stakes, 5U);
  EXPECT_EQ(read_owners(bytes("gleif-rr-updates-data2.xml"), "2", in.graph).stakes, 7U);
  EXPECT_EQ(read_owners(bytes("gleif-rr-data.xml"), "3", in.graph).stakes, 2U);
  const OwnersRead who = read_owners(bytes("gleif-lei-data.xml"), "4", in.graph);
  EXPECT_GT(who.entities, 5U);
  const auto fund = in.graph.find("001GPB6A9XPE8XJICC14");
  ASSERT_TRUE(fund.has_value());
  EXPECT_EQ(in.graph.name(*fund), "Fidelity Advisor Leveraged Company Stock Fund");
  EXPECT_EQ(in.graph.find_notes(*fund)->country, "US");
  EXPECT_EQ(in.graph.find_notes(*fund)->hq, "US");
}

TEST(OwnersListed, ReadsListsFootnotesAndReview) {
  Input in("owner,owned,share\nX,A,60\nY,A,10\n");
  ListedOwners listed;
  const OwnersRead read = read_listed(
      "name,list,footnotes,policy,programs,certain,from\n"
      "x,us.entity-list,1;fn4,Presumption of denial for all items,,,2024-01-01\n"
      "Y,us.sdn,,,RUSSIA-EO14024,no,\n"
      "Z,us.entity-list,,,,,\n"
      "Y,no.such-list,9x,,,,\n",
      "l", in.graph, listed);
  const auto x = listed.listings_of(*in.graph.find("X"));
  ASSERT_EQ(x.size(), 1U);
  EXPECT_EQ(x[0].list, ListCode::EntityList);
  EXPECT_EQ(x[0].footnotes, (1U << 1) | (1U << 4));
  EXPECT_EQ(x[0].policy, ReviewPolicy::PresumptionOfDenial);
  EXPECT_FALSE(x[0].stands_on(owners_test::day("2023-12-31")));
  const auto y = listed.listings_of(*in.graph.find("Y"));
  ASSERT_EQ(y.size(), 2U);
  EXPECT_EQ(y[0].programs, std::vector<std::string>{"RUSSIA-EO14024"});
  EXPECT_FALSE(y[0].certain);
  std::set<std::string> codes;
  for (const Diagnostic& d : read.diagnostics) codes.insert(d.code);
  EXPECT_EQ(codes, (std::set<std::string>{"P221", "P222", "P224"}));
}

// An owner that is called a person in one line and none in another is both: StakesOn::is_person then ends
// no chain at it. What says nothing, notes nothing.
TEST(OwnersRead, WhatIsSaidOfAPersonIsKeptAsItWasSaid) {
  const auto notes = [](const OwnershipGraph& graph, const char* id) {
    const EntityNotes* found = graph.find_notes(*graph.find(id));
    return found == nullptr ? std::pair{false, false} : std::pair{found->person, found->entity};
  };
  const Input csv(
      "owner,owned,share,owner-person\nAnna,X,50,yes\nBank,X,20,no\nFund,X,20,\nAnna,Y,5,no\n");
  EXPECT_EQ(notes(csv.graph, "Anna"), (std::pair{true, true}));
  EXPECT_EQ(notes(csv.graph, "Bank"), (std::pair{false, true}));
  EXPECT_EQ(notes(csv.graph, "Fund"), (std::pair{false, false}));
  const Input json(
      R"({"entities": [{"id": "Anna", "person": true}, {"id": "Bank", "person": false}, {"id": "Fund"}],)"
      R"( "stakes": [{"owner": "Anna", "owned": "X", "share": 50}, {"owner": "Bank", "owned": "X", "share": 20},)"
      R"( {"owner": "Fund", "owned": "X", "share": 20}]})",
      "f.json");
  EXPECT_EQ(notes(json.graph, "Anna"), (std::pair{true, false}));
  EXPECT_EQ(notes(json.graph, "Bank"), (std::pair{false, true}));
  EXPECT_EQ(notes(json.graph, "Fund"), (std::pair{false, false}));
}

}  // namespace
}  // namespace licit
