// Looks over the bytes of a file, block by block, before anything is made of them: is it text, and is
// it UTF-8? Remembers only the first offence of each kind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace licit {

class TextScan {
 public:
  // A byte that is not part of UTF-8. Line and column count from 1.
  struct Foreign {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    unsigned byte = 0;
  };

  void feed(std::string_view block);
  void finish();  // after the last block: a sequence that was begun and not ended is an offence

  // B003 (UTF-16), B004 (a known kind of file that is no text, or a NUL byte).
  std::optional<Diagnostic> not_text(const std::string& file) const;
  // The first byte that is no white space; NUL where there is none.
  char first_character() const { return first_character_; }
  const std::optional<Foreign>& foreign() const { return foreign_; }

 private:
  void check_utf8(std::string_view bytes, bool last);
  void count(std::string_view bytes);

  std::string head_;  // the first bytes of the file
  std::string held_;  // the last few bytes of the block before, where they may go on
  std::uint64_t bytes_ = 0;
  std::optional<std::uint64_t> nul_at_;
  std::optional<Foreign> foreign_;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;  // of the next byte, in scalars
  bool after_return_ = false;
  char first_character_ = '\0';
};

}  // namespace licit
