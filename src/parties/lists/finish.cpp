#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/party_messages.h"
#include "base/sha256.h"
#include "base/text.h"
#include "parties/lists/footnotes.h"
#include "parties/lists/reading.h"
#include "parties/lists/source_text.h"
#include "parties/lists/structure.h"

namespace licit {
namespace {

constexpr std::size_t longest_name = 2000;  // bytes; what is longer is no name

// Only these write more than a name into a name.
bool hides_structure(ListCode code) {
  return code == ListCode::EntityList || code == ListCode::MilitaryEndUser ||
         code == ListCode::Unverified || code == ListCode::Nonproliferation;
}

void add_once(std::vector<std::string>& to, const std::string& what) {
  if (!what.empty() && std::find(to.begin(), to.end(), what) == to.end()) to.push_back(what);
}

// Cut where it is longer than any name, at the end of a character.
bool cut_long(std::string& name) {
  if (name.size() <= longest_name) return false;
  std::size_t end = longest_name;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  name.resize(end);
  return true;
}

void names_once(ListEntry& entry) {
  std::vector<ListedName> kept;
  for (ListedName& name : entry.names) {
    if (name.text.empty()) continue;
    const auto same = std::find_if(kept.begin(), kept.end(),
                                   [&](const ListedName& one) { return one.text == name.text; });
    if (same == kept.end()) {
      kept.push_back(std::move(name));
    } else {
      same->weak = same->weak && name.weak;
    }
  }
  entry.names = std::move(kept);
}

void take_names_apart(ListEntry& entry, std::string& parent) {
  if (entry.names.empty()) return;
  TakenApart apart = take_apart(entry.names[0].text);
  entry.address_only = entry.address_only || apart.address_only;
  entry.successors = entry.successors || apart.successors;
  parent = apart.parent;
  if (apart.address_only) {
    if (entry.remarks.empty()) entry.remarks = entry.names[0].text;
    entry.names.clear();
    return;
  }
  std::vector<ListedName> names;
  names.push_back({apart.name, entry.names[0].kind, entry.names[0].weak});
  names.insert(names.end(), apart.others.begin(), apart.others.end());
  for (std::size_t i = 1; i < entry.names.size(); ++i) {
    const Bracketed bracket = take_bracket(entry.names[i].text);
    names.push_back({bracket.name, entry.names[i].kind, entry.names[i].weak});
    if (!bracket.inside.empty())
      names.push_back({bracket.inside, bracket.acronym ? NameKind::Acronym : NameKind::Alias});
  }
  entry.names = std::move(names);
}

// What an entry without an id of its authority is told from others by: its name as published and its
// countries, which outlive amendments of the entry.
std::string made_id(std::string_view published, const std::vector<std::string>& countries) {
  return sha256_hex(fold(published) + "\n" + joined(countries, ",")).substr(0, 12);
}

void finish(PartyList& list) {
  std::vector<std::string> parents(list.entries.size());
  std::unordered_map<std::string, int> seen;
  std::unordered_map<std::string, std::string> by_name;  // folded name, id
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    ListEntry& entry = list.entries[i];
    for (const ListedAddress& address : entry.addresses) add_once(entry.countries, address.country);
    std::string published = entry.names.empty() ? entry.remarks : entry.names[0].text;
    if (hides_structure(list.code)) take_names_apart(entry, parents[i]);
    names_once(entry);
    // All of it was the words that belong to a name: then it is the name.
    if (entry.names.empty() && !entry.address_only) entry.names.push_back({published});
    if (list.code == ListCode::EntityList && entry.footnotes == 0)
      entry.footnotes = footnotes_of(entry.requirement);
    if (entry.id.empty()) {
      std::vector<std::string> countries = entry.countries;
      std::sort(countries.begin(), countries.end());
      entry.id = made_id(published, countries);
    }
    // Rows that nothing else tells apart are counted.
    if (const int before = seen[entry.id]++; before > 0)
      entry.id += "-" + std::to_string(before + 1);
  }
  const bool any = std::any_of(parents.begin(), parents.end(),
                               [](const std::string& parent) { return !parent.empty(); });
  for (const ListEntry& entry : list.entries) {
    if (!any) break;
    for (const ListedName& name : entry.names)
      if (!name.weak) by_name.emplace(fold(name.text), entry.id);
  }
  for (std::size_t i = 0; i < list.entries.size(); ++i) {
    if (parents[i].empty()) continue;
    auto at = by_name.find(fold(parents[i]));
    if (at == by_name.end()) at = by_name.find(fold(take_bracket(parents[i]).name));
    if (at != by_name.end() && at->second != list.entries[i].id) {
      list.entries[i].parent = at->second;
    } else {
      std::string& remarks = list.entries[i].remarks;
      remarks += (remarks.empty() ? "" : "; ") + parents[i];
    }
  }
}

}  // namespace

void finish(ReadLists& read) {
  for (PartyList& list : read.lists) {
    for (ListEntry& entry : list.entries) {
      for (ListedName& name : entry.names) {
        const std::size_t length = name.text.size();
        if (cut_long(name.text))
          read.warn("P021", list.source, 0,
                    {msg::ListNameTooLong, {std::to_string(length), name.text.substr(0, 40)}});
      }
    }
    finish(list);
  }
}

std::string_view list_title(ListCode code) {
  switch (code) {
    case ListCode::EntityList:
      return "Entity List";
    case ListCode::MilitaryEndUser:
      return "Military End-User List";
    case ListCode::Unverified:
      return "Unverified List";
    case ListCode::DeniedPersons:
      return "Denied Persons List";
    case ListCode::Sdn:
      return "Specially Designated Nationals";
    case ListCode::NonSdn:
      return "OFAC non-SDN lists";
    case ListCode::Sectoral:
      return "Sectoral Sanctions Identifications List";
    case ListCode::NsCmic:
      return "Chinese Military-Industrial Complex Companies";
    case ListCode::Debarred:
      return "AECA Debarred List";
    case ListCode::Nonproliferation:
      return "Nonproliferation Sanctions";
    case ListCode::Section1260H:
      return "Section 1260H, Chinese military companies";
    case ListCode::Uk:
      return "UK Sanctions List";
    case ListCode::Eu:
      return "EU consolidated list";
    case ListCode::Un:
      return "UN Security Council Consolidated List";
    case ListCode::MofcomControl:
      return "出口管制管控名单 (MOFCOM)";
    case ListCode::MofcomUnreliable:
      return "不可靠实体清单 (MOFCOM)";
    case ListCode::Other:
      break;
  }
  return "other";
}

}  // namespace licit
