#include "base/figures.h"

#include <gtest/gtest.h>

namespace licit {
namespace {

std::string french(std::string_view text) { return figures(Language::Fr, text); }

// The decimal sign is a comma and thousands stand apart by a narrow no-break space (Lexique des
// règles typographiques en usage à l'Imprimerie nationale, "Nombres").
TEST(Figures, FrenchHasACommaAndSpacedThousands) {
  EXPECT_EQ(french("2.91 TPP/mm2"), "2,91 TPP/mm2");
  EXPECT_EQ(french("2368 TPP"), "2\u202f368 TPP");
  EXPECT_EQ(french("12104..15831.2 TPP"), "12\u202f104..15\u202f831,2 TPP");
  EXPECT_EQ(french("1234567"), "1\u202f234\u202f567");
  EXPECT_EQ(french("-1234.5"), "-1\u202f234,5");
  EXPECT_EQ(french("900.."), "900..");
  EXPECT_EQ(french("..1500.25 mm2"), "..1\u202f500,25 mm2");
}

// One Yop is 10^24 operations.
TEST(Figures, YopAreShownAsOperations) {
  EXPECT_EQ(figures(Language::En, "300 Yop"), "3e26 operations");
  EXPECT_EQ(figures(Language::Fr, "300 Yop"), "3e26 op\u00e9rations");
  EXPECT_EQ(figures(Language::En, "99.5 Yop"), "9.95e25 operations");
  EXPECT_EQ(figures(Language::Fr, "99.5 Yop"), "9,95e25 op\u00e9rations");
  EXPECT_EQ(figures(Language::En, "0.001 Yop"), "1e21 operations");
  EXPECT_EQ(figures(Language::En, "100..300 Yop"), "1e26..3e26 operations");
  EXPECT_EQ(figures(Language::En, "100.. Yop"), "1e26.. operations");
  EXPECT_EQ(figures(Language::En, "..1 Yop"), "..1e24 operations");
  EXPECT_EQ(figures(Language::En, "0 Yop"), "0 operations");
  EXPECT_EQ(figures(Language::En, "? Yop"), "? Yop");
}

TEST(Figures, EnglishIsKeptAsItIs) {
  EXPECT_EQ(figures(Language::En, "12104..15831.2 TPP"), "12104..15831.2 TPP");
}

TEST(Figures, WhatIsNoNumberIsKeptAsItIs) {
  for (const char* text : {"2024-06-03", "CN", "h20", "3A090.a", "742.6(a)(6)", "", "?", "..",
                           "4090D", "1.2.3", "none"})
    EXPECT_EQ(french(text), text) << text;
}

}  // namespace
}  // namespace licit
