// OFAC's classic files, which have no heading: sdn.csv or cons_prim.csv, and what goes with it by the
// entity's number: alt.csv, add.csv, sdn_comments.csv. "-0-" is nothing, 0x1A ends a file.
#include <map>
#include <unordered_map>

#include "base/party_messages.h"
#include "parties/lists/csl_source.h"
#include "parties/lists/delimited.h"
#include "parties/lists/ofac.h"
#include "parties/lists/ofac_remarks.h"
#include "parties/lists/readers.h"
#include "parties/lists/recognise.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

using Row = std::vector<std::string>;

// Calls `take` with each row of `cells` cells; the others are bad rows.
template <typename Take>
void each_row(const SourceFile& file, std::size_t cells, ReadLists& out, const Take& take) {
  Delimited rows(file.bytes, ',');
  Row row;
  TableRows table(rows, cells, file.name, out);
  while (table.next(row)) take(row, rows.line());
}

// "SDGT] [NS-PLC": the brackets around the whole are left out.
std::vector<std::string> programs_of(const std::string& cell) {
  std::vector<std::string> out;
  for (std::string& program : parts_of(cell, "]")) {
    if (program.starts_with("[")) program.erase(0, 1);
    out.push_back(clean(program));
  }
  return out;
}

struct Whole {
  std::vector<ListEntry> entries;
  std::vector<bool> is_sdn;
  std::unordered_map<std::string, std::size_t> by_number;
};

// Whether a main file is the SDN list: the programs of the other one say so of nearly every row.
bool is_non_sdn(const std::vector<ListEntry>& entries, std::size_t begin) {
  std::size_t other = 0;
  for (std::size_t i = begin; i < entries.size(); ++i)
    if (is_non_sdn_program(entries[i].programs)) ++other;
  return other * 2 > entries.size() - begin;
}

void read_main(const SourceFile& file, Whole& whole, ReadLists& out) {
  const std::size_t begin = whole.entries.size();
  each_row(file, 12, out, [&](const Row& row, std::size_t line) {
    ListEntry entry;
    entry.id = ofac_text(row[0]);
    entry.type = party_type_named(ofac_text(row[2]));
    // Entities have no type in this format.
    if (ofac_text(row[2]).empty()) entry.type = PartyType::Entity;
    const std::string name = ofac_text(row[1]);
    if (name.empty() || entry.id.empty()) {
      out.bad_row(file.name, line, {msg::ListRowWithoutName, {}});
      return;
    }
    entry.names.push_back({spoken_name(name, entry.type), NameKind::Primary});
    entry.programs = programs_of(ofac_text(row[3]));
    entry.remarks = ofac_text(row[11]);
    if (const std::string sign = ofac_text(row[5]); !sign.empty())
      entry.ids.push_back({"Vessel Call Sign", sign, {}});
    whole.by_number.emplace(entry.id, whole.entries.size());
    whole.entries.push_back(std::move(entry));
  });
  whole.is_sdn.resize(whole.entries.size(), !is_non_sdn(whole.entries, begin));
}

void read_aliases(const SourceFile& file, Whole& whole, ReadLists& out) {
  each_row(file, 5, out, [&](const Row& row, std::size_t line) {
    const auto at = whole.by_number.find(ofac_text(row[0]));
    if (at == whole.by_number.end()) {
      out.bad_row(file.name, line, {msg::ListRowNoEntry, {ofac_text(row[0])}});
      return;
    }
    ListEntry& entry = whole.entries[at->second];
    const NameKind kind = ofac_text(row[2]) == "fka" ? NameKind::Former : NameKind::Alias;
    entry.names.push_back({spoken_name(ofac_text(row[3]), entry.type), kind});
  });
}

void read_addresses(const SourceFile& file, Whole& whole, Countries& countries, ReadLists& out) {
  each_row(file, 6, out, [&](const Row& row, std::size_t line) {
    const auto at = whole.by_number.find(ofac_text(row[0]));
    if (at == whole.by_number.end()) {
      out.bad_row(file.name, line, {msg::ListRowNoEntry, {ofac_text(row[0])}});
      return;
    }
    ListedAddress address{
        ofac_text(row[2]), ofac_text(row[3]), {}, {}, countries.code(ofac_text(row[4]))};
    if (address != ListedAddress{})
      whole.entries[at->second].addresses.push_back(std::move(address));
  });
}

}  // namespace

Result<ReadLists> read_ofac_classic(std::span<const SourceFile> files) {
  ReadLists out;
  out.format = "ofac-classic";
  Whole whole;
  std::map<ListFormat, std::vector<const SourceFile*>> by_format;
  for (const SourceFile& file : files)
    if (const auto format = recognise(file.bytes, file.name); format.ok())
      by_format[*format].push_back(&file);
  if (by_format[ListFormat::OfacMain].empty()) {
    Diagnostic why;
    why.code = "P007";
    why.place.file = files.front().name;
    why.message = {msg::ListOfacPartAlone, {}};
    why.help = {{msg::ListOfacPartAloneHelp, {}}};
    return why;
  }
  for (const SourceFile* file : by_format[ListFormat::OfacMain]) read_main(*file, whole, out);
  for (const SourceFile* file : by_format[ListFormat::OfacAlias]) read_aliases(*file, whole, out);
  Countries countries;
  for (const SourceFile* file : by_format[ListFormat::OfacAddress])
    read_addresses(*file, whole, countries, out);
  for (const SourceFile* file : by_format[ListFormat::OfacComments]) {
    each_row(*file, 2, out, [&](const Row& row, std::size_t line) {
      const auto at = whole.by_number.find(ofac_text(row[0]));
      if (at == whole.by_number.end()) {
        out.bad_row(file->name, line, {msg::ListRowNoEntry, {ofac_text(row[0])}});
      } else {
        // The remark breaks off in the middle of a word and goes on here.
        whole.entries[at->second].remarks += row[1];
      }
    });
  }
  for (std::size_t i = 0; i < whole.entries.size(); ++i) {
    ListEntry& entry = whole.entries[i];
    entry.remarks = clean(entry.remarks);
    read_ofac_remarks(entry.remarks, countries, entry);
    const ListCode code = whole.is_sdn[i] ? ListCode::Sdn : non_sdn_list(entry.programs);
    out.list(code, list_title(code)).entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace licit
