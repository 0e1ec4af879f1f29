// A field of an order as systems write it, before a name is looked for in it: signs of parting made plain,
// and what else its letters may have been.
#pragma once

#include <string>
#include <string_view>

#include "parties/names/normal.h"

namespace licit::names {

// Bytes of a field that are looked at: as many as the letters that are compared can take.
inline constexpr std::size_t most_text = 4 * longest_name;

// The text, as far as it is looked at, with the signs that part names in any script as their ASCII counterparts (full-width ones, "、", "•",
// "→", "℅"), "_" and "@" as signs that part, without "%20" and the endings of addresses in the web.
std::string plain_field(std::string_view text);

// Digits that were read in the place of letters, in words of capitals too ("HUAWE1 TECHN0L0G1ES"), with the letter
// that 1 stands for (I or L); empty where there is none.
std::string digits_as_letters(std::string_view text, char one);

// Words written together, by their capitals ("MooreThreadsTechnology"); empty where there is none.
std::string words_apart(std::string_view text);

// Whether a word of it was read in another encoding than it was written in: nothing but signs and letters of
// Latin-1 or Windows-1252 beyond ASCII, or control characters between them. Who is meant cannot be known.
bool is_garbled(std::string_view text);

}  // namespace licit::names
