#include "cli/terminal.h"

#include <algorithm>
#include <charconv>

namespace licit::cli {
namespace {

constexpr int usual_width = 80;
constexpr int least_width = 40;
constexpr int most_width = 100;  // longer lines are hard to read

int number_or(const std::optional<std::string>& text, int otherwise) {
  if (!text) return otherwise;
  int number = 0;
  const char* end = text->data() + text->size();
  const auto [stopped, error] = std::from_chars(text->data(), end, number);
  return error == std::errc() && stopped == end && number > 0 ? number : otherwise;
}

}  // namespace

Page page_for(const Terminal& terminal, Language language) {
  Page page;
  page.language = language;
  const int own = terminal.columns > 0 ? std::min(terminal.columns, most_width) : usual_width;
  page.width = std::max(number_or(terminal.environment("COLUMNS"), own), least_width);
  page.color = terminal.out_is_terminal && terminal.environment("NO_COLOR").value_or("").empty() &&
               terminal.environment("TERM").value_or("") != "dumb";
  return page;
}

Language language_of_environment(const Terminal& terminal) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = terminal.environment(name);
    if (value && !value->empty()) return value->starts_with("fr") ? Language::Fr : Language::En;
  }
  return Language::En;
}

}  // namespace licit::cli
