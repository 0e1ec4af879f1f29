// Changes of conditions: connectives, comparisons, constants, words, limbs.
#include <algorithm>

#include "base/text.h"
#include "decide/mutate_sites.h"

namespace licit::mutation {
namespace {

using law::Expr;
using law::ExprKind;

// The path of a child: its label where the law gives one, else its position.
std::string below(const std::string& where, const Expr& child, std::size_t position) {
  return where + "." + (child.label.empty() ? std::to_string(position + 1) : child.label);
}

void visit_connective(Expr& expr, const std::string& where, const Report& report) {
  if (expr.children.size() < 2) return;
  const ExprKind kind = expr.kind;
  const bool all = kind == ExprKind::All;
  expr.kind = all ? ExprKind::Any : ExprKind::All;
  report(where, expr.span, all ? "all" : "any", all ? "any" : "all");
  expr.kind = kind;
  for (std::size_t i = 0; i < expr.children.size(); ++i) {
    Expr child = std::move(expr.children[i]);
    expr.children.erase(expr.children.begin() + static_cast<std::ptrdiff_t>(i));
    report(below(where, child, i), child.span, "limb", "dropped");
    expr.children.insert(expr.children.begin() + static_cast<std::ptrdiff_t>(i), std::move(child));
  }
}

void negate(Expr& expr, const std::string& where, const Report& report) {
  Expr inner = expr;
  Expr outer;
  outer.kind = ExprKind::Not;
  outer.label = inner.label;
  outer.span = inner.span;
  outer.children.push_back(inner);
  std::swap(expr, outer);
  report(where, expr.span, "it", "not it");
  expr = std::move(inner);
}

void visit_compare(Expr& expr, const std::string& where, const Words& words, const Report& report) {
  const auto change = [&](Comparison to) {
    const Comparison from = expr.comparison;
    expr.comparison = to;
    report(where, expr.span, std::string(sign_of(from)), std::string(sign_of(to)));
    expr.comparison = from;
  };
  switch (expr.comparison) {
    case Comparison::Less:
      change(Comparison::LessEqual);
      break;
    case Comparison::LessEqual:
      change(Comparison::Less);
      break;
    case Comparison::Greater:
      change(Comparison::GreaterEqual);
      break;
    case Comparison::GreaterEqual:
      change(Comparison::Greater);
      break;
    case Comparison::Equal:
      change(Comparison::NotEqual);
      break;
    case Comparison::NotEqual:
      change(Comparison::Equal);
      break;
  }
  law::Operand& operand = expr.operand;
  if (operand.kind == law::Operand::Kind::Number) {
    const Number original = operand.number;
    const Number unit = words.last_decimal(operand.span);
    for (const auto& changed : {original.plus(unit), original.minus(unit)}) {
      if (!changed) continue;
      operand.number = *changed;
      report(where, operand.span, original.decimal(), changed->decimal());
    }
    operand.number = original;
  } else if (operand.kind == law::Operand::Kind::Date) {
    const Date original = operand.date;
    for (const int day : {1, -1}) {
      operand.date = original.plus_days(day);
      report(where, operand.span, original.iso(), operand.date.iso());
    }
    operand.date = original;
  }
}

void visit_words(Expr& expr, const std::string& where, const Words& words, const Report& report) {
  if (expr.words.size() > 1) visit_list(expr.words, where, expr.span, report);
  for (std::string& word : expr.words) {
    std::string other;
    switch (expr.kind) {
      case ExprKind::Class:
        other = words.other_class(word);
        break;
      case ExprKind::Reading:
        other = words.other_alternative(expr.name, word);
        break;
      case ExprKind::Posture:
        other = word == "text" ? "enforced" : "text";
        break;
      default:
        other = words.other_word(expr.name, word);
        break;
    }
    if (other.empty() ||
        std::find(expr.words.begin(), expr.words.end(), other) != expr.words.end()) {
      continue;
    }
    std::swap(word, other);
    report(where, expr.span, other, word);
    std::swap(word, other);
  }
}

}  // namespace

void visit_list(std::vector<std::string>& list, const std::string& where, law::Span span,
                const Report& report) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string word = list[i];
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
    report(where, span, word, "dropped");
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(i), word);
  }
}

void visit_set_expr(law::SetExpr& set, const std::string& where, const Report& report) {
  for (std::size_t i = 0; i < set.terms.size(); ++i) {
    law::SetTerm& term = set.terms[i];
    const std::string name =
        term.name.empty() ? "{ " + joined(term.literal, ", ") + " }" : term.name;
    if (i > 0) {
      term.minus = !term.minus;
      report(where, term.span, (term.minus ? "plus " : "minus ") + name,
             (term.minus ? "minus " : "plus ") + name);
      term.minus = !term.minus;
    }
    if (set.terms.size() > 1 && (i > 0 || !set.terms[1].minus)) {
      law::SetTerm kept = term;
      set.terms.erase(set.terms.begin() + static_cast<std::ptrdiff_t>(i));
      report(where, kept.span, name, "dropped");
      set.terms.insert(set.terms.begin() + static_cast<std::ptrdiff_t>(i), std::move(kept));
    }
    law::SetTerm& again = set.terms[i];
    if (again.literal.size() > 1) visit_list(again.literal, where, again.span, report);
  }
}

namespace {

void visit(Expr& expr, const std::string& where, const Words& words, const Report& report,
           bool negated) {
  const auto negate_too = [&] {
    if (!negated) negate(expr, where, report);
  };
  switch (expr.kind) {
    case ExprKind::All:
    case ExprKind::Any:
      visit_connective(expr, where, report);
      break;
    case ExprKind::Not: {
      Expr outer = expr;
      Expr inner = expr.children.front();
      expr = std::move(inner);
      report(where, outer.span, "not it", "it");
      expr = std::move(outer);
      break;
    }
    case ExprKind::Compare:
      visit_compare(expr, where, words, report);
      negate_too();
      break;
    case ExprKind::In:
      // The checker has told words from places; the words are what is read where there are some.
      if (expr.words.empty()) {
        visit_set_expr(expr.set, where, report);
      } else {
        visit_words(expr, where, words, report);
      }
      negate_too();
      break;
    case ExprKind::Constant:
      expr.constant = !expr.constant;
      report(where, expr.span, expr.constant ? "never" : "always",
             expr.constant ? "always" : "never");
      expr.constant = !expr.constant;
      break;
    case ExprKind::Is:
    case ExprKind::Class:
    case ExprKind::Reading:
    case ExprKind::Posture:
    case ExprKind::Includes:
      visit_words(expr, where, words, report);
      negate_too();
      break;
    case ExprKind::Meets:
    case ExprKind::Known:
    case ExprKind::Define:
      negate_too();
      break;
  }
  // Dropping a negation is already there: negating what it negates would be the same change.
  const bool inside_not = expr.kind == ExprKind::Not;
  for (std::size_t i = 0; i < expr.children.size(); ++i) {
    const std::string child = inside_not ? where : below(where, expr.children[i], i);
    visit(expr.children[i], child, words, report, inside_not);
  }
}

}  // namespace

void visit_expr(Expr& expr, const std::string& where, const Words& words, const Report& report) {
  visit(expr, where, words, report, false);
}

void visit_validity(law::Validity& validity, const Report& report, const std::string& where) {
  const auto shift = [&](std::optional<law::DayRef>& ref, const std::string& what) {
    if (!ref) return;
    const Date original = ref->day;
    for (const int day : {1, -1}) {
      ref->day = original.plus_days(day);
      report(where + what, ref->span, original.iso(), ref->day.iso());
    }
    ref->day = original;
  };
  shift(validity.from, "from");
  shift(validity.until, "until");
}

}  // namespace licit::mutation
