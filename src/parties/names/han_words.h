// Chinese and Korean writing of names taken apart: words of a trade glossary are translated, place
// names become their usual Latin names, what is left is spelled (pinyin, or the Korean romanisation).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parties/lists/entry.h"
#include "parties/names/normal.h"

namespace licit::names {

struct HanWord {
  std::string text;  // one Latin word
  bool translated = false;
  bool foreign = false;  // spells a name of another language, or may
};

// The characters themselves, simplified, to be appended as UTF-8.
void append_native(std::string& out, std::u32string_view run, Script script);

// With `translate`, words of the glossary are English; otherwise everything is spelled as it sounds.
// A person's name is spelled in pinyin, otherwise in Wade-Giles.
std::vector<HanWord> east_asian_words(std::u32string_view run, Script script, PartyType type,
                                      bool translate);

}  // namespace licit::names
