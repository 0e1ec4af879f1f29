// A user's file as a stream of UTF-8 text, whatever it is encoded in. Opening looks at every byte
// once, without keeping it, because the encoding is a property of the whole file: UTF-8 if all of it
// is, else latin-1 (read as Windows-1252, its superset in practice). What is no text (a workbook, an
// archive, UTF-16, NUL bytes) is refused with a message that says what to do.
//
// Memory: one block, whatever the size of the file. Not thread-safe; one reader a file.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace licit {

enum class Encoding : std::uint8_t { Utf8, Latin1 };

class TextFile {
 public:
  static constexpr std::size_t block = std::size_t{256} * 1024;
  static constexpr std::string_view standard_input = "-";

  // `-` is standard input. A pipe is copied to an unnamed temporary file first. Fails with B001
  // (cannot be read), B002 (empty), B003 (UTF-16), B004 (not text), B018 (`stop` was set).
  static Result<TextFile> open(const std::string& path, const std::atomic<bool>& stop);
  // The same over bytes, which must outlive it; `name` stands in messages.
  static Result<TextFile> over(std::string_view bytes, const std::string& name);

  // Appends the next block, as UTF-8 without a byte order mark; false at the end of the file or
  // where reading failed.
  bool read_more(std::string& to);
  // Reading begins anew; false where that cannot be.
  bool rewind_to_start();
  // Why the last read_more() failed; empty at an ordinary end.
  std::optional<Diagnostic> failure() const;

  const std::string& name() const { return name_; }
  Encoding encoding() const { return encoding_; }
  // Latin-1: the first byte that is not UTF-8, where it stands (line, column) and its value.
  const Place& first_foreign() const { return first_foreign_; }
  unsigned first_foreign_byte() const { return first_foreign_byte_; }
  // The first byte that is no white space.
  char first_character() const { return first_character_; }
  std::uint64_t size() const { return size_; }
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  using File = std::unique_ptr<std::FILE, Closer>;

  TextFile() = default;
  std::size_t raw_read(char* to, std::size_t most);
  std::optional<Diagnostic> inspect(const std::atomic<bool>& stop);

  std::string name_;
  File file_;  // null where over bytes
  std::string_view memory_;
  std::size_t memory_at_ = 0;
  std::string raw_;  // one block as it stands in the file
  Encoding encoding_ = Encoding::Utf8;
  Place first_foreign_;
  unsigned first_foreign_byte_ = 0;
  char first_character_ = '\0';
  std::uint64_t size_ = 0;
  std::uint64_t bytes_read_ = 0;
  bool failed_ = false;
};

}  // namespace licit
