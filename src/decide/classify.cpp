// From paragraphs to verdict: what the item is, what is asked of the transfer, and which of the two
// settles the answer.
#include <algorithm>

#include "decide/decision.h"

namespace licit {
namespace {

// The first paragraph that is met, unless one before it may be.
void select_paragraph(Judge& judge, Decision& decision) {
  for (const std::string_view paragraph : judge.index().paragraphs()) {
    const Truth truth = judge.met(paragraph).truth;
    if (truth == Truth::No) continue;
    if (truth == Truth::Unknown) {
      decision.may_be.push_back(paragraph);
      continue;
    }
    if (decision.may_be.empty()) {
      decision.selected = paragraph;
    } else {
      decision.may_be.push_back(paragraph);
    }
    return;
  }
}

// The scope rule that takes the transaction out, and those that may.
void look_at_scope(Judge& judge, Decision& decision) {
  for (const std::size_t i : judge.index().scope_rules()) {
    if (!judge.law().rule(i)) continue;
    const Held held = judge.rule_holds(i);
    decision.by |= held.by;
    if (held.truth == Truth::Unknown) decision.scope_unknown.push_back(i);
    if (held.truth != Truth::Yes) continue;
    const auto outcome = [&](std::size_t rule) { return judge.pack().rules[rule].outcome; };
    const bool stronger = outcome(i) == law::OutcomeKind::NotSubject && decision.scope &&
                          outcome(*decision.scope) != law::OutcomeKind::NotSubject;
    if (!decision.scope || stronger) decision.scope = i;
  }
}

// Whether some paragraph is surely met, though one before it may be too.
bool surely_classified(Judge& judge) {
  const auto& paragraphs = judge.index().paragraphs();
  return std::any_of(paragraphs.begin(), paragraphs.end(), [&](std::string_view paragraph) {
    return judge.met(paragraph).truth == Truth::Yes;
  });
}

void settle(Judge& judge, Decision& decision) {
  const auto any = [&](Outcome outcome) {
    return std::any_of(decision.requirements.begin(), decision.requirements.end(),
                       [&](const RequirementState& state) { return state.outcome == outcome; });
  };
  const law::Pack& pack = judge.pack();
  if (decision.scope) {
    decision.ground = Ground::Scope;
    decision.verdict = pack.rules[*decision.scope].outcome == law::OutcomeKind::NotSubject
                           ? Verdict::NotSubject
                           : Verdict::NotCovered;
  } else if (any(Outcome::Prohibited)) {
    decision.verdict = Verdict::Prohibited;
  } else if (any(Outcome::Required)) {
    decision.verdict = Verdict::License;
  } else if (any(Outcome::Conflict)) {
    decision.verdict = Verdict::Conflict;
  } else if (any(Outcome::Undetermined) || !decision.scope_unknown.empty()) {
    decision.verdict = Verdict::Undetermined;
  } else if (judge.law().on() < pack.header.covers_from && !any(Outcome::Undetermined)) {
    decision.ground = Ground::Coverage;
    decision.verdict = Verdict::NotCovered;
  } else if (decision.selected.empty() && decision.may_be.empty()) {
    decision.ground = Ground::NoParagraph;
    decision.verdict = Verdict::NotCovered;
  } else {
    const bool classified = !decision.selected.empty() || surely_classified(judge);
    const Verdict clear = any(Outcome::Excepted) ? Verdict::Exception : Verdict::NoLicense;
    decision.verdict = classified ? clear : Verdict::Undetermined;
  }
}

// Where several exceptions serve, one that serves every requirement is relied upon, so that nobody
// is asked to follow two sets of steps.
void rely_on_one(const Judge& judge, Decision& decision) {
  const auto symbol = [&](const ExceptionState& exception) -> const std::string& {
    const law::Defeat& defeat = judge.pack().defeats[exception.defeat];
    return defeat.symbol.empty() ? defeat.id : defeat.symbol;
  };
  const auto serves = [&](const RequirementState& state, const std::string& wanted) {
    return std::any_of(state.exceptions.begin(), state.exceptions.end(),
                       [&](const ExceptionState& exception) {
                         return !exception.not_encoded && exception.held.truth == Truth::Yes &&
                                symbol(exception) == wanted;
                       });
  };
  for (RequirementState& state : decision.requirements) {
    if (!state.relied) continue;
    for (std::size_t i = 0; i < state.exceptions.size(); ++i) {
      const ExceptionState& exception = state.exceptions[i];
      if (exception.not_encoded || exception.held.truth != Truth::Yes) continue;
      const bool everywhere =
          std::all_of(decision.requirements.begin(), decision.requirements.end(),
                      [&](const RequirementState& other) {
                        return !other.relied || serves(other, symbol(exception));
                      });
      if (!everywhere) continue;
      state.relied = i;
      break;
    }
  }
}

std::string outcome_signature(const Judge& judge, const Decision& decision) {
  std::string out(word_of(decision.verdict));
  for (const RequirementState& state : decision.requirements) {
    if (state.outcome == Outcome::NotRequired) continue;
    out += ' ' + judge.pack().rules[state.rule].id + '=';
    out += word_of(state.outcome);
  }
  return out;
}

}  // namespace

Decision decide(Judge& judge) {
  Decision decision;
  look_at_scope(judge, decision);
  select_paragraph(judge, decision);
  for (const std::size_t rule : judge.index().requirement_rules()) {
    if (!judge.law().rule(rule)) continue;
    decision.requirements.push_back(decide_requirement(judge, rule));
    decision.by |= decision.requirements.back().by;
  }
  rely_on_one(judge, decision);
  settle(judge, decision);
  return decision;
}

std::vector<RelyOn> relied_exceptions(const Judge& judge, const Decision& decision) {
  std::vector<RelyOn> out;
  const auto add = [&](const RequirementState& state, std::size_t exception, bool sure) {
    const std::size_t defeat = state.exceptions[exception].defeat;
    const auto seen = std::find_if(out.begin(), out.end(),
                                   [&](const RelyOn& other) { return other.defeat == defeat; });
    if (seen != out.end()) {
      seen->sure = seen->sure || sure;
    } else {
      out.push_back({defeat, sure, judge.pack().rules[state.rule].id});
    }
  };
  for (const RequirementState& state : decision.requirements) {
    if (state.relied) add(state, *state.relied, true);
    for (const std::size_t exception : state.may_rely) add(state, exception, false);
  }
  return out;
}

std::string signature(Judge& judge, const Decision& decision) {
  std::string out = outcome_signature(judge, decision) + " class ";
  out += decision.selected;
  for (const std::string_view paragraph : decision.may_be) (out += '|') += paragraph;
  for (const RelyOn& relied : relied_exceptions(judge, decision)) {
    const law::Defeat& defeat = judge.pack().defeats[relied.defeat];
    out += " by " + defeat.id;
    for (const law::Step& step : defeat.steps) {
      const Truth due = step.when ? judge.eval(*step.when).truth : Truth::Yes;
      if (due != Truth::No) (out += ' ' + step.id + '=') += word_of(due);
    }
  }
  (out += " review ") += strictest_review(judge, decision);
  for (const std::size_t rule : rules_without_review(judge, decision))
    (out += " none for ") += judge.pack().rules[rule].id;
  return out;
}

}  // namespace licit
