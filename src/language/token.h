// The words of a law text. Space and comments are tokens too, so that the tokens of a file, put end
// to end, are the file.
#pragma once

#include <cstdint>
#include <string_view>

namespace licit::law {

enum class TokenKind : std::uint8_t {
  Space,    // blanks, line ends, a byte order mark
  Comment,  // from -- to the end of the line, the line end not included
  Bad,      // a character that the language does not have; reported where it is read
  Name,
  Number,
  Date,
  String,  // with its quotes
  OpenBrace,
  CloseBrace,
  OpenParen,
  CloseParen,
  Comma,
  Colon,
  Slash,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  DotDot,
  End  // after the last byte; empty
};

// Bytes [begin, end) of the file.
struct Token {
  TokenKind kind = TokenKind::End;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
};

// Space and comments: what the parser passes over.
constexpr bool is_trivia(TokenKind kind) { return kind <= TokenKind::Comment; }

}  // namespace licit::law
