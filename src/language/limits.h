// How large a law text may be. Each limit has its own diagnostic; nothing is cut off silently.
#pragma once

#include <cstddef>

namespace licit::law::limits {

constexpr std::size_t file_bytes = std::size_t{4} << 20;
constexpr std::size_t pack_bytes = std::size_t{32} << 20;
constexpr std::size_t depth = 64;              // brackets, limbs and `not` inside each other
constexpr std::size_t declarations = 100'000;  // in one pack
constexpr std::size_t list = 10'000;           // names, limbs, choices, clauses in a row
constexpr std::size_t classes = 255;           // values of one fact that the law tells apart
constexpr std::size_t string_bytes = std::size_t{16} << 10;
constexpr std::size_t errors = 50;  // shown, then one that says that there are more

}  // namespace licit::law::limits
