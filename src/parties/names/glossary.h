// Word lists of the .inc files: a word a line, then what it means in English, word by word; `-` where it
// means nothing that tells companies apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace licit::names {

struct GlossaryLine {
  std::u32string word;
  std::vector<std::string> meaning;
};

// A line of one word only is passed over.
std::vector<GlossaryLine> glossary_lines(std::string_view text);

}  // namespace licit::names
