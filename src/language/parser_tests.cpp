// Tests, and the amendments of an overlay.
#include "language/limits.h"
#include "language/parser_impl.h"

namespace licit::law {

// A value as written, in one canonical spelling: "300..330 mm2", "{ a, b }", "\"Dell\"".
std::string Parser::value() {
  std::string out;
  const auto piece = [&] { out += take().in(text_); };
  if (at(TokenKind::OpenBrace)) {
    const Node list(*this, SyntaxKind::List);
    take();
    out = "{";
    std::size_t count = 0;
    while (!at(TokenKind::CloseBrace) && !panic_) {
      if (too_long(count++)) break;
      out += out.size() == 1 ? " " : ", ";
      if (!at_name() && !at(TokenKind::String) && !at(TokenKind::Date)) {
        fail("L020", {Msg::LawExpectedValue, {}});
        break;
      }
      piece();
      if (!accept(TokenKind::Comma)) break;
    }
    expect(TokenKind::CloseBrace, "}");
    return out + " }";
  }
  // A number with an exponent (3e26) is a name to the lexer.
  const auto at_number = [&] {
    return at(TokenKind::Number) ||
           (at(TokenKind::Name) && text().front() >= '0' && text().front() <= '9' &&
            text().find_first_of("eE") != std::string_view::npos &&
            text().find_first_not_of("0123456789.eE-") == std::string_view::npos);
  };
  const bool word = at(TokenKind::Date) || at(TokenKind::Name) || at(TokenKind::String);
  if (word && !at_number()) {
    piece();
    return out;
  }
  if (!at_number() && !at(TokenKind::DotDot)) {
    fail("L020", {Msg::LawExpectedValue, {}});
    return out;
  }
  if (at_number()) piece();
  if (at(TokenKind::DotDot)) {
    piece();
    if (at_number()) piece();
  }
  if (at("operations") || at("FLOP")) {
    out += ' ';
    piece();
    return out;
  }
  const std::string written = optional_unit();
  return written.empty() ? out : out + " " + written;
}

void Parser::givens(std::vector<Given>& into) {
  const Node list(*this, SyntaxKind::List);
  do {
    Given g;
    const std::uint32_t begin = peek().begin;
    g.name = name();
    expect(TokenKind::Equal, "=");
    g.value = value();
    g.span = span_from(begin);
    if (too_long(into.size())) break;
    into.push_back(std::move(g));
  } while (accept(TokenKind::Comma));
}

bool Parser::setting(std::vector<Given>& into) {
  Given g;
  const std::uint32_t begin = peek().begin;
  if (at("known")) {
    take();
    const Span span = here();
    g.name = "known";
    date();
    g.value = std::string(text_.substr(span.begin, span.end - span.begin));
  } else if (at("knower")) {
    take();
    g.name = "knower";
    g.value = one_of(words::knowers(), "L119", Msg::LawUnknownKnower);
  } else if (at("posture")) {
    take();
    g.name = "posture";
    g.value = one_of(words::postures(), "L119", Msg::LawUnknownPosture);
  } else if (at("reading") && at("is", 2)) {
    take();
    g.name = "reading." + name();
    expect("is");
    g.value = name();
  } else if (at("strict")) {
    take();
    g.name = "strict";
    g.value = "yes";
  } else if (accept("with")) {
    givens(into);
    return true;
  } else {
    return false;
  }
  g.span = span_from(begin);
  if (!too_long(into.size())) into.push_back(std::move(g));
  return true;
}

TestLine Parser::test_line() {
  const Node node(*this, SyntaxKind::TestLine);
  const std::uint32_t begin = take().begin;
  TestLine line;
  line.on = date();
  while (setting(line.settings)) {
  }
  if (!at("expect")) fail("L020", {Msg::LawExpected, {"expect"}}, {{Msg::LawExpectHelp, {}}});
  while (at("expect")) {
    const Node clause(*this, SyntaxKind::Expectation);
    take();
    const Node list(*this, SyntaxKind::List);
    do {
      if (too_long(line.expects.size())) break;
      line.expects.push_back(expectation());
    } while (accept(TokenKind::Comma));
  }
  line.span = span_from(begin);
  return line;
}

Expectation Parser::expectation() {
  Expectation e;
  const std::uint32_t begin = peek().begin;
  const Span span = here();
  const std::string head = name();
  const auto one_name = [&](std::string_view what) {
    e.what = what;
    e.words.push_back(at(TokenKind::String) ? string() : name());
  };
  if (head == "class" || head == "limb" || head == "by" || head == "reading" || head == "warns" ||
      head == "outlook" || head == "assumes" || head == "excluded" || head == "flag" ||
      head == "not-encoded" || head == "barred" || head == "not-modelled") {
    one_name(head);
  } else if (head == "not") {
    expect("by");
    one_name("not-by");
  } else if (head == "excepted") {
    expect("by");
    one_name("excepted-by");
  } else if (head == "review") {
    e.what = head;
    e.words.push_back(one_of(words::reviews(), "L113", Msg::LawUnknownReview));
  } else if (head == "needs") {
    one_name(head);
    while (accept("and")) e.words.push_back(name());
  } else if (head == "beside") {
    one_name(head);
    if (accept("unknown")) e.words.emplace_back("unknown");
  } else if (head == "step") {
    one_name(head);
    if (at(TokenKind::Date)) e.words.push_back(std::string(take().in(text_)));
  } else if (head == "no") {
    if (accept("step")) {
      one_name("no-step");
    } else if (accept("flag")) {
      one_name("no-flag");
    } else if (accept("beside")) {
      one_name("no-beside");
    } else if (accept("not-modelled")) {
      one_name("no-not-modelled");
    } else {
      expect("reading");
      one_name("no-reading");
    }
  } else if (head == "metric") {
    one_name(head);
    expect(TokenKind::Equal, "=");
    e.words.push_back(value());
  } else if (head == "margin") {
    one_name(head);
    expect("to");
    e.words.push_back(value());
  } else if (head == "members") {
    one_name(head);
    expect(TokenKind::Equal, "=");
    for (std::string& word : braced_names()) e.words.push_back(std::move(word));
  } else {
    e.what = "verdict";
    e.words.push_back(head);
    if (!panic_ && !words::contains(words::verdicts(), head)) {
      std::vector<Text> help = suggest(head, words::expectations());
      if (help.empty()) help.push_back({Msg::LawVerdictsHelp, {}});
      error("L114", span, {Msg::LawUnknownVerdict, {head}}, std::move(help));
    }
  }
  e.span = span_from(begin);
  return e;
}

void Parser::test() {
  const std::uint32_t begin = take().begin;
  declaring_.clear();
  Test t;
  t.title = string();
  Seen seen;
  for (;;) {
    if (at("on")) {
      if (too_long(t.lines.size())) break;
      t.lines.push_back(test_line());
      continue;
    }
    const Node clause(*this, SyntaxKind::Clause);
    if (at("cite")) {
      once(seen);
      t.cite = string();
    } else if (accept("given")) {
      givens(t.given);
    } else {
      break;
    }
  }
  if (!panic_ && t.lines.empty())
    error("L148", span_from(begin), {Msg::LawMissingClause, {"on", t.title}});
  keep(pack_.tests, std::move(t), begin);
}

// -- overlays -----------------------------------------------------------------------------------

void Parser::overlay_header() {
  const Node node(*this, SyntaxKind::Declaration);
  OverlayHeader o;
  const std::uint32_t begin = take().begin;
  out_.header = HeaderKind::Overlay;
  out_.of = o.id = name();
  expect("on");
  o.on_pack = name();
  o.span = span_from(begin);
  pack_.overlays.push_back(std::move(o));
}

void Parser::amendment() {
  Amendment a;
  const Span keyword = here();
  const std::uint32_t begin = keyword.begin;
  declaring_.clear();
  if (accept("amend")) {
    a.kind = Amendment::Kind::AmendParam;
    expect("param");
    a.target = name();
    expect(TokenKind::Equal, "=");
    if (at(TokenKind::Date)) {
      a.date = date();
    } else {
      a.number = number();
      a.unit = optional_unit();
    }
  } else if (accept("repeal")) {
    a.kind = Amendment::Kind::Repeal;
    a.target = name();
  } else if (accept("suspend")) {
    a.kind = Amendment::Kind::Suspend;
    a.target = name();
  } else {
    const bool add = at("add");
    take();
    a.kind = add ? Amendment::Kind::AddMember : Amendment::Kind::RemoveMember;
    expect("member");
    a.words = names();
    expect(add ? "to" : "from");
    // The set after `to` and `from` may be introduced as one.
    if (at("set") && at_name(1)) take();
    a.target = name();
  }
  Seen seen;
  for (bool more = true; more;) {
    const Node clause(*this, SyntaxKind::Clause);
    more = provision_clause(a.provenance, a.validity, seen);
  }
  a.span = span_from(begin);
  if (panic_) return;
  if (out_.header != HeaderKind::Overlay || pack_.overlays.empty()) {
    error("L180", keyword, {Msg::LawAmendmentOutside, {}}, {{Msg::LawAmendmentOutsideHelp, {}}});
    return;
  }
  pack_.overlays.back().amendments.push_back(std::move(a));
}

}  // namespace licit::law
