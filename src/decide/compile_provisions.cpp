// Provisions to diagrams: the algebra of docs/semantics.md, sections 5 and 6, on functions instead of
// truths.
#include <algorithm>

#include "decide/compile.h"
#include "decide/decision.h"

namespace licit {
namespace {

Leaf leaf_of(Weight weight) { return static_cast<Leaf>(weight); }

bool names(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

std::vector<std::string_view> paragraphs_of(const law::Pack& pack) {
  std::vector<std::string_view> out;
  const auto add = [&](std::string_view name) {
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  };
  for (const law::Precedence& order : pack.precedences) {
    for (const std::string& name : order.classes) add(name);
  }
  for (const law::Rule& rule : pack.rules) {
    if (rule.outcome == law::OutcomeKind::Class) add(rule.outcome_name);
  }
  return out;
}

MomentCompiler::MomentCompiler(Diagrams& diagrams, const Axes& axes, const LawAt& law,
                               const Places& places)
    : diagrams_(diagrams),
      axes_(axes),
      law_(law),
      sets_(diagrams, axes, law, places),
      precedence_(paragraphs_of(law.pack())) {}

Moment MomentCompiler::compile() {
  Moment out;
  out.from = law_.on();
  out.covered = law_.on() >= law_.pack().header.covers_from;
  for (const law::Reading& reading : law_.pack().readings) {
    if (law_.reading(reading.id) == &reading) out.readings.push_back(reading.id);
  }
  Diagram any = Diagram::No;
  for (const std::string_view name : precedence_) {
    out.paragraphs.push_back({name, met(name)});
    any = diagrams_.either(any, out.paragraphs.back().met);
  }
  out.unclassified = diagrams_.opposite(any);
  const auto weigh = [&](Diagram holds, Weight weight) {
    const std::array<Leaf, 2> image{leaf_of(Weight::Nothing), leaf_of(weight)};
    out.parts.push_back(diagrams_.replace_leaves(holds, image));
  };
  for (const law::Rule* rule : law_.rules()) {
    switch (rule->outcome) {
      case law::OutcomeKind::NotSubject:
      case law::OutcomeKind::NotCovered:
        out.scope.push_back({rule, holds(*rule)});
        weigh(out.scope.back().holds, rule->outcome == law::OutcomeKind::NotSubject
                                          ? Weight::NotSubject
                                          : Weight::NotCovered);
        break;
      case law::OutcomeKind::License:
      case law::OutcomeKind::Prohibited:
        out.requirements.push_back(requirement(*rule));
        out.parts.push_back(out.requirements.back().outcome);
        break;
      case law::OutcomeKind::Class:
      case law::OutcomeKind::NoLicense:
        break;
    }
  }
  weigh(out.covered ? out.unclassified : Diagram::Yes, Weight::NoParagraph);
  return out;
}

Diagram MomentCompiler::received(const law::Rule& rule) {
  const auto axis = axes_.find(Asks::Received, rule.provenance.source);
  return axis ? diagrams_.test(*axis, ClassSet().set(1)) : Diagram::Yes;
}

Diagram MomentCompiler::after_exclusions(const law::Rule& rule) {
  Diagram out = diagrams_.both(of(rule.when), received(rule));
  for (const law::Defeat* defeat : law_.defeats()) {
    if (defeat->kind != law::DefeatKind::Exclusion || !names(defeat->to, rule.id)) continue;
    out = diagrams_.but_not(out, holds(*defeat));
  }
  return out;
}

Diagram MomentCompiler::holds(const law::Rule& rule) {
  const auto found = rules_.find(&rule);
  if (found != rules_.end()) return found->second;
  if (!busy_.insert(&rule).second) return Diagram::No;  // the checker refuses such cycles
  Diagram out = after_exclusions(rule);
  for (const law::Rule* other : law_.rules()) {
    if (names(other->overrides, rule.id)) out = diagrams_.but_not(out, holds(*other));
  }
  rules_.emplace(&rule, out);
  return out;
}

// What is known to exist and not written here never serves anybody.
Diagram MomentCompiler::own(const law::Defeat& defeat) {
  const auto found = defeat_conditions_.find(&defeat);
  if (found != defeat_conditions_.end()) return found->second;
  const Diagram out = defeat.not_encoded || !defeat.when ? Diagram::No : of(*defeat.when);
  defeat_conditions_.emplace(&defeat, out);
  return out;
}

Diagram MomentCompiler::holds(const law::Defeat& defeat) {
  const auto found = defeats_.find(&defeat);
  if (found != defeats_.end()) return found->second;
  if (!busy_.insert(&defeat).second) return Diagram::No;
  Diagram out = own(defeat);
  for (const law::Defeat* other : law_.defeats()) {
    if (names(other->overrides, defeat.id)) out = diagrams_.but_not(out, holds(*other));
  }
  defeats_.emplace(&defeat, out);
  return out;
}

Diagram MomentCompiler::met(std::string_view paragraph) {
  const auto found = met_.find(paragraph);
  if (found != met_.end()) return found->second;
  Diagram out = Diagram::No;
  for (const law::Rule* rule : law_.rules()) {
    if (rule->outcome == law::OutcomeKind::Class && rule->outcome_name == paragraph) {
      out = diagrams_.either(out, holds(*rule));
    }
  }
  met_.emplace(paragraph, out);
  return out;
}

Diagram MomentCompiler::selected(std::string_view paragraph) {
  const auto found = selected_.find(paragraph);
  if (found != selected_.end()) return found->second;
  Diagram out = met(paragraph);
  for (const std::string_view earlier : precedence_) {
    if (earlier == paragraph) break;
    out = diagrams_.but_not(out, met(earlier));
  }
  selected_.emplace(paragraph, out);
  return out;
}

std::map<const law::Defeat*, Diagram> MomentCompiler::ways_open(const law::Rule& rule,
                                                                Diagram not_encoded) {
  // First what the bars leave of each, then what they leave of each other: an exception that is
  // barred here overrides nothing here.
  std::map<const law::Defeat*, Diagram> unbarred;
  for (const law::Defeat* exception : law_.defeats()) {
    if (exception->kind != law::DefeatKind::Exception || !names(exception->to, rule.id)) continue;
    Diagram out = exception->not_encoded ? not_encoded : own(*exception);
    for (const law::Bar* bar : law_.bars()) {
      const bool left_open = names(bar->except, exception->id) ||
                             (!exception->symbol.empty() && names(bar->except, exception->symbol));
      if (!names(bar->to, rule.id) || left_open) continue;
      const auto known = bars_.find(bar);
      const Diagram closes = known != bars_.end() ? known->second : of(bar->when);
      bars_.emplace(bar, closes);
      out = diagrams_.but_not(out, closes);
    }
    unbarred.emplace(exception, out);
  }
  std::map<const law::Defeat*, Diagram> open;
  for (const auto& [exception, before] : unbarred) {
    Diagram out = before;
    for (const law::Defeat* other : law_.defeats()) {
      if (!names(other->overrides, exception->id)) continue;
      const auto here = unbarred.find(other);
      out = diagrams_.but_not(out, here != unbarred.end() ? here->second : holds(*other));
    }
    open.emplace(exception, out);
  }
  return open;
}

Diagram MomentCompiler::open_exceptions(const law::Rule& rule) {
  Diagram out = Diagram::No;
  for (const auto& [exception, open] : ways_open(rule, Diagram::No)) {
    out = diagrams_.either(out, open);
  }
  return out;
}

Diagram MomentCompiler::spoken_against(const law::Rule& rule) {
  Diagram out = Diagram::No;
  for (const law::Rule* other : law_.rules()) {
    if (other->outcome != law::OutcomeKind::NoLicense) continue;
    const bool same_reason =
        rule.outcome != law::OutcomeKind::License || other->outcome_name == rule.outcome_name;
    if (same_reason) out = diagrams_.either(out, holds(*other));
  }
  return out;
}

CompiledRequirement MomentCompiler::requirement(const law::Rule& rule) {
  const Weight weight =
      rule.outcome == law::OutcomeKind::Prohibited ? Weight::Prohibited : Weight::License;
  const Diagram unless_against =
      diagrams_.choose(spoken_against(rule), Diagrams::leaf(leaf_of(Weight::Conflict)),
                       Diagrams::leaf(leaf_of(weight)));
  const Diagram outcome = diagrams_.choose(
      open_exceptions(rule), Diagrams::leaf(leaf_of(Weight::Excepted)), unless_against);
  return {&rule, diagrams_.choose(holds(rule), outcome, Diagrams::leaf(leaf_of(Weight::Nothing))),
          review(rule)};
}

Diagram MomentCompiler::review(const law::Rule& rule) {
  Diagram strictest = Diagrams::leaf(static_cast<Leaf>(strictness("not-stated")));
  const Diagrams::Operation stricter =
      diagrams_.operation(8, [](Leaf a, Leaf b) { return std::min(a, b); });
  for (const law::Policy* policy : law_.policies()) {
    if (!names(policy->for_rules, rule.id)) continue;
    strictest = diagrams_.combine(stricter, strictest, review(*policy));
  }
  return strictest;
}

// One policy mostly speaks for many requirements.
Diagram MomentCompiler::review(const law::Policy& policy) {
  const auto found = policies_.find(&policy);
  if (found != policies_.end()) return found->second;
  Diagram out = Diagrams::leaf(static_cast<Leaf>(strictness("not-stated")));
  for (auto choice = policy.choices.rbegin(); choice != policy.choices.rend(); ++choice) {
    const Diagram speaks = choice->when ? of(*choice->when) : Diagram::Yes;
    const auto review = Diagrams::leaf(static_cast<Leaf>(strictness(choice->review)));
    out = diagrams_.choose(speaks, review, out);
  }
  policies_.emplace(&policy, out);
  return out;
}

}  // namespace licit
