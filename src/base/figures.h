// Numbers as a reader writes them. English figures are kept as the engine has them; French has a
// comma for the decimals and a narrow no-break space (U+202F) between thousands. For showing only:
// JSON, and what is to be typed, never pass here.
#pragma once

#include <string>
#include <string_view>

#include "base/messages.h"

namespace licit {

// `text` is a number or interval as Number and Interval write it, alone or with a unit behind a space
// ("12104..15831.2 TPP"); Yop are shown as the operations they stand for ("3e26 operations"); any other text (a day, a word) comes back unchanged.
std::string figures(Language language, std::string_view text);

}  // namespace licit
