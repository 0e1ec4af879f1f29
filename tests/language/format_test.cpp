#include "language/format.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>

#include "base/text.h"
#include "language/lexer.h"
#include "support_law.h"

namespace licit::law::testing {
namespace {

std::string laid_out(const std::string& text) {
  const Result<std::string> out = format(text, "t.law");
  return out.ok() ? out.value() : rendered(out.errors(), Language::En);
}

// Words and comments in order, without layout.
std::vector<std::string> content(const std::string& text) {
  std::vector<std::string> out;
  for (const Token& t : lex(text, 0, nullptr)) {
    if (t.kind == TokenKind::Space) continue;
    out.emplace_back(t.kind == TokenKind::Comment ? trimmed(t.in(text)) : t.in(text));
  }
  return out;
}

TEST(Format, OneClauseALine) {
  EXPECT_EQ(laid_out("part of p\nrule r cite \"c\" source S verified mirror \"m\" from S until "
                     "2024-01-01 says "
                     "en \"a\" fr \"b\" then class X when item.tpp>=4800   TPP and(a or b)"),
            R"(part of p

rule r
  cite "c"
  source S verified mirror "m"
  from S until 2024-01-01
  says en "a" fr "b"
  then class X
  when item.tpp >= 4800 TPP and (a or b)
)");
}

TEST(Format, LimbsAreIndentedBelowTheirLine) {
  EXPECT_EQ(laid_out("part of p define d when all of { (a) x (b) any of { (1) y (2) z } }"),
            R"(part of p

define d
  when all of {
    (a) x
    (b) any of {
      (1) y
      (2) z
    }
  }
)");
}

TEST(Format, LongConditionsAndListsAreBroken) {
  const std::string out = laid_out(
      "part of p define d when buyer.listings includes entity-list or consignee.listings includes "
      "entity-list or end-user.listings includes entity-list "
      "set s : place members AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW "
      "AX AY AZ BA "
      "BB BC BD BE BF BG BH BI BJ BK");
  EXPECT_EQ(out, R"(part of p

define d
  when buyer.listings includes entity-list
    or consignee.listings includes entity-list
    or end-user.listings includes entity-list

set s : place
  members AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ BA BB BC BD
    BE BF BG BH BI BJ BK
)");
}

TEST(Format, LanguagesStandBelowEachOtherWhereTheyAreLong) {
  const std::string a(60, 'a');
  EXPECT_EQ(laid_out("part of p fact f : yes-no says en \"" + a + "\" fr \"" + a + "\""),
            "part of p\n\nfact f : yes-no\n  says en \"" + a + "\"\n       fr \"" + a + "\"\n");
}

TEST(Format, CommentsKeepTheirPlace) {
  const std::string text = R"(-- first
part of p  -- beside

-- a block

-- of the define
define d  -- name
  -- before the clause
  when a  -- condition
    and b

-- last
)";
  EXPECT_EQ(laid_out(text), text);
}

TEST(Format, WhatDoesNotParseIsLeftAlone) {
  const Result<std::string> out = format("part of p\nrule r then\n", "t.law");
  ASSERT_FALSE(out.ok());
  EXPECT_EQ(out.errors().front().place.file, "t.law");
}

TEST(Format, LineEndsAndAMarkAtTheStartAreLayout) {
  EXPECT_EQ(laid_out("\xEF\xBB\xBFpart of p\r\ndefine d\r\n  when a -- c\r\n"),
            "part of p\n\ndefine d\n  when a  -- c\n");
}

// Every law text in the repository: the same content, and nothing left to do the second time.
TEST(Format, LawsOfTheRepositoryKeepTheirContent) {
  int seen = 0;
  for (const char* folder : {"/law", "/tests/language", "/fuzz/corpus/language"}) {
    const std::string root = std::string(LICIT_SOURCE_DIR) + folder;
    if (!std::filesystem::exists(root)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() != ".law") continue;
      const std::string text = read_text(entry.path().string());
      const Result<std::string> once = format(text, entry.path().string());
      if (!once.ok()) continue;
      ++seen;
      EXPECT_EQ(content(once.value()), content(text)) << entry.path();
      const Result<std::string> twice = format(once.value());
      ASSERT_TRUE(twice.ok()) << entry.path();
      EXPECT_EQ(twice.value(), once.value()) << entry.path();
    }
  }
  EXPECT_GT(seen, 60);
}

// The example pack with its spaces changed and comments put between any two words.
RC_GTEST_PROP(FormatProperty, LayoutNeitherLosesNorAddsAndSettlesAtOnce, ()) {
  static const std::string base = read_text(path_of("data/base.law"));
  static const std::vector<Token> tokens = lex(base, 0, nullptr);
  std::string text;
  for (const Token& t : tokens) {
    if (t.kind != TokenKind::Space) {
      text += t.in(base);
      if (t.kind == TokenKind::Comment) text += '\n';
      continue;
    }
    static const std::vector<std::string> spaces = {" ",   "\n",      "\n\n\n",
                                                    "\t ", " -- c\n", "\n-- own\n"};
    const int kind = *rc::gen::inRange(0, 60);
    text += kind < static_cast<int>(spaces.size()) ? spaces[static_cast<std::size_t>(kind)]
                                                   : std::string(t.in(base));
  }
  const Result<std::string> once = format(text);
  RC_ASSERT(once.ok());
  RC_ASSERT(content(once.value()) == content(text));
  const Result<std::string> twice = format(once.value());
  RC_ASSERT(twice.ok());
  RC_ASSERT(twice.value() == once.value());
}

}  // namespace
}  // namespace licit::law::testing
