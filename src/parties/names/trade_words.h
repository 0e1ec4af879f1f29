// Words of trade in Cyrillic and Arabic writing, in English: what companies write when they translate
// their own names. Chinese and Korean, which are not parted by blanks, are in han_words.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parties/names/normal.h"

namespace licit::names {

// The English words of a word (none for one that English names leave out); null where it is no word of
// trade. The pointer holds as long as the program.
const std::vector<std::string>* trade_word(std::u32string_view word, Script script);

}  // namespace licit::names
