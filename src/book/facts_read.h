// Which facts a pack reads at all: what it never reads cannot change an answer.
#pragma once

#include <set>
#include <string>

#include "language/ast.h"

namespace licit {

struct FactsRead {
  std::set<std::string, std::less<>>
      values;  // stand in a condition of any version of any provision
  // An assumption depends on whether they are given: if they are not among the values too, no more than
  // that matters.
  std::set<std::string, std::less<>> presence;

  bool contains(std::string_view id) const { return values.contains(id) || presence.contains(id); }
};
FactsRead facts_read_by(const law::Pack& pack);

}  // namespace licit
