// A pack under a bill, compiled from what the pack's own compiling left: exactly what compiling all of it
// gives, to the last number, and with no more work than the bill makes.
#include "decide/take_over.h"

#include <gtest/gtest.h>

#include "both_engines.h"
#include "decide/compiled_file.h"
#include "language/overlay.h"

namespace licit {
namespace {

const std::string head =
    "overlay bill on us.ear\nsource BILL bill \"B. 1\"\n  published 2026-08-01 effective "
    "2027-01-01\n";
const std::string by_bill = "  cite \"B. 1, section 1\"\n  source BILL\n";

law::Pack under(const std::string& changes) {
  auto pack = law::apply_overlay(small_law().pack, "bill.law", head + changes);
  EXPECT_TRUE(pack.ok()) << pack.errors().front().render(Language::En);
  return pack.ok() ? *pack : small_law().pack;
}

// As bytes, so that nothing is left out of the comparison. The number of moments compiled anew.
std::size_t expect_alike(const law::Pack& pack, const Clock& clock = {}) {
  const Places& places = small_law().places;
  const CompiledLaw whole(pack, places, clock);
  const CompiledLaw quick(pack, places, clock, small_law().compiled);
  EXPECT_EQ(written(quick, places), written(whole, places));
  EXPECT_EQ(whole.compiled_moments(), whole.moments().size());
  return quick.compiled_moments();
}

TEST(TakeOver, OfTheSamePackCompilesNothing) { EXPECT_EQ(expect_alike(small_law().pack), 0U); }

TEST(TakeOver, OfALowerLimitCompilesTheDaysAfter) {
  EXPECT_EQ(
      expect_alike(under("amend param tpp.high = 2400 TPP\n" + by_bill + "  from 2027-01-01\n")),
      1U);
}

TEST(TakeOver, OfALimitThatTheLawDidNotHave) {
  EXPECT_EQ(
      expect_alike(under("amend param tpp.high = 3333 TPP\n" + by_bill + "  from 2027-01-01\n")),
      1U);
}

TEST(TakeOver, OfARuleTakenAway) {
  EXPECT_EQ(expect_alike(under("repeal 3A090.b\n" + by_bill + "  from 2027-01-01\n")), 1U);
}

TEST(TakeOver, OfMembersThatComeAndGo) {
  EXPECT_GE(
      expect_alike(under("add member AE to D:5\n" + by_bill + "  from 2027-01-01\n" +
                         "remove member BY from set D:5\n" + by_bill + "  from 2027-06-01\n")),
      1U);
}

TEST(TakeOver, OfAChangeInThePastCompilesAllSince) {
  const std::size_t since =
      expect_alike(under("amend param tpp.high = 2400 TPP\n" + by_bill + "  from 2024-06-01\n"));
  std::size_t later = 1;
  for (const Moment& moment : small_law().compiled.moments()) {
    if (moment.from > *Date::parse("2024-06-01")) ++later;
  }
  EXPECT_EQ(since, later);
}

// What could be known then was less law: nothing of the sort may be taken over by mistake.
TEST(TakeOver, OfAnotherDateOfKnowledge) {
  EXPECT_GT(expect_alike(small_law().pack, {Date::parse("2023-12-01"), Knower::Public}), 0U);
}

TEST(TakeOver, SeesADifferenceInEveryKindOfProvision) {
  const Date day = *Date::parse("2025-06-03");
  const auto differs = [&](const auto& change) {
    law::Pack pack = small_law().pack;
    const LawAt old(small_law().pack, day, {});
    EXPECT_TRUE(same_law(old, LawAt(pack, day, {})));
    change(pack, LawAt(pack, day, {}));
    return !same_law(old, LawAt(pack, day, {}));
  };
  EXPECT_TRUE(differs([](law::Pack&, const LawAt& at) {
    const_cast<law::Rule*>(at.rules().front())->when = law::Expr{};
  }));
  EXPECT_TRUE(differs([](law::Pack&, const LawAt& at) {
    const_cast<law::Rule*>(at.rules().back())->outcome_name += "x";
  }));
  EXPECT_TRUE(differs([](law::Pack&, const LawAt& at) {
    const_cast<law::Defeat*>(at.defeats().front())->to.clear();
  }));
  EXPECT_TRUE(differs([](law::Pack&, const LawAt& at) {
    const_cast<law::Bar*>(at.bars().front())->except.push_back("x");
  }));
  EXPECT_TRUE(differs([](law::Pack&, const LawAt& at) {
    const_cast<law::Policy*>(at.policies().front())->choices.front().review = "x";
  }));
  EXPECT_TRUE(differs([](law::Pack&, const LawAt& at) {
    const_cast<law::Param*>(at.param("tpp.high"))->number = Number(1);
  }));
  EXPECT_TRUE(differs([](law::Pack&, const LawAt& at) {
    const_cast<law::SetDecl*>(at.set("D:5"))->members.pop_back();
  }));
  EXPECT_TRUE(differs([](law::Pack& pack, const LawAt& at) {
    for (law::Define& define : pack.defines) {
      if (at.define(define.id) == &define) define.when = law::Expr{};
    }
  }));
}

}  // namespace
}  // namespace licit
