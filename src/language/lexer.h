// Cuts a law text into tokens, losing nothing: the tokens cover every byte in order. What is wrong is
// reported and the text goes on; an unclosed string ends at the end of its line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/token.h"

namespace licit::law {

class Reporter;

// All tokens, trivia included, the last one End. `file` is the index of the text in the reporter's
// pack; a null reporter reports nothing.
std::vector<Token> lex(std::string_view text, std::uint32_t file, Reporter* report);

// The value of a string token: quotes off, \" \\ \n resolved.
std::string string_value(std::string_view quoted);

}  // namespace licit::law
