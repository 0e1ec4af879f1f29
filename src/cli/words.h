// The law's few words (how a text was read, what kind of document it is) as a reader says them. JSON
// keeps the words themselves.
#pragma once

#include <string>

#include "base/messages.h"
#include "decide/timeline.h"
#include "facts/catalogue.h"
#include "language/ast.h"

namespace licit::cli {

std::string mark_words(Language language, law::Verified verified);
std::string instrument_words(Language language, law::Instrument instrument);
std::string confidence_words(Language language, Confidence confidence);

// A warning, its marks and figures in the reader's language.
std::string warning_words(Language language, const Warning& warning);

// "verdict: no license required becomes license required".
std::string change_words(Language language, const TimelineChange& change);

}  // namespace licit::cli
