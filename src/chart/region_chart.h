// The analyst's chart: two figures on logarithmic axes, the plane cut by the law's limits into regions of
// one verdict each, and the chips of the catalogue where they stand.
#pragma once

#include <string>

#include "base/messages.h"
#include "chart/theme.h"
#include "decide/region_report.h"

namespace licit::chart {

struct ChartOptions {
  Theme theme = Theme::Auto;
  Language language = Language::En;
};

// A whole SVG document, ending in a newline. A chip whose own facts are known has the verdict of these,
// whatever the region it lies in says; a figure known as an interval is a bar; chips without one of the
// two figures are counted, not drawn. Where the plane has more than one verdict, both are drawn and the
// legend names the facts that decide.
std::string region_chart(const law::Pack& pack, const RegionReport& report,
                         const ChartOptions& options);

}  // namespace licit::chart
