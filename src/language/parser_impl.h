// The parser itself; for parser*.cpp only. While an error is pending (`panic_`), peek() sees the end
// of the file, so every loop ends and nothing else is reported until the next declaration.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/parser.h"
#include "language/words.h"

namespace licit::law {

class Parser {
 public:
  Parser(Pack& pack, std::uint32_t file, Reporter& report);
  ParsedFile run();

 private:
  // Opens a node of the syntax tree for as long as it lives.
  class Node {
   public:
    Node(Parser& parser, SyntaxKind kind);
    ~Node();
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

   private:
    Parser& parser_;
  };
  // The clauses of one declaration seen so far; each may stand once.
  using Seen = std::set<std::string_view>;

  // -- tokens (parser.cpp)
  const Token& peek(std::size_t ahead = 0) const;
  std::string_view text(std::size_t ahead = 0) const;
  bool at(TokenKind kind, std::size_t ahead = 0) const { return peek(ahead).kind == kind; }
  bool at(std::string_view word, std::size_t ahead = 0) const;
  bool at_name(std::size_t ahead = 0) const;  // a name, or a number that serves as one (740.8)
  Token take();
  bool accept(TokenKind kind);
  bool accept(std::string_view word);
  void expect(TokenKind kind, std::string_view shown);
  void expect(std::string_view word);
  void fail(std::string_view code, Text message, std::vector<Text> help = {});
  void error(std::string_view code, Span span, Text message, std::vector<Text> help = {});
  Text found() const;
  Span here() const;
  Span span_from(std::uint32_t begin) const;
  bool first_on_its_line() const;

  // -- small pieces (parser.cpp)
  std::string name();
  std::string string();
  Date date();
  Number number();
  std::string unit();
  std::string optional_unit();
  Bilingual bilingual();
  DayRef day();
  std::vector<std::string> names();         // a, b, c
  std::vector<std::string> braced_names();  // { a, b, c }
  std::string label();                      // (a.2), without the brackets
  std::string one_of(words::Words known, std::string_view code, Msg unknown);
  Instrument instrument();
  Verified verified();
  bool once(Seen& seen);  // the clause that stands here; reports a second one
  bool too_long(std::size_t count);

  // -- files and declarations (parser.cpp)
  void header();
  void pack_header();
  bool at_declaration() const;
  void declaration();
  void recover();
  void end_of_declaration();

  // -- clauses shared by all provisions (parser.cpp)
  bool provision_clause(Provenance& provenance, Validity& validity, Seen& seen);

  // -- vocabulary (parser_vocabulary.cpp)
  void source();
  void fact();
  void fact_type(FactDecl& fact);
  void param();
  void set();
  bool set_clause(SetDecl& set, Seen& seen);
  void reading();
  void event();
  void precedence();

  // -- provisions (parser_rules.cpp)
  void define();
  void rule();
  void outcome(Rule& rule);
  void exclusion();
  void exception();
  Step step();
  void bar();
  void policy();
  void flag();
  void aside();
  void pointer();
  Expr when();

  // -- quirks (parser_quirks.cpp)
  void quirk();
  Party party();

  // -- conditions (parser_expr.cpp)
  Expr expression();
  Expr atom();
  Expr limbs();
  Expr class_condition();
  Expr fact_condition();
  Operand operand();
  SetExpr set_expression();

  // -- tests and overlays (parser_tests.cpp)
  void test();
  TestLine test_line();
  bool setting(std::vector<Given>& into);
  void givens(std::vector<Given>& into);
  std::string value();
  Expectation expectation();
  void overlay_header();
  void amendment();

  template <typename T>
  void keep(std::vector<T>& into, T declaration, std::uint32_t begin);

  Pack& pack_;
  std::uint32_t file_;
  Reporter& report_;
  std::string_view text_;
  ParsedFile out_;
  std::size_t at_ = 0;            // index into out_.tree.significant
  std::uint32_t last_end_ = 0;    // where the last token taken ended
  std::vector<SyntaxNode> open_;  // nodes being built, outermost first
  std::size_t depth_ = 0;
  bool panic_ = false;
  std::size_t started_ = 0;  // where the declaration being parsed starts
  Token end_;
  std::string declaring_;  // id of the declaration being parsed, for `broken`
};

template <typename T>
void Parser::keep(std::vector<T>& into, T declaration, std::uint32_t begin) {
  declaration.span = span_from(begin);
  if (panic_ || at(TokenKind::Bad)) {
    if (!declaring_.empty()) out_.broken.push_back(declaring_);
    return;
  }
  into.push_back(std::move(declaration));
}

}  // namespace licit::law
