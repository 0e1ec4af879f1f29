// Regions against the text of 3A090 (15 CFR 774 Supp. 1, as of 2023-11-17) and against the reference.
#include "decide/region.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "decide/both_engines.h"

namespace licit {
namespace {

std::string text_of(const RegionLimit& limit) {
  std::string out = limit.fact;
  if (limit.low) out += (limit.low->counts ? " >= " : " > ") + limit.low->at.decimal();
  if (limit.high) out += (limit.high->counts ? " <= " : " < ") + limit.high->at.decimal();
  for (const std::string& word : limit.words) out += ' ' + word;
  return out;
}

Encoded circuits_to_china(Asked& asked) {
  const BothEngines& law = small_law();
  for (const law::Reading& reading : law.pack.readings) {
    asked.readings[reading.id] = reading.default_alternative;
  }
  FactSet facts;
  facts.set("item.kind", FactValue::of(FactType::OneOf, "integrated-circuit"));
  facts.set("item.subject-to-ear", FactValue::yes_no(true));
  facts.set("item.datacenter", FactValue::yes_no(true));
  facts.set("transfer.kind", FactValue::of(FactType::OneOf, "export"));
  facts.set("from.place", FactValue::of(FactType::Place, "US"));
  facts.set("exporter.notices", FactValue::set_of({}));
  for (const char* place :
       {"to.place", "buyer.place", "buyer.hq", "buyer.parent-hq", "consignee.hq",
        "consignee.parent-hq", "end-user.hq", "end-user.parent-hq"}) {
    facts.set(place, FactValue::of(FactType::Place, "CN"));
  }
  return encoded(law, asked, facts);
}

TEST(Region, ToChinaInJune2024IsTheTextOf3A090) {
  Asked asked;
  asked.on = *Date::parse("2024-06-03");
  const Encoded facts = circuits_to_china(asked);
  const Region region = region_of(small_law().compiled, small_law().compiled.on(asked.on), facts);
  std::set<std::string> license;
  std::set<std::string> exception;
  for (const RegionStatement& statement : region.statements) {
    std::string text;
    for (const RegionLimit& limit : statement.limits) text += text_of(limit) + "; ";
    if (statement.verdict == Verdict::License) license.insert(text);
    if (statement.verdict == Verdict::Exception) exception.insert(text);
  }
  // a.1 and a.2; NAC serves b.1 and b.2 (15 CFR 740.8), of which what reaches a is a.
  EXPECT_EQ(license,
            (std::set<std::string>{"item.tpp >= 4800; ",
                                   "item.tpp >= 1600; item.performance-density >= 5.92; "}));
  EXPECT_EQ(exception, (std::set<std::string>{
                           "item.tpp >= 2400 < 4800; item.performance-density >= 1.6 < 5.92; ",
                           "item.tpp >= 1600 < 4800; item.performance-density >= 3.2 < 5.92; "}));
  EXPECT_TRUE(region.turns_on.empty());
}

TEST(Region, ThePlaneOfTppAndDensityHasTheSameLimits) {
  Asked asked;
  asked.on = *Date::parse("2024-06-03");
  const Encoded facts = circuits_to_china(asked);
  const auto plane = plane_of(small_law().compiled, small_law().compiled.on(asked.on), facts,
                              "item.tpp", "item.performance-density");
  ASSERT_TRUE(plane.has_value());
  const auto at = [&](const char* tpp, const char* density) {
    const auto column = [](const std::vector<Cut<Number>>& cuts, const Number& value) {
      return static_cast<std::size_t>(std::count_if(
          cuts.begin(), cuts.end(),
          [&](const Cut<Number>& cut) { return cut.after ? cut.at < value : cut.at <= value; }));
    };
    return plane
        ->cells[column(plane->x_cuts, *Number::parse(tpp))]
               [column(plane->y_cuts, *Number::parse(density))]
        .verdicts;
  };
  const auto bit = [](Verdict verdict) { return Leaves{1} << static_cast<Leaf>(verdict); };
  EXPECT_EQ(at("4800", "0.1"), bit(Verdict::License));       // a.1
  EXPECT_EQ(at("1600", "5.92"), bit(Verdict::License));      // a.2
  EXPECT_EQ(at("1600", "3.2"), bit(Verdict::Exception));     // b.2
  EXPECT_EQ(at("2400", "1.6"), bit(Verdict::Exception));     // b.1
  EXPECT_EQ(at("2399", "3.1") & bit(Verdict::License), 0U);  // neither
  EXPECT_EQ(at("2399", "3.1") & bit(Verdict::Exception), 0U);
}

TEST(RegionProperty, EveryItemIsInStatementsOfItsOwnVerdictOnly) {
  const BothEngines& law = small_law();
  const Axes& axes = law.compiled.axes();
  const Representative representative(law);
  for (std::size_t run = 0; run < 120; ++run) {
    Drawing drawing(run + 9'000'000);
    const auto [classes, asked] = draw(law, drawing);
    Encoded facts = encoded(law, asked, representative.facts(classes, {}));
    for (std::size_t v = 0; v < facts.allowed.size(); ++v) {
      const Axis& axis = axes[static_cast<Variable>(v)];
      const bool figure = axis.asks == Asks::Number || axis.asks == Asks::Word;
      if (!figure || !axis.subject.starts_with("item.") || axis.subject == "item.subject-to-ear") {
        continue;
      }
      for (std::size_t i = 0; i < axis.classes; ++i) facts.allowed[v].set(i);
    }
    const Region region = region_of(law.compiled, law.compiled.on(asked.on), facts);
    ASSERT_TRUE(region.turns_on.empty());
    for (std::size_t item = 0; item < 10; ++item) {
      const Classes other = draw(law, drawing).first;
      Classes mixed = classes;
      for (std::size_t v = 0; v < mixed.size(); ++v) {
        if (facts.allowed[v].count() > 1) mixed[v] = other[v];
      }
      const FactSet one = representative.facts(mixed, {});
      const Verdict expected = reference(law, asked, one);
      std::size_t holding = 0;
      for (const RegionStatement& statement : region.statements) {
        const bool holds = std::all_of(
            statement.limits.begin(), statement.limits.end(), [&](const RegionLimit& limit) {
              const FactValue& value = *one.find(limit.fact);
              if (value.type == FactType::Number) {
                const Number& n = *value.number.lo;
                const bool above =
                    !limit.low || limit.low->at < n || (limit.low->counts && limit.low->at == n);
                const bool below = !limit.high || n < limit.high->at ||
                                   (limit.high->counts && limit.high->at == n);
                return above && below;
              }
              const std::string word = value.text();
              const bool named =
                  std::find(limit.words.begin(), limit.words.end(), word) != limit.words.end();
              const bool other_name =
                  word == "some other name" &&
                  std::find(limit.words.begin(), limit.words.end(), "*") != limit.words.end();
              return named || other_name;
            });
        if (!holds) continue;
        ++holding;
        ASSERT_EQ(std::string(word_of(statement.verdict)), std::string(word_of(expected)))
            << "seed " << run;
      }
      ASSERT_GE(holding, 1U) << "seed " << run;
    }
  }
}

}  // namespace
}  // namespace licit
