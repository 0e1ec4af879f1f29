// The starter list knows parties by names that their authority does not publish: in Chinese characters
// above all. They stay attached to the entries of the whole list once it is imported, marked as what they
// are, so that a party is not lost by learning more.
#pragma once

#include "parties/lists/entry.h"

namespace licit {

// To each entry of `whole` that an entry of `starter` is (a number or a name of both is the same), the names
// of the latter that it has not, as NameKind::Starter. How many entries of `starter` were met.
std::size_t add_starter_names(PartyList& whole, const PartyList& starter);

}  // namespace licit
