// Each format on a small file (tests/data/lists/README.md); what is expected is written in the file.
#include <gtest/gtest.h>

#include "parties/list_files.h"

namespace licit {
namespace {

std::uint16_t bits(std::initializer_list<int> footnotes) {
  unsigned out = 0;
  for (const int n : footnotes) out |= 1U << n;
  return static_cast<std::uint16_t>(out);
}

using Names = std::vector<ListedName>;

TEST(ListReaders, TheScreeningListAsJsonIsManyLists) {
  const ReadLists read = read_well("csl.json");
  EXPECT_EQ(read.format, "csl-json");
  EXPECT_EQ(read.bad_rows, 2U);  // one without a name, one that is no object
  const PartyList& el = list_of(read, ListCode::EntityList);
  ASSERT_EQ(el.entries.size(), 3U);
  const ListEntry& huawei = el.entries[0];
  EXPECT_EQ(huawei.names, (Names{{"Huawei Technologies Co., Ltd.", NameKind::Primary},
                                 {"Huawei", NameKind::Alias},
                                 {"Huawei Technology", NameKind::Alias}}));
  EXPECT_EQ(huawei.footnotes, bits({1, 2}));
  EXPECT_EQ(huawei.from, Date::parse("2019-05-21"));
  EXPECT_EQ(huawei.countries, std::vector<std::string>{"CN"});
  const ListEntry& affiliate = el.entries[1];
  EXPECT_EQ(affiliate.names[0].text, "Hangzhou Huawei Enterprises");
  EXPECT_EQ(affiliate.parent, huawei.id);
  const ListEntry& address = el.entries[2];
  EXPECT_TRUE(address.address_only && address.names.empty());
  EXPECT_EQ(address.addresses[0].country, "HK");
  const ListEntry& isn = list_of(read, ListCode::Nonproliferation).entries[0];
  EXPECT_EQ(isn.names[0].text, "Example Trading Company");
  EXPECT_TRUE(isn.successors);
  const ListEntry& person = list_of(read, ListCode::Sdn).entries[0];
  EXPECT_EQ(person.id, "777");
  EXPECT_EQ(person.type, PartyType::Person);
  EXPECT_EQ(person.birth_dates, std::vector<std::string>{"1970-05-12"});
  EXPECT_EQ(person.ids, (std::vector<ListedId>{{"Passport", "A1234", "IR"}}));
  EXPECT_EQ(list_of(read, ListCode::DeniedPersons).entries[0].until, Date::parse("2030-01-02"));
}

TEST(ListReaders, TheScreeningListAsCsv) {
  const ReadLists read = read_well("csl.csv");
  ASSERT_EQ(read.warnings.size(), 2U);
  EXPECT_EQ(read.warnings[0].place.line, 4U);
  EXPECT_EQ(read.warnings[1].place.line, 5U);
  const ListEntry& entry = list_of(read, ListCode::EntityList).entries[0];
  EXPECT_EQ(entry.names.size(), 3U);
  EXPECT_EQ(entry.footnotes, bits({4}));
  ASSERT_EQ(entry.addresses.size(), 2U);
  EXPECT_EQ(entry.addresses[1].country, "HK");
  const ListEntry& ship = list_of(read, ListCode::Sdn).entries[0];
  EXPECT_EQ(ship.type, PartyType::Vessel);
  EXPECT_EQ(ship.ids[0].number, "IMO 9187629");
}

TEST(ListReaders, DeniedPersons) {
  const ReadLists read = read_well("dpl.txt");
  const PartyList& list = list_of(read, ListCode::DeniedPersons);
  EXPECT_EQ(list.as_of, Date::parse("2023-02-22"));
  EXPECT_EQ(list.entries[0].addresses[0].country, "US");  // a state alone
  EXPECT_EQ(list.entries[0].until, Date::parse("2026-01-14"));
  EXPECT_EQ(list.entries[1].addresses[0].country, "FR");
  EXPECT_EQ(list.entries[1].until, std::nullopt);
}

TEST(ListReaders, OfacsClassicFilesBelongTogether) {
  const std::string main = list_file("sdn.csv"), alt = list_file("alt.csv"),
                    add = list_file("add.csv"), comments = list_file("sdn_comments.csv");
  const std::vector<SourceFile> files{
      {"add.csv", add}, {"sdn.csv", main}, {"sdn_comments.csv", comments}, {"alt.csv", alt}};
  const auto read = read_lists(files);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->bad_rows, 2U);  // a short row, an alias of nobody
  const PartyList& list = list_of(*read, ListCode::Sdn);
  ASSERT_EQ(list.entries.size(), 2U);
  const ListEntry& person = list.entries[0];
  EXPECT_EQ(person.names, (Names{{"Person EXAMPLE", NameKind::Primary},
                                 {"Person SAMPLE", NameKind::Alias},
                                 {"THE EXAMPLE", NameKind::Alias, true}}));
  EXPECT_EQ(person.birth_dates, std::vector<std::string>{"1970-05-12"});
  EXPECT_EQ(person.ids, (std::vector<ListedId>{{"Passport", "A1234567", "IR"}}));
  EXPECT_TRUE(person.remarks.ends_with("Linked To: OTHER PARTY."));
  const ListEntry& company = list.entries[1];
  EXPECT_EQ(company.names[1].kind, NameKind::Former);
  EXPECT_EQ(company.ids[0].type, "Unified Social Credit Code (USCC)");
  EXPECT_EQ(company.ids[0].number, "91110000MA005UCQ5P");
  EXPECT_EQ(company.addresses[0].country, "AE");
  EXPECT_EQ(code_of_failure(alt), "P007");
}

TEST(ListReaders, SdnXmlSaysHowStrongAnAliasIs) {
  const ReadLists read = read_well("sdn.xml");
  const PartyList& list = list_of(read, ListCode::Sdn);
  EXPECT_EQ(list.as_of, Date::parse("2026-08-07"));
  EXPECT_EQ(list.entries[0].names, (Names{{"Person EXAMPLE", NameKind::Primary},
                                          {"THE EXAMPLE", NameKind::Alias, true},
                                          {"Person SAMPLE", NameKind::Former}}));
  EXPECT_EQ(list.entries[1].type, PartyType::Vessel);
  EXPECT_EQ(list.entries[1].countries, (std::vector<std::string>{"PA", "AE"}));
}

TEST(ListReaders, SdnAdvancedHasOriginalScriptsAndOwners) {
  const ReadLists read = read_well("sdn-advanced.xml");
  const ListEntry& person = list_of(read, ListCode::Sdn).entries[0];
  EXPECT_EQ(person.names, (Names{{"Person EXAMPLE", NameKind::Primary},
                                 {"مثال", NameKind::OriginalScript},
                                 {"THE EXAMPLE", NameKind::Alias, true}}));
  EXPECT_EQ(person.birth_dates, std::vector<std::string>{"1970"});
  EXPECT_EQ(person.ids, (std::vector<ListedId>{{"Passport", "A1234567", "IR"}}));
  EXPECT_EQ(person.addresses[0].city, "Tehran");
  EXPECT_EQ(person.from, Date::parse("2020-03-04"));
  const ListEntry& holding = list_of(read, ListCode::NsCmic).entries[0];
  EXPECT_EQ(holding.parent, "9001");
}

TEST(ListReaders, TheUkListJoinsTheRowsOfADesignation) {
  const ReadLists read = read_well("uk.csv");
  const PartyList& list = list_of(read, ListCode::Uk);
  EXPECT_EQ(list.as_of, Date::parse("2026-08-06"));
  ASSERT_EQ(list.entries.size(), 2U);
  EXPECT_EQ(list.entries[0].names, (Names{{"Ali EXAMPLE", NameKind::Primary},
                                          {"Ali Bin EXAMPLE", NameKind::Alias, true},
                                          {"مثال", NameKind::OriginalScript}}));
  // A British day: 12 May.
  EXPECT_EQ(list.entries[0].birth_dates, std::vector<std::string>{"1970-05-12"});
  EXPECT_EQ(list.entries[1].ids, (std::vector<ListedId>{{"IMO", "9187629", ""}}));
}

TEST(ListReaders, TheEuListAsXmlAndAsCsv) {
  const ReadLists xml = read_well("eu.xml");
  EXPECT_EQ(xml.bad_rows, 1U);
  const PartyList& list = list_of(xml, ListCode::Eu);
  EXPECT_EQ(list.as_of, Date::parse("2026-06-05"));
  EXPECT_TRUE(list.entries[0].names[1].weak);
  EXPECT_EQ(list.entries[0].ids.size(), 1U);  // the one known to be false is no evidence
  EXPECT_EQ(list.entries[1].names[0].text, "Ada B EXAMPLE");
  const ReadLists csv = read_well("eu.csv");
  const PartyList& rows = list_of(csv, ListCode::Eu);
  ASSERT_EQ(rows.entries.size(), 2U);
  EXPECT_EQ(rows.entries[0].names.size(), 2U);
  EXPECT_EQ(rows.entries[1].names[0].text, "Jane Example");
  EXPECT_EQ(rows.as_of, Date::parse("2026-08-05"));
}

TEST(ListReaders, TheUnList) {
  const ReadLists read = read_well("un.xml");
  const PartyList& list = list_of(read, ListCode::Un);
  const ListEntry& person = list.entries[0];
  EXPECT_EQ(person.id, "XXi.001");
  EXPECT_EQ(person.names[0].text, "ALI EXAMPLE");
  EXPECT_EQ(person.names[1].kind, NameKind::OriginalScript);
  EXPECT_TRUE(person.names[2].weak);
  EXPECT_FALSE(person.names[3].weak);
  EXPECT_EQ(person.birth_dates, (std::vector<std::string>{"1970", "1971", "1972"}));
  EXPECT_EQ(list.entries[1].names[1].kind, NameKind::Former);
}

TEST(ListReaders, Part744) {
  const ReadLists read = read_well("ecfr-744.xml");
  EXPECT_EQ(read.bad_rows, 1U);
  const PartyList& el = list_of(read, ListCode::EntityList);
  ASSERT_EQ(el.entries.size(), 4U);
  EXPECT_EQ(el.entries[0].names[0].text, "Afghan-German Construction Company");
  EXPECT_EQ(el.entries[0].addresses.size(), 2U);
  const ListEntry& bitland = el.entries[1];
  EXPECT_EQ(bitland.names, (Names{{"Example Bitland Information Technology Co., Ltd."},
                                  {"Bitland", NameKind::Alias},
                                  {"Example Baolongda Co., Ltd.", NameKind::Alias}}));
  EXPECT_EQ(bitland.footnotes, bits({4}));
  EXPECT_EQ(bitland.countries, std::vector<std::string>{"CN"});
  const ListEntry& holding = el.entries[2];  // a blank country is that of the row before
  EXPECT_EQ(holding.countries, std::vector<std::string>{"CN"});
  EXPECT_EQ(holding.names[1], (ListedName{"EHL", NameKind::Acronym}));
  EXPECT_EQ(el.entries[3].names[0].text, "Example Chips Co., Ltd.");
  EXPECT_EQ(el.entries[3].parent, holding.id);
  EXPECT_EQ(el.entries[3].policy, "Policy of denial");
  const ListEntry& meu = list_of(read, ListCode::MilitaryEndUser).entries[0];
  EXPECT_EQ(meu.names[0].text, "Academy of Example Propulsion");
  EXPECT_EQ(meu.names[1], (ListedName{"AEP", NameKind::Acronym}));
}

TEST(ListReaders, ATableOfOnesOwn) {
  const ReadLists read = read_well("table.csv");
  EXPECT_EQ(read.bad_rows, 1U);
  const ListEntry& entry = list_of(read, ListCode::EntityList).entries[0];
  EXPECT_EQ(entry.names.size(), 3U);
  EXPECT_EQ(entry.names[1], (ListedName{"示例芯片", NameKind::OriginalScript}));
  EXPECT_TRUE(entry.names[2].weak);
  EXPECT_EQ(entry.footnotes, bits({4}));
  EXPECT_EQ(entry.addresses.size(), 2U);
  EXPECT_EQ(list_of(read, ListCode::Other).entries[0].names[0].text, "Our Own Refusal");
}

TEST(ListReaders, WhatIsNoListIsRefused) {
  EXPECT_EQ(code_of_failure(list_file("error.html")), "P002");
  EXPECT_EQ(code_of_failure("<html>blocked</html>"), "P002");
  EXPECT_EQ(code_of_failure("<other/>"), "P003");
  EXPECT_EQ(code_of_failure("name;birthday\nx;y\n"), "P003");
  EXPECT_EQ(code_of_failure(""), "P003");
  EXPECT_EQ(code_of_failure("%PDF-1.7"), "P003");
  EXPECT_EQ(code_of_failure(std::string("\xFF\xFE<\0", 4)), "P006");
  EXPECT_EQ(code_of_failure("{\"results\": []}"), "P005");
  EXPECT_EQ(code_of_failure("{\"rows\": []}"), "P003");
}

// Whatever is cut off an XML or JSON list, it is refused as a whole.
TEST(ListReaders, ATruncatedListIsRefused) {
  for (const char* name : {"csl.json", "sdn.xml", "un.xml", "eu.xml", "sdn-advanced.xml"}) {
    const std::string whole = list_file(name);
    for (const std::size_t part : {2U, 3U, 5U}) {
      const std::string cut = whole.substr(0, whole.size() - whole.size() / part);
      EXPECT_EQ(code_of_failure(cut), "P004") << name;
    }
  }
}

TEST(ListReaders, Latin1IsReadAndSaid) {
  const std::string row =
      "1,\"EXAMPLE ESPA\xD1OLA\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n";
  const auto read = read_list(row, "sdn.csv");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->lists[0].entries[0].names[0].text, "EXAMPLE ESPAÑOLA");
  ASSERT_EQ(read->warnings.size(), 1U);
  EXPECT_EQ(read->warnings[0].code, "P022");
}

TEST(ListReaders, AnEndlessNameIsCut) {
  const std::string text =
      "list,id,name,kind\nother,a," + std::string(10'000'000, 'x') + ",primary\n";
  const auto read = read_list(text, "t.csv");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->lists[0].entries[0].names[0].text.size(), 2000U);
  EXPECT_EQ(read->warnings[0].code, "P021");
}

// What follows the place where a file breaks off is not known: it may not become the list in force.
TEST(ListReaders, AFileThatEndsInTheMiddleOfARowIsRefused) {
  const std::string whole =
      "list,id,name,kind,citation\nother,1,First,primary,c\nother,2,Second,primary,c\n"
      "other,3,\"Third, Ltd\",primary,c\n";
  EXPECT_EQ(code_of_failure(whole), "read");
  for (const char* end : {"other,3,", "\"Third, Ltd", ",primary"}) {
    const std::size_t at = whole.rfind(end) + std::string_view(end).size();
    EXPECT_EQ(code_of_failure(whole.substr(0, at)), "P004") << end;
  }
  // In the middle of a cell of several lines.
  EXPECT_EQ(code_of_failure(whole + "other,4,\"Fourth\nof two lin"), "P004");
  // A bad row with whole ones after it is left out, and no more.
  const auto read = read_list(whole + "other,4\nother,5,Fifth,primary,c\n", "t");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->lists[0].entries.size(), 4U);
  EXPECT_EQ(read->bad_rows, 1U);
}

// Of each publication in columns: the last row without its end.
TEST(ListReaders, EveryFormatInColumnsKnowsThatItBreaksOff) {
  for (const char* name : {"csl.csv", "dpl.txt", "uk.csv", "eu.csv", "sdn.csv"}) {
    std::string bytes = list_file(name);
    while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r' || bytes.back() == 0x1A))
      bytes.pop_back();
    const std::size_t row = bytes.rfind('\n') + 1;
    ASSERT_NE(row, 0U) << name;
    EXPECT_EQ(code_of_failure(bytes.substr(0, row + (bytes.size() - row) / 2)), "P004") << name;
  }
}

// The quote of one row may not swallow the rows up to the next quote of the file.
TEST(ListReaders, AStrayQuoteCostsItsOwnRow) {
  const auto read = read_list(
      "list,id,name,kind\nother,1,\"First,primary\nother,2,Second,primary\nother,3,Third,primary\n"
      "other,4,\"Fourth, Ltd\",primary\nother,5,\"Fifth\",primary\nother,6,Sixth,primary\n",
      "t");
  ASSERT_TRUE(read.ok());
  std::vector<std::string> ids;
  for (const ListEntry& entry : read->lists[0].entries) ids.push_back(entry.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"2", "3", "4", "5", "6"}));
  EXPECT_EQ(read->bad_rows, 1U);
  EXPECT_EQ(read->warnings[0].place.line, 2U);
}

}  // namespace
}  // namespace licit
