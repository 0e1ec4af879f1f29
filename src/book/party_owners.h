// Who owns the parties that a transaction names, as facts of the law with their doubt: from the
// shareholdings that somebody gave, with owners that are listed as he said or found by their names on
// the lists that stood on the day. What is not known of the owners stays unknown; nobody is cleared by
// an owner who was not looked up.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "book/names_on_lists.h"
#include "book/party_lookup.h"
#include "facts/places.h"
#include "parties/owners/owner_facts.h"
#include "parties/owners/read.h"

namespace licit {

// What somebody gave. The graph must not change while owners are looked up.
struct OwnersGiven {
  OwnershipGraph graph;
  ListedOwners listed;
  bool dropped = false;  // a row that was not read: nobody is cleared by the others
  bool unmet = false;  // a listed owner that the shareholdings do not know: nobody is cleared of it
};

// An owner that stands on a list, or may.
struct OwnerMatch {
  EntityId owner = 0;  // of OwnersAbove::graph
  bool certain = false;
  std::string list, entry, matched;  // code, id; empty as given: the listed name
  std::uint16_t score = 0;           // 0 as given
};

// A party and all who hold something of it, directly or through others, on a day.
struct OwnersAbove {
  OwnershipGraph graph;  // of them alone
  EntityId party = 0;
  std::optional<StakesOn> stakes;
  ListedOwners listed;
  std::vector<OwnerMatch> matches;
  OwnerAssessment assessment;          // of the BIS rule on that day
  std::vector<std::string> missing;    // codes of lists that count and were not asked whole
  std::vector<std::string> namesakes;  // owners whose name another entity of the files bears
};

struct OwnedParty {
  std::string role, name;
  OwnersOpen open = OwnersOpen::NotInGraph;
  std::vector<std::string> at_least, at_most;  // words of the law between which the truth lies
  std::vector<TransactionField> stated;        // the facts that follow
  // What the files say of the party itself: words of `<role>.listings`, and that a listing is in doubt.
  std::vector<std::string> listings;
  bool perhaps_listed = false;
  std::vector<TransactionField> differ;      // what the files say otherwise than was stated
  std::vector<std::string> nearest;          // names of the files, where none is the party's
  std::shared_ptr<const OwnersAbove> above;  // null: not in the graph, or not certain which
};
using OwnedPartyPtr = std::shared_ptr<const OwnedParty>;

class PartyOwners {
 public:
  // All must outlive it. `names` null: owners are listed as given, and nobody is looked up.
  PartyOwners(const law::Pack& pack, const Places& places, const OwnersGiven& given,
              NamesOnLists* names);

  // Of each role that is named, unless everything that could follow is stated.
  std::vector<OwnedPartyPtr> look_up(const FactSet& facts, Date on);

 private:
  std::shared_ptr<const OwnersAbove> above(EntityId party, Date on);
  std::shared_ptr<const OwnersAbove> gather(EntityId party, Date on) const;
  OwnedParty conclude(std::string_view role, const std::string& name, const FactSet& facts,
                      Date on);

  const law::Pack& pack_;
  const Places& places_;
  const OwnersGiven& given_;
  NamesOnLists* names_;
  std::optional<OwnerRules> rules_;
  // The stakes of an owned entity: by_owned_[first_[id]..first_[id + 1]].
  std::vector<std::uint32_t> first_, by_owned_;
  std::map<std::pair<EntityId, std::int32_t>, std::shared_ptr<const OwnersAbove>> above_;
  // By role, name, day, and what of the facts is stated.
  std::map<std::tuple<std::string_view, std::string, std::int32_t, std::string>, OwnedPartyPtr>
      known_;
};

// What follows from lists and owners together, to be added to the transaction. An owners file that says
// of the party itself that it is listed outweighs that its name was not found.
std::vector<TransactionField> fields_found(std::span<const LookedUpParty> parties,
                                           std::span<const OwnedPartyPtr> owners);

// "entity-list, footnote-1-or-4", "none", "open band".
std::string owner_outcome(const OwnedParty& party);
// "buyer entity-list, footnote-1-or-4", "buyer none", "end-user open band": for a cell of a table.
std::vector<std::string> owner_words(std::span<const OwnedPartyPtr> owners);

}  // namespace licit
