// Groups of places by the sets of a small law: "watched" lists RU and, from 2023-06-01, CN, which Hong Kong
// follows since 2020-12-23 (law/places.csv).
#include "decide/place_names.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "decide/tools_support.h"

namespace licit {
namespace {

using Words = std::vector<std::string>;

class PlaceNamesTest : public ::testing::Test {
 protected:
  PlaceNames name(const Words& codes, const char* day = "2024-01-01") const {
    const LawAt law(pack_, *Date::parse(day), {});
    return PlaceNamer(law, testing::places()).name(codes);
  }
  static Words all_but(const Words& codes) {
    Words out;
    for (const PlaceRow& row : testing::places().all()) {
      const bool left_out = std::find(codes.begin(), codes.end(), row.code) != codes.end();
      if (!left_out && !testing::places().indeterminate(row.code)) out.push_back(row.code);
    }
    return out;
  }

  law::Pack pack_ = testing::toy_pack();
};

TEST_F(PlaceNamesTest, ASetByItsName) {
  const PlaceNames names = name({"CN", "HK", "RU"});
  EXPECT_EQ(names.sets, Words{"watched"});
  EXPECT_TRUE(names.also.empty() && names.but.empty() && names.less.empty());
  EXPECT_FALSE(names.anywhere);
}

TEST_F(PlaceNamesTest, ASetAndAPlaceMoreOrLess) {
  EXPECT_EQ(name({"CN", "HK", "MO", "RU"}).sets, Words{"watched"});
  EXPECT_EQ(name({"CN", "HK", "MO", "RU"}).also, Words{"MO"});
  EXPECT_EQ(name({"CN", "HK"}).also, (Words{"CN", "HK"}));
}

TEST_F(PlaceNamesTest, EverywhereButASet) {
  const PlaceNames names = name(all_but({"CN", "HK", "RU"}));
  EXPECT_TRUE(names.anywhere);
  EXPECT_EQ(names.less, Words{"watched"});
  EXPECT_TRUE(names.but.empty());
  EXPECT_TRUE(name(all_but({})).anywhere);
  EXPECT_EQ(name(all_but({"DE"})).but, Words{"DE"});
}

TEST_F(PlaceNamesTest, TheSetIsThatOfTheDay) {
  // Before 2023-06-01 the set has one place, which is no shorter than the place itself.
  const PlaceNames names = name({"CN", "HK", "RU"}, "2023-05-31");
  EXPECT_TRUE(names.sets.empty());
  EXPECT_EQ(names.also.size(), 3U);
}

}  // namespace
}  // namespace licit
