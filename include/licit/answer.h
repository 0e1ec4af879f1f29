// Purpose: what Licit answers (licit::Answer: verdict, reason, classification, requirements, needs,
// readings, outlook, proof, assumptions, steps, warnings, receipt), and the answer as the JSON that
// docs/schema/answer.schema.json describes (licit::answer_json).
//
// Ownership: an Answer owns all that is in it; it stays valid when the engine is gone. Thread-safety: a
// plain value; may be read from several threads once built.
//
// Example:
//   if (answer.verdict == licit::Verdict::Undetermined) {
//     for (const licit::Need& need : answer.needs) ask(need.asks.en, need.fact);
//   }
//   std::string document = licit::answer_json(answer, licit::JsonStyle::Pretty);
#pragma once

#include "decide/answer.h"
#include "decide/answer_json.h"
#include "decide/headline.h"
