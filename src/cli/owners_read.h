// The files of shareholdings and of listed owners that a command is given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/party_owners.h"
#include "cli/command_line.h"
#include "cli/terminal.h"

namespace licit::cli {

struct OwnerFiles {
  std::vector<std::string> files;   // shareholdings
  std::vector<std::string> listed;  // files, or NAME=LIST
  std::string shares;               // what a share of 0.6 is: percent, fraction or nothing
};

struct OwnersReadFiles {
  OwnersGiven given;
  bool faulty = false;  // something was not read, which was said
};

// C006 for another word.
Result<ShareUnit> share_unit_of(const std::string& typed);

// Says what is wrong; empty where a file as a whole could not be read, or a name or list of --listed
// means nothing.
std::optional<OwnersReadFiles> read_owner_files(const OwnerFiles& files, const Terminal& terminal,
                                                Language language);

}  // namespace licit::cli
