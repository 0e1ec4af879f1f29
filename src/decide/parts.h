// The parts of an answer, each built from one decided set of facts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "decide/answer.h"
#include "decide/decision.h"
#include "decide/evaluate.h"
#include "decide/exactly.h"

namespace licit {

// margins.cpp
Classification classification_of(Judge& judge, const Decision& decision, const Detail& detail);

// answer_requirements.cpp. `near_misses`: also those that came close to applying.
std::vector<Requirement> requirements_of(Judge& judge, const Decision& decision, bool near_misses);
std::vector<StepDue> steps_of(Judge& judge, const Decision& decision);
std::vector<std::string> filing_of(const Judge& judge, const Decision& decision);
std::vector<Citation> flags_of(Judge& judge);

// needs.cpp. What leaves an undetermined verdict open: the facts to ask for, those that leave most
// provisions open first, and the facts whose place the law places nowhere.
struct Open {
  std::vector<Need> needs;
  std::vector<std::string> unplaced;
};
Open open_of(Judge& judge, const Decision& decision);
Need need_for(const Judge& judge, const std::string& fact, const std::vector<std::string>& notices);
// Keeps those needs of an undetermined answer on which the verdict really turns, finds the fewest that
// settle it for every chip of `judges`, and puts those first.
void settle_needs(ExactLaw& exact, const std::vector<Judge*>& judges, Answer& answer);

// near_answers.cpp. The nearest other verdicts, in an answer's terms.
std::vector<FlipResult> near_answers(ExactLaw& exact, Judge& judge);

// near_miss.cpp. The fewest leaves whose truth would have to change for a condition to hold.
struct NearMiss {
  int distance = 0;                      // 0 where it holds
  std::vector<const law::Expr*> leaves;  // those that would have to change
  bool is_near() const { return distance == 1 || distance == 2; }
};
NearMiss near_miss(Judge& judge, const law::Expr& expr);
// A rule that does not apply and is one or two leaves away, or was taken away by another provision.
bool is_near_miss(Judge& judge, std::size_t rule);
// A limb such as `item.kind is integrated-circuit`: which kind of thing a rule is about.
bool is_kind_limb(const law::Expr& limb);

// proof.cpp
std::vector<ProvisionProof> proof_of(Judge& judge, const Decision& decision);
ProofNode proof_of(Judge& judge, const law::Expr& condition);
// A condition as the law language writes it: "item.tpp >= tpp.high".
std::string written(const law::Expr& expr);

// outlook.cpp
std::vector<OutlookEntry> outlook_of(Judge& judge, const Classification& classification,
                                     std::span<const std::string> chips);

// warnings.cpp
std::vector<Warning> warnings_of(Judge& judge, const Decision& decision);

// reason.cpp. One to three sentences, made of the deciding provisions' own words.
Bilingual reason_of(Judge& judge, const Decision& decision, const Answer& answer);
std::vector<Citation> deciding_of(Judge& judge, const Decision& decision);

// beside.cpp. What has no part in the verdict is judged apart, so that nothing it reads, assumes or asks
// for reaches the answer but inside its own entry.
struct Beside {
  std::vector<BesideEntry> entries;
  std::vector<NotModelled> not_modelled;
};
Beside beside_of(const Setting& setting, const FactSet& facts, Verdict verdict, bool proof);
// Several chips that a name may mean: what does not hold of each of them turns on which it is.
void join_beside(Beside& into, Beside other);

// receipt.cpp
Receipt receipt_of(Judge& judge, const Query& query, const Answer& answer);

}  // namespace licit
