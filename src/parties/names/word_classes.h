// Words that many names share, in the forms and languages in which they are written: each group is
// one word to the comparison. And places, numbers in words, titles and particles.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "parties/names/normal.h"

namespace licit::names {

struct WordClass {
  std::string_view form;  // of the whole group: "technology"
  TokenKind kind = TokenKind::Common;
  std::uint8_t words = 1;  // places may take two or three
};

// By one word, in the form of the scanner.
std::optional<WordClass> word_class(std::string_view word);
// A Russian, Ukrainian or Belarusian word of trade in any of its endings: "nauchno", "nauchnyy".
std::optional<WordClass> russian_word(std::string_view word);
// "sarapulskiy": how long the name of the place is of which the adjective is made; 0 for none.
std::size_t russian_place_stem(std::string_view word);
// Places of several words: "hong kong". `second` and `third` may be empty.
std::optional<WordClass> place_of_words(std::string_view first, std::string_view second,
                                        std::string_view third);
// The place that two letters of ISO 3166-1 are: "my" malaysia.
std::optional<WordClass> country_of_code(std::string_view word);
// Titles and particles of persons: "mr", "bin".
bool person_title(std::string_view word);
bool particle(std::string_view word);

// "forty" 40, "fourth" 4, "13th" 13; none for other words.
std::optional<int> number_word(std::string_view word);
// 2..39 in Roman figures of at least two letters, and V and X.
std::optional<int> roman_number(std::string_view word);

}  // namespace licit::names
