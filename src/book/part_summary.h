// What a list of parts came to: lines by class and by confidence, and the first of those that are
// unknown, open or cannot be read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "book/part_line.h"

namespace licit {

// A line that somebody has to look at.
struct PartMentioned {
  std::uint32_t file_line = 0;
  std::string name;
  std::vector<std::string> nearest;  // of an unknown product
  std::vector<std::string> may_be;   // of an open class
};

struct PartSummary {
  std::string input, classes;  // paths
  std::string pack;
  Date verified_through, on;
  std::uint64_t lines = 0;  // with the bad ones
  std::map<PartStatus, std::uint64_t> by_status;
  std::map<std::string, std::uint64_t> by_class;  // classified lines
  std::map<PartConfidence, std::uint64_t> by_confidence;
  std::vector<PartMentioned> unknown, open;  // the first ten of each
  std::vector<Diagnostic> bad_lines;         // the first ten
  std::vector<Diagnostic> notes;             // said once about the whole file
  // 2 where a line is bad, else 4 where one is open or unknown, else 0.
  int exit_status = 0;

  void add(const PartLine& line);
};

// For a terminal `width` columns wide (40 at least); ends in a newline.
std::string render_part_summary(const PartSummary& summary, Language language, int width);

// docs/schema/part-summary.schema.json; without a newline at its end.
std::string part_summary_json(const PartSummary& summary);

}  // namespace licit
