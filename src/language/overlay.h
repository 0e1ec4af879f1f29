// A bill, a what-if, private notices: changes laid over a pack, each dated and cited, without touching
// the pack's own text.
#pragma once

#include <string>

#include "base/result.h"
#include "language/ast.h"

namespace licit::law {

// A copy of `pack` with the overlay in `text` applied, checked, under a hash of its own. Changes count
// only where the source that brings them was known (validity.h), so that one query can still ask what
// was known before. Contradictions that the overlay brings are in Pack::conflicts. Errors: the parser's
// and the checker's, L181 (laid over another pack), L182 (changes what does not exist), L183 (nothing in
// force then), L184 (not a member), L185 (a number for a date).
Result<Pack> apply_overlay(const Pack& pack, std::string path, std::string text);

}  // namespace licit::law
