#include "facts/value.h"

#include <gtest/gtest.h>

#include "facts/fact_set.h"

namespace licit {
namespace {

TEST(FactValue, IsWrittenAsAPersonWouldTypeIt) {
  EXPECT_EQ(FactValue::yes_no(true).text(), "yes");
  EXPECT_EQ(FactValue::of(FactType::Place, "CN").text(), "CN");
  EXPECT_EQ(FactValue::of(*Date::from_ymd(2024, 6, 3)).text(), "2024-06-03");
  EXPECT_EQ(FactValue::of(Interval::exactly(Number(2368)), "TPP").text(), "2368 TPP");
  EXPECT_EQ(FactValue::of(Interval{Number(300), Number(330)}, "mm2").text(), "300..330 mm2");
  EXPECT_EQ(FactValue::of(Interval::exactly(Number(8)), "").text(), "8");
  EXPECT_EQ(FactValue::set_of({}).text(), "none");
  EXPECT_EQ(FactValue::set_of({"a", "b"}).text(), "{a, b}");
  EXPECT_EQ(FactValue::unknown(FactType::Place).text(), "?");
  EXPECT_EQ(FactValue::unknown(FactType::SetOf).text(), "?");
}

TEST(FactValue, TwoCandidatesAreKnownButNotSettled) {
  FactValue value = FactValue::of(FactType::Place, "CN");
  value.candidates.emplace_back(std::string("MO"));
  EXPECT_FALSE(value.is_unknown());
  EXPECT_FALSE(value.is_settled());
  EXPECT_EQ(value.text(), "{CN, MO}");
}

TEST(FactValue, AnEmptySetIsKnownAndAnAbsentOneIsNot) {
  EXPECT_FALSE(FactValue::set_of({}).is_unknown());
  EXPECT_TRUE(FactValue::set_of({}).is_settled());
  EXPECT_TRUE(FactValue::unknown(FactType::SetOf).is_unknown());
  EXPECT_FALSE(FactValue::unknown(FactType::SetOf).is_settled());
}

TEST(FactValue, EqualityIsAboutWhatIsKnown) {
  FactValue catalogue = FactValue::of(Interval::exactly(Number(814)), "mm2", Origin::Catalogue);
  catalogue.confidence = Confidence::Low;
  EXPECT_EQ(catalogue, FactValue::of(Interval::exactly(Number(814)), "mm2"));
  EXPECT_FALSE(catalogue == FactValue::of(Interval::exactly(Number(814)), ""));
  EXPECT_FALSE(catalogue == FactValue::unknown(FactType::Number));
  EXPECT_EQ(FactValue::set_of({"a", "b"}), FactValue::set_of({"b", "a"}));
  EXPECT_FALSE(FactValue::set_of({}) == FactValue::unknown(FactType::SetOf));
}

TEST(FactSet, AFactThatNobodyStatedIsNotThere) {
  FactSet facts;
  EXPECT_EQ(facts.find("to.place"), nullptr);
  facts.set("to.place", FactValue::of(FactType::Place, "CN"));
  EXPECT_EQ(facts.find("to.place")->text(), "CN");
  facts.erase("to.place");
  EXPECT_EQ(facts.find("to.place"), nullptr);
}

TEST(FactSet, AnAliasIsReadUntilTheFactIsStated) {
  FactSet facts;
  facts.set("buyer.hq", FactValue::of(FactType::Place, "CN"));
  facts.alias("consignee.hq", "buyer.hq");
  EXPECT_EQ(facts.resolve("consignee.hq"), "buyer.hq");
  EXPECT_EQ(facts.find("consignee.hq")->text(), "CN");
  facts.set("consignee.hq", FactValue::of(FactType::Place, "DE"));
  EXPECT_EQ(facts.resolve("consignee.hq"), "consignee.hq");
  EXPECT_EQ(facts.find("consignee.hq")->text(), "DE");
  EXPECT_EQ(facts.find("buyer.hq")->text(), "CN");
}

TEST(FactSet, AliasesThatLookAtEachOtherDoNotLoop) {
  FactSet facts;
  facts.alias("a.x", "b.x");
  facts.alias("b.x", "a.x");
  facts.alias("c.x", "c.x");
  EXPECT_EQ(facts.find("a.x"), nullptr);
  EXPECT_EQ(facts.resolve("c.x"), "c.x");
}

}  // namespace
}  // namespace licit
