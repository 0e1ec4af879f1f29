// Chinese and Korean personal names are a few short syllables that millions share in other orders: they
// are one name only where all syllables are the same, in the order in which one of them is written.
#pragma once

#include <string_view>

#include "parties/names/normal.h"

namespace licit::names {

// Whether it is written in Chinese or Korean characters of which each is a syllable: not a foreign name
// that is spelled with many.
bool by_syllables(const NormalName& name);

// Whether the name of a person written in Chinese or Korean characters and one in Latin letters are the
// same syllables, by the sound classes that the usual romanisations share, the surname first or last.
// A Latin name of another language beside them ("Jackie") is left out where two syllables are left.
bool same_syllables(const NormalName& characters, const NormalName& latin);

// Whether two names in characters (UTF-8) are the same characters, the surname first or last.
bool same_characters(std::string_view a, std::string_view b);

}  // namespace licit::names
