// Requirements, exceptions, review, steps and flags as the answer shows them.
#include <algorithm>

#include "decide/citation.h"
#include "decide/parts.h"
#include "decide/unknowns.h"

namespace licit {
namespace {

ExceptionResult exception_result(Judge& judge, const RequirementState& state,
                                 const ExceptionState& exception) {
  const law::Defeat& defeat = judge.pack().defeats[exception.defeat];
  ExceptionResult out;
  out.id = defeat.id;
  out.symbol = defeat.symbol;
  out.citation = citation_of(judge.index(), defeat);
  out.truth = exception.held.truth;
  out.not_encoded = exception.not_encoded;
  out.filing = defeat.filing;
  for (const std::size_t bar : exception.barred_by) {
    out.barred_by.push_back(judge.pack().bars[bar].id);
  }
  Unknowns unknowns(judge);
  unknowns.of_exception(state, exception);
  out.needs = unknowns.facts();
  return out;
}

Review review_result(Judge& judge, std::size_t rule) {
  const ReviewState state = review_of(judge, rule);
  Review out;
  out.policy = state.review;
  out.possible.assign(state.possible.begin(), state.possible.end());
  out.label = state.label;
  if (state.policy) out.citation = citation_of(judge.index(), judge.pack().policies[*state.policy]);
  Unknowns unknowns(judge);
  for (const law::Expr* expr : state.unknown) unknowns.of(*expr);
  out.needs = unknowns.facts();
  return out;
}

}  // namespace

std::vector<Requirement> requirements_of(Judge& judge, const Decision& decision, bool near_misses) {
  std::vector<Requirement> out;
  std::vector<Requirement> missed;
  for (const RequirementState& state : decision.requirements) {
    const bool applies = state.outcome != Outcome::NotRequired;
    if (!applies && !(near_misses && is_near_miss(judge, state.rule))) continue;
    const law::Rule& rule = judge.pack().rules[state.rule];
    Requirement requirement;
    requirement.reason = rule.outcome_name;
    requirement.citation = citation_of(judge.index(), rule);
    requirement.outcome = state.outcome;
    requirement.is_notice = judge.index().links(state.rule).is_notice;
    for (const ExceptionState& exception : state.exceptions) {
      requirement.exceptions.push_back(exception_result(judge, state, exception));
    }
    if (state.outcome == Outcome::Required || state.outcome == Outcome::Undetermined) {
      requirement.review = review_result(judge, state.rule);
    }
    Unknowns unknowns(judge);
    unknowns.of_requirement(state);
    requirement.needs = unknowns.facts();
    (applies ? out : missed).push_back(std::move(requirement));
  }
  std::move(missed.begin(), missed.end(), std::back_inserter(out));
  return out;
}

std::vector<StepDue> steps_of(Judge& judge, const Decision& decision) {
  std::vector<StepDue> out;
  for (const RelyOn& relied : relied_exceptions(judge, decision)) {
    const law::Defeat& defeat = judge.pack().defeats[relied.defeat];
    for (const law::Step& step : defeat.steps) {
      const Truth truth = step.when ? judge.eval(*step.when).truth : Truth::Yes;
      if (truth == Truth::No) continue;
      const Date due = judge.law().on().plus_days(-step.days_ahead);
      const auto with_day = [&](std::string text) {
        const std::size_t at = text.find("{date}");
        if (at != std::string::npos) text.replace(at, 6, due.iso());
        return text;
      };
      StepDue next;
      next.id = step.id;
      next.provision = defeat.id;
      next.says = {with_day(step.says.en), with_day(step.says.fr)};
      if (step.days_ahead > 0) next.due = due;
      next.unsure = truth == Truth::Unknown || !relied.sure;
      // The same duty under two exceptions is one duty, due on the earlier day.
      const auto same = std::find_if(out.begin(), out.end(),
                                     [&](const StepDue& other) { return other.id == next.id; });
      if (same == out.end()) {
        out.push_back(std::move(next));
      } else {
        const bool surer = same->unsure && !next.unsure;
        const bool sooner =
            next.unsure == same->unsure && next.due && same->due && *next.due < *same->due;
        if (surer || sooner) *same = std::move(next);
      }
    }
  }
  return out;
}

std::vector<std::string> filing_of(const Judge& judge, const Decision& decision) {
  std::vector<std::string> out;
  for (const RelyOn& relied : relied_exceptions(judge, decision)) {
    const std::string& filing = judge.pack().defeats[relied.defeat].filing;
    if (!filing.empty() && std::find(out.begin(), out.end(), filing) == out.end()) {
      out.push_back(filing);
    }
  }
  return out;
}

std::vector<Citation> flags_of(Judge& judge) {
  std::vector<Citation> out;
  for (std::size_t i = 0; i < judge.pack().flags.size(); ++i) {
    const law::Flag& flag = judge.pack().flags[i];
    if (judge.law().flag(i) && judge.eval(flag.when).truth == Truth::Yes) {
      out.push_back(citation_of(judge.index(), flag));
    }
  }
  return out;
}

}  // namespace licit
