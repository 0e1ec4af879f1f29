// The one layout of a law text: clauses indented by two, one a line; limbs indented below what they
// belong to; lists wrapped at 100 columns. Never changes a token, never loses a comment; laying out
// twice changes nothing.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace licit::law {

constexpr std::size_t line_width = 100;

// The text laid out. A text that does not parse is not touched: its errors are returned, naming `path`.
Result<std::string> format(std::string_view text, std::string_view path = "");

}  // namespace licit::law
