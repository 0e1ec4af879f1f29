// Which facts a pack reads at all: what it never reads cannot change an answer.
#pragma once

#include <set>
#include <string>

#include "language/ast.h"

namespace licit {

// Ids that stand in a condition of any version of any provision, or on which an assumption depends.
std::set<std::string, std::less<>> facts_read_by(const law::Pack& pack);

}  // namespace licit
