// What the commands that draw have in common: --theme, and where the chart goes.
#pragma once

#include <string>

#include "base/result.h"
#include "chart/theme.h"
#include "cli/terminal.h"

namespace licit::cli {

// C006 for another word than light, dark or auto; auto where nothing was typed.
Result<chart::Theme> look_of(const std::string& theme);

// Into the file, whole or not at all, said on the error stream; `-` is the output. An exit status: 0, or 2 where
// the file cannot be written (B019).
int write_chart(const std::string& path, const std::string& svg, const Terminal& terminal,
                Language language);

}  // namespace licit::cli
