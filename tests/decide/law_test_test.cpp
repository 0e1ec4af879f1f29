// Every kind of expectation: met where it should be, and said where it is not.
#include "decide/law_test.h"

#include "decide/tools_support.h"

namespace licit {
namespace {

using testing::catalogue;
using testing::places;
using testing::toy_pack;

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
  given item.tpp = 5000 TPP, to = CN, hq = CN
  on 2023-05-31 expect no-license, class 1A1, not by need, members watched = { RU }
  on 2023-06-01 expect license, by need, review case-by-case, members watched = { RU, CN },
    margin item.tpp to 4800
  on 2024-01-15 with to = RU expect license, review presumption-of-denial
  on 2024-01-15 with buyer.is-government = yes expect exception, excepted by GOV, step tell 2024-01-05
  on 2024-01-15 with buyer.is-government = yes
    expect exception expect not by other
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
  given item.tpp = 3000 TPP, to = CN, hq = CN, buyer.is-government = no
  on 2024-06-01 expect no-license, class none, not by need, excepted by GOV, step tell, review not-stated,
    members watched = { RU }, needs item.tpp, reading R, outlook never, flag never, margin item.tpp to 7
)");
  const TestReport report = run(pack);
  ASSERT_EQ(report.lines.size(), 1U);
  EXPECT_EQ(report.failed, 1U);
  const auto& failures = report.lines[0].failures;
  ASSERT_EQ(failures.size(), 12U);
  EXPECT_EQ(failures[0].expected, "verdict no-license");
  EXPECT_EQ(failures[0].came, "license");
  EXPECT_EQ(failures[1].came, "1A1");
  EXPECT_EQ(failures[2].came, "need required");
  EXPECT_EQ(failures[5].came, "case-by-case");
  EXPECT_EQ(failures[6].came, "also CN");
  EXPECT_EQ(place_of(pack, failures[0].span).file, "toy.law");
  EXPECT_GT(place_of(pack, failures[0].span).line, 60U);
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
