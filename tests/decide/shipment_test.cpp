// Figures of a shipment and of a quota after it, as conditions of the law read them. The limit is that of
// 15 CFR 740.29 as of 2025-01-16: 26,900,000 TPP a consignee and year.
#include <gtest/gtest.h>

#include <algorithm>

#include "toy.h"

namespace licit::test {
namespace {

const std::string vocabulary = R"(
fact item.ics : number says en "circuits" fr "circuits" asks en "How many?" fr "Combien ?"
fact item.peak.fp16 : number TOPS says en "FP16" fr "FP16" asks en "FP16?" fr "FP16 ?"
fact order.quantity : number says en "quantity" fr "quantité" asks en "How many units?" fr "Combien d'unités ?"
fact quota.lpp-used : number TPP says en "used" fr "utilisé" asks en "How much was used?" fr "Combien a été utilisé ?"
fact shipment.tpp : number TPP says en "shipped" fr "expédié" computed by shipment-tpp
fact quota.lpp-after : number TPP says en "after" fr "après" computed by lpp-after
param lpp : TPP = 26900000 @
rule P @ then class P when always
precedence class { P }
rule need @ then license required for RS when to.place in { IN }
exception LPP to need @ when quota.lpp-after <= lpp
)";

law::Pack pack_of_quotas() {
  law::Pack pack = toy_pack(vocabulary);
  for (law::FactDecl& fact : pack.facts) {
    if (fact.id == "item.tpp") fact.computed.push_back({"highest-product", "", ""});
  }
  return pack;
}

// Five servers of eight circuits of 2368 TPP each: 94,720 TPP; 26,900,000 less that is 26,805,280.
const Stated full = {{"to.place", "IN"},
                     {"item.tpp", "2368"},
                     {"item.ics", "8"},
                     {"order.quantity", "5"},
                     {"quota.lpp-used", "26805280"}};

Stated with(Stated stated, const std::string& fact, const std::string& value) {
  for (auto& [id, text] : stated) {
    if (id == fact) text = value;
  }
  return stated;
}
Stated without(Stated stated, const std::string& fact) {
  std::erase_if(stated, [&](const auto& one) { return one.first == fact; });
  return stated;
}

std::vector<std::string> needs(const Answer& answer) {
  std::vector<std::string> out;
  for (const Need& need : answer.needs) out.push_back(need.fact);
  std::sort(out.begin(), out.end());
  return out;
}

using Facts = std::vector<std::string>;

TEST(Shipment, TheQuotaIsMetToTheLastUnit) {
  const law::Pack pack = pack_of_quotas();
  EXPECT_EQ(verdict(ask(pack, full)), "exception");
  EXPECT_EQ(verdict(ask(pack, with(full, "quota.lpp-used", "26805281"))), "license");
  EXPECT_EQ(verdict(ask(pack, with(full, "order.quantity", "6"))), "license");
  EXPECT_EQ(verdict(ask(pack, with(full, "quota.lpp-used", "..26805280"))), "exception");
}

TEST(Shipment, WhatIsNotKnownIsAskedForByItsParts) {
  const law::Pack pack = pack_of_quotas();
  for (const char* part : {"quota.lpp-used", "order.quantity", "item.ics", "item.tpp"}) {
    const Answer answer = ask(pack, without(full, part));
    EXPECT_EQ(verdict(answer), "undetermined") << part;
    EXPECT_EQ(needs(answer), Facts{part});
  }
  EXPECT_EQ(needs(ask(pack, {{"to.place", "IN"}})),
            (Facts{"item.ics", "item.tpp", "order.quantity", "quota.lpp-used"}));
}

// A quota that was used up stays so, whatever ships.
TEST(Shipment, WhatWasUsedIsALowerEnd) {
  const law::Pack pack = pack_of_quotas();
  const Stated used_up = without(with(full, "quota.lpp-used", "26900001"), "order.quantity");
  EXPECT_EQ(verdict(ask(pack, used_up)), "license");
}

// The TPP of the item is computed as the pack says: 148 TFLOPS at 16 bits are 2368 TPP.
TEST(Shipment, ReadsFiguresThatAreComputedThemselves) {
  const law::Pack pack = pack_of_quotas();
  Stated peaks = without(full, "item.tpp");
  peaks.emplace_back("item.peak.fp16", "148");
  EXPECT_EQ(verdict(ask(pack, peaks)), "exception");
  EXPECT_EQ(verdict(ask(pack, with(peaks, "item.peak.fp16", "149"))), "license");
}

TEST(Shipment, AStatedFigureGoesBeforeItsParts) {
  const law::Pack pack = pack_of_quotas();
  Stated stated = full;
  stated.emplace_back("shipment.tpp", "94721");
  EXPECT_EQ(verdict(ask(pack, stated)), "license");
}

}  // namespace
}  // namespace licit::test
