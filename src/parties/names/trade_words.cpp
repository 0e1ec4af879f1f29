#include "parties/names/trade_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "parties/names/glossary.h"

namespace licit::names {
namespace {

constexpr std::string_view cyrillic_text =
#include "parties/names/cyrillic_glossary.inc"
    ;
constexpr std::string_view arabic_text =
#include "parties/names/arabic_glossary.inc"
    ;

// Letters that other alphabets or spellings write otherwise, and marks, one way.
std::u32string cyrillic_folded(std::u32string_view word) {
  std::u32string out;
  out.reserve(word.size());
  for (const char32_t c : word) {
    if (c == U'ё' || c == U'є' || c == U'ѐ')
      out += U'е';
    else if (c == U'і' || c == U'ї' || c == U'ѝ')
      out += U'и';
    else if (c == U'ў')
      out += U'у';
    else if (c == U'ґ')
      out += U'г';
    else if (c < 0x300 || c > 0x36F)  // an accent
      out += c;
  }
  return out;
}

std::u32string arabic_folded(std::u32string_view word) {
  std::u32string out;
  out.reserve(word.size());
  for (const char32_t c : word) {
    if (c == U'ی' || c == U'ى' || c == U'ئ' || c == U'ې')
      out += U'ي';
    else if (c == U'ک')
      out += U'ك';
    else if (c == U'أ' || c == U'إ' || c == U'آ' || c == U'ٱ')
      out += U'ا';
    else if (c == U'ة' || c == U'ۀ' || c == U'ہ' || c == U'ھ')
      out += U'ه';
    else if (c == U'ؤ')
      out += U'و';
    else if (c != U'ء' && c != 0x640 && c != 0x670 && c != 0x200C && (c < 0x64B || c > 0x65F))
      out += c;
  }
  return out;
}

struct Words {
  std::unordered_map<std::u32string, std::vector<std::string>> whole, beginnings;
  std::size_t longest = 0;  // beginning
};

Words read(std::string_view text, std::u32string (*folded)(std::u32string_view)) {
  Words out;
  for (GlossaryLine& line : glossary_lines(text)) {
    const bool beginning = line.word.ends_with(U'-');
    if (beginning) line.word.pop_back();
    std::u32string letters = folded(line.word);
    if (beginning) out.longest = std::max(out.longest, letters.size());
    (beginning ? out.beginnings : out.whole).emplace(std::move(letters), std::move(line.meaning));
  }
  return out;
}

// What follows the beginning of a word in its cases, where little of it is left to tell it by.
bool is_ending(std::u32string_view rest) {
  constexpr std::array<std::u32string_view, 46> endings{
      U"",    U"а",   U"я",   U"о",   U"е",   U"ы",   U"и",   U"у",   U"ю",   U"й",  U"ь",  U"ой",
      U"ый",  U"ий",  U"ая",  U"яя",  U"ое",  U"ее",  U"ые",  U"ие",  U"ых",  U"их", U"ым", U"им",
      U"ом",  U"ем",  U"ов",  U"ев",  U"ей",  U"ам",  U"ям",  U"ах",  U"ях",  U"ия", U"ии", U"ию",
      U"ого", U"его", U"ому", U"ему", U"ыми", U"ими", U"ами", U"ями", U"ные", U"ный"};
  return std::find(endings.begin(), endings.end(), rest) != endings.end();
}

const std::vector<std::string>* find(const Words& words, const std::u32string& word) {
  if (const auto whole = words.whole.find(word); whole != words.whole.end()) return &whole->second;
  for (std::size_t n = std::min(word.size(), words.longest); n >= 3; --n) {
    if (word.size() - n > 6) break;
    const auto found = words.beginnings.find(word.substr(0, n));
    if (found == words.beginnings.end()) continue;
    if (n >= 6 || is_ending(std::u32string_view(word).substr(n))) return &found->second;
  }
  return nullptr;
}

// With the article, "and", "for" and "by" before it, and the Persian ending of what follows.
const std::vector<std::string>* find_arabic(const Words& words, const std::u32string& word) {
  constexpr std::array<std::u32string_view, 8> heads{U"",    U"ال",  U"وال", U"لل",
                                                     U"بال", U"كال", U"و",   U"ل"};
  for (const std::u32string_view head : heads) {
    if (!word.starts_with(head) || word.size() < head.size() + (head.empty() ? 2 : 3)) continue;
    const std::u32string rest = word.substr(head.size());
    if (const auto found = words.whole.find(rest); found != words.whole.end())
      return &found->second;
    if (rest.size() >= 5 && rest.ends_with(U'ي')) {
      if (const auto found = words.whole.find(rest.substr(0, rest.size() - 1));
          found != words.whole.end())
        return &found->second;
    }
  }
  return nullptr;
}

}  // namespace

const std::vector<std::string>* trade_word(std::u32string_view word, Script script) {
  static const Words cyrillic = read(cyrillic_text, cyrillic_folded);
  static const Words arabic = read(arabic_text, arabic_folded);
  if (script == Script::Cyrillic) return find(cyrillic, cyrillic_folded(word));
  if (script == Script::Arabic) return find_arabic(arabic, arabic_folded(word));
  return nullptr;
}

}  // namespace licit::names
