// The consolidated list of the UN Security Council.
#include "base/party_messages.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"
#include "parties/lists/xml_text.h"

namespace licit {
namespace {

// The parts of a name stand in up to four elements.
std::string whole_name(const pugi::xml_node& node) {
  std::string out;
  for (const char* part : {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"}) {
    const std::string text = child_text(node, part);
    if (!text.empty()) out += (out.empty() ? "" : " ") + text;
  }
  return out;
}

void read_aliases(const pugi::xml_node& node, const char* element, ListEntry& entry) {
  for (const pugi::xml_node& alias : children_of(node, element)) {
    const std::string quality = child_text(alias, "QUALITY");
    const bool weak = quality == "Low";
    const NameKind kind = quality.starts_with("f.k.a") ? NameKind::Former : NameKind::Alias;
    // Several may share an element, parted by semicolons.
    for (std::string& name : parts_of(child_text(alias, "ALIAS_NAME"), ";"))
      entry.names.push_back({std::move(name), kind, weak});
  }
}

void read_births(const pugi::xml_node& node, ListEntry& entry) {
  for (const pugi::xml_node& born : children_of(node, "INDIVIDUAL_DATE_OF_BIRTH")) {
    const std::string from = child_text(born, "FROM_YEAR"), to = child_text(born, "TO_YEAR");
    std::string text = child_text(born, "DATE");
    if (text.empty()) text = child_text(born, "YEAR");
    if (text.empty() && !from.empty() && !to.empty()) text.append(from).append(" to ").append(to);
    for (std::string& day : licit::read_births(text, DayOrder::DayFirst))
      entry.birth_dates.push_back(std::move(day));
  }
}

void read_addresses(const pugi::xml_node& node, const char* element, Countries& countries,
                    ListEntry& entry) {
  for (const pugi::xml_node& address : children_of(node, element)) {
    ListedAddress read{child_text(address, "STREET"), child_text(address, "CITY"),
                       child_text(address, "STATE_PROVINCE"), child_text(address, "ZIP_CODE"),
                       countries.code(child_text(address, "COUNTRY"))};
    if (read != ListedAddress{}) entry.addresses.push_back(std::move(read));
  }
}

void read_documents(const pugi::xml_node& node, Countries& countries, ListEntry& entry) {
  for (const pugi::xml_node& document : children_of(node, "INDIVIDUAL_DOCUMENT")) {
    std::string number = child_text(document, "NUMBER");
    if (number.empty()) continue;
    std::string country = child_text(document, "ISSUING_COUNTRY");
    if (country.empty()) country = child_text(document, "COUNTRY_OF_ISSUE");
    entry.ids.push_back(
        {child_text(document, "TYPE_OF_DOCUMENT"), std::move(number), countries.code(country)});
  }
}

void read_party(const pugi::xml_node& node, PartyType type, Countries& countries,
                ListEntry& entry) {
  const bool person = type == PartyType::Person;
  entry.type = type;
  entry.id = child_text(node, "REFERENCE_NUMBER");
  if (entry.id.empty()) entry.id = child_text(node, "DATAID");
  if (const std::string original = child_text(node, "NAME_ORIGINAL_SCRIPT"); !original.empty())
    entry.names.push_back({original, NameKind::OriginalScript});
  read_aliases(node, person ? "INDIVIDUAL_ALIAS" : "ENTITY_ALIAS", entry);
  read_addresses(node, person ? "INDIVIDUAL_ADDRESS" : "ENTITY_ADDRESS", countries, entry);
  read_births(node, entry);
  read_documents(node, countries, entry);
  for (const pugi::xml_node& nationality : children_of(node, "NATIONALITY"))
    for (const pugi::xml_node& value : children_of(nationality, "VALUE"))
      if (const std::string& code = countries.code(clean(value.text().get())); !code.empty())
        entry.countries.push_back(code);
  entry.programs = {child_text(node, "UN_LIST_TYPE")};
  entry.from = read_day(child_text(node, "LISTED_ON"), DayOrder::DayFirst);
  entry.remarks = child_text(node, "COMMENTS1");
}

}  // namespace

Result<ReadLists> read_un_xml(std::string_view bytes, const std::string& source) {
  ReadLists out;
  XmlList opened;
  const XmlForm form{"un-xml", ListCode::Un, "CONSOLIDATED_LIST", "dateGenerated"};
  if (const auto open = open_xml_list(bytes, source, form, opened, out); !open.ok())
    return open.errors();
  PartyList& list = out.lists.front();
  Countries countries;
  const auto read_all = [&](const char* group, const char* element, PartyType type) {
    for (const pugi::xml_node& node : children_of(child_of(opened.root, group), element)) {
      ListEntry entry;
      std::string name = whole_name(node);
      if (name.empty()) {
        out.bad_row(source, line_of(node, bytes), {msg::ListRowWithoutName, {}});
        continue;
      }
      entry.names.push_back({std::move(name), NameKind::Primary});
      read_party(node, type, countries, entry);
      list.entries.push_back(std::move(entry));
    }
  };
  read_all("INDIVIDUALS", "INDIVIDUAL", PartyType::Person);
  read_all("ENTITIES", "ENTITY", PartyType::Entity);
  return out;
}

}  // namespace licit
