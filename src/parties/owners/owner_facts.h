// What the owners of a party are in the words of the law: `buyer.owned-by-listed` and
// `buyer.parent-hq`, with their doubt. A restricted party has the lists that flow down to it; where
// the shareholdings leave it open whether it is restricted, or by which list, the fact stays open, so
// that the verdict is undetermined and never clear. The law itself knows on which days its rule holds;
// here nothing is left out because a rule is dormant.
//
// The rule has no end above (15 CFR 744 Supp. 8: directly or indirectly): an owner of whom the files do
// not say who owns it may be owned by anybody, and only natural persons have no owners. That nobody
// listed owns a party is therefore said only where the shareholdings go up to persons.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact_set.h"
#include "parties/owners/assess.h"

namespace licit {

enum class OwnersOpen : std::uint8_t {
  Settled,
  NotInGraph,  // no shareholding names the party
  Several,     // several entities bear its name
  Undisclosed,  // the stated owners leave a share that would be enough, of it or of an owner above it
  UnknownShare,  // a listed owner's share is not known
  Band,          // it turns on where in its band a share lies
  WhichLists,    // restricted in any case, but perhaps by more lists than is sure
  NotAsked,      // no listed owner was found, but not all lists that count were asked
};
std::string_view word_of(OwnersOpen why);

struct OwnerFacts {
  FactValue owned_by_listed = FactValue::unknown(FactType::SetOf);
  OwnersOpen open = OwnersOpen::NotInGraph;
  // The ends between which the truth lies: words that hold in any case, and all that may. Whoever
  // decides with both and finds one verdict has the verdict.
  std::vector<std::string> at_least, at_most;
  FactValue parent_hq = FactValue::unknown(FactType::Place);
};

// `assessment` is one of the BIS rule, whatever its status.
OwnerFacts owner_facts(const StakesOn& stakes, const OwnerAssessment& assessment, EntityId party);

// Sets `<role>.owned-by-listed` and `<role>.parent-hq` (roles: buyer, consignee, end-user) as far as
// they are known, unless somebody has stated them.
void put_owner_facts(std::string_view role, const OwnerFacts& owners, FactSet& facts);

}  // namespace licit
