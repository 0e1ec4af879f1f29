// Rows of cells as authorities write them: RFC 4180 quoting with patience. A quote that is never
// closed, or only by the first quote of a later row, costs its own row and no other; a mark of the end
// of file (0x1A) is no row.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parties/lists/reading.h"

namespace licit {

class Delimited {
 public:
  Delimited(std::string_view text, char between) : text_(text), between_(between) {}

  // The next row that is not blank; false at the end. `cells` keeps its memory between calls.
  bool next(std::vector<std::string>& cells);
  // The line on which that row begins, from 1, and whether a quote of it was never closed.
  std::size_t line() const { return row_line_; }
  bool is_broken() const { return broken_; }
  // Whether that row goes over several lines, as a quoted cell may.
  bool spans_lines() const { return line_ > row_line_ + 1; }
  // Whether the text ends in the mark of the end of file, so that it is whole.
  bool has_end_mark() const;
  // Reads that row anew as its first line alone, broken: what follows are rows of their own.
  void read_as_line(std::vector<std::string>& cells);

 private:
  bool read_row(std::vector<std::string>& cells, bool quotes_count);

  std::string_view text_;
  char between_;
  std::size_t at_ = 0;
  std::size_t row_at_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 0;
  bool broken_ = false;
};

// The rows of a table of which each has as many cells. Others are bad rows; where the file ends in
// the middle of one it breaks off (ReadLists::broken_off).
class TableRows {
 public:
  TableRows(Delimited& rows, std::size_t width, std::string file, ReadLists& out)
      : rows_(rows), width_(width), file_(std::move(file)), out_(out) {}

  // The next whole row; false at the end.
  bool next(std::vector<std::string>& cells);

 private:
  Delimited& rows_;
  std::size_t width_;
  std::string file_;
  ReadLists& out_;
};

// The cells of a row by the name of their column.
class Columns {
 public:
  explicit Columns(const std::vector<std::string>& heading);
  bool has(std::string_view name) const { return places_.contains(std::string(name)); }
  // Cleaned; empty where there is no such column or the row is too short.
  std::string cell(const std::vector<std::string>& row, std::string_view name) const;
  std::size_t count() const { return count_; }

 private:
  std::unordered_map<std::string, std::size_t> places_;
  std::size_t count_ = 0;
};

// A table with a heading: the cells of each whole row by the name of their column.
class HeadedTable {
 public:
  // Reads the heading, the next row of `rows`. `out` takes what is wrong with the others.
  HeadedTable(Delimited rows, const std::string& file, ReadLists& out);
  HeadedTable(const HeadedTable&) = delete;
  HeadedTable& operator=(const HeadedTable&) = delete;

  bool has(std::string_view column) const { return columns_.has(column); }
  bool next() { return table_.next(row_); }
  std::string cell(std::string_view column) const { return columns_.cell(row_, column); }
  const std::string& first() const { return row_.front(); }
  // Leaves the row out.
  void bad_row(Text why) { out_.bad_row(file_, rows_.line(), std::move(why)); }

 private:
  Delimited rows_;
  std::string file_;
  ReadLists& out_;
  std::vector<std::string> row_;
  Columns columns_;
  TableRows table_;
};

}  // namespace licit
