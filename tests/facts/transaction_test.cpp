#include "facts/transaction.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "facts/vocabulary.h"
#include "tables.h"

namespace licit {
namespace {

using Fields = std::vector<std::pair<const char*, const char*>>;

const Date today = *Date::parse("2024-06-03");

TransactionFacts read(const Fields& fields, const FactTypes& types = {}) {
  Transaction transaction;
  for (const auto& [name, text] : fields) transaction.fields.push_back({name, text, {}});
  return facts_of(transaction, test::catalogue(), test::places(), types, today);
}

std::string text_of(const TransactionFacts& read, std::string_view id) {
  const FactValue* value = read.candidates.front().find(id);
  return value ? value->text() : "-";
}

Origin origin_of(const TransactionFacts& read, std::string_view id) {
  const FactValue* value = read.candidates.front().find(id);
  return value ? value->origin : Origin::Unknown;
}

std::vector<std::string> codes_of(const TransactionFacts& read) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : read.diagnostics) codes.push_back(d.code);
  return codes;
}

const AppliedDefault* default_of(const TransactionFacts& read, std::string_view fact) {
  for (const AppliedDefault& d : read.defaults)
    if (d.fact == fact) return &d;
  return nullptr;
}

TEST(Transaction, EveryFieldOfTheDesignIsThere) {
  // DESIGN, section 5: the names of a transaction.
  const std::vector<std::string> expected{
      "line",        "item",     "kind",      "from",     "to",        "on",           "exporter",
      "buyer",       "buyer-hq", "parent-hq", "hq",       "consignee", "consignee-hq", "end-user",
      "end-user-hq", "quantity", "value",     "currency", "end-use",   "departed",     "notices"};
  EXPECT_EQ(transaction_fields(), expected);
}

TEST(Transaction, FieldsBecomeFacts) {
  const auto t = read({{"line", "L-17"},
                       {"item", "hgx h20"},
                       {"kind", "reexport"},
                       {"from", "Singapore"},
                       {"to", "China"},
                       {"on", "2025-04-20"},
                       {"exporter", "NVIDIA"},
                       {"buyer", "Acme, Ltd."},
                       {"hq", "CN"},
                       {"consignee", "Ship Co"},
                       {"consignee-hq", "HK"},
                       {"end-user", "Lab"},
                       {"end-user-hq", "MO"},
                       {"quantity", "8"},
                       {"value", "1200000.50"},
                       {"currency", "USD"},
                       {"end-use", "inference"},
                       {"departed", "2025-04-18"},
                       {"notices", "N1; N2"}});
  ASSERT_TRUE(t.ok()) << test::explain(t.diagnostics);
  ASSERT_EQ(t.candidates.size(), 1U);
  EXPECT_EQ(t.chip_ids, std::vector<std::string>{"h20"});
  EXPECT_EQ(t.on.iso(), "2025-04-20");
  EXPECT_FALSE(t.on_is_default);
  const std::pair<const char*, const char*> expected[] = {{"order.line", "L-17"},
                                                          {"transfer.kind", "reexport"},
                                                          {"from.place", "SG"},
                                                          {"to.place", "CN"},
                                                          {"transfer.on", "2025-04-20"},
                                                          {"exporter.name", "NVIDIA"},
                                                          {"buyer.name", "Acme, Ltd."},
                                                          {"buyer.hq", "CN"},
                                                          {"buyer.parent-hq", "CN"},
                                                          {"consignee.name", "Ship Co"},
                                                          {"consignee.hq", "HK"},
                                                          {"consignee.parent-hq", "HK"},
                                                          {"end-user.hq", "MO"},
                                                          {"end-user.parent-hq", "MO"},
                                                          {"order.quantity", "8"},
                                                          {"order.value", "1200000.5"},
                                                          {"order.currency", "USD"},
                                                          {"end-use.text", "inference"},
                                                          {"shipment.departed", "2025-04-18"},
                                                          {"exporter.notices", "{N1, N2}"},
                                                          {"item.peak.fp8", "296 TOPS"}};
  for (const auto& [id, text] : expected) EXPECT_EQ(text_of(t, id), text) << id;
  EXPECT_EQ(origin_of(t, "to.place"), Origin::Given);
  EXPECT_EQ(origin_of(t, "item.peak.fp8"), Origin::Catalogue);
}

// DESIGN, section 5: each default is listed.
TEST(Transaction, DefaultsAreAppliedAndListed) {
  const auto t = read({{"item", "h20"}, {"to", "CN"}, {"hq", "CN"}});
  ASSERT_TRUE(t.ok());
  EXPECT_TRUE(t.on_is_default);
  EXPECT_EQ(t.on, today);
  const std::pair<const char*, const char*> expected[] = {{"transfer.on", "2024-06-03"},
                                                          {"shipment.departed", "2024-06-03"},
                                                          {"transfer.kind", "export"},
                                                          {"from.place", "US"},
                                                          {"item.subject-to-ear", "yes"}};
  for (const auto& [id, text] : expected) {
    EXPECT_EQ(text_of(t, id), text) << id;
    EXPECT_EQ(origin_of(t, id), Origin::Default) << id;
    ASSERT_NE(default_of(t, id), nullptr) << id;
    EXPECT_EQ(default_of(t, id)->value.text(), text) << id;
  }
  EXPECT_EQ(text_of(t, "exporter.notices"), "-");  // never assumed
}

TEST(Transaction, WhereItComesFromDependsOnTheKind) {
  EXPECT_EQ(text_of(read({{"to", "CN"}, {"kind", "export"}}), "from.place"), "US");
  const auto transfer = read({{"to", "CN"}, {"kind", "In-country transfer"}});
  EXPECT_EQ(text_of(transfer, "transfer.kind"), "transfer");
  EXPECT_EQ(text_of(transfer, "from.place"), "CN");
  EXPECT_EQ(origin_of(transfer, "from.place"), Origin::Default);
  EXPECT_EQ(text_of(read({{"to", "CN"}, {"kind", "reexport"}}), "from.place"), "-");
  EXPECT_EQ(text_of(read({{"to", "CN"}, {"kind", "deemed export"}}), "from.place"), "-");
  EXPECT_EQ(text_of(read({{"to", "CN"}, {"kind", "unknown"}}), "from.place"), "-");
  // Said to be unknown is not unsaid.
  EXPECT_EQ(text_of(read({{"to", "CN"}, {"from", "unknown"}}), "from.place"), "?");
  EXPECT_EQ(text_of(read({{"kind", "transfer"}}), "from.place"), "-");
}

TEST(Transaction, HeadquartersOfTheBuyerAloneLeaveTheParentUnknown) {
  const auto alone = read({{"buyer-hq", "DE"}});
  EXPECT_EQ(text_of(alone, "buyer.hq"), "DE");
  EXPECT_EQ(text_of(alone, "buyer.parent-hq"), "-");
  const auto both = read({{"buyer-hq", "DE"}, {"parent-hq", "CN"}});
  EXPECT_EQ(text_of(both, "buyer.parent-hq"), "CN");
}

TEST(Transaction, ARoleThatNobodyNamedIsTheBuyer) {
  const auto t = read({{"buyer", "Acme"}, {"buyer-hq", "DE"}, {"end-user", "Lab"}});
  ASSERT_TRUE(t.ok());
  const FactSet& facts = t.candidates.front();
  EXPECT_EQ(facts.resolve("consignee.hq"), "buyer.hq");
  EXPECT_EQ(facts.resolve("consignee.parent-hq"), "buyer.parent-hq");
  EXPECT_EQ(facts.resolve("consignee.listings"), "buyer.listings");
  EXPECT_EQ(text_of(t, "consignee.name"), "Acme");
  ASSERT_NE(default_of(t, "consignee.hq"), nullptr);
  EXPECT_EQ(default_of(t, "consignee.hq")->stands_in, "buyer.hq");
  EXPECT_EQ(default_of(t, "consignee.hq")->value.text(), "DE");
  EXPECT_TRUE(default_of(t, "consignee.parent-hq")->value.is_unknown());
  // A named end user has headquarters of its own, here unknown.
  EXPECT_EQ(facts.resolve("end-user.hq"), "end-user.hq");
  EXPECT_EQ(text_of(t, "end-user.hq"), "-");
  EXPECT_EQ(default_of(t, "end-user.hq"), nullptr);
}

TEST(Transaction, OneFactOfAnUnnamedRoleDoesNotNameIt) {
  const auto t = read({{"buyer-hq", "DE"}, {"consignee.listings", "none"}});
  EXPECT_EQ(text_of(t, "consignee.listings"), "none");
  EXPECT_EQ(text_of(t, "consignee.hq"), "DE");
  EXPECT_EQ(text_of(t, "buyer.listings"), "-");
}

TEST(Transaction, ANameThatMeansSeveralChipsGivesOneSetEach) {
  const auto t = read({{"item", "a100"}, {"to", "CN"}});
  ASSERT_TRUE(t.ok());
  ASSERT_EQ(t.candidates.size(), 3U);
  ASSERT_EQ(t.chip_ids.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(t.candidates[i].find("item.chip")->text(), t.chip_ids[i]);
    EXPECT_EQ(t.candidates[i].find("to.place")->text(), "CN");
  }
}

TEST(Transaction, NoItemGivesOneSetWithoutItemFacts) {
  const auto t = read({{"to", "CN"}});
  ASSERT_TRUE(t.ok());
  ASSERT_EQ(t.candidates.size(), 1U);
  EXPECT_EQ(t.chip_ids, std::vector<std::string>{""});
  for (const auto& [id, value] : t.candidates.front().all())
    EXPECT_FALSE(id.starts_with("item.")) << id;
}

TEST(Transaction, AStatedFactGoesBeforeTheCatalogue) {
  const auto t = read({{"item", "h20"}, {"item.die-area", "900..1000"}, {"item.kind", "computer"}});
  ASSERT_TRUE(t.ok()) << test::explain(t.diagnostics);
  EXPECT_EQ(text_of(t, "item.die-area"), "900..1000 mm2");
  EXPECT_EQ(text_of(t, "item.kind"), "computer");
  EXPECT_EQ(origin_of(t, "item.kind"), Origin::Given);
}

TEST(Transaction, JurisdictionFollowsTheMakerThatWasStated) {
  EXPECT_EQ(text_of(read({{"item", "h20"}, {"item.maker-hq", "CN"}}), "item.subject-to-ear"), "-");
  EXPECT_EQ(text_of(read({{"item", "ascend 910b"}}), "item.subject-to-ear"), "-");
  EXPECT_EQ(text_of(read({{"item.maker-hq", "United States"}}), "item.subject-to-ear"), "yes");
  const auto stated = read({{"item", "h20"}, {"item.subject-to-ear", "no"}});
  EXPECT_EQ(text_of(stated, "item.subject-to-ear"), "no");
  EXPECT_EQ(default_of(stated, "item.subject-to-ear"), nullptr);
}

TEST(Transaction, FactsOfThePackAreKnownAndGoFirst) {
  const FactTypes pack{{"license.quota-used", {FactType::Number, "count", {}}},
                       {"consignee.government", {FactType::YesNo, "", {}}},
                       {"buyer.government", {FactType::YesNo, "", {}}}};
  const auto t = read({{"license.quota-used", "12"}, {"buyer.government", "yes"}}, pack);
  ASSERT_TRUE(t.ok()) << test::explain(t.diagnostics);
  EXPECT_EQ(text_of(t, "license.quota-used"), "12");
  EXPECT_EQ(text_of(t, "consignee.government"), "yes");
  EXPECT_EQ(codes_of(read({{"license.quota-used", "12"}})), std::vector<std::string>{"F004"});
}

TEST(Transaction, BlankFieldsAreNotThere) {
  const auto t = read({{"item", "h20"}, {"to", ""}, {"kind", "  "}, {"consignee", ""}});
  ASSERT_TRUE(t.ok());
  EXPECT_EQ(text_of(t, "to.place"), "-");
  EXPECT_EQ(text_of(t, "transfer.kind"), "export");
  EXPECT_EQ(t.candidates.front().resolve("consignee.hq"), "buyer.hq");
}

TEST(Transaction, EachFaultHasItsCode) {
  const std::pair<Fields, const char*> cases[] = {
      {{{"item", "rtx 4009"}}, "F001"},
      {{{"to", "Atlantis"}}, "F002"},
      {{{"hq", "Chinaa"}}, "F002"},
      {{{"on", "2023-02-29"}}, "F003"},
      {{{"on", "unknown"}}, "F003"},
      {{{"on", "{2024-01-01, 2024-02-01}"}}, "F003"},
      {{{"item.die-aera", "5"}}, "F004"},
      {{{"quantity", "many"}}, "F005"},
      {{{"quantity", "8.5"}}, "F005"},
      {{{"kind", "gift"}}, "F005"},
      {{{"item.datacenter", "maybe"}}, "F005"},
      {{{"to", "CN"}, {"to", "DE"}}, "F006"},
      {{{"item", "h20"}, {"item", "h100 pcie"}}, "F006"},
      {{{"hq", "DE"}, {"parent-hq", "CN"}}, "F006"},
      {{{"to", "CN"}, {"to.place", "DE"}}, "F006"},
      {{{"destination", "CN"}}, "F007"}};
  for (const auto& [fields, code] : cases)
    EXPECT_EQ(codes_of(read(fields)), std::vector<std::string>{code})
        << fields.back().first << "=" << fields.back().second;
}

using Codes = std::vector<std::string>;

TEST(Transaction, ATransferWithinACountryCrossesNoBorder) {
  EXPECT_EQ(codes_of(read({{"kind", "transfer"}, {"from", "CN"}, {"to", "DE"}})), Codes{"F010"});
  EXPECT_TRUE(read({{"kind", "transfer"}, {"from", "CN"}, {"to", "CN"}}).ok());
  EXPECT_TRUE(read({{"kind", "transfer"}, {"to", "CN"}}).ok());
  EXPECT_TRUE(read({{"kind", "transfer"}, {"from", "{CN, DE}"}, {"to", "CN"}}).ok());
  // Hong Kong takes China's treatment from 2020-12-23 (15 CFR 738.3(b); law/places.csv).
  const Fields within = {{"kind", "transfer"}, {"from", "HK"}, {"to", "CN"}};
  EXPECT_TRUE(read(within).ok());
  Fields before = within;
  before.emplace_back("on", "2020-12-22");
  EXPECT_EQ(codes_of(read(before)), Codes{"F010"});
}

TEST(Transaction, AnExportOrReexportLeavesItsCountry) {
  EXPECT_EQ(codes_of(read({{"kind", "export"}, {"from", "CN"}, {"to", "CN"}})), Codes{"F011"});
  EXPECT_EQ(codes_of(read({{"kind", "reexport"}, {"from", "SG"}, {"to", "SG"}})), Codes{"F011"});
  // The kind that nobody stated is an export, too.
  EXPECT_EQ(codes_of(read({{"from", "CN"}, {"to", "CN"}})), Codes{"F011"});
  EXPECT_TRUE(read({{"kind", "deemed-export"}, {"from", "US"}, {"to", "US"}}).ok());
  // Where it leaves from was not stated: a default contradicts nobody.
  EXPECT_TRUE(read({{"to", "US"}}).ok());
}

TEST(Transaction, AShipmentLeavesBeforeItsTransferIsOver) {
  EXPECT_EQ(codes_of(read({{"on", "2023-01-17"}, {"departed", "2023-01-18"}})), Codes{"F012"});
  EXPECT_EQ(codes_of(read({{"departed", "2024-06-04"}})), Codes{"F012"});  // today is 2024-06-03
  EXPECT_TRUE(read({{"on", "2023-01-17"}, {"departed", "2023-01-17"}}).ok());
  EXPECT_TRUE(read({{"on", "2023-01-17"}, {"departed", "2022-12-30"}}).ok());
}

TEST(Transaction, AnItemHoldsACircuit) {
  EXPECT_EQ(codes_of(read({{"item.ics", "0"}})), Codes{"F013"});
  EXPECT_TRUE(read({{"item.ics", "0..4"}}).ok());
  EXPECT_TRUE(read({{"item.ics", "1"}}).ok());
}

TEST(Transaction, ABlankItemIsNoItemUnlessFactsDescribeIt) {
  EXPECT_EQ(codes_of(read({{"item", " "}, {"to", "CN"}})), Codes{"F014"});
  EXPECT_TRUE(read({{"item", ""}, {"item.tpp", "2000"}}).ok());
  EXPECT_TRUE(read({{"to", "CN"}}).ok());
}

TEST(Transaction, AContradictionNamesItsPlaceInTheFile) {
  Transaction transaction;
  transaction.fields.push_back({"from", "CN", {"orders.csv", 7, 3, 0, 0}});
  transaction.fields.push_back({"to", "DE", {"orders.csv", 7, 6, 0, 0}});
  transaction.fields.push_back({"kind", "transfer", {"orders.csv", 7, 9, 0, 0}});
  const auto t = facts_of(transaction, test::catalogue(), test::places(), {}, today);
  ASSERT_EQ(t.diagnostics.size(), 1U);
  const std::string text = t.diagnostics[0].render(Language::En);
  EXPECT_EQ(text.find("orders.csv:7:9: error[F010]"), 0U) << text;
  EXPECT_NE(text.find("from CN to DE"), std::string::npos) << text;
}

// The catalogue has the RTX 6000 Ada only; a Quadro RTX 6000 of 2018 bears the name as well.
TEST(Transaction, ANameThatOnlyBeginsOneChipsIsKeptToBeSaid) {
  EXPECT_EQ(read({{"item", "rtx 6000"}}).named_by_beginning, "rtx 6000");
  EXPECT_EQ(read({{"item", "rtx 6000 ada"}}).named_by_beginning, "");
  EXPECT_EQ(read({{"item", "h20"}}).named_by_beginning, "");
  EXPECT_EQ(read({{"item", "a100"}}).named_by_beginning, "");  // several: candidates
}

TEST(Transaction, ADayOfAYearThatIsNotReadIsSaidToBeThat) {
  for (const char* day : {"1899-12-31", "2200-01-01", "2300-02-28", "0001-01-01"}) {
    const auto t = read({{"on", day}});
    ASSERT_EQ(codes_of(t), Codes{"F003"}) << day;
    EXPECT_EQ(t.diagnostics[0].message.key, Msg::FactDateRange) << day;
  }
  EXPECT_EQ(read({{"on", "2300-02-30"}}).diagnostics.at(0).message.key, Msg::FactBadDate);
  EXPECT_EQ(read({{"on", "2023-02-29"}}).diagnostics.at(0).message.key, Msg::FactBadDate);
}

TEST(Transaction, SayingTheSameTwiceIsNoContradiction) {
  EXPECT_TRUE(read({{"to", "CN"}, {"to", "China"}}).ok());
  EXPECT_TRUE(read({{"hq", "CN"}, {"buyer-hq", "CN"}, {"parent-hq", "CHN"}}).ok());
  EXPECT_TRUE(read({{"item", "h20"}, {"item", "H-20"}}).ok());
}

TEST(Transaction, NothingTakesThePlaceOfWhatCouldNotBeRead) {
  const auto t = read({{"kind", "gift"}, {"from", "Atlantis"}, {"consignee-hq", "Atlantis"}});
  EXPECT_EQ(t.diagnostics.size(), 3U);  // `consignee-hq` states two facts and is reported once
  EXPECT_EQ(text_of(t, "transfer.kind"), "-");
  EXPECT_EQ(text_of(t, "from.place"), "-");
  EXPECT_EQ(t.candidates.front().resolve("consignee.hq"), "consignee.hq");
}

TEST(Transaction, AFaultNamesFieldPlaceAndNearest) {
  Transaction transaction;
  transaction.fields.push_back({"item", "RTX 4009", {"orders.csv", 7, 3, 0, 0}});
  transaction.fields.push_back({"buyr", "Acme", {"orders.csv", 7, 12, 0, 0}});
  const auto t = facts_of(transaction, test::catalogue(), test::places(), {}, today);
  ASSERT_EQ(t.diagnostics.size(), 2U);
  const std::string field = t.diagnostics[0].render(Language::En);
  EXPECT_EQ(field.find("orders.csv:7:12: error[F007]: `buyr`"), 0U) << field;
  EXPECT_NE(field.find("did you mean `buyer`"), std::string::npos) << field;
  const std::string item = t.diagnostics[1].render(Language::Fr);
  EXPECT_EQ(item.find("orders.csv:7:3: erreur[F001]: item : aucune puce"), 0U) << item;
  EXPECT_NE(item.find("rtx_4090"), std::string::npos) << item;
}

TEST(Transaction, AlwaysHasACandidate) {
  EXPECT_EQ(read({}).candidates.size(), 1U);
  EXPECT_EQ(read({{"item", "toaster"}}).candidates.size(), 1U);
  EXPECT_EQ(read({{"item", "unknown"}}).candidates.size(), 1U);
  EXPECT_TRUE(read({{"item", "unknown"}}).ok());
}

}  // namespace
}  // namespace licit
