#include "book/order_rows.h"

#include <algorithm>

#include "base/text.h"

namespace licit {
namespace {

bool ends_in(const std::string& name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(),
                    name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

class TableOrders final : public OrderRows {
 public:
  TableOrders(TextFile& file, TableLimits limits) : file_(file), reader_(file, limits) {}

  std::optional<std::vector<Diagnostic>> start(const ColumnNames& names,
                                               std::span<const std::string> given) {
    names_ = &names;
    if (auto problem = reader_.read_header(
            [&](std::string_view name) { return !names.meaning_of(name).field.empty(); }))
      return std::vector<Diagnostic>{*std::move(problem)};
    std::vector<Place> places;
    for (std::size_t i = 0; i < reader_.header().size(); ++i)
      places.push_back(reader_.header_place(i));
    Result<ColumnPlan> plan = plan_columns(reader_.header(), places, names, given);
    if (!plan) return plan.errors();
    plan_ = std::move(plan).value();
    return std::nullopt;
  }

  Step next(OrderRow& row) override {
    row.cells.clear();
    column_of_.clear();
    const TableReader::Step step = reader_.next();
    if (step == TableReader::Step::End) return Step::End;
    row.number = ++rows_;
    row.file_line = reader_.line();
    if (step == TableReader::Step::Bad) return Step::Bad;
    const auto cells = reader_.cells();
    if (cells.size() < reader_.header().size()) {
      if (short_rows_++ == 0) first_short_ = reader_.place_of(cells.size());
    }
    for (const ColumnPlan::Column& column : plan_.used) {
      if (column.index >= cells.size()) continue;
      const std::string_view text = trimmed(cells[column.index]);
      if (text.empty()) continue;
      row.cells.push_back({column.field, std::string(text)});
      column_of_.push_back(column.index);
    }
    return Step::Row;
  }

  const Diagnostic& problem() const override { return reader_.problem(); }
  Place place_of(std::size_t i) const override { return reader_.place_of(column_of_[i]); }
  std::string source_line_of(std::size_t i) const override {
    return reader_.source_line_of(column_of_[i]);
  }
  std::uint64_t bytes_done() const override { return reader_.bytes_done(); }
  bool semicolons() const override { return reader_.delimiter() == ';'; }

  std::vector<Diagnostic> notes() const override {
    std::vector<Diagnostic> out;
    if (file_.encoding() == Encoding::Latin1) out.push_back(latin1_note(file_));
    if (!plan_.unknown.empty())
      out.push_back(unknown_columns_note(file_.name(), plan_.unknown, *names_));
    if (short_rows_ > 0) {
      Diagnostic d{
          .code = "B103", .severity = Severity::Warning, .place = first_short_, .message = {}};
      d.message = {Msg::BookShortRows, {std::to_string(short_rows_)}};
      out.push_back(std::move(d));
    }
    return out;
  }

 private:
  TextFile& file_;
  TableReader reader_;
  const ColumnNames* names_ = nullptr;
  ColumnPlan plan_;
  std::vector<std::size_t> column_of_;
  std::uint64_t rows_ = 0;
  std::uint64_t short_rows_ = 0;
  Place first_short_;
};

}  // namespace

Diagnostic latin1_note(const TextFile& file) {
  static constexpr char hex[] = "0123456789ABCDEF";
  const unsigned byte = file.first_foreign_byte();
  Diagnostic d{
      .code = "B101", .severity = Severity::Warning, .place = file.first_foreign(), .message = {}};
  d.message = {Msg::BookReadAsLatin1,
               {std::string("0x") + hex[byte >> 4U & 15U] + hex[byte & 15U]}};
  d.help.push_back({Msg::BookReadAsLatin1Help, {}});
  return d;
}

Diagnostic unknown_columns_note(const std::string& file, std::span<const std::string> unknown,
                                const ColumnNames& names) {
  Diagnostic d{
      .code = "B102", .severity = Severity::Warning, .place = {.file = file}, .message = {}};
  constexpr std::size_t most = 12;
  std::vector<std::string> shown;
  for (const std::string& name : unknown) {
    if (shown.size() == most) break;
    shown.push_back(name.substr(0, 40));
  }
  if (unknown.size() > most) shown.emplace_back("...");
  d.message = {Msg::BookUnknownColumns, {joined(shown, ", ")}};
  for (const std::string& name : unknown) {
    if (d.help.size() == 3) break;
    const std::vector<std::string> near = names.nearest_to(name, 1);
    if (!near.empty())
      d.help.push_back({Msg::BookRenameColumn, {name.substr(0, 40), near.front()}});
  }
  return d;
}

Result<std::unique_ptr<OrderRows>> open_table_orders(TextFile& file, const ColumnNames& names,
                                                     std::span<const std::string> given,
                                                     const TableLimits& limits) {
  auto rows = std::make_unique<TableOrders>(file, limits);
  if (auto problems = rows->start(names, given)) return *std::move(problems);
  return std::unique_ptr<OrderRows>(std::move(rows));
}

namespace {

OrderFormat format_of(const TextFile& file) {
  const std::string& name = file.name();
  if (ends_in(name, ".jsonl") || ends_in(name, ".ndjson")) return OrderFormat::JsonLines;
  if (ends_in(name, ".json")) return OrderFormat::Json;
  if (ends_in(name, ".csv") || ends_in(name, ".tsv") || ends_in(name, ".txt"))
    return OrderFormat::Table;
  if (file.first_character() == '{') return OrderFormat::JsonLines;
  return file.first_character() == '[' ? OrderFormat::Json : OrderFormat::Table;
}

}  // namespace

Result<std::unique_ptr<OrderRows>> open_orders(TextFile& file, const ColumnNames& names,
                                               std::span<const std::string> given,
                                               const TableLimits& limits, OrderFormat format) {
  if (format == OrderFormat::Auto) format = format_of(file);
  if (format == OrderFormat::Table) return open_table_orders(file, names, given, limits);
  return open_json_orders(file, format == OrderFormat::JsonLines, names, given, limits);
}

}  // namespace licit
