// The verdict for one set of facts under one choice of readings and posture, before any of it is put
// in words: what the answer is built from, and all that a comparison of two answers needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decide/answer.h"
#include "decide/judge.h"

namespace licit {

struct ExceptionState {
  std::size_t defeat = 0;
  Held held;  // open, after bars and overriding exceptions
  bool not_encoded = false;
  std::vector<std::size_t> barred_by;  // bars that close it
  std::vector<std::size_t> maybe_barred_by;
};

struct RequirementState {
  std::size_t rule = 0;
  Held held;  // less exclusions and overriding rules
  Outcome outcome = Outcome::NotRequired;
  std::vector<ExceptionState> exceptions;  // empty where it surely does not apply
  std::optional<std::size_t> relied;       // into exceptions, where Excepted
  // Into exceptions: those of which one serves wherever it applies, none of them surely.
  std::vector<std::size_t> may_rely;
  std::vector<std::size_t> against;  // no-license rules that speak against it
  Support by;
};

// How an application would be looked at.
struct ReviewState {
  std::optional<std::size_t> policy;
  std::string_view label;
  std::string_view review = "not-stated";  // the strictest possible
  std::vector<std::string_view> possible;  // strictest first
  std::vector<const law::Expr*> unknown;   // conditions that leave it open
  Support by;
};

// What settled the verdict.
enum class Ground { Scope, Coverage, Requirements, NoParagraph };

struct Decision {
  Verdict verdict = Verdict::Undetermined;
  Ground ground = Ground::Requirements;
  bool either_way = false;                 // each answer to what is not known leads to the verdict
  std::optional<std::size_t> scope;        // the scope rule that settled it
  std::vector<std::size_t> scope_unknown;  // scope rules that may yet
  std::string_view selected;
  std::vector<std::string_view> may_be;
  std::vector<RequirementState> requirements;  // every one in force, as declared
  Support by;                                  // what all of it leans on
};

Decision decide(Judge& judge);

RequirementState decide_requirement(Judge& judge, std::size_t rule);
ReviewState review_of(Judge& judge, std::size_t rule);

// Exceptions relied upon and the ids of their steps that are or may be due, each once.
struct RelyOn {
  std::size_t defeat = 0;
  bool sure = true;  // else it is one of several of which one serves
  std::string_view requirement;
};
std::vector<RelyOn> relied_exceptions(const Judge& judge, const Decision& decision);

// Two decisions that give the same text agree for the user: verdict, selected paragraph, outcomes,
// exceptions, steps, review.
std::string signature(Judge& judge, const Decision& decision);

// The strictest review over all requirements that stand; empty where none does.
std::string_view strictest_review(Judge& judge, const Decision& decision);
// Rules that stand and for which no review is stated, or none may turn out to be.
std::vector<std::size_t> rules_without_review(Judge& judge, const Decision& decision);
// 0 for the strictest; what is not stated comes last.
int strictness(std::string_view review);

}  // namespace licit
