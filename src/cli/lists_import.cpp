// licit lists import: files that somebody fetched.
#include "base/party_messages.h"
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/lists_store.h"
#include "cli/say.h"
#include "parties/lists/durable_file.h"

namespace licit::cli {

int lists_import_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit lists import", msg::CliSaysListsImport);
  std::vector<std::string> words;
  std::string as, as_of, lang;
  ImportOptions options;
  line.words(say(language, msg::CliWordsFiles), words, msg::ListOptFiles, 256);
  line.option("--as", as, "LIST", msg::ListOptAs);
  line.option("--as-of", as_of, "YYYY-MM-DD", msg::ListOptAsOf);
  line.option("--allow-shrink", options.allow_shrink, "REASON", msg::ListOptAllowShrink);
  line.option("--lang", lang, "en|fr", Msg::CliOptLang);
  line.example("licit lists import consolidated.json");
  line.example("licit lists import sdn.csv alt.csv add.csv sdn_comments.csv --as-of 2026-08-07");
  if (const auto done = line.read(arguments, terminal, language)) return *done;

  Complaints problems;
  gather(problems, language_of(lang, terminal));
  if (!as.empty()) {
    const auto code = list_named(as);
    gather(problems, code);
    if (code.ok()) options.as = *code;
  }
  if (!as_of.empty()) {
    const auto day = day_of("--as-of", as_of);
    gather(problems, day);
    if (day.ok()) options.as_of = *day;
  }
  if (words.empty())
    problems.push_back(
        complaint("P032", {msg::ListNoFile, {}}, {{Msg::CliSeeHelp, {"licit lists import"}}}));
  std::vector<std::string> contents;
  contents.reserve(words.size());
  std::vector<SourceFile> files;
  for (const std::string& word : words) {
    auto bytes = read_whole(word);
    if (!bytes) {
      problems.push_back(complaint("P001", {msg::ListCannotRead, {word}}));
      continue;
    }
    contents.push_back(std::move(*bytes));
    files.push_back({word, contents.back()});
  }
  if (!problems.empty()) {
    show(terminal, language, problems);
    return wrong_use;
  }
  auto store = open_store(terminal, language);
  if (!store) return wrong_use;
  options.today = Date::today();
  const auto report = store->import(files, options);
  if (!report.ok()) {
    show(terminal, language, report.errors());
    return wrong_use;
  }
  return show_report(terminal, language, *report) ? 0 : wrong_use;
}

}  // namespace licit::cli
