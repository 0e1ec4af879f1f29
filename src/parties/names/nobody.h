// Words in the place of a name: "unknown", "to be advised", "our customer", "same as above".
#pragma once

#include <string_view>

namespace licit::names {

// Whether the text names nobody: nothing but such words, beside legal forms, places and numbers; or bytes that were
// read in another encoding than they were written in.
bool names_nobody(std::string_view text);

// Whether it says where somebody is and nothing else: "Shenzhen 518000, China".
bool says_only_where(std::string_view text);

}  // namespace licit::names
