// The cell of the Entity List (and of Supplements 6 and 7) that names a party: its name, "a.k.a., the
// following N aliases:" with a dash before each, its addresses joined by "; and", and sometimes the
// affiliated entities or subordinate institutions listed with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace licit {

struct NamedParty {
  std::string name;
  std::vector<std::string> aliases, former;
  std::vector<std::string> addresses;
};

struct EntityCell {
  NamedParty party;
  std::vector<NamedParty> affiliates;  // each with the party as its parent
};

// `text` has a line end where the cell breaks a line.
EntityCell read_entity_cell(std::string_view text);

// "Afghan-German Construction Company, Golaye Park, Kabul, Afghanistan": cut at the first comma that
// neither stands in brackets nor comes before a legal form or an
// institution within another.
struct NameAndAddress {
  std::string name, address;
};
NameAndAddress split_name(std::string_view line);

}  // namespace licit
