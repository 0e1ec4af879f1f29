// Reads the CSV files that travel inside the program: RFC 4180 quoting, LF line ends, UTF-8, one
// heading line, every line as wide as the heading. Strict, because these files are ours and a fault
// in one is a fault of the program; files of users are read elsewhere, with patience.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace licit {

struct CsvRow {
  std::uint32_t line = 0;  // line of the file on which the row begins, from 1
  std::vector<std::string> cells;
};

class CsvTable {
 public:
  // `file` is only shown in errors (F020 to F024).
  static Result<CsvTable> parse(std::string_view text, std::string_view file);

  const std::string& file() const { return file_; }
  const std::vector<std::string>& heading() const { return heading_; }
  const std::vector<CsvRow>& rows() const { return rows_; }
  std::optional<std::size_t> column(std::string_view name) const;
  // The place of each name in a row; F024 where the heading lacks one.
  Result<std::vector<std::size_t>> columns(const std::vector<std::string>& names) const;
  Place place_of(const CsvRow& row) const;

 private:
  std::string file_;
  std::vector<std::string> heading_;
  std::vector<CsvRow> rows_;
};

}  // namespace licit
