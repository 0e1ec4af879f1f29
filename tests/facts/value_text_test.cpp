#include "facts/value_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tables.h"

namespace licit {
namespace {

using test::explain;
using test::places;
using Words = std::vector<std::string>;

const FactSpec area{FactType::Number, "mm2", {}};
const FactSpec count{FactType::Number, "count", {}};
const FactSpec yes_no{FactType::YesNo, "", {}};
const FactSpec date{FactType::Date, "", {}};
const FactSpec place{FactType::Place, "", {}};
const FactSpec name{FactType::Name, "", {}};
const FactSpec kind{FactType::OneOf, "", {"integrated-circuit", "assembly", "computer"}};
const FactSpec notices{FactType::SetOf, "", {}};
const FactSpec lists{FactType::SetOf, "", {"entity-list", "mil-end-user"}};

std::string read(const FactSpec& spec, std::string_view text) {
  const auto value = parse_value(spec, text, places(), {"f", {}});
  return value.ok() ? value->text() : value.errors().front().code;
}

TEST(ParseValue, Numbers) {
  EXPECT_EQ(read(area, "814"), "814 mm2");
  EXPECT_EQ(read(area, " 814 mm2 "), "814 mm2");
  EXPECT_EQ(read(area, "814mm²"), "814 mm2");
  EXPECT_EQ(read(area, "300..330 mm2"), "300..330 mm2");
  EXPECT_EQ(read(area, "900.."), "900.. mm2");
  EXPECT_EQ(read(area, "..5"), "..5 mm2");
  EXPECT_EQ(read(area, "608.5"), "608.5 mm2");
  EXPECT_EQ(read({FactType::Number, "GB/s", {}}, "3.35 TB/s"), "3350 GB/s");
  EXPECT_EQ(read({FactType::Number, "TOPS", {}}, "1 PFLOPS"), "1000 TOPS");
  EXPECT_EQ(read(count, "8"), "8");
  EXPECT_EQ(read(count, "8 count"), "8");
}

TEST(ParseValue, WhatIsNotAQuantityOfThatUnitIsRefused) {
  for (const char* bad :
       {"abc", "..", "330..300", "-5", "1,000", "1'000", "1e", "e3", "1e3.5", "5 GB/s", "5 Gb/s",
        "5..6..7", "{1, 2}", "5 mm2 6", "\"5\"", "12345678901234567890"})
    EXPECT_EQ(read(area, bad), "F005") << bad;
  EXPECT_EQ(read(count, "8.5"), "F005");
  EXPECT_EQ(read(count, "8 mm2"), "F005");
  EXPECT_EQ(read({FactType::Number, "GB/s", {}}, "999999999999999999 TB/s"), "F005");
}

// docs/facts.md, "How values are written": 1e3 is 1000, exactly or not at all.
TEST(ParseValue, AnExponentIsWorkedOutExactly) {
  EXPECT_EQ(read(area, "1e3"), "1000 mm2");
  EXPECT_EQ(read(area, "2.5E+2 mm2"), "250 mm2");
  EXPECT_EQ(read(area, "5e-1"), "0.5 mm2");
  EXPECT_EQ(read(area, "1e2..3e2"), "100..300 mm2");
  EXPECT_EQ(read(area, "0e99"), "0 mm2");
  EXPECT_EQ(read(count, "2.55e1"), "F005");
  EXPECT_EQ(read({FactType::Number, "USD", {}}, "26.9e6 USD"), "26900000 USD");
}

TEST(ParseValue, ANumberTooLargeToBeKeptIsSaidToBe) {
  for (const char* large : {"1e19", "10e99", "1e-19", "12345678901234567890", "1..1e30"}) {
    const auto value = parse_value(area, large, places(), {"f", {}});
    ASSERT_FALSE(value.ok()) << large;
    EXPECT_EQ(value.errors().front().code, "F005") << large;
    EXPECT_EQ(value.errors().front().message.key, Msg::NumberOverflow) << large;
  }
}

// 15 CFR 774 Supp. 1, ECCN 4E091: trained on 10^26 operations or more.
TEST(ParseValue, OperationsAreCountedInYopOf24Zeros) {
  const FactSpec operations{FactType::Number, "Yop", {}};
  for (const char* same : {"3e26", "3e26 operations", "3e26 FLOP", "300 Yop", "300Yop", "3.0e+26",
                           "3e26 op\u00e9rations", "30e25"})
    EXPECT_EQ(read(operations, same), "300 Yop") << same;
  EXPECT_EQ(read(operations, "1e26..3e26"), "100..300 Yop");
  EXPECT_EQ(read(operations, "1e26.. FLOP"), "100.. Yop");
  EXPECT_EQ(read(operations, "..99.5 Yop"), "..99.5 Yop");
  EXPECT_EQ(read(operations, "9.99999e25"), "99.9999 Yop");
  EXPECT_EQ(read(operations, "0"), "0 Yop");
  EXPECT_EQ(read(operations, "1e24"), "1 Yop");
  // FLOPS are a rate; a count of nothing in particular may be either.
  EXPECT_EQ(read(operations, "3e26 FLOPS"), "F005");
  EXPECT_EQ(read(operations, "3e26 TPP"), "F005");
  for (const char* bare : {"300", "100..300", "1e26..300"}) {
    const auto value = parse_value(operations, bare, places(), {"f", {}});
    ASSERT_FALSE(value.ok()) << bare;
    EXPECT_EQ(value.errors().front().message.key, Msg::FactBareOperations) << bare;
  }
  EXPECT_EQ(read(operations, "1e43"), "F005");
}

TEST(ParseValue, UnknownIsAValueOfEveryType) {
  for (const FactSpec& spec : {area, yes_no, date, place, name, kind, notices}) {
    for (const char* text : {"unknown", "?", "Unknown", "inconnu"}) {
      const auto value = parse_value(spec, text, places(), {"f", {}});
      ASSERT_TRUE(value.ok());
      EXPECT_TRUE(value->is_unknown());
      EXPECT_EQ(value->type, spec.type);
      EXPECT_EQ(value->origin, Origin::Given);
    }
  }
}

TEST(ParseValue, YesNoDatesPlacesWords) {
  EXPECT_EQ(read(yes_no, "Yes"), "yes");
  EXPECT_EQ(read(yes_no, "non"), "no");
  EXPECT_EQ(read(yes_no, "maybe"), "F005");
  EXPECT_EQ(read(date, "2024-06-03"), "2024-06-03");
  EXPECT_EQ(read(date, "2023-02-29"), "F003");
  EXPECT_EQ(read(date, "03.06.2024"), "F003");
  EXPECT_EQ(read(place, "Hong Kong"), "HK");
  EXPECT_EQ(read(place, "{CN, Macao}"), "{CN, MO}");
  EXPECT_EQ(read(place, "Atlantis"), "F002");
  EXPECT_EQ(read(kind, "Integrated Circuit"), "integrated-circuit");
  EXPECT_EQ(read(kind, "server"), "F005");
  EXPECT_EQ(read(name, "Dell, Inc."), "Dell, Inc.");
  EXPECT_EQ(read(name, "\"Dell\""), "Dell");
  EXPECT_EQ(read(name, "\"a \\\"b\\\" \\\\\""), "a \"b\" \\");
  EXPECT_EQ(read(name, "\"unknown\""), "unknown");
}

TEST(ParseValue, Sets) {
  EXPECT_EQ(read(notices, "none"), "none");
  EXPECT_EQ(read(notices, "{}"), "none");
  EXPECT_EQ(read(notices, "a;b , c"), "{a, b, c}");
  EXPECT_EQ(read(notices, "{ a, b }"), "{a, b}");
  EXPECT_EQ(read(notices, "a;a"), "{a}");
  EXPECT_EQ(read(notices, "a;none"), "F005");
  EXPECT_EQ(read(notices, "a;unknown"), "F005");
  EXPECT_EQ(read(lists, "Entity List"), "{entity-list}");
  EXPECT_EQ(read(lists, "entity-list; sdn"), "F005");
}

TEST(ParseValue, BracketsAndQuotesMustClose) {
  for (const char* bad : {"{CN", "CN}", "{", "}", "{}"}) EXPECT_NE(read(place, bad), "CN") << bad;
  EXPECT_EQ(read(place, "{CN"), "F005");
  EXPECT_EQ(read(place, "{}"), "F005");
  EXPECT_EQ(read(name, "\"a\"b\""), "F005");
  EXPECT_EQ(read(name, ""), "F005");
  EXPECT_EQ(read(name, "\"\""), "F005");
  EXPECT_EQ(read(name, "T\xFCrkiye"), "F005");
}

TEST(ParseValue, AnErrorNamesTheFieldThePlaceAndTheNearestWord) {
  Spot spot;
  spot.field = "to";
  spot.place = {"orders.csv", 7, 12, 0, 0};
  const auto value = parse_value(place, "Germny", places(), spot);
  ASSERT_FALSE(value.ok());
  const std::string text = value.errors().front().render(Language::En);
  EXPECT_EQ(text.find("orders.csv:7:12: error[F002]: to: `Germny`"), 0U) << text;
  EXPECT_NE(text.find("Germany"), std::string::npos) << text;
  EXPECT_NE(value.errors().front().render(Language::Fr).find("n'est pas un lieu"),
            std::string::npos);
}

TEST(SplitList, KeepsWhatIsInQuotesTogether) {
  EXPECT_EQ(split_list("a; b ;;c", ";"), (Words{"a", "b", "c"}));
  EXPECT_EQ(split_list("\"a;b\";c", ";"), (Words{"a;b", "c"}));
  EXPECT_EQ(split_list("\"a\\\";b\";c", ";"), (Words{"a\";b", "c"}));
  EXPECT_EQ(split_list("\"a\\", ";"), (Words{"\"a\\"}));
  EXPECT_EQ(split_list("", ";"), Words{});
}

// What is shown can be typed again and means the same.
RC_GTEST_PROP(ValueTextProperty, AQuantityIsReadBackAsItIsWritten, ()) {
  const auto edge = rc::gen::map(rc::gen::inRange<std::int64_t>(0, 10'000'000),
                                 [](std::int64_t n) { return *Number::fraction(n, 1000); });
  const Number a = *edge;
  const Number b = *edge;
  Interval interval{std::min(a, b), std::max(a, b)};
  if (*rc::gen::arbitrary<bool>()) interval.hi.reset();
  const FactValue value = FactValue::of(interval, "mm2");
  const auto again = parse_value(area, value.text(), places(), {"f", {}});
  RC_ASSERT(again.ok());
  RC_ASSERT(again.value() == value);
}

RC_GTEST_PROP(ValueTextProperty, ASetOfAnyWordsIsReadBackAsItIsWritten, ()) {
  const auto word = rc::gen::nonEmpty(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab ,;{}\"\\-"))));
  std::vector<std::string> words = *rc::gen::container<std::vector<std::string>>(word);
  for (const std::string& w : words) RC_PRE(w.find_first_not_of(' ') != std::string::npos);
  const FactValue value = FactValue::set_of(words);
  const auto again = parse_value(notices, value.text(), places(), {"f", {}});
  RC_ASSERT(again.ok());
  RC_ASSERT(again.value() == value);
}

}  // namespace
}  // namespace licit
