// SHA-256 (FIPS 180-4), for the hashes of packs and overlays in receipts.
#pragma once

#include <string>
#include <string_view>

namespace licit {

// Sixty-four lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace licit
