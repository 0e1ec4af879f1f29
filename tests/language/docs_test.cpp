// Every ```law example of docs/language.md checks without errors, alone or with the example pack, and is
// laid out as the formatter would.

#include <gtest/gtest.h>

#include <algorithm>

#include "language/format.h"
#include "support_law.h"

namespace licit::law::testing {
namespace {

struct Example {
  std::string text;
  std::size_t line = 0;  // in the page
};

std::vector<Example> examples() {
  const std::string page = read_text(std::string(LICIT_SOURCE_DIR) + "/docs/language.md");
  static const std::string open = "\n```law\n";
  std::vector<Example> out;
  for (std::size_t i = page.find(open); i != std::string::npos; i = page.find(open, i + 1)) {
    const std::size_t begin = i + open.size();
    const std::size_t end = page.find("\n```", begin);
    out.push_back({page.substr(begin, end + 1 - begin),
                   static_cast<std::size_t>(std::count(
                       page.begin(), page.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) +
                       1});
  }
  return out;
}

bool has_header(const std::string& text) {
  return text.starts_with("pack ") || text.starts_with("part ") || text.starts_with("overlay ");
}

TEST(LanguagePage, EveryExampleChecks) {
  const std::vector<Example> all = examples();
  EXPECT_GT(all.size(), 12U);
  for (const Example& example : all) {
    const std::string text =
        has_header(example.text) ? example.text : "part of example\n" + example.text;
    for (const Diagnostic& d :
         findings("docs/language.md, example at line " + std::to_string(example.line), text))
      EXPECT_NE(d.severity, Severity::Error) << d.render(Language::En);
  }
}

// What the page shows is the layout that the page describes; declarations may stand closer together.
TEST(LanguagePage, ExamplesAreLaidOut) {
  for (const Example& example : examples()) {
    const std::string header = has_header(example.text) ? "" : "part of example\n";
    const Result<std::string> out = format(header + example.text);
    ASSERT_TRUE(out.ok()) << "line " << example.line;
    const auto without_blank_lines = [](const std::string& text) {
      std::string kept;
      for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' || (i > 0 && text[i - 1] != '\n')) kept += text[i];
      }
      return kept;
    };
    EXPECT_EQ(without_blank_lines(out.value()), without_blank_lines(header + example.text));
  }
}

}  // namespace
}  // namespace licit::law::testing
