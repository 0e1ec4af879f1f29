#include "base/number.h"

#include <gtest/gtest.h>

#include <limits>

namespace licit {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

Number number(const char* text) {
  const auto parsed = Number::parse(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Number(-1));
}

TEST(Number, IsKeptAsAReducedFraction) {
  EXPECT_EQ(Number::fraction(6, -4)->num(), -3);
  EXPECT_EQ(Number::fraction(6, -4)->den(), 2);
  EXPECT_FALSE(Number::fraction(1, 0));
  EXPECT_EQ(number("0.50"), *Number::fraction(1, 2));
}

TEST(Number, ParsesPlainDecimalsOnly) {
  EXPECT_EQ(number("5").num(), 5);
  EXPECT_EQ(number("-3"), Number(-3));
  EXPECT_EQ(number("2.91"), *Number::fraction(291, 100));
  EXPECT_EQ(number("007"), Number(7));
  for (const char* bad : {"", ".", "5.", ".5", "1e3", "0x10", "600,000", "1 000", "--1", "1.2.3",
                          "\xD9\xA3", "1234567890123456789"})
    EXPECT_FALSE(Number::parse(bad)) << bad;
}

TEST(Number, ComparesByCrossMultiplication) {
  // 4799.99 / 811 lies below 5.92 = 4799.99 / 810.8...: the eighth digit decides.
  EXPECT_LT(*number("4799.99").over(Number(811)), number("5.92"));
  EXPECT_GT(*number("4801.13").over(Number(811)), number("5.92"));
  EXPECT_EQ(*number("2368").over(Number(740)), number("3.2"));
}

TEST(Number, OverflowIsEmptyAndNeverWraps) {
  EXPECT_FALSE(Number(largest).plus(Number(1)));
  EXPECT_FALSE(Number(largest).times(Number(2)));
  EXPECT_FALSE(Number(1).over(Number(0)));
  EXPECT_EQ(*Number(largest).times(*Number::fraction(1, largest)), Number(1));
  EXPECT_LT(*Number::fraction(largest - 1, largest), Number(1));
}

TEST(Number, ShowsDecimalsRoundedHalfAway) {
  EXPECT_EQ(number("2.910").decimal(), "2.91");
  EXPECT_EQ(Number::fraction(2, 3)->decimal(2), "0.67");
  EXPECT_EQ(Number::fraction(1, 8)->decimal(2), "0.13");
  EXPECT_EQ(Number::fraction(-1, 8)->decimal(2), "-0.13");
  EXPECT_EQ(Number::fraction(-1, 1000)->decimal(2), "0");
  EXPECT_EQ(Number(4800).decimal(), "4800");
}

TEST(Interval, IsWrittenAsRead) {
  EXPECT_EQ(Interval::exactly(Number(5)).text(), "5");
  EXPECT_EQ((Interval{Number(300), Number(330)}).text(), "300..330");
  EXPECT_EQ((Interval{Number(900), {}}).text(), "900..");
  EXPECT_EQ((Interval{{}, Number(5)}).text(), "..5");
  EXPECT_EQ(Interval::anything().text(), "?");
}

TEST(Compare, EndsCount) {
  const Interval b{Number(900), Number(1000)};
  EXPECT_EQ(compare(b, Comparison::GreaterEqual, Interval::exactly(Number(900))), Truth::Yes);
  EXPECT_EQ(compare(b, Comparison::Greater, Interval::exactly(Number(900))), Truth::Unknown);
  EXPECT_EQ(compare(b, Comparison::Greater, Interval::exactly(Number(1000))), Truth::No);
  EXPECT_EQ(compare(b, Comparison::LessEqual, Interval::exactly(Number(1000))), Truth::Yes);
  EXPECT_EQ(compare(b, Comparison::Equal, Interval::exactly(Number(950))), Truth::Unknown);
  EXPECT_EQ(compare(b, Comparison::NotEqual, Interval::exactly(Number(899))), Truth::Yes);
  EXPECT_EQ(compare(Interval::anything(), Comparison::Less, b), Truth::Unknown);
}

TEST(IntervalArithmetic, AnAbsentEndStaysAbsent) {
  const Interval open{Number(900), {}};
  EXPECT_EQ(*plus(open, Interval::exactly(Number(64))), (Interval{Number(964), {}}));
  EXPECT_EQ(*times(open, Interval::exactly(Number(2))), (Interval{Number(1800), {}}));
  // A divisor that may be nothing leaves the quotient without an upper end.
  EXPECT_EQ(*over(Interval::exactly(Number(10)), Interval{Number(0), Number(5)}),
            (Interval{Number(2), {}}));
  EXPECT_EQ(max_of(open, Interval::exactly(Number(1000))), (Interval{Number(1000), {}}));
  EXPECT_EQ(min_of(open, Interval::exactly(Number(1000))), (Interval{Number(900), Number(1000)}));
}

}  // namespace
}  // namespace licit
