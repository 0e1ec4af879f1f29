// Diagnostics on the error stream, wrapped to the page.
#pragma once

#include <span>

#include "base/diagnostic.h"
#include "cli/terminal.h"

namespace licit::cli {

void show(const Terminal& terminal, Language language, const Diagnostic& diagnostic);
void show(const Terminal& terminal, Language language, std::span<const Diagnostic> diagnostics);

// A sentence on the error stream.
void tell(const Terminal& terminal, Language language, Msg key,
          const std::vector<std::string>& arguments = {});

// Help that names the nearest known words; none where there are none.
std::vector<Text> did_you_mean(const std::vector<std::string>& near);

// One that is about the command line itself.
Diagnostic complaint(std::string_view code, Text message, std::vector<Text> help = {});

}  // namespace licit::cli
