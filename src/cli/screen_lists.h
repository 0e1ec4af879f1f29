// The index of names that a command screens against: of the list files named, else of the lists in the
// store (kept beside them), else of the starter list.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "parties/names/name_index.h"

namespace licit::cli {

struct ListsWished {
  std::vector<std::string> files;  // list files in place of the store
  std::optional<Date> on;          // as they stood on that day
};

// Says what is wrong; empty where there is nothing to screen against.
std::optional<NameIndex> index_to_screen(const ListsWished& wished, const Terminal& terminal,
                                         Language language);

// Warns where a past day is asked about and newer versions of its lists are stored: an answer for
// today must not rest on them by mistake.
void tell_newer_lists(const ListsWished& wished, const Terminal& terminal, Language language);

// Where resolutions are kept: in the store. Empty where there is none to open, which was said.
std::optional<std::string> resolutions_path(const Terminal& terminal, Language language);

}  // namespace licit::cli
