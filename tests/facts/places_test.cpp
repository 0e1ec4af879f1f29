#include "facts/places.h"

#include <gtest/gtest.h>

#include <set>

#include "tables.h"

namespace licit {
namespace {

using Codes = std::vector<std::string>;
using test::places;

Date day(const char* iso) { return *Date::parse(iso); }

std::string code_of(std::string_view typed) {
  const PlaceRow* place = places().find(typed);
  return place ? place->code : "";
}

// 249 codes of ISO 3166-1, Kosovo, and the four Ukrainian regions of 15 CFR 746.6 (issue, section 3).
TEST(Places, HasAll254) {
  EXPECT_EQ(places().all().size(), 254U);
  std::set<std::string> codes;
  for (const PlaceRow& place : places().all()) codes.insert(place.code);
  EXPECT_EQ(codes.size(), 254U);
}

TEST(Places, AreFoundByEveryNameTheyHave) {
  for (const PlaceRow& place : places().all()) {
    EXPECT_EQ(code_of(place.code), place.code);
    EXPECT_EQ(code_of(place.en), place.code);
    EXPECT_EQ(code_of(place.fr), place.code);
    EXPECT_TRUE(place.iso3.empty() || code_of(place.iso3) == place.code) << place.iso3;
    EXPECT_EQ(places().by_code(place.code), &place);
  }
}

TEST(Places, AreFoundAsPeopleTypeThem) {
  EXPECT_EQ(code_of("china"), "CN");
  EXPECT_EQ(code_of("People's Republic of China"), "CN");
  EXPECT_EQ(code_of("Hong Kong, China"), "HK");
  EXPECT_EQ(code_of("uae"), "AE");
  EXPECT_EQ(code_of("émirats arabes unis"), "AE");
  EXPECT_EQ(code_of("Turkey"), "TR");
  EXPECT_EQ(code_of("TÜRKIYE"), "TR");
  EXPECT_EQ(code_of("south korea"), "KR");
  EXPECT_EQ(code_of("Cote d'Ivoire"), "CI");
  EXPECT_EQ(code_of("viet nam"), "VN");
  EXPECT_EQ(code_of("Crimea"), "UA-43");
}

TEST(Places, AreNeverGuessed) {
  for (const char* typed : {"", " ", "Atlantis", "Chinaa", "Chin", "XX", "Congo", "D:5", "EU"})
    EXPECT_EQ(places().find(typed), nullptr) << typed;
  EXPECT_EQ(places().nearest_names("Chinaa").front(), "China");
  EXPECT_EQ(places().nearest_names("Germny").front(), "Germany");
}

TEST(Places, AreSuggestedOnceEachByName) {
  using Names = std::vector<std::string>;
  const std::vector<std::pair<const char*, Names>> typed{
      {"Untied Arab Emirates", {"United Arab Emirates"}},
      {"Isreal", {"Israel"}},
      {"Korea", {"North Korea", "South Korea"}},
      {"Vietname", {"Vietnam"}},
      {"Singpore", {"Singapore"}},
      {"Singapur", {"Singapour"}},
      {"Allemange", {"Allemagne"}},
      {"Saudi", {"Saudi Arabia"}},
      {"Netherland", {"Netherlands"}},
      {"Malasia", {"Malaysia"}},
      {"Kazakstan", {"Kazakhstan"}},
      {"Congo", {"Congo (Democratic Republic)", "Congo (Republic)"}},
      {"EU", {}},
  };
  for (const auto& [word, expected] : typed) {
    Names near = places().nearest_names(word);
    ASSERT_GE(near.size(), expected.size()) << word;
    near.resize(expected.size());
    std::sort(near.begin(), near.end());
    EXPECT_EQ(near, expected) << word;
  }
  EXPECT_TRUE(places().nearest_names("EU").empty());
}

TEST(Places, OtherSpellingsOfTheirNames) {
  EXPECT_EQ(code_of("Taiwan, China"), "TW");
  EXPECT_EQ(code_of("N. Korea"), "KP");
  EXPECT_EQ(code_of("Belorussia"), "BY");
}

// 85 FR 83765: Hong Kong is no separate destination from 2020-12-23.
TEST(Places, HongKongFollowsChinaFromItsDay) {
  EXPECT_EQ(places().lineage("HK", day("2020-12-22")), (Codes{"HK"}));
  EXPECT_EQ(places().lineage("HK", day("2020-12-23")), (Codes{"HK", "CN"}));
}

// Supp. 1 to part 740 lists Macau in a row of its own: it follows nobody.
TEST(Places, MacauFollowsNobody) {
  EXPECT_EQ(places().lineage("MO", day("2024-06-03")), (Codes{"MO"}));
}

// 15 CFR 738.3(b) gives the Cayman Islands as its example; Supp. 1 to part 740, footnote 4: Crimea.
TEST(Places, TerritoriesAndRegionsFollowTheirParent) {
  EXPECT_EQ(places().lineage("KY", day("2024-06-03")), (Codes{"KY", "GB"}));
  EXPECT_EQ(places().lineage("PR", day("2024-06-03")), (Codes{"PR", "US"}));
  EXPECT_EQ(places().lineage("LI", day("2024-06-03")), (Codes{"LI", "CH"}));
  EXPECT_EQ(places().lineage("UA-43", day("2024-06-03")), (Codes{"UA-43", "UA"}));
  EXPECT_EQ(places().lineage("UA", day("2024-06-03")), (Codes{"UA"}));
}

TEST(Places, UnlistedOnesAreIndeterminate) {
  EXPECT_TRUE(places().indeterminate("PS"));
  EXPECT_TRUE(places().indeterminate("AQ"));
  EXPECT_FALSE(places().indeterminate("CN"));
  EXPECT_FALSE(places().indeterminate("KY"));
  EXPECT_FALSE(places().indeterminate("nowhere"));
}

constexpr std::string_view heading = "code,iso3,en,fr,listing,follows,follows_from,aliases,note\n";

std::string code_of_fault(const std::string& rows) {
  const auto parsed = Places::parse(std::string(heading) + rows, "p.csv");
  return parsed.ok() ? "" : parsed.errors().front().code;
}

TEST(Places, AFaultyTableIsRefused) {
  EXPECT_EQ(code_of_fault("CN,CHN,China,Chine,listed,,,,\n"), "");
  EXPECT_EQ(code_of_fault("CN,CHN,China,Chine,listed,,,,\nTW,TWN,Taiwan,Chine,listed,,,,\n"),
            "F025");
  EXPECT_EQ(code_of_fault("HK,HKG,Hong Kong,Hong Kong,inherited,CN,,,\n"), "F026");
  EXPECT_EQ(code_of_fault("HK,HKG,Hong Kong,Hong Kong,inherited,HK,,,\n"), "F026");
  EXPECT_EQ(code_of_fault("CN,CHN,China,Chine,listed,,2020-02-30,,\n"), "F003");
  EXPECT_EQ(Places::parse("code,en\nCN,China\n").errors().front().code, "F024");
}

TEST(Places, PlacesThatFollowEachOtherDoNotLoop) {
  std::string table(heading);
  table += "A,,Aa,Aa,inherited,B,,,\nB,,Bb,Bb,inherited,A,,,\n";
  const auto parsed = Places::parse(table);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed->lineage("A", day("2024-06-03")), (Codes{"A", "B"}));
}

}  // namespace
}  // namespace licit
