// The readers of users' files, on any bytes: every row is within the limits, places lie within the
// file, reading ends, and what a cell gives is UTF-8. The first byte chooses the format.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "book/cells.h"
#include "book/order_rows.h"
#include "book/summary.h"

namespace {

using namespace licit;

// Limits that short inputs can reach.
constexpr TableLimits limits{.line = 600, .cell = 200, .columns = 12};

void require(bool holds) {
  if (!holds) std::abort();
}

const ColumnNames& names() {
  static const std::vector<std::string> ids{"item.tpp", "item.datacenter", "buyer.listings"};
  static const ColumnNames all(ids);
  return all;
}

void read_cells(const OrderRow& row, OrderRows& rows, std::size_t lines) {
  CellStyle style{
      .decimal = DecimalMark::Auto, .dates = DateOrder::Iso, .semicolons = rows.semicolons()};
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const OrderCell& cell = row.cells[i];
    require(!cell.field.empty() && !cell.text.empty());
    require(is_valid_utf8(cell.text));
    require(cell.text.size() <= limits.line);
    const Place place = rows.place_of(i);
    require(place.line >= row.file_line && place.line <= lines && place.column >= 1);
    (void)rows.source_line_of(i);
    const Spot spot{cell.field, place};
    for (const DateOrder dates : {DateOrder::Iso, DateOrder::Dmy, DateOrder::Mdy}) {
      style.dates = dates;
      (void)read_cell("on", nullptr, cell.text, style, spot);
    }
    for (const DecimalMark mark : {DecimalMark::Auto, DecimalMark::Point, DecimalMark::Comma}) {
      style.decimal = mark;
      const auto number = plain_number(cell.text, style, spot);
      if (number) require(Number::parse(*number).has_value());
      (void)quantity_text(cell.text, style, spot);
      (void)money(cell.text, "USD", style, spot);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  constexpr std::string_view endings[] = {".csv", ".json", ".jsonl", ""};
  Result<TextFile> file = TextFile::over(bytes, "f" + std::string(endings[data[0] % 4]));
  if (!file) {
    require(!one_line(file.errors()[0], Language::Fr).empty());
    return 0;
  }
  std::size_t lines = 1;
  for (const char c : bytes) lines += c == '\n' || c == '\r' ? 1 : 0;
  const std::vector<std::string> given{"item", "to"};
  auto rows = open_orders(file.value(), names(), given, limits);
  if (!rows) return 0;
  OrderRow row;
  std::uint64_t before = 0;
  for (;;) {
    const OrderRows::Step step = rows.value()->next(row);
    if (step == OrderRows::Step::End) break;
    // Every row costs at least one byte.
    require(row.number == before + 1 && row.number <= size + 1);
    before = row.number;
    require(row.file_line >= 1 && row.file_line <= lines);
    if (step == OrderRows::Step::Bad)
      require(!one_line(rows.value()->problem(), Language::En).empty());
    else
      read_cells(row, *rows.value(), lines);
  }
  (void)rows.value()->notes();
  return 0;
}
