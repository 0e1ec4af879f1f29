// Decides an order book line by line and writes what was decided beside it. A line that cannot be read
// becomes a row that says why and stops nothing else; the decisions file appears whole at the end or
// not at all. Lines that state the same facts are decided once.
//
// Memory does not grow with the file: one line, a bounded memory of answers, and sums.
#pragma once

#include <atomic>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/cells.h"
#include "book/names_on_lists.h"
#include "book/order_rows.h"
#include "book/party_owners.h"
#include "book/summary.h"
#include "book/table_reader.h"
#include "book/text_file.h"
#include "decide/evaluate.h"
#include "facts/catalogue.h"
#include "facts/transaction.h"

namespace licit {

struct BookOptions {
  // Where the decisions go; empty: the input's name with ".decisions.csv" behind it. A name that ends
  // in ".jsonl" gets one JSON object a line, each with its full answer.
  std::string out;
  Language language = Language::En;  // of the columns `reason` and `message`
  OrderFormat format = OrderFormat::Auto;
  DecimalMark decimal = DecimalMark::Auto;
  DateOrder dates = DateOrder::Iso;
  // What holds for every line that does not state it itself: options and --set of the command.
  std::vector<TransactionField> given;
  // As in Query.
  std::optional<Date> known;
  Knower knower = Knower::Public;
  Posture posture = Posture::Enforced;
  std::map<std::string, std::string> readings;
  bool strict = false;
  std::optional<Date> today;  // the day of lines that state none; absent: the current day
  TableLimits limits;
  // The lists on which the parties named are looked up, on the day of each line; empty: nobody is.
  ListsOn lists_on;
  // Who owns them; null: nobody says. Must outlive the run.
  const OwnersGiven* owners = nullptr;
};

// Reads `path` and writes the decisions. `progress` gets a line that is written over, at most five
// times a second; null for none. Once `stop` is set (a signal handler may), the work ends soon, with
// B018 and without a decisions file.
// Errors are about the file as a whole (docs/order-files.md, B001 to B020), or about what is given for
// every line (those of facts), which is looked at before the file is.
Result<BookSummary> decide_book(const LawView& law, const Catalogue& catalogue,
                                const std::string& path, const BookOptions& options,
                                std::ostream* progress, const std::atomic<bool>& stop);
// The same of a file that is open already.
Result<BookSummary> decide_book(const LawView& law, const Catalogue& catalogue, TextFile file,
                                const BookOptions& options, std::ostream* progress,
                                const std::atomic<bool>& stop);

}  // namespace licit
