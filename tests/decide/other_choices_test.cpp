// An answer says what other readings and the other posture would lead to. It finds that by deciding again
// only what turns on them, which must come to what asking anew under them comes to: every one that is
// listed, and every one that is not.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <tuple>

#include "decide/headline.h"
#include "licit/engine.h"

namespace licit {
namespace {

const Engine& engine() {
  static const Engine loaded =
      Engine::load({LICIT_SOURCE_DIR "/tests/data/small-ear", {}, {}}).value();
  return loaded;
}

// By what two answers are compared (decision.h, signature()): the review is the strictest over all
// requirements that stand, and which of them may have none.
auto seen(const Answer& answer) {
  std::vector<std::pair<std::string, Outcome>> requirements;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome == Outcome::NotRequired) continue;
    requirements.emplace_back(requirement.citation.provision, requirement.outcome);
  }
  std::vector<std::string> steps;
  for (const StepDue& step : answer.steps) steps.push_back(step.id);
  const bool license = answer.verdict == Verdict::License;
  return std::tuple(answer.verdict, answer.classification.selected, answer.classification.may_be,
                    requirements, license ? strictest_review(answer) : "",
                    review_not_stated(answer), steps);
}

// Catalogue chips, and items whose peaks and area are stated, so that readings of how a metric is computed
// (A1, A3, A4, A10 of the pack) have something to differ about.
Transaction drawn() {
  Transaction out;
  const auto add = [&](const char* name, std::string text) {
    out.fields.push_back({name, std::move(text), {}});
  };
  if (*rc::gen::arbitrary<bool>()) {
    const auto& chips = engine().catalogue().chips();
    add("item", chips[*rc::gen::inRange<std::size_t>(0, chips.size())].id);
  } else {
    const auto number = [](std::initializer_list<const char*> of) {
      return *rc::gen::elementOf(std::vector<std::string>(of.begin(), of.end()));
    };
    add("item.kind", number({"integrated-circuit", "assembly"}));
    add("item.peak.int8", number({"100", "148", "296", "300", "600", "1979"}));
    if (*rc::gen::arbitrary<bool>()) add("item.peak.fp32", number({"10", "44", "67"}));
    if (*rc::gen::arbitrary<bool>()) add("item.vector-fp32", number({"yes", "no"}));
    if (*rc::gen::arbitrary<bool>()) add("item.die-area", number({"0", "300", "609", "814"}));
    if (*rc::gen::arbitrary<bool>()) add("item.non-planar", number({"yes", "no"}));
    if (*rc::gen::arbitrary<bool>()) add("item.ics", number({"1", "2", "8"}));
    if (*rc::gen::arbitrary<bool>())
      add("item.interconnect-bandwidth", number({"400", "600", "900"}));
    if (*rc::gen::arbitrary<bool>()) add("item.datacenter", number({"yes", "no"}));
  }
  const std::string to = *rc::gen::element<std::string>("CN", "HK", "SG", "AE", "DE", "PS");
  add("to", to);
  if (*rc::gen::arbitrary<bool>())
    add("hq", *rc::gen::elementOf(std::vector<std::string>{to, "CN", "US"}));
  add("on", *rc::gen::element<std::string>("2022-11-01", "2023-11-16", "2023-12-01", "2024-06-03",
                                           "2025-01-20", "2025-05-14", "2026-03-02"));
  if (*rc::gen::arbitrary<bool>()) add("exporter", "NVIDIA");
  return out;
}

TEST(OtherChoices, AreWhatAskingAnewUnderThemSays) {
  std::size_t listed = 0;
  std::size_t unlisted = 0;
  EXPECT_TRUE(rc::check("as asked anew", [&] {
    const Transaction transaction = drawn();
    CheckOptions options;
    if (*rc::gen::arbitrary<bool>()) options.posture = Posture::Text;
    options.strict = *rc::gen::inRange(0, 4) == 0;
    const auto answer = engine().check(transaction, options);
    RC_PRE(answer.ok());
    options.detail.flips = options.detail.outlook = options.detail.rank_needs = false;
    for (const law::Reading& reading : engine().pack().readings) {
      for (const law::ReadingAlternative& alternative : reading.alternatives) {
        CheckOptions other = options;
        other.readings[reading.id] = alternative.id;
        const auto anew = engine().check(transaction, other);
        RC_ASSERT(anew.ok());
        const auto result = std::find_if(
            answer->readings.begin(), answer->readings.end(), [&](const ReadingResult& one) {
              return one.id == reading.id && one.alternative == alternative.id;
            });
        if (result == answer->readings.end()) {
          RC_ASSERT(seen(*anew) == seen(*answer));
          ++unlisted;
        } else {
          RC_ASSERT(anew->verdict == result->verdict);
          RC_ASSERT(anew->classification.selected == result->selected);
          RC_ASSERT(result->changes_verdict == (anew->verdict != answer->verdict));
          ++listed;
        }
      }
    }
    CheckOptions other = options;
    other.posture = options.posture == Posture::Text ? Posture::Enforced : Posture::Text;
    const auto anew = engine().check(transaction, other);
    RC_ASSERT(anew.ok());
    RC_ASSERT(anew->verdict == answer->other_posture.value_or(answer->verdict));
  }));
  // Neither side of the comparison is empty.
  EXPECT_GT(listed, 10U);
  EXPECT_GT(unlisted, 10U);
}

// The rule of January 2025 asks a license of everywhere from 2025-05-15 (90 FR 4544), and is not enforced
// (BIS, 2025-05-13).
TEST(OtherChoices, TheOtherPostureIsSaidWhereItDiffers) {
  Transaction transaction;
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, const char*>>{
           {"item", "h100_sxm"}, {"to", "SG"}, {"hq", "SG"}, {"on", "2025-06-03"}}) {
    transaction.fields.push_back({name, value, {}});
  }
  const auto enforced = engine().check(transaction, {});
  CheckOptions by_text;
  by_text.posture = Posture::Text;
  const auto text = engine().check(transaction, by_text);
  ASSERT_TRUE(enforced.ok() && text.ok());
  EXPECT_NE(enforced->verdict, Verdict::License);
  EXPECT_EQ(text->verdict, Verdict::License);
  EXPECT_EQ(enforced->other_posture, text->verdict);
  EXPECT_EQ(text->other_posture, enforced->verdict);
}

}  // namespace
}  // namespace licit
