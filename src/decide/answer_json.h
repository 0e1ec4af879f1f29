// An Answer as JSON: the one document that every surface gives (docs/schema/answer.schema.json).
// Independent of the reader's language: sentences are written in both, codes and ids in neither.
#pragma once

#include <string>

#include "base/json.h"
#include "decide/answer.h"
#include "facts/catalogue.h"

namespace licit {

// The whole document, without a newline at its end.
std::string answer_json(const Answer& answer, JsonStyle style);

// Parts of it, for documents that hold several answers. Each writes one JSON value.
void write_answer(JsonWriter& json, const Answer& answer);
void write_classification(JsonWriter& json, const Classification& classification);
void write_fact_value(JsonWriter& json, const FactValue& value);
void write_citation(JsonWriter& json, const Citation& citation);
void write_outlook(JsonWriter& json, const OutlookEntry& entry);

// Fields of the object that is open: what was asked, and of which law; `assumptions`; `warnings`.
void write_asked(JsonWriter& json, const Receipt& receipt);
void write_assumptions(JsonWriter& json, const std::vector<Assumption>& assumptions);
void write_warnings(JsonWriter& json, const std::vector<Warning>& warnings);

// Words of JSON and of the law language.
std::string_view word_of(Origin origin);    // "given"...
std::string_view word_of(Posture posture);  // "enforced", "text"

}  // namespace licit
