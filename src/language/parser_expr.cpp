// Conditions. `and` and `or` never stand beside each other without brackets or numbered limbs:
// statutes have no table of precedence, and neither do their readers.
#include "language/lexer.h"
#include "language/limits.h"
#include "language/parser_impl.h"

namespace licit::law {
namespace {

bool is_comparison(TokenKind kind) {
  return kind >= TokenKind::Equal && kind <= TokenKind::GreaterEqual;
}

Comparison comparison_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::NotEqual:
      return Comparison::NotEqual;
    case TokenKind::Less:
      return Comparison::Less;
    case TokenKind::LessEqual:
      return Comparison::LessEqual;
    case TokenKind::Greater:
      return Comparison::Greater;
    case TokenKind::GreaterEqual:
      return Comparison::GreaterEqual;
    default:
      return Comparison::Equal;
  }
}

Expr negated(Expr inner) {
  Expr e;
  e.kind = ExprKind::Not;
  e.span = inner.span;
  e.children.push_back(std::move(inner));
  return e;
}

}  // namespace

Expr Parser::when() {
  const Node clause(*this, SyntaxKind::Clause);
  expect("when");
  return expression();
}

Expr Parser::expression() {
  const Node node(*this, SyntaxKind::Chain);
  const std::uint32_t begin = peek().begin;
  std::string_view joiner;
  bool mixed = false;
  Expr chain;
  chain.children.push_back(atom());
  while (at("and") || at("or")) {
    if (joiner.empty()) {
      joiner = text();
      chain.kind = joiner == "and" ? ExprKind::All : ExprKind::Any;
    } else if (text() != joiner && !mixed) {
      mixed = true;
      error("L022", here(), {Msg::LawMixedJoin, {}}, {{Msg::LawMixedJoinHelp, {}}});
    }
    take();
    if (too_long(chain.children.size())) break;
    chain.children.push_back(atom());
  }
  if (joiner.empty()) {
    Expr only = std::move(chain.children.front());
    return only;
  }
  chain.span = span_from(begin);
  return chain;
}

Expr Parser::atom() {
  const std::uint32_t begin = peek().begin;
  if (depth_ >= limits::depth) {
    fail("L009", {Msg::LawTooDeep, {std::to_string(limits::depth)}}, {{Msg::LawTooDeepHelp, {}}});
    return {};
  }
  ++depth_;
  Expr e;
  if (at("not") && !is_comparison(peek(1).kind)) {
    take();
    e = negated(atom());
  } else if (at(TokenKind::OpenParen)) {
    const Node node(*this, SyntaxKind::Brackets);
    take();
    e = expression();
    expect(TokenKind::CloseParen, ")");
  } else if ((at("any") || at("all")) && at("of", 1)) {
    e = limbs();
  } else if (at("always") || at("never")) {
    e.kind = ExprKind::Constant;
    e.constant = at("always");
    take();
  } else if (at("class") && (at("is", 1) || at("in", 1))) {
    e = class_condition();
  } else if (at("meets") && at_name(1)) {
    take();
    e.kind = ExprKind::Meets;
    e.name = name();
  } else if (at("posture") && at("is", 1)) {
    take();
    take();
    e.kind = ExprKind::Posture;
    e.words.push_back(one_of(words::postures(), "L119", Msg::LawUnknownPosture));
  } else if (at("reading") && at_name(1) && at("is", 2)) {
    take();
    e.kind = ExprKind::Reading;
    e.name = name();
    take();
    e.words.push_back(name());
  } else {
    e = fact_condition();
  }
  --depth_;
  e.span = span_from(begin);
  return e;
}

Expr Parser::limbs() {
  const Node node(*this, SyntaxKind::Limbs);
  Expr e;
  e.kind = at("any") ? ExprKind::Any : ExprKind::All;
  take();
  expect("of");
  expect(TokenKind::OpenBrace, "{");
  while (at(TokenKind::OpenParen)) {
    const Node limb(*this, SyntaxKind::Limb);
    if (too_long(e.children.size())) break;
    const std::string written = label();
    Expr child = expression();
    child.label = written;
    e.children.push_back(std::move(child));
  }
  if (!at(TokenKind::CloseBrace) || e.children.empty())
    fail("L020", {Msg::LawExpectedLimb, {}}, {{Msg::LawExpectedLimbHelp, {}}});
  take();
  return e;
}

Expr Parser::class_condition() {
  Expr e;
  e.kind = ExprKind::Class;
  take();
  if (accept("in")) {
    e.words = braced_names();
  } else {
    take();
    if (accept("not")) {
      e.words.push_back(name());
      return negated(std::move(e));
    }
    e.words.push_back(name());
  }
  return e;
}

Expr Parser::fact_condition() {
  Expr e;
  if (!at_name() || at_declaration()) {
    fail("L020", {Msg::LawExpectedCondition, {}}, {{Msg::LawExpectedConditionHelp, {}}});
    return e;
  }
  const std::uint32_t begin = peek().begin;
  e.name = name();
  if (is_comparison(peek().kind)) {
    e.kind = ExprKind::Compare;
    e.comparison = comparison_of(take().kind);
    e.operand = operand();
  } else if (accept("in")) {
    e.kind = ExprKind::In;
    e.set = set_expression();
  } else if (accept("includes")) {
    e.kind = ExprKind::Includes;
    e.words.push_back(at(TokenKind::String) ? string() : name());
  } else if (accept("is")) {
    const bool negative = accept("not");
    if (at("known")) {
      take();
      e.kind = ExprKind::Known;
    } else {
      e.kind = ExprKind::Is;
      e.words.push_back(at(TokenKind::String) ? string() : name());
    }
    e.span = span_from(begin);
    if (negative) return negated(std::move(e));
  } else {
    e.kind = ExprKind::Define;
  }
  e.span = span_from(begin);
  return e;
}

Operand Parser::operand() {
  Operand o;
  o.span = here();
  if (at(TokenKind::Number)) {
    o.kind = Operand::Kind::Number;
    o.number = number();
    o.unit = optional_unit();
  } else if (at(TokenKind::Date)) {
    o.kind = Operand::Kind::Date;
    o.date = date();
  } else if (at(TokenKind::Name)) {
    o.kind = Operand::Kind::Param;
    o.param = name();
  } else {
    fail("L020", {Msg::LawExpectedOperand, {}});
  }
  o.span.end = last_end_;
  return o;
}

SetExpr Parser::set_expression() {
  SetExpr out;
  const std::uint32_t begin = peek().begin;
  bool minus = false;
  for (;;) {
    SetTerm term;
    term.minus = minus;
    const std::uint32_t term_begin = peek().begin;
    if (at(TokenKind::OpenBrace)) {
      term.literal = braced_names();
    } else {
      term.name = name();
    }
    term.span = span_from(term_begin);
    if (too_long(out.terms.size())) break;
    out.terms.push_back(std::move(term));
    if (!at("plus") && !at("minus")) break;
    minus = at("minus");
    take();
  }
  out.span = span_from(begin);
  return out;
}

}  // namespace licit::law
