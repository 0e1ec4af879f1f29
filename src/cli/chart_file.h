// What the commands that draw have in common: --theme, and where the chart goes.
#pragma once

#include <string>

#include "base/result.h"
#include "chart/theme.h"
#include "cli/asking.h"
#include "cli/terminal.h"

namespace licit::cli {

// --svg and --theme, as typed.
struct ChartWishes {
  std::string svg, theme;
};
void declare(CommandLine& line, ChartWishes& wishes);

// How the chart is to look, auto where nothing was typed. C006 for another word than light, dark or auto, C013
// beside what is for another output, C014 for a theme and no chart.
Result<chart::Theme> look_of(const ChartWishes& wishes, const Shown& shown);

// Into the file, whole or not at all, said on the error stream; `-` is the output. An exit status: 0, or 2 where
// the file cannot be written (B019).
int write_chart(const std::string& path, const std::string& svg, const Terminal& terminal,
                Language language);

}  // namespace licit::cli
