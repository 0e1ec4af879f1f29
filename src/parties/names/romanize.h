// Words of other scripts in Latin letters, one system for each script; what other systems would write
// is met by the sound classes (fold.h), not by more spellings.
#pragma once

#include <string>
#include <string_view>

#include "parties/names/normal.h"

namespace licit::names {

// Small Latin letters and digits only. `vowels_missing` is set for scripts that leave vowels out.
std::string romanized(std::u32string_view word, Script script, bool& vowels_missing);

void append_cyrillic(std::string& out, std::u32string_view word);
void append_greek(std::string& out, std::u32string_view word);
void append_arabic(std::string& out, std::u32string_view word);
void append_hebrew(std::string& out, std::u32string_view word);
// With a blank between syllables.
void append_hangul(std::string& out, std::u32string_view word);
// Any other script through ICU's transliterators, one of each kind a thread.
void append_by_icu(std::string& out, std::u32string_view word);

}  // namespace licit::names
