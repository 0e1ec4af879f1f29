// Who holds what of whom: entities, and the stakes between them, each with its days, its share and
// where it was read. Built by the readers (read.h), then only looked at. An entity is known by the
// text that the file has for it (a name or an identifier); spellings that differ only in case,
// accents, spaces and punctuation are the same entity.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "parties/owners/share.h"

namespace licit {

using EntityId = std::uint32_t;

// What the share is a share of: a rule asks whether votes or capital reach its threshold.
enum class StakeClass : std::uint8_t { Both, Voting, Capital };

enum class StakeKind : std::uint8_t {
  Direct,
  Nominee,       // held in somebody's name for another: may count, never surely
  Trust,         // held on trust: the same
  Indirect,      // through others; beside direct stakes it would count twice, so never surely
  Consolidated,  // consolidates its accounts: a parent of an unknown share
  Ultimate,      // the ultimate of those
  Control,       // a board, a contract: no share at all
};
std::string_view word_of(StakeClass c);
std::string_view word_of(StakeKind kind);
std::optional<StakeClass> parse_stake_class(std::string_view word);
std::optional<StakeKind> parse_stake_kind(std::string_view word);

// Half-open days, as in the law: the first day on which it holds, the first on which it no longer
// does.
inline constexpr std::int32_t since_ever = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t for_ever = std::numeric_limits<std::int32_t>::max();

struct Stake {
  EntityId owner = 0;
  EntityId owned = 0;
  Share share;
  std::int32_t from = since_ever;
  std::int32_t until = for_ever;
  std::uint32_t line = 0;    // of its file, from 1
  std::uint16_t source = 0;  // of OwnershipGraph::sources
  StakeClass of = StakeClass::Both;
  StakeKind kind = StakeKind::Direct;

  bool holds_on(Date day) const { return from <= day.days() && day.days() < until; }
};

// What is known of an entity besides its stakes; most have none of it.
struct EntityNotes {
  std::string name;                    // where the key is an identifier
  std::vector<std::string> names_too;  // said of it elsewhere: it may be any of them
  std::string country;  // alpha-2, under whose law it is organized; "?" where it is said twice
  std::string hq;       // alpha-2, headquarters; the same
  bool person = false;  // a natural person: nobody owns it
  bool entity = false;  // some row says that it is none
  // Whoever it is, the files do not name it: it may be anybody. Counts as long as there is no name.
  bool unnamed = false;
  bool says_nobody = false;  // the name is a word in the place of one ("unknown"), kept for showing
  bool is_nameless() const { return (unnamed && name.empty()) || says_nobody; }
  bool more_names = false;  // said to have more names than are kept: who it is is open
  // Each keeps what another line says otherwise, and returns whether one does. Nothing is said by "".
  bool say_name(std::string_view said);
  bool say_country(std::string_view said) { return say_place(country, said); }
  bool say_hq(std::string_view said) { return say_place(hq, said); }
  bool operator==(const EntityNotes&) const = default;

 private:
  static bool say_place(std::string& known, std::string_view said);
};

class OwnershipGraph {
 public:
  // The entity of that text; added where it is new.
  EntityId entity(std::string_view text);
  // The entities of two texts, as an owner and what it owns: quicker than one after the other.
  std::pair<EntityId, EntityId> entities(std::string_view first, std::string_view second);
  std::optional<EntityId> find(std::string_view text) const;
  // A new entity that is not named; `text` is for showing and is not found.
  EntityId add_unnamed(std::string_view text);
  // Every entity of that text or that name, in order. The index of names is built when first asked
  // for: not thread-safe until then.
  std::vector<EntityId> named(std::string_view text) const;
  // Whether another entity is of that text or that name; not one of another country, where both are known.
  bool has_namesake(std::string_view name, EntityId id) const;

  std::string_view text(EntityId id) const;  // as the file has it
  std::string_view name(EntityId id) const;  // its name, else the text
  std::size_t size() const { return entities_.size(); }

  EntityNotes& notes(EntityId id) {
    names_known_ = false;
    return notes_[id];
  }
  const EntityNotes* find_notes(EntityId id) const;
  const std::unordered_map<EntityId, EntityNotes>& all_notes() const { return notes_; }

  void add(const Stake& stake) { stakes_.push_back(stake); }
  std::span<const Stake> stakes() const { return stakes_; }
  Stake& stake(std::size_t index) { return stakes_[index]; }
  void reserve(std::size_t stakes);

  // The number of a file, address or register that stakes are read from.
  std::uint16_t source(std::string_view name);
  const std::vector<std::string>& sources() const { return sources_; }

  // The known texts nearest to one that is not known, for messages.
  std::vector<std::string> nearest_texts(std::string_view text) const;

 private:
  struct Entity {
    std::uint64_t text = 0;  // where it starts in texts_
    std::uint64_t key = 0;   // in keys_
    std::uint32_t text_size = 0;
    std::uint32_t key_size = 0;
  };
  std::string_view key_of(const Entity& e) const {
    return std::string_view(keys_).substr(e.key, e.key_size);
  }
  void learn_names() const;
  std::size_t slot_of(std::string_view key, std::uint32_t hash) const;
  EntityId entity_of(std::string_view text, std::string_view key, std::uint32_t hash);
  void fetch_ahead(std::uint32_t hash) const;
  void grow();

  std::vector<Entity> entities_;
  std::string texts_, keys_;
  // Open addressing: the hash beside the entity plus one; 0 is free.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entity = 0;
  };
  std::vector<Slot> slots_;
  std::unordered_map<EntityId, EntityNotes> notes_;
  mutable std::unordered_map<std::string, std::vector<EntityId>> by_name_;
  mutable bool names_known_ = false;
  std::vector<Stake> stakes_;
  std::vector<std::string> sources_;
};

// How an entity's text is compared: words, folded, with one space between them.
std::string entity_key(std::string_view text);

}  // namespace licit
