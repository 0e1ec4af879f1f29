#include "parties/owners/graph.h"

#include <algorithm>

#include "base/text.h"
#include "parties/names/nobody.h"

namespace licit {
namespace {

constexpr std::pair<StakeClass, std::string_view> classes[] = {
    {StakeClass::Both, "both"}, {StakeClass::Voting, "voting"}, {StakeClass::Capital, "capital"}};
constexpr std::pair<StakeKind, std::string_view> kinds[] = {
    {StakeKind::Direct, "direct"},
    {StakeKind::Nominee, "nominee"},
    {StakeKind::Trust, "trust"},
    {StakeKind::Indirect, "indirect"},
    {StakeKind::Consolidated, "consolidated"},
    {StakeKind::Ultimate, "ultimate"},
    {StakeKind::Control, "control"},
};

template <typename Table, typename Value>
std::string_view word_in(const Table& table, Value value) {
  for (const auto& [known, word] : table)
    if (known == value) return word;
  return "";
}

// Appends the key; false where the text is not ASCII, which takes longer.
bool ascii_key(std::string_view text, std::string& out) {
  bool gap = false;
  const std::size_t begin = out.size();
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (u >= 0x80) return false;
    const bool lower = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool upper = c >= 'A' && c <= 'Z';
    if (!lower && !upper) {
      gap = true;
      continue;
    }
    if (gap && out.size() > begin) out.push_back(' ');
    gap = false;
    out.push_back(upper ? static_cast<char>(c + ('a' - 'A')) : c);
  }
  return true;
}

void put_key(std::string_view text, std::string& out) {
  out.clear();
  if (!ascii_key(text, out)) out = joined(folded_words(text), " ");
  // Of signs only: as it is.
  if (out.empty()) out = text;
}

std::uint32_t hash_of(std::string_view key) {
  const std::size_t h = std::hash<std::string_view>{}(key);
  return static_cast<std::uint32_t>(h ^ (h >> 32));
}

}  // namespace

std::string_view word_of(StakeClass c) { return word_in(classes, c); }
std::string_view word_of(StakeKind kind) { return word_in(kinds, kind); }

std::optional<StakeClass> parse_stake_class(std::string_view word) {
  for (const auto& [c, known] : classes)
    if (known == word) return c;
  return {};
}

std::optional<StakeKind> parse_stake_kind(std::string_view word) {
  for (const auto& [kind, known] : kinds)
    if (known == word) return kind;
  return {};
}

std::string entity_key(std::string_view text) {
  std::string out;
  put_key(text, out);
  return out;
}

std::size_t OwnershipGraph::slot_of(std::string_view key, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].entity != 0) {
    if (slots_[at].hash == hash && key_of(entities_[slots_[at].entity - 1]) == key) break;
    at = (at + 1) & mask;
  }
  return at;
}

void OwnershipGraph::grow() {
  std::vector<Slot> old(std::max<std::size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.entity == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].entity != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

EntityId OwnershipGraph::entity(std::string_view text) {
  static thread_local std::string key;
  put_key(text, key);
  return entity_of(text, key, hash_of(key));
}

std::pair<EntityId, EntityId> OwnershipGraph::entities(std::string_view first,
                                                       std::string_view second) {
  static thread_local std::string key, other;
  put_key(first, key);
  put_key(second, other);
  const std::uint32_t hash = hash_of(key), other_hash = hash_of(other);
  if (!slots_.empty()) {
    // Among millions most of the time goes into waiting for memory: both wait at once.
    const std::size_t mask = slots_.size() - 1;
    __builtin_prefetch(&slots_[hash & mask]);
    __builtin_prefetch(&slots_[other_hash & mask]);
    fetch_ahead(hash);
    fetch_ahead(other_hash);
  }
  const EntityId id = entity_of(first, key, hash);
  return {id, entity_of(second, other, other_hash)};
}

// The entity that the hash most likely means.
void OwnershipGraph::fetch_ahead(std::uint32_t hash) const {
  const Slot& slot = slots_[hash & (slots_.size() - 1)];
  if (slot.entity != 0 && slot.hash == hash) __builtin_prefetch(&entities_[slot.entity - 1]);
}

EntityId OwnershipGraph::entity_of(std::string_view text, std::string_view key,
                                   std::uint32_t hash) {
  if ((entities_.size() + 1) * 3 > slots_.size() * 2) grow();
  Slot& slot = slots_[slot_of(key, hash)];
  if (slot.entity == 0) {
    entities_.push_back({texts_.size(), keys_.size(), static_cast<std::uint32_t>(text.size()),
                         static_cast<std::uint32_t>(key.size())});
    texts_.append(text);
    keys_.append(key);
    slot = {hash, static_cast<std::uint32_t>(entities_.size())};
  }
  return slot.entity - 1;
}

bool EntityNotes::say_name(std::string_view said) {
  constexpr std::size_t most_names = 16;
  if (said.empty() || said == name || more_names) return false;
  if (std::find(names_too.begin(), names_too.end(), said) != names_too.end()) return false;
  const bool nobody = names::names_nobody(said);
  if (name.empty() || (says_nobody && !nobody)) {
    name = said;
    says_nobody = nobody;
    return false;
  }
  if (nobody) return false;
  const std::string key = entity_key(said);
  const auto same = [&](const std::string& known) { return entity_key(known) == key; };
  if (same(name) || std::any_of(names_too.begin(), names_too.end(), same)) return false;
  more_names = names_too.size() == most_names;
  if (!more_names) names_too.emplace_back(said);
  return true;
}

bool EntityNotes::say_place(std::string& known, std::string_view said) {
  const auto upper = [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  };
  const bool same = std::equal(known.begin(), known.end(), said.begin(), said.end(),
                               [&](char a, char b) { return upper(a) == upper(b); });
  if (said.empty() || same || known == "?") return false;
  const bool otherwise = !known.empty();
  known = otherwise ? std::string_view("?") : said;
  return otherwise;
}

EntityId OwnershipGraph::add_unnamed(std::string_view text) {
  entities_.push_back({texts_.size(), keys_.size(), static_cast<std::uint32_t>(text.size()), 0});
  texts_.append(text);
  const auto id = static_cast<EntityId>(entities_.size() - 1);
  notes(id).unnamed = true;
  return id;
}

std::optional<EntityId> OwnershipGraph::find(std::string_view text) const {
  if (slots_.empty()) return {};
  const std::string key = entity_key(text);
  const Slot& slot = slots_[slot_of(key, hash_of(key))];
  if (slot.entity == 0) return {};
  return slot.entity - 1;
}

void OwnershipGraph::learn_names() const {
  if (names_known_) return;
  by_name_.clear();
  for (const auto& [id, notes] : notes_) {
    if (!notes.name.empty()) by_name_[entity_key(notes.name)].push_back(id);
    for (const std::string& name : notes.names_too) by_name_[entity_key(name)].push_back(id);
  }
  names_known_ = true;
}

bool OwnershipGraph::has_namesake(std::string_view name, EntityId id) const {
  constexpr std::size_t most_looked_at = 64;  // of more, one is surely another
  const EntityNotes* own = find_notes(id);
  const auto is_another = [&](EntityId other) {
    if (other == id) return false;
    const EntityNotes* theirs = find_notes(other);
    const bool apart = own != nullptr && theirs != nullptr && own->country.size() == 2 &&
                       theirs->country.size() == 2 && own->country != theirs->country;
    return !apart;
  };
  if (const auto found = find(name); found && is_another(*found)) return true;
  learn_names();
  const auto named = by_name_.find(entity_key(name));
  if (named == by_name_.end()) return false;
  const std::vector<EntityId>& ids = named->second;
  return ids.size() > most_looked_at || std::any_of(ids.begin(), ids.end(), is_another);
}

std::vector<EntityId> OwnershipGraph::named(std::string_view text) const {
  std::vector<EntityId> out;
  if (const auto found = find(text)) out.push_back(*found);
  learn_names();
  const auto named = by_name_.find(entity_key(text));
  if (named != by_name_.end()) out.insert(out.end(), named->second.begin(), named->second.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string_view OwnershipGraph::text(EntityId id) const {
  const Entity& e = entities_[id];
  return std::string_view(texts_).substr(e.text, e.text_size);
}

std::string_view OwnershipGraph::name(EntityId id) const {
  const EntityNotes* notes = find_notes(id);
  return notes != nullptr && !notes->name.empty() ? std::string_view(notes->name) : text(id);
}

const EntityNotes* OwnershipGraph::find_notes(EntityId id) const {
  if (notes_.empty()) return nullptr;
  const auto found = notes_.find(id);
  return found == notes_.end() ? nullptr : &found->second;
}

void OwnershipGraph::reserve(std::size_t stakes) { stakes_.reserve(stakes_.size() + stakes); }

std::uint16_t OwnershipGraph::source(std::string_view name) {
  const auto found = std::find(sources_.begin(), sources_.end(), name);
  if (found != sources_.end()) return static_cast<std::uint16_t>(found - sources_.begin());
  // Beyond what a stake can name, the last one stands for the rest.
  if (sources_.size() >= std::numeric_limits<std::uint16_t>::max())
    return static_cast<std::uint16_t>(sources_.size() - 1);
  sources_.emplace_back(name);
  return static_cast<std::uint16_t>(sources_.size() - 1);
}

std::vector<std::string> OwnershipGraph::nearest_texts(std::string_view text) const {
  // A graph of millions is not searched for a spelling.
  constexpr std::size_t most = 20'000;
  std::vector<std::string> known;
  for (EntityId id = 0; id < std::min(size(), most); ++id) {
    if (entities_[id].text_size > 200) continue;
    known.emplace_back(name(id));
  }
  return nearest(text, known, 3);
}

}  // namespace licit
