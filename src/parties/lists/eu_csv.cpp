// The EU consolidated list as CSV (semicolons, a row for each name, address, birth date or document of
// an entity), and EU annexes transcribed from the Official Journal (commas, a row a designation).
#include <algorithm>
#include <unordered_map>

#include "base/party_messages.h"
#include "parties/lists/csl_source.h"
#include "parties/lists/delimited.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

void add_once(std::vector<std::string>& to, const std::string& what) {
  if (!what.empty() && std::find(to.begin(), to.end(), what) == to.end()) to.push_back(what);
}

void read_row(const HeadedTable& table, Countries& countries, ListEntry& entry) {
  const auto cell = [&](std::string_view column) { return table.cell(column); };
  std::string name = cell("NameAlias_WholeName");
  if (name.empty())
    name = clean(cell("NameAlias_FirstName") + " " + cell("NameAlias_MiddleName") + " " +
                 cell("NameAlias_LastName"));
  const bool known = std::any_of(entry.names.begin(), entry.names.end(),
                                 [&](const ListedName& one) { return one.text == name; });
  if (!name.empty() && !known) {
    const NameKind kind = entry.names.empty() ? NameKind::Primary : NameKind::Alias;
    entry.names.push_back({std::move(name), kind, cell("NameAlias_Strong") == "false"});
  }
  ListedAddress address{cell("Address_Street"), cell("Address_City"), cell("Address_Region"),
                        cell("Address_ZipCode"), countries.code(cell("Address_CountryIso2Code"))};
  if (address != ListedAddress{} &&
      std::find(entry.addresses.begin(), entry.addresses.end(), address) == entry.addresses.end())
    entry.addresses.push_back(std::move(address));
  add_once(entry.countries, countries.code(cell("Citizenship_CountryIso2Code")));
  std::string born = cell("BirthDate_BirthDate");
  if (born.empty()) born = cell("BirthDate_Year");
  for (const std::string& day : read_births(born, DayOrder::DayFirst))
    add_once(entry.birth_dates, day);
  ListedId id{cell("Identification_TypeDescription"), cell("Identification_Number"),
              countries.code(cell("Identification_CountryIso2Code"))};
  if (!id.number.empty() && std::find(entry.ids.begin(), entry.ids.end(), id) == entry.ids.end())
    entry.ids.push_back(std::move(id));
  std::string program = cell("Entity_Regulation_Programme");
  if (program.empty()) program = cell("Entity_Programme");
  add_once(entry.programs, program);
}

// Cells of a transcribed annex: values parted by ";", quoted where a value has one.
std::vector<std::string> values(const std::string& cell) {
  if (cell.find(';') == std::string::npos) {
    return cell.empty() ? std::vector<std::string>{} : std::vector<std::string>{cell};
  }
  // A blank may stand before a value's quote.
  std::string tight;
  for (std::size_t i = 0; i < cell.size(); ++i)
    if (cell[i] != ' ' || i == 0 || cell[i - 1] != ';') tight += cell[i];
  Delimited row(tight, ';');
  std::vector<std::string> out;
  row.next(out);
  for (std::string& value : out) value = clean(value);
  std::erase(out, "");
  return out;
}

constexpr std::pair<const char*, const char*> journal_ids[] = {
    {"passportNumber", "Passport"},
    {"registrationNumber", "Registration number"},
    {"taxNumber", "Tax number"},
    {"idNumber", "Identification number"},
    {"innCode", "INN"},
    {"ogrnCode", "OGRN"},
    {"kppCode", "KPP"},
    {"okpoCode", "OKPO"},
    {"leiCode", "LEI"},
    {"swiftBic", "SWIFT/BIC"},
    {"imoNumber", "IMO"},
    {"mmsi", "MMSI"}};

ListEntry journal_entry(const HeadedTable& table, Countries& countries) {
  const auto cell = [&](std::string_view column) { return table.cell(column); };
  ListEntry entry;
  const std::string framework =
      table.has("celex") ? cell("celex") : cell("amendedCelex") + "/" + cell("amendmentCelex");
  if (const std::string id = cell("recordId"); !id.empty())
    entry.id = framework + "-" + cell("annex") + "-" + id;
  entry.type = party_type_named(cell("schema"));
  entry.names.push_back({cell("name"), NameKind::Primary});
  for (std::string& name : values(cell("alias")))
    entry.names.push_back({std::move(name), NameKind::Alias});
  for (std::string& name : values(cell("weakAlias")))
    entry.names.push_back({std::move(name), NameKind::Alias, true});
  for (std::string& name : values(cell("previousName")))
    entry.names.push_back({std::move(name), NameKind::Former});
  for (const char* column : {"country", "nationality", "jurisdiction", "flag"})
    for (const std::string& country : values(cell(column)))
      add_once(entry.countries, countries.code(country));
  for (std::string& address : values(cell("address"))) {
    std::string country = country_at_end(countries, address);
    entry.addresses.push_back({std::move(address), {}, {}, {}, std::move(country)});
  }
  for (const auto& [column, type] : journal_ids)
    for (std::string& number : values(cell(column)))
      entry.ids.push_back({type, std::move(number), {}});
  for (const std::string& born : values(cell("birthDate")))
    for (const std::string& day : read_births(born, DayOrder::DayFirst))
      add_once(entry.birth_dates, day);
  entry.programs = {cell("programKey")};
  entry.requirement = cell("measure");
  entry.from = read_day(cell("startDate"), DayOrder::DayFirst);
  entry.citation = framework;
  entry.remarks = cell("notes");
  return entry;
}

}  // namespace

Result<ReadLists> read_eu_csv(std::string_view bytes, const std::string& source) {
  ReadLists out;
  out.format = "eu-csv";
  PartyList& list = out.list(ListCode::Eu, list_title(ListCode::Eu));
  HeadedTable table(Delimited(bytes, ';'), source, out);
  Countries countries;
  std::unordered_map<std::string, std::size_t> by_id;
  while (table.next()) {
    std::string id = table.cell("Entity_EU_ReferenceNumber");
    if (id.empty()) id = table.cell("Entity_LogicalId");
    if (id.empty()) {
      table.bad_row({msg::ListRowNoId, {}});
      continue;
    }
    if (!list.as_of) list.as_of = read_day(table.cell("fileGenerationDate"), DayOrder::DayFirst);
    const auto [at, is_new] = by_id.emplace(id, list.entries.size());
    if (is_new) {
      ListEntry& entry = list.entries.emplace_back();
      entry.id = id;
      entry.type = party_type_named(table.cell("Entity_SubjectType") + " " +
                                    table.cell("Entity_SubjectType_ClassificationCode"));
      entry.from = read_day(table.cell("Entity_DesignationDate"), DayOrder::DayFirst);
      entry.citation = table.cell("Entity_Regulation_NumberTitle");
      entry.source_url = table.cell("Entity_Regulation_PublicationUrl");
      entry.remarks = table.cell("Entity_Remark");
    }
    read_row(table, countries, list.entries[at->second]);
  }
  // An entity of which no row had a name.
  std::erase_if(list.entries, [&](const ListEntry& entry) {
    if (!entry.names.empty()) return false;
    out.bad_row(source, 0, {msg::ListEntryWithoutName, {entry.id}});
    return true;
  });
  return out;
}

Result<ReadLists> read_eu_journal(std::string_view bytes, const std::string& source) {
  ReadLists out;
  out.format = "eu-journal";
  PartyList& list = out.list(ListCode::Eu, list_title(ListCode::Eu));
  HeadedTable table(Delimited(bytes, ','), source, out);
  Countries countries;
  while (table.next()) {
    if (table.cell("name").empty()) {
      table.bad_row({msg::ListRowWithoutName, {}});
      continue;
    }
    list.entries.push_back(journal_entry(table, countries));
  }
  return out;
}

}  // namespace licit
