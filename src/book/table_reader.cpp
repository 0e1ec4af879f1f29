#include "book/table_reader.h"

#include <algorithm>
#include <array>

#include "base/beginning.h"
#include "base/text.h"

namespace licit {
namespace {

constexpr std::array delimiters = {',', ';', '\t', '|'};

std::string without_edges(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  text = trimmed(text);
  while (text.starts_with(no_break_space)) text = trimmed(text.substr(2));
  while (text.ends_with(no_break_space)) text = trimmed(text.substr(0, text.size() - 2));
  return std::string(text);
}

std::string in_mib(std::size_t bytes) {
  const std::size_t mib = bytes / (std::size_t{1024} * 1024);
  return mib > 0 ? std::to_string(mib) + " MiB" : std::to_string(bytes) + " B";
}

}  // namespace

TableReader::TableReader(TextFile& file, TableLimits limits) : file_(file), limits_(limits) {}

std::optional<Diagnostic> TableReader::read_header(
    const std::function<bool(std::string_view)>& is_known) {
  std::optional<char> told;
  for (;;) {
    std::size_t best_known = 0;
    std::size_t best_count = 0;
    char best = told.value_or(',');
    std::optional<char> broken;  // a delimiter by which the header cannot be read
    if (!told) {
      for (const char candidate : delimiters) {
        if (const Scan scanned = scan_row(candidate); scanned != Scan::Done) {
          if (!broken && scanned != Scan::End) broken = candidate;
          continue;
        }
        materialize();
        const auto known = static_cast<std::size_t>(
            std::count_if(cells_.begin(), cells_.end(),
                          [&](std::string_view name) { return is_known(without_edges(name)); }));
        if (known > best_known || (known == best_known && cells_.size() > best_count)) {
          best_known = known;
          best_count = cells_.size();
          best = candidate;
        }
      }
    }
    if (best_known == 0 && broken) best = *broken;
    const Scan scanned = scan_row(best);
    if (scanned == Scan::End) {
      if (auto failure = file_.failure()) return failure;
      return Diagnostic{.code = "B002",
                        .place = {.file = file_.name()},
                        .message = {Msg::BookEmpty, {file_.name()}},
                        .help = {{Msg::BookEmptyHelp, {}}}};
    }
    if (scanned != Scan::Done) return refusal(scanned);
    materialize();
    const std::string_view line =
        trimmed(std::string_view(buffer_).substr(row_begin_, row_end_ - row_begin_));
    if (!told && line.size() == 5 && fold(line.substr(0, 3)) == "sep" && line[3] == '=') {
      told = line[4];
    } else if (!told && line.size() == 4 && fold(line.substr(0, 3)) == "sep") {
      told = '\t';  // "sep=" and a tab, whose white space was trimmed away
    } else if (!is_blank()) {
      delimiter_ = best;
      break;
    }
    drop_read_rows();
  }
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    header_.push_back(without_edges(cells_[i]));
    header_places_.push_back(place_of(i));
  }
  while (!header_.empty() && header_.back().empty()) header_.pop_back();
  return std::nullopt;
}

TableReader::Step TableReader::next() {
  for (;;) {
    drop_read_rows();
    const Scan scanned = scan_row(delimiter_);
    if (scanned == Scan::End) {
      std::optional<Diagnostic> failure = file_.failure();
      if (!failure || failure_told_) return Step::End;
      failure_told_ = true;
      return bad(*std::move(failure));
    }
    if (scanned != Scan::Done) {
      Diagnostic why = refusal(scanned);
      skip_line();
      return bad(std::move(why));
    }
    materialize();
    if (is_blank()) continue;
    if (const std::size_t cell = stray_quote(); cell < found_.size()) {
      Diagnostic why{.code = "B011",
                     .place = place_of(cell),
                     .message = {Msg::BookQuoteNotClosed, {}},
                     .help = {{Msg::BookQuoteHelp, {}}},
                     .source_line = source_line_of(cell)};
      skip_line();
      return bad(std::move(why));
    }
    while (cells_.size() > header_.size() && trimmed(cells_.back()).empty()) cells_.pop_back();
    if (cells_.size() > header_.size()) return bad(too_many_cells());
    return Step::Row;
  }
}

std::uint64_t TableReader::bytes_done() const {
  const std::uint64_t ahead = buffer_.size() - row_end_;
  return file_.bytes_read() - std::min(ahead, file_.bytes_read());
}

TableReader::Step TableReader::bad(Diagnostic why) {
  cells_.clear();
  found_.clear();
  problem_ = std::move(why);
  return Step::Bad;
}

// The cell whose quote most likely should not be there: it swallows a line end and then the row does
// not come out right. found_.size() where there is none.
std::size_t TableReader::stray_quote() const {
  std::size_t used = cells_.size();
  while (used > header_.size() && trimmed(cells_[used - 1]).empty()) --used;
  const bool ragged = used != header_.size();
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i].spans_lines && (ragged || found_[i].after_quote)) return i;
  }
  return found_.size();
}

bool TableReader::is_blank() const {
  return std::all_of(cells_.begin(), cells_.end(),
                     [](std::string_view cell) { return trimmed(cell).empty(); });
}

Place TableReader::place_of(std::size_t i) const {
  Place place{.file = file_.name(), .line = row_line_};
  if (found_.empty()) return place;
  const Cell& cell = i < found_.size() ? found_[i] : found_.back();
  std::size_t at = cell.raw;
  if (i >= found_.size()) {
    at = row_end_;
    while (at > cell.raw && (buffer_[at - 1] == '\n' || buffer_[at - 1] == '\r')) --at;
  }
  const std::string_view text = buffer_;
  place.line = cell.line;
  place.column = static_cast<std::uint32_t>(
      count_scalars(text.substr(cell.line_begin, at - cell.line_begin)) + 1);
  if (i < found_.size() && !cell.spans_lines) {
    // The caret marks the cell: a width in scalars, on one line.
    const std::string_view shown =
        cell.escaped ? std::string_view(scratch_).substr(cell.begin, cell.end - cell.begin)
                     : text.substr(cell.begin, cell.end - cell.begin);
    place.begin = place.column - 1;
    place.end =
        place.begin + static_cast<std::uint32_t>(std::max<std::size_t>(1, count_scalars(shown)));
  }
  return place;
}

std::string TableReader::source_line_of(std::size_t i) const {
  if (found_.empty()) return {};
  const Cell& cell = i < found_.size() ? found_[i] : found_.back();
  const std::size_t end = std::min(buffer_.find_first_of("\r\n", cell.line_begin), buffer_.size());
  if (end - cell.line_begin > 400) return {};
  return buffer_.substr(cell.line_begin, end - cell.line_begin);
}

Diagnostic TableReader::too_many_cells() const {
  // The first that says something.
  std::size_t extra = header_.size();
  while (extra + 1 < cells_.size() && trimmed(cells_[extra]).empty()) ++extra;
  Diagnostic d{.code = "B010", .place = place_of(extra), .message = {}};
  d.message = {Msg::BookTooManyCells,
               {std::to_string(cells_.size()), std::to_string(header_.size()),
                beginning(trimmed(cells_[extra]))}};
  d.help.push_back(
      {Msg::BookTooManyCellsHelp, {delimiter_ == '\t' ? "tab" : std::string(1, delimiter_)}});
  d.source_line = source_line_of(extra);
  return d;
}

Diagnostic TableReader::refusal(Scan why) const {
  Diagnostic d{.code = "B005",
               .place = {.file = file_.name(), .line = row_line_, .column = 1},
               .message = {}};
  switch (why) {
    case Scan::LineTooLong:
      d.message = {Msg::BookLineTooLong, {in_mib(limits_.line)}};
      d.help.push_back({Msg::BookLineTooLongHelp, {}});
      break;
    case Scan::CellTooLong:
      d.code = "B006";
      d.place = place_of(found_.size() - 1);
      d.message = {Msg::BookCellTooLong, {in_mib(limits_.cell)}};
      d.help.push_back({Msg::BookCellTooLongHelp, {}});
      break;
    case Scan::TooManyColumns:
      d.code = "B007";
      d.message = {Msg::BookTooManyColumns, {std::to_string(limits_.columns)}};
      d.help.push_back({Msg::BookTooManyColumnsHelp, {}});
      break;
    case Scan::Unclosed:
    case Scan::Done:
    case Scan::End:
      d.code = "B011";
      d.place = place_of(found_.size() - 1);
      d.source_line = source_line_of(found_.size() - 1);
      d.message = {Msg::BookQuoteNotClosed, {}};
      d.help.push_back({Msg::BookQuoteHelp, {}});
      break;
  }
  return d;
}

}  // namespace licit
