// The Consolidated Screening List as JSON: {"results": [{"source", "name", "alt_names", ...}]}.
#include "base/party_messages.h"
#include "parties/lists/csl_source.h"
#include "parties/lists/json_text.h"
#include "parties/lists/ofac.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// BIS and State give no number of their own: `id` is then a hash of the content, which changes
// whenever the entry does, and is no identity.
std::string id_of(const object& row) { return text_of(row, "entity_number"); }

void read_addresses(const object& row, Countries& countries, ListEntry& entry) {
  array list;
  if (row["addresses"].get(list) != simdjson::SUCCESS) return;
  for (const element one : list) {
    object address;
    if (one.get(address) != simdjson::SUCCESS) continue;
    ListedAddress read{text_of(address, "address"), text_of(address, "city"),
                       text_of(address, "state"), text_of(address, "postal_code"),
                       countries.code(text_of(address, "country"))};
    if (read != ListedAddress{}) entry.addresses.push_back(std::move(read));
  }
}

void read_ids(const object& row, Countries& countries, ListEntry& entry) {
  array list;
  if (row["ids"].get(list) != simdjson::SUCCESS) return;
  for (const element one : list) {
    object id;
    if (one.get(id) != simdjson::SUCCESS) continue;
    add_ofac_id(entry, text_of(id, "type"), text_of(id, "number"),
                countries.code(text_of(id, "country")));
  }
}

ListEntry entry_of(const object& row, Countries& countries, std::string name) {
  ListEntry entry;
  entry.id = id_of(row);
  entry.type = party_type_named(text_of(row, "type"));
  entry.names.push_back({std::move(name), NameKind::Primary});
  for (std::string& alias : texts_of(row, "alt_names"))
    entry.names.push_back({std::move(alias), NameKind::Alias});
  read_addresses(row, countries, entry);
  read_ids(row, countries, entry);
  for (const char* key : {"nationalities", "citizenships"}) {
    for (const std::string& country : texts_of(row, key))
      if (const std::string& code = countries.code(country); !code.empty())
        entry.countries.push_back(code);
  }
  for (const std::string& born : texts_of(row, "dates_of_birth"))
    for (std::string& day : read_births(born, DayOrder::MonthFirst))
      entry.birth_dates.push_back(std::move(day));
  entry.programs = texts_of(row, "programs");
  entry.requirement = text_of(row, "license_requirement");
  entry.policy = text_of(row, "license_policy");
  entry.from = read_day(text_of(row, "start_date"), DayOrder::MonthFirst);
  entry.until = read_day(text_of(row, "end_date"), DayOrder::MonthFirst);
  entry.citation = text_of(row, "federal_register_notice");
  entry.source_url = text_of(row, "source_list_url");
  entry.remarks = text_of(row, "remarks");
  return entry;
}

}  // namespace

Result<ReadLists> read_csl_json(std::string_view bytes, const std::string& source) {
  simdjson::dom::parser parser;
  const auto root = parse_json(parser, bytes, source);
  if (!root) return root.errors();
  ReadLists out;
  out.format = "csl-json";
  array rows;
  if ((*root)["results"].get(rows) != simdjson::SUCCESS) {
    Diagnostic why;
    why.code = "P003";
    why.place.file = source;
    why.message = {msg::ListNoRows, {"results"}};
    return why;
  }
  std::optional<Date> as_of;
  object top;
  if (root->get(top) == simdjson::SUCCESS)
    as_of = read_day(text_of(top, "search_performed_at"), DayOrder::MonthFirst);
  Countries countries;
  std::size_t number = 0;
  for (const element one : rows) {
    ++number;
    object row;
    if (one.get(row) != simdjson::SUCCESS) {
      out.bad_row(source, 0, {msg::ListRowNotObject, {std::to_string(number)}});
      continue;
    }
    std::string name = text_of(row, "name");
    const std::string from = text_of(row, "source");
    if (name.empty()) {
      out.bad_row(source, 0, {msg::ListRowNoName, {std::to_string(number)}});
      continue;
    }
    const ListCode code = csl_list(from);
    PartyList& list = out.list(code, code == ListCode::NonSdn ? list_title(code) : from);
    list.as_of = as_of;
    list.entries.push_back(entry_of(row, countries, std::move(name)));
  }
  return out;
}

}  // namespace licit
