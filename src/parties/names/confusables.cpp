#include "parties/names/confusables.h"

#include <algorithm>
#include <array>

#include "parties/names/text_scan.h"

namespace licit::names {
namespace {

// Latin, Cyrillic, Greek; 0 where a script has no such letter. After Unicode's list of confusable
// characters (UTS 39), the ones that an upright typeface hardly tells apart.
struct Alike {
  char32_t latin, cyrillic, greek;
};
constexpr std::array<Alike, 40> alikes{{
    {U'a', 0x430, 0x3B1}, {U'c', 0x441, 0},     {U'e', 0x435, 0},     {U'o', 0x43E, 0x3BF},
    {U'p', 0x440, 0x3C1}, {U'x', 0x445, 0x3C7}, {U'y', 0x443, 0x3B3}, {U'i', 0x456, 0x3B9},
    {U'j', 0x458, 0},     {U's', 0x455, 0},     {U'h', 0x4BB, 0},     {U'd', 0x501, 0},
    {U'q', 0x51B, 0},     {U'w', 0x51D, 0x3C9}, {U'k', 0x43A, 0x3BA}, {U'v', 0x475, 0x3BD},
    {U'u', 0, 0x3C5},     {U'n', 0x43F, 0x3B7}, {U'A', 0x410, 0x391}, {U'B', 0x412, 0x392},
    {U'C', 0x421, 0},     {U'E', 0x415, 0x395}, {U'H', 0x41D, 0x397}, {U'I', 0x406, 0x399},
    {U'J', 0x408, 0},     {U'K', 0x41A, 0x39A}, {U'M', 0x41C, 0x39C}, {U'N', 0, 0x39D},
    {U'O', 0x41E, 0x39F}, {U'P', 0x420, 0x3A1}, {U'S', 0x405, 0},     {U'T', 0x422, 0x3A4},
    {U'X', 0x425, 0x3A7}, {U'Y', 0x423, 0x3A5}, {U'Z', 0, 0x396},     {U'i', 0x438, 0},
    {U'm', 0x43C, 0},     {U't', 0x442, 0x3C4}, {U'b', 0x44C, 0},     {U'r', 0x433, 0},
}};

char32_t in_script(char32_t c, Script script) {
  for (const Alike& one : alikes) {
    if (c != one.latin && c != one.cyrillic && c != one.greek) continue;
    const char32_t to = script == Script::Latin      ? one.latin
                        : script == Script::Cyrillic ? one.cyrillic
                                                     : one.greek;
    if (to != 0) return to;
  }
  return c;
}

bool letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0; }

}  // namespace

bool all_look_latin(const std::u32string& word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) {
    return script_of(c) == Script::Latin || script_of(in_script(c, Script::Latin)) == Script::Latin;
  });
}

bool mend_confusables(std::u32string& word, Script script) {
  if (script != Script::Latin && script != Script::Cyrillic && script != Script::Greek)
    return false;
  bool changed = false;
  for (char32_t& c : word) {
    if (!letter(c) || script_of(c) == script) continue;
    const char32_t to = in_script(c, script);
    changed = changed || to != c;
    c = to;
  }
  return changed;
}

bool mend_digits(std::u32string& word, bool person) {
  if (word.size() < 4) return false;
  const auto digits = static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char32_t c) { return c >= '0' && c <= '9'; }));
  if (digits == 0 || digits * 3 > word.size()) return false;
  const bool small = std::all_of(word.begin() + 1, word.end(), [](char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
  if (!person && !small) return false;
  bool changed = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool inside = i > 0 && i + 1 < word.size() && letter(word[i - 1]) && letter(word[i + 1]);
    if (!inside) continue;
    const char32_t to = word[i] == '0'   ? U'o'
                        : word[i] == '1' ? U'i'
                        : word[i] == '3' ? U'e'
                        : word[i] == '4' ? U'a'
                        : word[i] == '5' ? U's'
                                         : word[i];
    changed = changed || to != word[i];
    word[i] = to;
  }
  return changed;
}

}  // namespace licit::names
