#include "parties/lists/starter_names.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace licit {
namespace {

// Short names and numbers are shared by chance.
constexpr std::size_t least_name = 6;
constexpr std::size_t least_number = 8;

bool tells(const ListedName& name) {
  return name.kind != NameKind::Acronym && !name.weak && fold(name.text).size() >= least_name;
}

// Empty where the number tells nothing.
std::string number_key(const ListedId& id) {
  const std::string number = fold(id.number);
  return number.size() < least_number ? std::string() : "#" + number;
}

void add_names(ListEntry& to, const ListEntry& from) {
  for (const ListedName& name : from.names) {
    const std::string folded = fold(name.text);
    const bool has = std::any_of(to.names.begin(), to.names.end(), [&](const ListedName& known) {
      return fold(known.text) == folded;
    });
    // The weak ones stay weak; an acronym by itself is no name to find a party by.
    if (!has && name.kind != NameKind::Acronym)
      to.names.push_back({name.text, NameKind::Starter, name.weak});
  }
}

}  // namespace

std::size_t add_starter_names(PartyList& whole, const PartyList& starter) {
  std::unordered_map<std::string, std::vector<std::size_t>> entries;
  for (std::size_t i = 0; i < whole.entries.size(); ++i) {
    for (const ListedName& name : whole.entries[i].names)
      if (tells(name)) entries[fold(name.text)].push_back(i);
    for (const ListedId& id : whole.entries[i].ids)
      if (const std::string key = number_key(id); !key.empty()) entries[key].push_back(i);
  }
  std::size_t met = 0;
  for (const ListEntry& known : starter.entries) {
    std::vector<std::size_t> same;
    const auto look = [&](const std::string& key) {
      const auto found = entries.find(key);
      if (found != entries.end())
        same.insert(same.end(), found->second.begin(), found->second.end());
    };
    for (const ListedName& name : known.names)
      if (tells(name)) look(fold(name.text));
    for (const ListedId& id : known.ids) look(number_key(id));
    std::sort(same.begin(), same.end());
    same.erase(std::unique(same.begin(), same.end()), same.end());
    for (const std::size_t i : same) add_names(whole.entries[i], known);
    met += same.empty() ? 0U : 1U;
  }
  return met;
}

}  // namespace licit
