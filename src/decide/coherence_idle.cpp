// Provisions without which every answer of every day would be the same. What an answer says is gone
// through item by item, those first that the provision speaks of: one that matters is mostly found to by the
// first that is compiled, and only for one that does not are all compiled, on every day.
#include <algorithm>

#include "decide/findings.h"

namespace licit {
namespace {

bool names(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool is_requirement(const law::Rule& rule) {
  return rule.outcome == law::OutcomeKind::License || rule.outcome == law::OutcomeKind::Prohibited;
}

bool is_scope(const law::Rule& rule) {
  return rule.outcome == law::OutcomeKind::NotSubject ||
         rule.outcome == law::OutcomeKind::NotCovered;
}

bool holds(const LawAt& law, const void* provision) {
  const auto among = [&](const auto& all) {
    return std::find(all.begin(), all.end(), provision) != all.end();
  };
  return among(law.rules()) || among(law.defeats()) || among(law.bars()) || among(law.policies());
}

}  // namespace

bool Examination::account(const LawAt& law, MomentCompiler& compiler,
                          const std::vector<std::string>* about, const Visitor& visit) {
  const auto say = [&](const Item& item, std::vector<Diagram> says) {
    return says.front() == Diagram::No || visit(item, std::move(says));
  };
  const auto wanted = [&](const law::Rule& rule) {
    return about == nullptr || names(*about, rule.id);
  };
  for (const law::Rule* rule : law.rules()) {
    if (!wanted(*rule)) continue;
    if (is_scope(*rule) && !say({"scope", rule}, {compiler.in_force(*rule)})) return false;
    if (!is_requirement(*rule)) continue;
    const CompiledRequirement one = compiler.required(*rule);
    if (!say({"requirement", rule}, {one.outcome, one.review})) return false;
    if (one.outcome == Diagram::No) continue;
    const Diagram holds = compiler.in_force(*rule);
    for (const auto& [exception, open] : compiler.open_to(*rule)) {
      if (!say({rule->id, exception}, {diagrams_.both(holds, open)})) return false;
    }
  }
  for (const std::string_view paragraph : paragraphs_of(pack_)) {
    const bool asked = std::any_of(law.rules().begin(), law.rules().end(), [&](const auto* rule) {
      return rule->outcome == law::OutcomeKind::Class && rule->outcome_name == paragraph &&
             wanted(*rule);
    });
    if (asked && !say({"class " + std::string(paragraph), nullptr}, {compiler.is_met(paragraph)})) {
      return false;
    }
  }
  return true;
}

bool Examination::matters(const Day& day, const void* provision,
                          const std::vector<std::string>& about) {
  LawAt law = *day.law;
  if (!law.drop(provision)) return false;
  MomentCompiler compiler(diagrams_, axes_, law, places_);
  std::size_t alike = 0;
  const auto same = [&](const Item& item, const std::vector<Diagram>& says) {
    const auto known = day.account.find(item);
    ++alike;
    return known != day.account.end() && known->second == says;
  };
  if (day.account.contains({"scope", provision}) ||
      day.account.contains({"requirement", provision})) {
    return true;
  }
  if (!account(law, compiler, &about, same)) return true;
  alike = 0;
  return !account(law, compiler, nullptr, same) || alike != day.account.size();
}

void Examination::idle(const CoherenceOptions& options) {
  const std::size_t total =
      pack_.rules.size() + pack_.defeats.size() + pack_.bars.size() + pack_.policies.size();
  std::size_t done = 0;
  const auto try_without = [&](const std::string& id, const void* provision,
                               const law::Validity& validity,
                               const std::vector<std::string>& about) {
    if (options.progress) options.progress(total + done++, 2 * total);
    if (stopped(options)) return;
    bool ever = false;
    for (const Day& day : days_) {
      if (!holds(*day.law, provision)) continue;
      ever = true;
      if (matters(day, provision, about)) return;
    }
    Finding finding;
    finding.kind = FindingKind::Idle;
    finding.between = {{id, {}}};
    finding.from = ever && validity.from ? validity.from->day : pack_.header.covers_from;
    if (validity.until) finding.until = validity.until->day;
    out_.push_back(std::move(finding));
  };
  for (const law::Rule& rule : pack_.rules) {
    std::vector<std::string> about = rule.overrides;
    for (const law::Rule& other : pack_.rules) {
      const bool same_class = rule.outcome == law::OutcomeKind::Class &&
                              other.outcome == rule.outcome &&
                              other.outcome_name == rule.outcome_name;
      const bool against = rule.outcome == law::OutcomeKind::NoLicense && is_requirement(other);
      if (same_class || against) about.push_back(other.id);
    }
    try_without(rule.id, &rule, rule.validity, about);
  }
  for (const law::Defeat& defeat : pack_.defeats) {
    if (!defeat.not_encoded) try_without(defeat.id, &defeat, defeat.validity, defeat.to);
  }
  for (const law::Bar& bar : pack_.bars) try_without(bar.id, &bar, bar.validity, bar.to);
  for (const law::Policy& policy : pack_.policies) {
    try_without(policy.id, &policy, policy.validity, policy.for_rules);
  }
}

}  // namespace licit
