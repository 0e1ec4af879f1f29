// The UK Sanctions List: a line with the day of the report, a heading, and a row for each name and
// address of a designation ("Unique ID").
#include <algorithm>
#include <unordered_map>

#include "base/party_messages.h"
#include "parties/lists/csl_source.h"
#include "parties/lists/delimited.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

// Name 1 to 5 are given names, Name 6 the family name or the name of an entity.
std::string whole_name(const HeadedTable& table) {
  std::string out;
  for (const char* column : {"Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"}) {
    const std::string part = table.cell(column);
    if (!part.empty()) out += (out.empty() ? "" : " ") + part;
  }
  return out;
}

NameKind kind_of(const std::string& type) {
  if (contains_word(type, "primary name variation")) return NameKind::Alias;
  if (contains_word(type, "primary")) return NameKind::Primary;
  return contains_word(type, "formerly") || contains_word(type, "fka") ? NameKind::Former
                                                                       : NameKind::Alias;
}

void add_once(std::vector<std::string>& to, const std::string& what) {
  if (!what.empty() && std::find(to.begin(), to.end(), what) == to.end()) to.push_back(what);
}

void add_name(ListEntry& entry, ListedName name) {
  if (name.text.empty()) return;
  for (ListedName& one : entry.names) {
    if (one.text != name.text) continue;
    if (name.kind == NameKind::Primary) one.kind = NameKind::Primary;
    return;
  }
  const bool first = name.kind == NameKind::Primary;
  entry.names.insert(first ? entry.names.begin() : entry.names.end(), std::move(name));
}

void add_ids(ListEntry& entry, const std::string& type, const std::string& numbers) {
  for (std::string& number : parts_of(numbers, "; ")) {
    const bool known = std::any_of(entry.ids.begin(), entry.ids.end(), [&](const ListedId& id) {
      return id.type == type && id.number == number;
    });
    if (!known) entry.ids.push_back({type, std::move(number), {}});
  }
}

void read_row(const HeadedTable& table, Countries& countries, ListEntry& entry) {
  const auto cell = [&](std::string_view column) { return table.cell(column); };
  const bool weak = contains_word(cell("Alias strength"), "low");
  add_name(entry, {whole_name(table), kind_of(cell("Name type")), weak});
  add_name(entry, {cell("Name non-latin script"), NameKind::OriginalScript});
  std::string street;
  for (const char* column : {"Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4",
                             "Address Line 5", "Address Line 6"}) {
    const std::string part = cell(column);
    if (!part.empty()) street += (street.empty() ? "" : ", ") + part;
  }
  ListedAddress address{std::move(street),
                        {},
                        {},
                        cell("Address Postal Code"),
                        countries.code(cell("Address Country"))};
  if (address != ListedAddress{} &&
      std::find(entry.addresses.begin(), entry.addresses.end(), address) == entry.addresses.end())
    entry.addresses.push_back(std::move(address));
  for (const std::string& born : parts_of(cell("D.O.B"), "; "))
    for (const std::string& day : read_births(born, DayOrder::DayFirst))
      add_once(entry.birth_dates, day);
  for (const std::string& nationality : parts_of(cell("Nationality(/ies)"), "; "))
    add_once(entry.countries, countries.code(nationality));
  add_once(entry.countries, countries.code(cell("Current believed flag of ship")));
  add_ids(entry, "Passport", cell("Passport number"));
  add_ids(entry, "National identifier", cell("National Identifier number"));
  add_ids(entry, "Business registration number", cell("Business registration number (s)"));
  add_ids(entry, "IMO", cell("IMO number"));
  add_once(entry.programs, cell("Regime Name"));
}

}  // namespace

Result<ReadLists> read_uk_csv(std::string_view bytes, const std::string& source) {
  ReadLists out;
  out.format = "uk-csv";
  PartyList& list = out.list(ListCode::Uk, list_title(ListCode::Uk));
  Delimited rows(bytes, ',');
  if (constexpr std::string_view report = "Report Date:"; bytes.starts_with(report)) {
    std::vector<std::string> row;
    rows.next(row);
    list.as_of = read_day(std::string_view(row[0]).substr(report.size()), DayOrder::DayFirst);
  }
  HeadedTable table(rows, source, out);
  Countries countries;
  std::unordered_map<std::string, std::size_t> by_id;
  while (table.next()) {
    const std::string id = table.cell("Unique ID");
    if (id.empty() || whole_name(table).empty()) {
      table.bad_row({msg::ListRowWithoutName, {}});
      continue;
    }
    const auto [at, is_new] = by_id.emplace(id, list.entries.size());
    if (is_new) {
      ListEntry& entry = list.entries.emplace_back();
      entry.id = id;
      entry.type = party_type_named(table.cell("Designation Type"));
      entry.from = read_day(table.cell("Date Designated"), DayOrder::DayFirst);
      entry.remarks = table.cell("Other Information");
    }
    read_row(table, countries, list.entries[at->second]);
  }
  return out;
}

}  // namespace licit
