// What changed between two versions of a list, entry by entry: what is to be screened again, and what
// a person's resolution of a hit no longer rests on.
#pragma once

#include <string>
#include <vector>

#include "parties/lists/entry.h"

namespace licit {

enum class ListField : std::uint8_t {
  Name,
  Type,
  Address,
  Id,
  Country,
  Birth,
  Program,
  Requirement,
  Policy,
  Footnotes,
  Dates,
  Citation,
  Parent,
  Other,
};

// "name", "license-requirement"...: the word in JSON.
std::string_view field_word(ListField field);

// Of a field that is a list (names, addresses, ids...) one value that came or went: the other side is
// empty then.
struct FieldChange {
  ListField field;
  std::string before, after;
};

struct EntryChange {
  const ListEntry* before;
  const ListEntry* after;
  std::vector<FieldChange> fields;
};

// Points into the lists compared: they must outlive it.
struct ListDiff {
  std::vector<const ListEntry*> added, removed;
  std::vector<EntryChange> changed;
};

// By id; what is left on both sides, by the name where it stands for one entry on each.
ListDiff difference(const PartyList& before, const PartyList& after);

// An entry as one line of text.
std::string entry_title(const ListEntry& entry);

}  // namespace licit
