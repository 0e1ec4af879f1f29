// What a word sounds like, however it was romanised: sound classes that the usual romanisations of one
// name share (kh/h, j/zh/ch, ts/s, ou/oo/u, y/i/e, p/b, k/g, t/d), and the consonants alone.
#pragma once

#include <string>
#include <string_view>

namespace licit::names {

std::string sound_classes(std::string_view form);
std::string consonants(std::string_view sound_classes);

}  // namespace licit::names
