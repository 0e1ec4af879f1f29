#include "base/figures.h"

#include <algorithm>
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

// Yop count 10^24 operations.
constexpr std::string_view yop = " Yop";
constexpr int yop_power = 24;

// A decimal of Yop as a number of operations: "300" is "3e26". Empty where it is no plain decimal.
std::string in_operations(std::string_view decimal) {
  const std::size_t whole = digits_at(decimal);
  std::string digits(decimal.substr(0, whole));
  if (whole < decimal.size()) {
    const std::string_view rest = decimal.substr(whole + 1);
    if (decimal[whole] != '.' || rest.empty() || digits_at(rest) != rest.size()) return {};
    digits += rest;
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (whole == 0) return {};
  if (first == std::string::npos) return "0";
  const int power = yop_power + static_cast<int>(whole) - 1 - static_cast<int>(first);
  digits.erase(digits.find_last_not_of('0') + 1);
  std::string out(1, digits[first]);
  if (first + 1 < digits.size()) out += '.' + digits.substr(first + 1);
  return out + "e" + std::to_string(power);
}

std::string operations(Language language, std::string_view text) {
  const std::string_view number = text.substr(0, text.size() - yop.size());
  const std::size_t dots = number.find("..");
  std::string shown;
  const auto add = [&](std::string_view decimal) {
    if (decimal.empty()) return true;
    std::string one = in_operations(decimal);
    if (language == Language::Fr) std::replace(one.begin(), one.end(), '.', ',');
    shown += one;
    return !one.empty();
  };
  const bool low = add(number.substr(0, dots));
  if (dots != std::string_view::npos) shown += "..";
  if (!low || (dots != std::string_view::npos && !add(number.substr(dots + 2))))
    return std::string(text);
  return say(language, Msg::CliOperations, {shown});
}

}  // namespace

std::string figures(Language language, std::string_view text) {
  if (text.ends_with(yop)) return operations(language, text);
  if (language == Language::En) return std::string(text);
  return in_french(text).value_or(std::string(text));
}

}  // namespace licit
