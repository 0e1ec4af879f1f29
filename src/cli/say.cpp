#include "cli/say.h"

#include "base/text.h"

namespace licit::cli {

namespace {

// Wrapped, but for the lines of the user's own file and the marks below them.
std::string laid_out(const Diagnostic& diagnostic, const Page& page) {
  Diagnostic shown = diagnostic;
  shown.help.clear();
  const std::string with_source = shown.render(page.language);
  shown.source_line.clear();
  const std::string head = shown.render(page.language);
  std::string out = wrapped(head, page.width, 0, 2) + with_source.substr(head.size());
  for (const Text& hint : diagnostic.help) {
    const std::string text = say(page.language, Msg::CliRuleLine,
                                 {say(page.language, Msg::HelpWord), hint.in(page.language)});
    out += "\n" + wrapped(text, page.width, 2, 4);
  }
  return out;
}

}  // namespace

void show(const Terminal& terminal, Language language, const Diagnostic& diagnostic) {
  terminal.err << laid_out(diagnostic, page_for(terminal, language)) << "\n";
}

void tell(const Terminal& terminal, Language language, Msg key,
          const std::vector<std::string>& arguments) {
  terminal.err << wrapped(say(language, key, arguments), page_for(terminal, language).width, 0, 2)
               << "\n";
}

void show(const Terminal& terminal, Language language, std::span<const Diagnostic> diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) show(terminal, language, diagnostic);
}

std::vector<Text> did_you_mean(const std::vector<std::string>& near) {
  if (near.empty()) return {};
  const Msg key = near.size() == 1 ? Msg::DidYouMean : Msg::DidYouMeanOneOf;
  return {{key, {joined(near, ", ")}}};
}

Diagnostic complaint(std::string_view code, Text message, std::vector<Text> help) {
  Diagnostic why;
  why.code = code;
  why.message = std::move(message);
  why.help = std::move(help);
  return why;
}

}  // namespace licit::cli
