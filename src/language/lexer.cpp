#include "language/lexer.h"

#include "base/date.h"
#include "language/limits.h"
#include "language/report.h"

namespace licit::law {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
// ASCII only: a Cyrillic letter in `3A090` would look right and mean nothing.
bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
}
bool is_word(char c) {
  return is_word_start(c) || c == '.' || c == ':' || c == '-' || c == '_' || c == '\'';
}
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool has_date_shape(std::string_view word) {
  if (word.size() != 10 || word[4] != '-' || word[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!is_digit(word[i])) return false;
  }
  return true;
}

TokenKind kind_of_word(std::string_view word) {
  if (has_date_shape(word)) return TokenKind::Date;
  std::size_t i = 0;
  while (i < word.size() && is_digit(word[i])) ++i;
  if (i == word.size()) return TokenKind::Number;
  if (i == 0 || word[i] != '.' || i + 1 == word.size()) return TokenKind::Name;
  for (++i; i < word.size(); ++i) {
    if (!is_digit(word[i])) return TokenKind::Name;
  }
  return TokenKind::Number;
}

class Lexer {
 public:
  Lexer(std::string_view text, std::uint32_t file, Reporter* report)
      : text_(text), file_(file), report_(report) {}

  std::vector<Token> run() {
    if (text_.starts_with("\xEF\xBB\xBF")) push(TokenKind::Space, 3);
    while (at_ < text_.size()) next();
    push(TokenKind::End, 0);
    return std::move(tokens_);
  }

 private:
  char ahead(std::size_t n) const { return at_ + n < text_.size() ? text_[at_ + n] : '\0'; }

  void push(TokenKind kind, std::size_t size) {
    tokens_.push_back(
        {kind, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + size)});
    at_ += size;
  }

  void error(std::string_view code, std::size_t begin, std::size_t end, Text message,
             std::vector<Text> help = {}) {
    if (!report_) return;
    report_->error(code,
                   {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                   std::move(message), std::move(help));
  }

  void next() {
    const char c = text_[at_];
    if (is_blank(c)) return space();
    if (c == '-' && ahead(1) == '-') return comment();
    if (c == '"') return string();
    if (is_word_start(c)) return word();
    switch (c) {
      case '{':
        return push(TokenKind::OpenBrace, 1);
      case '}':
        return push(TokenKind::CloseBrace, 1);
      case '(':
        return push(TokenKind::OpenParen, 1);
      case ')':
        return push(TokenKind::CloseParen, 1);
      case ',':
        return push(TokenKind::Comma, 1);
      case ':':
        return push(TokenKind::Colon, 1);
      case '/':
        return push(TokenKind::Slash, 1);
      case '=':
        return push(TokenKind::Equal, 1);
      case '<':
        return ahead(1) == '=' ? push(TokenKind::LessEqual, 2) : push(TokenKind::Less, 1);
      case '>':
        return ahead(1) == '=' ? push(TokenKind::GreaterEqual, 2) : push(TokenKind::Greater, 1);
      case '!':
        if (ahead(1) == '=') return push(TokenKind::NotEqual, 2);
        break;
      case '.':
        if (ahead(1) == '.') return push(TokenKind::DotDot, 2);
        break;
      default:
        break;
    }
    bad();
  }

  void space() {
    std::size_t n = 1;
    while (is_blank(ahead(n))) ++n;
    push(TokenKind::Space, n);
  }

  void comment() {
    const std::size_t end = text_.find('\n', at_);
    push(TokenKind::Comment, (end == std::string_view::npos ? text_.size() : end) - at_);
  }

  void string() {
    const std::size_t begin = at_;
    std::size_t i = at_ + 1;
    while (i < text_.size() && text_[i] != '"' && text_[i] != '\n') {
      if (text_[i] == '\\' && i + 1 < text_.size() && text_[i + 1] != '\n') {
        const char escaped = text_[i + 1];
        if (escaped != '"' && escaped != '\\' && escaped != 'n')
          error("L003", i, i + 2, {Msg::LawBadEscape, {std::string(text_.substr(i, 2))}},
                {{Msg::LawBadEscapeHelp, {}}});
        ++i;
      }
      ++i;
    }
    const bool closed = i < text_.size() && text_[i] == '"';
    if (closed) {
      ++i;
    } else {
      error("L002", begin, i, {Msg::LawOpenString, {}}, {{Msg::LawOpenStringHelp, {}}});
    }
    if (i - begin > limits::string_bytes)
      error("L012", begin, begin + 1,
            {Msg::LawStringTooLong,
             {std::to_string(i - begin), std::to_string(limits::string_bytes)}});
    push(TokenKind::String, i - begin);
  }

  void word() {
    std::size_t n = 1;
    while (is_word(ahead(n))) {
      // `300..330` is a range and `x--y` ends in a comment.
      if (ahead(n) == '.' && ahead(n + 1) == '.') break;
      if (ahead(n) == '-' && ahead(n + 1) == '-') break;
      ++n;
    }
    while (n > 1 && (ahead(n - 1) == '.' || ahead(n - 1) == ':' || ahead(n - 1) == '-')) --n;
    const std::string_view written = text_.substr(at_, n);
    const TokenKind kind = kind_of_word(written);
    if (kind == TokenKind::Date && !Date::parse(written))
      error("L006", at_, at_ + n, {Msg::LawImpossibleDate, {std::string(written)}},
            {{Msg::LawImpossibleDateHelp, {}}});
    push(kind, n);
  }

  void bad() {
    std::size_t n = 1;
    while ((static_cast<unsigned char>(ahead(n)) & 0xC0) == 0x80) ++n;
    std::string shown(text_.substr(at_, n));
    if (static_cast<unsigned char>(shown[0]) < 0x20) {
      static constexpr std::string_view digits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(shown[0]);
      shown = std::string("U+00") + digits[byte >> 4] + digits[byte & 15];
    }
    // What word processors make of plain characters.
    static constexpr std::pair<std::string_view, std::string_view> plain[] = {
        {"\u2265", ">="}, {"\u2264", "<="}, {"\u2260", "!="}, {"\u201C", "\""}, {"\u201D", "\""},
        {"\u00AB", "\""}, {"\u00BB", "\""}, {"\u2013", "-"},  {"\u2014", "--"}, {"\u2019", "'"}};
    Text help{Msg::LawBadCharacterHelp, {}};
    for (const auto& [fancy, meant] : plain) {
      if (shown == fancy) help = {Msg::DidYouMean, {std::string(meant)}};
    }
    error("L001", at_, at_ + n, {Msg::LawBadCharacter, {shown}}, {std::move(help)});
    push(TokenKind::Bad, n);
  }

  std::string_view text_;
  std::uint32_t file_;
  Reporter* report_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(std::string_view text, std::uint32_t file, Reporter* report) {
  return Lexer(text, file, report).run();
}

std::string string_value(std::string_view quoted) {
  std::string out;
  if (!quoted.empty()) quoted.remove_prefix(1);
  for (std::size_t i = 0; i < quoted.size() && quoted[i] != '"'; ++i) {
    if (quoted[i] == '\\' && i + 1 < quoted.size()) {
      ++i;
      out += quoted[i] == 'n' ? '\n' : quoted[i];
    } else {
      out += quoted[i];
    }
  }
  while (!out.empty() && out.back() == '\r') out.pop_back();
  return out;
}

}  // namespace licit::law
