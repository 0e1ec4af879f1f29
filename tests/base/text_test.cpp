#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace licit {
namespace {

using Words = std::vector<std::string>;

TEST(Fold, DropsCaseAccentsSpacesAndPunctuation) {
  EXPECT_EQ(fold("HGX H20"), "hgxh20");
  EXPECT_EQ(fold("Türkiye"), "turkiye");
  EXPECT_EQ(fold("Côte d'Ivoire"), "cotedivoire");
  EXPECT_EQ(fold("Curac\xCC\xA7"
                 "ao"),
            "curacao");  // the cedilla as a combining mark
  EXPECT_EQ(fold("\xC3\x85land"), "aland");
  EXPECT_EQ(fold("RTX-4090 D"), "rtx4090d");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold(" .,;- "), "");
}

TEST(Fold, KeepsOtherScripts) {
  EXPECT_EQ(fold("中国"), "中国");
  EXPECT_EQ(fold("МОСКВА"), "москва");
}

TEST(Fold, DropsBrokenBytes) {
  EXPECT_EQ(fold("a\xFF"
                 "b"),
            "ab");
  EXPECT_EQ(fold("a\xC3"), "a");
}

TEST(FoldedWords, SplitsAtWhatIsNotALetterOrDigit) {
  EXPECT_EQ(folded_words("GeForce RTX-4090 D"), (Words{"geforce", "rtx", "4090", "d"}));
  EXPECT_EQ(folded_words("a100_sxm_40"), (Words{"a100", "sxm", "40"}));
  EXPECT_EQ(folded_words(" - "), Words{});
}

TEST(EditDistance, CountsOneForEachKindOfSlip) {
  EXPECT_EQ(edit_distance("h100", "h100"), 0U);
  EXPECT_EQ(edit_distance("h10", "h100"), 1U);    // left out
  EXPECT_EQ(edit_distance("h1000", "h100"), 1U);  // too many
  EXPECT_EQ(edit_distance("h101", "h100"), 1U);   // wrong
  EXPECT_EQ(edit_distance("h010", "h100"), 1U);   // swapped
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(Nearest, GivesPlausibleWordsBestFirst) {
  const std::vector<std::string> known{"item.tpp", "item.die-area", "to.place", "transfer.kind"};
  EXPECT_EQ(nearest("item.diearea", known).front(), "item.die-area");
  EXPECT_EQ(nearest("item.tp", known).front(), "item.tpp");
  EXPECT_EQ(nearest("zzzzzzzz", known), Words{});
  EXPECT_EQ(nearest("", known), Words{});
  EXPECT_LE(nearest("item", known, 1).size(), 1U);
}

TEST(Nearest, LettersTypedForDigitsCountOnce) {
  const std::vector<std::string> known{"h200_sxm", "b200", "a800_sxm_80", "rtx_4090", "rtx_3090"};
  EXPECT_EQ(nearest("H2OO", known), Words{"h200_sxm"});
  EXPECT_EQ(nearest("A8OO", known), Words{"a800_sxm_80"});
  EXPECT_EQ(nearest("B20O", known).front(), "b200");
  EXPECT_EQ(nearest("RTX 4O9O", known).front(), "rtx_4090");
}

TEST(Nearest, AShortWordInsideALongOneMeansNothing) {
  const std::vector<std::string> known{"NAM", "Vietnam", "AND", "Netherlands", "ROC", "Taiwan"};
  EXPECT_EQ(nearest("Vietname", known), Words{"Vietnam"});
  EXPECT_EQ(nearest("Netherland", known), Words{"Netherlands"});
  // Standing apart, it was meant.
  EXPECT_EQ(nearest("Taiwan ROC", known), (Words{"Taiwan", "ROC"}));
}

TEST(Nearest, WhatGoesOnAsTypedComesFirst) {
  const std::vector<std::string> known{"mi100", "mi300x", "mi300a"};
  EXPECT_EQ(nearest("mi300", known), (Words{"mi300a", "mi300x", "mi100"}));
}

TEST(Nearest, DoesNotCompareAPathologicalWord) {
  const std::vector<std::string> known{"h100"};
  EXPECT_EQ(nearest(std::string(1'000'000, 'h'), known), Words{});
}

TEST(Utf8, TellsValidFromBroken) {
  EXPECT_TRUE(is_valid_utf8("Türkiye"));
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_FALSE(is_valid_utf8("\xC3"));
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));      // overlong
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));  // surrogate
  EXPECT_FALSE(is_valid_utf8("T\xFCrkiye"));    // latin-1
  EXPECT_EQ(latin1_to_utf8("T\xFCrkiye"), "Türkiye");
  EXPECT_EQ(count_scalars("Türkiye"), 7U);
}

TEST(Trimmed, DropsBlanksAtBothEnds) {
  EXPECT_EQ(trimmed("\t a b \r\n"), "a b");
  EXPECT_EQ(trimmed("  "), "");
  const std::vector<std::string> parts{"a", "b", "c"};
  EXPECT_EQ(joined(parts, ", "), "a, b, c");
  EXPECT_EQ(joined({}, ", "), "");
}

RC_GTEST_PROP(TextProperty, FoldingTwiceIsFoldingOnce, (const std::string& text)) {
  const std::string once = fold(text);
  RC_ASSERT(fold(once) == once);
  RC_ASSERT(is_valid_utf8(once));
}

RC_GTEST_PROP(TextProperty, LatinOneAlwaysBecomesUtf8, (const std::string& bytes)) {
  RC_ASSERT(is_valid_utf8(latin1_to_utf8(bytes)));
  RC_ASSERT(count_scalars(latin1_to_utf8(bytes)) == bytes.size());
}

RC_GTEST_PROP(TextProperty, EditDistanceIsSymmetricAndZeroOnlyForEqualWords, ()) {
  const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
  const std::string a = *word;
  const std::string b = *word;
  RC_ASSERT(edit_distance(a, b) == edit_distance(b, a));
  RC_ASSERT((edit_distance(a, b) == 0) == (a == b));
  RC_ASSERT(edit_distance(a, b) <= std::max(a.size(), b.size()));
}

}  // namespace
}  // namespace licit
