// From the rows of a file to its results, a line each.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "book/decisions_file.h"
#include "book/order_rows.h"
#include "book/progress.h"

namespace licit {

// The result of one row.
using ResultOf = std::function<std::string(OrderRows::Step, const OrderRow&)>;

// Writes the result of every row and puts the file in its place. B018 where `stop` was set before the end,
// B019 where it could not be written, B020 where there is no row; `path` is what is read, for these.
// `shown` is told of every row. Not for use from two threads.
std::optional<Diagnostic> write_results(OrderRows& rows, DecisionsFile& results,
                                        const std::string& path, Progress& shown,
                                        const std::atomic<bool>& stop, const ResultOf& result_of);

}  // namespace licit
