// What BIS and State write into a name besides the name: who it belongs to, its acronym, its
// successors, or that the list means an address and no name at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parties/lists/entry.h"

namespace licit {

struct TakenApart {
  std::string name;                // empty where only an address is listed
  std::vector<ListedName> others;  // acronyms and aliases written into the name
  std::string parent;              // the name that the party belongs to, as published
  bool subordinate = false;        // an institution of the parent, named within it
  bool address_only = false;       // "Address 01"
  bool successors = false;         // "and any successor, sub-unit, or subsidiary thereof"
};

// "X (XYZ). Affiliated Entity: Y", "X. Subordinate Institution - Y", "X, a.k.a. Y", "X (XYZ)".
TakenApart take_apart(std::string_view published);

// The acronym or short name in brackets that a name ends with, taken off it; nothing where what is
// in brackets is a place, a legal form or a remark.
struct Bracketed {
  std::string name, inside;
  bool acronym = false;  // capitals only; else a short name ("Huawei")
};
Bracketed take_bracket(std::string_view name);

}  // namespace licit
