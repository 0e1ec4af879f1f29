// Snapshots that others made of official lists and that tests and benchmarks read: a compact form of
// the Consolidated Screening List, research lists of one authority each, and a hub's records. What a
// snapshot left out (addresses, alias strength) stays out.
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

std::string name_in_table(const array& table, const object& row, const char* key) {
  std::uint64_t index = 0;
  element text;
  if (row[key].get(index) != simdjson::SUCCESS) return {};
  return table.at(index).get(text) == simdjson::SUCCESS ? text_of(text) : std::string();
}

// Takes each row that is an object and has a name under `key`; the others are bad rows, but for those
// that `skip` knows to be no parties.
template <typename Take, typename Skip>
void each_named(const array& rows, const char* key, const std::string& source, ReadLists& out,
                const Take& take, const Skip& skip) {
  std::size_t number = 0;
  for (const element one : rows) {
    ++number;
    object row;
    const bool is_row = one.get(row) == simdjson::SUCCESS;
    if (is_row && skip(row)) continue;
    std::string name = is_row ? text_of(row, key) : std::string();
    if (name.empty()) {
      out.bad_row(source, 0, {msg::ListRowNoName, {std::to_string(number)}});
    } else {
      take(row, std::move(name));
    }
  }
}

bool skip_none(const object&) { return false; }

// {"tables": {"sources": [...], ...}, "entries": [{"n", "a", "s", "t", "c", "e", "lr", ...}]}
Result<ReadLists> read_compact_csl(const object& top, const std::string& source) {
  ReadLists out;
  out.format = "csl-compact";
  array sources, requirements, policies, programs, urls, rows;
  const auto table = [&](const char* name, array& into) {
    return top["tables"][name].get(into) == simdjson::SUCCESS;
  };
  if (!table("sources", sources) || !table("licenceRequirements", requirements) ||
      !table("licencePolicies", policies) || !table("programmes", programs) ||
      !table("urls", urls) || top["entries"].get(rows) != simdjson::SUCCESS) {
    Diagnostic why;
    why.code = "P003";
    why.place.file = source;
    why.message = {msg::ListNoRows, {"tables, entries"}};
    return why;
  }
  const auto as_of = read_day(text_of(top, "sourceGeneratedAt"), DayOrder::MonthFirst);
  Countries countries;
  const auto take = [&](const object& row, std::string name) {
    const std::string from = name_in_table(sources, row, "s");
    const ListCode code = csl_list(from);
    PartyList& list = out.list(code, code == ListCode::NonSdn ? list_title(code) : from);
    list.as_of = as_of;
    ListEntry entry;
    entry.id = text_of(row, "e");
    entry.type = party_type_named(text_of(row, "t"));
    entry.names.push_back({std::move(name), NameKind::Primary});
    for (std::string& alias : texts_of(row, "a"))
      entry.names.push_back({std::move(alias), NameKind::Alias});
    for (const std::string& country : texts_of(row, "c"))
      if (const std::string& known = countries.code(country); !known.empty())
        entry.countries.push_back(known);
    entry.programs = parts_of(name_in_table(programs, row, "pg"), "; ");
    entry.requirement = name_in_table(requirements, row, "lr");
    entry.policy = name_in_table(policies, row, "lp");
    entry.citation = text_of(row, "fr");
    entry.source_url = name_in_table(urls, row, "u");
    list.entries.push_back(std::move(entry));
  };
  each_named(rows, "n", source, out, take, skip_none);
  return out;
}

struct Known {
  std::string_view id;
  ListCode code;
};

constexpr Known research_lists[] = {{"bis-entity-list", ListCode::EntityList},
                                    {"bis-meu", ListCode::MilitaryEndUser},
                                    {"bis-dpl", ListCode::DeniedPersons},
                                    {"ofac-nscmic", ListCode::NsCmic},
                                    {"dow-1260h", ListCode::Section1260H},
                                    {"state-debarred-statutory", ListCode::Debarred},
                                    {"state-debarred-admin", ListCode::Debarred},
                                    {"state-nonproliferation", ListCode::Nonproliferation}};

// "USCC: 91110000MA005UCQ5P (China)" among remarks parted by "; ".
void read_uscc(ListEntry& entry) {
  for (const std::string& part : parts_of(entry.remarks, "; ")) {
    if (!part.starts_with("USCC: ")) continue;
    const std::string number = part.substr(6, part.find(' ', 6) - 6);
    entry.ids.push_back({"Unified Social Credit Code (USCC)", number, "CN"});
  }
}

// {"list_id", "extracted", "entities": [{"name", "aliases", "country", "address", ...}]}
Result<ReadLists> read_research_list(const object& top, const std::string& source) {
  ReadLists out;
  out.format = "research-json";
  const std::string id = text_of(top, "list_id");
  ListCode code = ListCode::Other;
  for (const Known& one : research_lists)
    if (one.id == id) code = one.code;
  PartyList& list = out.list(code, code == ListCode::Other ? id : list_title(code));
  list.as_of = read_day(text_of(top, "extracted"), DayOrder::MonthFirst);
  array rows;
  if (top["entities"].get(rows) != simdjson::SUCCESS) rows = array();
  Countries countries;
  const auto take = [&](const object& row, std::string name) {
    ListEntry entry;
    entry.names.push_back({std::move(name), NameKind::Primary});
    for (std::string& alias : texts_of(row, "aliases"))
      entry.names.push_back({std::move(alias), NameKind::Alias});
    const std::string row_country = countries.code(text_of(row, "country"));
    if (!row_country.empty()) entry.countries.push_back(row_country);
    const std::string address = text_of(row, "address");
    for (const std::string& part : parts_of(address, "; and ")) {
      const std::string found = country_at_end(countries, part);
      entry.addresses.push_back({part, {}, {}, {}, found.empty() ? row_country : found});
    }
    const std::string notes = text_of(row, "notes");
    (code == ListCode::EntityList ? entry.requirement : entry.remarks) = notes;
    read_uscc(entry);
    entry.from = read_day(text_of(row, "effective_date"), DayOrder::MonthFirst);
    entry.citation = text_of(row, "federal_register");
    list.entries.push_back(std::move(entry));
  };
  each_named(rows, "name", source, out, take, skip_none);
  return out;
}

ListCode hub_list(const std::string& id, const object& row) {
  if (id == "ofac-sls")
    return text_of(row, "sourceList") == "SDN" ? ListCode::Sdn : ListCode::NonSdn;
  if (id == "uk-sanctions") return ListCode::Uk;
  if (id == "china-control-entities") return ListCode::MofcomControl;
  if (id == "china-unreliable-entity") return ListCode::MofcomUnreliable;
  return ListCode::Other;
}

ListEntry hub_entry(const object& row, Countries& countries, std::string name) {
  ListEntry entry;
  entry.id = text_of(row, "recordId");
  entry.type = party_type_named(text_of(row, "entityType") + text_of(row, "designationType"));
  entry.names.push_back({std::move(name), NameKind::Primary});
  // MOFCOM announces names in Chinese; the English one is a foreign party's own.
  if (const std::string english = text_of(row, "entityNameEn"); !english.empty())
    entry.names.push_back({english, NameKind::Translation});
  for (std::string& alias : texts_of(row, "aliases"))
    entry.names.push_back({std::move(alias), NameKind::Alias});
  for (std::string& original : texts_of(row, "namesNonLatin"))
    entry.names.push_back({std::move(original), NameKind::OriginalScript});
  const std::string country = countries.code(text_of(row, "countryCode"));
  for (const std::string& address : texts_of(row, "addresses")) {
    const std::string found = country_at_end(countries, address);
    entry.addresses.push_back(
        {address, {}, {}, text_of(row, "postalCode"), found.empty() ? country : found});
  }
  if (!country.empty()) entry.countries.push_back(country);
  entry.programs = texts_of(row, "programs");
  for (std::string& regime : texts_of(row, "regimes")) entry.programs.push_back(std::move(regime));
  array ids;
  if (row["identificationNumbers"].get(ids) == simdjson::SUCCESS) {
    for (const element one : ids) {
      object id;
      if (one.get(id) != simdjson::SUCCESS) continue;
      add_ofac_id(entry, text_of(id, "type"), text_of(id, "number"),
                  countries.code(text_of(id, "country")));
    }
  }
  entry.requirement = text_of(row, "restrictionSummary");
  entry.citation = text_of(row, "noticeNumber");
  entry.source_url = text_of(row, "sourceUrl");
  entry.from = read_day(text_of(row, "effectiveFrom"), DayOrder::MonthFirst);
  if (!entry.from) entry.from = read_day(text_of(row, "designatedOn"), DayOrder::DayFirst);
  return entry;
}

// {"sourceId", "metadata": {"sourceUpdatedAt"}, "records": [{"recordId", "entityName", ...}]}
Result<ReadLists> read_hub(const object& top, const std::string& source) {
  ReadLists out;
  out.format = "hub-json";
  const std::string id = text_of(top, "sourceId");
  std::optional<Date> as_of;
  std::string_view updated;
  if (top["metadata"]["sourceUpdatedAt"].get(updated) == simdjson::SUCCESS) {
    // "Fri, 07 Aug 2026 18:36:56 GMT / ..." or a day alone.
    const std::size_t comma = updated.find(", ");
    const std::string_view day =
        comma == std::string_view::npos ? updated : updated.substr(comma + 2, 11);
    as_of = read_day(day, DayOrder::DayFirst);
  }
  array rows;
  if (top["records"].get(rows) != simdjson::SUCCESS) rows = array();
  Countries countries;
  // Rows without a party are the notices that announced the others.
  const auto is_notice = [](const object& row) {
    std::string_view unused;
    return row["entityName"].get(unused) == simdjson::NO_SUCH_FIELD &&
           !text_of(row, "noticeNumber").empty();
  };
  const auto take = [&](const object& row, std::string name) {
    ListEntry entry = hub_entry(row, countries, std::move(name));
    ListCode code = hub_list(id, row);
    if (code == ListCode::NonSdn) code = non_sdn_list(entry.programs);
    PartyList& list = out.list(code, code == ListCode::Other ? id : list_title(code));
    list.as_of = as_of;
    list.entries.push_back(std::move(entry));
  };
  each_named(rows, "entityName", source, out, take, is_notice);
  return out;
}

}  // namespace

Result<ReadLists> read_snapshot_json(std::string_view bytes, const std::string& source) {
  simdjson::dom::parser parser;
  const auto root = parse_json(parser, bytes, source);
  if (!root) return root.errors();
  object top;
  element unused;
  if (root->get(top) == simdjson::SUCCESS) {
    if (top["tables"].get(unused) == simdjson::SUCCESS) return read_compact_csl(top, source);
    if (top["list_id"].get(unused) == simdjson::SUCCESS) return read_research_list(top, source);
    if (top["sourceId"].get(unused) == simdjson::SUCCESS) return read_hub(top, source);
  }
  Diagnostic why;
  why.code = "P003";
  why.place.file = source;
  why.message = {msg::ListUnknownFormat, {}};
  why.help = {{msg::ListFormatsHelp, {}}};
  return why;
}

}  // namespace licit
