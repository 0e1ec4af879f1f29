// What is kept of an answer for an order line, and the line's row in the decisions file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/party_lookup.h"
#include "book/party_owners.h"
#include "book/summary.h"
#include "decide/answer.h"

namespace licit {

struct LineDecision {
  Verdict verdict = Verdict::Undetermined;
  int exit = 4;
  std::string paragraph;                // selected; empty where undetermined or none
  std::vector<Citation> provisions;     // the requirements that the verdict turns on
  std::vector<std::string> exceptions;  // symbols of the exceptions that the verdict rests on
  std::string review;                   // the strictest, of the requirements that stand
  std::vector<std::string> steps;       // "notify-bis 2023-12-21"
  std::vector<Need> needs;
  std::vector<std::string> readings;  // "A10=sum": those that change the verdict
  std::size_t assumptions = 0;
  std::vector<std::string> warnings;  // codes, each once
  std::vector<std::string> beside;    // ids; behind what may hold stands a question mark
  Bilingual reason;
};

LineDecision line_decision_of(const Answer& answer);

// One line of the book, as far as it goes into the decisions file. Exactly one of `decision` and
// `diagnostics` says something.
struct DecidedLine {
  std::string line;  // the user's own number, else that of the row
  std::uint32_t file_line = 0;
  const LineDecision* decision = nullptr;
  const Answer* answer = nullptr;  // JSON only
  std::vector<Diagnostic> diagnostics;
  std::optional<Amount> amount;
  std::span<const LookedUpParty> parties;  // those that were looked up, on the day `on`
  std::span<const OwnedPartyPtr> owners;   // where shareholdings were given
  Date on;
};

// Columns of the CSV form, one line with its newline.
std::string_view decisions_header();
std::string csv_row(const DecidedLine& line, Language language);
// The same as one JSON object on a line, with the full answer.
std::string json_row(const DecidedLine& line, Language language);

}  // namespace licit
