// Text in lines.
#pragma once

#include <string>
#include <string_view>

namespace licit {

// The text without what a terminal would obey: control characters are blanks (a line end stays one), marks that turn
// the direction of writing are left out. Names come from anywhere.
std::string printable(std::string_view text);

// The columns of a terminal that a text takes: two for a Chinese, Japanese or Korean character.
std::size_t columns_of(std::string_view text);

// Lines of at most `width` columns, broken at spaces, and between wide characters where a word of them is too long; a longer word stands
// alone, so that a path can still be copied. The first line starts at column `first`, the others at
// `rest`. A line end in `text` stays one, other controls do not (`printable`). No newline at the end.
std::string wrapped(std::string_view text, std::size_t width, std::size_t first, std::size_t rest);

}  // namespace licit
