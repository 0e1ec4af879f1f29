#include "book/moved_lines.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "base/mapped.h"
#include "book/cells.h"
#include "book/order_rows.h"
#include "decide/fact_types.h"
#include "facts/vocabulary.h"

namespace licit {
namespace {

using Verdicts = std::pair<Verdict, Verdict>;

class Reading {
 public:
  Reading(const AskedSide& before, const AskedSide& after, const Transaction& given)
      : before_(before), after_(after), given_(given), types_(fact_types_of(after.engine.pack())) {
    types_.insert(built_in_fact_types().begin(), built_in_fact_types().end());
    before_options_ = bare(before.options);
    after_options_ = bare(after.options);
  }

  std::vector<std::string> facts() const {
    return mapped(types_, [](const auto& entry) { return entry.first; });
  }

  // One line; false where it cannot be read.
  bool take(OrderRows& rows, const OrderRow& row, MovedLines& out) {
    MovedLine line;
    line.line = std::to_string(row.number);
    Transaction transaction;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const OrderCell& cell = row.cells[i];
      // What an order is worth and when it was to go decide nothing here.
      if (is_not_given(cell.text) || cell.field == "on" || cell.field == "value" ||
          cell.field == "currency") {
        continue;
      }
      CellStyle style;
      style.semicolons = rows.semicolons();
      if (cell.is_plain) style.decimal = DecimalMark::Point;
      const auto spec = types_.find(cell.field);
      auto text = read_cell(cell.field, spec == types_.end() ? nullptr : &spec->second, cell.text,
                            style, Spot{cell.field, rows.place_of(i)});
      if (!text.ok()) return false;
      if (cell.field == "line") {
        line.line = cell.text;
        continue;
      }
      if (cell.field == "item") line.item = cell.text;
      if (cell.field == "to") line.to = cell.text;
      transaction.fields.push_back({cell.field, std::move(text).value(), {}});
    }
    for (const TransactionField& field : given_.fields) {
      const bool stated =
          std::any_of(transaction.fields.begin(), transaction.fields.end(),
                      [&](const TransactionField& one) { return one.name == field.name; });
      if (!stated) transaction.fields.push_back(field);
    }
    const bool says_item = std::any_of(
        transaction.fields.begin(), transaction.fields.end(), [](const TransactionField& field) {
          return field.name == "item" || field.name.starts_with("item.");
        });
    const auto verdicts = says_item ? decide(transaction) : std::nullopt;
    if (!verdicts) return false;
    ++out.read;
    if (verdicts->first == verdicts->second) return true;
    std::tie(line.before, line.after) = *verdicts;
    out.moved.push_back(std::move(line));
    return true;
  }

 private:
  static CheckOptions bare(CheckOptions options) {
    options.detail = {false, false, false, false, false, false, false};
    return options;
  }

  std::optional<Verdicts> decide(const Transaction& transaction) {
    std::string key;
    for (const TransactionField& field : transaction.fields) {
      key += field.name + '\x1f' + field.text + '\x1e';
    }
    const auto known = decided_.find(key);
    if (known != decided_.end()) return known->second;
    const auto ask = [&](const AskedSide& side, const CheckOptions& options) {
      Transaction on_day = transaction;
      on_day.fields.push_back({"on", side.on.iso(), {}});
      return side.engine.check(on_day, options);
    };
    const auto before = ask(before_, before_options_);
    const auto after = ask(after_, after_options_);
    std::optional<Verdicts> out;
    if (before.ok() && after.ok()) out = {before->verdict, after->verdict};
    // Who has more different lines than this gains little by their being remembered.
    constexpr std::size_t most_kept = 100'000;
    if (decided_.size() < most_kept) decided_.emplace(std::move(key), out);
    return out;
  }

  const AskedSide& before_;
  const AskedSide& after_;
  const Transaction& given_;
  CheckOptions before_options_, after_options_;
  FactTypes types_;
  std::map<std::string, std::optional<Verdicts>> decided_;
};

}  // namespace

Result<MovedLines> moved_lines(const AskedSide& before, const AskedSide& after,
                               const std::string& path, const Transaction& transaction,
                               const std::atomic<bool>& stop) {
  auto file = TextFile::open(path, stop);
  if (!file.ok()) return file.errors();
  Reading reading(before, after, transaction);
  const ColumnNames names(reading.facts());
  const std::vector<std::string> given =
      mapped(transaction.fields, [](const TransactionField& field) { return field.name; });
  TextFile text = std::move(file).value();
  auto rows = open_orders(text, names, given);
  if (!rows.ok()) return rows.errors();
  MovedLines out;
  out.path = path;
  OrderRow row;
  for (auto step = (*rows)->next(row); step != OrderRows::Step::End; step = (*rows)->next(row)) {
    if (stop.load(std::memory_order_relaxed)) {
      return Diagnostic{.code = "B018",
                        .place = {.file = path},
                        .message = {Msg::BookInterruptedAt, {std::to_string(out.read)}}};
    }
    if (step == OrderRows::Step::Bad || !reading.take(**rows, row, out)) ++out.unread;
  }
  if (out.read + out.unread == 0) {
    return Diagnostic{.code = "B020",
                      .place = {.file = path},
                      .message = {Msg::BookNoLines, {}},
                      .help = {{Msg::BookNoLinesHelp, {}}}};
  }
  return out;
}

}  // namespace licit
