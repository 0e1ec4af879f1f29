// The spelling of Chinese that Taiwan and older documents use.
#pragma once

#include <string>
#include <string_view>

namespace licit::names {

// A pinyin syllable in Wade-Giles, without its apostrophes: "qian" is "chien".
std::string wade_giles(std::string_view pinyin);

}  // namespace licit::names
