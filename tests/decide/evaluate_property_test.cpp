// Learning a fact never overturns a settled verdict, and the proof tells the same truths as the verdict.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <iostream>
#include <optional>

#include "decide/pack_index.h"
#include "toy.h"

namespace licit::test {
namespace {

// Every construct that reasons on partial facts: precedence, exclusions, exceptions with bars and
// overrides, scope, prohibition, rules in conflict, notices. No fact is assumed and none is tested for
// being known: those two are meant to change an answer.
const law::Pack& pack() {
  static const law::Pack read = toy_pack(R"(
param high : TPP = 4800 @
set bad : place = { CN, VN } minus { VN } plus { RU } @
define fast @ when item.tpp >= high or (item.tpp >= 1600 TPP and item.die-area < 400 mm2)
rule P.a @ then class P.a when item.kind is circuit and fast
rule P.b @ then class P.b when item.kind in { circuit, card } and item.tpp >= 1600 TPP
rule P.c @ then class P.c when item.tpp < 1600 TPP and not meets P.a
precedence class { P.a, P.b, P.c }
exclusion note to P.a @ when not item.datacenter and item.tpp < 6000 TPP
rule rs @ then license required for RS when class in { P.a, P.b } and to.place in bad
rule hq @ then license required for RS when class is P.a and buyer.hq in bad and not to.place in bad
rule list @ then license required for list when buyer.listings includes bad
rule ban @ then prohibited when buyer.listings includes worse
rule letter cite "letter" source LETTER from LETTER says en "Letter." fr "Lettre."
  then license required for notice when to.place in bad and item.tpp > 2000 TPP
exception E symbol EX to rs, hq @ when class is P.b or not item.datacenter
exception F to rs overrides E @ when transfer.kind is reexport
bar B to exceptions of rs except F @ when buyer.hq in { RU }
rule out @ then not-covered because en "out" fr "dehors" when to.place in { KP }
)");
  return read;
}

FactValue value_for(const law::FactDecl& fact) {
  switch (fact.type) {
    case FactType::YesNo:
      return FactValue::yes_no(*rc::gen::arbitrary<bool>());
    case FactType::Number:
      return FactValue::of(Interval::exactly(Number(*rc::gen::element<std::int64_t>(
                               100, 399, 400, 1599, 1600, 2001, 4799, 4800, 5999, 6000))),
                           fact.unit);
    case FactType::Place:
      return FactValue::of(FactType::Place, *rc::gen::element<std::string>("CN", "HK", "VN", "RU",
                                                                           "DE", "KP", "PS"));
    case FactType::OneOf:
      return FactValue::of(FactType::OneOf, *rc::gen::elementOf(fact.words));
    case FactType::SetOf: {
      if (fact.words.empty()) {
        return FactValue::set_of(
            *rc::gen::element(std::vector<std::string>{}, std::vector<std::string>{"LETTER"}));
      }
      return FactValue::set_of(*rc::gen::element(std::vector<std::string>{},
                                                 std::vector<std::string>{"bad"},
                                                 std::vector<std::string>{"worse"}));
    }
    case FactType::Name:
      // Not the letter's addressee: a stated list of notices is meant to beat what a name implies.
      return FactValue::of(FactType::Name, *rc::gen::element<std::string>("Acme", "Dell"));
    case FactType::Date:
      return FactValue::of(Date(19000));
  }
  return FactValue::unknown(fact.type);
}

bool settled(Verdict verdict) {
  return verdict == Verdict::NoLicense || verdict == Verdict::Exception ||
         verdict == Verdict::License;
}

const Detail bare{.readings = false,
                  .other_posture = false,
                  .proof = false,
                  .outlook = false,
                  .margins = false,
                  .rank_needs = false,
                  .flips = false};

const Compilations& compiled() {
  static const Compilations once(pack(), places());
  return once;
}

// By the reference alone, or by both engines.
Verdict decided(const FactSet& facts, bool exactly = false) {
  static const PackIndex index(pack());
  Query query;
  query.candidates.push_back(facts);
  query.candidate_ids.emplace_back();
  query.on = *Date::parse("2024-07-01");
  query.strict = true;  // nothing is assumed
  return evaluate({pack(), places(), &index, exactly ? &compiled() : nullptr}, query, bare).verdict;
}

// A hundred random transactions say little where a fifth of them settle anything.
template <typename Property>
bool check_often(Property&& property) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess *= 20;
  const rc::detail::TestResult result = rc::detail::checkTestable(
      std::forward<Property>(property), rc::detail::TestMetadata{}, params);
  rc::detail::printResultMessage(result, std::cerr);
  std::cerr << std::endl;
  return result.template is<rc::detail::SuccessResult>();
}

TEST(EvaluateProperty, LearningAFactKeepsASettledVerdict) {
  const bool held = check_often([] {
    FactSet facts;
    std::vector<const law::FactDecl*> unknown;
    for (const law::FactDecl& fact : pack().facts) {
      if (*rc::gen::inRange(0, 5) != 0) {
        facts.set(fact.id, value_for(fact));
      } else {
        unknown.push_back(&fact);
      }
    }
    const Verdict before = decided(facts);
    RC_CLASSIFY(settled(before), "settled before");
    for (const law::FactDecl* fact : unknown) {
      facts.set(fact->id, value_for(*fact));
      const Verdict after = decided(facts);
      // A license may turn out to be more than that: prohibited, or out of scope. A clearance stands.
      if (settled(before) && settled(after)) RC_ASSERT(before == after);
      if (before == Verdict::NoLicense || before == Verdict::Exception) RC_ASSERT(before == after);
    }
  });
  EXPECT_TRUE(held);
}

TEST(EvaluateProperty, NarrowingAnIntervalKeepsASettledVerdict) {
  const bool held = check_often([] {
    FactSet facts;
    for (const law::FactDecl& fact : pack().facts) facts.set(fact.id, value_for(fact));
    const std::int64_t low = *rc::gen::inRange<std::int64_t>(0, 6500);
    const std::int64_t high = *rc::gen::inRange<std::int64_t>(low, 6501);
    facts.set("item.tpp", FactValue::of(Interval{Number(low), Number(high)}, "TPP"));
    const Verdict wide = decided(facts);
    facts.set("item.tpp",
              FactValue::of(Interval::exactly(Number(*rc::gen::inRange(low, high + 1))), "TPP"));
    if (wide != Verdict::Undetermined) RC_ASSERT(decided(facts) == wide);
  });
  EXPECT_TRUE(held);
}

// A value that agrees with what is known of the fact, and that the law places somewhere.
std::optional<FactValue> consistent(const law::FactDecl& fact, const FactValue* known) {
  FactValue value = value_for(fact);
  if (value.text() == "PS") return {};
  if (known == nullptr || known->is_unknown()) return value;
  if (fact.type != FactType::Number) return {};
  const std::int64_t lo = known->number.lo->num(), hi = known->number.hi->num();
  return FactValue::of(Interval::exactly(Number(*rc::gen::inRange(lo, hi + 1))), fact.unit);
}

TEST(EvaluateProperty, WhatIsOpenAsksAndAQuestionThatSettlesDoes) {
  int tried = 0;
  const bool held = check_often([&] {
    FactSet facts;
    for (const law::FactDecl& fact : pack().facts) {
      const int chance = *rc::gen::inRange(0, 6);
      if (chance < 4) facts.set(fact.id, value_for(fact));
      if (chance == 4 && fact.type == FactType::Number) {
        const std::int64_t low = *rc::gen::inRange<std::int64_t>(0, 6500);
        const std::int64_t high = *rc::gen::inRange<std::int64_t>(low, 6501);
        facts.set(fact.id, FactValue::of(Interval{Number(low), Number(high)}, fact.unit));
      }
    }
    Query query;
    query.candidates.push_back(facts);
    query.candidate_ids.emplace_back();
    query.on = *Date::parse("2024-07-01");
    query.strict = true;
    const Answer answer = evaluate({pack(), places(), nullptr, &compiled()}, query);
    if (answer.verdict != Verdict::Undetermined) return;
    RC_ASSERT(!answer.needs.empty() || !answer.unplaced.empty());
    for (const std::string& fact : answer.unplaced) RC_ASSERT(facts.find(fact)->text() == "PS");
    for (const Need& need : answer.needs) {
      if (!need.settles) continue;
      for (const law::FactDecl& fact : pack().facts) {
        if (fact.id != need.fact) continue;
        const auto value = consistent(fact, facts.find(fact.id));
        if (!value) continue;
        FactSet told = facts;
        told.set(fact.id, *value);
        ++tried;
        RC_ASSERT(decided(told, true) != Verdict::Undetermined);
      }
    }
  });
  EXPECT_TRUE(held);
  EXPECT_GT(tried, 50);
}

void truths_agree(const ProofNode& node) {
  if (node.what == "all" && !node.children.empty()) {
    Truth truth = Truth::Yes;
    for (const ProofNode& child : node.children) truth = truth && child.truth;
    RC_ASSERT(truth == node.truth);
  }
  if (node.what == "any" && !node.children.empty()) {
    Truth truth = Truth::No;
    for (const ProofNode& child : node.children) truth = truth || child.truth;
    RC_ASSERT(truth == node.truth);
  }
  if (node.what == "not") RC_ASSERT(node.truth == !node.children.at(0).truth);
  for (const ProofNode& child : node.children) truths_agree(child);
}

TEST(EvaluateProperty, TheProofTellsTheSameTruths) {
  const bool held = rc::check([] {
    Query query;
    FactSet facts;
    for (const law::FactDecl& fact : pack().facts) {
      if (*rc::gen::arbitrary<bool>()) facts.set(fact.id, value_for(fact));
    }
    query.candidates.push_back(facts);
    query.candidate_ids.emplace_back();
    query.on = *Date::parse("2024-07-01");
    const Answer answer = evaluate({pack(), places(), nullptr, &compiled()}, query);
    for (const ProvisionProof& proof : answer.proof) {
      truths_agree(proof.condition);
      RC_ASSERT(proof.condition.truth == proof.truth);
    }
    // What is asked is what is not known.
    for (const Need& need : answer.needs) {
      const FactValue* value = facts.find(need.fact);
      const bool open = value == nullptr || !value->is_settled();
      RC_ASSERT(open);
    }
  });
  EXPECT_TRUE(held);
}

}  // namespace
}  // namespace licit::test
