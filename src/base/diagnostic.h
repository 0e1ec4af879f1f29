// What went wrong, where, and what to do about it. A diagnostic is data: codes are stable and
// documented (docs/diagnostics.md), the sentence is made from the catalogue of messages in the
// reader's language only when somebody shows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"

namespace licit {

// A place in a text. Offsets are bytes from the start; line and column count from 1, columns in
// Unicode scalar values. An empty file name means that there is no place (a command-line value).
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

enum class Severity { Error, Warning };

struct Diagnostic {
  std::string
      code;  // "L012": letter for the stage (L law, F facts, B book, C command), three digits
  Severity severity = Severity::Error;
  Place place;
  Text message;               // what is wrong and what was expected
  std::vector<Text> help{};   // what to try: the nearest known word, the form expected
  std::string source_line{};  // the offending line, for the caret display; empty where none

  // file:line:column: error[L012]: message / help: ... (several lines, no trailing newline).
  std::string render(Language language) const;
};

}  // namespace licit
