// What stands below the plane of a region chart: the hatchings and what decides where several verdicts
// are drawn, the marks of the chips, the citations of the limits, how far the law was read.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "chart/theme.h"
#include "decide/region_report.h"

namespace licit::chart {

struct RegionLegend {
  const law::Pack& pack;
  const RegionReport& report;
  Language language;
  std::vector<Leaves> shown;                           // in order
  std::map<Leaves, std::set<std::string>> decided_by;  // facts
  Leaves marks = 0;
  bool bars = false;
  std::size_t not_drawn = 0;
  std::vector<Leaves> numbered;  // what the numbers 1, 2... in the plane stand for
  bool shares_point = false;     // some name ends in "+n"
  std::size_t unnamed = 0;       // points that have no name for want of room
};

// From the baseline `y` down; gives the bottom.
double draw_legend(Svg& svg, const RegionLegend& legend, double y);

}  // namespace licit::chart
