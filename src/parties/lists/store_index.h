// The index of a store of lists: index.json as values and back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parties/lists/store.h"

namespace licit {

std::string index_json(const std::vector<ListVersion>& versions);
// P012 where it is no index, or of a later form than this program knows.
Result<std::vector<ListVersion>> read_index(std::string_view json, const std::string& file);

}  // namespace licit
