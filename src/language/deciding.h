// Which defines bear on a verdict: what only an aside, a flag or a pointer names decides nothing, and does
// not count where the facts of a verdict are told apart.
#pragma once

#include <set>
#include <string_view>

#include "language/ast.h"

namespace licit::law {

// The defines that rules, defeats, bars, policies and quirks name, and those that these name, however far
// down. The views are into the pack.
std::set<std::string_view> deciding_defines(const Pack& pack);

}  // namespace licit::law
