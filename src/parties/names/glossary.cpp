#include "parties/names/glossary.h"

#include <unicode/unistr.h>

#include <algorithm>

namespace licit::names {
namespace {

std::u32string decoded(std::string_view utf8) {
  std::u32string out;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    out += static_cast<char32_t>(text.char32At(i));
  return out;
}

}  // namespace

std::vector<GlossaryLine> glossary_lines(std::string_view text) {
  std::vector<GlossaryLine> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) continue;
    GlossaryLine& read = out.emplace_back();
    read.word = decoded(line.substr(0, blank));
    while (blank < line.size()) {
      const std::size_t from = blank + 1;
      blank = std::min(line.find(' ', from), line.size());
      if (blank > from && line.substr(from, blank - from) != "-")
        read.meaning.emplace_back(line.substr(from, blank - from));
    }
  }
  return out;
}

}  // namespace licit::names
