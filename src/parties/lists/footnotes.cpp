#include "parties/lists/footnotes.h"

#include <string>

namespace licit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint16_t bit(int footnote) { return static_cast<std::uint16_t>(1U << footnote); }

// A digit that stands alone at `at`, as a flattened footnote does; 0 where none.
int lone_digit(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_digit(text[at])) return 0;
  if (at + 1 < text.size() && is_digit(text[at + 1])) return 0;
  // Not the whole part of a section's number: "EAR 7.4" has none.
  if (at + 2 < text.size() && text[at + 1] == '.' && is_digit(text[at + 2])) return 0;
  return text[at] - '0';
}

}  // namespace

std::uint16_t footnotes_of(std::string_view requirement) {
  std::string text;  // without blanks: publishers put them anywhere around a raised digit
  for (const char c : requirement)
    if (c != ' ' && c != '\n' && c != '\t') text += c;
  std::uint16_t out = 0;
  for (std::size_t at = text.find("734.9("); at != std::string::npos;
       at = text.find("734.9(", at + 1)) {
    const std::string_view rest = std::string_view(text).substr(at + 6);
    if (rest.starts_with("g)")) out |= bit(3);
    if (!rest.starts_with("e)")) continue;
    if (rest.starts_with("e)(1)")) out |= bit(1);
    if (rest.starts_with("e)(2)")) out |= bit(4);
    if (rest.starts_with("e)(3)")) out |= bit(5);
    if (rest.starts_with("e)(")) continue;
    const std::size_t after = rest.size() > 2 && rest[2] == ',' ? 3 : 2;
    if (const int digit = lone_digit(rest, after); digit == 1 || digit == 4 || digit == 5)
      out |= bit(digit);
  }
  // Behind the bracket or the words that close the citation: "of the EAR2", "of the EAR)4".
  for (std::size_t at = text.find("EAR"); at != std::string::npos; at = text.find("EAR", at + 1)) {
    std::size_t end = at + 3;
    while (end < text.size() && (text[end] == ')' || text[end] == '.')) ++end;
    const int digit = lone_digit(text, end);
    if (digit < 1 || digit > 5) continue;
    // Only where a foreign direct product rule is cited: "EAR99" and section numbers are none.
    if (text.find("734.9(e)") == std::string::npos) continue;
    out |= bit(digit);
  }
  return out;
}

}  // namespace licit
