#include "base/wrap.h"

#include <gtest/gtest.h>

namespace licit {
namespace {

// Unicode's East Asian Width: W and F take two columns.
TEST(Wrapped, WideCharactersTakeTwoColumnsAndBreakAnywhere) {
  EXPECT_EQ(columns_of("aé华。ｱ𠀀"), 2U + 2 + 2 + 1 + 2);
  EXPECT_EQ(wrapped("华为技术有限公司", 8, 0, 2), "华为技术\n  有限公\n  司");
  EXPECT_EQ(wrapped("ab 华为 cd", 5, 0, 0), "ab\n华为\ncd");
  EXPECT_EQ(wrapped("/very/long/path", 6, 0, 0), "/very/long/path");
}

// A name must not move the cursor, nor turn what stands beside it.
TEST(Printable, LeavesNothingThatATerminalObeys) {
  EXPECT_EQ(printable("a\x1b[2Kb\rc\x7F"), "a [2Kb c ");
  EXPECT_EQ(printable("a\u202Eb\u2066c\u061Cd\u200Fe\u0085f"), "abcdef");
  EXPECT_EQ(printable("é华\n—\u2028"), "é华\n—\u2028");
  EXPECT_EQ(wrapped("one\x1b[1Gtwo", 80, 0, 0), "one [1Gtwo");
}

TEST(Wrapped, BreaksAtSpacesAndIndents) {
  EXPECT_EQ(wrapped("one two three", 8, 0, 2), "one two\n  three");
  EXPECT_EQ(wrapped("one\ntwo", 80, 2, 2), "  one\n  two");
  EXPECT_EQ(wrapped("a /very/long/path b", 6, 0, 0), "a\n/very/long/path\nb");
}

// A French mark set off by a space stays with its word: « a » b : c ?
TEST(Wrapped, AMarkNeverBeginsALine) {
  EXPECT_EQ(wrapped("le jour : il", 7, 0, 0), "le\njour :\nil");
  EXPECT_EQ(wrapped("dit « oui » ;", 6, 0, 0), "dit\n« oui » ;");
  EXPECT_EQ(wrapped("les 15 % de", 6, 0, 0), "les\n15 %\nde");
}

// What is to be copied stays whole, unless it is as long as a line.
TEST(Wrapped, AQuotationStaysWhole) {
  EXPECT_EQ(wrapped("such as `--set a=b`.", 10, 0, 2), "such as\n  `--set a=b`.");
  EXPECT_EQ(wrapped("comme « --set a=b » ou", 12, 0, 0), "comme\n« --set a=b »\nou");
  const std::string words = "`a b c d e f g h i j k l m n o p q r s t u v w x y z`";
  EXPECT_EQ(wrapped(words, 20, 0, 0).substr(0, 20), "`a b c d e f g h i j");
  EXPECT_EQ(wrapped("a ` b c", 3, 0, 0), "a `\nb c");
}

}  // namespace
}  // namespace licit
