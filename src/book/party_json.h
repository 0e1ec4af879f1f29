// What was found of the parties of a transaction, as the answer's key `screened`
// (docs/schema/answer.schema.json).
#pragma once

#include <span>
#include <string>

#include "base/json.h"
#include "book/party_lookup.h"
#include "book/party_owners.h"
#include "book/party_totals.h"

namespace licit {

// The fields of the object that is open. `on`: the day of the transaction.
void write_screened_parties(JsonWriter& json, std::span<const LookedUpParty> parties, Date on);

// The fields of the key `owners` of an answer, in the object that is open.
void write_owned_parties(JsonWriter& json, std::span<const OwnedPartyPtr> owners);

// The key `screened` of a summary (docs/schema/summary.schema.json), in the object that is open.
void write_screened_tally(JsonWriter& json, const ScreenedTally& tally);

// The document of an answer with one key more; `value` is JSON.
std::string with_key(std::string answer, std::string_view key, const std::string& value,
                     JsonStyle style);

}  // namespace licit
