// Names in other scripts against names in Latin letters. The romanisations are those of the published
// systems (Hanyu Pinyin, Wade-Giles, Revised Romanization, ALA-LC), the translations those of any
// dictionary.
#include <gtest/gtest.h>

#include <algorithm>

#include "parties/names/score.h"
#include "parties/names/syllables.h"
#include "parties/names/text_parts.h"

namespace {

using namespace licit;

int points(std::string_view a, std::string_view b, PartyType type) {
  return score(normalize(a, type), normalize(b, type), type, shipped_rarity(), false).score;
}
int of_persons(std::string_view a, std::string_view b) { return points(a, b, PartyType::Person); }
int of_entities(std::string_view a, std::string_view b) { return points(a, b, PartyType::Entity); }

TEST(Syllables, APersonInCharactersNeedsAllOfThem) {
  EXPECT_GE(of_persons("王小明", "Wang Xiaoming"), hit_from);
  EXPECT_GE(of_persons("王小明", "XIAOMING, Wang"), review_from);
  EXPECT_LT(of_persons("王小明", "Wang Xiao"), review_from);
  EXPECT_LT(of_persons("王明", "Wang Xiaoming"), review_from);
  EXPECT_GE(of_persons("김영수", "KIM, Yong Su"), review_from);  // McCune-Reischauer, without marks
  EXPECT_GE(of_persons("김영수", "Kim Young-soo"), review_from);  // as families write it
  EXPECT_LT(of_persons("김영수", "KIM, Yong"), review_from);
  EXPECT_LT(of_persons("김수영", "KIM, Yong Su"), review_from);  // the syllables in another order
}

TEST(Syllables, PinyinIsComparedLetterForLetter) {
  // jing and qing are one sound to Wade-Giles without its apostrophes, not to pinyin.
  EXPECT_LT(of_persons("林静", "LIN, Qing"), review_from);
  EXPECT_GE(of_persons("林清", "LIN, Qing"), review_from);
}

TEST(Syllables, WadeGilesIsTheSameName) {
  EXPECT_GE(of_persons("周建东", "CHOU, Chien-tung"), review_from);
  EXPECT_GE(of_persons("许小红", "HSU, Hsiao-hung"), review_from);
}

TEST(Syllables, CharactersAgainstCharacters) {
  EXPECT_TRUE(names::same_characters("王小明", "小明王"));
  EXPECT_FALSE(names::same_characters("王小明", "王晓明"));  // the same sound, another name
  EXPECT_LT(of_persons("王小明", "王晓明"), review_from);
}

TEST(TradeWords, RussianCompaniesAreFoundInTranslation) {
  EXPECT_GE(of_entities("ООО Северный Инжиниринг", "Northern Engineering LLC"), review_from);
  EXPECT_GE(of_entities("Смоленский авиационный завод", "Smolensk Aircraft Plant"), review_from);
  EXPECT_GE(of_entities("АО Научно-производственное объединение Прожектор",
                        "JSC Scientific Production Association Prozhektor"),
            review_from);
  EXPECT_LT(of_entities("Смоленский авиационный завод", "Saratov Aircraft Plant"), review_from);
  EXPECT_LT(of_entities("ООО Северный Инжиниринг", "Southern Engineering LLC"), review_from);
}

TEST(TradeWords, ArabicAndPersianCompaniesToo) {
  EXPECT_GE(of_entities("شركة النخيل للتجارة العامة", "Al Nakhil General Trading Company"),
            review_from);
  EXPECT_GE(of_entities("شبکه حقانی", "Haqqani Network"), review_from);
  EXPECT_LT(of_entities("شركة النخيل للتجارة العامة", "Al Noor General Trading Company"),
            review_from);
}

TEST(TradeWords, ABrandOfTwoCharactersIsBothSyllables) {
  EXPECT_GE(of_entities("泽远科技有限公司", "Zeyuan Technology Ltd"), review_from);
  EXPECT_LT(of_entities("燧原科技", "Zeyuan Technology Ltd"), review_from);
}

TEST(Names, WhatStandsInBracketsMayBeLeftOut) {
  EXPECT_GE(of_entities("Voentelecom (VOYENTELEKOM) JSC", "JSC Voentelecom"), review_from);
  EXPECT_LT(of_entities("Voentelecom (VOYENTELEKOM) JSC", "JSC Voentelecom"), hit_from);
  // A place in brackets is part of the name.
  EXPECT_LT(of_entities("Huawei Cloud (Brazil)", "Huawei Cloud (Argentina)"), review_from);
}

TEST(Names, TwoCommonNamesInALongerNameAreNoAlert) {
  EXPECT_LT(of_persons("Juan Garcia", "Juan Carlos Garcia Lopez"), review_from);
  EXPECT_GE(of_persons("Juan Garcia", "GARCIA, Juan"), hit_from);
  // Russians are mostly written without the patronymic.
  EXPECT_GE(of_persons("Sergei Ivanov", "IVANOV, Sergey Borisovich"), review_from);
  EXPECT_LT(of_persons("Zbigniew Kelly", "Zbigniew Marek Kilby"), review_from);
  EXPECT_GE(of_persons("Zbigniew Wojnarowski", "Zbigniew Marek Wojnarowski"), review_from);
}

TEST(Names, OfVeryLongNamesTheBestFitsAreKept) {
  // Every word is like every other: more pairs than are kept, and the right ones come last.
  std::string a, b;
  for (int i = 0; i < 24; ++i) {
    a += "Karimov" + std::string(1, static_cast<char>('a' + i)) + " ";
    b = "Karimov" + std::string(1, static_cast<char>('a' + i)) + " " + b;
  }
  EXPECT_GE(of_entities(a, b), hit_from);
}

using Views = std::vector<std::string_view>;

TEST(TextParts, WhatSeparatesNames) {
  using names::text_parts;
  EXPECT_TRUE(text_parts("Shenzhen Long Name Technology").empty());
  const auto parts = text_parts("Attn: J. Doe, c/o Inspur Electronic Information, Room 5");
  EXPECT_NE(std::find(parts.begin(), parts.end(), "Inspur Electronic Information"), parts.end());
  EXPECT_EQ(text_parts("Payment on behalf of Acme Rockets").back(), "Acme Rockets");
  for (const char* text :
       {"Acme Foo, Huawei", "Acme Foo/Huawei", "Acme Foo - Huawei", "Acme Foo: Huawei",
        "Acme Foo + Huawei", "Acme Foo aka Huawei", "Acme Foo a.k.a. Huawei",
        "Acme Foo formerly known as Huawei", "Acme Foo via Huawei", "Acme Foo ex-Huawei",
        "Acme Foo doing business as Huawei"})
    EXPECT_EQ(text_parts(text), (Views{"Acme Foo", "Huawei"})) << text;
  // Words of names: where they come first, and within others.
  EXPECT_TRUE(text_parts("Via Technologies").empty());
  EXPECT_TRUE(text_parts("Agro-Ex").empty());
  EXPECT_TRUE(text_parts("Viacom").empty());
}

TEST(TextParts, AllPartsOfALongTextAreLookedAt) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Name" + std::to_string(i) + ", ";
  EXPECT_EQ(names::text_parts(text + "Huawei").back(), "Huawei");
}

TEST(TextParts, SeveralNamesAreNobodys) {
  using names::names_several;
  for (const char* text : {"Acme; Foo", "Acme / Foo", "Acme c/o Foo", "Acme aka Foo", "Acme\nFoo"})
    EXPECT_TRUE(names_several(text)) << text;
  for (const char* text : {"Acme A/S", "Via Technologies", "Alias Research", "Acme, Inc."})
    EXPECT_FALSE(names_several(text)) << text;
}

TEST(TextParts, WhatBracketsHold) {
  using names::bracketed;
  EXPECT_EQ(bracketed("Acme (Huawei) [Inspur Group", true).inside,
            (Views{"Huawei", "Inspur Group"}));
  EXPECT_EQ(bracketed("深圳某某（华为）", true).inside, Views{"华为"});
  EXPECT_EQ(bracketed("深圳某某（华为）", true).outside, "深圳某某 ");
  EXPECT_EQ(bracketed("Acme 【华为】《Micron》 «Микрон» <Huawei>", true).inside,
            (Views{"华为", "Micron", "Микрон", "Huawei"}));
  EXPECT_EQ(bracketed("Acme 'Huawei' \"SMIC\"", true).inside, (Views{"Huawei", "SMIC"}));
  EXPECT_TRUE(bracketed("O'Neil's", true).inside.empty());
  EXPECT_TRUE(bracketed("Acme)", true).inside.empty());
  EXPECT_TRUE(bracketed("Общество «Микрон»", false).inside.empty());
}

}  // namespace
