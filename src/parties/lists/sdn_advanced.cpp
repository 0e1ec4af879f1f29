// OFAC's SDN_ADVANCED.XML (and CONS_ADVANCED.XML): names in their own scripts, the quality of each
// alias, documents, and who owns or controls whom. Nearly everything is a number that the reference
// sets at the beginning explain.
#include <algorithm>
#include <unordered_map>

#include "base/party_messages.h"
#include "parties/lists/csl_source.h"
#include "parties/lists/ofac.h"
#include "parties/lists/readers.h"
#include "parties/lists/source_text.h"
#include "parties/lists/xml_text.h"

namespace licit {
namespace {

using Words = std::unordered_map<std::string, std::string>;  // by ID

struct Reference {
  Words alias_types, part_types, scripts, features, documents, lists, relations, party_types;
  Words countries;      // alpha-2 by ID
  Words subtype_party;  // PartyType's ID by PartySubType's
  std::unordered_map<std::string, ListedAddress> locations;
};

Words words_of(const pugi::xml_node& sets, const char* set, const char* element) {
  Words out;
  for (const pugi::xml_node& one : children_of(child_of(sets, set), element))
    out.emplace(attribute_text(one, "ID"), clean(one.text().get()));
  return out;
}

const std::string& word(const Words& words, const std::string& id) {
  static const std::string none;
  const auto at = words.find(id);
  return at == words.end() ? none : at->second;
}

// A place's parts by what they are; "CITY" and "ADDRESS1" are of the published schema.
void read_locations(const pugi::xml_node& root, const Words& part_types, Reference& out) {
  for (const pugi::xml_node& location : children_of(child_of(root, "Locations"), "Location")) {
    ListedAddress read;
    read.country =
        word(out.countries, attribute_text(child_of(location, "LocationCountry"), "CountryID"));
    for (const pugi::xml_node& part : children_of(location, "LocationPart")) {
      const std::string& type = word(part_types, attribute_text(part, "LocPartTypeID"));
      const std::string text = child_text(child_of(part, "LocationPartValue"), "Value");
      if (contains_word(type, "address")) {
        read.text += (read.text.empty() ? "" : ", ") + text;
      } else if (contains_word(type, "city")) {
        read.city = text;
      } else if (contains_word(type, "postal")) {
        read.postal = text;
      } else if (contains_word(type, "state") || contains_word(type, "region")) {
        read.region = text;
      }
    }
    out.locations.emplace(attribute_text(location, "ID"), std::move(read));
  }
}

Reference read_reference(const pugi::xml_node& root, Countries& countries) {
  const pugi::xml_node sets = child_of(root, "ReferenceValueSets");
  Reference out;
  out.alias_types = words_of(sets, "AliasTypeValues", "AliasType");
  out.part_types = words_of(sets, "NamePartTypeValues", "NamePartType");
  out.scripts = words_of(sets, "ScriptValues", "Script");
  out.features = words_of(sets, "FeatureTypeValues", "FeatureType");
  out.documents = words_of(sets, "IDRegDocTypeValues", "IDRegDocType");
  out.lists = words_of(sets, "ListValues", "List");
  out.relations = words_of(sets, "RelationTypeValues", "RelationType");
  out.party_types = words_of(sets, "PartyTypeValues", "PartyType");
  for (const pugi::xml_node& one : children_of(child_of(sets, "CountryValues"), "Country")) {
    std::string code = countries.code(attribute_text(one, "ISO2"));
    if (code.empty()) code = countries.code(clean(one.text().get()));
    out.countries.emplace(attribute_text(one, "ID"), std::move(code));
  }
  for (const pugi::xml_node& one :
       children_of(child_of(sets, "PartySubTypeValues"), "PartySubType")) {
    const std::string& party = word(out.party_types, attribute_text(one, "PartyTypeID"));
    // A vessel and an aircraft are subtypes of a transport.
    out.subtype_party.emplace(attribute_text(one, "ID"), clean(one.text().get()) + " " + party);
  }
  read_locations(root, words_of(sets, "LocPartTypeValues", "LocPartType"), out);
  return out;
}

bool family_first(const std::string& script) {
  return contains_word(script, "han") || contains_word(script, "chinese") ||
         contains_word(script, "japan") || contains_word(script, "hangul") ||
         contains_word(script, "korea");
}

// The parts of a name as it is spoken: OFAC writes the family name first.
std::string name_of(const pugi::xml_node& documented, const Words& groups,
                    const Reference& reference, std::string& script) {
  std::string given, family;
  for (const pugi::xml_node& part : children_of(documented, "DocumentedNamePart")) {
    const pugi::xml_node value = child_of(part, "NamePartValue");
    const std::string text = clean(value.text().get());
    if (text.empty()) continue;
    const std::string& id = attribute_text(value, "ScriptID");
    if (!id.empty()) script = word(reference.scripts, id);
    const std::string& type =
        word(reference.part_types, word(groups, attribute_text(value, "NamePartGroupID")));
    std::string& to = contains_word(type, "last name") ? family : given;
    to += (to.empty() ? "" : " ") + text;
  }
  if (family_first(script)) return clean(family + " " + given);
  return clean(given + " " + family);
}

void read_names(const pugi::xml_node& identity, const Reference& reference, ListEntry& entry) {
  Words groups;  // part type by group
  for (const pugi::xml_node& master :
       children_of(child_of(identity, "NamePartGroups"), "MasterNamePartGroup"))
    for (const pugi::xml_node& group : children_of(master, "NamePartGroup"))
      groups.emplace(attribute_text(group, "ID"), attribute_text(group, "NamePartTypeID"));
  for (const pugi::xml_node& alias : children_of(identity, "Alias")) {
    const bool primary = attribute_text(alias, "Primary") == "true";
    const bool weak = attribute_text(alias, "LowQuality") == "true";
    const std::string& type = word(reference.alias_types, attribute_text(alias, "AliasTypeID"));
    bool first = true;
    for (const pugi::xml_node& documented : children_of(alias, "DocumentedName")) {
      std::string script;
      std::string text = name_of(documented, groups, reference, script);
      if (text.empty()) continue;
      NameKind kind = type.starts_with("F.K.A") ? NameKind::Former : NameKind::Alias;
      if (primary && first) kind = NameKind::Primary;
      if (!script.empty() && !contains_word(script, "latin")) kind = NameKind::OriginalScript;
      ListedName name{std::move(text), kind, weak};
      entry.names.insert(kind == NameKind::Primary ? entry.names.begin() : entry.names.end(),
                         std::move(name));
      first = false;
    }
  }
}

std::string day_in(const pugi::xml_node& point) {
  const std::string year = child_text(point, "Year");
  if (year.empty()) return {};
  const auto two = [](const std::string& text) { return text.size() == 1 ? "0" + text : text; };
  return year + "-" + two(child_text(point, "Month")) + "-" + two(child_text(point, "Day"));
}

// A period from the first to the last day of a year is that year.
void read_birth(const pugi::xml_node& period, ListEntry& entry) {
  const std::string from = day_in(child_of(child_of(period, "Start"), "From"));
  const std::string to = day_in(child_of(child_of(period, "End"), "To"));
  if (from.size() < 4) return;
  const std::string text = to.empty() || from == to ? from
                           : from.substr(0, 4) == to.substr(0, 4)
                               ? from.substr(0, 4)
                               : from.substr(0, 4) + " " + to.substr(0, 4);
  for (std::string& day : read_births(text, DayOrder::DayFirst))
    entry.birth_dates.push_back(std::move(day));
}

void read_feature(const pugi::xml_node& feature, const Reference& reference, ListEntry& entry) {
  const std::string& type = word(reference.features, attribute_text(feature, "FeatureTypeID"));
  for (const pugi::xml_node& version : children_of(feature, "FeatureVersion")) {
    if (contains_word(type, "birthdate")) {
      read_birth(child_of(version, "DatePeriod"), entry);
      continue;
    }
    for (const pugi::xml_node& at : children_of(version, "VersionLocation")) {
      const auto location = reference.locations.find(attribute_text(at, "LocationID"));
      if (location == reference.locations.end()) continue;
      if (contains_word(type, "nationality") || contains_word(type, "citizenship")) {
        if (!location->second.country.empty()) entry.countries.push_back(location->second.country);
      } else if (type == "Location" && location->second != ListedAddress{}) {
        entry.addresses.push_back(location->second);
      }
    }
    if (std::string detail = child_text(version, "VersionDetail"); !detail.empty())
      add_ofac_id(entry, type, std::move(detail), {});
  }
}

void read_documents(const pugi::xml_node& root, const Reference& reference,
                    const std::unordered_map<std::string, std::size_t>& by_identity,
                    std::vector<ListEntry>& entries) {
  for (const pugi::xml_node& one : children_of(child_of(root, "IDRegDocuments"), "IDRegDocument")) {
    const auto at = by_identity.find(attribute_text(one, "IdentityID"));
    if (at == by_identity.end()) continue;
    add_ofac_id(entries[at->second],
                word(reference.documents, attribute_text(one, "IDRegDocTypeID")),
                child_text(one, "IDRegistrationNo"),
                word(reference.countries, attribute_text(one, "IssuedBy-CountryID")));
  }
}

// The list, the programs (comments of measures) and the day of each profile.
void read_sanctions(const pugi::xml_node& root, const Reference& reference,
                    const std::unordered_map<std::string, std::size_t>& by_profile,
                    std::vector<ListEntry>& entries, std::vector<std::string>& lists) {
  for (const pugi::xml_node& one :
       children_of(child_of(root, "SanctionsEntries"), "SanctionsEntry")) {
    const auto at = by_profile.find(attribute_text(one, "ProfileID"));
    if (at == by_profile.end()) continue;
    ListEntry& entry = entries[at->second];
    lists[at->second] = word(reference.lists, attribute_text(one, "ListID"));
    for (const pugi::xml_node& measure : children_of(one, "SanctionsMeasure"))
      if (std::string program = child_text(measure, "Comment"); !program.empty())
        entry.programs.push_back(std::move(program));
    for (const pugi::xml_node& event : children_of(one, "EntryEvent")) {
      const auto day = Date::parse(day_in(child_of(event, "Date")));
      if (day && (!entry.from || *day < *entry.from)) entry.from = day;
    }
  }
}

// "From is owned or controlled by To"; the first such owner is the parent.
void read_owners(const pugi::xml_node& root, const Reference& reference,
                 const std::unordered_map<std::string, std::size_t>& by_profile,
                 std::vector<ListEntry>& entries) {
  for (const pugi::xml_node& one :
       children_of(child_of(root, "ProfileRelationships"), "ProfileRelationship")) {
    const std::string& type = word(reference.relations, attribute_text(one, "RelationTypeID"));
    if (!contains_word(type, "owned or controlled") || attribute_text(one, "Former") == "true")
      continue;
    const auto from = by_profile.find(attribute_text(one, "From-ProfileID"));
    const auto to = by_profile.find(attribute_text(one, "To-ProfileID"));
    if (from == by_profile.end() || to == by_profile.end() || from == to) continue;
    if (entries[from->second].parent.empty()) entries[from->second].parent = entries[to->second].id;
  }
}

}  // namespace

Result<ReadLists> read_sdn_advanced(std::string_view bytes, const std::string& source) {
  pugi::xml_document document;
  if (const auto parsed = parse_xml(document, bytes, source); !parsed.ok()) return parsed.errors();
  ReadLists out;
  out.format = "ofac-advanced";
  const pugi::xml_node root = document.document_element();
  Countries countries;
  const Reference reference = read_reference(root, countries);
  const auto as_of = Date::parse(day_in(child_of(root, "DateOfIssue")));
  std::vector<ListEntry> entries;
  std::unordered_map<std::string, std::size_t> by_profile, by_identity;
  for (const pugi::xml_node& party :
       children_of(child_of(root, "DistinctParties"), "DistinctParty")) {
    const pugi::xml_node profile = child_of(party, "Profile");
    ListEntry entry;
    entry.id = attribute_text(profile, "ID");
    if (entry.id.empty()) entry.id = attribute_text(party, "FixedRef");
    entry.type =
        party_type_named(word(reference.subtype_party, attribute_text(profile, "PartySubTypeID")));
    const auto identities = children_of(profile, "Identity");
    for (const pugi::xml_node& identity : identities) read_names(identity, reference, entry);
    if (entry.names.empty()) {
      out.bad_row(source, line_of(party, bytes), {msg::ListRowWithoutName, {}});
      continue;
    }
    for (const pugi::xml_node& holder : {profile, party})
      for (const pugi::xml_node& feature : children_of(holder, "Feature"))
        read_feature(feature, reference, entry);
    for (const pugi::xml_node& identity : identities)
      by_identity.emplace(attribute_text(identity, "ID"), entries.size());
    by_profile.emplace(entry.id, entries.size());
    entries.push_back(std::move(entry));
  }
  std::vector<std::string> lists(entries.size());
  read_documents(root, reference, by_identity, entries);
  read_sanctions(root, reference, by_profile, entries, lists);
  read_owners(root, reference, by_profile, entries);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool sdn = lists[i].empty() ? !is_non_sdn_program(entries[i].programs)
                                      : contains_word(lists[i], "SDN List");
    const ListCode code = sdn ? ListCode::Sdn : non_sdn_list(entries[i].programs);
    PartyList& list = out.list(code, list_title(code));
    list.as_of = as_of;
    list.entries.push_back(std::move(entries[i]));
  }
  return out;
}

}  // namespace licit
