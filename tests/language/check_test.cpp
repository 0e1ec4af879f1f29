// What the checker completes, and what it proves apart.

#include "language/check.h"

#include <gtest/gtest.h>

#include "language/disjoint.h"
#include "language/limits.h"
#include "language/load.h"
#include "support_law.h"

namespace licit::law::testing {
namespace {

const Define& define_of(const Pack& pack, std::string_view id) {
  for (const Define& d : pack.defines) {
    if (d.id == id) return d;
  }
  throw std::runtime_error("no such define");
}

TEST(Check, DaysWrittenAsSourcesBecomeDays) {
  const Pack& pack = base_pack();
  const SetDecl* far = nullptr;
  for (const SetDecl& s : pack.sets) {
    if (s.id == "far") far = &s;
  }
  ASSERT_NE(far, nullptr);
  const SetMember& ae = far->members.back();
  EXPECT_EQ(ae.word, "AE");
  EXPECT_EQ(ae.validity.from->day.iso(), "2023-01-01");
  EXPECT_EQ(ae.validity.from->by, "RULE-2");
}

TEST(Check, ABareYesNoFactIsYesAndABareNumberTakesTheUnit) {
  const Pack pack = pack_with(
      "part of example\ndefine d\n  when item.datacenter and item.tpp >= 1600\n"
      "rule r\n  cite \"c\"\n  source RULE-1\n  from RULE-1\n  says en \"a\" fr \"b\"\n  then "
      "prohibited\n"
      "  when d\n");
  const Expr& when = define_of(pack, "d").when;
  EXPECT_EQ(when.children[0].kind, ExprKind::Is);
  EXPECT_EQ(when.children[0].words, std::vector<std::string>{"yes"});
  EXPECT_EQ(when.children[1].operand.unit, "TPP");
  EXPECT_EQ(pack.rules.back().when.kind, ExprKind::Define);
}

TEST(Check, InAsksForPlacesOrForWords) {
  const Pack pack = pack_with(
      "part of example\ndefine d\n  when item.kind in { assembly, computer } and to.place is CN\n"
      "rule r\n  cite \"c\"\n  source RULE-1\n  from RULE-1\n  says en \"a\" fr \"b\"\n  then "
      "prohibited\n"
      "  when d\n");
  const Expr& when = define_of(pack, "d").when;
  EXPECT_EQ(when.children[0].words, (std::vector<std::string>{"assembly", "computer"}));
  EXPECT_EQ(when.children[1].kind, ExprKind::In);
  EXPECT_TRUE(when.children[1].words.empty());
  EXPECT_EQ(when.children[1].set.terms[0].literal, std::vector<std::string>{"CN"});
}

// Limits on a fact count where they tell verdicts apart (L161): not what only an aside reads, itself or by
// a define; the same define in a rule counts.
TEST(Check, WhatOnlyAnAsideReadsIsNotCountedAgainstItsLimits) {
  std::string many =
      "part of example\nfact item.height : number mm2 says en \"h\" fr \"h\"\n"
      "define tall when item.height >= 0 mm2";
  for (std::size_t i = 1; i < limits::classes; ++i)
    many += " or item.height >= " + std::to_string(i) + " mm2";
  const std::string clauses = " cite \"x\" source RULE-1 from RULE-1 says en \"x\" fr \"x\" ";
  const std::string aside = "\naside a kind record" + clauses + "when tall\n";
  const std::string rule = "rule r" + clauses + "then prohibited when tall\n";
  EXPECT_EQ(codes(findings("t.law", many + aside)), std::vector<std::string>{});
  EXPECT_EQ(codes(findings("t.law", many + aside + rule)), std::vector<std::string>{"L161"});
}

TEST(Check, CheckingTwiceChangesNothing) {
  Pack pack = base_pack();
  EXPECT_TRUE(check(pack).empty());
  EXPECT_EQ(pack.hash, base_pack().hash);
}

TEST(Check, VersionsMayFollowOneAnother) {
  const Pack pack = pack_with(
      "part of example\nparam p : TPP = 100\n  cite \"c\"\n  source RULE-1\n  from RULE-1 until "
      "RULE-2\n"
      "param p : TPP = 200\n  cite \"c\"\n  source RULE-2\n  from RULE-2\n"
      "rule r\n  cite \"c\"\n  source RULE-1\n  from RULE-1\n  says en \"a\" fr \"b\"\n  then "
      "prohibited\n"
      "  when item.tpp >= p\n");
  EXPECT_EQ(pack.params.size(), base_pack().params.size() + 2);
}

TEST(Check, TheHashIsOfNamesAndTextsNotOfFolders) {
  const std::string header =
      "pack p \"P\"\n  verified-through 2026-01-01\n  covers-from 2020-01-01\n";
  const auto hash = [](std::vector<File> files) {
    return load_pack({std::move(files)}).value().hash;
  };
  const std::string one = hash({{"a/x.law", header}, {"a/y.law", "part of p\n"}});
  EXPECT_EQ(one, hash({{"/b/y.law", "part of p\n"}, {"x.law", header}}));
  EXPECT_NE(one, hash({{"x.law", header}, {"z.law", "part of p\n"}}));
  EXPECT_NE(one, hash({{"x.law", header}, {"y.law", "part of p \n"}}));
}

// -- disjointness -------------------------------------------------------------------------------

// Whether the two conditions are shown to exclude each other, over the example pack.
bool apart(const std::string& a, const std::string& b, const std::string& more = "") {
  const std::string provenance =
      "  cite \"c\"\n  source RULE-1\n  from RULE-1\n  says en \"a\" fr \"b\"\n";
  const Pack pack = pack_with("part of example\n" + more + "rule t.one\n" + provenance +
                              "  then prohibited\n  when " + a + "\nrule t.two\n" + provenance +
                              "  then prohibited\n  when " + b + "\n");
  const Expr* one = nullptr;
  const Expr* two = nullptr;
  for (const Rule& r : pack.rules) {
    if (r.id == "t.one") one = &r.when;
    if (r.id == "t.two") two = &r.when;
  }
  const Disjointness conditions(pack);
  EXPECT_EQ(conditions.disjoint(*one, *two), conditions.disjoint(*two, *one));
  return conditions.disjoint(*one, *two);
}

TEST(Disjointness, Numbers) {
  EXPECT_TRUE(apart("item.tpp >= 100", "item.tpp < 100"));
  EXPECT_FALSE(apart("item.tpp >= 100", "item.tpp <= 100"));
  EXPECT_TRUE(apart("item.tpp = 5", "item.tpp != 5"));
  EXPECT_TRUE(apart("item.tpp >= tpp.high", "item.tpp < tpp.high"));
  EXPECT_TRUE(apart("item.tpp >= tpp.high", "not item.tpp >= tpp.high"));
  EXPECT_TRUE(apart("item.tpp >= tpp.high", "item.tpp < 1600"));
  EXPECT_FALSE(apart("item.tpp >= tpp.high", "item.tpp < 4801"));
  EXPECT_FALSE(apart("item.tpp >= 100", "item.performance-density < 1"));
}

TEST(Disjointness, AParameterThatChangedIsTakenAtItsExtremes) {
  const std::string versions =
      "param p : TPP = 100\n  cite \"c\"\n  source RULE-1\n  from RULE-1 until RULE-2\n"
      "param p : TPP = 200\n  cite \"c\"\n  source RULE-2\n  from RULE-2\n";
  EXPECT_FALSE(apart("item.tpp >= p", "item.tpp < 150", versions));
  EXPECT_TRUE(apart("item.tpp >= p", "item.tpp < 100", versions));
  EXPECT_TRUE(apart("item.tpp >= p", "item.tpp < p", versions));
}

TEST(Disjointness, DatesAndWords) {
  EXPECT_TRUE(apart("transfer.on < 2024-01-01", "transfer.on >= 2024-01-01"));
  EXPECT_FALSE(apart("transfer.on < 2024-01-02", "transfer.on >= 2024-01-01"));
  EXPECT_TRUE(apart("item.kind is assembly", "item.kind in { computer, integrated-circuit }"));
  EXPECT_FALSE(apart("item.kind is assembly", "item.kind in { computer, assembly }"));
  EXPECT_TRUE(apart("item.kind is assembly", "item.kind is not assembly"));
  EXPECT_FALSE(apart("item.kind is assembly", "item.kind is not computer"));
  EXPECT_TRUE(apart("item.datacenter", "not item.datacenter"));
  EXPECT_TRUE(apart("item.datacenter", "item.datacenter is no"));
  EXPECT_TRUE(apart("item.datacenter", "item.datacenter is not known"));
  EXPECT_FALSE(apart("not item.datacenter", "item.datacenter is not known"));
  EXPECT_TRUE(apart("reading R1 is size", "reading R1 is weight"));
  EXPECT_TRUE(apart("posture is text", "posture is enforced"));
  EXPECT_TRUE(apart("class is W1", "class is W2"));
  EXPECT_FALSE(apart("meets W1", "meets W2"));
}

TEST(Disjointness, Places) {
  EXPECT_TRUE(apart("to.place in far", "to.place in near"));
  EXPECT_FALSE(apart("to.place in far", "to.place in { AE }"));
  EXPECT_TRUE(apart("to.place in far", "not to.place in far"));
  // Hong Kong follows China (since 2020), so a place may be in both.
  EXPECT_FALSE(apart("to.place in { HK }", "to.place in { CN }"));
  EXPECT_TRUE(apart("to.place in far minus near", "to.place in near"));
}

TEST(Disjointness, LooksIntoAndIntoDefinesAndNoFurther) {
  EXPECT_TRUE(apart("large and to.place in far", "not large and item.datacenter"));
  EXPECT_TRUE(apart("item.datacenter and (to.place in far and item.tpp < 5)", "item.tpp >= 5"));
  EXPECT_TRUE(apart("not (item.datacenter or to.place in far)", "item.datacenter"));
  EXPECT_TRUE(apart("d1", "item.tpp >= 7", "define d1\n  when item.tpp < 7 and item.datacenter\n"));
  EXPECT_FALSE(apart("item.datacenter or to.place in far", "not item.datacenter"));
  EXPECT_TRUE(apart("never", "item.datacenter"));
}

}  // namespace
}  // namespace licit::law::testing
