// A difference on a page, and as JSON.
#pragma once

#include <optional>
#include <string>

#include "book/moved_lines.h"
#include "cli/layout.h"
#include "decide/difference.h"
#include "decide/moved.h"

namespace licit::cli {

// What was compared, and what came of it.
struct ShownDifference {
  const AskedSide& before;
  const AskedSide& after;
  std::string before_name, after_name;  // a day, or a path
  bool days = false;                    // the sides are two days of one law
  const Transaction& transaction;
  const Difference& difference;
  const Moved& moved;
  const std::optional<MovedLines>& lines;  // of an order file, where one was named
  Receipt before_receipt, after_receipt;   // their outcomes mean nothing
  std::vector<Warning> warnings;           // of either side
};

std::string render_diff(const Page& page, const ShownDifference& shown, bool explain);
std::string diff_json(const ShownDifference& shown);

}  // namespace licit::cli
