// The example files, decided by the law that travels with the program. Expected answers are those of
// the law and of the vendors' filings, as stated line by line; the wrong lines are those that were made
// wrong.
#include <map>

#include "book/shipped_law.h"

namespace licit::test {
namespace {

class OrdersExample : public ::testing::Test {
 protected:
  // Decided once for all tests.
  static void SetUpTestSuite() {
    folder_ = std::make_unique<Folder>();
    BookOptions options;
    options.out = folder_->at("decisions.csv");
    const std::atomic<bool> go{false};
    const LawView law{ear(), places()};
    auto decided = decide_book(law, catalogue(), example("orders.csv"), options, nullptr, go);
    ASSERT_TRUE(decided.ok()) << one_line(decided.errors()[0], Language::En);
    summary_ = std::make_unique<BookSummary>(std::move(decided).value());
  }
  static void TearDownTestSuite() {
    summary_.reset();
    folder_.reset();
  }
  void SetUp() override { ASSERT_TRUE(summary_); }

  static inline std::unique_ptr<Folder> folder_;
  static inline std::unique_ptr<BookSummary> summary_;
};

TEST_F(OrdersExample, ExactlyTheLinesMadeWrongCannotBeRead) {
  EXPECT_EQ(summary_->lines, 300U);
  EXPECT_EQ(summary_->exit_status, 2);
  // Line and the text its message must quote.
  const std::map<std::string, std::string> wrong = {
      {"17", "H20O"},        {"38", "2023-02-29"},
      {"61", "Chian"},       {"84", "ten"},
      {"103", "12/06/2024"}, {"127", "RTX 4909"},
      {"150", "1.2E+06"},    {"171", "gift"},
      {"183", "20 cells"},   {"196", "Atlantis"},
      {"214", "-16"},        {"239", "Untied States"},
      {"258", "blacklist"},  {"272", "quotation mark"},
      {"287", "2026-13-01"}};
  EXPECT_EQ(summary_->bad, wrong.size());
  for (const auto& [line, row] : by_line(folder_->at("decisions.csv"))) {
    const auto expected = wrong.find(line);
    EXPECT_EQ(row.at("status"), expected == wrong.end() ? "decided" : "bad-line") << line;
    if (expected == wrong.end()) continue;
    EXPECT_PRED2(contains, row.at("message"), expected->second);
  }
}

// Rows 1 to 3, 7, 9, 14 and 19 of the expected answers: NVIDIA's filing of 2025-04-15; 88 FR 2821;
// 15 CFR 740.8 as of 2023-11-17; 15 CFR 742.6(b)(10) as of 2023-11-17; 746.8 and 746.7. The
// Ascend is a foreign chip: whether it is subject to the EAR or not, nothing reaches Germany with it in 2024.
TEST_F(OrdersExample, LinesThatTheSourcesAnswer) {
  struct Known {
    std::string item, to, on, exporter;
    std::string column, answer;
  };
  const std::vector<Known> known = {
      {"HGX H20", "CN", "2024-06-03", "NVIDIA", "verdict", "no-license"},
      {"HGX H20", "CN", "2024-06-03", "NVIDIA", "class", "4A994.l"},
      {"HGX H20", "CN", "2025-04-20", "NVIDIA", "verdict", "license"},
      {"HGX H20", "CN", "2025-04-20", "Northgate Components", "verdict", "undetermined"},
      {"HGX H20", "CN", "2025-04-20", "Northgate Components", "needs", "exporter.notices"},
      {"A100", "MO", "2023-01-16", "Halden Systems", "verdict", "no-license"},
      {"A100", "MO", "2023-01-17", "Halden Systems", "verdict", "license"},
      {"RTX 4090", "CN", "2024-01-15", "NVIDIA", "exception", "NAC"},
      {"RTX 4090", "CN", "2024-01-15", "NVIDIA", "steps",
       "purchase-order; notify-bis 2023-12-21; await-confirmation"},
      {"H100 SXM", "AE", "2024-06-03", "NVIDIA", "review", "presumption-of-approval"},
      {"H100 SXM", "AE", "2026-08-01", "NVIDIA", "verdict", "undetermined"},
      {"HGX H20", "Russia", "2024-06-03", "Halden Systems", "verdict", "license"},
      {"RTX 4090", "Iran", "2024-06-03", "Northgate Components", "verdict", "license"},
      {"Ascend 910B", "DE", "2024-06-03", "Halden Systems", "verdict", "no-license"}};
  const auto orders = by_line(example("orders.csv"));
  const auto decisions = by_line(folder_->at("decisions.csv"));
  for (const Known& k : known) {
    int found = 0;
    for (const auto& [line, order] : orders) {
      if (order.at("item") != k.item || order.at("to") != k.to || order.at("on") != k.on ||
          order.at("exporter") != k.exporter)
        continue;
      ++found;
      EXPECT_EQ(decisions.at(line).at(k.column), k.answer) << "line " << line;
    }
    EXPECT_EQ(found, 1) << k.item << " " << k.to << " " << k.on;
  }
}

TEST_F(OrdersExample, LinesAndValueAddUp) {
  std::uint64_t lines = summary_->bad;
  for (const auto& [verdict, tally] : summary_->by_verdict) {
    lines += tally.lines;
    EXPECT_EQ(tally.without_value, 0U);
  }
  EXPECT_EQ(lines, 300U);
  std::map<std::string, Number> sums;
  for (const auto& [line, row] : by_line(folder_->at("decisions.csv"))) {
    if (row.at("status") != "decided") continue;
    const auto more = sums[row.at("currency")].plus(*Number::parse(row.at("value")));
    ASSERT_TRUE(more);
    sums[row.at("currency")] = *more;
  }
  for (const auto& [verdict, tally] : summary_->by_verdict) {
    for (const auto& [currency, sum] : tally.value) {
      const auto less = sums[currency].minus(sum);
      ASSERT_TRUE(less);
      sums[currency] = *less;
    }
  }
  for (const auto& [currency, rest] : sums) EXPECT_EQ(rest, Number(0)) << currency;
}

TEST(Examples, TheEuropeanFileNeedsItsTwoOptions) {
  Folder folder;
  const std::atomic<bool> go{false};
  const LawView law{ear(), places()};
  BookOptions options;
  options.out = folder.at("decisions.csv");
  options.dates = DateOrder::Dmy;
  options.decimal = DecimalMark::Comma;
  const auto told =
      decide_book(law, catalogue(), example("semicolon-latin1.csv"), options, nullptr, go);
  ASSERT_TRUE(told.ok());
  EXPECT_EQ(told->lines, 30U);
  EXPECT_EQ(told->bad, 0U);
  EXPECT_EQ(codes(told->notes), (Words{"B101"}));
  options.dates = DateOrder::Iso;
  const auto untold =
      decide_book(law, catalogue(), example("semicolon-latin1.csv"), options, nullptr, go);
  ASSERT_TRUE(untold.ok());
  EXPECT_EQ(untold->bad, 30U);
  EXPECT_PRED2(contains, one_line(untold->bad_lines[0], Language::En), "--dates dmy");
}

}  // namespace
}  // namespace licit::test
