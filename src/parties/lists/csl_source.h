// The lists that the Consolidated Screening List joins, told by the code in brackets in `source`:
// "Entity List (EL) - Bureau of Industry and Security".
#pragma once

#include <string_view>

#include "parties/lists/entry.h"

namespace licit {

// ListCode::Other for a source that is not known.
ListCode csl_list(std::string_view source);

// "Individual", "Entity", "Vessel", "Aircraft", in whatever case; Unknown for all else.
PartyType party_type_named(std::string_view type);

}  // namespace licit
