// Purpose: what can be asked of the compiled law besides "may this go ahead": an interview
// (licit::Interview), the items that may go (licit::region_of, licit::plane_of), what changed between two
// days or packs (licit::difference_of), whether the law hangs together (licit::coherence_of). Flips (of
// one chip) and the fewest questions that settle an answer are in licit::Answer.
//
// Ownership: results own all that is in them, but for pointers into the pack that their comments name.
// Thread-safety: the functions are pure and may run in many threads at once on one engine; an Interview is
// for one thread.
//
// Example:
//   const auto engine = licit::Engine::load();
//   const auto query = engine->question({{{"to", "CN", {}}, {"on", "2024-06-03", {}}}});
//   const licit::Posed posed = engine->pose(*query);
//   const licit::Region region = licit::region_of(*posed.law, *posed.moment, posed.chip());
//   for (const licit::RegionStatement& statement : region.in_turn) show(statement);
#pragma once

#include "decide/coherence.h"
#include "decide/difference.h"
#include "decide/flips.h"
#include "decide/interview.h"
#include "decide/region.h"
