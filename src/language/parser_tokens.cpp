// The parser's hands: tokens, names, dates, and the clauses that all provisions share.
#include "language/lexer.h"
#include "language/limits.h"
#include "language/parser_impl.h"

namespace licit::law {

// A node is opened where the next token starts and belongs to its parent only if it took one.
Parser::Node::Node(Parser& parser, SyntaxKind kind) : parser_(parser) {
  const auto first = static_cast<std::uint32_t>(parser.at_);
  parser.open_.push_back({kind, first, first, {}});
}
Parser::Node::~Node() {
  SyntaxNode node = std::move(parser_.open_.back());
  parser_.open_.pop_back();
  node.last = static_cast<std::uint32_t>(parser_.at_);
  if (node.last > node.first) parser_.open_.back().children.push_back(std::move(node));
}

const Token& Parser::peek(std::size_t ahead) const {
  const std::size_t i = at_ + ahead;
  if (panic_ || i >= out_.tree.significant.size()) return end_;
  return out_.tree.tokens[out_.tree.significant[i]];
}

std::string_view Parser::text(std::size_t ahead) const { return peek(ahead).in(text_); }

bool Parser::at(std::string_view word, std::size_t ahead) const {
  return at(TokenKind::Name, ahead) && text(ahead) == word;
}

bool Parser::at_name(std::size_t ahead) const {
  return at(TokenKind::Name, ahead) || at(TokenKind::Number, ahead);
}

Token Parser::take() {
  const Token token = peek();
  if (!panic_ && token.kind != TokenKind::End) {
    ++at_;
    last_end_ = token.end;
  }
  return token;
}

bool Parser::accept(TokenKind kind) {
  if (!at(kind)) return false;
  take();
  return true;
}

bool Parser::accept(std::string_view word) {
  if (!at(word)) return false;
  take();
  return true;
}

void Parser::expect(TokenKind kind, std::string_view shown) {
  if (!accept(kind)) fail("L020", {Msg::LawExpected, {std::string(shown)}});
}

void Parser::expect(std::string_view word) {
  if (!accept(word)) fail("L020", {Msg::LawExpected, {std::string(word)}});
}

Text Parser::found() const {
  if (at(TokenKind::End)) return {Msg::LawFoundEnd, {}};
  std::string shown(text().substr(0, 40));
  while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80)
    shown.pop_back();
  if (!shown.empty() && static_cast<unsigned char>(shown.back()) >= 0xC0) shown.pop_back();
  return {Msg::LawFound, {shown}};
}

Span Parser::here() const { return {file_, peek().begin, peek().end}; }
Span Parser::span_from(std::uint32_t begin) const {
  return {file_, begin, last_end_ > begin ? last_end_ : begin};
}

// An error at the next token after which the declaration is given up.
void Parser::fail(std::string_view code, Text message, std::vector<Text> help) {
  if (panic_) return;
  // A bad character was reported when it was read.
  if (!at(TokenKind::Bad)) {
    // Other messages name the word themselves.
    if (code == "L020" || at(TokenKind::End)) help.insert(help.begin(), found());
    // At the end, the last word is what there is to look at.
    const Span span = at(TokenKind::End) ? Span{file_, last_end_, last_end_} : here();
    report_.error(code, span, std::move(message), std::move(help));
  }
  panic_ = true;
}

// An error after which the declaration goes on.
void Parser::error(std::string_view code, Span span, Text message, std::vector<Text> help) {
  if (!panic_) report_.error(code, span, std::move(message), std::move(help));
}

bool Parser::too_long(std::size_t count) {
  if (count < limits::list) return false;
  fail("L011", {Msg::LawListTooLong, {std::to_string(limits::list)}});
  return true;
}

// -- small pieces -------------------------------------------------------------------------------

std::string Parser::name() {
  if (!at_name()) {
    fail("L020", {Msg::LawExpectedName, {}});
    return {};
  }
  return std::string(take().in(text_));
}

std::string Parser::string() {
  if (!at(TokenKind::String)) {
    fail("L020", {Msg::LawExpectedString, {}});
    return {};
  }
  return string_value(take().in(text_));
}

Date Parser::date() {
  if (!at(TokenKind::Date)) {
    fail("L020", {Msg::LawExpectedDate, {}});
    return {};
  }
  return Date::parse(take().in(text_)).value_or(Date());
}

Number Parser::number() {
  if (!at(TokenKind::Number)) {
    fail("L020", {Msg::LawExpectedNumber, {}});
    return {};
  }
  const Span span = here();
  const std::string_view written = take().in(text_);
  const auto parsed = Number::parse(written);
  if (!parsed)
    error("L005", span, {Msg::NumberOverflow, {std::string(written)}}, {{Msg::LawNumberHelp, {}}});
  return parsed.value_or(Number());
}

std::string Parser::unit() {
  const Span first = here();
  std::string written = name();
  while (accept(TokenKind::Slash)) {
    written += '/';
    written += name();
  }
  if (!panic_ && !words::contains(words::units(), written))
    error("L110", {file_, first.begin, last_end_}, {Msg::LawUnknownUnit, {written}},
          suggest(written, words::units()));
  return written;
}

std::string Parser::optional_unit() {
  if (!at(TokenKind::Name) || words::is_reserved(text())) return {};
  // A misspelt clause is no unit.
  if (!words::contains(words::units(), text()) && !at(TokenKind::Slash, 1) &&
      (first_on_its_line() || at(TokenKind::String, 1)))
    return {};
  return unit();
}

Bilingual Parser::bilingual() {
  const Node node(*this, SyntaxKind::Bilingual);
  const std::uint32_t begin = peek().begin;
  Bilingual out;
  if (!at("en") && !at("fr")) {
    fail("L145", {Msg::LawBothLanguages, {}}, {{Msg::LawBothLanguagesHelp, {}}});
    return out;
  }
  if (accept("en")) out.en = string();
  {
    const Node second(*this, SyntaxKind::Second);
    if (accept("fr")) out.fr = string();
  }
  if (out.en.empty() || out.fr.empty())
    error("L145", span_from(begin), {Msg::LawBothLanguages, {}}, {{Msg::LawBothLanguagesHelp, {}}});
  return out;
}

DayRef Parser::day() {
  DayRef out;
  out.span = here();
  if (at(TokenKind::Date)) {
    out.day = date();
    if (accept("by")) out.by = name();
  } else if (at_name() && !words::is_reserved(text())) {
    out.by = name();
    out.by_effective = true;
  } else {
    fail("L020", {Msg::LawExpectedDay, {}});
  }
  out.span.end = last_end_;
  return out;
}

std::vector<std::string> Parser::names() {
  const Node node(*this, SyntaxKind::List);
  std::vector<std::string> out;
  do {
    if (too_long(out.size())) break;
    out.push_back(at(TokenKind::String) ? string() : name());
  } while (accept(TokenKind::Comma));
  return out;
}

std::vector<std::string> Parser::braced_names() {
  const Node node(*this, SyntaxKind::List);
  std::vector<std::string> out;
  expect(TokenKind::OpenBrace, "{");
  while (!at(TokenKind::CloseBrace) && !panic_) {
    if (too_long(out.size())) break;
    out.push_back(at(TokenKind::String) ? string() : name());
    if (!accept(TokenKind::Comma)) break;
  }
  expect(TokenKind::CloseBrace, "}");
  return out;
}

std::string Parser::label() {
  expect(TokenKind::OpenParen, "(");
  std::string out = name();
  expect(TokenKind::CloseParen, ")");
  return out;
}

std::string Parser::one_of(words::Words known, std::string_view code, Msg unknown) {
  const Span span = here();
  std::string word = name();
  if (!panic_ && !words::contains(known, word)) {
    std::vector<Text> help = suggest(word, known);
    if (help.empty()) {
      std::string all;
      for (const std::string_view k : known) all += (all.empty() ? "" : ", ") + std::string(k);
      help.push_back({Msg::LawKnownWords, {all}});
    }
    error(code, span, {unknown, {word}}, std::move(help));
  }
  return word;
}

Instrument Parser::instrument() {
  const std::string word = one_of(words::instruments(), "L111", Msg::LawUnknownInstrument);
  return words::instrument(word).value_or(Instrument::Rule);
}

Verified Parser::verified() {
  const std::string word = one_of(words::verified_marks(), "L112", Msg::LawUnknownVerified);
  return words::verified(word).value_or(Verified::Unverified);
}

bool Parser::once(Seen& seen) {
  const std::string_view keyword = text();
  const bool first = seen.insert(keyword).second;
  if (!first) error("L023", here(), {Msg::LawClauseTwice, {std::string(keyword)}});
  take();
  return first;
}

bool Parser::provision_clause(Provenance& provenance, Validity& validity, Seen& seen) {
  if (at("cite")) {
    once(seen);
    provenance.cite = string();
  } else if (at("source") && !at_declaration()) {
    once(seen);
    provenance.source = name();
  } else if (at("verified")) {
    once(seen);
    provenance.verified = verified();
    if (at(TokenKind::String)) provenance.verified_note = string();
  } else if (at("says")) {
    once(seen);
    provenance.says = bilingual();
  } else if (at("partial")) {
    once(seen);
    provenance.partial = bilingual();
  } else if (at("from")) {
    once(seen);
    validity.from = day();
  } else if (at("until")) {
    once(seen);
    validity.until = day();
  } else {
    return false;
  }
  return true;
}

}  // namespace licit::law
