// What may be wrong with a file of lines as a whole, whatever its lines are about.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.h"

namespace licit {

// B019 where the file read is no ordinary one, so that nothing has a name beside it.
std::optional<Diagnostic> no_name_beside(const std::string& path);
// B018: stopped after so many lines.
Diagnostic interrupted_at(const std::string& path, std::uint64_t lines);
// B020: a header alone.
Diagnostic no_lines_in(const std::string& path);

}  // namespace licit
