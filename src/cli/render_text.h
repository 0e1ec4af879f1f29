// An Answer as a person reads it on a terminal: the verdict in one line, why in a few, then how to
// see more; with `explain`, the proof besides. Every sentence from the catalogue or from the law.
#pragma once

#include <string>

#include "cli/layout.h"
#include "decide/answer.h"
#include "decide/headline.h"

namespace licit::cli {

// What the answer is about, in words for the headline.
struct Subject {
  std::string item;  // "HGX H20"; empty where no chip was named
  std::string to;    // "China"; empty where no place was named
  Date on;
};

std::string render_answer(const Page& page, const Subject& subject, const Answer& answer,
                          bool explain);

// The classification part alone, under a headline that names the class.
std::string render_classification(const Page& page, const Subject& subject, const Answer& answer,
                                  bool explain);

// "LICENSE REQUIRED (denial presumed)"; never coloured.
std::string verdict_line(Language language, const Answer& answer);
std::string review_words(Language language, std::string_view policy);

// A paragraph each, with "! " in front; unless `whole`, documents that were not read in a primary source
// share one.
std::vector<std::string> warning_lines(Language language, const std::vector<Warning>& warnings,
                                       bool whole);

// The proof tree: provisions that apply or are undetermined, then the near misses.
std::string render_proof(const Page& page, const Answer& answer);

}  // namespace licit::cli
