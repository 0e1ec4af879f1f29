// The tables that travel inside the program, read. Each call parses again (a few milliseconds): keep
// the result.
#pragma once

#include "facts/catalogue.h"
#include "facts/places.h"

namespace licit {

// law/places.csv; F029 where the program was built without it.
Result<Places> shipped_places();
// chips/catalogue.csv with chips/values.csv; F029 likewise.
Result<Catalogue> shipped_catalogue();

}  // namespace licit
