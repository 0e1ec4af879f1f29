// The text of official lists made even: blanks, encodings, days and countries as each authority
// writes them. Nothing here changes a letter of a name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"

namespace licit {

// Blanks of every kind joined into one, control characters dropped, none at the ends.
std::string clean(std::string_view text);

// The parts between separators, each cleaned; empty ones left out.
std::vector<std::string> parts_of(std::string_view text, std::string_view separator);

bool contains_word(std::string_view text, std::string_view word);
// Position of an ASCII word in whatever case; npos where it does not occur.
std::size_t find_any_case(std::string_view text, std::string_view ascii, std::size_t from = 0);

// 2012-12-31 (with or without a time), 12/31/2012 or 31/12/2012, 31 Dec 2012, 31-Dec-2012,
// 31.12.2012, December 31, 2012. A year of two digits is of this century up to 68.
enum class DayOrder { MonthFirst, DayFirst };
std::optional<Date> read_day(std::string_view text, DayOrder order);

// Birth dates as far as stated: 1970, 1970-05, 1970-05-12. A range of years gives each of them (up to
// ten); text without a year gives none.
std::vector<std::string> read_births(std::string_view text, DayOrder order);

// Two-letter codes of countries as lists write them. Not thread-safe: one for each reading.
class Countries {
 public:
  // Empty where the table of places knows no such country.
  const std::string& code(std::string_view name);

 private:
  std::unordered_map<std::string, std::string> known_;
};

// The country that an address ends with ("..., Beijing, China."), as its code; empty where none.
std::string country_at_end(Countries& countries, std::string_view address);

}  // namespace licit
