#include "parties/owners/csv_rows.h"

#include <algorithm>

#include "base/text.h"

namespace licit {

CsvRows::CsvRows(std::string_view text) : text_(text) {
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  const std::string_view first = text_.substr(0, text_.find_first_of("\r\n"));
  std::ptrdiff_t most = 0;
  for (const char c : {',', ';', '\t'}) {
    const std::ptrdiff_t n = std::count(first.begin(), first.end(), c);
    if (n > most) {
      most = n;
      separator_ = c;
    }
  }
}

bool CsvRows::read_row(bool quotes_count) {
  cells_.clear();
  begins_.clear();
  unquoted_.clear();
  for (;;) {
    const std::size_t from = at_;
    begins_.push_back(from);
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (quotes_count && at_ < text_.size() && text_[at_] == '"') {
      std::string& cell = unquoted_.emplace_back();
      const std::uint32_t opened = next_line_;
      ++at_;
      for (;;) {
        if (at_ >= text_.size()) return false;
        const char c = text_[at_++];
        if (c == '\n') ++next_line_;
        if (c != '"') {
          cell.push_back(c);
        } else if (at_ < text_.size() && text_[at_] == '"') {
          cell.push_back('"');
          ++at_;
        } else {
          break;
        }
      }
      // What stands between the closing quote and the separator belongs to the cell, unless the cell
      // went over lines: then the quote was stray, and this one opens a cell of another row.
      const std::size_t closed = at_;
      while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
             text_[at_] != '\r')
        cell.push_back(text_[at_++]);
      if (opened < next_line_ && !trimmed(text_.substr(closed, at_ - closed)).empty()) return false;
      cells_.push_back(trimmed(cell));
    } else {
      while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
             text_[at_] != '\r')
        ++at_;
      cells_.push_back(trimmed(text_.substr(from, at_ - from)));
    }
    if (at_ < text_.size() && text_[at_] == separator_) {
      ++at_;
      continue;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++next_line_;
    return true;
  }
}

bool CsvRows::next() {
  while (at_ < text_.size()) {
    begin_ = at_;
    line_ = next_line_;
    stray_ = !read_row(true);
    if (stray_) {
      at_ = begin_;
      next_line_ = line_;
      read_row(false);
      // Nothing follows that would show that the file goes on.
      cut_off_ = at_ >= text_.size();
    }
    if (std::any_of(cells_.begin(), cells_.end(), [](std::string_view c) { return !c.empty(); }))
      return true;
  }
  return false;
}

}  // namespace licit
