#include "parties/lists/source_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "facts/shipped.h"

namespace licit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Length of a blank that takes more than a byte; 0 where none begins here. No-break space, the
// spaces U+2000 to U+200A, U+202F, the ideographic space, the byte order mark.
std::size_t wide_blank(std::string_view rest) {
  if (rest.starts_with("\xC2\xA0")) return 2;
  if (rest.starts_with("\xE3\x80\x80") || rest.starts_with("\xEF\xBB\xBF") ||
      rest.starts_with("\xE2\x80\xAF")) {
    return 3;
  }
  if (rest.size() >= 3 && rest.starts_with("\xE2\x80")) {
    const auto last = static_cast<unsigned char>(rest[2]);
    if (last >= 0x80 && last <= 0x8A) return 3;
  }
  return 0;
}

struct Numbers {
  std::vector<int> values;
  std::vector<std::size_t> digits;
};

Numbers numbers_in(std::string_view text) {
  Numbers out;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    int value = 0;
    if (end - i <= 4) {
      std::from_chars(text.data() + i, text.data() + end, value);
      out.values.push_back(value);
      out.digits.push_back(end - i);
    }
    i = end;
  }
  return out;
}

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

// 1 to 12 where a word of the text begins like a month; 0 otherwise.
int month_named(std::string_view text) {
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    const bool begins = i == 0 || !((lower(text[i - 1]) >= 'a' && lower(text[i - 1]) <= 'z'));
    if (!begins) continue;
    const std::array<char, 3> word = {lower(text[i]), lower(text[i + 1]), lower(text[i + 2])};
    const auto at = std::find(months.begin(), months.end(), std::string_view(word.data(), 3));
    if (at != months.end()) return static_cast<int>(at - months.begin()) + 1;
  }
  return 0;
}

int whole_year(int year, std::size_t digits) {
  if (digits > 2) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

struct PartialDay {
  int year = 0, month = 0, day = 0;
};

std::optional<PartialDay> partial_day(std::string_view text, DayOrder order) {
  const Numbers found = numbers_in(text);
  const auto& n = found.values;
  const int named = month_named(text);
  if (named != 0) {
    if (n.size() == 1 && found.digits[0] == 4) return PartialDay{n[0], named, 0};
    if (n.size() < 2) return {};
    if (found.digits[0] == 4) return PartialDay{n[0], named, n[1]};
    return PartialDay{whole_year(n[1], found.digits[1]), named, n[0]};
  }
  if (n.size() >= 3) {
    if (found.digits[0] == 4) return PartialDay{n[0], n[1], n[2]};
    const int year = whole_year(n[2], found.digits[2]);
    return order == DayOrder::MonthFirst ? PartialDay{year, n[0], n[1]}
                                         : PartialDay{year, n[1], n[0]};
  }
  if (n.size() == 2 && found.digits[0] == 4 && found.digits[1] == 2)
    return PartialDay{n[0], n[1], 0};
  if (n.size() == 2 && found.digits[1] == 4) return PartialDay{n[1], n[0], 0};
  if (n.size() == 1 && found.digits[0] == 4) return PartialDay{n[0], 0, 0};
  return {};
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t wide = byte >= 0xC2 ? wide_blank(text.substr(i)) : 0;
    if (wide != 0 || byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      blank = true;
      i += wide != 0 ? wide : 1;
      continue;
    }
    if (byte < 0x20 || byte == 0x7F) {
      ++i;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += text[i++];
  }
  return out;
}

std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find(separator), text.size());
    std::string part = clean(text.substr(0, at));
    if (!part.empty()) out.push_back(std::move(part));
    text.remove_prefix(std::min(at + separator.size(), text.size()));
  }
  return out;
}

std::size_t find_any_case(std::string_view text, std::string_view ascii, std::size_t from) {
  if (ascii.size() > text.size()) return std::string_view::npos;
  for (std::size_t i = from; i + ascii.size() <= text.size(); ++i) {
    std::size_t k = 0;
    while (k < ascii.size() && lower(text[i + k]) == lower(ascii[k])) ++k;
    if (k == ascii.size()) return i;
  }
  return std::string_view::npos;
}

bool contains_word(std::string_view text, std::string_view word) {
  return find_any_case(text, word) != std::string_view::npos;
}

std::optional<Date> read_day(std::string_view text, DayOrder order) {
  const std::string_view day = trimmed(text);
  if (const auto iso = Date::parse(day.substr(0, 10))) return iso;
  const auto read = partial_day(day, order);
  if (!read) return {};
  return Date::from_ymd(read->year, read->month, read->day);
}

std::vector<std::string> read_births(std::string_view text, DayOrder order) {
  const Numbers found = numbers_in(text);
  std::vector<int> years;
  for (std::size_t i = 0; i < found.values.size(); ++i)
    if (found.digits[i] == 4) years.push_back(found.values[i]);
  const auto plausible = [](int year) { return year >= 1800 && year <= 2100; };
  if (years.size() == 2 && years[0] < years[1] && years[1] - years[0] < 10 && plausible(years[0])) {
    std::vector<std::string> out;
    for (int year = years[0]; year <= years[1]; ++year) out.push_back(std::to_string(year));
    return out;
  }
  const auto read = partial_day(text, order);
  if (!read || !plausible(read->year)) return {};
  std::string out = std::to_string(read->year);
  if (read->month >= 1 && read->month <= 12) {
    out += "-" + two(read->month);
    if (read->day >= 1 && read->day <= 31) out += "-" + two(read->day);
  }
  return {out};
}

const std::string& Countries::code(std::string_view name) {
  std::string key(name);
  const auto at = known_.find(key);
  if (at != known_.end()) return at->second;
  static const Places places = [] {
    auto read = shipped_places();
    return read.ok() ? std::move(read).value() : Places();
  }();
  std::string found;
  if (name.size() <= 200) {
    if (const PlaceRow* place = places.find(name)) found = place->code.substr(0, 2);
  }
  return known_.emplace(std::move(key), std::move(found)).first->second;
}

std::string country_at_end(Countries& countries, std::string_view address) {
  while (!address.empty() && (address.back() == '.' || address.back() == ' ' ||
                              address.back() == ';' || address.back() == ',')) {
    address.remove_suffix(1);
  }
  // The last one, two or three parts between commas: "Korea, Republic of", "Hong Kong".
  std::size_t begin = address.size();
  for (int parts = 0; parts < 3 && begin != std::string_view::npos && begin > 0; ++parts) {
    begin = address.rfind(',', begin - 1);
    const std::string_view tail =
        begin == std::string_view::npos ? address : address.substr(begin + 1);
    if (const std::string& code = countries.code(clean(tail)); !code.empty()) return code;
  }
  // The last words: "9052 Zwijnaarde Belgium".
  const std::size_t comma = address.rfind(',');
  std::string_view tail = comma == std::string_view::npos ? address : address.substr(comma + 1);
  while (!tail.empty()) {
    const std::size_t blank = tail.find(' ');
    if (blank == std::string_view::npos) break;
    tail.remove_prefix(blank + 1);
    if (const std::string& code = countries.code(clean(tail)); !code.empty()) return code;
  }
  return {};
}

}  // namespace licit
