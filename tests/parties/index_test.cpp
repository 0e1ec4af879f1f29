// An index keeps what the lists say, and refuses a file that is not whole.
#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "parties/names/entry_hash.h"
#include "parties/names/name_index.h"
#include "parties/names/screen.h"

namespace licit {
namespace {

PartyList full_list() {
  PartyList list;
  list.code = ListCode::EntityList;
  list.name = "Entity List";
  list.source = "a file";
  list.sha256 = std::string(64, 'a');
  list.as_of = Date::parse("2026-07-31");
  ListEntry entry;
  entry.id = "one";
  entry.type = PartyType::Entity;
  entry.names = {{"Alpha Semiconductor Co., Ltd.", NameKind::Primary, false},
                 {"Αλφα", NameKind::OriginalScript, false},
                 {"ASC", NameKind::Acronym, true}};
  entry.addresses = {{"12 Fuxing Road", "Beijing", "Haidian", "100036", "CN"}};
  entry.ids = {{"Unified Social Credit Code (USCC)", "91110108600001760P", "CN"}};
  entry.countries = {"CN", "HK"};
  entry.birth_dates = {"1970-05"};
  entry.programs = {"P1", "P2"};
  entry.requirement = "For all items subject to the EAR";
  entry.policy = "Presumption of denial";
  entry.footnotes = 1U << 4U;
  entry.from = Date::parse("2023-10-19");
  entry.until = Date::parse("2030-01-01");
  entry.citation = "88 FR 71991";
  entry.source_url = "https://example.org/el";
  entry.parent = "two";
  entry.remarks = "remarks";
  entry.successors = true;
  ListEntry address;
  address.id = "two";
  address.address_only = true;
  address.addresses = {{"Room 704, 7/F, Star House, 3 Salisbury Road", "Kowloon", "", "", "HK"}};
  list.entries = {entry, address};
  return list;
}

TEST(Index, KeepsEveryFieldOfAnEntry) {
  const PartyList list = full_list();
  const auto index = NameIndex::build({&list, 1});
  ASSERT_TRUE(index.ok());
  EXPECT_EQ(index->entry(0), list.entries[0]);
  EXPECT_EQ(index->entry(1), list.entries[1]);
  const IndexedList kept = index->list(0);
  EXPECT_EQ(kept.code, list.code);
  EXPECT_EQ(kept.name, list.name);
  EXPECT_EQ(kept.sha256, list.sha256);
  EXPECT_EQ(kept.as_of, list.as_of);
  EXPECT_FALSE(kept.starter);
  EXPECT_EQ(kept.entries, 2U);
}

TEST(Index, IsTheSameFromAFile) {
  const PartyList list = full_list();
  const auto built = NameIndex::build({&list, 1});
  ASSERT_TRUE(built.ok());
  const auto path = std::filesystem::temp_directory_path() / "licit-index-test.names";
  ASSERT_FALSE(built->write(path.string()));
  const auto opened = NameIndex::open(path.string());
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened->entry(0), list.entries[0]);
  ASSERT_EQ(opened->bytes().size(), built->bytes().size());
  EXPECT_EQ(0, std::memcmp(opened->bytes().data(), built->bytes().data(), built->bytes().size()));
  std::filesystem::remove(path);
}

TEST(Index, RefusesWhatIsNoIndex) {
  EXPECT_EQ(NameIndex::open("/no/such/file").errors()[0].code, "P151");
  const std::string text = "<html>an error page</html>" + std::string(2000, ' ');
  EXPECT_EQ(NameIndex::over(std::as_bytes(std::span(text.data(), text.size())), nullptr, "x")
                .errors()[0]
                .code,
            "P152");
}

TEST(Index, RefusesAFileCutShortOrChanged) {
  const PartyList list = full_list();
  const auto index = NameIndex::build({&list, 1});
  const auto whole = index->bytes();
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    EXPECT_FALSE(NameIndex::over(whole.first(size), nullptr, "cut").ok()) << size;
  }
  std::vector<std::byte> changed(whole.begin(), whole.end());
  for (std::size_t at = 0; at < whole.size(); at += 61) {
    changed[at] ^= std::byte{0x40};
    EXPECT_FALSE(NameIndex::over(changed, nullptr, "changed").ok() && at >= sizeof(IndexHeader))
        << at;
    changed[at] ^= std::byte{0x40};
  }
  changed[8] = std::byte{99};  // the version
  EXPECT_EQ(NameIndex::over(changed, nullptr, "old").errors()[0].code, "P153");
}

// Whoever forges the hash as well is not believed either: nothing outside the bytes is read, which the
// sanitizers of the fuzzer watch (fuzz/index_fuzz.cpp); here it must only not crash.
TEST(IndexProperty, AForgedFileIsNeverReadOutside) {
  const PartyList list = full_list();
  const auto index = NameIndex::build({&list, 1});
  const auto whole = index->bytes();
  std::mt19937_64 random(5);
  for (int i = 0; i < 400; ++i) {
    auto forged = std::make_shared<std::vector<std::byte>>(whole.begin(), whole.end());
    for (int k = 0; k < 6; ++k) {
      const std::size_t at =
          sizeof(IndexHeader) + random() % (forged->size() - sizeof(IndexHeader));
      (*forged)[at] = static_cast<std::byte>(random());
    }
    const std::span<const std::byte> bytes(*forged);
    const std::uint64_t hash = index_hash(bytes.subspan(sizeof(IndexHeader)));
    std::memcpy(forged->data() + offsetof(IndexHeader, hash), &hash, sizeof(hash));
    const auto read = NameIndex::over(bytes, forged, "forged");
    ASSERT_TRUE(read.ok());
    Screener screener(*read);
    PartyQuery query;
    query.name = "Alpha Semiconductor";
    query.ids = {"91110108600001760P"};
    query.addresses = {"Room 704, 7/F, Star House, 3 Salisbury Road, Kowloon"};
    const std::vector<ScreenHit> hits = screener.screen(query);
    EXPECT_LE(hits.size(), 50U);
    for (const ScreenHit& hit : hits) EXPECT_LT(hit.entry, read->entries.size());
  }
}

TEST(Index, TheHashOfAnEntryIsOfAllItSays) {
  const ListEntry entry = full_list().entries[0];
  const auto differs = [&](auto change) {
    ListEntry other = entry;
    change(other);
    return entry_hash(other) != entry_hash(entry);
  };
  EXPECT_EQ(entry_hash(entry), entry_hash(full_list().entries[0]));
  EXPECT_TRUE(differs([](ListEntry& e) { e.names[1].weak = true; }));
  EXPECT_TRUE(differs([](ListEntry& e) { e.names.pop_back(); }));
  EXPECT_TRUE(differs([](ListEntry& e) { e.policy = ""; }));
  EXPECT_TRUE(differs([](ListEntry& e) { e.footnotes = 0; }));
  EXPECT_TRUE(differs([](ListEntry& e) { e.until.reset(); }));
  EXPECT_TRUE(differs([](ListEntry& e) { e.ids[0].number += "1"; }));
  EXPECT_TRUE(differs([](ListEntry& e) { e.countries = {"CN"}; }));
}

}  // namespace
}  // namespace licit
