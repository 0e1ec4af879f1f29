// Names of the starter list on the entries of a whole list.
#include "parties/lists/starter_names.h"

#include <gtest/gtest.h>

namespace licit {
namespace {

PartyList list_of(std::vector<ListEntry> entries) {
  PartyList out;
  out.code = ListCode::EntityList;
  out.entries = std::move(entries);
  return out;
}

ListEntry entry(std::vector<ListedName> names, std::vector<ListedId> ids = {}) {
  ListEntry out;
  out.names = std::move(names);
  out.ids = std::move(ids);
  return out;
}

TEST(StarterNames, StayOnTheEntryThatANameOrANumberTells) {
  PartyList whole = list_of({entry({{"NATIONAL UNIVERSITY OF DEFENSE TECHNOLOGY (NUDT)"},
                                    {"National University of Defence Technology"}}),
                             entry({{"Example Works"}}, {{"USCC", "9144 0300", "CN"}}),
                             entry({{"Another Party"}})});
  const PartyList starter = list_of(
      {entry({{"National University of Defence Technology"},
              {"国防科技大学", NameKind::OriginalScript},
              {"NUDT", NameKind::Acronym}}),
       entry({{"Shili Gongchang"}, {"实例", NameKind::Alias, true}}, {{"x", "91440300", ""}}),
       entry({{"Nobody Listed"}, {"无人", NameKind::Alias}})});
  EXPECT_EQ(add_starter_names(whole, starter), 2U);
  ASSERT_EQ(whole.entries[0].names.size(), 3U);
  EXPECT_EQ(whole.entries[0].names[2], (ListedName{"国防科技大学", NameKind::Starter, false}));
  ASSERT_EQ(whole.entries[1].names.size(), 3U);
  EXPECT_TRUE(whole.entries[1].names[2].weak);
  EXPECT_EQ(whole.entries[2].names.size(), 1U);
  // What is there already is not added again.
  EXPECT_EQ(add_starter_names(whole, starter), 2U);
  EXPECT_EQ(whole.entries[0].names.size(), 3U);
}

// Acronyms and short names are shared by chance: they tell no entry.
TEST(StarterNames, AnAcronymTellsNobody) {
  PartyList whole = list_of({entry({{"Iran Gas Lines"}, {"IGL", NameKind::Acronym}})});
  const PartyList starter =
      list_of({entry({{"Inspur Group"}, {"IGL", NameKind::Acronym}, {"浪潮", NameKind::Alias}})});
  EXPECT_EQ(add_starter_names(whole, starter), 0U);
  EXPECT_EQ(whole.entries[0].names.size(), 2U);
}

}  // namespace
}  // namespace licit
