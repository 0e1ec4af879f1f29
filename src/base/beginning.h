// The beginning of a long text, for a message.
#pragma once

#include <string>
#include <string_view>

namespace licit {

// As much of it as fits into so many bytes, never a part of a character. `text` is UTF-8; what is not is cut
// wherever it ends.
inline std::string beginning(std::string_view text, std::size_t bytes = 60) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes;
  while (end > 0 && bytes - end < 4 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return std::string(text.substr(0, end));
}

}  // namespace licit
