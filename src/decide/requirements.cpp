// License requirements: what opens them (exceptions), what closes the exceptions (bars), and how an
// application would be looked at (policies). The algebra is in docs/semantics.md.
#include <algorithm>

#include "decide/decision.h"

namespace licit {
namespace {

bool left_open(const law::Bar& bar, const law::Defeat& exception) {
  const auto is = [&](const std::string& name) {
    return name == exception.id || (!exception.symbol.empty() && name == exception.symbol);
  };
  return std::any_of(bar.except.begin(), bar.except.end(), is);
}

// An exception to this requirement, after the bars that reach it.
ExceptionState after_bars(Judge& judge, std::size_t rule, std::size_t position) {
  const law::Defeat& exception = judge.pack().defeats[position];
  ExceptionState state;
  state.defeat = position;
  state.not_encoded = exception.not_encoded;
  state.held = judge.defeat_when(position);
  for (const std::size_t i : judge.index().links(rule).bars) {
    if (!judge.law().bar(i) || left_open(judge.pack().bars[i], exception)) continue;
    const Held bar = judge.bar_when(i);
    if (bar.truth == Truth::Yes) state.barred_by.push_back(i);
    if (bar.truth == Truth::Unknown) state.maybe_barred_by.push_back(i);
    state.held = both_of(state.held, not_of(bar));
  }
  return state;
}

std::vector<ExceptionState> exceptions_to(Judge& judge, std::size_t rule) {
  std::vector<ExceptionState> states;
  for (const std::size_t i : judge.index().links(rule).exceptions) {
    if (judge.law().defeat(i)) states.push_back(after_bars(judge, rule, i));
  }
  // An exception that a bar closes overrides nothing; one that serves other requirements only, and
  // an exclusion, override by their own condition.
  const std::vector<ExceptionState> before = states;
  for (ExceptionState& state : states) {
    if (state.not_encoded) continue;
    for (const std::size_t overrider : judge.index().defeat_overriders(state.defeat)) {
      // What is not encoded does nothing.
      if (!judge.law().defeat(overrider) || judge.pack().defeats[overrider].not_encoded) continue;
      const auto same =
          std::find_if(before.begin(), before.end(),
                       [&](const ExceptionState& other) { return other.defeat == overrider; });
      const Held held = same != before.end() ? same->held : judge.defeat_holds(overrider);
      state.held = both_of(state.held, not_of(held));
    }
  }
  return states;
}

// Rules that say that no license is needed for the same reason (for a prohibition: for any), and
// that no `overrides` puts in order with this one.
void hear_the_other_side(Judge& judge, RequirementState& state) {
  const law::Rule& rule = judge.pack().rules[state.rule];
  Held against{Truth::No, {}};
  for (const std::size_t i : judge.index().no_license_rules()) {
    if (!judge.law().rule(i)) continue;
    const law::Rule& other = judge.pack().rules[i];
    if (rule.outcome == law::OutcomeKind::License && other.outcome_name != rule.outcome_name)
      continue;
    const Held held = judge.rule_holds(i);
    if (held.truth != Truth::No) state.against.push_back(i);
    against = either_of(against, held);
  }
  state.by |= against.by;
  if (against.truth == Truth::Yes) state.outcome = Outcome::Conflict;
  if (against.truth == Truth::Unknown) state.outcome = Outcome::Undetermined;
}

}  // namespace

RequirementState decide_requirement(Judge& judge, std::size_t rule) {
  RequirementState state;
  state.rule = rule;
  state.held = judge.rule_holds(rule);
  state.by = state.held.by;
  if (state.held.truth == Truth::No) return state;

  state.exceptions = exceptions_to(judge, rule);
  Held open{Truth::No, {}};
  for (std::size_t i = 0; i < state.exceptions.size(); ++i) {
    const ExceptionState& exception = state.exceptions[i];
    if (exception.not_encoded) continue;  // known to exist; never clears, never leaves open
    open = either_of(open, exception.held);
    if (exception.held.truth == Truth::Yes && !state.relied) state.relied = i;
  }
  state.by |= open.by;
  const bool applies = state.held.truth != Truth::Unknown;
  if (applies && open.truth == Truth::Yes) {
    state.outcome = Outcome::Excepted;
  } else if (!applies || open.truth == Truth::Unknown) {
    state.outcome = Outcome::Undetermined;
  } else {
    const bool prohibited = judge.pack().rules[rule].outcome == law::OutcomeKind::Prohibited;
    state.outcome = prohibited ? Outcome::Prohibited : Outcome::Required;
    hear_the_other_side(judge, state);
  }
  if (state.outcome != Outcome::Excepted) state.relied.reset();
  return state;
}

int strictness(std::string_view review) {
  constexpr std::string_view order[] = {"policy-of-denial", "presumption-of-denial", "case-by-case",
                                        "presumption-of-approval"};
  const auto* found = std::find(std::begin(order), std::end(order), review);
  return static_cast<int>(found - std::begin(order));
}

ReviewState review_of(Judge& judge, std::size_t rule) {
  ReviewState out;
  int best = strictness("not-stated") + 1;
  for (const std::size_t i : judge.index().links(rule).policies) {
    if (!judge.law().policy(i)) continue;
    const law::Policy& policy = judge.pack().policies[i];
    out.by |= judge.unread(policy.id, policy.provenance);
    for (const law::PolicyChoice& choice : policy.choices) {
      const Held held = choice.when ? judge.eval(*choice.when) : Held{Truth::Yes, {}};
      out.by |= held.by;
      if (held.truth == Truth::No) continue;
      if (std::find(out.possible.begin(), out.possible.end(), choice.review) ==
          out.possible.end()) {
        out.possible.push_back(choice.review);
      }
      if (strictness(choice.review) < best) {
        best = strictness(choice.review);
        out.policy = i;
        out.review = choice.review;
        out.label = choice.label;
      }
      if (held.truth == Truth::Yes) break;
      out.unknown.push_back(&*choice.when);
    }
  }
  std::stable_sort(
      out.possible.begin(), out.possible.end(),
      [](std::string_view a, std::string_view b) { return strictness(a) < strictness(b); });
  if (out.possible.empty()) out.possible.push_back(out.review);
  return out;
}

std::vector<std::size_t> rules_without_review(Judge& judge, const Decision& decision) {
  std::vector<std::size_t> out;
  for (const RequirementState& state : decision.requirements) {
    if (state.outcome != Outcome::Required) continue;
    const std::vector<std::string_view> possible = review_of(judge, state.rule).possible;
    if (std::find(possible.begin(), possible.end(), "not-stated") != possible.end())
      out.push_back(state.rule);
  }
  return out;
}

std::string_view strictest_review(Judge& judge, const Decision& decision) {
  std::string_view out;
  for (const RequirementState& state : decision.requirements) {
    if (state.outcome != Outcome::Required) continue;
    const std::string_view review = review_of(judge, state.rule).review;
    if (out.empty() || strictness(review) < strictness(out)) out = review;
  }
  return out;
}

}  // namespace licit
