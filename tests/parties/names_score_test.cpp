// How alike two names are. The rules are those of docs/screening.md; the examples are public ones.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/party_messages.h"
#include "parties/names/score.h"

namespace licit {
namespace {

NameScore of(std::string_view query, std::string_view listed, PartyType type = PartyType::Entity) {
  return score(normalize(query, type), normalize(listed, type), type, shipped_rarity(), true);
}
Band band(std::string_view query, std::string_view listed, PartyType type = PartyType::Entity) {
  return band_of(of(query, listed, type).score);
}
bool says(const NameScore& score, ScoreReason reason) {
  return std::find(score.reasons.begin(), score.reasons.end(), reason) != score.reasons.end();
}

TEST(NamesScore, EqualNamesAreAHit) {
  EXPECT_EQ(of("Huawei Technologies Co., Ltd.", "HUAWEI TECHNOLOGIES CO LTD").score, 1000);
  EXPECT_EQ(band("Vladimir Putin", "PUTIN, Vladimir", PartyType::Person), Band::Hit);
  EXPECT_EQ(of("", "Huawei").score, 0);
}

TEST(NamesScore, JoinedLegalFormAndInitials) {
  EXPECT_EQ(band("JSCARGUMENT", "JSC Argument"), Band::Hit);
  EXPECT_EQ(band("A-B-C Company", "ABC Company"), Band::Hit);
  EXPECT_EQ(band("A-B-C Company", "C.B.A. Company"), Band::Low);
  EXPECT_EQ(band("CORP", "Huawei Corp"), Band::Low);
}

// github.com/moov-io/watchman/issues/338: a listed name of one word met every long query.
TEST(NamesScore, OneListedWordInALongName) {
  const NameScore score = of("Emma Louise Thompson Carter", "EMMA", PartyType::Person);
  EXPECT_EQ(band_of(score.score), Band::Low);
  EXPECT_TRUE(says(score, ScoreReason::OneWordOnly));
}

// github.com/moov-io/watchman/issues/115
TEST(NamesScore, GeorgeBushIsNoGeorgiou) {
  EXPECT_EQ(band("George Bush", "GEORGIOU, Georgios", PartyType::Person), Band::Low);
  EXPECT_EQ(band("George Bush", "HESWANI, George", PartyType::Person), Band::Low);
}

// Two rows of the Entity List, 85 FR 51596: each is a party of its own.
TEST(NamesScore, PlacesThatDiffer) {
  const NameScore score = of("Huawei Cloud Argentina", "Huawei Cloud Brazil");
  EXPECT_EQ(band_of(score.score), Band::Low);
  EXPECT_TRUE(says(score, ScoreReason::PlacesDiffer));
}

TEST(NamesScore, NumbersThatDifferAreNoHit) {
  const NameScore score = of("Blackstone Fund 5", "Blackstone Fund 8");
  EXPECT_NE(band_of(score.score), Band::Hit);
  EXPECT_TRUE(says(score, ScoreReason::NumbersDiffer));
  EXPECT_EQ(band("Blackstone Fund VIII", "Blackstone Fund 8"), Band::Hit);
}

TEST(NamesScore, CommonWordsAloneAreNoMatch) {
  const NameScore score = of("Beijing Technology Trading", "Beijing Trading Group");
  EXPECT_LE(score.score, 600);
  EXPECT_EQ(band("Wuhan IRCEN Technology", "Wuhan Yiguang Technology Co., Ltd."), Band::Low);
}

TEST(NamesScore, AnotherGivenNameIsAnotherPerson) {
  EXPECT_EQ(band("Viktor Yakunin", "Vladimir Yakunin", PartyType::Person), Band::Low);
  EXPECT_EQ(band("Hafez al-Assad", "Bashar al-Assad", PartyType::Person), Band::Low);
}

TEST(NamesScore, InitialsNeedTheirSurname) {
  EXPECT_GE(of("N. Nazarbayev", "Nursultan Nazarbayev", PartyType::Person).score, review_from);
  EXPECT_EQ(band("A. Nazarbayev", "Nursultan Nazarbayev", PartyType::Person), Band::Low);
  EXPECT_GE(of("JC Juncker", "Jean-Claude Juncker", PartyType::Person).score, review_from);
}

TEST(NamesScore, JoinedAndPartedWords) {
  EXPECT_GE(of("Goodwill Company", "Good Will Company").score, hit_from);
  EXPECT_GE(of("vanderbilt corp", "van der bilt corp").score, hit_from);
  EXPECT_GE(of("SberBank", "Sber Bank").score, hit_from);
}

// One letter put in, left out, replaced or swapped anywhere in a name of at least eight letters.
TEST(NamesScoreProperty, OneEditIsReviewed) {
  for (const char* name : {"Inspur Electronic Information", "SUGON", "Rostec Holding",
                           "Li Zhang Wei", "Phytium Technology", "OOO Baikal Electronics"}) {
    const std::string whole = name;
    for (std::size_t i = 0; i < whole.size(); ++i) {
      if (whole[i] == ' ') continue;
      std::string out = whole, in = whole, other = whole;
      out.erase(i, 1);
      in.insert(i, 1, 'q');
      other[i] = other[i] == 'q' ? 'x' : 'q';
      for (const std::string& typo : {out, in, other})
        EXPECT_GE(of(typo, whole).score, review_from) << typo << " | " << whole;
    }
  }
}

TEST(NamesScoreProperty, TheScoreIsTheSameBothWays) {
  const char* names[] = {"Huawei Cloud Brazil", "Huawei",          "Good Will Company", "Goodwill",
                         "Banco Santander",     "Santander Chile", "华为技术有限公司",  "Газпром"};
  for (const char* a : names)
    for (const char* b : names) EXPECT_EQ(of(a, b).score, of(b, a).score) << a << " | " << b;
}

TEST(NamesScore, OtherScripts) {
  // Names of one listing in two scripts: UN 1267 list (QDi.430 style), Council Regulation 269/2014.
  EXPECT_GE(of("Сергей Лавров", "Sergey Lavrov", PartyType::Person).score, hit_from);
  EXPECT_GE(of("محمد قاسم", "Mohammed Qasim", PartyType::Person).score, review_from);
  EXPECT_GE(of("김영철", "KIM Yong Chol", PartyType::Person).score, hit_from);
  EXPECT_GE(of("大连海森机械有限公司", "Dalian Haisen Machinery Co., Ltd").score, hit_from);
}

TEST(NamesScore, EveryReasonHasASentence) {
  for (int i = 0; i <= static_cast<int>(ScoreReason::Spelling); ++i) {
    const Text text = reason_text(static_cast<ScoreReason>(i));
    EXPECT_FALSE(text.in(Language::En).empty());
    EXPECT_NE(text.in(Language::En), text.in(Language::Fr));
  }
}

TEST(NamesScore, WhatIsNotEqualHasAReason) {
  for (const char* query : {"Olaf Scholze", "Olaf Schulze", "Olof Scholz", "Scholz", "O. Scholz"})
    EXPECT_FALSE(of(query, "Olaf Scholz", PartyType::Person).reasons.empty()) << query;
}

TEST(NamesScore, MatchesUseEachWordOnce) {
  const NameScore score = of("Gazprom Gazprom Neft", "Gazprom Neft");
  std::vector<int> listed;
  for (const TokenMatch& m : score.matches) listed.push_back(m.listed_from);
  std::sort(listed.begin(), listed.end());
  EXPECT_EQ(std::unique(listed.begin(), listed.end()), listed.end());
  EXPECT_EQ(listed.size(), 2U);
}

// Scores that the page itself gave, from the public fixtures of opensanctions/nomenklatura
// (tests/matching/name_based/ofac_fixtures.csv).
TEST(NamesOfac, WhatThePageShows) {
  EXPECT_NEAR(ofac_score("VLADIMIR PUTIN", "PUTIN, Vladimir"), 100, 5);
  EXPECT_NEAR(ofac_score("KIM JONG UN", "KIM, Jong Sik"), 100, 5);
  EXPECT_NEAR(ofac_score("GEORGE BUSH", "HESWANI, George"), 51, 5);
  EXPECT_NEAR(ofac_score("BIN LADEN", "BIN LADIN, Osama"), 96, 5);
  EXPECT_EQ(ofac_score("", "X"), 0);
}

}  // namespace
}  // namespace licit
