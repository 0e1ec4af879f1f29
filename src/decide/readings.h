// Which alternative of each reading of a day is taken.
#pragma once

#include <map>
#include <string>

#include "decide/fact_reader.h"
#include "decide/in_force.h"

namespace licit {

// As asked for; by default where nobody asked, and where the text is not in doubt that day. Views of
// the pack and of `asked`.
ChosenReadings chosen_readings(const InForce& law, const std::map<std::string, std::string>& asked);

}  // namespace licit
