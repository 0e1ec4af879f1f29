#include "cli/say.h"

namespace licit::cli {

void show(const Terminal& terminal, Language language, const Diagnostic& diagnostic) {
  terminal.err << diagnostic.render(language) << "\n";
}

void show(const Terminal& terminal, Language language, std::span<const Diagnostic> diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) show(terminal, language, diagnostic);
}

Diagnostic complaint(std::string_view code, Text message, std::vector<Text> help) {
  Diagnostic why;
  why.code = code;
  why.message = std::move(message);
  why.help = std::move(help);
  return why;
}

}  // namespace licit::cli
