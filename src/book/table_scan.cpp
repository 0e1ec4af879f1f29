// The part of TableReader that walks over bytes: one row into found_, with refills of the buffer.
#include <algorithm>

#include "base/text.h"
#include "book/table_reader.h"

namespace licit {

bool TableReader::have(std::size_t at) {
  while (at >= buffer_.size()) {
    if (at_end_ || !file_.read_more(buffer_)) {
      at_end_ = true;
      return false;
    }
  }
  return true;
}

// Steps over one line end (LF, CRLF or CR) at `at`.
void TableReader::end_line(std::size_t& at) {
  const bool returned = buffer_[at] == '\r';
  ++at;
  if (returned && have(at) && buffer_[at] == '\n') ++at;
  ++line_;
  line_begin_ = at;
}

void TableReader::drop_read_rows() {
  row_begin_ = row_end_;
  row_line_ = next_line_;
  // Moving the rest to the front costs as much as it is long: done seldom, it is cheap per row.
  if (row_begin_ >= TextFile::block || row_begin_ == buffer_.size()) {
    buffer_.erase(0, row_begin_);
    row_begin_ = 0;
    row_end_ = 0;
  }
}

TableReader::Scan TableReader::scan_row(char delimiter) {
  found_.clear();
  scratch_.clear();
  cells_.clear();
  std::size_t at = row_begin_;
  line_ = row_line_;
  line_begin_ = at;
  row_end_ = at;
  next_line_ = line_;
  if (!have(at)) return Scan::End;
  for (;;) {
    if (found_.size() == limits_.columns) return Scan::TooManyColumns;
    Cell& cell = found_.emplace_back();
    cell.raw = at;
    cell.line = line_;
    cell.line_begin = line_begin_;
    std::size_t first = at;
    while (have(first) && buffer_[first] == ' ' && first - at < 64) ++first;
    Scan scanned = Scan::Done;
    if (have(first) && buffer_[first] == '"') {
      cell.raw = first;
      at = first;
      scanned = scan_quoted(cell, at);
      if (scanned == Scan::Done) scanned = scan_plain(cell, at, delimiter);
    } else {
      cell.begin = at;
      scanned = scan_plain(cell, at, delimiter);
    }
    if (scanned != Scan::Done) return scanned;
    if (!have(at)) break;
    if (buffer_[at] == delimiter) {
      ++at;
      continue;
    }
    end_line(at);
    break;
  }
  row_end_ = at;
  next_line_ = line_ + (at == line_begin_ ? 0U : 1U);
  return Scan::Done;
}

// From the opening quote at `at` to after the closing one; the text goes to scratch_.
TableReader::Scan TableReader::scan_quoted(Cell& cell, std::size_t& at) {
  cell.escaped = true;
  cell.begin = scratch_.size();
  ++at;
  for (;;) {
    if (!have(at)) return Scan::Unclosed;
    if (scratch_.size() - cell.begin > limits_.cell)
      return cell.spans_lines ? Scan::Unclosed : Scan::CellTooLong;
    if (at - row_begin_ > limits_.line) return Scan::LineTooLong;
    const char c = buffer_[at];
    if (c == '"') {
      if (!have(at + 1) || buffer_[at + 1] != '"') {
        ++at;
        break;
      }
      scratch_ += '"';
      at += 2;
    } else if (c == '\n' || c == '\r') {
      cell.spans_lines = true;
      scratch_ += '\n';
      end_line(at);
    } else {
      scratch_ += c;
      ++at;
    }
  }
  cell.end = scratch_.size();
  return Scan::Done;
}

// Up to the delimiter, the line end or the end of the file; what follows a closing quote is added to
// the cell (`"12" inch` means 12 inch).
TableReader::Scan TableReader::scan_plain(Cell& cell, std::size_t& at, char delimiter) {
  const std::size_t begin = at;
  for (;; ++at) {
    if (at == buffer_.size() && !have(at)) break;
    const char c = buffer_[at];
    if (c == delimiter || c == '\n' || c == '\r') break;
    if (at - begin > limits_.cell) {
      if (!cell.escaped) cell.end = begin;
      return at - row_begin_ > limits_.line ? Scan::LineTooLong : Scan::CellTooLong;
    }
    if (at - row_begin_ > limits_.line) return Scan::LineTooLong;
  }
  if (!cell.escaped) {
    cell.end = at;
    return Scan::Done;
  }
  const std::string_view rest = std::string_view(buffer_).substr(begin, at - begin);
  if (!trimmed(rest).empty()) {
    cell.after_quote = true;
    scratch_ += rest;
    cell.end = scratch_.size();
  }
  return Scan::Done;
}

// Leaves the row for good after its first line, keeping nothing of it: the line may be gigabytes long.
void TableReader::skip_line() {
  std::size_t at = row_begin_;
  for (;;) {
    const std::size_t end = buffer_.find_first_of("\r\n", at);
    if (end != std::string::npos) {
      at = end;
      break;
    }
    buffer_.clear();
    row_begin_ = 0;
    at = 0;
    if (!have(at)) {
      row_end_ = 0;
      next_line_ = row_line_;
      return;
    }
  }
  line_ = row_line_;
  end_line(at);
  row_end_ = at;
  next_line_ = line_;
}

void TableReader::materialize() {
  cells_.clear();
  for (const Cell& cell : found_) {
    const std::string_view text =
        cell.escaped ? std::string_view(scratch_) : std::string_view(buffer_);
    cells_.push_back(text.substr(cell.begin, cell.end - cell.begin));
  }
}

}  // namespace licit
