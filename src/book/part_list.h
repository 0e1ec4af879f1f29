// Classifies a vendor's list of parts, line by line, and writes the classes beside it. A line that cannot
// be read becomes a row that says why and stops nothing else; the file of classes appears whole at the
// end or not at all. What may be read is what order books are written in.
//
// Memory does not grow with the file, but for the part numbers seen, of which a million is kept.
#pragma once

#include <atomic>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/cells.h"
#include "book/order_rows.h"
#include "book/part_summary.h"
#include "facts/catalogue.h"

namespace licit {

struct PartListOptions {
  // Where the classes go; empty: the input's name with ".classes.csv" behind it. A name that ends in
  // ".jsonl" gets one JSON object a line.
  std::string out;
  Language language = Language::En;  // of the column `message`
  OrderFormat format = OrderFormat::Auto;
  DecimalMark decimal = DecimalMark::Auto;
  DateOrder dates = DateOrder::Iso;
  // What holds for every line that does not state it itself, the day among it.
  std::vector<TransactionField> given;
  ClassSetting setting;
  std::optional<Date> today;  // the day where none is given; absent: the current day
  TableLimits limits;
};

// As decide_book(): reads `file` and writes the classes, with progress and interruption as there.
// Errors are about the file as a whole (docs/part-lists.md, B001 to B020), or about what is given for
// every line (those of facts).
Result<PartSummary> classify_parts(const LawView& law, const Catalogue& catalogue, TextFile file,
                                   const PartListOptions& options, std::ostream* progress,
                                   const std::atomic<bool>& stop);

}  // namespace licit
