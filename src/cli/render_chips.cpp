#include "cli/render_chips.h"

#include <algorithm>

#include "base/figures.h"
#include "base/json.h"
#include "base/text.h"
#include "cli/words.h"
#include "decide/answer_json.h"
#include "facts/metrics.h"
#include "facts/vocabulary.h"

namespace licit::cli {
namespace {

FactValue metric(std::string_view name, const FactSet& facts) {
  auto value = compute(name, facts);
  return value.ok() ? std::move(value).value() : FactValue::unknown(FactType::Number);
}

std::string figure(Language language, const FactValue& value) {
  return value.is_unknown() ? "?" : figures(language, value.number.text(2));
}

// As the catalogue has it; where that is a number, as the reader writes one.
std::string shown(Language language, const CatalogueValue& value) {
  return value.number() == nullptr ? value.text : figures(language, value.text);
}

// Columns of the catalogue in its own order of interest; the rest follows by name.
std::vector<std::string> columns_of(const std::vector<ChipRow>& rows) {
  std::vector<std::string> columns = {
      "kind",       "launched",       "architecture", "maker_hq",
      "datacenter", "china_specific", "ics",          "peaks_per",
      "process_nm", "non_planar",     "die_area_mm2", "mem_type",
      "mem_gb",     "dram_bw_gbps",   "interconnect", "interconnect_gbps",
      "pcie"};
  for (const PeakFormat& format : peak_formats) columns.emplace_back(format.column);
  for (const ChipRow& row : rows) {
    for (const auto& [name, value] : row.chip->values) {
      if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
        columns.push_back(name);
      }
    }
  }
  std::erase_if(columns, [&](const std::string& column) {
    return std::none_of(rows.begin(), rows.end(),
                        [&](const ChipRow& row) { return row.chip->find(column) != nullptr; });
  });
  return columns;
}

std::string cell(Language language, const CatalogueValue* value) {
  if (value == nullptr) return "?";
  // Low confidence shows in the cell; the page says whose figure it is.
  const bool is_weak = value->confidence == Confidence::Low;
  return shown(language, *value) +
         (is_weak ? " (" + confidence_words(language, value->confidence) + ")" : "");
}

}  // namespace

ChipRow row_of(const Chip& chip) {
  FactSet facts;
  put_chip(chip, facts);
  return {&chip, metric("highest-product", facts), metric("density-of-highest", facts), ""};
}

std::string chips_table(const Page& page, const std::vector<ChipRow>& rows,
                        const std::optional<Date>& day) {
  const Language language = page.language;
  std::vector<std::vector<std::string>> cells{{"id", "TPP", "TPP/mm2"}};
  if (day) cells[0].push_back(say(language, Msg::CliClass));
  cells[0].push_back(say(language, Msg::CliChipName));
  for (const ChipRow& row : rows) {
    cells.push_back({row.chip->id, figure(language, row.tpp), figure(language, row.density)});
    if (day) cells.back().push_back(row.paragraph);
    cells.back().push_back(row.chip->vendor + " " + row.chip->name);
  }
  return table(page, cells) + "\n" +
         (rows.size() == 1 ? say(language, Msg::CliChipCountOne)
                           : say(language, Msg::CliChipCount, {std::to_string(rows.size())})) +
         "\n";
}

std::string chip_page(const Page& page, const ChipRow& row, const std::optional<Date>& day) {
  const Language language = page.language;
  const Chip& chip = *row.chip;
  std::string out =
      toned(page, Tone::Strong, chip.vendor + " " + chip.name) + "  (" + chip.id + ")\n";
  out += entry(page, say(language, Msg::CliChipAliases), joined(chip.aliases, ", "));
  out +=
      entry(page, say(language, Msg::CliChipComputed),
            "TPP " + figure(language, row.tpp) + ", " + figure(language, row.density) + " TPP/mm2");
  if (day) {
    out += entry(page, say(language, Msg::CliClass), row.paragraph + " (" + day->iso() + ")");
  }
  out += "\n";
  std::vector<std::vector<std::string>> cells{
      {say(language, Msg::CliChipColumn), say(language, Msg::CliChipValue),
       say(language, Msg::CliChipConfidence), say(language, Msg::CliChipSource)}};
  for (const std::string& column : columns_of({row})) {
    const CatalogueValue* value = chip.find(column);
    // The row's own source is said once, below.
    const std::string source = value->source == chip.sources ? "" : value->source;
    cells.push_back(
        {column, shown(language, *value), confidence_words(language, value->confidence), source});
  }
  out += table(page, cells);
  out += entry(page, say(language, Msg::CliChipSource), chip.sources);
  out += entry(page, say(language, Msg::CliChipNotes), chip.notes);
  return out + "\n";
}

std::string chips_side_by_side(const Page& page, const std::vector<ChipRow>& rows,
                               const std::optional<Date>& day) {
  std::vector<std::vector<std::string>> cells;
  const auto add = [&](const std::string& name, const auto& value_of) {
    cells.push_back({name});
    for (const ChipRow& row : rows) cells.back().push_back(value_of(row));
  };
  add("", [](const ChipRow& row) { return row.chip->id; });
  add("TPP", [&](const ChipRow& row) { return figure(page.language, row.tpp); });
  add("TPP/mm2", [&](const ChipRow& row) { return figure(page.language, row.density); });
  if (day) {
    add(say(page.language, Msg::CliClass), [](const ChipRow& row) { return row.paragraph; });
  }
  for (const std::string& column : columns_of(rows)) {
    add(column, [&](const ChipRow& row) { return cell(page.language, row.chip->find(column)); });
  }
  return table(page, cells);
}

std::string chips_json(const std::vector<ChipRow>& rows, const std::optional<Date>& day) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  if (day) json.field("class-on", *day);
  json.begin_array("chips");
  for (const ChipRow& row : rows) {
    const Chip& chip = *row.chip;
    json.begin_object();
    json.field("id", chip.id);
    json.field("vendor", chip.vendor);
    json.field("name", chip.name);
    json.field("aliases", chip.aliases);
    if (day) json.field("class", row.paragraph);
    json.key("tpp");
    write_fact_value(json, row.tpp);
    json.key("density");
    write_fact_value(json, row.density);
    json.begin_object("values");
    for (const std::string& column : columns_of({row})) {
      const CatalogueValue* value = chip.find(column);
      json.begin_object(column);
      json.field("text", value->text);
      if (const Interval* number = value->number()) json.field("number", *number);
      json.field("confidence", word_of(value->confidence));
      json.field("source", value->source);
      json.end_object();
    }
    json.end_object();
    json.field("confidence", word_of(chip.confidence));
    json.field("sources", chip.sources);
    json.field("notes", chip.notes);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace licit::cli
