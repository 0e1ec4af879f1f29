// The facts that a pack declares, as the reader of users' values needs them.
#pragma once

#include "facts/value_text.h"
#include "language/ast.h"

namespace licit {

// By fact id. A set of notices may only hold ids of notices that the pack has: a word that means none
// of them ("yes", a slip of the pen) would otherwise read as "not this one" and clear a sale.
FactTypes fact_types_of(const law::Pack& pack);

}  // namespace licit
