// The EU consolidated list of financial sanctions, XML 1.1: <export><sanctionEntity>, names and
// addresses as attributes.
#include <algorithm>

#include "base/party_messages.h"
#include "parties/lists/csl_source.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"
#include "parties/lists/xml_text.h"

namespace licit {
namespace {

std::string whole_name(const pugi::xml_node& alias) {
  std::string whole = attribute_text(alias, "wholeName");
  if (!whole.empty()) return whole;
  for (const char* part : {"firstName", "middleName", "lastName"}) {
    const std::string text = attribute_text(alias, part);
    if (!text.empty()) whole += (whole.empty() ? "" : " ") + text;
  }
  return whole;
}

// "00" stands for a country that is not known.
std::string country_of(const pugi::xml_node& node, Countries& countries) {
  return countries.code(attribute_text(node, "countryIso2Code"));
}

void add_once(std::vector<std::string>& to, const std::string& what) {
  if (!what.empty() && std::find(to.begin(), to.end(), what) == to.end()) to.push_back(what);
}

void read_party(const pugi::xml_node& node, Countries& countries, ListEntry& entry) {
  for (const pugi::xml_node& address : children_of(node, "address")) {
    ListedAddress read{attribute_text(address, "street"), attribute_text(address, "city"),
                       attribute_text(address, "region"), attribute_text(address, "zipCode"),
                       country_of(address, countries)};
    if (read != ListedAddress{}) entry.addresses.push_back(std::move(read));
  }
  for (const pugi::xml_node& citizenship : children_of(node, "citizenship"))
    add_once(entry.countries, country_of(citizenship, countries));
  for (const pugi::xml_node& born : children_of(node, "birthdate")) {
    std::string text = attribute_text(born, "birthdate");
    if (text.empty()) text = attribute_text(born, "year");
    for (const std::string& day : read_births(text, DayOrder::DayFirst))
      add_once(entry.birth_dates, day);
  }
  for (const pugi::xml_node& id : children_of(node, "identification")) {
    // Known to be false: evidence of nothing.
    if (attribute_text(id, "knownFalse") == "true") continue;
    std::string type = attribute_text(id, "identificationTypeDescription");
    if (type.empty()) type = attribute_text(id, "identificationTypeCode");
    const std::string number = attribute_text(id, "number");
    if (!number.empty()) entry.ids.push_back({type, number, country_of(id, countries)});
  }
  for (const pugi::xml_node& regulation : children_of(node, "regulation")) {
    add_once(entry.programs, attribute_text(regulation, "programme"));
    if (entry.citation.empty()) entry.citation = attribute_text(regulation, "numberTitle");
    if (entry.source_url.empty()) entry.source_url = child_text(regulation, "publicationUrl");
    if (!entry.from)
      entry.from = read_day(attribute_text(regulation, "entryIntoForceDate"), DayOrder::DayFirst);
  }
  if (const auto day = read_day(attribute_text(node, "designationDate"), DayOrder::DayFirst))
    entry.from = day;
  entry.remarks = child_text(node, "remark");
}

}  // namespace

Result<ReadLists> read_eu_xml(std::string_view bytes, const std::string& source) {
  ReadLists out;
  XmlList opened;
  const XmlForm form{"eu-xml", ListCode::Eu, "export", "generationDate"};
  if (const auto open = open_xml_list(bytes, source, form, opened, out); !open.ok())
    return open.errors();
  PartyList& list = out.lists.front();
  Countries countries;
  for (const pugi::xml_node& node : children_of(opened.root, "sanctionEntity")) {
    ListEntry entry;
    for (const pugi::xml_node& alias : children_of(node, "nameAlias")) {
      std::string name = whole_name(alias);
      if (name.empty()) continue;
      const NameKind kind = entry.names.empty() ? NameKind::Primary : NameKind::Alias;
      entry.names.push_back({std::move(name), kind, attribute_text(alias, "strong") == "false"});
    }
    if (entry.names.empty()) {
      out.bad_row(source, line_of(node, bytes), {msg::ListRowWithoutName, {}});
      continue;
    }
    entry.id = attribute_text(node, "euReferenceNumber");
    if (entry.id.empty()) entry.id = attribute_text(node, "logicalId");
    entry.type = party_type_named(attribute_text(child_of(node, "subjectType"), "code"));
    read_party(node, countries, entry);
    list.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace licit
