// Diagnostics on the error stream.
#pragma once

#include <span>

#include "base/diagnostic.h"
#include "cli/terminal.h"

namespace licit::cli {

void show(const Terminal& terminal, Language language, const Diagnostic& diagnostic);
void show(const Terminal& terminal, Language language, std::span<const Diagnostic> diagnostics);

// One that is about the command line itself.
Diagnostic complaint(std::string_view code, Text message, std::vector<Text> help = {});

}  // namespace licit::cli
