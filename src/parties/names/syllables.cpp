#include "parties/names/syllables.h"

#include <algorithm>
#include <array>

#include "parties/names/fold.h"

namespace licit::names {
namespace {

constexpr std::size_t most_parts = 8;

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// One spelling for what pinyin, Wade-Giles, and the Korean systems write each in its way, before the
// sound classes: x as sh, q as ch, c as ts; kw as ku; wu, woo as u.
std::string respelled(std::string_view form) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i];
    const char next = i + 1 < form.size() ? form[i + 1] : '\0';
    if (c == 'x') {
      out += "sh";
    } else if (c == 'q') {
      out += "ch";
    } else if (c == 'c' && next != 'h') {
      out += "ts";
    } else if (c == 'w' && i > 0 && !vowel(form[i - 1])) {
      out += 'u';
    } else if (c == 'w' && i == 0 && (next == 'u' || form == "woo")) {
      continue;
    } else {
      out += c;
    }
  }
  return out;
}

// Of Korean names, whose vowels each system writes in its way: the sound classes, which take a y for a
// vowel, with the y of "yong" kept, as it is not "ong".
std::string korean_classes(std::string_view form) {
  const std::string text = respelled(form);
  std::string out;
  std::size_t from = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != 'y' || text[i + 1] == 'i' || !vowel(text[i + 1])) continue;
    out += sound_classes(std::string_view(text).substr(from, i - from));
    out += 'y';
    from = i + 1;
  }
  return out + sound_classes(std::string_view(text).substr(from));
}

// Of Chinese names: consonants by their classes, vowels as pinyin has them, whatever Wade-Giles wrote.
std::string chinese_classes(std::string_view form) {
  constexpr std::array<std::array<std::string_view, 2>, 10> wade_giles{{{"ung", "ong"},
                                                                        {"ien", "ian"},
                                                                        {"uei", "ui"},
                                                                        {"uen", "un"},
                                                                        {"ih", "i"},
                                                                        {"eh", "e"},
                                                                        {"oo", "u"},
                                                                        {"ee", "i"},
                                                                        {"uo", "o"},
                                                                        {"iou", "iu"}}};
  std::string text = respelled(form);
  for (const auto& [from, to] : wade_giles)
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1))
      text.replace(at, from.size(), to);
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && vowel(text[end]) == vowel(text[at])) ++end;
    const std::string_view run = std::string_view(text).substr(at, end - at);
    out += vowel(text[at]) ? std::string(run) : sound_classes(run);
    at = end;
  }
  return out;
}

// Letters that only pinyin has: such a name is compared letter for letter.
bool is_pinyin(std::string_view form) {
  return form.find_first_of("qx") != std::string_view::npos ||
         form.find("zh") != std::string_view::npos;
}

// Surnames that each country and family spells otherwise, by their classes.
std::string_view surname_class(std::string_view classes) {
  constexpr std::array<std::array<std::string_view, 2>, 10> same{{{"li", "i"},
                                                                  {"ri", "i"},
                                                                  {"rim", "im"},
                                                                  {"lim", "im"},
                                                                  {"park", "pak"},
                                                                  {"ryu", "yu"},
                                                                  {"ru", "nu"},
                                                                  {"pai", "pi"},
                                                                  {"ran", "nan"},
                                                                  {"chui", "jui"}}};
  for (const auto& [from, to] : same)
    if (classes == from) return to;
  return classes;
}

struct Parts {
  std::array<std::string, most_parts> classes;
  std::array<bool, most_parts> other_language{};  // no one syllable: "Jackie"
  std::size_t count = 0;
  bool korean = false;
};

bool is_name(const NameToken& token) { return token.kind != TokenKind::LegalForm; }

std::size_t syllables(std::string_view form) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (vowel(form[i]) && (i == 0 || !vowel(form[i - 1]))) ++out;
  return out;
}

enum class Spelling : std::uint8_t { Korean, Chinese, Pinyin };

Parts parts_of(const NormalName& name, Spelling spelling) {
  Parts out;
  out.korean = spelling == Spelling::Korean;
  for (const NameToken& token : name.tokens) {
    if (!is_name(token) || out.count == most_parts) continue;
    out.classes[out.count] = spelling == Spelling::Korean    ? korean_classes(token.form)
                             : spelling == Spelling::Chinese ? chinese_classes(token.form)
                                                             : token.form;
    out.other_language[out.count++] = syllables(token.form) > 1 || token.form.size() > 6;
  }
  return out;
}

void append(std::string& out, std::string_view classes) {
  for (const char c : classes)
    if (out.empty() || out.back() != c) out += c;
}

// The parts from `first` on, round the end, without the one numbered `without`.
std::string joined(const Parts& parts, std::size_t first, std::size_t without) {
  std::string out;
  for (std::size_t k = 0; k < parts.count; ++k) {
    const std::size_t i = (first + k) % parts.count;
    if (i == without) continue;
    const bool end = parts.korean && (k == 0 || k + 1 == parts.count);
    append(out, end ? surname_class(parts.classes[i]) : std::string_view(parts.classes[i]));
  }
  return out;
}

}  // namespace

bool by_syllables(const NormalName& name) {
  return (name.script == Script::Han || name.script == Script::Hangul) &&
         std::none_of(name.tokens.begin(), name.tokens.end(),
                      [](const NameToken& t) { return t.sounds_foreign; });
}

bool same_syllables(const NormalName& characters, const NormalName& latin) {
  const bool pinyin = std::any_of(latin.tokens.begin(), latin.tokens.end(),
                                  [](const NameToken& token) { return is_pinyin(token.form); });
  const Spelling spelling = characters.script == Script::Hangul ? Spelling::Korean
                            : pinyin                            ? Spelling::Pinyin
                                                                : Spelling::Chinese;
  const Parts native = parts_of(characters, spelling);
  const Parts other = parts_of(latin, spelling);
  if (native.count == 0 || other.count == 0) return false;
  std::array<std::string, most_parts> turned;
  for (std::size_t i = 0; i < native.count; ++i) turned[i] = joined(native, i, most_parts);
  const auto is_native = [&](const std::string& text) {
    return std::find(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(native.count),
                     text) != turned.begin() + static_cast<std::ptrdiff_t>(native.count);
  };
  for (std::size_t i = 0; i < other.count; ++i) {
    if (is_native(joined(other, i, most_parts))) return true;
    for (std::size_t without = 0; other.count > 2 && without < other.count; ++without)
      if (without != i && other.other_language[without] && is_native(joined(other, i, without)))
        return true;
  }
  return false;
}

bool same_characters(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const std::string twice = std::string(a) + std::string(a);
  return twice.find(b) != std::string::npos;
}

}  // namespace licit::names
