#include "language/format.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "language/parser.h"
#include "language/report.h"
#include "language/words.h"

namespace licit::law {
namespace {

class Layout {
 public:
  Layout(std::string_view text, const SyntaxTree& tree) : text_(text), tree_(tree) {}

  std::string run() {
    for (const SyntaxNode& declaration : tree_.root.children) {
      begin_line(0);
      blank_before_ = true;
      lay_out_declaration(declaration);
    }
    // Comments after the last declaration stand before the End token.
    begin_line(0);
    blank_before_ = true;
    comments(static_cast<std::uint32_t>(tree_.significant.size() - 1));
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    return std::move(out_);
  }

 private:
  // -- tokens ---------------------------------------------------------------------------------

  const Token& token(std::uint32_t i) const { return tree_.tokens[tree_.significant[i]]; }
  std::string_view word(std::uint32_t i) const { return token(i).in(text_); }
  bool is(std::uint32_t i, std::string_view name) const {
    return token(i).kind == TokenKind::Name && word(i) == name;
  }

  bool touches(std::uint32_t i) const {
    const TokenKind before = token(i - 1).kind;
    const TokenKind here = token(i).kind;
    if (here == TokenKind::Comma || here == TokenKind::CloseParen || here == TokenKind::Slash ||
        before == TokenKind::OpenParen || before == TokenKind::Slash)
      return true;
    return (here == TokenKind::DotDot && before == TokenKind::Number) ||
           (before == TokenKind::DotDot && here == TokenKind::Number);
  }

  bool has_comment_before(std::uint32_t i) const {
    for (std::uint32_t t = first_trivia(i); t < tree_.significant[i]; ++t) {
      if (tree_.tokens[t].kind == TokenKind::Comment) return true;
    }
    return false;
  }
  std::uint32_t first_trivia(std::uint32_t i) const {
    return i == 0 ? 0 : tree_.significant[i - 1] + 1;
  }

  // The width on one line, or nothing where it cannot stand on one: limbs, comments inside.
  std::optional<std::size_t> flat_width(std::uint32_t first, std::uint32_t last) const {
    std::size_t width = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      if (i > first && has_comment_before(i)) return std::nullopt;
      width += count_scalars(word(i)) + (i > first && !touches(i) ? 1 : 0);
    }
    return width;
  }
  static bool has_limbs(const SyntaxNode& node) {
    return node.kind == SyntaxKind::Limbs ||
           std::any_of(node.children.begin(), node.children.end(), has_limbs);
  }
  bool fits(const SyntaxNode& node) const {
    if (has_limbs(node)) return false;
    const std::optional<std::size_t> width = flat_width(node.first, node.last);
    const std::size_t start = break_to_ ? *break_to_ : column_ + 1;
    return width && start + *width <= line_width;
  }

  // -- output ---------------------------------------------------------------------------------

  void begin_line(std::size_t indent) { break_to_ = indent; }

  void end_line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    column_ = 0;
  }

  void write(std::string_view piece) {
    out_ += piece;
    column_ += count_scalars(piece);
  }

  void start_at(std::size_t indent) {
    end_line();
    out_.append(indent, ' ');
    column_ = line_indent_ = indent;
  }

  // The comments before token i: those that follow a token on its line stay there, the others get
  // lines of their own where the token would have stood. Between declarations single blank lines
  // stay; inside, they go.
  void comments(std::uint32_t i) {
    const bool outside = blank_before_;
    std::size_t line_ends = i == 0 ? 1 : 0;
    bool any_own = false;
    for (std::uint32_t t = first_trivia(i); t < tree_.significant[i]; ++t) {
      const Token& trivia = tree_.tokens[t];
      const std::string_view shown = trivia.in(text_);
      if (trivia.kind != TokenKind::Comment) {
        line_ends += static_cast<std::size_t>(std::count(shown.begin(), shown.end(), '\n'));
        continue;
      }
      const std::size_t indent = break_to_.value_or(line_indent_ + 2);
      if (line_ends == 0) {
        write("  ");
      } else {
        end_line();
        if (outside && !out_.empty() && (!any_own || line_ends > 1)) out_ += '\n';
        start_at(indent);
        any_own = true;
      }
      write(trimmed(shown));
      break_to_ = indent;
      line_ends = 0;
    }
    if (!outside) return;
    blank_before_ = false;
    if (token(i).kind == TokenKind::End) return;
    end_line();
    if (!out_.empty() && (!any_own || line_ends > 1)) out_ += '\n';
  }

  void put(std::uint32_t i) {
    comments(i);
    if (break_to_) {
      start_at(*break_to_);
      break_to_.reset();
    } else if (column_ > 0 && i > 0 && !touches(i)) {
      write(" ");
    }
    write(word(i));
  }

  // -- nodes ----------------------------------------------------------------------------------

  void lay_out_declaration(const SyntaxNode& node) {
    each(node, [&](const SyntaxNode& child) {
      if (child.kind == SyntaxKind::Clause) {
        if (!joins_line(node, child) || !fits(child)) begin_line(2);
        clause(child);
      } else if (child.kind == SyntaxKind::TestLine) {
        begin_line(2);
        test_line(child);
      } else {
        inner(child, 4);
      }
    });
  }

  // Short clauses that belong together share a line: `from` and `until`, `source` and how it was
  // read, the days of a source.
  bool joins_line(const SyntaxNode& parent, const SyntaxNode& child) const {
    static constexpr std::string_view days[] = {"announced", "published", "effective", "compliance",
                                                "known"};
    const auto is_day = [](std::string_view w) { return words::contains(days, w); };
    const SyntaxNode* before = nullptr;
    for (const SyntaxNode& sibling : parent.children) {
      if (&sibling == &child) break;
      before = &sibling;
    }
    if (!before || before->kind != SyntaxKind::Clause || before->last != child.first) return false;
    const std::string_view a = word(before->first);
    const std::string_view b = word(child.first);
    return (a == "from" && b == "until") || (a == "source" && b == "verified") ||
           (is_day(a) && is_day(b));
  }

  // Calls `lay_out` for each child and puts the tokens between.
  template <typename F>
  void each(const SyntaxNode& node, F&& lay_out) {
    std::uint32_t i = node.first;
    for (const SyntaxNode& child : node.children) {
      for (; i < child.first; ++i) put_wrapped(i);
      lay_out(child);
      i = child.last;
    }
    for (; i < node.last; ++i) put_wrapped(i);
  }

  // A token that may go to the next line where it does not fit. Strings stay with their keyword.
  void put_wrapped(std::uint32_t i) {
    if (!break_to_ && i > 0 && token(i).kind != TokenKind::String && !touches(i) &&
        column_ + 1 + count_scalars(word(i)) > line_width)
      begin_line(std::min(line_indent_ + 2, std::size_t{6}));
    put(i);
  }

  void clause(const SyntaxNode& node) {
    const bool flat = fits(node);
    const std::size_t indent = break_to_.value_or(line_indent_);
    bool after_sentence = false;
    std::uint32_t i = node.first;
    const auto tokens_to = [&](std::uint32_t last, bool sentence_follows) {
      for (; i < last; ++i) {
        const bool opens_sentence = sentence_follows && i + 1 == last && i > node.first &&
                                    (is(i, "says") || is(i, "because"));
        if (!flat && (opens_sentence || after_sentence)) begin_line(indent + 2);
        after_sentence = false;
        put_wrapped(i);
      }
    };
    for (const SyntaxNode& child : node.children) {
      tokens_to(child.first, child.kind == SyntaxKind::Bilingual);
      inner(child, indent + 2);
      i = child.last;
      after_sentence = child.kind == SyntaxKind::Bilingual;
    }
    tokens_to(node.last, false);
  }

  void test_line(const SyntaxNode& node) {
    const auto expectations =
        std::count_if(node.children.begin(), node.children.end(),
                      [](const SyntaxNode& c) { return c.kind == SyntaxKind::Expectation; });
    const bool flat = expectations == 1 && fits(node);
    each(node, [&](const SyntaxNode& child) {
      if (child.kind == SyntaxKind::Expectation && !flat) begin_line(4);
      inner(child, 6);
    });
  }

  void inner(const SyntaxNode& node, std::size_t indent) {
    switch (node.kind) {
      case SyntaxKind::Chain:
        return chain(node, indent);
      case SyntaxKind::Limbs:
        return limbs(node);
      case SyntaxKind::List:
        return list(node, indent);
      case SyntaxKind::Bilingual:
        return bilingual(node);
      default:
        return each(node, [&](const SyntaxNode& child) { inner(child, indent); });
    }
  }

  void chain(const SyntaxNode& node, std::size_t indent) {
    const bool flat = fits(node);
    std::uint32_t i = node.first;
    const auto tokens_to = [&](std::uint32_t last) {
      for (; i < last; ++i) {
        if (!flat && i > node.first && (is(i, "and") || is(i, "or"))) begin_line(indent);
        put_wrapped(i);
      }
    };
    for (const SyntaxNode& child : node.children) {
      tokens_to(child.first);
      inner(child, indent + 2);
      i = child.last;
    }
    tokens_to(node.last);
  }

  void limbs(const SyntaxNode& node) {
    std::uint32_t i = node.first;
    std::optional<std::size_t> base;
    for (const SyntaxNode& limb : node.children) {
      for (; i < limb.first; ++i) put(i);
      if (!base) base = line_indent_;
      begin_line(*base + 2);
      each(limb, [&](const SyntaxNode& child) { inner(child, *base + 4); });
      i = limb.last;
    }
    for (; i < node.last; ++i) {
      if (i + 1 == node.last && base) begin_line(*base);
      put(i);
    }
  }

  void list(const SyntaxNode& node, std::size_t indent) {
    const bool sentences =
        std::any_of(node.children.begin(), node.children.end(),
                    [](const SyntaxNode& child) { return child.kind == SyntaxKind::Bilingual; });
    if (sentences) return sentence_list(node, indent);
    if (fits(node)) return each(node, [&](const SyntaxNode& child) { inner(child, indent); });
    const bool plain = is_plain(node);
    for (std::uint32_t i = node.first; i < node.last; ++i) {
      const bool may_break =
          i > node.first && !touches(i) && (plain || token(i - 1).kind == TokenKind::Comma);
      const std::size_t width = plain ? count_scalars(word(i)) + 1 : item_width(i, node.last);
      if (may_break && !break_to_ && column_ + 1 + width > line_width) begin_line(indent);
      put(i);
    }
  }

  // Names with or without commas: a line may end after any.
  bool is_plain(const SyntaxNode& node) const {
    for (std::uint32_t i = node.first; i < node.last; ++i) {
      const TokenKind kind = token(i).kind;
      if (kind != TokenKind::Name && kind != TokenKind::Number && kind != TokenKind::Comma)
        return false;
    }
    return true;
  }

  // Up to and with the next comma outside braces.
  std::size_t item_width(std::uint32_t first, std::uint32_t last) const {
    std::size_t width = 0;
    int depth = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      const TokenKind kind = token(i).kind;
      if (kind == TokenKind::OpenBrace) ++depth;
      if (kind == TokenKind::CloseBrace) --depth;
      if (i > first && depth <= 0 && token(i - 1).kind == TokenKind::Comma) break;
      width += count_scalars(word(i)) + (i > first && !touches(i) ? 1 : 0);
      if (kind == TokenKind::Comma && depth <= 0) break;
    }
    return width;
  }

  // alternatives: each on a line of its own.
  void sentence_list(const SyntaxNode& node, std::size_t indent) {
    std::uint32_t i = node.first;
    for (const SyntaxNode& child : node.children) {
      for (; i < child.first; ++i) {
        if (i == node.first || token(i - 1).kind == TokenKind::Comma) begin_line(indent);
        put(i);
      }
      inner(child, indent + 2);
      i = child.last;
    }
    for (; i < node.last; ++i) put(i);
  }

  // en and fr below each other where they do not fit beside each other.
  void bilingual(const SyntaxNode& node) {
    const bool flat = fits(node);
    std::size_t start = 0;
    std::uint32_t i = node.first;
    for (; i < node.last; ++i) {
      const bool second =
          !node.children.empty() && i == node.children.front().first && i > node.first;
      if (second && !flat) begin_line(start);
      put(i);
      if (i == node.first) start = column_ - count_scalars(word(i));
    }
  }

  std::string_view text_;
  const SyntaxTree& tree_;
  std::string out_;
  std::size_t column_ = 0;
  std::size_t line_indent_ = 0;
  std::optional<std::size_t> break_to_;  // a line break is due, with this indent
  bool blank_before_ = false;            // between declarations
};

}  // namespace

Result<std::string> format(std::string_view text, std::string_view path) {
  Pack scratch;
  scratch.files.push_back({std::string(path), std::string(text)});
  Reporter report(scratch);
  const ParsedFile parsed = parse_file(scratch, 0, report);
  if (!parsed.ok) return report.take();
  return Layout(scratch.files.front().text, parsed.tree).run();
}

}  // namespace licit::law
