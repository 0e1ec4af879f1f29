// Text on a terminal: wrapped to its width, labelled, coloured only where that is welcome. Widths
// count Unicode scalar values. Pure functions of their arguments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/messages.h"

namespace licit::cli {

// Where and for whom text is laid out.
struct Page {
  int width = 80;  // columns, 40 at least
  bool color = false;
  Language language = Language::En;
};

// What a colour stands beside, never instead of.
enum class Tone : std::uint8_t { Plain, Strong, Faint, Go, Stop, Unsure };

// The text between the codes that colour it; unchanged where the page has no colour.
std::string toned(const Page& page, Tone tone, std::string_view text);

// Lines of at most `width` columns, broken at spaces (base/wrap.h). No newline at the end.
std::string wrapped(std::string_view text, int width, int first, int rest);

// "  Why       The text, wrapped under itself." A label wider than its column, or a page too narrow
// for two columns, puts the text below. Ends with a newline; nothing where the text is empty.
std::string entry(const Page& page, std::string_view label, std::string_view text);

// Columns aligned, two spaces apart, ends with a newline. The last column wraps under itself; cells
// before it never do. The first row is the heading.
std::string table(const Page& page, const std::vector<std::vector<std::string>>& rows);

}  // namespace licit::cli
