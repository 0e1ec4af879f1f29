// An interview held on a terminal, or with whoever writes the answers into a pipe: a question a line on
// the error stream, answers a line each from the input.
#pragma once

#include <string>

#include "cli/render_text.h"
#include "cli/terminal.h"
#include "decide/interview.h"

namespace licit::cli {

// Asks until the verdict is settled, no question is left, or nobody answers any more. Keeps the
// answers in `file` (none where empty) after each. False where they cannot be kept, and said so.
bool hold(Interview& interview, const Subject& subject, const std::string& file,
          const Terminal& terminal, Language language);

}  // namespace licit::cli
