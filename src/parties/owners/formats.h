// The readers by format, for read.cpp alone: each adds what it reads to the graph and what is wrong to
// the complaints.
#pragma once

#include <optional>
#include <string_view>

#include "parties/owners/complaints.h"
#include "parties/owners/read.h"

namespace licit {

// A file while it is read, and what becomes of it.
struct OwnersFile {
  std::string_view bytes, name;
  std::uint16_t source;
  OwnershipGraph& graph;
  OwnersRead& read;
  Complaints& complaints;
  ShareUnit unit = ShareUnit::Unstated;
  // Of the shares: how many are 1 or less, the first of them, and whether any shows that percent is
  // meant.
  std::size_t small = 0, first_at = 0;
  std::string first;
  bool is_percent = false;
  std::size_t unnamed = 0;  // owners that the file says not to name
};

void read_owners_csv(OwnersFile& file);
void read_owners_json(OwnersFile& file);
void read_owners_bods(OwnersFile& file);
void read_gleif(OwnersFile& file);

// What the file says of an entity: its name, place and headquarters, and whether it is a natural person. Said
// otherwise elsewhere, that is said (P234) and nothing is chosen. "yes", "no" and their like; other words are a fault
// (P235) and no person. A legal form is of no person.
struct SaidOf {
  std::string_view name, country, hq;
  std::string_view person;  // "" where nothing is said
};
void note_said(EntityId id, const SaidOf& said, std::size_t at, OwnersFile& file);
void note_person(OwnershipGraph& graph, EntityId id, std::optional<bool> person);
// The share of a stake, complaining where it makes none: unknown then.
Share share_of(std::string_view text, std::size_t at, OwnersFile& file);
// A stake of the two, whose share is not read yet; nothing, with a complaint, where nobody is owned. An
// owner called "?", "-" or "unknown" is somebody unnamed, as is one called nothing (P214).
std::optional<Stake> stake_between(std::string_view owner, std::string_view owned, std::size_t at,
                                   std::uint32_t line, std::string_view source, OwnersFile& file);
// Its class and its kind by their words; empty ones leave it as it is.
void put_words(std::string_view of, std::size_t of_at, std::string_view kind, std::size_t kind_at,
               OwnersFile& file, Stake& stake);
// A day, or how one begins ("2019-05-16T00:00:00Z"); since ever (for ever) where there is none, with a
// complaint where there was something.
std::int32_t day_of(std::string_view text, std::int32_t otherwise, std::size_t at,
                    Complaints& complaints);
// Adds it, complaining of one that owns itself or ends before it begins, which is kept without days.
void add_stake(Stake stake, std::size_t at, OwnersFile& file);

}  // namespace licit
