#include "parties/names/field.h"

#include <algorithm>
#include <array>
#include <utility>

namespace licit::names {
namespace {

bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool small(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool word_sign(char c) { return capital(c) || small(c) || digit(c) || (c & 0x80) != 0; }
char lower(char c) { return capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> signs{{
    {"\u3001", ";"},  // ideographic comma, between the members of a list
    {"\u2022", "+"},  // bullet
    {"\u00B7", "+"},  // middle dots
    {"\u30FB", "+"},  //
    {"\u2192", "+"},  // arrow
    {"\u00A6", "|"},  // broken bar
    {"\u2105", " c/o "},
    {"\u25CF", "+"},  // black circle
    {"\u21D2", "+"},  // double arrow
    {"\u25BA", "+"},  // pointer
    {"%20", " "},
    {"http://", "+"},
    {"https://", "+"},
    {"www.", "+"},
    {"_", "+"},
    {"@", "+"},
    {"\u3000", " "},
}};

constexpr std::array<std::string_view, 7> web_endings{".com", ".cn",   ".net", ".org",
                                                      ".ru",  ".info", ".biz"};

std::size_t web_ending(std::string_view rest) {
  for (const std::string_view ending : web_endings) {
    if (rest.size() < ending.size() ||
        (rest.size() > ending.size() && word_sign(rest[ending.size()])))
      continue;
    if (std::equal(ending.begin(), ending.end(), rest.begin(),
                   [](char a, char b) { return a == lower(b); }))
      return ending.size();
  }
  return 0;
}

// The next character of UTF-8 and its bytes; 0 with one byte for what is none.
std::pair<char32_t, std::size_t> scalar(std::string_view rest) {
  const auto byte = [&](std::size_t i) {
    return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (size == 1 || size > rest.size()) return {0, 1};
  char32_t out = lead & (size == 2 ? 0x1FU : size == 3 ? 0x0FU : 0x07U);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {0, 1};
    out = out * 64 + (byte(i) & 0x3FU);
  }
  return {out, size};
}

// What Windows-1252 has where Latin-1 has control characters.
bool windows_sign(char32_t c) {
  constexpr std::u32string_view signs_of_1252 =
      U"\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u201C"
      U"\u201D\u2022"
      U"\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178";
  return signs_of_1252.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string plain_field(std::string_view text) {
  text = text.substr(0, most_text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    // Full-width forms of ASCII, U+FF01 to U+FF5E.
    if (rest.size() >= 3 && rest.starts_with('\xEF')) {
      const auto [c, size] = scalar(rest);
      if (c >= 0xFF01 && c <= 0xFF5E) {
        out += static_cast<char>(c - 0xFEE0);
        i += size;
        continue;
      }
    }
    const auto sign = std::find_if(signs.begin(), signs.end(),
                                   [&](const auto& one) { return rest.starts_with(one.first); });
    if (sign != signs.end()) {
      out += sign->second;
      i += sign->first.size();
      continue;
    }
    if (const std::size_t ending = web_ending(rest);
        ending > 0 && i > 0 && word_sign(text[i - 1])) {
      out += '+';
      i += ending;
      continue;
    }
    out += text[i++];
  }
  return out;
}

std::string digits_as_letters(std::string_view text, char one) {
  std::string out(text);
  bool changed = false;
  for (std::size_t i = 0; i < out.size();) {
    std::size_t end = i;
    std::size_t letters = 0, digits = 0;
    for (; end < out.size() && word_sign(out[end]); ++end) {
      letters += capital(out[end]) || small(out[end]) ? 1U : 0U;
      digits += digit(out[end]) ? 1U : 0U;
    }
    if (end == i) {
      ++i;
      continue;
    }
    if (end - i >= 4 && letters > digits) {
      for (std::size_t at = i; at < end; ++at) {
        const char to = out[at] == '0'   ? 'O'
                        : out[at] == '1' ? one
                        : out[at] == '5' ? 'S'
                        : out[at] == '8' ? 'B'
                                         : out[at];
        changed = changed || to != out[at];
        out[at] = to;
      }
    }
    i = end;
  }
  return changed ? out : std::string();
}

std::string words_apart(std::string_view text) {
  constexpr std::size_t least = 3;  // letters of a word on either side
  std::string out;
  std::size_t since = 0;  // letters since the last blank
  bool changed = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && capital(text[i]) && small(text[i - 1]) && since >= least) {
      std::size_t more = i + 1;
      while (more < text.size() && small(text[more])) ++more;
      if (more - i >= least) {
        out += ' ';
        since = 0;
        changed = true;
      }
    }
    since = word_sign(text[i]) ? since + 1 : 0;
    out += text[i];
  }
  return changed ? out : std::string();
}

bool is_garbled(std::string_view text) {
  constexpr std::size_t least = 3;
  std::size_t beyond = 0, all = 0;  // of the word
  const auto ends_garbled = [&] { return beyond >= least && 3 * beyond > 2 * all; };
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, size] = scalar(text.substr(i));
    i += size;
    if (c == ' ' || c == '\t' || c == ',' || c == ';' || c == '.' || c == '-') {
      if (ends_garbled()) return true;
      beyond = all = 0;
      continue;
    }
    // Lines of boxes are what letters of the keyboards of DOS turn into.
    if ((c >= 0x80 && c < 0xA0) || (c >= 0x2500 && c < 0x25A0)) return true;
    ++all;
    if ((c >= 0xA0 && c <= 0xFF) || windows_sign(c)) ++beyond;
  }
  return ends_garbled();
}

}  // namespace licit::names
