// What stands beside a verdict has no part in it. The rule is docs/semantics.md, "Beside the verdict".
#include <gtest/gtest.h>

#include <algorithm>

#include "decide/answer_json.h"
#include "toy.h"

namespace licit::test {
namespace {

const std::string core = R"(
rule P.a @ then class P.a when item.tpp >= 4800
rule P.b @ then class P.b when item.tpp > 0 TPP
precedence class { P.a, P.b }
rule need @ then license required for RS when class is P.a and to.place in { CN }
)";

const std::string asides = R"(
aside toll kind customs @ upon license when to.place in { CN }
aside papers kind record @ when always
aside look kind diligence @ when buyer.listings includes bad
aside codes kind filing @ when item.datacenter
aside much kind reporting @ when item.datacenter and item.die-area > 800 and buyer.hq in { KP }
aside later kind customs cite "sec. 2" source LATE from LATE says en "Later." fr "Ensuite."
  when to.place in { CN }
pointer gifts @ searched "nowhere" when to.place in { CN }
pointer silent @ searched "nowhere"
)";

const Stated sold = {{"item.kind", "circuit"}, {"item.tpp", "5000"}, {"to.place", "CN"}};

const BesideEntry* entry(const Answer& answer, const std::string& id) {
  for (const BesideEntry& one : answer.beside) {
    if (one.citation.provision == id) return &one;
  }
  return nullptr;
}

std::vector<std::string> ids(const Answer& answer) {
  std::vector<std::string> out;
  for (const BesideEntry& one : answer.beside) out.push_back(one.citation.provision);
  return out;
}

Answer short_answer(const law::Pack& pack, const Stated& stated, const char* on = "2024-07-01") {
  const Compilations compiled(pack, places());
  return evaluate({pack, places(), nullptr, &compiled}, query_of(pack, stated, on),
                  {.proof = false});
}

TEST(Beside, WhatHoldsIsListedByKindAndWhatMayHoldSaysOnWhatItTurns) {
  const Answer answer = short_answer(toy_pack(core + asides), sold);
  // customs before filing before record: the order of the kinds. `look` rests on an assumption that
  // makes it no; `much` has more than two facts open.
  EXPECT_EQ(ids(answer), (std::vector<std::string>{"toll", "later", "codes", "papers"}));
  EXPECT_EQ(entry(answer, "toll")->holds, Truth::Yes);
  EXPECT_EQ(entry(answer, "codes")->holds, Truth::Unknown);
  EXPECT_EQ(entry(answer, "codes")->asks, std::vector<std::string>{"item.datacenter"});
}

TEST(Beside, WithTheProofEveryEntryIsListed) {
  const Answer answer = ask(toy_pack(core + asides), sold);
  const BesideEntry* much = entry(answer, "much");
  ASSERT_NE(much, nullptr);
  EXPECT_EQ(much->asks, (std::vector<std::string>{"item.datacenter", "item.die-area", "buyer.hq"}));
  EXPECT_EQ(much->condition.children.size(), 3u);
}

TEST(Beside, UponKeepsItToSomeVerdicts) {
  const law::Pack pack = toy_pack(core + asides);
  Stated slow = sold;
  slow[1].second = "4000";
  const Answer answer = short_answer(pack, slow);
  EXPECT_EQ(verdict(answer), "no-license");
  EXPECT_EQ(entry(answer, "toll"), nullptr);
  EXPECT_NE(entry(answer, "papers"), nullptr);
}

TEST(Beside, DatesHoldAsForAnyProvision) {
  const law::Pack pack = toy_pack(core + asides);
  EXPECT_EQ(entry(short_answer(pack, sold, "2024-05-31"), "later"), nullptr);
  EXPECT_NE(entry(short_answer(pack, sold, "2024-06-01"), "later"), nullptr);
}

TEST(Beside, APointerIsListedWhereItsConditionHoldsOrMay) {
  const law::Pack pack = toy_pack(core + asides);
  const Answer answer = short_answer(pack, sold);
  ASSERT_EQ(answer.not_modelled.size(), 1u);
  EXPECT_EQ(answer.not_modelled[0].citation.provision, "gifts");
  EXPECT_EQ(answer.not_modelled[0].holds, Truth::Yes);
  Stated nowhere = sold;
  nowhere.pop_back();
  const Answer open = short_answer(pack, nowhere);
  ASSERT_EQ(open.not_modelled.size(), 1u);
  EXPECT_EQ(open.not_modelled[0].holds, Truth::Unknown);
  EXPECT_EQ(open.not_modelled[0].asks, std::vector<std::string>{"to.place"});
  Stated home = sold;
  home[2].second = "DE";
  EXPECT_TRUE(short_answer(pack, home).not_modelled.empty());
}

// Everything of an answer but what stands beside it, and the pack's hash, is as without the asides.
TEST(Beside, NothingElseOfTheAnswerMoves) {
  const law::Pack with = toy_pack(core + asides);
  const law::Pack without = toy_pack(core);
  for (const Stated& stated :
       {sold, Stated{}, Stated{{"to.place", "CN"}}, Stated{{"item.tpp", "5000"}},
        Stated{{"item.tpp", "4000..6000"}, {"to.place", "CN"}, {"buyer.name", "Acme"}}}) {
    Answer a = ask(with, stated);
    Answer b = ask(without, stated);
    EXPECT_EQ(exit_status(a), exit_status(b));
    for (Answer* answer : {&a, &b}) {
      answer->beside.clear();
      answer->not_modelled.clear();
      answer->receipt.pack_hash.clear();
    }
    EXPECT_EQ(answer_json(a, JsonStyle::Pretty), answer_json(b, JsonStyle::Pretty));
  }
}

TEST(Beside, WhatAnAsideAssumesIsInItsOwnEntryAlone) {
  const law::Pack pack =
      toy_pack(core + "aside clean kind diligence @ when not (buyer.listings includes bad)\n");
  const Answer answer = short_answer(pack, sold);
  EXPECT_TRUE(answer.assumptions.empty());
  ASSERT_NE(entry(answer, "clean"), nullptr);
  ASSERT_EQ(entry(answer, "clean")->assumptions.size(), 1u);
  EXPECT_EQ(entry(answer, "clean")->assumptions[0].fact, "buyer.listings");
}

// A fact that only asides read, or defines that only they name, makes no class of facts.
TEST(Beside, TheCompiledLawDoesNotSeeIt) {
  const std::string named =
      "define big @ when item.die-area > 800\n"
      "aside bulk kind customs @ when big and buyer.hq in { KP }\n";
  const law::Pack with = toy_pack(core + asides + named);
  const law::Pack without = toy_pack(core);
  const Compilations a(with, places());
  const Compilations b(without, places());
  const auto axes = [](const Compilations& compiled) {
    return compiled.at(Clock{})->axes().all().size();
  };
  EXPECT_EQ(axes(a), axes(b));
}

TEST(Beside, OfSeveralChipsWhatDoesNotHoldOfEachTurnsOnWhich) {
  const law::Pack pack = toy_pack(core +
                                  "aside fast kind reporting @ when item.tpp >= 5000\n"
                                  "aside some kind record @ when item.tpp > 0 TPP\n");
  Query query = query_of(pack, sold);
  query.candidates.push_back(facts_from(pack, {{"item.tpp", "4900"}, {"to.place", "CN"}}));
  query.candidate_ids = {"one", "two"};
  const Answer answer = answer_to(pack, query);
  EXPECT_EQ(verdict(answer), "license");
  ASSERT_NE(entry(answer, "fast"), nullptr);
  EXPECT_EQ(entry(answer, "fast")->holds, Truth::Unknown);
  EXPECT_EQ(entry(answer, "fast")->asks, std::vector<std::string>{"item.chip"});
  EXPECT_EQ(entry(answer, "some")->holds, Truth::Yes);
}

}  // namespace
}  // namespace licit::test
