// The pack inside the program, and overlays on it that were made up for this (overlays/).
#pragma once

#include "differential/drawn_law.h"
#include "differential/drawn_question.h"

namespace licit::differential {

// The pack alone, then under one overlay each, then under two.
std::vector<LawText> shipped_laws();
// The same of the small law of tests/data/small-ear: small enough for thousands of questions.
std::vector<LawText> small_laws();
// Most questions are about a chip that some rule controls, to a place that some rule names.
Manner shipped_manner(TestedLaw& law);

}  // namespace licit::differential
