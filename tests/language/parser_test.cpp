// What the parser makes of each construct.

#include "language/parser.h"

#include <gtest/gtest.h>

#include "language/limits.h"
#include "support_law.h"

namespace licit::law::testing {
namespace {

// The declarations of a text, which must parse; names need not resolve.
Pack parsed(const std::string& text) {
  Pack pack;
  pack.files.push_back({"t.law", "part of p\n" + text});
  Reporter report(pack);
  const ParsedFile file = parse_file(pack, 0, report);
  EXPECT_TRUE(file.ok) << rendered(report.take(), Language::En);
  return pack;
}

Expr condition(const std::string& text) {
  Pack pack = parsed("define d\n  when " + text);
  return pack.defines.size() == 1 ? pack.defines.front().when : Expr{};
}

TEST(Parser, ComparisonKeepsNumberAndUnit) {
  const Expr e = condition("item.memory-bandwidth-density >= 3.3 GB/s/mm2");
  EXPECT_EQ(e.kind, ExprKind::Compare);
  EXPECT_EQ(e.comparison, Comparison::GreaterEqual);
  EXPECT_EQ(e.operand.number, *Number::fraction(33, 10));
  EXPECT_EQ(e.operand.unit, "GB/s/mm2");
}

TEST(Parser, AWordAfterABareNumberIsNoUnitWhereItGoesOn) {
  const Expr e = condition("item.tpp >= 4800 and item.x");
  ASSERT_EQ(e.kind, ExprKind::All);
  EXPECT_EQ(e.children[0].operand.unit, "");
  EXPECT_EQ(e.children[1].name, "item.x");
}

TEST(Parser, BracketsAndLimbsMakeTheTree) {
  const Expr e = condition("all of { (a) x or y (b) any of { (1) z (2) not (w and v) } }");
  ASSERT_EQ(e.kind, ExprKind::All);
  ASSERT_EQ(e.children.size(), 2U);
  EXPECT_EQ(e.children[0].label, "a");
  EXPECT_EQ(e.children[0].kind, ExprKind::Any);
  ASSERT_EQ(e.children[1].kind, ExprKind::Any);
  EXPECT_EQ(e.children[1].children[1].label, "2");
  EXPECT_EQ(e.children[1].children[1].kind, ExprKind::Not);
}

TEST(Parser, IsNotIsANegation) {
  const Expr e = condition("item.kind is not assembly");
  ASSERT_EQ(e.kind, ExprKind::Not);
  EXPECT_EQ(e.children[0].kind, ExprKind::Is);
  const Expr k = condition("item.kind is not known");
  ASSERT_EQ(k.kind, ExprKind::Not);
  EXPECT_EQ(k.children[0].kind, ExprKind::Known);
}

TEST(Parser, KeywordsAreOrdinaryNamesElsewhere) {
  const Expr e = condition("source is rule or flag.event in { test, set } or reading A1 is bar");
  ASSERT_EQ(e.kind, ExprKind::Any);
  EXPECT_EQ(e.children[1].set.terms[0].literal, (std::vector<std::string>{"test", "set"}));
  EXPECT_EQ(e.children[2].kind, ExprKind::Reading);
}

TEST(Parser, ASourceClauseIsToldFromASourceDeclaration) {
  const Pack p = parsed(
      "param a : TPP = 1\n  source S cite \"x\" from S\n"
      "source S rule \"1 FR 1\" published 2020-01-01 effective 2020-02-01\n"
      "param b : TPP = 2\n  cite \"y\" source S verified mirror \"note\" from 2020-03-01 by S\n");
  ASSERT_EQ(p.params.size(), 2U);
  ASSERT_EQ(p.sources.size(), 1U);
  EXPECT_EQ(p.params[0].provenance.source, "S");
  EXPECT_TRUE(p.params[0].validity.from->by_effective);
  EXPECT_EQ(p.params[1].provenance.verified, Verified::Mirror);
  EXPECT_FALSE(p.params[1].validity.from->by_effective);
  EXPECT_EQ(p.params[1].validity.from->by, "S");
  EXPECT_EQ(p.sources[0].public_day()->iso(), "2020-01-01");
}

TEST(Parser, SetMembersComeInBulkAndOneByOne) {
  const Pack p = parsed(
      "set s : place = D:1 plus { MO } minus A:5\n  members AE, AF AG,\n AI\n"
      "  member CY until 2024-05-30 by S cite \"c\"\n  member KH under A5 is late source T\n");
  ASSERT_EQ(p.sets.size(), 1U);
  const SetDecl& s = p.sets[0];
  ASSERT_EQ(s.expr->terms.size(), 3U);
  EXPECT_FALSE(s.expr->terms[1].minus);
  EXPECT_TRUE(s.expr->terms[2].minus);
  ASSERT_EQ(s.members.size(), 6U);
  EXPECT_EQ(s.members[3].word, "AI");
  EXPECT_EQ(s.members[4].validity.until->by, "S");
  EXPECT_EQ(s.members[5].alternative, "late");
}

TEST(Parser, TestsKeepValuesAsWritten) {
  const Pack p = parsed(
      "test \"t\" cite \"c\"\n"
      "given item = \"HGX H20\", item.die-area = 300 .. 330 mm2, item.x = ..5, l = {a,b}\n"
      "on 2024-01-01 known 2023-12-01 knower addressee posture text reading A10 is sum strict\n"
      "  with to = CN, y = 900.. expect license, not by r.1, review case-by-case, no step s\n"
      "  expect needs a and b, step n 2023-12-21, members D:5 = { CN, MO }, margin m to 2400 "
      "TPP\n");
  ASSERT_EQ(p.tests.size(), 1U);
  const law::Test& t = p.tests[0];
  EXPECT_EQ(t.given[0].value, "\"HGX H20\"");
  EXPECT_EQ(t.given[1].value, "300..330 mm2");
  EXPECT_EQ(t.given[2].value, "..5");
  EXPECT_EQ(t.given[3].value, "{ a, b }");
  ASSERT_EQ(t.lines.size(), 1U);
  std::vector<std::string> settings;
  for (const Given& g : t.lines[0].settings) settings.push_back(g.name + "=" + g.value);
  EXPECT_EQ(settings,
            (std::vector<std::string>{"known=2023-12-01", "knower=addressee", "posture=text",
                                      "reading.A10=sum", "strict=yes", "to=CN", "y=900.."}));
  std::vector<std::string> expected;
  for (const Expectation& e : t.lines[0].expects) {
    expected.push_back(e.what);
    for (const std::string& w : e.words) expected.back() += " " + w;
  }
  EXPECT_EQ(expected,
            (std::vector<std::string>{"verdict license", "not-by r.1", "review case-by-case",
                                      "no-step s", "needs a b", "step n 2023-12-21",
                                      "members D:5 CN MO", "margin m 2400 TPP"}));
}

TEST(Parser, OneSlipDoesNotHideTheOthers) {
  const std::vector<std::string> found =
      codes(findings("t.law",
                     "part of example\nrule a\n  then then\n\nrule b\n  cite 5\n\nparam p : TPP = "
                     "100\n  cite \"x\"\n"
                     "  source RULE-1\n  from RULE-1\ndefine c\n  when item.tp >= p\n"));
  EXPECT_EQ(found, (std::vector<std::string>{"L020", "L020", "L101"}));
}

TEST(Parser, WhatWasGivenUpIsNotCalledUnknown) {
  const std::vector<std::string> found = codes(findings(
      "t.law", "part of example\ndefine a\n  when (item.datacenter\n\ndefine b\n  when a\n"));
  EXPECT_EQ(found, (std::vector<std::string>{"L020"}));
}

TEST(Parser, WhoActsIsOneNameOrOneInEachLanguage) {
  const std::string rest =
      "  says en \"x\" fr \"y\"\n  effect none en \"x\" fr \"y\"\n  cite \"z\"\n";
  const Pack p = parsed("event a\n  dated 2025-01-01\n  instrument press\n  by \"Acme\"\n" + rest +
                        "event b\n  dated 2025-01-01\n  instrument press\n"
                        "  by en \"the ministry\" fr \"le ministère\"\n" +
                        rest);
  ASSERT_EQ(p.events.size(), 2U);
  EXPECT_EQ(p.events[0].by.en, "Acme");
  EXPECT_EQ(p.events[0].by.fr, "Acme");
  EXPECT_EQ(p.events[1].by.en, "the ministry");
  EXPECT_EQ(p.events[1].by.fr, "le ministère");
}

TEST(Parser, NestingUpToTheLimitIsFine) {
  const std::size_t depth = limits::depth - 1;
  const Expr e = condition(std::string(depth, '(') + "x" + std::string(depth, ')'));
  EXPECT_EQ(e.name, "x");
}

TEST(Parser, AQuirkKeepsItsPartiesAndItsExample) {
  const Pack pack = parsed(
      "quirk q\n  kind overlap\n  between W1 (a.1), W2\n  cite \"x\" source S\n"
      "  because en \"a\" fr \"b\"\n  given item.tpp = 5 TPP, to = CN\n"
      "  on 2024-01-01 posture text reading R1 is size");
  ASSERT_EQ(pack.quirks.size(), 1U);
  const Quirk& q = pack.quirks.front();
  EXPECT_EQ(q.kind, FindingKind::Overlap);
  EXPECT_EQ(q.between, (std::vector<Party>{{"W1", "a.1"}, {"W2", ""}}));
  EXPECT_EQ(q.source, "S");
  ASSERT_EQ(q.given.size(), 2U);
  EXPECT_EQ(q.given[1].name, "to");
  EXPECT_EQ(q.on, Date::parse("2024-01-01"));
  ASSERT_EQ(q.settings.size(), 2U);
  EXPECT_EQ(q.settings[1].name, "reading.R1");
  EXPECT_EQ(q.settings[1].value, "size");
}

TEST(Parser, AQuirkOfAFigureKeepsItsLimit) {
  const Pack pack = parsed("quirk q\n  kind gentler\n  between r\n  past item.tpp > 4800 TPP");
  ASSERT_EQ(pack.quirks.size(), 1U);
  ASSERT_TRUE(pack.quirks.front().past.has_value());
  EXPECT_EQ(pack.quirks.front().past->comparison, Comparison::Greater);
  EXPECT_EQ(pack.quirks.front().past->operand.number, Number(4800));
}

TEST(Parser, AFigureMaySayThatMoreIsStronger) {
  const Pack pack = parsed("fact a : number TPP more is stronger\nfact b : number TPP");
  ASSERT_EQ(pack.facts.size(), 2U);
  EXPECT_TRUE(pack.facts[0].more_is_stronger);
  EXPECT_FALSE(pack.facts[1].more_is_stronger);
}

TEST(Parser, AnAsideKeepsItsKindAndItsVerdicts) {
  const Pack pack = parsed(
      "aside toll kind customs\n  cite \"c\" source S from 2024-01-01 until 2025-01-01\n"
      "  says en \"e\" fr \"f\" partial en \"p\" fr \"q\"\n  upon no-license, exception\n  when x\n"
      "aside papers kind record cite \"c\" source S says en \"e\" fr \"f\" when always\n");
  ASSERT_EQ(pack.asides.size(), 2U);
  const Aside& toll = pack.asides[0];
  EXPECT_EQ(toll.id, "toll");
  EXPECT_EQ(toll.kind, AsideKind::Customs);
  EXPECT_EQ(toll.upon, (std::vector<std::string>{"no-license", "exception"}));
  EXPECT_EQ(toll.provenance.partial.en, "p");
  EXPECT_EQ(toll.provenance.partial.fr, "q");
  EXPECT_EQ(toll.validity.until->day, *Date::parse("2025-01-01"));
  EXPECT_EQ(toll.when.name, "x");
  EXPECT_EQ(word_of(pack.asides[1].kind), "record");
  EXPECT_TRUE(pack.asides[1].upon.empty());
}

TEST(Parser, APointerMayGoWithoutACondition) {
  const Pack pack = parsed(
      "pointer 744.6 cite \"c\" source S says en \"e\" fr \"f\" searched \"here\"\n"
      "pointer 740.2 cite \"c\" source S says en \"e\" fr \"f\" searched \"there\" when x\n");
  ASSERT_EQ(pack.pointers.size(), 2U);
  EXPECT_EQ(pack.pointers[0].id, "744.6");
  EXPECT_EQ(pack.pointers[0].searched, "here");
  EXPECT_FALSE(pack.pointers[0].when);
  EXPECT_TRUE(pack.pointers[1].when);
}

TEST(Parser, WhatStandsBesideIsExpectedInTests) {
  const Pack pack = parsed(
      "test \"t\"\n  given item.w = 3e26, item.x = 1e26..3e26 FLOP, item.y = 9e25 operations\n"
      "  on 2024-01-01 with item.z = 300 Yop\n"
      "    expect beside a, beside b unknown, no beside c, not-modelled d, no not-modelled e\n");
  ASSERT_EQ(pack.tests.size(), 1U);
  EXPECT_EQ(pack.tests[0].given[0].value, "3e26");
  EXPECT_EQ(pack.tests[0].given[1].value, "1e26..3e26 FLOP");
  EXPECT_EQ(pack.tests[0].given[2].value, "9e25 operations");
  EXPECT_EQ(pack.tests[0].lines[0].settings[0].value, "300 Yop");
  std::string shown;
  for (const Expectation& e : pack.tests[0].lines[0].expects) {
    shown += e.what;
    for (const std::string& word : e.words) shown += " " + word;
    shown += ";";
  }
  EXPECT_EQ(shown, "beside a;beside b unknown;no-beside c;not-modelled d;no-not-modelled e;");
}

}  // namespace
}  // namespace licit::law::testing
