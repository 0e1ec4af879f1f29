// Why an entity is what a rule makes of it: from it up to the listed owners, each entity on the way
// once, with the stakes that its owners hold and what they add up to. Owners count only if they joined
// before, so that a ring of owners is never its own reason.
#pragma once

#include <cstdint>
#include <vector>

#include "parties/owners/assess.h"

namespace licit {

struct ProofStake {
  EntityId owner = 0;
  std::uint32_t stake = 0;  // index in the graph
  Share counted;            // what of it counts, at least and at most
  bool listed = false;      // the owner stands on a list itself
};

struct ProofStep {
  EntityId owned = 0;
  StakeClass by = StakeClass::Both;  // what adds up: votes, capital, or both alike
  bool by_control = false;
  std::uint64_t at_least = 0, at_most = 0;
  std::vector<ProofStake> stakes;  // the largest first
};

struct OwnerProof {
  OwnerVerdict verdict = OwnerVerdict::Clear;
  std::vector<ProofStep>
      steps;  // the entity asked about first; empty where no listed owner reaches it
};

OwnerProof prove(const StakesOn& stakes, const ListedOwners& listed,
                 const OwnerAssessment& assessment, EntityId entity);

// What listed owners hold of the entity by multiplying shares along every path: an economic figure
// that no rule looks at, for information, in parts, rounded outwards. Rings are followed until the
// figure stands still.
Share economic_interest(const StakesOn& stakes, const ListedOwners& listed, const OwnerRule& rule,
                        EntityId entity);

}  // namespace licit
