// Reads a table (CSV and its relatives) row by row as people's programs write it: comma, semicolon,
// tab or bar between cells (settled from the header, or by Excel's "sep=;" line), quotes with line
// ends inside, CRLF, LF or CR, empty lines, trailing delimiters, rows shorter than the header. A row
// that cannot be read is reported and the next one is read as if nothing had happened.
//
// Memory: one row and one block. A quote that never closes costs its own line only: reading goes on
// at the next one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "book/text_file.h"

namespace licit {

struct TableLimits {
  std::size_t line = std::size_t{16} * 1024 * 1024;  // bytes of one row
  std::size_t cell = std::size_t{1024} * 1024;       // bytes of one cell
  std::size_t columns = 10'000;
};

class TableReader {
 public:
  enum class Step : std::uint8_t { Row, Bad, End };

  // `file` must outlive the reader.
  explicit TableReader(TextFile& file, TableLimits limits = {});

  // Reads the first line that is not blank. `is_known` says whether a name means something; the
  // delimiter is the one that gives most such names. What is wrong with the header is wrong with the
  // file: B005 to B007, B011.
  std::optional<Diagnostic> read_header(const std::function<bool(std::string_view)>& is_known);
  const std::vector<std::string>& header() const { return header_; }
  // Where the name of column `i` (from 0) stands.
  const Place& header_place(std::size_t i) const { return header_places_[i]; }
  char delimiter() const { return delimiter_; }

  // The next row that is not blank. After Bad, problem() says why the row at line() cannot be used.
  Step next();
  const Diagnostic& problem() const { return problem_; }
  // The cells of the row just read: at most as many as the header has (a short row has fewer), valid
  // until the next call.
  std::span<const std::string_view> cells() const { return cells_; }
  // How far reading has come, in bytes; not quite, where the file is not UTF-8.
  std::uint64_t bytes_done() const;
  // Where the row begins, from 1.
  std::uint32_t line() const { return row_line_; }
  // Where cell `i` begins, or the end of the row where there is no such cell; span of its bytes.
  Place place_of(std::size_t i) const;
  // The line of text on which cell `i` begins.
  std::string source_line_of(std::size_t i) const;

 private:
  struct Cell {
    std::size_t begin = 0, end = 0;  // in scratch_ where escaped, else in buffer_
    bool escaped = false;
    bool spans_lines = false;
    bool after_quote = false;    // something stands between its closing quote and the delimiter
    std::size_t raw = 0;         // where it begins in buffer_
    std::size_t line_begin = 0;  // where its line begins in buffer_
    std::uint32_t line = 0;
  };
  enum class Scan : std::uint8_t { Done, End, LineTooLong, CellTooLong, TooManyColumns, Unclosed };

  // True where buffer_ has a byte at `at`, reading more if need be.
  bool have(std::size_t at);
  Scan scan_row(char delimiter);
  Scan scan_quoted(Cell& cell, std::size_t& at);
  Scan scan_plain(Cell& cell, std::size_t& at, char delimiter);
  void end_line(std::size_t& at);
  void drop_read_rows();
  void skip_line();
  void materialize();
  bool is_blank() const;
  Diagnostic refusal(Scan why) const;
  Diagnostic too_many_cells() const;
  std::size_t stray_quote() const;
  Step bad(Diagnostic why);

  TextFile& file_;
  TableLimits limits_;
  char delimiter_ = ',';
  std::vector<std::string> header_;
  std::vector<Place> header_places_;

  std::string buffer_;
  bool at_end_ = false;
  bool failure_told_ = false;
  std::size_t row_begin_ = 0;  // of the row just scanned
  std::size_t row_end_ = 0;    // after its line end: where the next one begins
  std::uint32_t row_line_ = 1;
  std::uint32_t next_line_ = 1;  // the line at row_end_
  std::size_t line_begin_ = 0;   // while scanning: the current line
  std::uint32_t line_ = 1;

  std::vector<Cell> found_;
  std::string scratch_;  // cells whose doubled quotes were undone
  std::vector<std::string_view> cells_;
  Diagnostic problem_;
};

}  // namespace licit
