#include "language/lexer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "language/report.h"

namespace licit::law {
namespace {

std::vector<std::pair<TokenKind, std::string>> words(const std::string& text) {
  std::vector<std::pair<TokenKind, std::string>> out;
  for (const Token& t : lex(text, 0, nullptr)) {
    if (!is_trivia(t.kind) && t.kind != TokenKind::End) out.emplace_back(t.kind, t.in(text));
  }
  return out;
}

using Words = std::vector<std::pair<TokenKind, std::string>>;

TEST(Lexer, TellsNamesNumbersAndDatesApart) {
  EXPECT_EQ(words("3A090.a 4800 5.92 2023-11-17 740.8.nac D:5 FR-2023-23055 742.6.a.6.iii"),
            (Words{{TokenKind::Name, "3A090.a"},
                   {TokenKind::Number, "4800"},
                   {TokenKind::Number, "5.92"},
                   {TokenKind::Date, "2023-11-17"},
                   {TokenKind::Name, "740.8.nac"},
                   {TokenKind::Name, "D:5"},
                   {TokenKind::Name, "FR-2023-23055"},
                   {TokenKind::Name, "742.6.a.6.iii"}}));
}

TEST(Lexer, ANameDoesNotEndInPunctuation) {
  EXPECT_EQ(words("set D:5: place"), (Words{{TokenKind::Name, "set"},
                                            {TokenKind::Name, "D:5"},
                                            {TokenKind::Colon, ":"},
                                            {TokenKind::Name, "place"}}));
}

TEST(Lexer, RangesStandBetweenNumbers) {
  EXPECT_EQ(words("300..330 900.. ..5"), (Words{{TokenKind::Number, "300"},
                                                {TokenKind::DotDot, ".."},
                                                {TokenKind::Number, "330"},
                                                {TokenKind::Number, "900"},
                                                {TokenKind::DotDot, ".."},
                                                {TokenKind::DotDot, ".."},
                                                {TokenKind::Number, "5"}}));
}

TEST(Lexer, ACommentMayFollowAWordDirectly) {
  EXPECT_EQ(words("a--b\nc"), (Words{{TokenKind::Name, "a"}, {TokenKind::Name, "c"}}));
}

TEST(Lexer, StringsResolveTheirEscapes) {
  EXPECT_EQ(string_value(R"("a \"b\" \\ c\nd")"), "a \"b\" \\ c\nd");
}

RC_GTEST_PROP(LexerProperty, TokensEndToEndAreTheText, (const std::string& text)) {
  std::string again;
  std::uint32_t at = 0;
  for (const Token& t : lex(text, 0, nullptr)) {
    RC_ASSERT(t.begin == at);
    at = t.end;
    again += t.in(text);
  }
  RC_ASSERT(again == text);
}

}  // namespace
}  // namespace licit::law
