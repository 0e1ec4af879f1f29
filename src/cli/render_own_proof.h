// The words of `licit own` for one entity: its verdicts, who holds what of it, what flows down from
// listed owners, its ultimate parent.
#pragma once

#include <string>
#include <string_view>

#include "cli/render_own.h"

namespace licit::cli {

// At most so many characters; names come from anywhere, so that control characters become spaces.
std::string shown_name(std::string_view name, std::size_t most);

std::string verdict_words(Language language, const OwnerFinding& finding);

// The rule of a regime, whether it is in force, its citation and how its text was read.
std::string rule_lines(const Page& page, const OwnerRule& rule);

std::string own_proof(const Page& page, const OwnersShown& shown, EntityId entity);

}  // namespace licit::cli
