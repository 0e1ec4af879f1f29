#include "decide/timeline.h"

#include "decide/tools_support.h"

namespace licit {
namespace {

using testing::places;
using testing::toy_pack;

Query strong_chip_to(const std::string& code) {
  Query query;
  FactSet facts;
  facts.set("item.tpp", FactValue::of(Interval::exactly(Number(3000)), "TPP"));
  facts.set("to.place", FactValue::of(FactType::Place, code));
  facts.set("buyer.is-government", FactValue::yes_no(false));
  query.candidates.push_back(facts);
  query.candidate_ids.emplace_back();
  query.on = *Date::from_ymd(2024, 6, 1);
  return query;
}

TEST(Timeline, OneSegmentForEachAnswerWithoutGaps) {
  const law::Pack pack = toy_pack();
  const auto result = timeline({pack, places()}, strong_chip_to("CN"));
  ASSERT_TRUE(result.ok());
  const auto& segments = result->segments;
  // 3000 TPP is under 4800 until 2024, over 2400 from then on; China is watched since June 2023.
  ASSERT_EQ(segments.size(), 2U);
  EXPECT_EQ(segments[0].from.iso(), "2023-01-01");
  EXPECT_EQ(segments[0].to.iso(), "2023-12-31");
  EXPECT_EQ(segments[0].answer.verdict, Verdict::NotCovered);
  EXPECT_EQ(segments[1].from.iso(), "2024-01-01");
  EXPECT_EQ(segments[1].to.iso(), "2025-12-31");
  EXPECT_EQ(segments[1].answer.verdict, Verdict::License);
  ASSERT_FALSE(segments[1].changes.empty());
  EXPECT_EQ(segments[1].changes[0].what, "verdict");
  EXPECT_EQ(segments[1].changes[0].before, "not-covered");
  EXPECT_EQ(segments[1].changes[0].after, "license");
  ASSERT_FALSE(segments[1].clauses.empty());
  EXPECT_EQ(segments[1].clauses[0].source, "SECOND");
  EXPECT_EQ(segments[1].clauses[0].cite, "2 FR 2");
}

TEST(Timeline, EveryDayWithinASegmentHasItsAnswer) {
  const law::Pack pack = toy_pack();
  const auto result = timeline({pack, places()}, strong_chip_to("CN"));
  ASSERT_TRUE(result.ok());
  for (const TimelineSegment& segment : result->segments) {
    for (Date day = segment.from; day <= segment.to; day = day.plus_days(1)) {
      Query query = strong_chip_to("CN");
      query.on = day;
      const Answer answer = evaluate({pack, places()}, query, {false, false, false, false});
      ASSERT_EQ(answer.verdict, segment.answer.verdict) << day.iso();
      ASSERT_EQ(answer.classification.selected, segment.answer.classification.selected)
          << day.iso();
    }
  }
}

TEST(Timeline, StaysWithinTheDaysAskedFor) {
  const law::Pack pack = toy_pack();
  TimelineOptions days;
  days.from = *Date::from_ymd(2024, 3, 1);
  days.to = *Date::from_ymd(2024, 3, 31);
  const auto result = timeline({pack, places()}, strong_chip_to("RU"), days);
  ASSERT_TRUE(result.ok());
  ASSERT_EQ(result->segments.size(), 1U);
  EXPECT_EQ(result->segments[0].from, *days.from);
  EXPECT_EQ(result->segments[0].to, *days.to);
}

TEST(Timeline, RefusesDaysThatRunBackwards) {
  const law::Pack pack = toy_pack();
  TimelineOptions days;
  days.from = *Date::from_ymd(2024, 3, 31);
  days.to = *Date::from_ymd(2024, 3, 1);
  const auto result = timeline({pack, places()}, strong_chip_to("CN"), days);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.errors()[0].code, "C020");
}

}  // namespace
}  // namespace licit
