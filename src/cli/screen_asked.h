// What `licit screen` reads from its arguments, for a party and for a file of them.
#pragma once

#include <string>
#include <vector>

#include "cli/asking.h"
#include "cli/command_line.h"
#include "cli/screen_lists.h"
#include "parties/names/review.h"

namespace licit::cli {

struct ScreenTyped {
  std::vector<std::string> name, countries, ids, addresses, born, lists, files;
  std::string type, on, lang, out, pairs;
  bool json = false, explain = false, all = false;
};
void declare(CommandLine& line, ScreenTyped& typed, Language language);

struct ScreenAsked {
  PartyQuery query;  // for a file: what holds for every row that does not state it itself
  ScreenOptions options;
  ListsWished lists;
};
// The country that was typed, however it is called, as two letters; `notes` says what it was read as where
// that is not plain. F002 where it is none.
void add_country(const std::string& typed, std::vector<std::string>& into, Complaints& complaints,
                 Complaints& notes);

// Complains of a country, a date of birth, a type or a list that is none; `notes` says what a country
// was read as.
ScreenAsked screen_asked_of(const ScreenTyped& typed, Complaints& complaints, Complaints& notes);

// A list by its code; P030 with the nearest.
void add_list(const std::string& word, std::vector<ListCode>& into, Complaints& complaints);

// A list asked for by its code that is not in the index: no match on it would look like an answer.
std::optional<Diagnostic> absent_list(const ScreenAsked& asked, const NameIndex& index);

// docs/command.md: 3 a listed party, 4 to be reviewed, 5 nobody, but of a starter list only, else 0.
int screen_status(ScreenOutcome outcome, const NameIndex& index);

// `licit screen FILE --out FILE` (screen_file.cpp).
int screen_file(const std::string& path, const std::string& out, const ScreenAsked& asked,
                const Terminal& terminal, Language language);

// `licit screen resolve` and `licit screen resolutions` (screen_resolve.cpp).
int screen_resolve_command(Arguments arguments, const Terminal& terminal, Language language);
int screen_resolutions_command(Arguments arguments, const Terminal& terminal, Language language);

}  // namespace licit::cli
