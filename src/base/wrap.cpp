#include "base/wrap.h"

#include <algorithm>
#include <array>
#include <utility>

namespace licit {
namespace {

constexpr std::size_t longest_quotation = 40;

// The bytes of the character at the beginning, and its columns.
std::pair<std::size_t, std::size_t> character(std::string_view rest) {
  const auto byte = [&](std::size_t i) {
    return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U;
  };
  std::size_t size = 1;
  while (size < rest.size() && (byte(size) & 0xC0U) == 0x80U) ++size;
  const unsigned lead = byte(0);
  if (lead >= 0xF0) return {size, byte(1) >= 0xA0 || lead > 0xF0 ? 2 : 1};  // from U+20000 on
  if (lead < 0xE0) return {size, 1};
  const unsigned scalar = ((lead & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU);
  const bool wide =
      (scalar >= 0x1100 && scalar < 0x1160) || (scalar >= 0x2E80 && scalar < 0xA4D0) ||
      (scalar >= 0xAC00 && scalar < 0xD7A4) || (scalar >= 0xF900 && scalar < 0xFB00) ||
      (scalar >= 0xFE30 && scalar < 0xFE70) || (scalar >= 0xFF00 && scalar < 0xFF61) ||
      (scalar >= 0xFFE0 && scalar < 0xFFE7);
  return {size, wide ? 2 : 1};
}

// The bytes of the longest beginning that fits in so many columns and ends beside a wide character; 0 for none.
std::size_t fitting(std::string_view word, std::size_t columns) {
  std::size_t at = 0, used = 0, out = 0;
  bool after_wide = false;
  while (at < word.size()) {
    const auto [size, wide] = character(word.substr(at));
    if (after_wide || wide == 2) out = at;
    if (used + wide > columns) return out;
    used += wide;
    at += size;
    after_wide = wide == 2;
  }
  return word.size();
}

// Whether a quotation that begins in the text is not closed in it: `--set a=b` is to be copied whole.
bool is_open(std::string_view text) {
  if (std::count(text.begin(), text.end(), '`') % 2 != 0) return true;
  const std::size_t opens = text.rfind("\u00ab");
  const std::size_t closes = text.rfind("\u00bb");
  return opens != std::string_view::npos && (closes == std::string_view::npos || closes < opens);
}

// The end of the quotation that the word at `at` opens; where it is long, of the word.
std::size_t end_of_quotation(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t further = end;
  while (further < text.size() && text[further] == ' ' && is_open(text.substr(at, further - at))) {
    further = std::min(text.find_first_of(" \n", further + 1), text.size());
    if (columns_of(text.substr(at, further - at)) > longest_quotation) return end;
  }
  return is_open(text.substr(at, further - at)) ? end : further;
}

// A mark that French sets off by a space never begins a line, and an opening quotation mark never
// ends one.
std::size_t end_of_word(std::string_view text, const std::size_t begin) {
  std::size_t at = begin;
  constexpr std::string_view opening = "\u00ab";
  constexpr std::array<std::string_view, 6> following = {":", ";", "?", "!", "%", "\u00bb"};
  for (;;) {
    const std::size_t end =
        end_of_quotation(text, begin, std::min(text.find_first_of(" \n", at), text.size()));
    if (end == text.size() || text[end] == '\n') return end;
    const std::size_t next = end + 1;
    const std::string_view word =
        text.substr(next, std::min(text.find_first_of(" \n", next), text.size()) - next);
    const bool stays = text.substr(at, end - at).ends_with(opening) ||
                       std::any_of(following.begin(), following.end(), [&](std::string_view mark) {
                         // "» ;" and "».": the mark and what is set close to it.
                         return word.starts_with(mark) && columns_of(word) <= 2;
                       });
    if (!stays || word.empty()) return end;
    at = next;
  }
}

// Bytes of a mark of direction (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069) or of a control character
// beyond ASCII; 0 for another.
std::size_t unprintable(std::string_view rest) {
  const auto byte = [&](std::size_t i) {
    return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U;
  };
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return 2;
  if (byte(0) == 0xD8 && byte(1) == 0x9C) return 2;
  if (byte(0) != 0xE2) return 0;
  const bool mark = (byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F ||
                                         (byte(2) >= 0xAA && byte(2) <= 0xAE))) ||
                    (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
  return mark ? 3 : 0;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t out = 0;
  while (!text.empty()) {
    const auto [size, wide] = character(text);
    text.remove_prefix(size);
    out += wide;
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t size = unprintable(text.substr(i)); size > 0) {
      i += size;
      continue;
    }
    const auto c = static_cast<unsigned char>(text[i++]);
    out += (c < 0x20 && c != '\n') || c == 0x7F ? ' ' : static_cast<char>(c);
  }
  return out;
}

std::string wrapped(std::string_view given, std::size_t width, std::size_t first,
                    std::size_t rest) {
  const std::string clean = printable(given);
  const std::string_view text = clean;
  std::string out = std::string(first, ' ');
  std::size_t column = first;
  bool line_is_empty = true;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '\n') {
      out += '\n' + std::string(rest, ' ');
      column = rest;
      line_is_empty = true;
      ++at;
      continue;
    }
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::size_t end = end_of_word(text, at);
    std::string_view word = text.substr(at, end - at);
    std::size_t wide = columns_of(word);
    const auto next_line = [&] {
      out += '\n' + std::string(rest, ' ');
      column = rest;
      line_is_empty = true;
    };
    if (!line_is_empty && column + 1 + wide > width) next_line();
    // A list of alternatives that no line can hold is broken between two of them.
    while (column + wide > width) {
      const std::size_t room = width > column ? width - column : 0;
      const std::size_t bar = word.substr(0, room).rfind('|');
      if (bar == std::string_view::npos || bar == 0) break;
      out += word.substr(0, bar + 1);
      next_line();
      word.remove_prefix(bar + 1);
      wide = columns_of(word);
    }
    // Nor do Chinese words wait for a blank.
    while (column + wide > width) {
      const std::size_t bytes = fitting(word, width > column ? width - column : 0);
      if (bytes == 0 || bytes == word.size()) break;
      out += word.substr(0, bytes);
      next_line();
      word.remove_prefix(bytes);
      wide = columns_of(word);
    }
    if (!line_is_empty) {
      out += ' ';
      ++column;
    }
    out += word;
    column += wide;
    line_is_empty = false;
    at = end;
  }
  return out;
}

}  // namespace licit
