// What is missing and what would change the answer, as lines of text: questions with what to type, and the
// nearest other verdicts with their margins.
#pragma once

#include <string>
#include <vector>

#include "cli/layout.h"
#include "decide/answer.h"

namespace licit::cli {

// "2368 TPP", in the reader's figures.
std::string with_unit(Language language, const std::string& number, const std::string& unit);

// How far a number is from a limit whose unit stands beside it: the number alone, but for operations,
// which are not shown in the unit that counts them.
std::string distance_words(Language language, const Interval& distance, const std::string& unit);

// What to type as the answer: the few words there are, or the kind of value.
std::string sample_of(const Need& need);

// The questions that settle it first; at most `most` of them.
std::vector<std::string> need_lines(const Page& page, const Answer& answer, std::size_t most);

// "license if processing performance >= 4800 TPP (now 2368 TPP, 2432 away), by 15 CFR ...".
std::vector<std::string> flip_lines(const Page& page, const Answer& answer, std::size_t most);

}  // namespace licit::cli
