// Provisions: definitions, rules, exclusions, exceptions, bars, policies, flags, asides, pointers. The clauses of a
// provision stand in any order before `when`, which ends it.
#include "language/limits.h"
#include "language/parser_impl.h"

namespace licit::law {

void Parser::define() {
  const std::uint32_t begin = take().begin;
  Define d;
  d.id = name();
  Seen seen;
  for (bool more = true; more;) {
    const Node clause(*this, SyntaxKind::Clause);
    more = provision_clause(d.provenance, d.validity, seen);
  }
  d.when = when();
  keep(pack_.defines, std::move(d), begin);
}

void Parser::outcome(Rule& rule) {
  if (accept("class")) {
    rule.outcome = OutcomeKind::Class;
    rule.outcome_name = name();
  } else if (accept("license")) {
    rule.outcome = OutcomeKind::License;
    expect("required");
    expect("for");
    rule.outcome_name = name();
  } else if (accept("no")) {
    rule.outcome = OutcomeKind::NoLicense;
    expect("license");
    expect("for");
    rule.outcome_name = name();
  } else if (accept("prohibited")) {
    rule.outcome = OutcomeKind::Prohibited;
  } else if (accept("not-subject")) {
    rule.outcome = OutcomeKind::NotSubject;
    if (accept("because")) rule.because = bilingual();
  } else if (accept("not-covered")) {
    rule.outcome = OutcomeKind::NotCovered;
    expect("because");
    rule.because = bilingual();
  } else {
    fail("L020", {Msg::LawExpectedOutcome, {}});
  }
}

void Parser::rule() {
  const std::uint32_t begin = take().begin;
  Rule r;
  r.id = name();
  if (accept("overrides")) r.overrides = names();
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("then")) {
      once(seen);
      outcome(r);
    } else if (!provision_clause(r.provenance, r.validity, seen)) {
      break;
    }
  }
  r.when = when();
  if (!panic_ && !seen.contains("then"))
    error("L148", span_from(begin), {Msg::LawMissingClause, {"then", r.id}});
  keep(pack_.rules, std::move(r), begin);
}

void Parser::exclusion() {
  const std::uint32_t begin = take().begin;
  Defeat d;
  d.kind = DefeatKind::Exclusion;
  d.id = name();
  expect("to");
  d.to = names();
  if (accept("overrides")) d.overrides = names();
  Seen seen;
  for (bool more = true; more;) {
    const Node clause(*this, SyntaxKind::Clause);
    more = provision_clause(d.provenance, d.validity, seen);
  }
  d.when = when();
  keep(pack_.defeats, std::move(d), begin);
}

void Parser::exception() {
  const std::uint32_t begin = take().begin;
  Defeat d;
  d.kind = DefeatKind::Exception;
  d.id = name();
  if (accept("symbol")) d.symbol = name();
  expect("to");
  d.to = names();
  if (accept("overrides")) d.overrides = names();
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("filing")) {
      once(seen);
      d.filing = string();
    } else if (!provision_clause(d.provenance, d.validity, seen)) {
      break;
    }
  }
  if (at("not") && at("encoded", 1)) {
    const Node clause(*this, SyntaxKind::Clause);
    take();
    take();
    d.not_encoded = true;
  } else {
    d.when = when();
  }
  while (at("step")) {
    const Node clause(*this, SyntaxKind::Clause);
    if (too_long(d.steps.size())) break;
    d.steps.push_back(step());
  }
  keep(pack_.defeats, std::move(d), begin);
}

Step Parser::step() {
  Step s;
  const std::uint32_t begin = take().begin;
  s.id = name();
  if (at(TokenKind::Number)) {
    const Span span = here();
    const Number days = number();
    if (days.den() != 1 || days.num() > 3650)
      error("L133", span, {Msg::LawBadStepDays, {days.decimal()}});
    else
      s.days_ahead = static_cast<int>(days.num());
    expect("days");
    expect("ahead");
  }
  if (accept("when")) s.when = expression();
  expect("says");
  s.says = bilingual();
  s.span = span_from(begin);
  return s;
}

void Parser::bar() {
  const std::uint32_t begin = take().begin;
  Bar b;
  b.id = name();
  expect("to");
  expect("exceptions");
  expect("of");
  b.to = names();
  if (accept("except")) b.except = names();
  Seen seen;
  for (bool more = true; more;) {
    const Node clause(*this, SyntaxKind::Clause);
    more = provision_clause(b.provenance, b.validity, seen);
  }
  b.when = when();
  keep(pack_.bars, std::move(b), begin);
}

void Parser::policy() {
  const std::uint32_t begin = take().begin;
  Policy p;
  p.id = name();
  expect("for");
  p.for_rules = names();
  Seen seen;
  for (bool more = true; more;) {
    const Node clause(*this, SyntaxKind::Clause);
    more = provision_clause(p.provenance, p.validity, seen);
  }
  {
    const Node clause(*this, SyntaxKind::Clause);
    const Node limbs(*this, SyntaxKind::Limbs);
    expect("first");
    expect("of");
    expect(TokenKind::OpenBrace, "{");
    while (at(TokenKind::OpenParen)) {
      const Node limb(*this, SyntaxKind::Limb);
      if (too_long(p.choices.size())) break;
      PolicyChoice c;
      const std::uint32_t choice_begin = peek().begin;
      c.label = label();
      c.review = one_of(words::reviews(), "L113", Msg::LawUnknownReview);
      if (!accept("otherwise")) {
        expect("when");
        c.when = expression();
      }
      c.span = span_from(choice_begin);
      p.choices.push_back(std::move(c));
    }
    if (!at(TokenKind::CloseBrace) || p.choices.empty())
      fail("L020", {Msg::LawExpectedLimb, {}}, {{Msg::LawExpectedLimbHelp, {}}});
    take();
  }
  keep(pack_.policies, std::move(p), begin);
}

void Parser::flag() {
  const std::uint32_t begin = take().begin;
  Flag f;
  f.id = name();
  Seen seen;
  for (bool more = true; more;) {
    const Node clause(*this, SyntaxKind::Clause);
    more = provision_clause(f.provenance, f.validity, seen);
  }
  f.when = when();
  keep(pack_.flags, std::move(f), begin);
}

void Parser::aside() {
  const std::uint32_t begin = take().begin;
  Aside a;
  a.id = name();
  expect("kind");
  const std::string kind = one_of(words::aside_kinds(), "L138", Msg::LawUnknownAsideKind);
  a.kind = words::aside_kind(kind).value_or(AsideKind::Customs);
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("upon")) {
      once(seen);
      const Node list(*this, SyntaxKind::List);
      do {
        a.upon.push_back(one_of(words::verdicts(), "L139", Msg::LawUnknownUpon));
      } while (!panic_ && accept(TokenKind::Comma));
    } else if (!provision_clause(a.provenance, a.validity, seen)) {
      break;
    }
  }
  a.when = when();
  keep(pack_.asides, std::move(a), begin);
}

void Parser::pointer() {
  const std::uint32_t begin = take().begin;
  Pointer p;
  p.id = name();
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("searched")) {
      once(seen);
      p.searched = string();
    } else if (!provision_clause(p.provenance, p.validity, seen)) {
      break;
    }
  }
  if (at("when")) p.when = when();
  if (!panic_ && p.searched.empty())
    error("L148", span_from(begin), {Msg::LawMissingClause, {"searched", p.id}});
  keep(pack_.pointers, std::move(p), begin);
}

}  // namespace licit::law
