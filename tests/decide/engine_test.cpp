// The public API: the example of include/licit/licit.h, and what each header promises.
#include "licit/licit.h"

#include <gtest/gtest.h>

#include <thread>

namespace licit {
namespace {

const Engine& engine() {
  static const Engine loaded = [] {
    auto result = Engine::load();
    if (!result.ok()) {
      for (const Diagnostic& why : result.errors()) ADD_FAILURE() << why.render(Language::En);
    }
    return std::move(result).value();
  }();
  return loaded;
}

Transaction h20_on(const char* day) {
  return {{{"item", "h20", {}},
           {"to", "CN", {}},
           {"hq", "CN", {}},
           {"on", day, {}},
           {"exporter", "NVIDIA", {}}}};
}

TEST(Engine, TheExampleOfTheHeader) {
  const auto before = engine().check(h20_on("2024-06-03"));
  ASSERT_TRUE(before.ok());
  EXPECT_EQ(before->verdict, Verdict::NoLicense);
  EXPECT_EQ(before->receipt.pack_hash.size(), 64U);
  const auto after = engine().check(h20_on("2025-04-20"));
  ASSERT_TRUE(after.ok());
  EXPECT_EQ(after->verdict, Verdict::License);
}

TEST(Engine, WhatCannotBeReadIsADiagnosticAndNoAnswer) {
  const auto answer = engine().check({{{"item", "h9999", {}}, {"to", "Atlantis", {}}}});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.errors().size(), 2U);
  CheckOptions options;
  options.readings["A10"] = "wrong";
  options.readings["Z99"] = "sum";
  const auto read = engine().check(h20_on("2024-06-03"), options);
  ASSERT_FALSE(read.ok());
  ASSERT_EQ(read.errors().size(), 2U);
  EXPECT_EQ(read.errors()[0].code, "C011");
  EXPECT_EQ(read.errors()[1].code, "C010");
}

TEST(Engine, TheReceiptHasWhatWasStatedAndTheSameQuestionGivesTheSameDocument) {
  const auto first = engine().check(h20_on("2024-06-03"));
  const auto second = engine().check(h20_on("2024-06-03"));
  ASSERT_TRUE(first.ok());
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(first->receipt.transaction.size(), 5U);
  EXPECT_EQ(answer_json(*first, JsonStyle::Line), answer_json(*second, JsonStyle::Line));
}

TEST(Engine, MayBeAskedFromSeveralThreads) {
  const auto expected = engine().check(h20_on("2025-04-20"));
  ASSERT_TRUE(expected.ok());
  const std::string document = answer_json(*expected, JsonStyle::Line);
  std::vector<std::string> documents(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& into : documents) {
      threads.emplace_back([&into] {
        into = answer_json(engine().check(h20_on("2025-04-20")).value(), JsonStyle::Line);
      });
    }
  }
  for (const std::string& one : documents) EXPECT_EQ(one, document);
}

// Whole answers about many days, from an engine that has answered nothing yet: what it keeps of a day, of
// the law compiled and of the readings is made while four threads ask for it.
TEST(Engine, ManyDaysAreAskedFromManyThreads) {
  std::vector<Transaction> questions;
  for (const char* day : {"2022-11-01", "2023-12-01", "2024-06-03", "2025-01-20", "2025-05-14"}) {
    for (const char* to : {"CN", "SG", "AE"}) {
      questions.push_back({{{"item", "l20", {}}, {"to", to, {}}, {"on", day, {}}}});
      questions.push_back({{{"item.tpp", "4000", {}}, {"to", to, {}}, {"on", day, {}}}});
    }
  }
  const auto answers = [&](const Engine& asked, std::size_t first) {
    std::vector<std::string> out(questions.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      const std::size_t at = (first + i) % out.size();
      out[at] = answer_json(asked.check(questions[at]).value(), JsonStyle::Line);
    }
    return out;
  };
  const std::vector<std::string> expected = answers(engine(), 0);
  const Engine fresh = Engine::load().value();
  std::vector<std::vector<std::string>> by_thread(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < by_thread.size(); ++i) {
      threads.emplace_back([&, i] { by_thread[i] = answers(fresh, i % 2 * 3); });
    }
  }
  for (const std::vector<std::string>& one : by_thread) EXPECT_EQ(one, expected);
}

TEST(Engine, ALawThatIsNotThereIsADiagnostic) {
  LawChoice choice;
  choice.path = "no/such/folder";
  EXPECT_FALSE(Engine::load(choice).ok());
  LawChoice overlay;
  overlay.overlays.push_back("no-such.law");
  const auto engine_with_overlay = Engine::load(overlay);
  ASSERT_FALSE(engine_with_overlay.ok());
  EXPECT_EQ(engine_with_overlay.errors()[0].code, "C040");
}

TEST(JsonText, NumbersAreExact) {
  EXPECT_EQ(exact_text(Number(2368)), "2368");
  EXPECT_EQ(exact_text(*Number::parse("2.91")), "2.91");
  EXPECT_EQ(exact_text(*Number::fraction(2368, 814)), "32/11");
  EXPECT_EQ(exact_text(*Number::fraction(-1, 8)), "-0.125");
}

TEST(JsonText, StaysJsonWhateverTheBytes) {
  JsonWriter json(JsonStyle::Line);
  json.begin_object();
  json.field("text", "a\"b\\c\n\xFF");
  json.field("number", Interval{Number(3), std::nullopt});
  json.end_object();
  EXPECT_EQ(json.take(),
            "{\"text\":\"a\\\"b\\\\c\\n\xC3\xBF\",\"number\":{\"low\":\"3\",\"high\":null,"
            "\"text\":\"3..\"}}");
}

}  // namespace
}  // namespace licit
