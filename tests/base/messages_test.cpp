#include "base/messages.h"

#include <gtest/gtest.h>

namespace licit {
namespace {

TEST(Messages, AnArgumentStandsWhereItsNumberDoes) {
  EXPECT_EQ(say(Language::En, Msg::RegionWith, {"a", "b"}), "a: b");
  EXPECT_EQ(say(Language::Fr, Msg::RegionWith, {"a", "b"}), "a : b");
  // One that is missing stays visible.
  EXPECT_EQ(say(Language::En, Msg::RegionWith, {"a"}), "a: {1}");
}

// English has the singular for 1 alone, French for 0 and 1.
TEST(Messages, ANounAgreesWithItsNumber) {
  EXPECT_EQ(say(Language::En, Msg::CliCheckFailed, {"p", "1"}), "p: 1 error");
  EXPECT_EQ(say(Language::En, Msg::CliCheckFailed, {"p", "2"}), "p: 2 errors");
  EXPECT_EQ(say(Language::En, Msg::CliCheckFailed, {"p", "0"}), "p: 0 errors");
  EXPECT_EQ(say(Language::Fr, Msg::CliCheckFailed, {"p", "0"}), "p : 0 erreur");
  EXPECT_EQ(say(Language::Fr, Msg::CliCheckFailed, {"p", "1"}), "p : 1 erreur");
  EXPECT_EQ(say(Language::Fr, Msg::CliCheckFailed, {"p", "21"}), "p : 21 erreurs");
}

// Of two languages, none has a form of a noun for a number that the other does not give.
TEST(Messages, NoMessageIsLeftWithAFormUnchosen) {
  const std::vector<std::string> ones(10, "1");
  for (int key = 0; key <= static_cast<int>(Msg::CliExplainQuirks); ++key) {
    for (const Language language : {Language::En, Language::Fr}) {
      const std::string text = say(language, static_cast<Msg>(key), ones);
      EXPECT_EQ(text.find("#"), std::string::npos) << text;
    }
  }
}

}  // namespace
}  // namespace licit
