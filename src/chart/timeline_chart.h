// When the answer changed, drawn: a lane for each way of asking (posture, parties), a bar for each
// stretch of days with one answer, the documents that brought each change, and what was announced and
// reported between.
#pragma once

#include <string>
#include <vector>

#include "chart/theme.h"
#include "decide/timeline.h"

namespace licit::chart {

struct Lane {
  std::string name;
  Timeline timeline;
};

struct TimelineLook {
  Theme theme = Theme::Auto;
  Language language = Language::En;
};

// A whole SVG document, ending in a newline. At least one lane; all of the same days. An answer that does not
// fit its bar is in the list below, which says all that the drawing says.
std::string timeline_chart(const std::string& title, const std::vector<Lane>& lanes,
                           const TimelineLook& look);

}  // namespace licit::chart
