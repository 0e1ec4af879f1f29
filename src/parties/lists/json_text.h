// Reading JSON that others wrote: a key that is missing or of another type is an empty text.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace licit {

// P004 (broken, with the place) where it is no JSON document.
Result<simdjson::dom::element> parse_json(simdjson::dom::parser& parser, std::string_view bytes,
                                          const std::string& source);

// The text of a key, cleaned; numbers as written.
std::string text_of(const simdjson::dom::object& object, std::string_view key);
std::string text_of(const simdjson::dom::element& value);
// The texts of a list; a text alone is a list of one, or of its parts between "; ".
std::vector<std::string> texts_of(const simdjson::dom::object& object, std::string_view key);

}  // namespace licit
