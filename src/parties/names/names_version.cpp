#include <fmt/format.h>
#include <unicode/uversion.h>

#include "parties/names/name_index.h"

namespace licit {

std::string names_version() {
  constexpr std::string_view sources =
#include "generated/names_version.inc"
      ;
  return fmt::format("{} ICU {} index {}", sources, U_ICU_VERSION, index_version);
}

}  // namespace licit
