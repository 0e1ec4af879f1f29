// Files, headers, recovery: what holds the declarations together.
#include "language/parser.h"

#include "base/text.h"
#include "language/lexer.h"
#include "language/limits.h"
#include "language/parser_impl.h"

namespace licit::law {
namespace {

std::size_t count_declarations(const Pack& p) {
  return p.sources.size() + p.readings.size() + p.facts.size() + p.params.size() + p.sets.size() +
         p.defines.size() + p.rules.size() + p.defeats.size() + p.bars.size() + p.policies.size() +
         p.precedences.size() + p.flags.size() + p.asides.size() + p.pointers.size() +
         p.events.size() + p.tests.size() + p.quirks.size();
}

}  // namespace

ParsedFile parse_file(Pack& pack, std::uint32_t file, Reporter& report) {
  return Parser(pack, file, report).run();
}

Parser::Parser(Pack& pack, std::uint32_t file, Reporter& report)
    : pack_(pack), file_(file), report_(report), text_(pack.files[file].text) {}

ParsedFile Parser::run() {
  const std::size_t errors_before = report_.errors();
  const std::string_view path = pack_.files[file_].path;
  if (text_.size() > limits::file_bytes) {
    report_.error_in(
        std::string(path), "L007",
        {Msg::LawFileTooLarge, {std::to_string(text_.size()), std::to_string(limits::file_bytes)}},
        {{Msg::LawFileTooLargeHelp, {}}});
    out_.ok = false;
    return std::move(out_);
  }
  if (!is_valid_utf8(text_) || text_.find('\0') != std::string_view::npos) {
    report_.error_in(std::string(path), "L004", {Msg::LawNotText, {}}, {{Msg::LawNotTextHelp, {}}});
    out_.ok = false;
    return std::move(out_);
  }
  out_.tree.tokens = lex(text_, file_, &report_);
  for (std::size_t i = 0; i < out_.tree.tokens.size(); ++i) {
    if (!is_trivia(out_.tree.tokens[i].kind))
      out_.tree.significant.push_back(static_cast<std::uint32_t>(i));
  }
  end_ = out_.tree.tokens.back();
  open_.push_back({SyntaxKind::File, 0, 0, {}});

  header();
  recover();
  while (!at(TokenKind::End) && !report_.full()) {
    if (count_declarations(pack_) >= limits::declarations) {
      error("L010", here(), {Msg::LawTooManyDeclarations, {std::to_string(limits::declarations)}});
      break;
    }
    declaration();
    end_of_declaration();
    recover();
  }
  open_.front().last = static_cast<std::uint32_t>(at_);
  out_.tree.root = std::move(open_.front());
  out_.ok = report_.errors() == errors_before;
  return std::move(out_);
}

// -- headers ------------------------------------------------------------------------------------

void Parser::header() {
  const std::uint32_t begin = peek().begin;
  if (at("pack")) {
    pack_header();
  } else if (at("part")) {
    const Node node(*this, SyntaxKind::Declaration);
    take();
    expect("of");
    out_.header = HeaderKind::Part;
    out_.of = name();
    if (at(TokenKind::String)) take();
  } else if (at("overlay")) {
    overlay_header();
  } else {
    fail("L026", {Msg::LawNoHeader, {}}, {{Msg::LawNoHeaderHelp, {}}});
  }
  out_.header_span = span_from(begin);
  end_of_declaration();
}

void Parser::pack_header() {
  const Node node(*this, SyntaxKind::Declaration);
  out_.header = HeaderKind::Pack;
  PackHeader& pack = out_.pack;
  const std::uint32_t begin = take().begin;
  out_.of = pack.id = name();
  pack.title.en = string();
  pack.title.fr = pack.title.en;
  Seen seen;
  for (;;) {
    const Node clause(*this, SyntaxKind::Clause);
    if (at("title")) {
      once(seen);
      pack.title = bilingual();
    } else if (at("verified-through")) {
      once(seen);
      pack.verified_through = date();
    } else if (at("covers-from")) {
      once(seen);
      pack.covers_from = date();
    } else if (at("use")) {
      take();
      pack.uses.push_back(name());
    } else {
      break;
    }
  }
  pack.span = span_from(begin);
  for (const std::string_view needed : {"verified-through", "covers-from"}) {
    if (!panic_ && !seen.contains(needed))
      error("L148", pack.span, {Msg::LawMissingClause, {std::string(needed), pack.id}});
  }
}

// -- declarations -------------------------------------------------------------------------------

bool Parser::at_declaration() const {
  if (!at(TokenKind::Name) || !words::contains(words::declarations(), text())) return false;
  if (at("source")) {
    // `source X` is also a clause; only a declaration goes on with an instrument and a citation.
    return at_name(1) && at(TokenKind::Name, 2) && at(TokenKind::String, 3) && text(2) != "cite" &&
           text(2) != "url" && text(2) != "verified";
  }
  if (at("reading")) return at_name(1) && !at("is", 2);
  if (at("fact") || at("param") || at("set")) return at_name(1) && at(TokenKind::Colon, 2);
  if (at("test")) return at(TokenKind::String, 1);
  if (at("precedence")) return at("class", 1);
  if (at("amend")) return at("param", 1);
  if (at("add") || at("remove")) return at("member", 1);
  return at_name(1);
}

void Parser::declaration() {
  const Node node(*this, SyntaxKind::Declaration);
  started_ = at_;
  declaring_ = at_name(1) ? std::string(text(1)) : std::string();
  if (at("source")) return source();
  if (at("fact")) return fact();
  if (at("param")) return param();
  if (at("set")) return set();
  if (at("reading")) return reading();
  if (at("event")) return event();
  if (at("precedence")) return precedence();
  if (at("define")) return define();
  if (at("rule")) return rule();
  if (at("exclusion")) return exclusion();
  if (at("exception")) return exception();
  if (at("bar")) return bar();
  if (at("policy")) return policy();
  if (at("flag")) return flag();
  if (at("aside")) return aside();
  if (at("pointer")) return pointer();
  if (at("quirk")) return quirk();
  if (at("test")) return test();
  if (at("amend") || at("repeal") || at("suspend") || at("add") || at("remove")) return amendment();
  if (at("pack") || at("part") || at("overlay"))
    return fail("L027", {Msg::LawHeaderNotFirst, {std::string(text())}});
  if (at(TokenKind::Name) && words::contains(words::clauses(), text()))
    return fail("L024", {Msg::LawClauseOutside, {std::string(text())}},
                {{Msg::LawClauseOutsideHelp, {}}});
  fail("L021", {Msg::LawUnknownDeclaration, {std::string(text())}},
       at(TokenKind::Name) ? suggest(text(), words::declarations()) : std::vector<Text>{});
}

// After a declaration comes another or the end; else a word stands there that is no clause of it.
void Parser::end_of_declaration() {
  if (panic_ || at(TokenKind::End) || at_declaration()) return;
  if (at(TokenKind::Name) && words::contains(words::declarations(), text()) && first_on_its_line())
    return;  // declaration() says what is wrong with it
  // What was kept of the declaration is not all of it: what it lacks is not to be reported.
  if (!declaring_.empty()) out_.broken.push_back(declaring_);
  std::vector<Text> help;
  if (at(TokenKind::Name)) {
    const bool leftmost = peek().begin == 0 || text_[peek().begin - 1] == '\n';
    if (leftmost && !words::contains(words::clauses(), text())) {
      // Meant as a declaration, by where it stands.
      fail("L021", {Msg::LawUnknownDeclaration, {std::string(text())}},
           suggest(text(), words::declarations()));
      return;
    }
    if (words::contains(words::clauses(), text())) {
      fail("L024", {Msg::LawClauseOutside, {std::string(text())}},
           {{Msg::LawClauseOutsideHelp, {}}});
      return;
    }
    help = suggest(text(), words::clauses());
    if (help.empty()) help = suggest(text(), words::declarations());
  }
  if (at("and") || at("or")) help = {{Msg::LawStrayJoinHelp, {}}};
  fail("L024", {Msg::LawUnknownClause, {std::string(text())}}, std::move(help));
}

// Where an error is pending: passes over tokens up to what looks like a declaration.
void Parser::recover() {
  if (!panic_) return;
  panic_ = false;
  if (at_ == started_ && !at(TokenKind::End)) ++at_;  // it failed on its first word
  while (!at(TokenKind::End) && !(at_declaration() && first_on_its_line())) ++at_;
}

bool Parser::first_on_its_line() const {
  const std::uint32_t begin = peek().begin;
  std::size_t i = begin;
  while (i > 0 && (text_[i - 1] == ' ' || text_[i - 1] == '\t')) --i;
  return i == 0 || text_[i - 1] == '\n' || text_[i - 1] == '\r';
}

}  // namespace licit::law
