// What OFAC's classic files say only in a remark: "DOB 1962; POB Shati; Passport A1 (Iran); a.k.a.
// 'ZAHAR'; Linked To: HAMAS."
#pragma once

#include <string_view>

#include "parties/lists/entry.h"
#include "parties/lists/source_text.h"

namespace licit {

// Adds birth dates, ids, countries and weak aliases (those in quotes) to the entry.
void read_ofac_remarks(std::string_view remarks, Countries& countries, ListEntry& entry);

}  // namespace licit
