// Sources, facts, parameters, sets, readings, events, precedence: the vocabulary of a pack.
#include "language/limits.h"
#include "language/parser_impl.h"

namespace licit::law {

void Parser::source() {
  const std::uint32_t begin = take().begin;
  Source s;
  s.id = name();
  s.instrument = instrument();
  s.citation = string();
  Seen seen;
  const auto dated = [&](std::optional<Date>& into) {
    once(seen);
    into = date();
  };
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("title")) {
      once(seen);
      s.title = bilingual();
    } else if (at("addressee")) {
      once(seen);
      s.addressees.push_back(string());
      while (accept(TokenKind::Comma)) s.addressees.push_back(string());
    } else if (at("verified")) {
      once(seen);
      s.verified = verified();
      if (at(TokenKind::String)) s.verified_note = string();
    } else if (at("url")) {
      once(seen);
      s.url = string();
    } else if (at("announced")) {
      dated(s.announced);
    } else if (at("published")) {
      dated(s.published);
    } else if (at("effective")) {
      dated(s.effective);
    } else if (at("compliance")) {
      dated(s.compliance);
    } else if (at("known")) {
      dated(s.known_to_addressee);
    } else {
      break;
    }
  }
  keep(pack_.sources, std::move(s), begin);
}

void Parser::fact_type(FactDecl& fact) {
  const Span span = here();
  const std::string word = name();
  if (word == "yes-no") {
    fact.type = FactType::YesNo;
  } else if (word == "number") {
    fact.type = FactType::Number;
    fact.unit = optional_unit();
  } else if (word == "date") {
    fact.type = FactType::Date;
  } else if (word == "place") {
    fact.type = FactType::Place;
  } else if (word == "name") {
    fact.type = FactType::Name;
  } else if (word == "one") {
    fact.type = FactType::OneOf;
    expect("of");
    fact.words = braced_names();
  } else if (word == "set") {
    fact.type = FactType::SetOf;
    expect("of");
    if (!accept("names")) fact.words = braced_names();
  } else {
    error("L125", span, {Msg::LawUnknownType, {word}}, [&] {
      std::vector<Text> help = suggest(word, words::fact_types());
      if (help.empty()) help.push_back({Msg::LawTypesHelp, {}});
      return help;
    }());
    panic_ = true;
  }
}

void Parser::fact() {
  const std::uint32_t begin = take().begin;
  FactDecl f;
  f.id = name();
  expect(TokenKind::Colon, ":");
  fact_type(f);
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("says")) {
      once(seen);
      f.says = bilingual();
    } else if (at("asks")) {
      once(seen);
      f.asks = bilingual();
    } else if (at("cite")) {
      once(seen);
      f.cite = string();
    } else if (accept("computed")) {
      Computation c;
      expect("by");
      c.function = name();
      if (accept("under")) {
        c.reading = name();
        expect("is");
        c.alternative = name();
      }
      if (!too_long(f.computed.size())) f.computed.push_back(std::move(c));
    } else if (at("more")) {
      once(seen);
      expect("is");
      expect("stronger");
      f.more_is_stronger = true;
    } else if (at("missing")) {
      once(seen);
      expect("means");
      f.missing_means = value();
      expect("because");
      f.missing_because = bilingual();
      if (accept("unless")) {
        expect("given");
        f.missing_unless_given = names();
      }
    } else {
      break;
    }
  }
  keep(pack_.facts, std::move(f), begin);
}

void Parser::param() {
  const std::uint32_t begin = take().begin;
  Param p;
  p.id = name();
  expect(TokenKind::Colon, ":");
  const bool dated = accept("date");
  if (!dated) p.unit = unit();
  expect(TokenKind::Equal, "=");
  p.value_span = here();
  if (dated) {
    p.date = date();
  } else {
    p.number = number();
    const Span span = here();
    const std::string unit = optional_unit();
    if (!unit.empty() && unit != p.unit)
      error("L131", span, {Msg::LawWrongUnit, {p.id, p.unit, unit}});
  }
  p.value_span.end = last_end_;
  Seen seen;
  for (bool more = true; more;) {
    const Node clause(*this, SyntaxKind::Clause);
    more = provision_clause(p.provenance, p.validity, seen);
  }
  keep(pack_.params, std::move(p), begin);
}

bool Parser::set_clause(SetDecl& set, Seen& seen) {
  if (at("members")) {
    once(seen);
    const Node list(*this, SyntaxKind::List);
    // The list has no end of its own; commas are welcome and not needed.
    for (bool comma = true; at_name() && (comma || !words::is_reserved(text()));) {
      if (too_long(set.members.size())) break;
      SetMember m;
      m.span = here();
      m.word = name();
      set.members.push_back(std::move(m));
      comma = accept(TokenKind::Comma);
    }
    return true;
  }
  if (!at("member")) return provision_clause(set.provenance, set.validity, seen);

  SetMember m;
  const std::uint32_t begin = take().begin;
  m.word = name();
  Seen own;
  for (;;) {
    if (at("from")) {
      once(own);
      m.validity.from = day();
    } else if (at("until")) {
      once(own);
      m.validity.until = day();
    } else if (at("cite")) {
      once(own);
      m.cite = string();
    } else if (at("source") && !at_declaration()) {
      once(own);
      m.source = name();
    } else if (at("under")) {
      once(own);
      m.reading = name();
      expect("is");
      m.alternative = name();
    } else {
      break;
    }
  }
  m.span = span_from(begin);
  if (!too_long(set.members.size())) set.members.push_back(std::move(m));
  return true;
}

void Parser::set() {
  const std::uint32_t begin = take().begin;
  SetDecl s;
  s.id = name();
  expect(TokenKind::Colon, ":");
  const Span span = here();
  const std::string type = name();
  if (type == "word") {
    s.type = FactType::Name;
  } else if (type != "place" && !panic_) {
    error("L125", span, {Msg::LawUnknownSetType, {type}});
    panic_ = true;
  }
  if (accept(TokenKind::Equal)) s.expr = set_expression();
  Seen seen;
  for (bool more = true; more;) {
    const Node clause(*this, SyntaxKind::Clause);
    more = set_clause(s, seen);
  }
  keep(pack_.sets, std::move(s), begin);
}

void Parser::reading() {
  const std::uint32_t begin = take().begin;
  Reading r;
  r.id = name();
  if (at(TokenKind::String)) {
    const std::string title = string();
    r.provenance.says = {title, title};
  }
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("alternatives")) {
      once(seen);
      const Node list(*this, SyntaxKind::List);
      do {
        ReadingAlternative a;
        a.id = name();
        a.says = bilingual();
        if (too_long(r.alternatives.size())) break;
        r.alternatives.push_back(std::move(a));
      } while (accept(TokenKind::Comma));
    } else if (at("default")) {
      once(seen);
      r.default_alternative = name();
      expect("because");
      r.because = bilingual();
    } else if (!provision_clause(r.provenance, r.validity, seen)) {
      break;
    }
  }
  if (!panic_ && !seen.contains("alternatives"))
    error("L148", span_from(begin), {Msg::LawMissingClause, {"alternatives", r.id}});
  if (!panic_ && !seen.contains("default"))
    error("L148", span_from(begin), {Msg::LawMissingClause, {"default", r.id}});
  keep(pack_.readings, std::move(r), begin);
}

void Parser::event() {
  const std::uint32_t begin = take().begin;
  Event e;
  e.id = name();
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("dated")) {
      once(seen);
      e.dated = date();
    } else if (at("dated-to")) {
      once(seen);
      e.dated_to = date();
    } else if (at("public")) {
      once(seen);
      e.public_day = date();
    } else if (at("instrument")) {
      once(seen);
      e.instrument = instrument();
    } else if (at("by")) {
      once(seen);
      // A name is often the same in both languages.
      if (at(TokenKind::String)) {
        e.by.en = string();
        e.by.fr = e.by.en;
      } else {
        e.by = bilingual();
      }
    } else if (at("says")) {
      once(seen);
      e.says = bilingual();
    } else if (at("effect")) {
      once(seen);
      e.effect = one_of(words::effects(), "L124", Msg::LawUnknownEffect);
      e.effect_says = bilingual();
    } else if (at("concerns")) {
      once(seen);
      if (accept("item")) e.items = names();
      if (accept("class")) e.classes = names();
      if (accept("to")) e.places = names();
    } else if (at("cite")) {
      once(seen);
      e.cite = string();
    } else if (at("url")) {
      once(seen);
      e.url = string();
    } else if (at("verified")) {
      once(seen);
      e.verified = verified();
      if (at(TokenKind::String)) e.verified_note = string();
    } else {
      break;
    }
  }
  for (const std::string_view needed : {"dated", "instrument", "says", "effect"}) {
    if (!panic_ && !seen.contains(needed))
      error("L148", span_from(begin), {Msg::LawMissingClause, {std::string(needed), e.id}});
  }
  keep(pack_.events, std::move(e), begin);
}

void Parser::precedence() {
  const std::uint32_t begin = take().begin;
  declaring_.clear();
  Precedence p;
  expect("class");
  p.classes = braced_names();
  keep(pack_.precedences, std::move(p), begin);
}

}  // namespace licit::law
