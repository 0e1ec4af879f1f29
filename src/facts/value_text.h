// From what a person typed to a typed value: "300..330 mm2", "yes", "Hong Kong", "{a, b}", "unknown".
// Nothing is guessed; what cannot be read is an error that names the field and says what is expected.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "facts/places.h"
#include "facts/value.h"

namespace licit {

// What a fact must look like, as its declaration in the vocabulary says.
struct FactSpec {
  FactType type = FactType::YesNo;
  std::string unit;                // Number; "count" and "" are the same
  std::vector<std::string> words;  // OneOf, SetOf; empty for SetOf: any word
};
using FactTypes = std::map<std::string, FactSpec, std::less<>>;

// Where the text stands, for messages.
struct Spot {
  std::string field;  // "to", "item.die-area"
  Place place;        // empty file: a value of the command line
};

// Grammar: docs/facts.md, "How values are written". The value's origin is Given.
// Errors: F002 place, F003 day, F005 anything else.
Result<FactValue> parse_value(const FactSpec& spec, std::string_view text, const Places& places,
                              const Spot& spot);

// A text that looks like a day of a year that is not read (docs/facts.md): 2300-01-01.
bool is_day_out_of_range(std::string_view text);

// "320", "3.2e2", "300..330", "300..", "..330": not negative, not backwards. Empty where it is none of these.
std::optional<Interval> parse_interval(std::string_view text);

// The parts between any of `separators`, trimmed, blank ones dropped; a part in double quotes may
// contain separators and loses its quotes (\" and \\ inside).
std::vector<std::string> split_list(std::string_view text, std::string_view separators);

}  // namespace licit
