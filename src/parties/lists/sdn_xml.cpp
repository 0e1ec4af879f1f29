// OFAC's SDN.XML and CONSOLIDATED.XML, where the strength of an alias is said.
#include "base/party_messages.h"
#include "parties/lists/csl_source.h"
#include "parties/lists/ofac.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"
#include "parties/lists/xml_text.h"

namespace licit {
namespace {

std::string whole_name(const pugi::xml_node& node) {
  return clean(child_text(node, "firstName") + " " + child_text(node, "lastName"));
}

void read_addresses(const pugi::xml_node& node, Countries& countries, ListEntry& entry) {
  for (const pugi::xml_node& address : children_of(child_of(node, "addressList"), "address")) {
    std::string street;
    for (const char* part : {"address1", "address2", "address3"}) {
      const std::string text = child_text(address, part);
      if (!text.empty()) street += (street.empty() ? "" : ", ") + text;
    }
    ListedAddress read{std::move(street), child_text(address, "city"),
                       child_text(address, "stateOrProvince"), child_text(address, "postalCode"),
                       countries.code(child_text(address, "country"))};
    if (read != ListedAddress{}) entry.addresses.push_back(std::move(read));
  }
}

void read_vessel(const pugi::xml_node& node, Countries& countries, ListEntry& entry) {
  const pugi::xml_node vessel = child_of(node, "vesselInfo");
  if (!vessel) return;
  if (std::string sign = child_text(vessel, "callSign"); !sign.empty())
    entry.ids.push_back({"Vessel Call Sign", std::move(sign), {}});
  if (const std::string& flag = countries.code(child_text(vessel, "vesselFlag")); !flag.empty())
    entry.countries.push_back(flag);
}

ListEntry entry_of(const pugi::xml_node& node, Countries& countries, std::string name) {
  ListEntry entry;
  entry.id = child_text(node, "uid");
  entry.type = party_type_named(child_text(node, "sdnType"));
  entry.names.push_back({std::move(name), NameKind::Primary});
  for (const pugi::xml_node& aka : children_of(child_of(node, "akaList"), "aka")) {
    const std::string type = child_text(aka, "type");
    entry.names.push_back({whole_name(aka),
                           type.starts_with("f.k.a") ? NameKind::Former : NameKind::Alias,
                           child_text(aka, "category") == "weak"});
  }
  for (const pugi::xml_node& program : children_of(child_of(node, "programList"), "program"))
    entry.programs.push_back(clean(program.text().get()));
  read_addresses(node, countries, entry);
  for (const pugi::xml_node& id : children_of(child_of(node, "idList"), "id"))
    add_ofac_id(entry, child_text(id, "idType"), child_text(id, "idNumber"),
                countries.code(child_text(id, "idCountry")));
  for (const auto& [group, item] :
       {std::pair{"nationalityList", "nationality"}, std::pair{"citizenshipList", "citizenship"}}) {
    for (const pugi::xml_node& one : children_of(child_of(node, group), item))
      if (const std::string& code = countries.code(child_text(one, "country")); !code.empty())
        entry.countries.push_back(code);
  }
  for (const pugi::xml_node& born :
       children_of(child_of(node, "dateOfBirthList"), "dateOfBirthItem"))
    for (std::string& day : read_births(child_text(born, "dateOfBirth"), DayOrder::DayFirst))
      entry.birth_dates.push_back(std::move(day));
  read_vessel(node, countries, entry);
  entry.remarks = child_text(node, "remarks");
  return entry;
}

}  // namespace

Result<ReadLists> read_sdn_xml(std::string_view bytes, const std::string& source) {
  pugi::xml_document document;
  if (const auto parsed = parse_xml(document, bytes, source); !parsed.ok()) return parsed.errors();
  ReadLists out;
  out.format = "ofac-xml";
  const pugi::xml_node root = child_of(document, "sdnList");
  const auto as_of = read_day(child_text(child_of(root, "publshInformation"), "Publish_Date"),
                              DayOrder::MonthFirst);
  Countries countries;
  std::vector<ListEntry> entries;
  std::size_t other = 0;  // on a list that is not the SDN list
  for (const pugi::xml_node& node : children_of(root, "sdnEntry")) {
    std::string name = whole_name(node);
    if (name.empty()) {
      out.bad_row(source, line_of(node, bytes), {msg::ListRowWithoutName, {}});
      continue;
    }
    entries.push_back(entry_of(node, countries, std::move(name)));
    if (!entries.back().programs.empty() && is_non_sdn_program(entries.back().programs)) ++other;
  }
  const bool sdn = other * 2 <= entries.size();
  for (ListEntry& entry : entries) {
    const ListCode code = sdn ? ListCode::Sdn : non_sdn_list(entry.programs);
    PartyList& list = out.list(code, list_title(code));
    list.as_of = as_of;
    list.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace licit
