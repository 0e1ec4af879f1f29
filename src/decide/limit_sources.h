// Where the limits of the law come from: every number that a provision in force compares an item's fact
// with, and the citation that a reader looks it up by.
#pragma once

#include <string>
#include <vector>

#include "decide/law_at.h"

namespace licit {

struct LimitSource {
  std::string fact;  // item.tpp
  Number at;
  std::string unit;
  std::string cite;       // of the parameter where it has one, else of the define or provision
  std::string provision;  // the rule or exception that asks
};

// Each fact, number and citation once; by fact, then the largest number first.
std::vector<LimitSource> limit_sources(const LawAt& law);

}  // namespace licit
