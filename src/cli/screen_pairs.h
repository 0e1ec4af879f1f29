// licit screen --pairs: name against name, how the quality of matching is judged.
#pragma once

#include <string>

#include "cli/terminal.h"

namespace licit::cli {

// Reads a table with the columns name1 and name2 (and schema, which says what they name), writes it
// to `out` with the columns score, band and reason added: whole or not at all. Rows that cannot be
// read are reported, and stand in the result with nothing added where their cells could be read.
// 0 whatever the bands; 2 where the file cannot be used.
int screen_pairs(const std::string& in, const std::string& out, const Terminal& terminal,
                 Language language);

}  // namespace licit::cli
