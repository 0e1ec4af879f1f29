// What `licit own` shows: a table of entities with a verdict for each regime, proofs, JSON.
#pragma once

#include <string>
#include <vector>

#include "cli/layout.h"
#include "parties/owners/assess.h"

namespace licit::cli {

struct OwnersShown {
  const StakesOn& stakes;
  const ListedOwners& listed;
  std::vector<OwnerAssessment> assessments;  // one a regime
  std::vector<EntityId> of;                  // empty: everybody that listed owners reach
  bool explain = false;
};

std::string own_text(const Page& page, const OwnersShown& shown);
std::string own_json(const OwnersShown& shown);  // docs/schema/own.schema.json
// 3 restricted by a rule in force or itself listed where asked about, 4 possible or unresolved by one, 5 a red flag or a dormant rule
// that would restrict, else 0.
int own_status(const OwnersShown& shown);

// Those that the table names, in the order of the graph.
std::vector<EntityId> entities_shown(const OwnersShown& shown);

}  // namespace licit::cli
