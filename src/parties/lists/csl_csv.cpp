// The Consolidated Screening List as CSV: 29 columns by name, lists inside a cell joined by "; ",
// the fields of an address or an id by ", " (so that a comma inside a field cannot be told from
// one between two: the JSON is better where there is a choice).
#include "base/party_messages.h"
#include "parties/lists/csl_source.h"
#include "parties/lists/delimited.h"
#include "parties/lists/ofac.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

// "street, city, postal code, CN": the last field is the country where it is one.
ListedAddress address_of(const std::string& text, Countries& countries) {
  ListedAddress out{text, {}, {}, {}, {}};
  const std::size_t comma = text.rfind(", ");
  const std::string last = comma == std::string::npos ? text : text.substr(comma + 2);
  if (last.size() == 2) out.country = countries.code(last);
  if (out.country.empty()) return out;
  out.text = comma == std::string::npos ? std::string() : text.substr(0, comma);
  return out;
}

// "Passport, A1234, IR, 2001-01-01": type, number, country.
void add_id(ListEntry& entry, const std::string& text, Countries& countries) {
  const std::vector<std::string> fields = parts_of(text, ", ");
  if (fields.size() < 2) return;
  std::string country;
  if (fields.size() > 2 && fields[2].size() == 2) country = countries.code(fields[2]);
  add_ofac_id(entry, fields[0], fields[1], country);
}

ListEntry entry_of(const HeadedTable& table, std::string name, Countries& countries) {
  const auto cell = [&](std::string_view column) { return table.cell(column); };
  const auto list = [&](std::string_view column) { return parts_of(cell(column), "; "); };
  ListEntry entry;
  entry.id = cell("entity_number");
  entry.type = party_type_named(cell("type"));
  entry.names.push_back({std::move(name), NameKind::Primary});
  for (std::string& alias : list("alt_names"))
    entry.names.push_back({std::move(alias), NameKind::Alias});
  for (const std::string& address : list("addresses"))
    entry.addresses.push_back(address_of(address, countries));
  for (const std::string& id : list("ids")) add_id(entry, id, countries);
  for (const char* column : {"nationalities", "citizenships"})
    for (const std::string& country : list(column))
      if (const std::string& code = countries.code(country); !code.empty())
        entry.countries.push_back(code);
  for (const std::string& born : list("dates_of_birth"))
    for (std::string& day : read_births(born, DayOrder::MonthFirst))
      entry.birth_dates.push_back(std::move(day));
  entry.programs = list("programs");
  entry.requirement = cell("license_requirement");
  entry.policy = cell("license_policy");
  if (const auto from = read_day(cell("start_date"), DayOrder::MonthFirst)) entry.from = from;
  entry.until = read_day(cell("end_date"), DayOrder::MonthFirst);
  entry.citation = cell("federal_register_notice");
  entry.source_url = cell("source_list_url");
  entry.remarks = cell("remarks");
  return entry;
}

}  // namespace

Result<ReadLists> read_csl_csv(std::string_view bytes, const std::string& source) {
  ReadLists out;
  out.format = "csl-csv";
  HeadedTable table(Delimited(bytes, ','), source, out);
  Countries countries;
  while (table.next()) {
    if (clean(table.first()) == "_id") continue;  // the heading, once more
    std::string name = table.cell("name");
    const std::string from = table.cell("source");
    if (name.empty()) {
      table.bad_row({msg::ListRowWithoutName, {}});
      continue;
    }
    const ListCode code = csl_list(from);
    PartyList& list = out.list(code, code == ListCode::NonSdn ? list_title(code) : from);
    list.entries.push_back(entry_of(table, std::move(name), countries));
  }
  return out;
}

}  // namespace licit
