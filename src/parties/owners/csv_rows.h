// The rows of a CSV file as somebody wrote it: commas, semicolons or tabs, quotes, any line ends, a
// byte order mark. Cells are views into the text where they can be; valid until the next row.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace licit {

class CsvRows {
 public:
  // The separator is the one of the three that the first line has most of.
  explicit CsvRows(std::string_view text);

  // The next row that is not empty; false at the end.
  bool next();
  const std::vector<std::string_view>& cells() const { return cells_; }   // trimmed
  std::size_t begin_of(std::size_t cell) const { return begins_[cell]; }  // byte of the file
  std::size_t begin() const { return begin_; }
  std::uint32_t line() const { return line_; }
  // A quote of the row is not closed, or only by the quote of another row: the row is its first line,
  // as it stands, and what follows are rows of their own.
  bool stray() const { return stray_; }
  // That was the last row: the file is cut off.
  bool cut_off() const { return cut_off_; }

 private:
  bool read_row(bool quotes_count);

  std::string_view text_;
  char separator_ = ',';
  std::size_t at_ = 0, begin_ = 0;
  std::uint32_t line_ = 0, next_line_ = 1;
  bool stray_ = false, cut_off_ = false;
  std::vector<std::string_view> cells_;
  std::vector<std::size_t> begins_;
  std::deque<std::string> unquoted_;
};

}  // namespace licit
