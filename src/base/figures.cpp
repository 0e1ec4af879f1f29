#include "base/figures.h"

#include <optional>

namespace licit {
namespace {

constexpr std::string_view thousands = "\u202f";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  return n;
}

// Takes a number off the front of `text` and writes it the French way; false where none stands there.
bool take_number(std::string_view& text, std::string& out) {
  std::string_view rest = text;
  if (rest.starts_with('-')) rest.remove_prefix(1);
  const std::size_t whole = digits_at(rest);
  if (whole == 0) return false;
  if (text.starts_with('-')) out += '-';
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) out += thousands;
    out += rest[i];
  }
  rest.remove_prefix(whole);
  if (rest.size() > 1 && rest[0] == '.' && is_digit(rest[1])) {
    const std::size_t decimals = digits_at(rest.substr(1));
    out += ',';
    out += rest.substr(1, decimals);
    rest.remove_prefix(1 + decimals);
  }
  text = rest;
  return true;
}

std::optional<std::string> in_french(std::string_view text) {
  std::string out;
  const bool begins = take_number(text, out);
  bool ends = false;
  if (text.starts_with("..")) {
    out += "..";
    text.remove_prefix(2);
    ends = take_number(text, out);
  }
  if (!begins && !ends) return std::nullopt;
  if (!text.empty() && text.front() != ' ') return std::nullopt;
  return out += text;
}

}  // namespace

std::string figures(Language language, std::string_view text) {
  if (language == Language::En) return std::string(text);
  return in_french(text).value_or(std::string(text));
}

}  // namespace licit
