// The lines of an order book, whatever file they come from: a table (CSV, semicolons, tabs), a JSON
// array, or JSON one object a line. Each row is a list of cells that already carry the name of the
// field or fact they give; cells that give nothing are left out.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/columns.h"
#include "book/table_reader.h"
#include "book/text_file.h"

namespace licit {

struct OrderCell {
  std::string field;
  std::string text;       // trimmed, UTF-8, never empty
  bool is_plain = false;  // a JSON number or truth value: written as facts write them
};

struct OrderRow {
  std::uint64_t number = 0;  // 1 for the first row after the header
  std::uint32_t file_line = 0;
  std::vector<OrderCell> cells;
};

class OrderRows {
 public:
  enum class Step : std::uint8_t { Row, Bad, End };
  virtual ~OrderRows() = default;

  // Fills `row`; after Bad only number and file_line, and problem() says what is wrong with it.
  virtual Step next(OrderRow& row) = 0;
  virtual const Diagnostic& problem() const = 0;
  // Where cell `i` of the row just read stands, and the line of text it stands on (empty where long).
  virtual Place place_of(std::size_t i) const = 0;
  virtual std::string source_line_of(std::size_t i) const = 0;
  // What is to be said once about the whole file (B101 to B104); complete after End.
  virtual std::vector<Diagnostic> notes() const = 0;
  // How much of the file has been read, about.
  virtual std::uint64_t bytes_done() const = 0;
  // Cells are separated by semicolons (see CellStyle).
  virtual bool semicolons() const { return false; }
};

// How orders are written. Auto: as the file's name says (.json, .jsonl, .ndjson; .csv, .tsv, .txt), or
// where it has no such ending, as the first character does.
enum class OrderFormat : std::uint8_t { Auto, Table, Json, JsonLines };

// `file` and `names` must outlive what is returned. `given`: fields that every line gets anyway.
Result<std::unique_ptr<OrderRows>> open_orders(TextFile& file, const ColumnNames& names,
                                               std::span<const std::string> given,
                                               const TableLimits& limits = {},
                                               OrderFormat format = OrderFormat::Auto);

// The two readers behind it.
Result<std::unique_ptr<OrderRows>> open_table_orders(TextFile& file, const ColumnNames& names,
                                                     std::span<const std::string> given,
                                                     const TableLimits& limits);
Result<std::unique_ptr<OrderRows>> open_json_orders(TextFile& file, bool one_a_line,
                                                    const ColumnNames& names,
                                                    std::span<const std::string> given,
                                                    const TableLimits& limits);

// B101: the file is read as latin-1.
Diagnostic latin1_note(const TextFile& file);
// B102: columns or keys that mean nothing here, each with the name it may be a misspelling of.
Diagnostic unknown_columns_note(const std::string& file, std::span<const std::string> unknown,
                                const ColumnNames& names);

}  // namespace licit
