#include "parties/lists/list_diff.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace licit {
namespace {

std::string text_of(const ListedName& name) { return name.text + (name.weak ? " (weak)" : ""); }
std::string text_of(const std::string& text) { return text; }

std::string text_of(const ListedAddress& address) {
  std::vector<std::string> parts;
  for (const std::string* part :
       {&address.text, &address.city, &address.region, &address.postal, &address.country})
    if (!part->empty()) parts.push_back(*part);
  return joined(parts, ", ");
}

std::string text_of(const ListedId& id) {
  return id.type + " " + id.number + (id.country.empty() ? "" : " (" + id.country + ")");
}

std::string footnotes_text(std::uint16_t footnotes) {
  std::vector<std::string> numbers;
  for (unsigned n = 1; n < 16; ++n)
    if ((footnotes >> n) & 1U) numbers.push_back(std::to_string(n));
  return joined(numbers, ", ");
}

std::string dates_text(const ListEntry& entry) {
  return (entry.from ? entry.from->iso() : "") + ".." + (entry.until ? entry.until->iso() : "");
}

std::string_view type_text(PartyType type) {
  constexpr std::string_view words[] = {"", "entity", "person", "vessel", "aircraft"};
  return words[static_cast<std::size_t>(type)];
}

// What is on one side only, whatever the order.
template <typename T>
void compare_lists(ListField field, const std::vector<T>& before, const std::vector<T>& after,
                   std::vector<FieldChange>& out) {
  if (before == after) return;
  std::vector<std::string> old_texts, new_texts;
  for (const T& one : before) old_texts.push_back(text_of(one));
  for (const T& one : after) new_texts.push_back(text_of(one));
  const auto lacks = [](const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) == texts.end();
  };
  for (const std::string& text : old_texts)
    if (lacks(new_texts, text)) out.push_back({field, text, {}});
  for (const std::string& text : new_texts)
    if (lacks(old_texts, text)) out.push_back({field, {}, text});
}

void compare_texts(ListField field, std::string_view before, std::string_view after,
                   std::vector<FieldChange>& out) {
  if (before != after) out.push_back({field, std::string(before), std::string(after)});
}

std::vector<FieldChange> changes(const ListEntry& a, const ListEntry& b) {
  std::vector<FieldChange> out;
  if (a == b) return out;
  compare_lists(ListField::Name, a.names, b.names, out);
  compare_texts(ListField::Type, type_text(a.type), type_text(b.type), out);
  compare_lists(ListField::Address, a.addresses, b.addresses, out);
  compare_lists(ListField::Id, a.ids, b.ids, out);
  compare_lists(ListField::Country, a.countries, b.countries, out);
  compare_lists(ListField::Birth, a.birth_dates, b.birth_dates, out);
  compare_lists(ListField::Program, a.programs, b.programs, out);
  compare_texts(ListField::Requirement, a.requirement, b.requirement, out);
  compare_texts(ListField::Policy, a.policy, b.policy, out);
  compare_texts(ListField::Footnotes, footnotes_text(a.footnotes), footnotes_text(b.footnotes),
                out);
  compare_texts(ListField::Dates, dates_text(a), dates_text(b), out);
  compare_texts(ListField::Citation, a.citation, b.citation, out);
  compare_texts(ListField::Parent, a.parent, b.parent, out);
  compare_texts(ListField::Other, a.remarks, b.remarks, out);
  return out;
}

using Entries = std::vector<const ListEntry*>;

// Entries of the same title, one on each side: an id made of the countries changes with them.
void pair_by_name(Entries& removed, Entries& added, std::vector<EntryChange>& changed) {
  std::unordered_map<std::string, std::pair<Entries, Entries>> by_title;
  for (const ListEntry* entry : removed) by_title[fold(entry_title(*entry))].first.push_back(entry);
  for (const ListEntry* entry : added) by_title[fold(entry_title(*entry))].second.push_back(entry);
  const auto paired = [&](const ListEntry* entry) {
    const auto& [olds, news] = by_title[fold(entry_title(*entry))];
    return olds.size() == 1 && news.size() == 1;
  };
  for (const ListEntry* entry : removed)
    if (paired(entry)) {
      const ListEntry* after = by_title[fold(entry_title(*entry))].second[0];
      auto fields = changes(*entry, *after);
      if (!fields.empty()) changed.push_back({entry, after, std::move(fields)});
    }
  std::erase_if(removed, paired);
  std::erase_if(added, paired);
}

}  // namespace

std::string_view field_word(ListField field) {
  constexpr std::string_view words[] = {"name",  "type",     "address",     "id",     "country",
                                        "birth", "program",  "requirement", "policy", "footnotes",
                                        "dates", "citation", "parent",      "remarks"};
  return words[static_cast<std::size_t>(field)];
}

std::string entry_title(const ListEntry& entry) {
  if (!entry.names.empty()) return entry.names[0].text;
  return entry.remarks + (entry.addresses.empty() ? "" : ": " + text_of(entry.addresses[0]));
}

ListDiff difference(const PartyList& before, const PartyList& after) {
  ListDiff out;
  std::unordered_map<std::string_view, const ListEntry*> old_entries;
  for (const ListEntry& entry : before.entries) old_entries.emplace(entry.id, &entry);
  for (const ListEntry& entry : after.entries) {
    const auto at = old_entries.find(entry.id);
    if (at == old_entries.end()) {
      out.added.push_back(&entry);
      continue;
    }
    auto fields = changes(*at->second, entry);
    if (!fields.empty()) out.changed.push_back({at->second, &entry, std::move(fields)});
    old_entries.erase(at);
  }
  for (const ListEntry& entry : before.entries)
    if (old_entries.contains(entry.id)) out.removed.push_back(&entry);
  pair_by_name(out.removed, out.added, out.changed);
  return out;
}

}  // namespace licit
