// Resolutions: kept, counted, reopened.
#include "parties/names/review.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace licit {
namespace {

struct Case {
  std::string path;
  PartyList list;

  Case() {
    path = (std::filesystem::temp_directory_path() /
            ("licit-review-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
             ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".jsonl"))
               .string();
    std::filesystem::remove(path);
    list.code = ListCode::EntityList;
    list.name = "Entity List";
    list.sha256 = std::string(64, 'b');
    list.as_of = Date::parse("2026-07-31");
    ListEntry entry;
    entry.id = "one";
    entry.type = PartyType::Entity;
    entry.names = {{"Zhongke Kekong", NameKind::Primary, false}};
    list.entries = {entry};
  }
  ~Case() { std::filesystem::remove(path); }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  NameIndex index() const { return NameIndex::build({&list, 1}).value(); }
  PartyResolution not_same() const {
    PartyResolution out;
    out.party = "Zhongke Kekong";
    out.list = list.code;
    out.entry = "one";
    out.entry_hash = entry_hash_text(index().entries[0].hash);
    out.list_sha256 = list.sha256;
    out.list_as_of = list.as_of;
    out.why = "another city, \"seen\" their papers";
    out.who = "M. Dupont";
    out.on = *Date::parse("2026-08-03");
    return out;
  }
  ReviewedHit reviewed(const char* day, const std::string& name = "Zhongke Kekong",
                       const std::vector<std::string>& countries = {}) const {
    const auto resolutions = Resolutions::open(path);
    EXPECT_TRUE(resolutions.ok());
    PartyQuery query;
    query.name = name;
    query.countries = countries;
    query.as_of = Date::parse(day);
    const NameIndex now = index();
    auto hits = resolutions->review(now, query, Screener(now).screen(query));
    EXPECT_EQ(hits.size(), 1U);
    return hits.at(0);
  }
};

TEST(Review, WhatWasSaidIsKeptAndReadAgain) {
  const Case it;
  auto file = Resolutions::open(it.path);
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file->all().empty());
  PartyResolution second = it.not_same();
  second.until = Date::parse("2027-01-01");
  second.same = true;
  ASSERT_FALSE(file.value().add(it.not_same()));
  ASSERT_FALSE(file.value().add(second));
  const auto again = Resolutions::open(it.path);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->all(), (std::vector<PartyResolution>{it.not_same(), second}));
}

TEST(Review, AnotherPartyIsNoAlertAnyMore) {
  const Case it;
  EXPECT_TRUE(is_alert(it.reviewed("2026-08-03")));
  auto file = Resolutions::open(it.path);
  ASSERT_FALSE(file.value().add(it.not_same()));
  EXPECT_FALSE(is_alert(it.reviewed("2026-08-03")));
  EXPECT_FALSE(is_alert(it.reviewed("2026-08-04", "ZHONGKE  kekong")));
  EXPECT_TRUE(is_alert(it.reviewed("2026-08-02"))) << "it had not been said yet";
  const std::vector<ReviewedHit> one{it.reviewed("2026-08-03")};
  EXPECT_EQ(outcome_of(one), ScreenOutcome::Settled);
}

// A resolution of a party in one country says nothing of its namesake in another, nor of one that may be
// anywhere.
TEST(Review, WhatWasSaidOfAPartyInACountryCountsThere) {
  const Case it;
  auto file = Resolutions::open(it.path);
  PartyResolution there = it.not_same();
  there.countries = {"DE", "AT"};
  ASSERT_FALSE(file.value().add(there));
  const auto again = Resolutions::open(it.path);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->all().at(0).countries, there.countries);
  const std::string name = "Zhongke Kekong";
  EXPECT_FALSE(is_alert(it.reviewed("2026-08-03", name, {"DE"})));
  EXPECT_FALSE(is_alert(it.reviewed("2026-08-03", name, {"AT", "DE"})));
  EXPECT_TRUE(is_alert(it.reviewed("2026-08-03", name, {"IR"})));
  EXPECT_TRUE(is_alert(it.reviewed("2026-08-03", name, {"DE", "IR"})));
  EXPECT_TRUE(is_alert(it.reviewed("2026-08-03", name)));
}

// That it is the listed party in one country is not undone by what was said before of the name, where nobody
// says in which country it is.
TEST(Review, TheSamePartyInACountryIsNotClearedByOlderWords) {
  const Case it;
  auto file = Resolutions::open(it.path);
  ASSERT_FALSE(file.value().add(it.not_same()));
  PartyResolution same = it.not_same();
  same.same = true;
  same.countries = {"CN"};
  ASSERT_FALSE(file.value().add(same));
  const std::string name = "Zhongke Kekong";
  EXPECT_TRUE(is_alert(it.reviewed("2026-08-03", name)));
  EXPECT_TRUE(is_listed(it.reviewed("2026-08-03", name, {"CN", "HK"})));
  EXPECT_TRUE(is_listed(it.reviewed("2026-08-03", name, {"CN"})));
  EXPECT_FALSE(is_alert(it.reviewed("2026-08-03", name, {"DE"})));
}

// Names that Licit's starter list lends to an entry are nothing that its authority changed.
TEST(Review, ANameOfTheStarterListReopensNothing) {
  Case it;
  auto file = Resolutions::open(it.path);
  ASSERT_FALSE(file.value().add(it.not_same()));
  it.list.entries[0].names.push_back({"中科可控", NameKind::Starter, false});
  EXPECT_EQ(it.reviewed("2026-09-01").reopened, Reopened::No);
}

TEST(Review, TheSamePartyIsListed) {
  const Case it;
  auto file = Resolutions::open(it.path);
  PartyResolution same = it.not_same();
  same.same = true;
  ASSERT_FALSE(file.value().add(same));
  const std::vector<ReviewedHit> one{it.reviewed("2026-08-03")};
  EXPECT_EQ(outcome_of(one), ScreenOutcome::Listed);
  // The last word counts.
  ASSERT_FALSE(file.value().add(it.not_same()));
  EXPECT_FALSE(is_alert(it.reviewed("2026-08-03")));
}

TEST(Review, ReopenedWhenTheEntryChanged) {
  Case it;
  auto file = Resolutions::open(it.path);
  ASSERT_FALSE(file.value().add(it.not_same()));
  it.list.sha256 = std::string(64, 'c');
  EXPECT_FALSE(is_alert(it.reviewed("2026-09-01"))) << "a new version with the same entry";
  it.list.entries[0].policy = "Policy of denial";
  const ReviewedHit hit = it.reviewed("2026-09-01");
  EXPECT_TRUE(is_alert(hit));
  EXPECT_EQ(hit.reopened, Reopened::EntryChanged);
  ASSERT_TRUE(hit.resolution.has_value());
  EXPECT_EQ(hit.resolution->who, "M. Dupont") << "what was said is still shown";
}

TEST(Review, ReopenedWhenTheDayPassed) {
  const Case it;
  auto file = Resolutions::open(it.path);
  PartyResolution until = it.not_same();
  until.until = Date::parse("2026-12-31");
  ASSERT_FALSE(file.value().add(until));
  EXPECT_FALSE(is_alert(it.reviewed("2026-12-31")));
  EXPECT_EQ(it.reviewed("2027-01-01").reopened, Reopened::Lapsed);
  EXPECT_TRUE(is_alert(it.reviewed("2027-01-01")));
}

TEST(Review, ReopenedWhenTheEntryCameAnew) {
  Case it;
  auto file = Resolutions::open(it.path);
  it.list.entries[0].from = Date::parse("2026-10-01");
  PartyResolution said = it.not_same();
  ASSERT_FALSE(file.value().add(said));
  EXPECT_EQ(it.reviewed("2026-10-02").reopened, Reopened::EntryAnew);
}

// An editor that leaves out the end of the last line does not cost the next resolution.
TEST(Review, ALastLineWithoutItsEndIsEndedFirst) {
  const Case it;
  auto file = Resolutions::open(it.path);
  ASSERT_FALSE(file.value().add(it.not_same()));
  std::filesystem::resize_file(it.path, std::filesystem::file_size(it.path) - 1);
  PartyResolution second = it.not_same();
  second.why = "said again";
  auto later = Resolutions::open(it.path);
  ASSERT_TRUE(later.ok());
  ASSERT_FALSE(later.value().add(second));
  const auto again = Resolutions::open(it.path);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->all(), (std::vector<PartyResolution>{it.not_same(), second}));
}

TEST(Review, ABrokenLineIsRefusedAndLeftAlone) {
  const Case it;
  {
    auto file = Resolutions::open(it.path);
    ASSERT_FALSE(file.value().add(it.not_same()));
    std::ofstream(it.path, std::ios::app) << "{\"party\": \"cut sho";
  }
  const auto size = std::filesystem::file_size(it.path);
  const auto file = Resolutions::open(it.path);
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.errors()[0].code, "P161");
  EXPECT_EQ(file.errors()[0].place.line, 2U);
  EXPECT_EQ(std::filesystem::file_size(it.path), size);
}

}  // namespace
}  // namespace licit
