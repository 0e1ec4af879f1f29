// A name as people and machines write it, taken apart into words: characters made compatible (NFKC),
// controls dropped, look-alikes of another script mended, separated initials joined.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parties/names/normal.h"

namespace licit::names {

// One word of one script, case folded, without marks where its script is Latin.
struct ScannedWord {
  std::u32string text;
  Script script = Script::Latin;
  bool has_upper = false;        // some of its letters were capitals
  bool joined_initials = false;  // "A.B.C."
  bool after_hyphen = false;     // nothing but a hyphen stood before it
};

struct ScannedName {
  std::vector<ScannedWord> words;
  std::uint32_t flags = 0;
};

Script script_of(char32_t c);

// A second reading where a legal form may be glued to a word ("SiemensAG") is left to legal_forms.h;
// here only a change from small letters to a capital tail ends a word if `tail` knows the tail.
ScannedName scan_name(std::string_view name, PartyType type, bool (*tail)(std::string_view));

}  // namespace licit::names
