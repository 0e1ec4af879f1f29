// Letters that look like letters of another script, and digits that look like letters.
#pragma once

#include <string>

#include "parties/names/normal.h"

namespace licit::names {

// Every letter is Latin or looks like a Latin one.
bool all_look_latin(const std::u32string& word);

// Puts the look-alikes of `script` (Latin, Cyrillic or Greek) in the place of letters of the other
// two; whether anything changed.
bool mend_confusables(std::u32string& word, Script script);

// "Ig0r Sech1n": 0, 1, 3, 4, 5 within letters of a person's name; in other names only where every
// other character is a small letter and the digit stands inside.
bool mend_digits(std::u32string& word, bool person);

}  // namespace licit::names
