// Where the authorities publish their lists: a name and the addresses of the files that belong
// together, in a small file of lines ("ofac-sdn: https://... https://..."), which a user may replace.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace licit {

struct ListSource {
  std::string name;  // "csl", "uk"
  std::vector<std::string> addresses;
};

// The built-in ones, as text: what `licit lists pull --print-sources` shows and a user edits.
std::string_view default_sources();

// One source a line, `#` begins a comment. P033 with the line that is wrong.
Result<std::vector<ListSource>> read_sources(std::string_view text, const std::string& file);

// `{yesterday}` in an address is the day before, as eCFR wants a date that it has already.
std::string address_on(const std::string& address, Date today);

}  // namespace licit
