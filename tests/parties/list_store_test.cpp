#include "parties/lists/store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "parties/list_files.h"
#include "parties/lists/fetch.h"
#include "parties/lists/list_diff.h"

namespace licit {
namespace {

namespace fs = std::filesystem;

// A table of `count` parties; the first is called as said.
std::string table(int count, const std::string& first = "Party 0") {
  std::string out = "list,id,name,kind,citation\nother,p0," + first + ",primary,c\n";
  for (int i = 1; i < count; ++i)
    out += "other,p" + std::to_string(i) + ",Party " + std::to_string(i) + ",primary,c\n";
  return out;
}

class Store : public testing::Test {
 protected:
  Store() : folder_(fs::path(testing::TempDir()) / ("lists" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
  }
  ~Store() override { fs::remove_all(folder_); }

  ListStore open() {
    auto store = ListStore::open(folder_.string());
    EXPECT_TRUE(store.ok());
    return store.ok() ? std::move(store).value() : ListStore();
  }

  ImportedList import(const std::string& bytes, const char* as_of, const std::string& why = "") {
    ListStore store = open();
    const SourceFile file{"table.csv", bytes};
    ImportOptions options;
    options.as_of = Date::parse(as_of);
    options.allow_shrink = why;
    options.today = *Date::parse("2026-11-22");
    const auto report = store.import({&file, 1}, options);
    if (!report.ok()) {
      ADD_FAILURE() << report.errors().front().render(Language::En);
      return {};
    }
    return report->lists.at(0);
  }

  fs::path folder_;
};

TEST_F(Store, ADecisionOfLastYearFindsLastYearsList) {
  import(table(3), "2025-06-01");
  import(table(4), "2026-06-01");
  const ListStore store = open();
  ASSERT_NE(store.in_force(ListCode::Other), nullptr);
  EXPECT_EQ(store.in_force(ListCode::Other)->entries, 4U);
  const ListVersion* then = store.in_force(ListCode::Other, Date::parse("2026-05-31"));
  ASSERT_NE(then, nullptr);
  EXPECT_EQ(then->entries, 3U);
  EXPECT_EQ(store.in_force(ListCode::Other, Date::parse("2025-05-31")), nullptr);
  const auto lists = store.load({&then, 1});
  ASSERT_TRUE(lists.ok());
  EXPECT_EQ((*lists)[0].entries.size(), 3U);
  EXPECT_EQ((*lists)[0].as_of, Date::parse("2025-06-01"));
}

TEST_F(Store, AnEarlierListGoesIntoItsPlace) {
  import(table(4), "2026-06-01");
  EXPECT_EQ(import(table(3), "2025-06-01").outcome, ImportOutcome::Earlier);
  EXPECT_EQ(open().in_force(ListCode::Other)->entries, 4U);
}

TEST_F(Store, TheSameBytesAreKeptOnce) {
  EXPECT_EQ(import(table(3), "2025-06-01").outcome, ImportOutcome::New);
  EXPECT_EQ(import(table(3), "2025-06-01").outcome, ImportOutcome::Same);
  EXPECT_EQ(open().versions().size(), 1U);
}

// Issue 5: a list that shrank by more than 5 percent is refused and the old one stays in force.
TEST_F(Store, AListThatShrankIsRefusedWithoutAReason) {
  import(table(100), "2025-06-01");
  EXPECT_EQ(import(table(95), "2025-07-01").outcome, ImportOutcome::New);  // 5 percent
  EXPECT_EQ(import(table(90), "2025-08-01").outcome, ImportOutcome::Refused);
  EXPECT_EQ(open().in_force(ListCode::Other)->entries, 95U);
  const ImportedList forced = import(table(90), "2025-08-01", "delisted by 90 FR 1");
  EXPECT_EQ(forced.outcome, ImportOutcome::New);
  EXPECT_EQ(open().in_force(ListCode::Other)->shrank_because, "delisted by 90 FR 1");
}

TEST_F(Store, WhatCannotBeReadChangesNothing) {
  import(table(3), "2025-06-01");
  ListStore store = open();
  const SourceFile file{"x", "<html>error</html>"};
  EXPECT_FALSE(store.import({&file, 1}, {}).ok());
  EXPECT_EQ(open().in_force(ListCode::Other)->entries, 3U);
}

// A first list has nothing to be compared with but the part of it that ships: 280 entries of the Entity
// List as of 2026-07-31 (parties/README.md). What is cut at the end of a row cannot be told otherwise.
TEST_F(Store, AFirstListSmallerThanItsStarterPartIsRefused) {
  std::string bytes = "list,id,name,kind\n";
  for (int i = 0; i < 100; ++i)
    bytes += "us.entity-list,p" + std::to_string(i) + ",Party " + std::to_string(i) + ",primary\n";
  const ImportedList cut = import(bytes, "2026-08-31");
  EXPECT_EQ(cut.outcome, ImportOutcome::Refused);
  EXPECT_TRUE(cut.below_starter);
  EXPECT_EQ(cut.entries_before, 280U);
  EXPECT_TRUE(open().versions().empty());
  // A list of an earlier day may well have had fewer.
  EXPECT_EQ(import(bytes, "2015-08-31").outcome, ImportOutcome::New);
}

// A decision of last year is looked up on last year's list: a list of no known day may not pass for
// that of today.
TEST_F(Store, AListOfNoStatedDayIsRefused) {
  ListStore store = open();
  const std::string bytes = table(3);
  const SourceFile file{"table.csv", bytes};
  ImportOptions options;
  options.today = *Date::parse("2026-11-22");
  const auto report = store.import({&file, 1}, options);
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.errors()[0].code, "P016");
  EXPECT_TRUE(open().versions().empty());
}

// The Consolidated Screening List has OFAC's names without original scripts and strength of aliases
// (docs/lists.md): pulled on the same day, OFAC's own file is asked, though it states an earlier day.
TEST_F(Store, OfTwoPublicationsOfAListTheRicherIsAskedWhileItIsCurrent) {
  const std::string advanced = list_file("sdn-advanced.xml"), screening = list_file("csl.json");
  const auto pull = [&](const std::string& bytes, const char* day) {
    ListStore store = open();
    const SourceFile file{"https://example.org/list", bytes};
    ImportOptions options;
    options.today = *Date::parse(day);
    options.fallback = options.today;
    options.is_current = true;
    options.allow_shrink = "a small list";
    EXPECT_TRUE(store.import({&file, 1}, options).ok());
  };
  const auto asked = [&](const char* on) {
    const ListStore store = open();
    const ListVersion* version = store.in_force(ListCode::Sdn, Date::parse(on));
    return version == nullptr ? std::string() : version->format;
  };
  pull(advanced, "2026-08-10");  // it states 2026-08-07
  pull(screening, "2026-08-10");
  EXPECT_EQ(asked("2026-08-10"), "ofac-advanced");
  EXPECT_EQ(open().in_force(ListCode::EntityList)->format, "csl-json");
  // A later screening list may have entries that came since.
  pull(screening + " ", "2026-08-20");
  EXPECT_EQ(asked("2026-08-20"), "csl-json");
  // OFAC's file was fetched again, unchanged.
  pull(advanced, "2026-08-20");
  EXPECT_EQ(asked("2026-08-20"), "ofac-advanced");
  EXPECT_EQ(asked("2026-08-06"), "");
}

TEST_F(Store, BytesThatChangedAreNotUsed) {
  import(table(3), "2025-06-01");
  const ListStore store = open();
  const ListVersion* version = store.in_force(ListCode::Other);
  std::ofstream(folder_ / "bytes" / version->files[0].sha256) << table(2);
  const auto lists = store.load({&version, 1});
  ASSERT_FALSE(lists.ok());
  EXPECT_EQ(lists.errors()[0].code, "P013");
}

TEST_F(Store, ADamagedIndexIsSaid) {
  import(table(3), "2025-06-01");
  for (const char* text : {"", "{", "{\"form\": 2, \"versions\": []}",
                           "{\"form\": 1, \"versions\": [{\"list\": \"other\"}]}"}) {
    std::ofstream(folder_ / "index.json") << text;
    const auto store = ListStore::open(folder_.string());
    ASSERT_FALSE(store.ok()) << text;
    EXPECT_EQ(store.errors()[0].code, "P012");
  }
}

TEST_F(Store, WithoutAnImportTheStarterListServes) {
  const auto lists = lists_in_force(open());
  ASSERT_TRUE(lists.ok());
  for (const PartyList& list : *lists) {
    EXPECT_TRUE(list.starter);
    EXPECT_TRUE(list.as_of.has_value());
  }
  // parties/README.md: 280 entries of the Entity List.
  EXPECT_EQ((*lists)[0].code, ListCode::EntityList);
  EXPECT_EQ((*lists)[0].entries.size(), 280U);
  import(table(3), "2025-06-01");
  const auto own = lists_in_force(open());
  ASSERT_TRUE(own.ok());
  // What was imported is used; of the lists that were not, the starter part still is.
  EXPECT_FALSE((*own)[0].starter);
  for (std::size_t i = 1; i < own->size(); ++i) {
    EXPECT_TRUE((*own)[i].starter);
    EXPECT_NE((*own)[i].code, (*own)[0].code);
  }
}

TEST(ListDiff, SaysWhatCameWentAndChanged) {
  const auto read = [](const std::string& text) {
    auto lists = read_list(text, "t");
    EXPECT_TRUE(lists.ok());
    return lists.ok() ? lists->lists[0] : PartyList();
  };
  const PartyList before = read(table(3));
  const PartyList after = read(table(2, "Renamed") + "other,new,Newcomer,primary,c\n");
  const ListDiff diff = difference(before, after);
  ASSERT_EQ(diff.added.size(), 1U);
  EXPECT_EQ(diff.added[0]->id, "new");
  ASSERT_EQ(diff.removed.size(), 1U);
  EXPECT_EQ(diff.removed[0]->id, "p2");
  ASSERT_EQ(diff.changed.size(), 1U);
  ASSERT_EQ(diff.changed[0].fields.size(), 2U);
  EXPECT_EQ(diff.changed[0].fields[0].before, "Party 0");
  EXPECT_EQ(diff.changed[0].fields[1].after, "Renamed");
  EXPECT_TRUE(difference(before, before).changed.empty());
}

// A redirect to http would let anybody on the way write the list.
TEST(Fetch, FromHttpsNothingLeadsToHttp) {
  EXPECT_EQ(redirect_protocols("https://example.org/list.csv"), "https");
  EXPECT_EQ(redirect_protocols("HTTPS://example.org/list.csv"), "https");
  EXPECT_EQ(redirect_protocols("http://example.org/list.csv"), "http,https");
}

TEST(StoreFolder, IsWhereTheEnvironmentSays) {
  EXPECT_EQ(store_folder("/l", "/d", "/h"), "/l");
  EXPECT_EQ(store_folder("", "/d", "/h"), "/d/licit/lists");
  EXPECT_EQ(store_folder({}, {}, "/h"), "/h/.local/share/licit/lists");
  EXPECT_EQ(store_folder({}, {}, {}), "");
}

}  // namespace
}  // namespace licit
