// How close a provision came to applying, counted in comparisons.
#include <algorithm>

#include "decide/parts.h"

namespace licit {
namespace {

// Which chip or party it is, the posture and the readings are no near misses of anything.
constexpr int never_near = 3;

int weight_of(Judge& judge, const law::Expr& leaf) {
  switch (leaf.kind) {
    case law::ExprKind::Constant:
    case law::ExprKind::Reading:
    case law::ExprKind::Posture:
      return never_near;
    case law::ExprKind::Class:
    case law::ExprKind::Meets:
      return 1;
    default:
      return judge.facts().read(leaf.name).value.type == FactType::Name ? never_near : 1;
  }
}

// Leaves that would have to change for the condition to be `wanted`: the fewest.
NearMiss leaves_to(Judge& judge, const law::Expr& expr, bool wanted) {
  if (judge.eval(expr).truth == truth_of(wanted)) return {};
  switch (expr.kind) {
    case law::ExprKind::Not:
      if (!expr.children.empty()) return leaves_to(judge, expr.children.front(), !wanted);
      break;
    case law::ExprKind::All:
    case law::ExprKind::Any: {
      // To make an `all of` hold every limb must; to make it fail, the nearest one.
      const bool every = (expr.kind == law::ExprKind::All) == wanted;
      NearMiss total;
      NearMiss least;
      least.distance = -1;
      for (const law::Expr& child : expr.children) {
        NearMiss one = leaves_to(judge, child, wanted);
        total.distance += one.distance;
        total.leaves.insert(total.leaves.end(), one.leaves.begin(), one.leaves.end());
        if (least.distance < 0 || one.distance < least.distance) least = std::move(one);
      }
      return every ? total : least;
    }
    case law::ExprKind::Define:
      if (const law::Define* define = judge.law().define(expr.name)) {
        return leaves_to(judge, define->when, wanted);
      }
      break;
    default:
      break;
  }
  return {weight_of(judge, expr), {&expr}};
}

// The same without the leaves, which most ask nothing of.
int distance_to(Judge& judge, const law::Expr& expr, bool wanted) {
  if (judge.eval(expr).truth == truth_of(wanted)) return 0;
  switch (expr.kind) {
    case law::ExprKind::Not:
      if (!expr.children.empty()) return distance_to(judge, expr.children.front(), !wanted);
      break;
    case law::ExprKind::All:
    case law::ExprKind::Any: {
      const bool every = (expr.kind == law::ExprKind::All) == wanted;
      int total = 0;
      int least = -1;
      for (const law::Expr& child : expr.children) {
        const int one = distance_to(judge, child, wanted);
        total += one;
        if (least < 0 || one < least) least = one;
      }
      return every ? total : least;
    }
    case law::ExprKind::Define:
      if (const law::Define* define = judge.law().define(expr.name)) {
        return distance_to(judge, define->when, wanted);
      }
      break;
    default:
      break;
  }
  return weight_of(judge, expr);
}

// A limit for another kind of item is not near, however close its figures.
bool is_for_another_kind(Judge& judge, const law::Rule& rule) {
  if (rule.outcome != law::OutcomeKind::Class || rule.when.kind != law::ExprKind::All) return false;
  return std::any_of(rule.when.children.begin(), rule.when.children.end(),
                     [&](const law::Expr& limb) {
                       return is_kind_limb(limb) && judge.eval(limb).truth == Truth::No;
                     });
}

}  // namespace

bool is_kind_limb(const law::Expr& limb) {
  return limb.kind == law::ExprKind::Is || (limb.kind == law::ExprKind::In && !limb.words.empty());
}

NearMiss near_miss(Judge& judge, const law::Expr& expr) { return leaves_to(judge, expr, true); }

bool is_near(Judge& judge, const law::Expr& expr) {
  const int distance = distance_to(judge, expr, true);
  return distance == 1 || distance == 2;
}

namespace {

bool came_close(Judge& judge, std::size_t rule) {
  if (judge.rule_holds(rule).truth != Truth::No) return false;
  if (judge.rule_when(rule).truth == Truth::Yes) return true;  // taken away by another provision
  if (is_for_another_kind(judge, judge.pack().rules[rule])) return false;
  return is_near(judge, judge.pack().rules[rule].when);
}

}  // namespace

bool is_near_miss(Judge& judge, std::size_t rule) {
  std::optional<bool>& known = judge.near_miss(rule);
  if (!known) known = came_close(judge, rule);
  return *known;
}

}  // namespace licit
