// How a name is taken apart. The examples are of the public reports cited beside them, or follow from
// the rule stated in the test's name.
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "parties/names/normal.h"

namespace licit {
namespace {

std::string forms(const NormalName& name, bool legal_too = true) {
  std::string out;
  for (const NameToken& t : name.tokens) {
    if (!legal_too && t.kind == TokenKind::LegalForm) continue;
    if (!out.empty()) out += ' ';
    out += t.form;
  }
  return out;
}

std::string first_way(std::string_view name, PartyType type = PartyType::Entity) {
  return forms(normalize(name, type).ways.front());
}

TEST(NamesNormal, NothingGivesNoTokens) {
  for (const char* name : {"", "   ", "--", "\xEF\xBB\xBF", "\xC3"}) {
    const Normalized n = normalize(name, PartyType::Entity);
    ASSERT_EQ(n.ways.size(), 1U) << name;
    EXPECT_TRUE(n.ways[0].tokens.empty());
    EXPECT_NE(n.ways[0].flags & FlagNothing, 0U);
  }
}

// github.com/moov-io/watchman/issues/483: "CORP" alone matched every company.
TEST(NamesNormal, OnlyLegalFormsStayWords) {
  for (const char* name : {"CORP", "Co., Ltd.", "LLC"}) {
    const NormalName n = normalize(name, PartyType::Entity).ways.front();
    ASSERT_FALSE(n.tokens.empty()) << name;
    EXPECT_NE(n.flags & FlagOnlyLegalForms, 0U);
    EXPECT_EQ(n.tokens[0].kind, TokenKind::Word);
    EXPECT_FALSE(n.compact.empty());
  }
}

TEST(NamesNormal, LegalFormsOfManyLanguagesAreOneClass) {
  const std::string llc = forms(normalize("Gazprom LLC", PartyType::Entity).ways.front());
  for (const char* name : {"OOO Gazprom", "Gazprom GmbH", "Gazprom S.A.R.L.", "Gazprom Sp. z o.o.",
                           "Gazprom Limited Liability Company", "Gazprom Co., Ltd."}) {
    const NormalName n = normalize(name, PartyType::Entity).ways.front();
    EXPECT_EQ(forms(n, false), "gazprom") << name;
    EXPECT_EQ(n.tokens.size(), 2U) << name;
  }
  EXPECT_EQ(llc, "gazprom llc");
}

// github.com/moov-io/watchman/issues/594
TEST(NamesNormal, LegalFormWithoutBlank) {
  bool found = false;
  for (const NormalName& way : normalize("JSCARGUMENT", PartyType::Entity).ways)
    found = found || forms(way) == "jsc argument";
  EXPECT_TRUE(found);
  EXPECT_EQ(first_way("SiemensAG"), "siemens jsc");
}

// github.com/opensanctions/nomenklatura/issues/193
TEST(NamesNormal, SeparatedInitialsAreOneWord) {
  for (const char* name : {"A-B-C Company", "A.B.C. Company", "A. B. C. Company", "ABC Company"})
    EXPECT_EQ(forms(normalize(name, PartyType::Entity).ways.front(), false), "abc") << name;
}

TEST(NamesNormal, AbbreviationsAreTheirWords) {
  // github.com/opensanctions/nomenklatura/issues/274
  EXPECT_EQ(first_way("Acme TECH & SRVCES"), first_way("Acme Technology and Services"));
  EXPECT_EQ(first_way("Acme COMM GRP"), first_way("Acme Communications Group"));
}

TEST(NamesNormal, NumbersInWordsAndRomanFigures) {
  EXPECT_EQ(first_way("Brigade Forty-Four"), "brigade 44");
  EXPECT_EQ(first_way("Brigade 44th"), "brigade 44");
  EXPECT_EQ(first_way("Partners VIII L.P."), first_way("Partners 8 LP"));
}

TEST(NamesNormal, ControlsAreDroppedAndTold) {
  const NormalName n =
      normalize("Hua\xE2\x80\xAEwei\x01 \xE2\x80\x8BTech", PartyType::Entity).ways[0];
  EXPECT_EQ(n.tokens.at(0).form, "huawei");
  EXPECT_NE(n.flags & FlagControls, 0U);
}

// Cyrillic о and а within a Latin word (Unicode UTS 39, confusables).
TEST(NamesNormal, LookAlikesOfAnotherScriptAreMendedAndTold) {
  const NormalName n = normalize("Gаzprоm", PartyType::Entity).ways[0];
  EXPECT_EQ(n.tokens.at(0).form, "gazprom");
  EXPECT_NE(n.flags & FlagMixedScripts, 0U);
  EXPECT_NE(n.flags & FlagConfusables, 0U);
  EXPECT_EQ(normalize("Газпром", PartyType::Entity).ways[0].flags & FlagMixedScripts, 0U);
}

TEST(NamesNormal, TenMegabytesAreCut) {
  const std::string huge = "Huawei " + std::string(10'000'000, 'x');
  const auto start = std::chrono::steady_clock::now();
  const NormalName n = normalize(huge, PartyType::Entity).ways[0];
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
  EXPECT_NE(n.flags & FlagCut, 0U);
  EXPECT_LE(n.letters.size(), 4 * longest_name);
  const std::string words = [] {
    std::string out;
    for (int i = 0; i < 2'000'000; ++i) out += "a b ";
    return out;
  }();
  EXPECT_LE(normalize(words, PartyType::Entity).ways[0].tokens.size(), most_tokens);
}

TEST(NamesNormal, ScriptsInLatin) {
  EXPECT_EQ(first_way("Путин", PartyType::Person), "putin");
  EXPECT_EQ(first_way("Ιωαννίδης", PartyType::Person), "ioannidis");
  EXPECT_EQ(first_way("김영철", PartyType::Person), "kim yong chol");
  // عبد ال...: servant of, written joined.
  EXPECT_EQ(first_way("عبدالقادر", PartyType::Person).substr(0, 4), "abd ");
  EXPECT_TRUE(normalize("محمد", PartyType::Person).ways[0].tokens.at(0).vowels_missing);
}

// 科技 technology, 有限公司 limited company: any Chinese dictionary.
TEST(NamesNormal, ChineseCompanyNameIsTranslated) {
  const Normalized simplified = normalize("深圳市比广科技有限公司", PartyType::Entity);
  EXPECT_EQ(forms(simplified.ways[0]), "shenzhen biguang technology llc");
  EXPECT_NE(simplified.ways[0].flags & FlagTranslated, 0U);
  const Normalized traditional = normalize("深圳市比廣科技有限公司", PartyType::Entity);
  EXPECT_EQ(forms(traditional.ways[0]), forms(simplified.ways[0]));
  EXPECT_EQ(first_way("习近平", PartyType::Person), "xi jinping");
}

TEST(NamesNormal, JoinedArabicNamesComeApart) {
  const std::string apart = first_way("Abdul Rahman", PartyType::Person);
  EXPECT_EQ(apart, "abd rahman");
  EXPECT_EQ(first_way("Abdulrahman", PartyType::Person), apart);
  EXPECT_EQ(first_way("Abdurrahman", PartyType::Person), apart);
  EXPECT_EQ(first_way("Habibullah", PartyType::Person), "habib allah");
}

TEST(NamesNormal, StepsAreKeptWhenAskedFor) {
  EXPECT_TRUE(normalize("Acme Tech", PartyType::Entity).steps.empty());
  const Normalized n = normalize("Acme Tech", PartyType::Entity, true);
  const NormalStep expected{NormalStepKind::Word, "tech", "technology"};
  EXPECT_NE(std::find(n.steps.begin(), n.steps.end(), expected), n.steps.end());
}

TEST(NamesNormalProperty, TheSameNameGivesTheSame) {
  for (const char* name : {"Huawei", "华为", "Газпром", "Al-Qa'ida", "김정은", "A.B.C. Co"}) {
    const Normalized a = normalize(name, PartyType::Entity), b = normalize(name, PartyType::Entity);
    ASSERT_EQ(a.ways.size(), b.ways.size());
    EXPECT_LE(a.ways.size(), 4U);
    for (std::size_t i = 0; i < a.ways.size(); ++i) EXPECT_EQ(forms(a.ways[i]), forms(b.ways[i]));
  }
}

}  // namespace
}  // namespace licit
