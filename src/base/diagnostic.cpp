#include "base/diagnostic.h"

#include "base/text.h"

namespace licit {

std::string Diagnostic::render(Language language) const {
  std::string out;
  if (!place.file.empty()) {
    out += place.file;
    if (place.line > 0) out += ":" + std::to_string(place.line);
    if (place.line > 0 && place.column > 0) out += ":" + std::to_string(place.column);
    out += ": ";
  }
  out += say(language, severity == Severity::Error ? Msg::ErrorWord : Msg::WarningWord);
  out += "[" + code + "]: " + message.in(language);
  if (!source_line.empty() && source_line.size() <= 400) {
    const std::string number = std::to_string(place.line);
    std::string caret_line;
    for (std::uint32_t i = 1; i < place.column; ++i) caret_line += ' ';
    std::size_t width = place.end > place.begin ? place.end - place.begin : 1;
    const std::size_t columns = count_scalars(source_line);
    if (place.column > 0 && place.column - 1 + width > columns && columns + 1 > place.column)
      width = columns - place.column + 1;
    caret_line += std::string(width, '^');
    out += "\n " + number + " | " + source_line;
    out += "\n " + std::string(number.size(), ' ') + " | " + caret_line;
  }
  for (const Text& hint : help)
    out += "\n  " + say(language, Msg::HelpWord) + ": " + hint.in(language);
  return out;
}

}  // namespace licit
