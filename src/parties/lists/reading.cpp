#include "parties/lists/reading.h"

#include "base/party_messages.h"

namespace licit {

PartyList& ReadLists::list(ListCode code, std::string_view name) {
  for (PartyList& one : lists)
    if (one.code == code) return one;
  lists.push_back({.code = code,
                   .name = std::string(name),
                   .source = {},
                   .sha256 = {},
                   .as_of = {},
                   .starter = false,
                   .entries = {}});
  return lists.back();
}

void ReadLists::breaks_off(const std::string& file, std::size_t line) {
  Diagnostic why;
  why.code = "P004";
  why.place.file = file;
  why.place.line = static_cast<std::uint32_t>(line);
  why.place.column = 1;
  why.message = {msg::ListLastRow, {}};
  why.help = {{msg::ListCutOffHelp, {}}};
  broken_off.push_back(std::move(why));
}

void ReadLists::warn(std::string code, const std::string& file, std::size_t line, Text what) {
  Diagnostic warning;
  warning.code = std::move(code);
  warning.severity = Severity::Warning;
  warning.place.file = file;
  warning.place.line = static_cast<std::uint32_t>(line);
  warning.place.column = line == 0 ? 0 : 1;
  warning.message = std::move(what);
  warnings.push_back(std::move(warning));
}

void ReadLists::bad_row(const std::string& file, std::size_t line, Text why) {
  ++bad_rows;
  warn("P020", file, line, std::move(why));
}

}  // namespace licit
