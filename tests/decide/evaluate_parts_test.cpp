// What an answer says besides its verdict: proof, near misses, outlook, receipt, steps, warnings.
#include <gtest/gtest.h>

#include <algorithm>

#include "decide/pack_index.h"
#include "toy.h"

namespace licit::test {
namespace {

std::string law() {
  return R"(
param high : TPP = 4800 @
define fast @ when any of { (1) item.tpp >= high (2) item.die-area > 800 mm2 }
rule P.a @ then class P.a when item.kind is circuit and fast
rule C.a @ then class C.a when item.kind is card and item.tpp >= high
precedence class { P.a, C.a }
rule need @ then license required for RS when all of {
  (item) class is P.a
  (place) to.place in { CN }
}
flag odd @ when buyer.hq in { KP }
event talk dated 2024-06-01 instrument press by "Paper" says en "Talk." fr "Rumeur."
  effect none en "None." fr "Aucun." concerns class P to CN cite "Paper, 2024-06-01" verified secondary
event later dated 2024-08-01 instrument press by "Paper" says en "Later." fr "Plus tard."
  effect none en "None." fr "Aucun." concerns class P to CN cite "Paper, 2024-08-01" verified secondary
event elsewhere dated 2024-06-02 instrument press by "Paper" says en "Else." fr "Ailleurs."
  effect none en "None." fr "Aucun." concerns to FR cite "Paper, 2024-06-02" verified secondary
event regulation dated 2024-06-03 instrument rule by "Office" says en "Rule." fr "Règle."
  effect law en "Law." fr "Droit." concerns class P to CN cite "Rule" verified primary
)";
}

const Stated sold = {{"item.kind", "circuit"}, {"item.tpp", "5000"}, {"to.place", "CN"}};

const ProvisionProof* proof_for(const Answer& answer, const std::string& id) {
  for (const ProvisionProof& proof : answer.proof) {
    if (proof.citation.provision == id) return &proof;
  }
  return nullptr;
}

TEST(EvaluateParts, TheProofShowsLimbsFactsAndLimits) {
  const Answer answer = ask(toy_pack(law()), sold);
  const ProvisionProof* proof = proof_for(answer, "P.a");
  ASSERT_NE(proof, nullptr);
  EXPECT_EQ(proof->kind, ProvisionKind::Classification);
  ASSERT_EQ(proof->condition.children.size(), 2u);
  const ProofNode& fast = proof->condition.children[1];
  EXPECT_EQ(fast.what, "define");
  ASSERT_EQ(fast.children.size(), 1u);
  ASSERT_EQ(fast.children[0].children.size(), 2u);
  const ProofNode& leaf = fast.children[0].children[0];
  EXPECT_EQ(leaf.label, "1");
  EXPECT_EQ(leaf.text, "item.tpp >= high");
  EXPECT_EQ(leaf.fact_value, "5000 TPP");
  EXPECT_EQ(leaf.limit, "4800 TPP");
  EXPECT_EQ(leaf.cite, "sec. 1");
  EXPECT_EQ(fast.children[0].children[1].truth, Truth::Unknown);
  EXPECT_EQ(answer.classification.met[0].limbs, std::vector<std::string>{"1"});
}

TEST(EvaluateParts, ANearMissIsShownAndAnotherKindOfItemIsNone) {
  Stated elsewhere = sold;
  elsewhere[2].second = "DE";
  const Answer answer = ask(toy_pack(law()), elsewhere);
  EXPECT_EQ(verdict(answer), "no-license");
  const ProvisionProof* need = proof_for(answer, "need");
  ASSERT_NE(need, nullptr);
  EXPECT_TRUE(need->near_miss);
  EXPECT_EQ(need->outcome, Outcome::NotRequired);
  EXPECT_EQ(proof_for(answer, "C.a"), nullptr);
  EXPECT_NE(answer.reason.en.find("to.place in { CN } (DE)"), std::string::npos)
      << answer.reason.en;
}

TEST(EvaluateParts, TheOutlookIsWhatConcernsTheTransactionAndIsNoLaw) {
  const Answer answer = ask(toy_pack(law()), sold);
  ASSERT_EQ(answer.outlook.size(), 1u);
  EXPECT_EQ(answer.outlook[0].id, "talk");
  EXPECT_EQ(ask(toy_pack(law()), sold, "2024-08-01").outlook.front().id, "later");
  EXPECT_EQ(ask(toy_pack(law()), sold, "2024-08-01").verdict, answer.verdict);
}

TEST(EvaluateParts, FlagsAreRaisedBesideTheVerdict) {
  Stated odd = sold;
  odd.emplace_back("buyer.hq", "KP");
  EXPECT_TRUE(ask(toy_pack(law()), sold).flags.empty());
  ASSERT_EQ(ask(toy_pack(law()), odd).flags.size(), 1u);
  EXPECT_EQ(ask(toy_pack(law()), odd).flags[0].provision, "odd");
}

TEST(EvaluateParts, TheReceiptHoldsWhatWasStatedAndCitesWhatSpoke) {
  const law::Pack pack = toy_pack(law());
  const Answer answer = ask(pack, sold);
  const Receipt& receipt = answer.receipt;
  EXPECT_EQ(receipt.pack, "toy");
  EXPECT_EQ(receipt.pack_hash, pack.hash);
  EXPECT_EQ(receipt.on.iso(), "2024-07-01");
  EXPECT_EQ(receipt.known.iso(), "2026-01-01");
  EXPECT_EQ(receipt.outcome, Verdict::License);
  const std::vector<std::pair<std::string, std::string>> stated = {
      {"item.kind", "circuit"}, {"item.tpp", "5000 TPP"}, {"to.place", "CN"}};
  EXPECT_EQ(receipt.facts, stated);
  EXPECT_EQ(receipt.cited, (std::vector<std::string>{"need", "P.a"}));
}

TEST(EvaluateParts, AskingTwiceGivesTheSameAnswer) {
  const law::Pack pack = toy_pack(law());
  const PackIndex index(pack);
  const Query query = query_of(pack, sold);
  const Answer first = answer_to(pack, query);
  const Answer second = evaluate({pack, places(), &index}, query);
  EXPECT_EQ(first.reason.en, second.reason.en);
  EXPECT_EQ(first.receipt.cited, second.receipt.cited);
  EXPECT_EQ(first.proof.size(), second.proof.size());
}

TEST(EvaluateParts, AWeakFigureWarns) {
  const law::Pack pack = toy_pack(law());
  Query query = query_of(pack, sold);
  const auto weak = [&] {
    const Answer answer = answer_to(pack, query);
    return std::any_of(answer.warnings.begin(), answer.warnings.end(), [](const Warning& warning) {
      return warning.code == "W-weak-fact" && warning.subject == "item.tpp";
    });
  };
  EXPECT_FALSE(weak());
  FactValue figure = *query.candidates[0].find("item.tpp");
  figure.confidence = Confidence::Low;
  query.candidates[0].set("item.tpp", figure);
  EXPECT_TRUE(weak());
}

}  // namespace
}  // namespace licit::test
