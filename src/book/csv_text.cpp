#include "book/csv_text.h"

#include "base/number.h"

namespace licit {

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string csv_copied(std::string_view text) {
  constexpr std::string_view formula_starts = "=+-@\t\r\n";
  const bool is_formula = !text.empty() &&
                          formula_starts.find(text.front()) != std::string_view::npos &&
                          !Number::parse(text);
  return csv_cell(is_formula ? "'" + std::string(text) : std::string(text));
}

}  // namespace licit
