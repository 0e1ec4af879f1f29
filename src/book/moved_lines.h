// Which lines of an order file a change of the law moves.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "decide/moved.h"

namespace licit {

struct MovedLine {
  std::string line;      // the user's own number, else that of the row
  std::string item, to;  // as written; empty where the line does not say
  Verdict before{}, after{};
};

struct MovedLines {
  std::string path;
  std::vector<MovedLine> moved;  // in the order of the file
  std::size_t read = 0;          // lines that were decided
  std::size_t unread = 0;        // lines that cannot be read
};

// Each line is decided on both sides, whatever day it states. What the transaction states holds for lines
// that do not state it themselves. Lines alike are decided once. Once `stop` is set the
// work ends soon, with B018. Errors: those of the file as a whole (docs/order-files.md).
Result<MovedLines> moved_lines(const AskedSide& before, const AskedSide& after,
                               const std::string& path, const Transaction& transaction,
                               const std::atomic<bool>& stop);

}  // namespace licit
