// What the commands on lists have in common.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/terminal.h"
#include "parties/lists/store.h"

namespace licit::cli {

// The store of the environment; says what is wrong where there is none to open.
std::optional<ListStore> open_store(const Terminal& terminal, Language language);

// The list that a code means (P030 with the nearest otherwise).
Result<ListCode> list_named(const std::string& word);

// The first warnings of each kind, and how many more there are.
void show_warnings(const Terminal& terminal, Language language,
                   std::span<const Diagnostic> warnings);

// Thousands apart, as the language writes them: "25,921", "25 921".
std::string grouped(std::size_t number, Language language);

// What an import did, as a table. True where no list was refused.
bool show_report(const Terminal& terminal, Language language, const ImportReport& report);

}  // namespace licit::cli
