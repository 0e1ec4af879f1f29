// Many laws and questions put to both engines, and what came of it.
#pragma once

#include <optional>

#include "differential/shipped_law.h"
#include "differential/shrink.h"

namespace licit::differential {

struct Tally {
  std::size_t runs = 0;       // questions on which the engines were compared
  std::size_t laws = 0;       // drawn and asked about
  std::size_t refused = 0;    // drawn and refused by the checker
  std::size_t skipped = 0;    // questions with too many completions to compare
  std::size_t evaluated = 0;  // times the reference evaluator was asked
  std::map<Verdict, std::size_t> verdicts;
  std::optional<std::string> failure;  // a shrunk case

  void add(const Comparison& compared);
  std::string text() const;
  // Verdicts that make up less than one percent of the runs.
  std::vector<Verdict> rare() const;
};

struct Plan {
  std::uint64_t seed = 1;
  std::size_t runs = 0;
  std::size_t questions = 150;  // on each law that is drawn
  std::size_t open_percent = 40;
  bool shrink = true;     // what differs
  bool progress = false;  // a line on the standard error every few seconds
};

// Until that many runs, or the first difference.
Tally compare_on_drawn_laws(const Plan& plan);
Tally compare_on(const std::vector<LawText>& laws, const Plan& plan);

}  // namespace licit::differential
