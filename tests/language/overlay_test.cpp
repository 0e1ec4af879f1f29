#include "language/overlay.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/validity.h"
#include "support_law.h"

namespace licit::law::testing {
namespace {

const std::string head =
    "overlay bill on example\nsource BILL bill \"B. 1\"\n  published 2026-06-01 effective "
    "2027-01-01\n";
const std::string by_bill = "  cite \"B. 1, section 1\"\n  source BILL\n";

Date day(std::string_view iso) { return *Date::parse(iso); }
bool all_known(const std::string&) { return true; }
bool bill_unknown(const std::string& source) { return source != "BILL"; }

// The value of a parameter on a day; empty where no version, or more than one, holds.
template <typename Knows>
std::optional<Number> value(const Pack& pack, std::string_view id, std::string_view on,
                            Knows knows) {
  std::optional<Number> found;
  for (const Param& p : pack.params) {
    if (p.id != id || !knows(p.provenance.source) || !holds(p.validity, day(on), knows)) continue;
    if (found) return std::nullopt;
    found = p.number;
  }
  return found;
}

template <typename Knows>
std::vector<std::string> members(const Pack& pack, std::string_view id, std::string_view on,
                                 Knows knows) {
  std::vector<std::string> out;
  for (const SetDecl& s : pack.sets) {
    if (s.id != id || !holds(s.validity, day(on), knows)) continue;
    for (const SetMember& m : s.members) {
      if (holds(m.validity, day(on), knows)) out.push_back(m.word);
    }
  }
  return out;
}

template <typename Knows>
int versions_in_force(const Pack& pack, std::string_view rule, std::string_view on, Knows knows) {
  int count = 0;
  for (const Rule& r : pack.rules)
    count += r.id == rule && holds(r.validity, day(on), knows) ? 1 : 0;
  return count;
}

TEST(Overlay, AmendingAParameterSplitsItsVersion) {
  const Pack pack =
      pack_with(head + "amend param tpp.high = 2400 TPP\n" + by_bill + "  from BILL\n");
  EXPECT_EQ(value(pack, "tpp.high", "2026-12-31", all_known), Number(4800));
  EXPECT_EQ(value(pack, "tpp.high", "2027-01-01", all_known), Number(2400));
  EXPECT_EQ(value(pack, "tpp.high", "2027-01-01", bill_unknown), Number(4800));
  EXPECT_NE(pack.hash, base_pack().hash);
  EXPECT_EQ(base_pack().params.size(), 1U);
}

TEST(Overlay, AnAmendmentWithAnEndGivesTheOldValueBack) {
  const Pack pack = pack_with(head + "amend param tpp.high = 2400\n" + by_bill +
                              "  from 2027-06-01 until 2028-01-01\n");
  EXPECT_EQ(value(pack, "tpp.high", "2027-05-31", all_known), Number(4800));
  EXPECT_EQ(value(pack, "tpp.high", "2027-06-01", all_known), Number(2400));
  EXPECT_EQ(value(pack, "tpp.high", "2028-01-01", all_known), Number(4800));
  EXPECT_EQ(value(pack, "tpp.high", "2027-07-01", bill_unknown), Number(4800));
}

TEST(Overlay, AmendingFromTheFirstDayLeavesTheOldVersionForThoseWhoDoNotKnow) {
  const Pack pack =
      pack_with(head + "amend param tpp.high = 1\n" + by_bill + "  from 2020-07-01\n");
  EXPECT_EQ(value(pack, "tpp.high", "2024-01-01", all_known), Number(1));
  EXPECT_EQ(value(pack, "tpp.high", "2024-01-01", bill_unknown), Number(4800));
}

TEST(Overlay, RepealAndSuspension) {
  const Pack repealed = pack_with(head + "repeal need-far\n" + by_bill + "  from BILL\n");
  EXPECT_EQ(versions_in_force(repealed, "need-far", "2026-12-31", all_known), 1);
  EXPECT_EQ(versions_in_force(repealed, "need-far", "2027-01-01", all_known), 0);
  EXPECT_EQ(versions_in_force(repealed, "need-far", "2027-01-01", bill_unknown), 1);

  const Pack suspended =
      pack_with(head + "suspend need-far\n" + by_bill + "  from BILL until 2027-07-01\n");
  EXPECT_EQ(versions_in_force(suspended, "need-far", "2027-06-30", all_known), 0);
  EXPECT_EQ(versions_in_force(suspended, "need-far", "2027-07-01", all_known), 1);
  EXPECT_EQ(versions_in_force(suspended, "need-far", "2027-07-01", bill_unknown), 1);
}

TEST(Overlay, WhatEndsAnywayStillEndsForThoseWhoDoNotKnowOfTheRepeal) {
  Pack base = base_pack();
  for (Rule& r : base.rules) {
    if (r.id == "need-far") r.validity.until = DayRef{day("2027-03-01"), "", {}, false};
  }
  const Result<Pack> pack =
      apply_overlay(base, "bill.law", head + "repeal need-far\n" + by_bill + "  from BILL\n");
  ASSERT_TRUE(pack.ok()) << rendered(pack.errors(), Language::En);
  EXPECT_EQ(versions_in_force(*pack, "need-far", "2027-02-01", all_known), 0);
  EXPECT_EQ(versions_in_force(*pack, "need-far", "2027-02-01", bill_unknown), 1);
  EXPECT_EQ(versions_in_force(*pack, "need-far", "2027-03-01", bill_unknown), 0);
}

TEST(Overlay, MembersComeAndGo) {
  const Pack pack =
      pack_with(head + "add member VN, KH to far\n" + by_bill + "  from BILL\n" +
                "remove member MO, AE from set far\n" + by_bill + "  from 2027-06-01\n");
  EXPECT_EQ(members(pack, "far", "2026-12-31", all_known),
            (std::vector<std::string>{"CN", "MO", "RU", "AE"}));
  EXPECT_EQ(members(pack, "far", "2027-01-01", all_known),
            (std::vector<std::string>{"CN", "MO", "RU", "AE", "VN", "KH"}));
  EXPECT_EQ(members(pack, "far", "2027-06-01", all_known),
            (std::vector<std::string>{"CN", "RU", "VN", "KH"}));
  EXPECT_EQ(members(pack, "far", "2027-06-01", bill_unknown),
            (std::vector<std::string>{"CN", "MO", "RU", "AE"}));
}

TEST(Overlay, ContradictionsItBringsAreConflictsNotErrors) {
  const Pack pack = pack_with(head + "rule free\n" + by_bill +
                              "  from BILL\n  says en \"a\" fr \"b\"\n  then no license for RS\n"
                              "  when not item.datacenter\n");
  ASSERT_EQ(pack.conflicts.size(), 1U);
  EXPECT_EQ(pack.conflicts[0].first, "free");
  EXPECT_EQ(pack.conflicts[0].second, "need-far");
  EXPECT_TRUE(base_pack().conflicts.empty());
}

TEST(Overlay, OneMayLieOnAnother) {
  const Pack once =
      pack_with(head + "amend param tpp.high = 2400\n" + by_bill + "  from 2020-07-01\n");
  const Result<Pack> twice = apply_overlay(
      once, "second.law",
      "overlay second on example\namend param tpp.high = 1200\n  cite \"B. 1\"\n  source BILL\n"
      "  from 2028-01-01\n");
  ASSERT_TRUE(twice.ok()) << rendered(twice.errors(), Language::En);
  EXPECT_EQ(value(*twice, "tpp.high", "2027-12-31", all_known), Number(2400));
  EXPECT_EQ(value(*twice, "tpp.high", "2028-01-01", all_known), Number(1200));
}

TEST(Overlay, AsidesAndPointersComeAndGo) {
  const Pack pack = pack_with(head + "suspend keep-papers\n" + by_bill +
                              "  from BILL until 2028-01-01\nrepeal section-8\n" + by_bill +
                              "  from BILL\naside toll kind customs\n" + by_bill +
                              "  from BILL\n  says en \"x\" fr \"x\"\n  when item.tpp > 0 TPP\n");
  const auto in_force = [](const auto& all, std::string_view id, std::string_view on) {
    return std::count_if(all.begin(), all.end(), [&](const auto& one) {
      return one.id == id && holds(one.validity, day(on), all_known);
    });
  };
  EXPECT_EQ(in_force(pack.asides, "keep-papers", "2026-12-31"), 1);
  EXPECT_EQ(in_force(pack.asides, "keep-papers", "2027-01-01"), 0);
  EXPECT_EQ(in_force(pack.asides, "keep-papers", "2028-01-01"), 1);
  EXPECT_EQ(in_force(pack.pointers, "section-8", "2026-12-31"), 1);
  EXPECT_EQ(in_force(pack.pointers, "section-8", "2027-01-01"), 0);
  EXPECT_EQ(in_force(pack.asides, "toll", "2026-12-31"), 0);
  EXPECT_EQ(in_force(pack.asides, "toll", "2027-01-01"), 1);
}

}  // namespace
}  // namespace licit::law::testing
