#include "facts/catalogue.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "facts/csv.h"
#include "facts/value_text.h"

namespace licit {
namespace {

enum class Holds { Text, Number, YesNo };
struct Column {
  const char* name;
  Holds holds;
};

// The columns that are values of a chip; id, vendor, name, aliases, confidence, sources and notes
// are read apart.
constexpr std::array<Column, 29> value_columns{{
    {"kind", Holds::Text},           {"launched", Holds::Text},
    {"architecture", Holds::Text},   {"maker_hq", Holds::Text},
    {"datacenter", Holds::YesNo},    {"china_specific", Holds::YesNo},
    {"ics", Holds::Number},          {"peaks_per", Holds::Text},
    {"process_nm", Holds::Number},   {"non_planar", Holds::YesNo},
    {"die_area_mm2", Holds::Number}, {"mem_type", Holds::Text},
    {"mem_gb", Holds::Number},       {"dram_bw_gbps", Holds::Number},
    {"interconnect", Holds::Text},   {"interconnect_gbps", Holds::Number},
    {"pcie", Holds::Text},           {"fp64_tensor", Holds::Number},
    {"fp64", Holds::Number},         {"fp32", Holds::Number},
    {"tf32", Holds::Number},         {"fp16", Holds::Number},
    {"bf16", Holds::Number},         {"fp8", Holds::Number},
    {"fp6", Holds::Number},          {"fp4", Holds::Number},
    {"int8", Holds::Number},         {"int4", Holds::Number},
    {"vector_fp32", Holds::YesNo},
}};

std::optional<Confidence> confidence_of(std::string_view word) {
  if (word == "high") return Confidence::High;
  if (word == "med" || word == "medium") return Confidence::Medium;
  if (word == "low") return Confidence::Low;
  return {};
}

std::optional<CatalogueValue> value_of(const Column& column, const std::string& text) {
  CatalogueValue out;
  out.text = text;
  switch (column.holds) {
    case Holds::Text:
      out.value = text;
      return out;
    case Holds::YesNo:
      if (text != "yes" && text != "no") return {};
      out.value = text == "yes";
      return out;
    case Holds::Number:
      if (auto interval = parse_interval(text)) {
        out.value = *interval;
        return out;
      }
      return {};
  }
  return {};
}

Diagnostic row_fault(const CsvTable& table, const CsvRow& row, std::string code, Msg key,
                     std::vector<std::string> arguments) {
  Diagnostic d;
  d.code = std::move(code);
  d.place = table.place_of(row);
  d.message = {key, std::move(arguments)};
  return d;
}

// Reads chips/values.csv into chips that are already there.
void override_values(const CsvTable& table, std::vector<Chip>& chips,
                     const std::map<std::string, std::size_t, std::less<>>& by_id,
                     std::vector<Diagnostic>& faults) {
  const auto columns = table.columns({"id", "field", "value", "confidence", "source"});
  if (!columns.ok()) {
    faults.insert(faults.end(), columns.errors().begin(), columns.errors().end());
    return;
  }
  const auto& at = columns.value();
  for (const CsvRow& row : table.rows()) {
    auto cell = [&](std::size_t i) -> const std::string& { return row.cells[at[i]]; };
    const auto chip = by_id.find(cell(0));
    const auto column = std::find_if(value_columns.begin(), value_columns.end(),
                                     [&](const Column& c) { return c.name == cell(1); });
    if (chip == by_id.end() || column == value_columns.end()) {
      faults.push_back(
          row_fault(table, row, "F027", Msg::CatalogueOverrideNowhere, {cell(0), cell(1)}));
      continue;
    }
    auto& values = chips[chip->second].values;
    if (cell(2).empty()) {
      // Said to be unknown on purpose: the source tells why.
      values.erase(cell(1));
      continue;
    }
    auto value = value_of(*column, cell(2));
    const auto confidence = confidence_of(cell(3));
    if (!value || !confidence) {
      faults.push_back(row_fault(table, row, "F027", Msg::CatalogueBadCell,
                                 {cell(1), value ? cell(3) : cell(2)}));
      continue;
    }
    value->confidence = *confidence;
    value->source = cell(4);
    values.insert_or_assign(cell(1), std::move(*value));
  }
}

}  // namespace

std::string_view word_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::High:
      return "high";
    case Confidence::Medium:
      return "med";
    case Confidence::Low:
      return "low";
  }
  return "low";
}

const CatalogueValue* Chip::find(std::string_view column) const {
  const auto it = values.find(column);
  return it == values.end() ? nullptr : &it->second;
}

std::string_view Chip::text(std::string_view column) const {
  const CatalogueValue* value = find(column);
  return value ? std::string_view(value->text) : std::string_view();
}

Result<Catalogue> Catalogue::parse(std::string_view catalogue_csv, std::string_view values_csv,
                                   std::string_view catalogue_file, std::string_view values_file) {
  Result<CsvTable> parsed = CsvTable::parse(catalogue_csv, catalogue_file);
  if (!parsed.ok()) return parsed.errors();
  const CsvTable& table = parsed.value();
  std::vector<std::string> names{"id",         "vendor",  "name", "aliases",
                                 "confidence", "sources", "notes"};
  for (const Column& column : value_columns) names.emplace_back(column.name);
  const auto columns = table.columns(names);
  if (!columns.ok()) return columns.errors();
  const auto& at = columns.value();

  Catalogue catalogue;
  std::vector<Diagnostic> faults;
  for (const CsvRow& row : table.rows()) {
    auto cell = [&](std::size_t i) -> const std::string& { return row.cells[at[i]]; };
    Chip chip;
    chip.id = cell(0);
    chip.vendor = cell(1);
    chip.name = cell(2);
    chip.aliases = split_list(cell(3), ";");
    if (const auto confidence = confidence_of(cell(4))) {
      chip.confidence = *confidence;
    } else {
      faults.push_back(
          row_fault(table, row, "F027", Msg::CatalogueBadCell, {"confidence", cell(4)}));
    }
    chip.sources = cell(5);
    chip.notes = cell(6);
    for (std::size_t i = 0; i < value_columns.size(); ++i) {
      const std::string& text = cell(7 + i);
      if (text.empty()) continue;
      auto value = value_of(value_columns[i], text);
      if (!value) {
        faults.push_back(
            row_fault(table, row, "F027", Msg::CatalogueBadCell, {value_columns[i].name, text}));
        continue;
      }
      value->confidence = chip.confidence;
      value->source = chip.sources;
      chip.values.emplace(value_columns[i].name, std::move(*value));
    }
    const std::size_t index = catalogue.chips_.size();
    if (!catalogue.by_id_.emplace(chip.id, index).second)
      faults.push_back(
          row_fault(table, row, "F028", Msg::CatalogueNameTwice, {chip.id, chip.id, chip.id}));
    std::vector<std::string> spellings{chip.id, chip.name};
    spellings.insert(spellings.end(), chip.aliases.begin(), chip.aliases.end());
    for (const std::string& spelling : spellings) {
      const auto [it, fresh] = catalogue.by_name_.emplace(fold(spelling), index);
      if (!fresh && it->second != index)
        faults.push_back(row_fault(table, row, "F028", Msg::CatalogueNameTwice,
                                   {spelling, chip.id, catalogue.chips_[it->second].id}));
    }
    catalogue.chips_.push_back(std::move(chip));
  }
  if (!values_csv.empty()) {
    const Result<CsvTable> overrides = CsvTable::parse(values_csv, values_file);
    if (!overrides.ok()) return overrides.errors();
    override_values(overrides.value(), catalogue.chips_, catalogue.by_id_, faults);
  }
  if (!faults.empty()) return faults;
  catalogue.index_names();
  return catalogue;
}

const Chip* Catalogue::find(std::string_view id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? nullptr : &chips_[it->second];
}

}  // namespace licit
