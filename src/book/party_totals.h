// What came of the parties of a whole book: how many names were possible matches, and which lists
// they were looked up on.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "book/party_lookup.h"
#include "book/party_owners.h"

namespace licit {

inline constexpr std::size_t lookups = 8;  // of Lookup

// A name that is a possible match, or listed.
struct PartyTally {
  std::string name;
  Lookup lookup = Lookup::Open;
  std::string list, entry, matched;  // of its best hit: code, id, the listed name
  std::uint16_t score = 0;
  std::uint64_t lines = 0;
};

struct ScreenedTally {
  // Names of parties with each outcome, and the lines that name them; a name with one outcome on one
  // day and another on another counts in both. What another writes otherwise is another name.
  std::array<std::uint64_t, lookups> names{}, lines{};
  // More names than are told apart: `names` says at least so many.
  bool more_names = false;
  std::uint64_t lines_looked_up = 0;
  std::vector<PartyTally> found;  // most lines first, the first hundred
  std::vector<IndexedList> asked;
};

// What came of the owners of parties: "entity-list", "none", "open band".
struct OwnersTally {
  std::string outcome;
  std::uint64_t names = 0, lines = 0;  // as above
};

class PartyTotals {
 public:
  // The parties of one line.
  void add(std::span<const LookedUpParty> parties);
  void add(std::span<const OwnedPartyPtr> owners);
  bool is_empty() const { return tally_.lines_looked_up == 0; }
  ScreenedTally tally() const;
  std::vector<OwnersTally> owners() const;

 private:
  void add_lists(const NameIndex& index, const AskedLists* lists);

  ScreenedTally tally_;
  std::unordered_map<std::string, std::uint8_t> outcomes_;  // bits of Lookup, by name
  std::unordered_map<std::string, PartyTally> found_;
  std::vector<const AskedLists*> seen_;
  struct Owned {
    std::uint64_t lines = 0;
    std::unordered_set<std::string> names;  // so many at most
  };
  std::map<std::string, Owned> owned_;
};

}  // namespace licit
