// The two clocks, notices, readings, postures, assumptions, candidates.
#include <gtest/gtest.h>

#include <algorithm>

#include "toy.h"

namespace licit::test {
namespace {

const Stated item = {{"item.kind", "circuit"}, {"item.tpp", "5000"}, {"to.place", "VN"}};

std::string law_of_two_periods() {
  return R"(
set listed : place @ members CN member VN from LATE source LATE
rule P @ then class P when item.kind is circuit
rule need cite "sec. 2" source S from 2020-01-01 until LATE says en "Old." fr "Ancien."
  then license required for RS when to.place in { CN }
rule need cite "sec. 2" source LATE from LATE says en "New." fr "Nouveau."
  then license required for RS when to.place in listed
)";
}

Answer ask_known(const law::Pack& pack, const Stated& stated, const char* on, const char* known,
                 Knower knower = Knower::Public) {
  Query query = query_of(pack, stated, on);
  query.known = Date::parse(known);
  query.knower = knower;
  return answer_to(pack, query);
}

TEST(EvaluateTime, LawChangesAtMidnightOfTheDayWritten) {
  const law::Pack pack = toy_pack(law_of_two_periods());
  EXPECT_EQ(verdict(ask(pack, item, "2024-05-31")), "no-license");
  EXPECT_EQ(verdict(ask(pack, item, "2024-06-01")), "license");
}

TEST(EvaluateTime, WhatWasNotYetPublicHasNotHappened) {
  const law::Pack pack = toy_pack(law_of_two_periods());
  EXPECT_EQ(verdict(ask_known(pack, item, "2024-06-01", "2024-04-30")), "no-license");
  EXPECT_EQ(verdict(ask_known(pack, item, "2024-06-01", "2024-05-01")), "license");
  Stated china = item;
  china[2].second = "CN";
  EXPECT_EQ(verdict(ask_known(pack, china, "2024-06-01", "2024-04-30")), "license");
}

std::string law_with_a_letter() {
  return R"(
rule P @ then class P when item.kind is circuit
rule letter cite "letter" source LETTER from LETTER says en "Letter." fr "Lettre."
  then license required for notice when to.place in { CN }
)";
}

const Stated china = {{"item.kind", "circuit"}, {"to.place", "CN"}};

Stated by(const std::string& exporter, const std::string& notices = {}) {
  Stated out = china;
  if (!exporter.empty()) out.emplace_back("exporter.name", exporter);
  if (!notices.empty()) out.emplace_back("exporter.notices", notices);
  return out;
}

TEST(EvaluateTime, ANoticeBindsWhoReceivedIt) {
  const law::Pack pack = toy_pack(law_with_a_letter());
  EXPECT_EQ(verdict(ask(pack, by("NVIDIA"))), "license");
  EXPECT_EQ(verdict(ask(pack, by("Nvidia Corporation"))), "license");
  EXPECT_EQ(verdict(ask(pack, by("NVIDIAX"))), "undetermined");
  EXPECT_EQ(verdict(ask(pack, by("Dell"))), "undetermined");
  EXPECT_EQ(ask(pack, by("Dell")).needs[0].fact, "exporter.notices");
  EXPECT_EQ(verdict(ask(pack, by(""))), "undetermined");
  EXPECT_EQ(verdict(ask(pack, by("Dell", "none"))), "no-license");
  EXPECT_EQ(verdict(ask(pack, by("Dell", "LETTER"))), "license");
  EXPECT_EQ(verdict(ask(pack, by("NVIDIA", "none"))), "no-license");
}

TEST(EvaluateTime, ANoticeHasTwoDaysOfKnowledge) {
  const law::Pack pack = toy_pack(law_with_a_letter());
  const char* on = "2024-04-20";
  EXPECT_EQ(verdict(ask_known(pack, by("NVIDIA"), on, "2024-04-08")), "no-license");
  EXPECT_EQ(verdict(ask_known(pack, by("NVIDIA"), on, "2024-04-10")), "no-license");
  EXPECT_EQ(verdict(ask_known(pack, by("NVIDIA"), on, "2024-04-10", Knower::Addressee)), "license");
  EXPECT_EQ(verdict(ask_known(pack, by("NVIDIA"), on, "2024-04-15")), "license");
}

TEST(EvaluateTime, AfterTheVerifiedDayTheLastKnownStateWarns) {
  const law::Pack pack = toy_pack(law_of_two_periods());
  const auto warned = [&](const char* on) {
    const Answer answer = ask(pack, item, on);
    return std::any_of(answer.warnings.begin(), answer.warnings.end(),
                       [](const Warning& w) { return w.code == "W-after-verified"; });
  };
  EXPECT_FALSE(warned("2026-01-01"));
  EXPECT_TRUE(warned("2026-01-02"));
}

std::string law_with_a_reading() {
  return R"(
reading R cite "sec. 3" source S from 2020-01-01 until 2025-01-01 says en "Which?" fr "Lequel ?"
  alternatives wide en "wide" fr "large", narrow en "narrow" fr "étroit"
  default narrow because en "usual" fr "usuel"
rule P @ then class P when item.kind is circuit
rule need @ then license required for RS
  when all of { (place) to.place in { CN } (scope) any of { (r) reading R is wide (p) posture is text } }
)";
}

TEST(EvaluateTime, AReadingThatChangesTheAnswerIsListed) {
  const law::Pack pack = toy_pack(law_with_a_reading());
  const Answer answer = ask(pack, china);
  EXPECT_EQ(verdict(answer), "no-license");
  ASSERT_EQ(answer.readings.size(), 1u);
  EXPECT_EQ(answer.readings[0].id, "R");
  EXPECT_EQ(answer.readings[0].chosen, "narrow");
  EXPECT_EQ(answer.readings[0].verdict, Verdict::License);
  EXPECT_TRUE(answer.readings[0].changes_verdict);
  EXPECT_TRUE(ask(pack, {{"item.kind", "circuit"}, {"to.place", "DE"}}).readings.empty());
}

TEST(EvaluateTime, AReadingIsChosenOnlyInItsTime) {
  const law::Pack pack = toy_pack(law_with_a_reading());
  Query query = query_of(pack, china, "2024-07-01");
  query.readings["R"] = "wide";
  EXPECT_EQ(answer_to(pack, query).verdict, Verdict::License);
  query.on = *Date::parse("2025-01-01");
  EXPECT_EQ(answer_to(pack, query).verdict, Verdict::NoLicense);
}

TEST(EvaluateTime, TheOtherPostureIsShownWhereItDiffers) {
  const law::Pack pack = toy_pack(law_with_a_reading());
  Query query = query_of(pack, china);
  EXPECT_EQ(answer_to(pack, query).other_posture, std::optional(Verdict::License));
  query.posture = Posture::Text;
  EXPECT_EQ(answer_to(pack, query).verdict, Verdict::License);
  EXPECT_EQ(answer_to(pack, query).other_posture, std::optional(Verdict::NoLicense));
  query = query_of(pack, {{"item.kind", "circuit"}, {"to.place", "DE"}});
  EXPECT_FALSE(answer_to(pack, query).other_posture.has_value());
}

std::string law_with_listings() {
  return R"(
rule P @ then class P when item.kind is circuit
rule need @ then license required for list when buyer.listings includes bad and to.place in { CN }
)";
}

TEST(EvaluateTime, AnAssumptionIsListedWhereTheAnswerLeansOnIt) {
  const law::Pack pack = toy_pack(law_with_listings());
  const Answer answer = ask(pack, china);
  EXPECT_EQ(verdict(answer), "no-license");
  ASSERT_EQ(answer.assumptions.size(), 1u);
  EXPECT_EQ(answer.assumptions[0].fact, "buyer.listings");
  EXPECT_EQ(answer.assumptions[0].because.en, "no party was named");
  EXPECT_EQ(exit_status(answer), 5);
  // Elsewhere the place alone says no.
  EXPECT_TRUE(ask(pack, {{"item.kind", "circuit"}, {"to.place", "DE"}}).assumptions.empty());
}

TEST(EvaluateTime, ANamedPartyAndStrictReadingWithdrawTheAssumption) {
  const law::Pack pack = toy_pack(law_with_listings());
  Stated named = china;
  named.emplace_back("buyer.name", "Acme");
  EXPECT_EQ(verdict(ask(pack, named)), "undetermined");
  EXPECT_EQ(ask(pack, named).needs[0].fact, "buyer.listings");
  Query query = query_of(pack, china);
  query.strict = true;
  EXPECT_EQ(answer_to(pack, query).verdict, Verdict::Undetermined);
}

TEST(EvaluateTime, DefaultsAreAssumptionsAndStrictReadingDropsThem) {
  const law::Pack pack = toy_pack(R"(
rule P @ then class P when item.kind is circuit
rule need @ then license required for RS when transfer.kind is reexport
)");
  Query query = query_of(pack, china);
  FactValue kind = FactValue::of(FactType::OneOf, "export", Origin::Default);
  query.candidates[0].set("transfer.kind", kind);
  const Answer answer = answer_to(pack, query);
  EXPECT_EQ(verdict(answer), "no-license");
  ASSERT_EQ(answer.assumptions.size(), 1u);
  EXPECT_EQ(answer.assumptions[0].fact, "transfer.kind");
  query.strict = true;
  EXPECT_EQ(answer_to(pack, query).verdict, Verdict::Undetermined);
}

TEST(EvaluateTime, AnAliasIsAskedForByWhatStandsInForIt) {
  const law::Pack pack = toy_pack(R"(
fact consignee.hq : place says en "consignee" fr "destinataire" asks en "Where?" fr "Où ?"
rule P @ then class P when item.kind is circuit
rule need @ then license required for RS when consignee.hq in { CN }
)");
  Query query = query_of(pack, china);
  query.candidates[0].alias("consignee.hq", "buyer.hq");
  const Answer open = answer_to(pack, query);
  ASSERT_EQ(open.needs.size(), 1u);
  EXPECT_EQ(open.needs[0].fact, "buyer.hq");
  EXPECT_TRUE(open.needs[0].settles);
  query.candidates[0].set("buyer.hq", FactValue::of(FactType::Place, "CN"));
  const Answer license = answer_to(pack, query);
  EXPECT_EQ(verdict(license), "license");
  ASSERT_EQ(license.assumptions.size(), 1u);
  EXPECT_EQ(license.assumptions[0].fact, "consignee");
  query.strict = true;
  EXPECT_EQ(answer_to(pack, query).needs.at(0).fact, "consignee.hq");
}

TEST(EvaluateTime, SeveralChipsGiveOneAnswerWhereTheyAgree) {
  const law::Pack pack = toy_pack(R"(
rule P.a @ then class P.a when item.kind is circuit and item.tpp >= 4800 TPP
rule P.b @ then class P.b when item.kind is circuit and item.tpp < 4800 TPP
precedence class { P.a, P.b }
rule need @ then license required for RS when class is P.a and to.place in { CN }
)");
  Query query =
      query_of(pack, {{"item.kind", "circuit"}, {"item.tpp", "5000"}, {"to.place", "CN"}});
  query.candidates.push_back(
      facts_from(pack, {{"item.kind", "circuit"}, {"item.tpp", "100"}, {"to.place", "CN"}}));
  query.candidate_ids = {"big", "small"};
  const Answer apart = answer_to(pack, query);
  EXPECT_EQ(verdict(apart), "undetermined");
  ASSERT_FALSE(apart.needs.empty());
  EXPECT_EQ(apart.needs[0].fact, "item.chip");
  EXPECT_TRUE(apart.needs[0].settles);
  EXPECT_NE(apart.reason.en.find("big license, small no-license"), std::string::npos);
  ASSERT_EQ(apart.candidates.size(), 2u);
  EXPECT_EQ(apart.candidates[1].classification.selected, "P.b");

  for (FactSet& facts : query.candidates)
    facts.set("to.place", FactValue::of(FactType::Place, "DE"));
  const Answer same = answer_to(pack, query);
  EXPECT_EQ(verdict(same), "no-license");
  EXPECT_EQ(same.classification.selected, "");
  EXPECT_EQ(same.classification.may_be, (std::vector<std::string>{"P.a", "P.b"}));
}

TEST(EvaluateTime, AVerdictThatRestsOnTextNotReadSaysSo) {
  const law::Pack pack = toy_pack(R"(
rule P @ then class P when item.kind is circuit
rule need cite "sec. 9" source WEAK from 2020-01-01 says en "Weak." fr "Faible."
  then license required for RS when to.place in { CN }
rule far cite "sec. 10" source LETTER from 2020-01-01 says en "Far." fr "Loin."
  then license required for RS when buyer.hq in { FR } and item.tpp > 5 TPP and item.datacenter
)");
  const Answer answer = ask(pack, china);
  std::vector<std::string> subjects;
  for (const Warning& warning : answer.warnings) {
    if (warning.code == "W-unverified") subjects.push_back(warning.subject);
  }
  EXPECT_TRUE(std::find(subjects.begin(), subjects.end(), "WEAK") != subjects.end());
}

}  // namespace
}  // namespace licit::test
