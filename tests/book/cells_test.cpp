// Numbers, days and words as people write them. Expected values are those of the written conventions
// (decimal marks and groups by country; ISO 8601 for days), not of the program.
#include "book/cells.h"

#include <gtest/gtest.h>
// RapidCheck needs GoogleTest before it.
#include <rapidcheck/gtest.h>

#include "base/date.h"
#include "book/support.h"

namespace licit::test {
namespace {

const Spot spot{"value", {.file = "o.csv", .line = 2, .column = 3}};
const CellStyle plain;
const CellStyle semicolons{.semicolons = true};
const CellStyle comma{.decimal = DecimalMark::Comma};
const CellStyle point{.decimal = DecimalMark::Point};

std::string number(std::string_view cell, const CellStyle& style = plain, bool whole = false) {
  const auto read = plain_number(cell, style, spot, whole);
  return read ? *read : "!" + read.errors()[0].code;
}

TEST(CellNumbers, WhatHasOneReadingNeedsNoOption) {
  EXPECT_EQ(number("1234"), "1234");
  EXPECT_EQ(number("1234.5"), "1234.5");
  EXPECT_EQ(number("1.234,56"), "1234.56");
  EXPECT_EQ(number("1,234.56"), "1234.56");
  EXPECT_EQ(number("1 234,5"), "1234.5");
  EXPECT_EQ(number("1\xC2\xA0"
                   "234\xC2\xA0"
                   "567,50"),
            "1234567.50");
  EXPECT_EQ(number("1\xE2\x80\xAF"
                   "234,5"),
            "1234.5");
  EXPECT_EQ(number("1'234'567.25"), "1234567.25");
  EXPECT_EQ(number("1,234,567"), "1234567");
  EXPECT_EQ(number("1.234.567"), "1234567");
  EXPECT_EQ(number("12,34,567"), "1234567");
  EXPECT_EQ(number("12,5"), "12.5");
  EXPECT_EQ(number("0,125"), "0.125");
  EXPECT_EQ(number("12,3456"), "12.3456");
  EXPECT_EQ(number("+7"), "7");
  EXPECT_EQ(number(".5"), "0.5");
}

TEST(CellNumbers, WhatHasTwoNamesTheOption) {
  for (const auto& style : {plain, semicolons}) {
    const auto read = plain_number("1,234", style, spot);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.errors()[0].code, "B012");
    const std::string message = one_line(read.errors()[0], Language::En);
    EXPECT_PRED2(contains, message, "o.csv:2:3");
    EXPECT_PRED2(contains, message, "1234 or 1.234");
    EXPECT_PRED2(contains, message, "--decimal point reads it as 1234");
    EXPECT_PRED2(contains, message, "--decimal comma reads it as 1.234");
  }
  EXPECT_EQ(number("1.234"), "1.234");
  EXPECT_EQ(number("1.234", semicolons), "!B012");
  EXPECT_EQ(number("1.234", plain, true), "!B012");
}

TEST(CellNumbers, ToldTheMarkItIsThatMark) {
  EXPECT_EQ(number("1.234", comma), "1234");
  EXPECT_EQ(number("1,234", comma), "1.234");
  EXPECT_EQ(number("1.234,5", comma), "1234.5");
  EXPECT_EQ(number("1,234", point), "1234");
  EXPECT_EQ(number("1.234", point), "1.234");
}

TEST(CellNumbers, WhatIsNoNumber) {
  for (const char* cell :
       {"abc", "12a", "1,23,4", "1.2.3", "1 23", "12,345,67", "1,234 567", "1.5e6", "1.2E+06",
        "--5", "(5)", "1,,2", ".", ",", "#REF!", "1.234,56,7"})
    EXPECT_EQ(number(cell), "!B012") << cell;
  EXPECT_EQ(number("12345678901234567890123"), "!B012");
  EXPECT_EQ(number("-5"), "!B014");
  EXPECT_EQ(number("\xE2\x88\x92"
                   "5"),
            "!B014");
}

RC_GTEST_PROP(CellNumbersProperty, GroupedAsEitherSideOfTheChannelWritesIt,
              (std::uint32_t n, std::uint8_t c)) {
  const std::string cents = std::to_string(100 + c % 100).substr(1);
  std::string digits = std::to_string(n);
  std::string us;
  std::string de;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) {
      us += ',';
      de += '.';
    }
    us += digits[i];
    de += digits[i];
  }
  RC_ASSERT(number(us + "." + cents, point) == digits + "." + cents);
  RC_ASSERT(number(de + "," + cents, comma) == digits + "." + cents);
  // Two decimals leave no doubt.
  RC_ASSERT(number(us + "." + cents) == digits + "." + cents);
  RC_ASSERT(number(de + "," + cents) == digits + "." + cents);
}

std::string worth(std::string_view cell, std::string_view currency = "") {
  const auto read = money(cell, currency, plain, spot);
  return read ? read->amount + " " + read->currency : "!" + read.errors()[0].code;
}

TEST(CellMoney, CodesAndSymbols) {
  EXPECT_EQ(worth("12,000.50 USD"), "12000.50 USD");
  EXPECT_EQ(worth("eur 1.234,56"), "1234.56 EUR");
  EXPECT_EQ(worth("€12.50"), "12.50 EUR");
  EXPECT_EQ(worth("12,50 €"), "12.50 EUR");
  EXPECT_EQ(worth("$12.50", "usd"), "12.50 USD");
  EXPECT_EQ(worth("12.50", "CNY"), "12.50 CNY");
  EXPECT_EQ(worth("$12.50"), "!B015");
  EXPECT_EQ(worth("12.50 USD", "EUR"), "!B015");
}

std::string quantity(std::string_view cell, const CellStyle& style = plain) {
  const auto read = quantity_text(cell, style, spot);
  return read ? *read : "!" + read.errors()[0].code;
}

TEST(CellQuantities, RangesAndUnitsStay) {
  EXPECT_EQ(quantity("300..330 mm2"), "300..330 mm2");
  EXPECT_EQ(quantity("300,5..330,25 mm2"), "300.5..330.25 mm2");
  EXPECT_EQ(quantity("900.."), "900..");
  EXPECT_EQ(quantity("..5"), "..5");
  EXPECT_EQ(quantity("2.368,5 TPP", comma), "2368.5 TPP");
  EXPECT_EQ(quantity("unknown"), "unknown");
}

std::string day(std::string_view cell, DateOrder order = DateOrder::Iso) {
  const auto read = iso_day(cell, {.dates = order}, spot);
  return read ? *read : "!" + read.errors()[0].code;
}

TEST(CellDays, IsoAlways) {
  for (const DateOrder order : {DateOrder::Iso, DateOrder::Dmy, DateOrder::Mdy}) {
    EXPECT_EQ(day("2024-06-03", order), "2024-06-03");
    EXPECT_EQ(day("2024/6/3", order), "2024-06-03");
    EXPECT_EQ(day("20240603", order), "2024-06-03");
    EXPECT_EQ(day("2024-06-03T00:00:00Z", order), "2024-06-03");
    EXPECT_EQ(day("2024-06-03 00:00", order), "2024-06-03");
  }
}

TEST(CellDays, OtherOrdersOnlyWhenTold) {
  EXPECT_EQ(day("03.06.2024", DateOrder::Dmy), "2024-06-03");
  EXPECT_EQ(day("3/6/2024", DateOrder::Dmy), "2024-06-03");
  EXPECT_EQ(day("06/03/2024", DateOrder::Mdy), "2024-06-03");
  EXPECT_EQ(day("03.06.2024"), "!B013");
  // Even where the calendar leaves one reading only.
  EXPECT_EQ(day("25/12/2024"), "!B013");
  const auto read = iso_day("03/06/2024", plain, spot);
  const std::string message = one_line(read.errors()[0], Language::En);
  EXPECT_PRED2(contains, message, "--dates dmy reads it as 2024-06-03");
  EXPECT_PRED2(contains, message, "--dates mdy reads it as 2024-03-06");
}

TEST(CellDays, WhatIsNoDay) {
  for (const char* cell :
       {"03.06.24", "June 3, 2024", "99/99/2024", "1.2", "20241399", "a.b.c", "3.6.2024.1"})
    EXPECT_EQ(day(cell), "!B013") << cell;
  const auto serial = iso_day("45446", plain, spot);
  EXPECT_PRED2(contains, one_line(serial.errors()[0], Language::En), "count of days");
}

RC_GTEST_PROP(CellDaysProperty, EveryDayInEveryOrder, ()) {
  const Date some(*rc::gen::inRange(-25'000, 80'000));
  const std::string iso = some.iso();
  const std::string y = iso.substr(0, 4);
  const std::string m = iso.substr(5, 2);
  const std::string d = iso.substr(8, 2);
  RC_ASSERT(day(d + "." + m + "." + y, DateOrder::Dmy) == iso);
  RC_ASSERT(day(m + "/" + d + "/" + y, DateOrder::Mdy) == iso);
  RC_ASSERT(day(y + m + d) == iso);
}

TEST(CellWords, YesNoAndKinds) {
  for (const char* yes : {"yes", "Y", "OUI", "1", "true", "Ja"})
    EXPECT_EQ(yes_no_word(yes), "yes") << yes;
  for (const char* no : {"no", "N", "non", "0", "FALSE", "nein"})
    EXPECT_EQ(yes_no_word(no), "no") << no;
  EXPECT_EQ(yes_no_word("unknown"), "unknown");
  EXPECT_EQ(kind_word("Re-Export"), "reexport");
  EXPECT_EQ(kind_word("Transfer (in-country)"), "transfer");
  EXPECT_EQ(kind_word("réexportation"), "reexport");
  EXPECT_EQ(kind_word("gift"), "gift");
}

TEST(CellWords, MarksThatStandForNothing) {
  for (const char* mark : {"", "n/a", "#N/A", "-", "NULL", "—"})
    EXPECT_TRUE(is_not_given(mark)) << mark;
  // NA is Namibia, and none is an answer.
  for (const char* word : {"NA", "none", "0", "#REF!"}) EXPECT_FALSE(is_not_given(word)) << word;
}

}  // namespace
}  // namespace licit::test
