#include "decide/mutate_observable.h"

#include <algorithm>

namespace licit::mutation {
namespace {

bool in_force(const law::Validity& validity, Date day, const std::string& by) {
  if (validity.from && day < validity.from->day) return false;
  if (!validity.until || day < validity.until->day) return true;
  return !validity.until->by.empty() && validity.until->by != by;
}

}  // namespace

Observable::Observable(const law::Pack& pack) {
  for (const law::Define& define : pack.defines) {
    names(define.when, {&define.validity, define.id, nullptr});
  }
  for (const law::Rule& rule : pack.rules) {
    rules_[rule.id].push_back(&rule.validity);
    names(rule.when, {&rule.validity, "", nullptr});
  }
  for (const law::Defeat& defeat : pack.defeats) {
    const User user{&defeat.validity, "", &defeat.to};
    if (defeat.when) names(*defeat.when, user);
    for (const law::Step& step : defeat.steps) {
      if (step.when) names(*step.when, user);
    }
  }
  for (const law::Bar& bar : pack.bars) names(bar.when, {&bar.validity, "", &bar.to});
  for (const law::Policy& policy : pack.policies) {
    for (const law::PolicyChoice& choice : policy.choices) {
      if (choice.when) names(*choice.when, {&policy.validity, "", &policy.for_rules});
    }
  }
  for (const law::Flag& flag : pack.flags) names(flag.when, {&flag.validity, "", nullptr});
  for (const law::Aside& aside : pack.asides) names(aside.when, {&aside.validity, "", nullptr});
  for (const law::Pointer& pointer : pack.pointers) {
    if (pointer.when) names(*pointer.when, {&pointer.validity, "", nullptr});
  }
}

void Observable::names(const law::Expr& expr, const User& user) {
  if (expr.kind == law::ExprKind::Define) users_[expr.name].push_back(user);
  if (expr.operand.kind == law::Operand::Kind::Param) users_[expr.operand.param].push_back(user);
  for (const law::Expr& child : expr.children) names(child, user);
}

bool Observable::any_rule(const std::vector<std::string>& ids, Date day,
                          const std::string& by) const {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    const auto versions = rules_.find(id);
    // A target that is no rule (a class, an exception's own symbol): not ours to judge.
    if (versions == rules_.end()) return true;
    return std::any_of(versions->second.begin(), versions->second.end(),
                       [&](const law::Validity* one) { return in_force(*one, day, by); });
  });
}

// Defines have no cycles, so this ends.
bool Observable::any_user(const std::string& id, Date day, const std::string& by) const {
  const auto users = users_.find(id);
  if (users == users_.end()) return false;
  return std::any_of(users->second.begin(), users->second.end(), [&](const User& user) {
    if (!in_force(*user.validity, day, by)) return false;
    if (!user.define.empty()) return any_user(user.define, day, by);
    return user.targets == nullptr || any_rule(*user.targets, day, by);
  });
}

bool Observable::matters(const law::Param& param, Date day, const std::string& by) const {
  return any_user(param.id, day, by);
}
bool Observable::matters(const law::Define& define, Date day, const std::string& by) const {
  return any_user(define.id, day, by);
}
bool Observable::matters(const law::Defeat& defeat, Date day, const std::string& by) const {
  return any_rule(defeat.to, day, by);
}
bool Observable::matters(const law::Bar& bar, Date day, const std::string& by) const {
  return any_rule(bar.to, day, by);
}
bool Observable::matters(const law::Policy& policy, Date day, const std::string& by) const {
  return any_rule(policy.for_rules, day, by);
}

}  // namespace licit::mutation
