#include "parties/lists/delimited.h"

#include "base/party_messages.h"
#include "parties/lists/source_text.h"

namespace licit {

bool Delimited::read_row(std::vector<std::string>& cells, bool quotes_count) {
  cells.clear();
  cells.emplace_back();
  bool quoted = false;
  bool at_start = true;  // of a cell
  std::size_t opened = 0;
  while (at_ < text_.size()) {
    const char c = text_[at_++];
    if (quoted) {
      if (c == '"' && at_ < text_.size() && text_[at_] == '"') {
        cells.back() += '"';
        ++at_;
      } else if (c == '"') {
        quoted = false;
        // A cell over several lines that ends in the middle of a word: the quote was stray, and this
        // one opens a cell of another row.
        const char after = at_ < text_.size() ? text_[at_] : '\n';
        if (opened < line_ && after != between_ && after != '\n' && after != '\r' && after != ' ')
          return false;
      } else {
        if (c == '\n') ++line_;
        cells.back() += c;
      }
    } else if (c == '"' && at_start && quotes_count) {
      quoted = true;
      opened = line_;
      at_start = false;
    } else if (c == between_) {
      cells.emplace_back();
      at_start = true;
    } else if (c == '\n' || c == '\r') {
      if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      ++line_;
      return true;
    } else {
      if (c != ' ') at_start = false;
      cells.back() += c;
    }
  }
  return !quoted;
}

bool Delimited::next(std::vector<std::string>& cells) {
  while (at_ < text_.size()) {
    row_at_ = at_;
    row_line_ = line_;
    broken_ = false;
    if (!read_row(cells, true)) read_as_line(cells);
    if (cells.size() == 1 && (clean(cells[0]).empty())) continue;
    return true;
  }
  return false;
}

void Delimited::read_as_line(std::vector<std::string>& cells) {
  at_ = row_at_;
  line_ = row_line_;
  read_row(cells, false);
  broken_ = true;
}

bool Delimited::has_end_mark() const {
  const std::size_t last = text_.find_last_not_of(" \r\n");
  return last != std::string_view::npos && text_[last] == 0x1A;
}

bool TableRows::next(std::vector<std::string>& cells) {
  bool cut = false;  // a row that no whole one followed
  std::size_t line = 0;
  while (rows_.next(cells)) {
    if (!rows_.is_broken() && cells.size() == width_) return true;
    // A stray quote may have taken the rows that follow into its cell.
    if (!rows_.is_broken() && rows_.spans_lines()) rows_.read_as_line(cells);
    line = rows_.line();
    cut = cut || rows_.is_broken() || cells.size() < width_;
    out_.bad_row(file_, line,
                 rows_.is_broken() ? Text{msg::ListRowQuote, {}}
                                   : Text{msg::ListRowCells,
                                          {std::to_string(cells.size()), std::to_string(width_)}});
  }
  if (cut && !rows_.has_end_mark()) out_.breaks_off(file_, line);
  return false;
}

namespace {

std::vector<std::string> first_row(Delimited& rows) {
  std::vector<std::string> out;
  rows.next(out);
  return out;
}

}  // namespace

HeadedTable::HeadedTable(Delimited rows, const std::string& file, ReadLists& out)
    : rows_(rows),
      file_(file),
      out_(out),
      row_(first_row(rows_)),
      columns_(row_),
      table_(rows_, columns_.count(), file, out) {}

Columns::Columns(const std::vector<std::string>& heading) : count_(heading.size()) {
  for (std::size_t i = 0; i < heading.size(); ++i) places_.emplace(clean(heading[i]), i);
}

std::string Columns::cell(const std::vector<std::string>& row, std::string_view name) const {
  const auto at = places_.find(std::string(name));
  if (at == places_.end() || at->second >= row.size()) return {};
  return clean(row[at->second]);
}

}  // namespace licit
