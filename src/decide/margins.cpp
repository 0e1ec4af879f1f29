// What the item is, in full: paragraphs with their limbs, the notes that take some away, and how far
// each figure is from each limit.
#include <algorithm>
#include <utility>

#include "base/mapped.h"
#include "decide/parts.h"

namespace licit {
namespace {

void met_limbs(Judge& judge, const law::Expr& expr, std::vector<std::string>& out) {
  if (judge.eval(expr).truth != Truth::Yes) return;
  if (!expr.label.empty() && std::find(out.begin(), out.end(), expr.label) == out.end()) {
    out.push_back(expr.label);
  }
  if (expr.kind == law::ExprKind::All || expr.kind == law::ExprKind::Any) {
    for (const law::Expr& child : expr.children) met_limbs(judge, child, out);
  } else if (expr.kind == law::ExprKind::Define) {
    if (const law::Define* define = judge.law().define(expr.name))
      met_limbs(judge, define->when, out);
  }
}

ClassMet class_met(Judge& judge, std::string_view paragraph, std::size_t rule) {
  ClassMet out;
  out.paragraph = paragraph;
  out.provision = judge.pack().rules[rule].id;
  out.truth = judge.rule_holds(rule).truth;
  met_limbs(judge, judge.pack().rules[rule].when, out.limbs);
  return out;
}

std::optional<Number> magnitude(const std::optional<Number>& n) {
  if (!n) return {};
  return *n < Number(0) ? Number(0).minus(*n) : n;
}

class MarginFinder {
 public:
  explicit MarginFinder(Judge& judge) : judge_(judge) {}

  void look_in(const law::Rule& rule) {
    for (const law::Expr* conjunct : conjuncts(rule.when)) {
      // Limits for another kind of item are no margins of this one.
      if (is_kind_limb(*conjunct) && judge_.eval(*conjunct).truth == Truth::No) return;
    }
    look_at(rule.when, rule.outcome_name, {});
  }

  std::vector<Margin> nearest_first() && {
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      if (a.relative && b.relative) return *a.relative < *b.relative;
      return a.relative.has_value() && !b.relative.has_value();
    });
    std::vector<Margin> out;
    out.reserve(found_.size());
    for (Found& found : found_) out.push_back(std::move(found.margin));
    return out;
  }

 private:
  struct Found {
    Margin margin;
    std::optional<Number> relative;  // distance over limit; absent where it does not fit
  };

  static std::vector<const law::Expr*> conjuncts(const law::Expr& expr) {
    if (expr.kind != law::ExprKind::All) return {&expr};
    return mapped(expr.children, [](const law::Expr& child) { return &child; });
  }

  void look_at(const law::Expr& expr, std::string_view where, std::string_view limb) {
    const std::string_view label = expr.label.empty() ? limb : std::string_view(expr.label);
    if (expr.kind == law::ExprKind::Compare) {
      add(expr, where, label);
    } else if (expr.kind == law::ExprKind::Define) {
      if (const law::Define* define = judge_.law().define(expr.name)) {
        look_at(define->when, where, label);
      }
    }
    for (const law::Expr& child : expr.children) look_at(child, where, label);
  }

  void add(const law::Expr& expr, std::string_view where, std::string_view label) {
    if (expr.operand.kind == law::Operand::Kind::Date) return;
    Number limit = expr.operand.number;
    const std::string* unit = &expr.operand.unit;
    if (expr.operand.kind == law::Operand::Kind::Param) {
      const law::Param* param = judge_.law().param(expr.operand.param);
      if (param == nullptr || !param->number) return;
      limit = *param->number;
      unit = &param->unit;
    }
    const ReadFact& fact = judge_.facts().read(expr.name);
    if (fact.value.type != FactType::Number || fact.value.is_unknown()) return;
    for (const Found& other : found_) {
      if (other.margin.fact == fact.id && other.margin.comparison == expr.comparison &&
          other.margin.limit == limit) {
        return;
      }
    }
    Found& found = found_.emplace_back();
    Margin& margin = found.margin;
    margin.paragraph = where;
    if (!label.empty()) ((margin.paragraph += " (") += label) += ')';
    margin.fact = fact.id;
    margin.value = fact.value.number;
    margin.limit = limit;
    margin.unit = unit->empty() ? fact.value.unit : *unit;
    margin.comparison = expr.comparison;
    margin.truth = judge_.eval(expr).truth;
    if (margin.value.hi) margin.distance.lo = limit.minus(*margin.value.hi);
    if (margin.value.lo) margin.distance.hi = limit.minus(*margin.value.lo);
    found.relative = relative(margin);
  }

  static std::optional<Number> relative(const Margin& margin) {
    const Interval& distance = margin.distance;
    const bool straddles =
        (!distance.lo || *distance.lo <= Number(0)) && (!distance.hi || *distance.hi >= Number(0));
    if (straddles) return Number(0);
    std::optional<Number> low = magnitude(distance.lo);
    const std::optional<Number> high = magnitude(distance.hi);
    if (!low || (high && *high < *low)) low = high;
    if (!low || margin.limit == Number(0)) return low;
    return low->over(margin.limit);
  }

  Judge& judge_;
  std::vector<Found> found_;
};

void add_paragraphs(Judge& judge, Classification& out) {
  for (const std::string_view paragraph : judge.index().paragraphs()) {
    ClassMet met;
    for (const std::size_t rule : judge.index().class_rules(paragraph)) {
      if (!judge.law().rule(rule)) continue;
      if (judge.rule_holds(rule).truth != Truth::No) {
        ClassMet one = class_met(judge, paragraph, rule);
        if (met.paragraph.empty() || (met.truth == Truth::Unknown && one.truth == Truth::Yes)) {
          std::swap(met, one);
        }
        for (std::string& limb : one.limbs) {
          if (std::find(met.limbs.begin(), met.limbs.end(), limb) == met.limbs.end()) {
            met.limbs.push_back(std::move(limb));
          }
        }
      }
      if (judge.rule_when(rule).truth != Truth::Yes) continue;
      ClassMet excluded = class_met(judge, paragraph, rule);
      excluded.truth = Truth::Yes;
      for (const std::size_t exclusion : judge.index().links(rule).exclusions) {
        if (judge.law().defeat(exclusion) && judge.defeat_holds(exclusion).truth == Truth::Yes) {
          excluded.excluded_by.push_back(judge.pack().defeats[exclusion].id);
        }
      }
      if (!excluded.excluded_by.empty()) out.excluded.push_back(std::move(excluded));
    }
    if (!met.paragraph.empty()) out.met.push_back(std::move(met));
  }
}

}  // namespace

Classification classification_of(Judge& judge, const Decision& decision, const Detail& detail) {
  Classification out;
  out.selected = decision.selected;
  out.may_be.assign(decision.may_be.begin(), decision.may_be.end());
  add_paragraphs(judge, out);
  for (const law::FactDecl& fact : judge.pack().facts) {
    if (fact.computed.empty()) continue;
    const FactValue& value = judge.facts().read(fact.id).value;
    if (!value.is_unknown()) out.metrics.push_back({fact.id, value, fact.cite});
  }
  if (!detail.margins) return out;
  MarginFinder margins(judge);
  for (const std::string_view paragraph : judge.index().paragraphs()) {
    for (const std::size_t rule : judge.index().class_rules(paragraph)) {
      if (judge.law().rule(rule)) margins.look_in(judge.pack().rules[rule]);
    }
  }
  out.margins = std::move(margins).nearest_first();
  return out;
}

}  // namespace licit
