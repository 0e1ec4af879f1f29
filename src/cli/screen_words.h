// What is typed of a party, made into what can be compared: a country however it is called, a number
// without its label, a date of birth. What is not understood is said, never compared as it is: a
// country that is no country would speak against every entry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "facts/places.h"
#include "parties/names/evidence.h"

namespace licit::cli {

// The place that a code or a name means; null where none is called that.
const PlaceRow* place_named(std::string_view typed);
std::vector<std::string> nearest_places(std::string_view typed);
// Its two letters, that of the country for a region: lists know no regions.
std::string country_code(const PlaceRow& place);

// "USCC 914403001922038216", "LEI: 5493..." without the label.
std::string number_alone(std::string_view typed);

// 1970, 1970-05 or 1970-05-12.
bool is_birth_date(std::string_view typed);

// Why a name that is not empty says of nobody who it is (P166): it has no letter and no digit, or, where
// nobody was `found`, it is made of legal forms only or longer than what is compared. Nothing where it can be asked.
std::optional<Diagnostic> unaskable_name(const PartyQuery& query, bool found);
// Why a number is not compared (P166): it is too short. Nothing where it is.
std::optional<Diagnostic> unaskable_number(std::string_view number);
// Whether a number or an address of the party can be asked, whatever its name.
bool asks_beside_name(const PartyQuery& query);

}  // namespace licit::cli
