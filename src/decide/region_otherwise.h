// What a region would be if the law were read otherwise: under the other posture, and under the other
// alternatives of what is in doubt that day.
#pragma once

#include "decide/region_report.h"

namespace licit {

// The transaction of a chip: its facts, and what was stated of all.
FactSet facts_with(const Chip& chip, const FactSet& stated);

// Fills in RegionReport::other_posture and ::readings; the region and the chips must be there. `stated` is
// what was asked, `given` the same with what is taken as given.
void find_otherwise(const LawView& law, const std::shared_ptr<const CompiledLaw>& compiled,
                    const Query& stated, const Query& given, const Catalogue& catalogue,
                    RegionReport& report);

}  // namespace licit
