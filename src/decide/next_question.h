// What to ask next, so that the verdict is settled with the fewest questions in the worst case, whatever
// the answers. Questions that answers to others make idle are never asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/questions.h"

namespace licit {

// The fact to ask for; nothing where the verdict is settled, or where no fact left to ask would settle
// any of it. `skipped`: facts to which the answer is not known.
std::optional<std::string> next_question(Questions& questions,
                                         const std::vector<std::string>& skipped);

}  // namespace licit
