// What the measurements of screening read: the lists, labelled pairs and names of ../shared/data. Where
// that folder is missing there is nothing to measure, and `have_data` says so.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "facts/csv.h"
#include "parties/lists/durable_file.h"
#include "parties/lists/reading.h"
#include "parties/names/screen.h"

namespace licit::bench {

inline std::string data_path(std::string_view file) {
  return std::string(LICIT_SOURCE_DIR) + "/../shared/data/" + std::string(file);
}

inline bool have_data() { return std::filesystem::exists(data_path("pairs-dev.csv")); }

// The publications, each with its files.
inline std::vector<std::vector<std::string>> publications() {
  std::vector<std::vector<std::string>> out = {
      {"csl/csl-2026-07-31-compact.json"},
      {"ofac/ofac-sls-2026-08-07.json"},
      {"uk/uk-sanctions-2026-08.json"},
      {"watchman/un-consolidated-2026-02-27.xml"},
      {"nsfreg/bis_entity_list.json"},
      {"nsfreg/dow_1260h.json"},
      {"cn/china-control-entities.json", "cn/china-unreliable-entity.json"}};
  std::vector<std::string> eu;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(data_path("eu"), error))
    if (file.path().extension() == ".csv") eu.push_back("eu/" + file.path().filename().string());
  if (!eu.empty()) out.push_back(std::move(eu));
  return out;
}

// Read anew at each call.
inline std::vector<PartyList> read_all_lists() {
  std::vector<PartyList> out;
  for (const auto& names : publications()) {
    std::vector<std::string> contents;
    std::vector<SourceFile> files;
    contents.reserve(names.size());
    files.reserve(names.size());
    for (const std::string& name : names) {
      auto bytes = read_whole(data_path(name));
      if (!bytes) continue;
      contents.push_back(std::move(*bytes));
      files.push_back({name, contents.back()});
    }
    if (files.empty()) continue;
    auto read = read_lists(files);
    if (!read.ok()) continue;
    for (PartyList& list : read.value().lists) out.push_back(std::move(list));
  }
  return out;
}

inline const std::vector<PartyList>& all_lists() {
  static const std::vector<PartyList> lists = read_all_lists();
  return lists;
}

inline const NameIndex& index_of_all() {
  static const NameIndex index = NameIndex::build(all_lists()).value();
  return index;
}

// Empty where it cannot be read. Some of these files end their lines with CR LF.
inline std::optional<CsvTable> table_of(std::string_view file) {
  auto bytes = read_whole(data_path(file));
  if (!bytes) return std::nullopt;
  std::erase(*bytes, '\r');
  auto table = CsvTable::parse(*bytes, file);
  if (!table.ok()) return std::nullopt;
  return std::move(table).value();
}

// The first column of a CSV file, at most so many rows.
inline std::vector<std::string> first_column(std::string_view file, std::size_t most = SIZE_MAX) {
  std::vector<std::string> out;
  const auto table = table_of(file);
  if (!table) return out;
  for (const CsvRow& row : table->rows()) {
    if (out.size() == most) break;
    out.push_back(row.cells[0]);
  }
  return out;
}

// Two names of which it is known whether they name one party.
struct LabelledPair {
  std::string source, schema, first, second, quality, category, script;
  bool is_match = false;
  PartyType type = PartyType::Unknown;
};

inline PartyType type_of_schema(const std::string& schema) {
  if (schema == "Person") return PartyType::Person;
  if (schema == "Company" || schema == "Organization") return PartyType::Entity;
  return schema == "Vessel" ? PartyType::Vessel : PartyType::Unknown;
}

inline std::vector<LabelledPair> labelled_pairs() {
  std::vector<LabelledPair> out;
  const auto table = table_of("pairs-dev.csv");
  if (!table) return out;
  const auto at = table->columns({"source", "schema", "name1", "name2", "quality", "category",
                                  "script1", "script2", "is_match"});
  if (!at.ok()) return out;
  const std::vector<std::size_t>& c = at.value();
  out.reserve(table->rows().size());
  for (const CsvRow& row : table->rows()) {
    LabelledPair one;
    one.source = row.cells[c[0]];
    one.schema = row.cells[c[1]];
    one.first = row.cells[c[2]];
    one.second = row.cells[c[3]];
    one.quality = row.cells[c[4]];
    one.category = row.cells[c[5]];
    one.script = row.cells[c[6]] != "Latin" ? row.cells[c[6]] : row.cells[c[7]];
    one.is_match = row.cells[c[8]] == "true";
    one.type = type_of_schema(one.schema);
    out.push_back(std::move(one));
  }
  return out;
}

inline std::optional<Date> screening_day() { return Date::parse("2026-08-10"); }

}  // namespace licit::bench
