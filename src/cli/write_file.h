// A file written whole or not at all.
#pragma once

#include <string>

namespace licit::cli {

// Beside the file and then over it, so that a full disk leaves the file as it was. False where it cannot
// be written.
bool replace_file(const std::string& path, const std::string& content);

}  // namespace licit::cli
