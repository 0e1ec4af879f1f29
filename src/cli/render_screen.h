// What came of screening one party, in words.
#pragma once

#include <limits>
#include <span>
#include <string>

#include "cli/layout.h"
#include "parties/names/review.h"

namespace licit::cli {

struct HitsShown {
  bool terms = false;  // what the entry requires and its policy, also where nothing is explained
  std::size_t most = std::numeric_limits<std::size_t>::max();
};

// The outcome first, then each hit; the lists asked last.
std::string render_screened(const Page& page, const NameIndex& index, const PartyQuery& query,
                            std::span<const ReviewedHit> hits, bool explain, HitsShown shown = {});

// "Entity List (us.entity-list), as of 2026-07-31"
// What was not asked whole, and clears nobody; empty where all was.
std::string starter_note(const Page& page, const NameIndex& index);
std::string list_words(Language language, const IndexedList& list);
std::string band_words(Language language, Band band);
// "0.987"
std::string score_words(Language language, int thousandths);

}  // namespace licit::cli
