// The pack inside the program, asked at random: an answer that is left open always says what leaves it
// open, and a question said to settle does.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>

#include "licit/licit.h"

namespace licit {
namespace {

// Under the sanitizers a small law: an open answer over the whole one takes ten seconds there.
const Engine& engine() {
  static const char* sanitized = std::getenv("LICIT_SANITIZE");
  static const bool is_small = sanitized != nullptr && *sanitized != 0;
  static const Engine loaded =
      is_small ? Engine::load({LICIT_SOURCE_DIR "/tests/data/small-ear", {}, {}}).value()
               : Engine::load().value();
  return loaded;
}

std::string one_of(const std::vector<std::string>& words) { return *rc::gen::elementOf(words); }

// An answer to a question, within what the command takes; empty where it is a name.
std::string any_answer(const Need& need) {
  switch (need.type) {
    case FactType::YesNo:
      return one_of({"yes", "no"});
    case FactType::OneOf:
      return one_of(need.words);
    case FactType::SetOf: {
      std::string out;
      for (const std::string& word : need.words) {
        if (*rc::gen::arbitrary<bool>()) out += (out.empty() ? "" : "; ") + word;
      }
      return out.empty() ? "none" : out;
    }
    case FactType::Place:
      return one_of({"CN", "HK", "MO", "DE", "TW", "AE", "VN", "RU", "US", "IL", "KP", "SA"});
    case FactType::Number:
      return std::to_string(*rc::gen::inRange(0, 1200)) + "." +
             std::to_string(*rc::gen::inRange(0, 100));
    case FactType::Date:
      return one_of({"2022-12-31", "2023-01-17", "2024-06-03"});
    case FactType::Name:
      return {};
  }
  return {};
}

TEST(EngineProperty, WhatIsOpenSaysWhatLeavesItOpenAndAQuestionThatSettlesDoes) {
  int open = 0;
  const auto property = [&] {
    Transaction transaction;
    const auto state = [&](const char* field, const std::vector<std::string>& values) {
      if (*rc::gen::inRange(0, 4) == 0) return;
      transaction.fields.push_back({field, one_of(values), {}});
    };
    const std::vector<std::string> places{"CN", "HK", "MO", "DE", "AE", "VN",
                                          "RU", "US", "PS", "AQ", "IQ", "Crimea"};
    state("item", {"h20", "a100", "h100", "rtx 4090", "ascend 910b", "mi308x", "l4", "unknown"});
    transaction.fields.push_back({"to", one_of(places), {}});
    transaction.fields.push_back(
        {"on",
         one_of({"2021-06-01", "2022-11-01", "2023-11-01", "2024-06-03", "2025-04-20", "2025-06-01",
                 "2026-02-01", "2026-08-01", "2026-11-01"}),
         {}});
    state("buyer-hq", places);
    state("parent-hq", places);
    state("end-user-hq", places);
    state("kind", {"export", "reexport", "deemed-export"});
    state("exporter", {"NVIDIA", "AMD", "Supermicro"});
    if (*rc::gen::arbitrary<bool>()) transaction.fields.push_back({"buyer", "Acme", {}});
    const int described = *rc::gen::inRange(0, 3);
    if (described > 0) {
      state("item.die-area", {"0", "600..650", "900", "?"});
      state("item.subject-to-ear", {"yes", "?"});
    }
    if (described > 1) state("item.tpp", {"0", "2000", "1500..5000", "4800.."});
    CheckOptions options;
    options.strict = *rc::gen::inRange(0, 3) == 0;
    options.detail = {.readings = false, .other_posture = false, .proof = false, .outlook = false};
    const auto answer = engine().check(transaction, options);
    RC_PRE(answer.ok());
    if (answer->verdict != Verdict::Undetermined) return;
    ++open;
    RC_ASSERT(!answer->deciding.empty() || answer->candidates.size() > 1);
    RC_ASSERT(!answer->needs.empty() || !answer->unplaced.empty());
    for (const Need& need : answer->needs) {
      if (!need.settles || need.fact == "item.chip") continue;
      const std::string value = any_answer(need);
      if (value.empty()) continue;
      const auto said =
          std::find_if(transaction.fields.begin(), transaction.fields.end(),
                       [&](const TransactionField& field) { return field.name == need.fact; });
      // What is known narrows the answer, and is not narrowed here.
      if (said != transaction.fields.end()) continue;
      Transaction told = transaction;
      told.fields.push_back({need.fact, value, {}});
      const auto settled = engine().check(told, options);
      if (!settled.ok()) continue;  // it contradicts what was stated
      RC_LOG() << need.fact << " = " << value << '\n';
      RC_ASSERT(settled->verdict != Verdict::Undetermined);
    }
  };
  // About one in four transactions is left open: of the fewest that are asked (20, under the sanitizers) some.
  EXPECT_TRUE(rc::check(property));
  EXPECT_GT(open, 0);
}

}  // namespace
}  // namespace licit
