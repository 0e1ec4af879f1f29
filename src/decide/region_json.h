// A RegionReport as JSON (docs/schema/region.schema.json). Independent of the reader's language: codes,
// ids and exact numbers.
#pragma once

#include <string>

#include "base/json.h"
#include "decide/region_report.h"

namespace licit {

// The whole document, without a newline at its end.
std::string region_json(const law::Pack& pack, const RegionReport& report, JsonStyle style);

}  // namespace licit
