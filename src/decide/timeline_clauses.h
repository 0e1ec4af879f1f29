// Inside of timeline: which clauses of a pack begin or end on a day.
#pragma once

#include <vector>

#include "decide/timeline.h"

namespace licit {

std::vector<TimelineClause> clauses_on(const law::Pack& pack, Date day);

// Puts those first that either answer cites, and drops the rest where there are any.
void prefer_cited(std::vector<TimelineClause>& clauses, const Answer& before, const Answer& after);

}  // namespace licit
