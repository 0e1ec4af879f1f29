// Every kind of expectation: met where it should be, and said where it is not.
#include "decide/law_test.h"

#include <algorithm>
#include <tuple>

#include "decide/tools_support.h"

namespace licit {
namespace {

using testing::catalogue;
using testing::places;
using testing::toy_pack;

// The line of the pack's text that begins with these words.
std::uint32_t line_of(const law::Pack& pack, std::string_view words) {
  const std::string& text = pack.files[0].text;
  const std::size_t at = text.find(words);
  return 1 + static_cast<std::uint32_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

TestReport run(const law::Pack& pack) {
  auto report = run_tests({pack, places()}, catalogue());
  if (!report.ok()) {
    for (const Diagnostic& why : report.errors()) ADD_FAILURE() << why.render(Language::En);
    return {};
  }
  return std::move(report).value();
}

TEST(LawTest, EveryExpectationThatHoldsPasses) {
  const law::Pack pack = toy_pack(R"(
test "a strong chip to China"
  cite "1 CFR 4"
  given item.tpp = 5000 TPP, to = CN, hq = CN, buyer.is-government = no
  on 2023-05-31 expect no-license, class 1A1, not by need, members watched = { RU }
  on 2023-06-01 expect license, by need, review case-by-case, members watched = { RU, CN },
    margin item.tpp to 4800
  on 2024-01-15 with to = RU expect license, review presumption-of-denial
  on 2024-01-15 with buyer.is-government = yes expect exception, excepted by GOV, step tell 2024-01-05
  on 2024-01-15 with buyer.is-government = no
    expect license expect no step tell
)");
  const TestReport report = run(pack);
  for (const LineResult& line : report.lines) {
    for (const FailedExpectation& failure : line.failures) {
      ADD_FAILURE() << line.line->on.iso() << " expected " << failure.expected << ", came "
                    << failure.came;
    }
  }
  EXPECT_EQ(report.passed, 5U);
  EXPECT_EQ(report.failed, 0U);
}

TEST(LawTest, AnExpectationThatDoesNotHoldIsNamedWithWhatCame) {
  const law::Pack pack = toy_pack(R"(
test "wrong in every way"
  cite "1 CFR 4"
  given item.tpp = 3000 TPP, to = CN, hq = CN, buyer.is-government = no
  on 2024-06-01 expect no-license, not by need, excepted by GOV, step tell, review not-stated,
    members watched = { RU }, needs item.tpp, margin item.tpp to 7, assumes to.place
)");
  const TestReport report = run(pack);
  ASSERT_EQ(report.lines.size(), 1U);
  EXPECT_EQ(report.failed, 1U);
  const auto& failures = report.lines[0].failures;
  ASSERT_EQ(failures.size(), 9U);
  EXPECT_EQ(failures[0].expected, "verdict no-license");
  EXPECT_EQ(failures[0].came, "license");
  EXPECT_EQ(failures[1].came, "need required");
  EXPECT_EQ(failures[3].came, "none");
  EXPECT_EQ(failures[4].came, "case-by-case");
  EXPECT_EQ(failures[5].came, "also CN");
  EXPECT_EQ(place_of(pack, failures[0].span).file, "toy.law");
  EXPECT_EQ(place_of(pack, failures[0].span).line, line_of(pack, "on 2024-06-01"));
}

// What no small pack brings about, on an answer made by hand: each kind, met and not met.
TEST(LawTest, EveryKindTellsMetFromNotMet) {
  const law::Pack pack = toy_pack();
  Answer answer;
  answer.verdict = Verdict::Undetermined;
  answer.classification.selected = "1A1";
  answer.classification.met.push_back({"1A1", "rule-1", {"a.1"}, Truth::Yes, {}});
  answer.classification.excluded.push_back({"2A2", "rule-2", {}, Truth::Yes, {"note-1"}});
  answer.needs.push_back({"item.die-area", {}, FactType::Number, "mm2", {}, true});
  answer.readings.emplace_back().id = "A10";
  answer.outlook.emplace_back().id = "assurance";
  answer.warnings.push_back({"W-unverified", {}, "FIRST"});
  answer.assumptions.push_back({"transfer.kind", "export", {}});
  answer.flags.emplace_back().provision = "gp10";
  answer.requirements.emplace_back();
  answer.requirements[0].citation.provision = "need";
  answer.requirements[0].outcome = Outcome::Undetermined;
  answer.requirements[0].exceptions.emplace_back();
  answer.requirements[0].exceptions[0].symbol = "RPL";
  answer.requirements[0].exceptions[0].not_encoded = true;
  const auto met = [&](const std::string& what, std::vector<std::string> words) {
    return check_expectation({pack, places()}, {}, {what, std::move(words), {}}, answer).met;
  };
  for (const auto& [what, right, wrong] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"verdict", "undetermined", "license"},
           {"class", "1A1", "2A2"},
           {"limb", "a.1", "a.2"},
           {"by", "need", "other"},
           {"not-by", "other", "need"},
           {"excluded", "2A2", "1A1"},
           {"excluded", "note-1", "note-2"},
           {"excluded", "rule-2", "rule-1"},
           {"needs", "item.die-area", "item.tpp"},
           {"reading", "A10", "A4"},
           {"no-reading", "A4", "A10"},
           {"outlook", "assurance", "rumour"},
           {"warns", "W-unverified", "W-after-verified"},
           {"assumes", "transfer.kind", "to.place"},
           {"flag", "gp10", "gp11"},
           {"not-encoded", "RPL", "GOV"}}) {
    EXPECT_TRUE(met(what, {right})) << what << " " << right;
    EXPECT_FALSE(met(what, {wrong})) << what << " " << wrong;
  }
  EXPECT_FALSE(met("excepted-by", {"RPL"}));
  EXPECT_FALSE(met("needs", {"item.die-area", "item.tpp"}));
  EXPECT_FALSE(met("no such kind", {"x"}));
}

TEST(LawTest, AFigureThatASourceRoundsIsComparedAsWritten) {
  const law::Pack pack = toy_pack();
  Answer answer;
  answer.classification.metrics.push_back(
      {"item.performance-density",
       FactValue::of(Interval::exactly(*Number::fraction(1184, 407)), "TPP/mm2"), ""});
  const auto outcome = [&](const std::string& written) {
    return check_expectation({pack, places()}, {},
                             {"metric", {"item.performance-density", written}, {}}, answer);
  };
  EXPECT_TRUE(outcome("2.91 TPP/mm2").met);
  EXPECT_TRUE(outcome("2.909 TPP/mm2").met);
  EXPECT_FALSE(outcome("2.92 TPP/mm2").met);
  EXPECT_FALSE(outcome("2.900 TPP/mm2").met);
}

TEST(LawTest, ValuesThatCannotBeReadAreDiagnosticsAtTheirPlace) {
  const law::Pack pack = toy_pack(R"(
test "nowhere"
  cite "1 CFR 4"
  given item.tpp = 5000 TPP, to = Atlantis
  on 2024-06-01 expect no-license
)");
  const auto report = run_tests({pack, places()}, catalogue());
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.errors()[0].code, "F002");
  EXPECT_EQ(report.errors()[0].place.file, "toy.law");
  EXPECT_GT(report.errors()[0].place.line, 0U);
}

}  // namespace
}  // namespace licit
