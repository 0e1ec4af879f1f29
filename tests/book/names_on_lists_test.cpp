// A name is looked up once for a stretch of days, and again where an entry, a list or what a person said
// of it changes in between.
#include "book/names_on_lists.h"

#include "book/toy_law.h"

namespace licit::test {
namespace {

Date day(const char* iso) { return *Date::parse(iso); }

std::shared_ptr<const AskedLists> lists_of(std::vector<ListEntry> entries) {
  PartyList list;
  list.code = ListCode::EntityList;
  list.name = "Made up";
  list.entries = std::move(entries);
  AskedLists out;
  auto index = NameIndex::build(std::vector<PartyList>{list});
  EXPECT_TRUE(index.ok());
  if (index.ok()) out.index = std::move(index).value();
  return std::make_shared<const AskedLists>(std::move(out));
}

ListEntry entry(const char* id, const char* name) {
  ListEntry out;
  out.id = id;
  out.names = {{name, NameKind::Primary, false}};
  return out;
}

TEST(NamesOnLists, OnceForAllDaysOnWhichNothingChanges) {
  ListEntry listed = entry("e-1", "Quibbler Optics Works");
  listed.from = day("2024-03-01");
  listed.until = day("2024-06-30");
  const auto lists = lists_of({listed});
  int asked = 0;
  NamesOnLists names(
      [&](Date) {
        ++asked;
        return lists;
      },
      false);
  const auto found = [&](const char* on) {
    return names.find("Quibbler Optics Works", {}, day(on));
  };
  const auto before = found("2024-02-29");
  const auto first = found("2024-03-01");
  const auto last = found("2024-06-30");
  const auto after = found("2024-07-01");
  ASSERT_EQ(before->hits.size(), 1U);
  EXPECT_FALSE(is_alert(before->hits[0]));
  EXPECT_TRUE(is_alert(first->hits[0]));
  EXPECT_EQ(first, last);  // looked up once
  EXPECT_FALSE(is_alert(after->hits[0]));
  EXPECT_NE(before, after);
  EXPECT_EQ(found("2023-01-01"), before);
  EXPECT_EQ(found("2030-01-01"), after);
  EXPECT_EQ(asked, 6);  // the lists of each day once
  (void)found("2030-01-01");
  EXPECT_EQ(asked, 6);
}

TEST(NamesOnLists, OtherListsAreAskedAnew) {
  const auto old_list = lists_of({entry("e-1", "Somebody Else")});
  const auto new_list = lists_of({entry("e-2", "Quibbler Optics Works")});
  NamesOnLists names([&](Date on) { return on < day("2025-01-01") ? old_list : new_list; }, false);
  EXPECT_TRUE(names.find("Quibbler Optics Works", {}, day("2024-12-31"))->hits.empty());
  EXPECT_EQ(names.find("Quibbler Optics Works", {}, day("2025-01-01"))->hits.size(), 1U);
}

// Where a party is told from its namesake by its country, the two are looked up apart.
TEST(NamesOnLists, CountriesTellNamesakesApart) {
  ListEntry listed = entry("e-1", "Quibbler Optics Works");
  listed.countries = {"CN"};
  const auto lists = lists_of({listed});
  NamesOnLists names([&](Date) { return lists; }, false);
  const auto there = names.find("Quibbler Optics", {"CN"}, day("2025-01-01"));
  const auto elsewhere = names.find("Quibbler Optics", {"FR"}, day("2025-01-01"));
  ASSERT_EQ(there->hits.size(), 1U);
  ASSERT_EQ(elsewhere->hits.size(), 1U);
  EXPECT_GT(there->hits[0].hit.score, elsewhere->hits[0].hit.score);
}

// The law of three rules reads no names: whoever buys, the lines are decided once.
TEST(NamesOnLists, LinesThatDifferByANameAloneAreDecidedOnce) {
  Folder folder;
  const std::string path = folder.write("orders.csv",
                                        "item,to,on,buyer\n"
                                        "L4,China,2024-06-03,First Buyer\n"
                                        "L4,China,2024-06-03,Second Buyer\n"
                                        "L4,China,2024-06-03,\n");
  const auto summary = decide(path);
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary->decided_anew, 2U);  // named and not named are two
}

}  // namespace
}  // namespace licit::test
