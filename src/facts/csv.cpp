#include "facts/csv.h"

#include <algorithm>

#include "base/text.h"

namespace licit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view file) : text_(text), file_(file) {}

  bool at_end() const { return at_ == text_.size(); }

  // One record, up to and with its line end.
  Result<CsvRow> record() {
    CsvRow row;
    row.line = line_;
    for (;;) {
      std::string cell;
      if (at_ < text_.size() && text_[at_] == '"') {
        if (!quoted(cell)) return fault("F020", Msg::CsvQuoteOpen, {});
        if (!at_end() && text_[at_] != ',' && text_[at_] != '\n')
          return fault("F021", Msg::CsvAfterQuote, {});
      } else {
        const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
        cell = text_.substr(at_, end - at_);
        at_ = end;
        if (cell.find_first_of("\"\r") != std::string::npos)
          return fault("F021", Msg::CsvStrayMark, {});
      }
      row.cells.push_back(std::move(cell));
      if (at_end()) return row;
      const char c = text_[at_++];
      if (c == '\n') {
        ++line_;
        return row;
      }
    }
  }

 private:
  bool quoted(std::string& cell) {
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\n') ++line_;
      if (c != '"') {
        cell += c;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        cell += '"';
        ++at_;
      } else {
        return true;
      }
    }
    return false;
  }

  Diagnostic fault(std::string code, Msg key, std::vector<std::string> arguments) const {
    Diagnostic d;
    d.code = std::move(code);
    d.place.file = file_;
    d.place.line = line_;
    d.message = {key, std::move(arguments)};
    return d;
  }

  std::string_view text_;
  std::string_view file_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

Result<CsvTable> CsvTable::parse(std::string_view text, std::string_view file) {
  CsvTable table;
  table.file_ = file;
  std::vector<Diagnostic> faults;
  auto fault = [&](std::string code, std::uint32_t line, Msg key,
                   std::vector<std::string> arguments) {
    Diagnostic d;
    d.code = std::move(code);
    d.place.file = table.file_;
    d.place.line = line;
    d.message = {key, std::move(arguments)};
    faults.push_back(std::move(d));
  };
  if (!is_valid_utf8(text) || text.starts_with(byte_order_mark)) {
    fault("F022", 0, Msg::CsvNotUtf8, {});
    return faults;
  }
  Scanner scanner(text, file);
  while (!scanner.at_end()) {
    Result<CsvRow> record = scanner.record();
    if (!record.ok()) {
      faults.insert(faults.end(), record.errors().begin(), record.errors().end());
      return faults;
    }
    CsvRow row = std::move(record).value();
    if (table.heading_.empty()) {
      table.heading_ = std::move(row.cells);
    } else if (row.cells.size() != table.heading_.size()) {
      fault("F023", row.line, Msg::CsvWidth,
            {std::to_string(row.cells.size()), std::to_string(table.heading_.size())});
    } else {
      table.rows_.push_back(std::move(row));
    }
  }
  for (std::size_t i = 0; i < table.heading_.size(); ++i) {
    const auto& names = table.heading_;
    if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
        names.begin() + static_cast<std::ptrdiff_t>(i))
      fault("F024", 1, Msg::CsvColumnTwice, {names[i]});
  }
  if (table.heading_.empty()) fault("F024", 1, Msg::CsvNoHeading, {});
  if (!faults.empty()) return faults;
  return table;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto it = std::find(heading_.begin(), heading_.end(), name);
  if (it == heading_.end()) return {};
  return static_cast<std::size_t>(it - heading_.begin());
}

Result<std::vector<std::size_t>> CsvTable::columns(const std::vector<std::string>& names) const {
  std::vector<std::size_t> out;
  std::vector<Diagnostic> faults;
  for (const std::string& name : names) {
    if (const auto at = column(name)) {
      out.push_back(*at);
      continue;
    }
    Diagnostic d;
    d.code = "F024";
    d.place.file = file_;
    d.place.line = 1;
    d.message = {Msg::CsvColumnMissing, {name}};
    const auto near = nearest(name, heading_, 1);
    if (!near.empty()) d.help.push_back({Msg::DidYouMean, {near.front()}});
    faults.push_back(std::move(d));
  }
  if (!faults.empty()) return faults;
  return out;
}

Place CsvTable::place_of(const CsvRow& row) const {
  Place place;
  place.file = file_;
  place.line = row.line;
  return place;
}

}  // namespace licit
