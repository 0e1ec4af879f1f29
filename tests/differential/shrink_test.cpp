// A fault sown on purpose: it is found on drawn laws, and what is reported is the least that shows it.
#include "differential/shrink.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "differential/drawn_question.h"

namespace licit::differential {
namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++out;
  return out;
}

// The first case on which an engine with the fault differs, or nothing within so many laws.
std::optional<Case> found(const TestedLaw::Fault& fault, std::size_t laws) {
  Manner manner;
  manner.days = days_of_drawn_laws();
  for (std::uint64_t n = 0; n < laws; ++n) {
    Chance chance(n);
    const LawText text = draw_law(chance);
    Result<law::Pack> pack = read_law(text);
    if (!pack.ok()) continue;
    TestedLaw law(std::move(pack).value(), few_places(), fault);
    const Clocks clocks = draw_clocks(manner, chance);
    for (std::size_t i = 0; i < 40; ++i) {
      const Query query = draw_question(law, manner, clocks, chance);
      if (!law.compare(query, true).difference.empty()) return Case{text, query};
    }
  }
  return {};
}

Case smallest(const Case& large, const TestedLaw::Fault& fault) {
  return shrink(large,
                [&](const Case& one) { return !difference(one, few_places(), fault).empty(); });
}

// "At least 20" read as "more than 20".
TEST(Shrink, ALimitTakenForStrictLeavesOneLimitAndTheNumberOnIt) {
  const TestedLaw::Fault fault = [](law::Pack& pack) {
    each_condition(pack, [](law::Expr& expr) {
      if (expr.kind == law::ExprKind::Compare &&
          expr.comparison == licit::Comparison::GreaterEqual) {
        expr.comparison = licit::Comparison::Greater;
      }
    });
  };
  const std::optional<Case> large = found(fault, 200);
  ASSERT_TRUE(large);
  const Case small = smallest(*large, fault);
  EXPECT_NE(difference(small, few_places(), fault), "");
  EXPECT_EQ(difference(small, few_places()), "");

  const std::string text = shown(small.law);
  EXPECT_LT(text.size() * 2, shown(large->law).size()) << text;
  EXPECT_EQ(count(text, ">="), 1U) << text;
  EXPECT_EQ(count(text, " and ") + count(text, " or "), 0U) << text;
  // Only the fact compared is left of the transaction.
  const FactSet& facts = small.query.candidates.front();
  EXPECT_LE(facts.all().size(), 1U) << shown(small.query);
  EXPECT_TRUE(small.query.readings.empty()) << shown(small.query);
}

// An exception that the engine never heard of.
TEST(Shrink, AnExceptionForgottenLeavesItAndWhatItServes) {
  const TestedLaw::Fault fault = [](law::Pack& pack) {
    std::erase_if(pack.defeats, [](const law::Defeat& defeat) {
      return defeat.kind == law::DefeatKind::Exception;
    });
  };
  const std::optional<Case> large = found(fault, 200);
  ASSERT_TRUE(large);
  const Case small = smallest(*large, fault);
  EXPECT_NE(difference(small, few_places(), fault), "");
  const std::string text = shown(small.law);
  EXPECT_EQ(count(text, "\nexception "), 1U) << text;
  EXPECT_EQ(count(text, "then license required") + count(text, "then prohibited"), 1U) << text;
}

TEST(Shrink, WithoutAFaultNothingIsFound) { EXPECT_FALSE(found({}, 12)); }

}  // namespace
}  // namespace licit::differential
