// Where a command writes and for whom. Passed in, so that tests run commands without a process.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/layout.h"

namespace licit::cli {

// Exit statuses beside those of an answer (0, 3, 4, 5).
inline constexpr int failed = 1;
inline constexpr int wrong_use = 2;

struct Terminal {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  int columns = 0;  // of the terminal; 0: not known
  std::function<std::optional<std::string>(const char*)> environment;
  std::istream* in = nullptr;  // who answers; null: nobody
  bool in_is_terminal = false;
};

// The width (COLUMNS, else the terminal's, else 80; 40 at least and 100 at most) and whether colour is
// welcome (a terminal, no NO_COLOR, TERM not dumb).
Page page_for(const Terminal& terminal, Language language);

// The language that LC_ALL, LC_MESSAGES or LANG, the first that is set, asks for.
Language language_of_environment(const Terminal& terminal);

}  // namespace licit::cli
