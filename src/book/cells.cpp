#include "book/cells.h"

#include <algorithm>
#include <array>

#include "base/beginning.h"
#include "base/date.h"
#include "base/text.h"

namespace licit {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

std::string_view lookup(std::span<const Words> words, std::string_view cell) {
  if (cell.size() > 64) return {};
  const std::string folded = fold(cell);
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Words& pair) { return pair.first == folded; });
  return found == words.end() ? std::string_view{} : found->second;
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Diagnostic not_a_day(std::string_view cell, const Spot& spot) {
  return {.code = "B013",
          .place = spot.place,
          .message = {Msg::BookNotADay, {spot.field, beginning(cell)}},
          .help = {{Msg::BookWriteIsoDay, {}}}};
}

// Three runs of digits between the same marks: "03.06.2024" -> {"03", "06", "2024"}.
std::optional<std::array<std::string_view, 3>> three_parts(std::string_view text) {
  const std::size_t first = text.find_first_not_of("0123456789");
  if (first == std::string_view::npos) return std::nullopt;
  const char mark = text[first];
  if (mark != '.' && mark != '/' && mark != '-') return std::nullopt;
  const std::size_t second = text.find(mark, first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::array parts = {text.substr(0, first), text.substr(first + 1, second - first - 1),
                            text.substr(second + 1)};
  if (!std::all_of(parts.begin(), parts.end(), is_digits)) return std::nullopt;
  return parts;
}

std::string padded(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

// A day with the time of day that databases add: "2024-06-03T00:00:00", "2024-06-03 00:00".
std::string_view without_time(std::string_view text) {
  if (text.size() <= 10 || (text[10] != 'T' && text[10] != ' ')) return text;
  const std::string_view time = text.substr(11);
  const bool is_time = time.size() >= 5 && is_digits(time.substr(0, 2)) && time[2] == ':' &&
                       time.find_first_not_of("0123456789:.+-Z ") == std::string_view::npos;
  return is_time ? text.substr(0, 10) : text;
}

}  // namespace

bool is_not_given(std::string_view cell) {
  if (cell.empty()) return true;
  if (cell.size() > 5) return false;
  std::string lower;
  for (const char c : cell) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  constexpr std::array marks = {"n/a", "#n/a", "-", "--", "null", "\xE2\x80\x93", "\xE2\x80\x94"};
  return std::find(marks.begin(), marks.end(), lower) != marks.end();
}

Result<std::string> iso_day(std::string_view cell, const CellStyle& style, const Spot& spot) {
  const std::string_view text = without_time(trimmed(cell));
  if (text.size() == 8 && is_digits(text)) {
    std::string iso = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                      std::string(text.substr(6));
    if (Date::parse(iso)) return iso;
    return not_a_day(cell, spot);
  }
  const auto parts = three_parts(text);
  if (!parts) {
    Diagnostic d = not_a_day(cell, spot);
    if (text.size() == 5 && is_digits(text))
      d.help.insert(d.help.begin(), {Msg::BookSerialDay, {}});
    return d;
  }
  const auto& [a, b, c] = *parts;
  // Impossible days in ISO order are left to the facts, which say so.
  if (a.size() == 4 && b.size() <= 2 && c.size() <= 2)
    return std::string(a) + "-" + padded(b) + "-" + padded(c);
  if (a.size() > 2 || b.size() > 2 || c.size() != 4) return not_a_day(cell, spot);
  const std::string day_first = std::string(c) + "-" + padded(b) + "-" + padded(a);
  const std::string month_first = std::string(c) + "-" + padded(a) + "-" + padded(b);
  if (style.dates == DateOrder::Dmy) return day_first;
  if (style.dates == DateOrder::Mdy) return month_first;
  Diagnostic d{.code = "B013", .place = spot.place, .message = {}};
  d.message = {Msg::BookDayOrder, {spot.field, std::string(text)}};
  if (Date::parse(day_first)) d.help.push_back({Msg::BookDayOrderHelp, {"dmy", day_first}});
  if (Date::parse(month_first)) d.help.push_back({Msg::BookDayOrderHelp, {"mdy", month_first}});
  if (d.help.empty()) return not_a_day(cell, spot);
  return d;
}

std::string yes_no_word(std::string_view cell) {
  static constexpr auto words = std::to_array<Words>({{"yes", "yes"},
                                                      {"y", "yes"},
                                                      {"oui", "yes"},
                                                      {"o", "yes"},
                                                      {"ja", "yes"},
                                                      {"j", "yes"},
                                                      {"true", "yes"},
                                                      {"vrai", "yes"},
                                                      {"1", "yes"},
                                                      {"no", "no"},
                                                      {"n", "no"},
                                                      {"non", "no"},
                                                      {"nein", "no"},
                                                      {"false", "no"},
                                                      {"faux", "no"},
                                                      {"0", "no"}});
  const std::string_view word = lookup(words, cell);
  return std::string(word.empty() ? cell : word);
}

std::string kind_word(std::string_view cell) {
  static constexpr auto words = std::to_array<Words>({{"export", "export"},
                                                      {"exportation", "export"},
                                                      {"reexport", "reexport"},
                                                      {"reexportation", "reexport"},
                                                      {"transfer", "transfer"},
                                                      {"incountrytransfer", "transfer"},
                                                      {"transferincountry", "transfer"},
                                                      {"transfert", "transfer"},
                                                      {"transfertdanslepays", "transfer"},
                                                      {"deemedexport", "deemed-export"},
                                                      {"exportationreputee", "deemed-export"}});
  const std::string_view word = lookup(words, cell);
  return std::string(word.empty() ? cell : word);
}

Result<std::string> read_cell(std::string_view field, const FactSpec* spec, std::string_view cell,
                              const CellStyle& style, const Spot& spot) {
  if (field == "on" || field == "departed") return iso_day(cell, style, spot);
  if (field == "quantity") return plain_number(cell, style, spot, true);
  if (field == "kind") return kind_word(cell);
  if (spec == nullptr) return std::string(cell);
  switch (spec->type) {
    case FactType::Date:
      return iso_day(cell, style, spot);
    case FactType::Number:
      return quantity_text(cell, style, spot);
    case FactType::YesNo:
      return yes_no_word(cell);
    case FactType::Place:
    case FactType::Name:
    case FactType::OneOf:
    case FactType::SetOf:
      break;
  }
  return std::string(cell);
}

}  // namespace licit
