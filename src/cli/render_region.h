// Which items may go, as a person reads it on a terminal: what decides in turn, the limits with their
// citations, where the chips of the catalogue stand, and what was taken as given.
#pragma once

#include <string>

#include "cli/layout.h"
#include "decide/region_report.h"

namespace licit::cli {

// `explain`: every chip, every citation, and the statements that each stand alone.
std::string render_region(const Page& page, const law::Pack& pack, const RegionReport& report,
                          bool explain);

}  // namespace licit::cli
