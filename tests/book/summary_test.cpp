// The summary as people and programs read it.
#include "book/summary.h"

#include <limits>
#include <sstream>

#include "book/support.h"

namespace licit::test {
namespace {

BookSummary some() {
  BookSummary s;
  s.input = "orders.csv";
  s.decisions = "orders.csv.decisions.csv";
  s.pack = "us.ear";
  s.verified_through = *Date::parse("2026-09-28");
  s.lines = 1234;
  s.bad = 2;
  s.exit_status = 2;
  Tally license;
  const Amount dollars{*Number::parse("1234567.5"), "USD"};
  const Amount euros{Number(1000), "EUR"};
  license.add(&dollars);
  license.add(&euros);
  license.add(nullptr);
  s.by_verdict[Verdict::License] = license;
  s.stopped_by.push_back({"742.6.a.6.iii", "15 CFR 742.6(a)(6)(iii)", license});
  s.needs.push_back({"buyer.parent-hq",
                     {"Where is the buyer's ultimate parent headquartered?",
                      "Où la société mère ultime de l'acheteur a-t-elle son siège ?"},
                     license,
                     3});
  s.bad_lines.push_back({.code = "B012",
                         .place = {.file = "orders.csv", .line = 12, .column = 8},
                         .message = {Msg::BookNotANumber, {"quantity", "eight"}}});
  s.with_warnings = 7;
  return s;
}

TEST(Summary, NoLineIsWiderThanAsked) {
  for (const Language language : {Language::En, Language::Fr}) {
    for (const int width : {60, 80, 120}) {
      std::istringstream lines(render_summary(some(), language, width));
      std::string line;
      while (std::getline(lines, line))
        EXPECT_LE(count_scalars(line), static_cast<std::size_t>(width)) << line;
    }
  }
}

TEST(Summary, SaysWhatMattersInBothLanguages) {
  const std::string en = render_summary(some(), Language::En, 80);
  EXPECT_PRED2(contains, en, "order lines 1,234, decided 1,232, that cannot be read 2");
  EXPECT_PRED2(contains, en, "1,234,567.50 USD");
  EXPECT_PRED2(contains, en, "742.6.a.6.iii");
  EXPECT_PRED2(contains, en, "Where is the buyer's ultimate parent headquartered?");
  EXPECT_PRED2(contains, en, "orders.csv:12:8: quantity: `eight` is not a number");
  EXPECT_PRED2(contains, en, "orders.csv.decisions.csv");
  const std::string fr = render_summary(some(), Language::Fr, 80);
  EXPECT_PRED2(contains, fr,
               "1\xE2\x80\xAF"
               "234\xE2\x80\xAF"
               "567,50 USD");
  EXPECT_PRED2(contains, fr, "Où la société mère ultime");
  EXPECT_PRED2(contains, fr, "« eight » n'est pas un nombre");
}

TEST(Summary, JsonHasExactSumsByCurrency) {
  const std::string json = summary_json(some());
  EXPECT_PRED2(contains, json, R"("USD": "1234567.5")");
  EXPECT_PRED2(contains, json, R"("EUR": "1000")");
  EXPECT_PRED2(contains, json, R"("lines-without-value": 1)");
  EXPECT_PRED2(contains, json, R"("settles-alone": 3)");
  EXPECT_PRED2(contains, json, R"("column": 8)");
}

TEST(Summary, ASumThatDoesNotFitIsSaidAndNotShown) {
  Tally tally;
  const Amount huge{Number(std::numeric_limits<std::int64_t>::max()), "USD"};
  tally.add(&huge);
  tally.add(&huge);
  EXPECT_TRUE(tally.overflowed.contains("USD"));
  BookSummary s = some();
  s.by_verdict[Verdict::License] = tally;
  EXPECT_PRED2(contains, render_summary(s, Language::En, 80), "(too large a sum) USD");
}

TEST(Summary, NumbersAreGroupedByThrees) {
  EXPECT_EQ(grouped(Number(0), Language::En), "0");
  EXPECT_EQ(grouped(Number(999), Language::En), "999");
  EXPECT_EQ(grouped(Number(1000), Language::En), "1,000");
  EXPECT_EQ(grouped(Number(-1234567), Language::En), "-1,234,567");
  EXPECT_EQ(grouped(*Number::fraction(10001, 4), Language::En), "2,500.25");
  EXPECT_EQ(grouped(*Number::fraction(1, 2), Language::En), "0.50");
}

}  // namespace
}  // namespace licit::test
