// Differences worked out by hand on a small law; that they leave nothing out and say nothing twice there,
// over all classes; and on the shipped law against the reference evaluator.
#include "decide/difference.h"

#include <gtest/gtest.h>

#include "decide/both_engines.h"
#include "decide/moved.h"
#include "decide/posed.h"
#include "decide/statement_match.h"
#include "decide/tools_support.h"
#include "language/overlay.h"
#include "licit/engine.h"

namespace licit {
namespace {

using testing::toy_law;
using testing::toy_pack;

Query on(const char* day, FactSet facts = {}) {
  Query query;
  query.candidates.push_back(std::move(facts));
  query.candidate_ids.emplace_back();
  query.on = *Date::parse(day);
  return query;
}

Difference between(const law::Pack& before, const char* first, const law::Pack& after,
                   const char* second, const FactSet& facts = {}) {
  const PackIndex before_index(before);
  const PackIndex after_index(after);
  const Query was = on(first, facts);
  const Query is = on(second, facts);
  return difference_of({before, before_index, was}, {after, after_index, is}, testing::places());
}

std::string text_of(const DifferenceLimit& limit) {
  std::string out = limit.fact;
  if (limit.low) out += (limit.low->counts ? " >= " : " > ") + limit.low->at.decimal();
  if (limit.high) out += (limit.high->counts ? " <= " : " < ") + limit.high->at.decimal();
  if (limit.words.size() > 20) return out + " many";
  for (const std::string& word : limit.words) out += ' ' + word;
  return out;
}

std::string text_of(const std::vector<DifferenceLimit>& limits) {
  std::string out;
  for (const DifferenceLimit& limit : limits) out += text_of(limit) + "; ";
  return out;
}

std::set<std::string> texts(const Difference& difference) {
  std::set<std::string> out;
  for (const DifferenceStatement& one : difference.statements) {
    out.insert(std::string(word_of(one.before)) + " to " + std::string(word_of(one.after)) + ": " +
               text_of(one.limits));
  }
  return out;
}

// "1 CFR 2" of the toy law lists RU, and from 2023-06-01 CN, which Hong Kong follows since 2020-12-23
// (law/places.csv, 85 FR 83765); the limit falls from 4800 to 2400 on 2024-01-01.

TEST(Difference, APlaceThatJoinsASet) {
  const law::Pack pack = toy_pack();
  const Difference found = between(pack, "2023-05-31", pack, "2023-06-01");
  EXPECT_EQ(text_of(found.common), "item.tpp >= 4800; to.place CN HK; ");
  EXPECT_EQ(texts(found),
            (std::set<std::string>{"no-license to license: buyer.is-government no; ",
                                   "no-license to exception: buyer.is-government yes; "}));
  for (const DifferenceStatement& one : found.statements) {
    EXPECT_TRUE(one.before_by.empty());
    EXPECT_EQ(one.after_by, std::vector<std::string>{"need"});
    EXPECT_EQ(one.before_class, std::vector<std::string>{"1A1"});
    EXPECT_EQ(one.after_class, std::vector<std::string>{"1A1"});
  }
  ASSERT_EQ(found.clauses.size(), 1U);
  EXPECT_EQ(found.clauses[0].id, "watched:CN");
  EXPECT_EQ(found.clauses[0].cite, "1 FR 9");
  EXPECT_TRUE(found.clauses[0].begins);
  EXPECT_FALSE(found.clauses[0].ends);
}

TEST(Difference, ALimitThatFalls) {
  const law::Pack pack = toy_pack();
  const Difference found = between(pack, "2023-12-31", pack, "2024-01-01");
  EXPECT_EQ(text_of(found.common), "item.tpp >= 2400 < 4800; ");
  const std::string watched = "to.place CN HK RU";
  std::set<std::string> said = texts(found);
  EXPECT_EQ(said.size(), 3U);
  EXPECT_TRUE(said.contains("not-covered to license: " + watched + "; buyer.is-government no; "));
  EXPECT_TRUE(
      said.contains("not-covered to exception: " + watched + "; buyer.is-government yes; "));
  EXPECT_TRUE(said.contains("not-covered to no-license: to.place many; "));
  for (const DifferenceStatement& one : found.statements) {
    EXPECT_EQ(one.before_class, std::vector<std::string>{""});
    EXPECT_EQ(one.after_class, std::vector<std::string>{"1A1"});
  }
  ASSERT_EQ(found.clauses.size(), 1U);
  EXPECT_EQ(found.clauses[0].id, "limit");
  EXPECT_TRUE(found.clauses[0].begins && found.clauses[0].ends);
}

TEST(Difference, WhatIsStatedIsNotSaidAgain) {
  const law::Pack pack = toy_pack();
  FactSet facts;
  facts.set("to.place", FactValue::of(FactType::Place, "CN"));
  facts.set("buyer.is-government", FactValue::yes_no(false));
  const Difference found = between(pack, "2023-12-31", pack, "2024-01-01", facts);
  EXPECT_EQ(texts(found),
            std::set<std::string>{"not-covered to license: item.tpp >= 2400 < 4800; "});
}

TEST(Difference, NothingWhereNothingChanged) {
  const law::Pack pack = toy_pack();
  const Difference found = between(pack, "2023-06-01", pack, "2023-12-31");
  EXPECT_TRUE(found.statements.empty());
  EXPECT_TRUE(found.common.empty());
  EXPECT_TRUE(found.clauses.empty());
}

TEST(Difference, AnOverlayThatLowersALimitOverItsOwnDaysOnly) {
  const law::Pack pack = toy_pack();
  const auto amended = law::apply_overlay(pack, "bill.law", R"(overlay bill on toy
source BILL bill "B. 1"
  title en "B" fr "B"
  published 2024-06-01 effective 2025-01-01 verified primary
amend param limit = 1000 TPP
  cite "B. 1, section 1" source BILL from BILL
  says en "lowered" fr "abaissé"
)");
  ASSERT_TRUE(amended.ok()) << amended.errors().front().render(Language::En);
  EXPECT_TRUE(between(pack, "2024-12-31", *amended, "2024-12-31").statements.empty());
  const Difference found = between(pack, "2025-01-01", *amended, "2025-01-01");
  EXPECT_EQ(text_of(found.common), "item.tpp >= 1000 < 2400; ");
  EXPECT_EQ(found.statements.size(), 3U);
  ASSERT_EQ(found.clauses.size(), 1U);
  EXPECT_EQ(found.clauses[0].id, "limit");
  EXPECT_EQ(found.clauses[0].cite, "B. 1");
}

// Two packs that cut the same fact at other numbers and list other places.
law::Pack other_pack() {
  std::string text(toy_law);
  const auto replace = [&](const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    text.replace(at, what.size(), by);
  };
  replace("param limit : TPP = 2400", "param limit : TPP = 3000");
  replace("members RU", "members BY");
  auto pack = law::load_pack(law::PackSource{{{"toy.law", text}}});
  EXPECT_TRUE(pack.ok());
  return std::move(pack).value();
}

TEST(Difference, TwoPacksOverTheClassesOfBoth) {
  const law::Pack pack = toy_pack();
  const law::Pack other = other_pack();
  const Difference found = between(pack, "2024-06-01", other, "2024-06-01");
  // Item from 2400 to 3000: no longer classified, wherever it goes. From 3000: RU let go, BY taken in.
  EXPECT_EQ(
      texts(found),
      (std::set<std::string>{
          "license to not-covered: item.tpp >= 2400 < 3000; to.place CN HK RU; "
          "buyer.is-government no; ",
          "exception to not-covered: item.tpp >= 2400 < 3000; to.place CN HK RU; "
          "buyer.is-government yes; ",
          "no-license to not-covered: item.tpp >= 2400 < 3000; to.place many; ",
          "license to no-license: item.tpp >= 3000; to.place RU; buyer.is-government no; ",
          "exception to no-license: item.tpp >= 3000; to.place RU; buyer.is-government yes; ",
          "no-license to license: item.tpp >= 3000; to.place BY; buyer.is-government no; ",
          "no-license to exception: item.tpp >= 3000; to.place BY; buyer.is-government yes; "}));
}

// Over one transaction of every class: the verdicts differ where a statement says so and nowhere else, and no
// statement could be left out.
void expect_exact(const law::Pack& before, const char* first, const law::Pack& after,
                  const char* second) {
  const Difference found = between(before, first, after, second);
  std::vector<std::size_t> needed(found.statements.size(), 0);
  for (const char* tpp : {"999", "1000", "2399", "2400", "2999", "3000", "4799", "4800", "5000"}) {
    for (const char* place : {"RU", "CN", "HK", "MO", "BY", "DE", "US"}) {
      for (const bool government : {false, true}) {
        FactSet facts;
        facts.set("item.tpp", FactValue::of(Interval::exactly(*Number::parse(tpp)), "TPP"));
        facts.set("to.place", FactValue::of(FactType::Place, place));
        facts.set("buyer.is-government", FactValue::yes_no(government));
        const Verdict was = evaluate({before, testing::places()}, on(first, facts)).verdict;
        const Verdict is = evaluate({after, testing::places()}, on(second, facts)).verdict;
        std::vector<std::size_t> said;
        for (std::size_t i = 0; i < found.statements.size(); ++i) {
          const auto holds = [&](const DifferenceLimit& limit) {
            return matches(limit, facts, {});
          };
          const DifferenceStatement& one = found.statements[i];
          if (!std::all_of(found.common.begin(), found.common.end(), holds) ||
              !std::all_of(one.limits.begin(), one.limits.end(), holds)) {
            continue;
          }
          said.push_back(i);
          EXPECT_EQ(one.before, was) << tpp << ' ' << place;
          EXPECT_EQ(one.after, is) << tpp << ' ' << place;
        }
        EXPECT_EQ(said.empty(), was == is) << tpp << ' ' << place << ' ' << government;
        if (said.size() == 1) ++needed[said.front()];
      }
    }
  }
  for (std::size_t i = 0; i < needed.size(); ++i) {
    EXPECT_GT(needed[i], 0U) << text_of(found.statements[i].limits);
  }
}

TEST(Difference, EveryClassOfTheSmallLawIsInTheStatementsOfItsChange) {
  const law::Pack pack = toy_pack();
  const law::Pack other = other_pack();
  expect_exact(pack, "2023-05-31", pack, "2023-06-01");
  expect_exact(pack, "2023-05-31", pack, "2024-01-01");
  expect_exact(pack, "2024-01-01", pack, "2023-05-31");
  expect_exact(pack, "2024-06-01", other, "2024-06-01");
  expect_exact(other, "2023-12-31", pack, "2024-01-01");
}

// The facts of a drawn transaction laid over what the query states: facts that are open there, but for those
// that the law lets pass when absent.
FactSet completed(const BothEngines& law, const FactSet& stated, const FactSet& drawn) {
  FactSet out = stated;
  for (const auto& [id, value] : drawn.all()) {
    const law::FactDecl* decl = law.pack.find_fact(id);
    const bool is_open = stated.resolve(id) == id && stated.find(id) == nullptr;
    if (is_open && decl != nullptr && !decl->missing_means) out.set(id, value);
  }
  return out;
}

Asked on_side(const BothEngines& law, const Query& query) {
  Asked asked;
  asked.on = query.on;
  asked.posture = query.posture;
  const Chosen chosen = chosen_by(law.pack, law.compiled.on(query.on), query);
  for (const auto& [id, alternative] : chosen.readings)
    asked.readings[std::string(id)] = alternative;
  return asked;
}

TEST(DifferenceProperty, VerdictsDifferWhereAStatementSaysSoAndNowhereElse) {
  const BothEngines& law = small_law();
  const Engine engine = Engine::load({small_law_path, {}, {}}).value();
  Drawing drawing(20231117);
  std::size_t compared = 0, differing = 0;
  for (int round = 0; round < 20; ++round) {
    auto [unused, first] = draw(law, drawing);
    auto [also_unused, second] = draw(law, drawing);
    Transaction transaction;
    if (drawing.once_in(3)) transaction.fields.push_back({"to", "CN", {}});
    if (drawing.once_in(3))
      transaction.fields.push_back({"hq", drawing.once_in(2) ? "CN" : "DE", {}});
    if (drawing.once_in(4)) transaction.fields.push_back({"notices", "none", {}});
    if (drawing.once_in(4)) transaction.fields.push_back({"item.kind", "integrated-circuit", {}});
    CheckOptions options;
    options.posture = first.posture;
    if (drawing.once_in(2)) options.readings = first.readings;
    const auto question = [&](Date day) {
      Transaction asked = transaction;
      asked.fields.push_back({"on", day.iso(), {}});
      return engine.question(asked, options).value();
    };
    const Query was = question(first.on);
    const Query is = question(second.on);
    const PackIndex index(law.pack);
    const Difference found =
        difference_of({law.pack, index, was}, {law.pack, index, is}, law.places);
    for (int sample = 0; sample < 120; ++sample) {
      const FactSet drawn = Representative(law).facts(draw(law, drawing).first, {});
      const FactSet facts_before = completed(law, was.candidates.front(), drawn);
      const FactSet facts_after = completed(law, is.candidates.front(), drawn);
      const Verdict before = reference(law, on_side(law, was), facts_before);
      const Verdict after = reference(law, on_side(law, is), facts_after);
      ASSERT_NE(before, Verdict::Undetermined);
      ASSERT_NE(after, Verdict::Undetermined);
      bool said = false;
      for (const DifferenceStatement& one : found.statements) {
        const auto holds = [&](const DifferenceLimit& limit) {
          const auto axis = law.compiled.axes().find(limit.asks, limit.fact);
          return matches(limit, facts_after,
                         axis ? law.compiled.axes()[*axis].words : std::vector<std::string>{});
        };
        if (!std::all_of(found.common.begin(), found.common.end(), holds) ||
            !std::all_of(one.limits.begin(), one.limits.end(), holds)) {
          continue;
        }
        said = true;
        ASSERT_EQ(one.before, before) << first.on.iso() << ' ' << second.on.iso();
        ASSERT_EQ(one.after, after) << first.on.iso() << ' ' << second.on.iso();
      }
      ASSERT_EQ(said, before != after) << first.on.iso() << ' ' << second.on.iso() << ' '
                                       << word_of(before) << ' ' << word_of(after);
      ++compared;
      differing += before != after ? 1 : 0;
    }
  }
  // Enough of both kinds to mean something.
  EXPECT_EQ(compared, 2400U);
  EXPECT_GT(differing, compared / 50);
}

// The facts changed so that a limit holds of them.
void make_hold(const law::Pack& pack, const DifferenceLimit& limit, Drawing& drawing,
               FactSet& facts) {
  const law::FactDecl* decl = pack.find_fact(limit.fact);
  const FactType type = decl != nullptr ? decl->type : FactType::YesNo;
  switch (limit.asks) {
    case Asks::Number: {
      const Number low = limit.low ? limit.low->at : Number(0);
      const Number high = limit.high ? limit.high->at : *low.plus(Number(1000));
      const Number middle = *low.plus(high)->over(Number(2));
      facts.set(limit.fact, FactValue::of(Interval::exactly(middle), decl->unit));
      return;
    }
    case Asks::Day:
      facts.set(limit.fact, FactValue::of(limit.from ? *limit.from : *limit.to));
      return;
    case Asks::Member:
    case Asks::Received: {
      const FactValue* value = facts.find(limit.fact);
      std::vector<std::string> words =
          value == nullptr ? std::vector<std::string>() : *value->members;
      std::erase(words, limit.word);
      if (limit.holds) words.push_back(limit.word);
      facts.set(limit.fact, FactValue::set_of(words));
      return;
    }
    case Asks::Place:
    case Asks::Word: {
      const std::string& word = limit.words[drawing.below(limit.words.size())];
      if (type == FactType::YesNo) {
        facts.set(limit.fact, FactValue::yes_no(word == "yes"));
      } else {
        facts.set(limit.fact, FactValue::of(type, word == "*" ? "some other name" : word));
      }
      return;
    }
    default:
      return;
  }
}

// Nothing stated: statements over everything that the shipped law asks, on days on which it changed much.
// Half of the transactions are made to fit a statement, for few of all that are drawn move.
TEST(DifferenceProperty, NothingStatedOverTheWholeLaw) {
  const BothEngines& law = whole_law();
  const Engine engine = Engine::load().value();
  const PackIndex index(law.pack);
  const Axes& axes = law.compiled.axes();
  Drawing drawing(20250113);
  std::size_t compared = 0, differing = 0;
  for (const auto& [first, second] :
       {std::pair{"2022-10-20", "2022-10-21"}, std::pair{"2023-11-16", "2023-11-17"},
        std::pair{"2024-12-01", "2024-12-02"}, std::pair{"2025-01-12", "2025-01-14"},
        std::pair{"2022-11-01", "2026-06-01"}}) {
    const Query was = engine.question({{{"on", first, {}}}}).value();
    const Query is = engine.question({{{"on", second, {}}}}).value();
    const Difference found =
        difference_of({law.pack, index, was}, {law.pack, index, is}, law.places);
    const auto holds_all = [&](const std::vector<DifferenceLimit>& limits, const FactSet& facts) {
      return std::all_of(limits.begin(), limits.end(), [&](const DifferenceLimit& limit) {
        static const std::vector<std::string> none;
        const auto axis = limit.asks == Asks::Word ? axes.find(limit.asks, limit.fact)
                                                   : std::optional<Variable>();
        return matches(limit, facts, axis ? axes[*axis].words : none);
      });
    };
    for (int sample = 0; sample < 100; ++sample) {
      FactSet drawn = Representative(law).facts(draw(law, drawing).first, {});
      if (sample % 2 == 0 && !found.statements.empty()) {
        const DifferenceStatement& one = found.statements[drawing.below(found.statements.size())];
        for (const auto* limits : {&found.common, &one.limits}) {
          for (const DifferenceLimit& limit : *limits) make_hold(law.pack, limit, drawing, drawn);
        }
      }
      const FactSet facts_before = completed(law, was.candidates.front(), drawn);
      const FactSet facts_after = completed(law, is.candidates.front(), drawn);
      const Verdict before = reference(law, on_side(law, was), facts_before);
      const Verdict after = reference(law, on_side(law, is), facts_after);
      // A fact that passes when absent may do so only as long as another is not given: then not all is
      // known, and statements are of transactions of which all is.
      if (before == Verdict::Undetermined || after == Verdict::Undetermined) continue;
      bool said = false;
      const bool fits_common = holds_all(found.common, facts_after);
      for (const DifferenceStatement& one : found.statements) {
        if (!fits_common || !holds_all(one.limits, facts_after)) continue;
        said = true;
        ASSERT_EQ(one.before, before) << first << ' ' << second;
        ASSERT_EQ(one.after, after) << first << ' ' << second;
      }
      ASSERT_EQ(said, before != after)
          << first << ' ' << second << ' ' << word_of(before) << ' ' << word_of(after);
      ++compared;
      differing += before != after ? 1 : 0;
    }
  }
  EXPECT_GT(compared, 250U);
  EXPECT_GT(differing, compared / 4);
}

}  // namespace
}  // namespace licit
