// What the formats of OFAC have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parties/lists/entry.h"

namespace licit {

// OFAC files birth sex, web addresses and sanctions notes under identity documents; only what tells
// a party from another is kept as an id. A listing date becomes the day from which the entry stands
// where it has none.
void add_ofac_id(ListEntry& entry, std::string type, std::string number,
                 const std::string& country);

// The list that programs make it ("CMIC-EO13959", "UKRAINE-EO13662"), where it is not on the SDN list.
ListCode non_sdn_list(const std::vector<std::string>& programs);

// Whether programs are of a list beside the SDN list (NS-PLC, CMIC-EO13959, a directive).
bool is_non_sdn_program(const std::vector<std::string>& programs);

// "-0-" is OFAC's word for nothing.
std::string ofac_text(std::string_view cell);

// "HUSSEIN, Saddam" of a person as it is spoken; any other name as it is.
std::string spoken_name(std::string_view name, PartyType type);

}  // namespace licit
