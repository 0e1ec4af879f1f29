// How alike two words are, by edits that cost less where letters sound or look alike.
#pragma once

#include <string_view>

#include "parties/names/normal.h"

namespace licit::names {

// 0 (nothing in common) to 1000 (equal). `how` is set where they are not equal.
int word_similarity(const NameToken& a, const NameToken& b, bool& by_sound);

// The same on letters alone: for words joined or parted.
int letters_similarity(std::string_view a, std::string_view b);

// The same on sound classes, where only one side leaves vowels out.
int bare_similarity(std::string_view bare, std::string_view full);

// Whether the two are equal or one edit apart: a letter put in, left out, replaced, or two neighbours
// swapped. `digit` is set where the edit is of a digit.
bool within_one_edit(std::string_view a, std::string_view b, bool& digit);

}  // namespace licit::names
