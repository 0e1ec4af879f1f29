#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace licit {
namespace {

TEST(Date, CountsDaysFromTheEpoch) {
  EXPECT_EQ(Date::from_ymd(1970, 1, 1)->days(), 0);
  EXPECT_EQ(Date::from_ymd(1969, 12, 31)->days(), -1);
  // 2000-03-01 is day 11,017 of the Unix calendar (951868800 s / 86400).
  EXPECT_EQ(Date::from_ymd(2000, 3, 1)->days(), 11017);
}

TEST(Date, KnowsLeapYears) {
  EXPECT_TRUE(Date::from_ymd(2024, 2, 29));
  EXPECT_TRUE(Date::from_ymd(2000, 2, 29));
  EXPECT_FALSE(Date::from_ymd(2023, 2, 29));
  EXPECT_FALSE(Date::from_ymd(2100, 2, 29));
}

TEST(Date, ParsesIsoDaysOnly) {
  EXPECT_EQ(Date::parse("2023-11-17")->iso(), "2023-11-17");
  for (const char* bad : {"", "2023", "2023-11", "2023-11-17 ", "2023/11/17", "17.11.2023",
                          "2023-13-01", "2023-00-10", "2023-11-31", "2023-1-170", "20231117",
                          "-023-11-17", "1899-12-31", "2200-01-01", "2023-11-+7"})
    EXPECT_FALSE(Date::parse(bad)) << bad;
}

TEST(Date, TodayIsADayOfThisCentury) {
  EXPECT_GT(Date::today(), *Date::from_ymd(2020, 1, 1));
  EXPECT_LT(Date::today(), *Date::from_ymd(2199, 12, 31));
}

RC_GTEST_PROP(DateProperty, WrittenAndReadAgainIsTheSameDay, ()) {
  const auto days = *rc::gen::inRange(Date::from_ymd(1900, 1, 1)->days(),
                                      Date::from_ymd(2199, 12, 31)->days() + 1);
  const Date date(days);
  RC_ASSERT(Date::parse(date.iso()) == date);
}

RC_GTEST_PROP(DateProperty, LaterDaysSortLaterAsText, ()) {
  const auto days = *rc::gen::inRange(-25000, 80000);
  const auto more = *rc::gen::inRange(1, 3000);
  const Date early(days);
  RC_ASSERT(early < early.plus_days(more));
  RC_ASSERT(early.iso() < early.plus_days(more).iso());
  RC_ASSERT(early.plus_days(more).plus_days(-more) == early);
}

}  // namespace
}  // namespace licit
