// What an answer comes down to in a line: the review to expect, the exceptions that are open. Every
// surface that shortens an answer asks here, so that all shorten it alike.
#pragma once

#include <string>
#include <vector>

#include "decide/answer.h"

namespace licit {

// "LICENSE REQUIRED", without what else a headline says.
std::string verdict_words(Language language, Verdict verdict);

// The strictest review policy among the requirements that make the verdict (those that require a
// license, else those that are undetermined); empty where there is none.
std::string strictest_review(const Answer& answer);

// Ids of the requirements that make the verdict `license` and for which it is, or may be, not stated
// how an application would be reviewed. The strictest review known says nothing about these.
std::vector<std::string> review_not_stated(const Answer& answer);

// Symbols (ids where there is none) of the exceptions that are open, each once, in order.
std::vector<std::string> open_exceptions(const Answer& answer);

// Ids of the provisions whose requirement has the outcome that makes the verdict, each once, in
// order; the scope provisions where one of those answers.
std::vector<std::string> deciding_provisions(const Answer& answer);

}  // namespace licit
