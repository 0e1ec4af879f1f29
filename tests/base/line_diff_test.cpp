#include "base/line_diff.h"

#include <gtest/gtest.h>

namespace licit {
namespace {

std::string shown(std::string_view before, std::string_view after) {
  std::string out;
  for (const DiffLine& line : line_diff(before, after)) {
    out += line.kind == DiffLine::Kind::Kept ? ' ' : line.kind == DiffLine::Kind::Gone ? '-' : '+';
    out += line.text + "|";
  }
  return out;
}

TEST(LineDiff, KeepsWhatIsCommonAndPutsWhatIsGoneFirst) {
  EXPECT_EQ(shown("a\nb\nc", "a\nx\nc"), " a|-b|+x| c|");
  EXPECT_EQ(shown("a\nb", "a\nb"), " a| b|");
  EXPECT_EQ(shown("", "a"), "+a|");
  EXPECT_EQ(shown("a", ""), "-a|");
  EXPECT_EQ(shown("", ""), "");
}

TEST(LineDiff, BlanksAtTheEndsOfALineDoNotCount) {
  EXPECT_EQ(shown("  a\nb", "a\n    b"), " a|     b|");
}

}  // namespace
}  // namespace licit
