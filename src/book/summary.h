// What an order book came to: lines and value by verdict, what stopped most of it, what to ask, and
// what could not be read. Sums are exact and apart by currency; nothing is converted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/json.h"
#include "base/messages.h"
#include "base/number.h"
#include "book/party_totals.h"
#include "decide/answer.h"

namespace licit {

// One line's value; the currency is empty where none was given.
struct Amount {
  Number number;
  std::string currency;
};

struct Tally {
  std::uint64_t lines = 0;
  std::uint64_t without_value = 0;
  std::map<std::string, Number> value;  // by currency
  // A sum no longer fits an exact number; it is left out of `value`.
  std::map<std::string, bool> overflowed;

  void add(const Amount* amount);  // null: the line states no value
};

struct ProvisionTally {
  std::string provision, cite;
  Tally tally;
};

struct NeedTally {
  std::string fact;
  Bilingual asks;
  Tally tally;
  std::uint64_t settles_alone = 0;  // lines where every answer to it settles the verdict
};

struct BookSummary {
  std::string input, decisions;  // paths
  std::string pack;
  Date verified_through;
  std::uint64_t lines = 0;  // with the bad ones
  std::uint64_t bad = 0;
  std::map<Verdict, Tally> by_verdict;
  // Requirements that stood in the way of lines that need a license or are prohibited, most value
  // first; a line that meets two counts in both.
  std::vector<ProvisionTally> stopped_by;
  // Of undetermined lines, most lines first; a line with two needs counts in both.
  std::vector<NeedTally> needs;
  std::uint64_t with_steps = 0, with_assumptions = 0, with_warnings = 0;
  std::uint64_t decided_anew = 0;         // lines whose facts no earlier line had
  std::optional<ScreenedTally> screened;  // absent: nobody was looked up
  std::vector<OwnersTally> owners;        // by outcome; empty: no shareholdings were given
  std::vector<Diagnostic> bad_lines;      // the first ten
  std::vector<Diagnostic> notes;          // said once about the whole file
  // 2 where a line is bad, else the worst of the lines in the order 4, 3, 5, 0.
  int exit_status = 0;
};

// Exit statuses of lines: the one that a file takes from both.
int worse_status(int a, int b);

// For a terminal `width` columns wide (40 at least); ends in a newline.
std::string render_summary(const BookSummary& summary, Language language, int width);

// The part of it on the parties that were looked up (render_party_summary.cpp).
std::string render_owners_summary(std::span<const OwnersTally> owners, Language language,
                                  std::size_t width);
std::string render_party_summary(const ScreenedTally& tally, Language language, std::size_t width);

// docs/order-files.md, "The summary"; without a newline at its end.
std::string summary_json(const BookSummary& summary);

// An array of messages, as docs/schema/summary.schema.json describes one.
void write_diagnostics(JsonWriter& json, std::string_view key, const std::vector<Diagnostic>& list);

// "1,234,567.50" or "1 234 567,50", a whole number without decimals: for reading only.
std::string grouped(const Number& number, Language language);

// One line: "orders.csv:12:8: message; help".
std::string one_line(const Diagnostic& diagnostic, Language language);

}  // namespace licit
