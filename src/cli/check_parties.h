// The parties that one transaction names, in the page and the document of its answer.
#pragma once

#include <string>
#include <vector>

#include "book/party_lookup.h"
#include "book/party_owners.h"
#include "cli/layout.h"

namespace licit::cli {

// Those that are named and whose listings nobody stated, on the day of the transaction.
struct LookedUpParties {
  std::vector<LookedUpParty> parties;
  std::vector<OwnedPartyPtr> owners;  // where shareholdings were given
  Date on;
};

// The section below an answer (render_parties.cpp); empty where nobody was looked up.
std::string render_parties(const Page& page, const LookedUpParties& parties, bool explain);
// The section on who owns them (render_owners.cpp); empty where no shareholdings were given.
std::string render_owners(const Page& page, const LookedUpParties& parties, bool explain);
std::string role_words(Language language, const std::string& role);
// The document of an answer with the keys `screened` and `owners`, as far as there is something.
std::string with_parties(std::string answer, const LookedUpParties& parties);
}  // namespace licit::cli
