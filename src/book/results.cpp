#include "book/results.h"

#include <cstdint>

#include "book/file_problems.h"

namespace licit {

std::optional<Diagnostic> write_results(OrderRows& rows, DecisionsFile& results,
                                        const std::string& path, Progress& shown,
                                        const std::atomic<bool>& stop, const ResultOf& result_of) {
  std::uint64_t lines = 0;
  OrderRow row;
  for (;;) {
    if (stop.load(std::memory_order_relaxed)) return interrupted_at(path, lines);
    const OrderRows::Step step = rows.next(row);
    if (step == OrderRows::Step::End) break;
    results.write(result_of(step, row));
    ++lines;
    if (results.has_failed()) break;
    shown.at(lines, rows.bytes_done());
  }
  if (lines == 0) return no_lines_in(path);
  return results.commit();
}

}  // namespace licit
