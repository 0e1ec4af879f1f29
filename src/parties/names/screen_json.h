// What came of screening one party, as JSON (docs/schema/screen.schema.json).
#pragma once

#include <span>

#include "base/json.h"
#include "parties/names/review.h"

namespace licit {

// One object: the party asked about, and its hits.
void write_screened(JsonWriter& json, const NameIndex& index, const PartyQuery& query,
                    std::span<const ReviewedHit> hits);

// The lists asked, each with its version.
void write_indexed_lists(JsonWriter& json, std::span<const IndexedList> lists);

std::string_view standing_name(Standing standing);                   // "in-force"
std::string_view name_kind_name(NameKind kind);                      // "original-script"
std::string_view match_kind_name(MatchKind kind);                    // "edit"
std::vector<std::string_view> channel_names(std::uint8_t channels);  // "form", "near"...

}  // namespace licit
