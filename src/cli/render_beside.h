// What stands beside a verdict, as lines of its own entry of the page.
#pragma once

#include <string>
#include <vector>

#include "cli/layout.h"
#include "decide/answer.h"

namespace licit::cli {

// One line a kind. Short: what holds, and what may with few facts open; whole: every entry on a line of
// its own, with its citation and what it assumes.
std::vector<std::string> beside_lines(const Page& page, const Answer& answer, bool whole);
std::vector<std::string> not_modelled_lines(const Page& page, const Answer& answer);

}  // namespace licit::cli
