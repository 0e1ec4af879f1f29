// A field of an order as systems write it, before a name is looked for in it: signs of parting made plain,
// and what else its letters may have been.
#pragma once

#include <string>
#include <string_view>

namespace licit::names {

// The text with the signs that part names in any script as their ASCII counterparts (full-width ones, "、", "•",
// "→", "℅"), "_" and "@" as signs that part, without "%20" and the endings of addresses in the web.
std::string plain_field(std::string_view text);

// Digits that were read in the place of letters, in words of capitals too ("HUAWE1 TECHN0L0G1ES"); empty where
// there is none.
std::string digits_as_letters(std::string_view text);

// Words written together, by their capitals ("MooreThreadsTechnology"); empty where there is none.
std::string words_apart(std::string_view text);

// Whether a word of it was read in another encoding than it was written in: nothing but signs and letters of
// Latin-1 or Windows-1252 beyond ASCII, or control characters between them. Who is meant cannot be known.
bool is_garbled(std::string_view text);

}  // namespace licit::names
