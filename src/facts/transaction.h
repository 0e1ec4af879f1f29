// A transaction as somebody typed it, and as facts: names resolved, values typed, defaults applied and
// listed. Nothing is guessed: what cannot be read is a diagnostic that names the field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "facts/catalogue.h"
#include "facts/fact_set.h"
#include "facts/places.h"
#include "facts/value_text.h"

namespace licit {

// One field by its name (transaction_fields()), or one fact by its id ("item.die-area").
struct TransactionField {
  std::string name;
  std::string text;  // blank: as if it were not there (but for F014)
  Place where;       // empty file: the command line
};

struct Transaction {
  std::vector<TransactionField> fields;
};

// line item kind from to on exporter buyer buyer-hq parent-hq hq consignee consignee-hq end-user
// end-user-hq quantity value currency end-use departed notices
const std::vector<std::string>& transaction_fields();

// What was taken for granted because nobody stated it. It is an assumption of the answer where the
// answer used the fact.
struct AppliedDefault {
  std::string fact;
  FactValue value;        // unknown where what stands in is unknown too
  std::string stands_in;  // "buyer.hq" for "consignee.hq" of a role that nobody named; else empty
};

struct TransactionFacts {
  // One set for each chip that the item's name may mean; one without item facts where no item was
  // named. All but item facts are the same in each. Never empty.
  std::vector<FactSet> candidates;
  std::vector<std::string> chip_ids;  // in the same order; an empty id where no item was named
  // The item as typed where that is no chip's whole name and only one chip's name begins so: other
  // chips, which the catalogue has not, may bear it. Else empty.
  std::string named_by_beginning;
  Date on;
  bool on_is_default = false;
  std::vector<AppliedDefault> defaults;
  std::vector<Diagnostic> diagnostics;  // not empty: the sets hold what could be read

  bool ok() const { return diagnostics.empty(); }
};

// `types` are the facts of the pack, which go before built_in_fact_types(). `today` is the day of a
// transaction that states none.
// Errors: F001 chip, F002 place, F003 day, F004 fact, F005 value, F006 stated twice, F007 field; and
// statements that contradict each other: F010 a transfer within one country that goes to another, F011
// an export within one, F012 a shipment that left after the transfer, F013 an item without circuits,
// F014 an item field that is blank where nothing else describes the item.
TransactionFacts facts_of(const Transaction& transaction, const Catalogue& catalogue,
                          const Places& places, const FactTypes& types, Date today = Date::today());

}  // namespace licit
