// A statement about items as a reader says it: "total processing performance 4800 TPP or more; designed
// or marketed for use in data centers: yes". Numbers in the language's own way.
#pragma once

#include <string>
#include <string_view>

#include "base/messages.h"
#include "decide/region_report.h"

namespace licit {

// "total processing performance"; the fact's id where the vocabulary says nothing.
std::string fact_words(const law::Pack& pack, Language language, std::string_view fact);
// "4800 TPP or more", "yes", "h20 or mi308x"; without the fact's name.
std::string range_words(const law::Pack& pack, Language language, const RegionLimit& limit);
// All limits of a statement; empty where it has none.
std::string statement_words(const law::Pack& pack, Language language,
                            const RegionStatement& statement);

// What was asked besides the day and the destination: "exporter NVIDIA, as enforced, A10=sum".
std::string asked_words(const law::Pack& pack, Language language, const RegionReport& report);

// What a yes-no fact asks, without the word that makes it a question: "designed or marketed ...".
std::string_view without_whether(std::string_view says);
// "oui" for yes, "any other" for *; other words as they are.
std::string word_words(Language language, std::string_view word);

// "4800 TPP"; a count has no unit.
std::string number_words(Language language, const Number& number, std::string_view unit);

}  // namespace licit
