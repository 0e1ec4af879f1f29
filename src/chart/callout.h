// A number for a region that is too narrow for its words: in it where there is room, else beside it with a
// line that leads there. The legend says what the numbers stand for.
#pragma once

#include <string>
#include <vector>

#include "chart/placing.h"
#include "chart/svg.h"

namespace licit::chart {

// `parts`: boxes that lie wholly in the region, at least one. Takes the room that it uses.
void draw_callout(Svg& svg, Placing& room, const std::vector<Box>& parts,
                  const std::string& number);

}  // namespace licit::chart
