// Questions to a law, drawn at random: complete and partial facts, days around changes, both clocks,
// postures, readings, strict or not.
#pragma once

#include <optional>

#include "differential/drawing.h"
#include "differential/two_engines.h"

namespace licit::differential {

struct Manner {
  std::vector<Date> days;         // asked on, or within a day of
  std::size_t open_percent = 40;  // questions with facts left unknown or in part known
  std::size_t most_open = 3;      // such facts
  // Draws the value of a fact where the law's own places, words and numbers would seldom meet.
  std::function<std::optional<FactValue>(const std::string& fact, Chance&)> likely;
};

// Known and knower are one of these, so that a law is compiled a few times only.
using Clocks = std::vector<Clock>;
Clocks draw_clocks(const Manner& manner, Chance& chance);

Query draw_question(TestedLaw& law, const Manner& manner, const Clocks& clocks, Chance& chance);

// One line a fact, and how it is asked.
std::string shown(const Query& query);

}  // namespace licit::differential
