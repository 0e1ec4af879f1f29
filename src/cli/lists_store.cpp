#include "cli/lists_store.h"

#include <map>

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/say.h"

namespace licit::cli {

std::optional<ListStore> open_store(const Terminal& terminal, Language language) {
  const std::string folder =
      store_folder(terminal.environment("LICIT_LISTS"), terminal.environment("XDG_DATA_HOME"),
                   terminal.environment("HOME"));
  if (folder.empty()) {
    show(terminal, language, complaint("P031", {msg::ListNoFolder, {}}));
    return {};
  }
  auto store = ListStore::open(folder);
  if (store.ok()) return std::move(store).value();
  show(terminal, language, store.errors());
  return {};
}

Result<ListCode> list_named(const std::string& word) {
  if (const auto code = parse_list_code(word)) return *code;
  std::vector<std::string> known;
  for (int i = 0; i <= static_cast<int>(ListCode::Other); ++i)
    known.emplace_back(list_code_name(static_cast<ListCode>(i)));
  return complaint("P030", {msg::ListUnknownCode, {word, joined(known, ", ")}},
                   did_you_mean(nearest(word, known, 1)));
}

void show_warnings(const Terminal& terminal, Language language,
                   std::span<const Diagnostic> warnings) {
  constexpr int most = 5;
  std::map<std::string, int> shown;
  for (const Diagnostic& warning : warnings)
    if (++shown[warning.code] <= most) show(terminal, language, warning);
  for (const auto& [code, count] : shown)
    if (count > most)
      tell(terminal, language, msg::ListMoreWarnings, {std::to_string(count - most)});
}

std::string grouped(std::size_t number, Language language) {
  std::string digits = std::to_string(number);
  const std::string between = language == Language::Fr ? "\u202F" : ",";
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, between);
  }
  return digits;
}

bool show_report(const Terminal& terminal, Language language, const ImportReport& report) {
  const Page page = page_for(terminal, language);
  std::vector<std::vector<std::string>> rows{
      {say(language, msg::ListHeadList), say(language, msg::ListHeadAsOf),
       say(language, msg::ListHeadEntries), say(language, msg::ListHeadBecame)}};
  std::size_t entries = 0, bad_rows = 0;
  std::vector<Diagnostic> refused;
  for (const ImportedList& one : report.lists) {
    entries += one.version.entries;
    std::string became;
    switch (one.outcome) {
      case ImportOutcome::New:
        became = say(language, msg::ListBecameNew);
        break;
      case ImportOutcome::Earlier:
        became = say(language, msg::ListBecameEarlier);
        break;
      case ImportOutcome::Same:
        became = say(language, msg::ListBecameSame);
        break;
      case ImportOutcome::Refused:
        became = say(language, one.below_starter ? msg::ListBecamePartial : msg::ListBecameRefused,
                     {grouped(one.entries_before, language)});
        refused.push_back(complaint(
            "P009",
            {one.below_starter ? msg::ListBelowStarter : msg::ListShrank,
             {std::string(list_code_name(one.version.code)), grouped(one.version.entries, language),
              grouped(one.entries_before, language)}},
            {{msg::ListShrankHelp, {}}}));
        break;
    }
    rows.push_back({std::string(list_code_name(one.version.code)), one.version.as_of.iso(),
                    grouped(one.version.entries, language), became});
  }
  for (const Diagnostic& warning : report.warnings)
    if (warning.code == "P020") ++bad_rows;
  show_warnings(terminal, language, report.warnings);
  terminal.out << table(page, rows) << "\n"
               << wrapped(say(language, msg::ListImported,
                              {std::to_string(entries), std::to_string(report.lists.size()),
                               report.format, std::to_string(bad_rows)}),
                          page.width, 0, 0)
               << "\n";
  show(terminal, language, refused);
  return refused.empty();
}

}  // namespace licit::cli
