// Conditions written out as the law language has them, for proofs.
#include "base/text.h"
#include "decide/parts.h"

namespace licit {
namespace {

std::string one_of(const std::vector<std::string>& words, std::string_view is,
                   std::string_view in) {
  if (words.size() == 1) return ' ' + std::string(is) + ' ' + words.front();
  return ' ' + std::string(in) + " { " + joined(words, ", ") + " }";
}

std::string written_set(const law::SetExpr& set) {
  std::string out;
  for (const law::SetTerm& term : set.terms) {
    if (!out.empty()) out += term.minus ? " minus " : " plus ";
    out += term.name.empty() ? "{ " + joined(term.literal, ", ") + " }" : term.name;
  }
  return out;
}

std::string written_operand(const law::Operand& operand) {
  switch (operand.kind) {
    case law::Operand::Kind::Date:
      return operand.date.iso();
    case law::Operand::Kind::Param:
      return operand.param;
    case law::Operand::Kind::Number:
      break;
  }
  return operand.number.decimal() + (operand.unit.empty() ? "" : ' ' + operand.unit);
}

std::string written_list(const law::Expr& expr, std::string_view word) {
  std::string out;
  for (const law::Expr& child : expr.children) {
    if (!out.empty()) (out += ' ') += std::string(word) + ' ';
    const bool list = child.kind == law::ExprKind::All || child.kind == law::ExprKind::Any;
    out += list ? '(' + written(child) + ')' : written(child);
  }
  return out;
}

}  // namespace

std::string written(const law::Expr& expr) {
  switch (expr.kind) {
    case law::ExprKind::All:
      return written_list(expr, "and");
    case law::ExprKind::Any:
      return written_list(expr, "or");
    case law::ExprKind::Not: {
      if (expr.children.empty()) return "not";
      const law::Expr& child = expr.children.front();
      const bool list = child.kind == law::ExprKind::All || child.kind == law::ExprKind::Any;
      return list ? "not (" + written(child) + ')' : "not " + written(child);
    }
    case law::ExprKind::Compare:
      return expr.name + ' ' + std::string(sign_of(expr.comparison)) + ' ' +
             written_operand(expr.operand);
    case law::ExprKind::In:
      if (!expr.words.empty()) return expr.name + " in { " + joined(expr.words, ", ") + " }";
      return expr.name + " in " + written_set(expr.set);
    case law::ExprKind::Includes:
      return expr.name + one_of(expr.words, "includes", "includes any of");
    case law::ExprKind::Is:
      return expr.name + one_of(expr.words, "is", "in");
    case law::ExprKind::Known:
      return expr.name + " is known";
    case law::ExprKind::Class:
      return "class" + one_of(expr.words, "is", "in");
    case law::ExprKind::Meets:
      return "meets " + expr.name;
    case law::ExprKind::Define:
      return expr.name;
    case law::ExprKind::Reading:
      return "reading " + expr.name + one_of(expr.words, "is", "in");
    case law::ExprKind::Posture:
      return "posture" + one_of(expr.words, "is", "in");
    case law::ExprKind::Constant:
      return expr.constant ? "always" : "never";
  }
  return {};
}

}  // namespace licit
