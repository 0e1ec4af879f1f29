// What was found of the parties of a line, in the words of the decisions file.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "book/party_lookup.h"

namespace licit {

// "buyer open", "end-user none": what became of each party that was looked up.
std::vector<std::string> screened_words(std::span<const LookedUpParty> parties);
// "buyer hit us.entity-list us-el-17 0.987": the possible matches and the listed parties, the best
// three of each role, and how many more ("buyer +4").
std::vector<std::string> match_words(std::span<const LookedUpParty> parties);
// A possible match that nobody resolved, or what somebody said is the party.
bool is_open_or_listed(const ReviewedHit& hit);
// "0.987", in no language.
std::string score_text(std::uint16_t thousandths);

}  // namespace licit
