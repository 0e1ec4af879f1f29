#include "base/truth.h"

#include <gtest/gtest.h>

namespace licit {
namespace {

constexpr Truth all[] = {Truth::No, Truth::Unknown, Truth::Yes};

// Kleene, Introduction to Metamathematics (1952), section 64: the strong tables.
TEST(Truth, AndOrNotAreKleenesStrongTables) {
  constexpr Truth N = Truth::No, U = Truth::Unknown, Y = Truth::Yes;
  constexpr Truth conjunction[3][3] = {{N, N, N}, {N, U, U}, {N, U, Y}};
  constexpr Truth disjunction[3][3] = {{N, U, Y}, {U, U, Y}, {Y, Y, Y}};
  constexpr Truth negation[3] = {Y, U, N};
  for (const Truth a : all) {
    EXPECT_EQ(!a, negation[static_cast<int>(a)]);
    for (const Truth b : all) {
      EXPECT_EQ(a && b, conjunction[static_cast<int>(a)][static_cast<int>(b)]);
      EXPECT_EQ(a || b, disjunction[static_cast<int>(a)][static_cast<int>(b)]);
    }
  }
}

TEST(Truth, KnowingMoreNeverTurnsAnAnswerAround) {
  // Replacing Unknown by Yes or No may only settle what was unknown.
  for (const Truth a : all)
    for (const Truth b : all) {
      const Truth both = Truth::Unknown && b;
      const Truth either = Truth::Unknown || b;
      EXPECT_TRUE(both == Truth::Unknown || both == (a && b));
      EXPECT_TRUE(either == Truth::Unknown || either == (a || b));
    }
}

TEST(Truth, Words) {
  EXPECT_EQ(word_of(Truth::Yes), "yes");
  EXPECT_EQ(word_of(Truth::No), "no");
  EXPECT_EQ(word_of(Truth::Unknown), "unknown");
  EXPECT_EQ(truth_of(true), Truth::Yes);
  EXPECT_EQ(truth_of(false), Truth::No);
}

}  // namespace
}  // namespace licit
