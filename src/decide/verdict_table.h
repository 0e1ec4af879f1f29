// A day's law laid out for one purpose: the verdict of a transaction of which every class is known, as
// fast as memory allows. The parts of a Moment, ordered by what they can weigh, are packed so that a step
// is one load of the class and one of the entry. (Joining them saves steps and not time, and costs more
// than all other compiling: bench/RESULTS.md.) It is made of the diagrams when it is first wanted, in
// milliseconds, and never written to a file: the tables of all days would be larger than the diagrams.
//
// A table owns nothing and is read only: any number of threads may ask it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "diagram/diagrams.h"

namespace licit {

// Where a step leads: the variable asked next and the place of its entries, one for each class. An
// entry below `most_values` is a leaf.
using VerdictEntry = std::uint32_t;

class VerdictTable {
 public:
  static constexpr std::uint32_t place_bits = 20;
  static constexpr VerdictEntry most_place = (1U << place_bits) - 1;

  struct Root {
    VerdictEntry entry = 0;
    std::uint32_t heaviest = 0;  // the largest leaf below
    bool operator==(const Root&) const = default;
  };

  VerdictTable() = default;
  // The entries must outlive the table. Roots from the heaviest down.
  VerdictTable(std::span<const VerdictEntry> entries, std::vector<Root> roots)
      : entries_(entries), roots_(std::move(roots)) {}

  // The heaviest leaf of any part for one class of each variable.
  Leaf at(std::span<const std::uint8_t> classes) const {
    const VerdictEntry* const entries = entries_.data();
    std::uint32_t heaviest = 0;
    for (const Root& root : roots_) {
      if (root.heaviest <= heaviest) break;
      VerdictEntry entry = root.entry;
      while (entry >= most_values) {
        entry = entries[(entry & most_place) + classes[variable_of(entry)]];
      }
      heaviest = entry > heaviest ? entry : heaviest;
    }
    return static_cast<Leaf>(heaviest);
  }

  static Variable variable_of(VerdictEntry entry) {
    return static_cast<Variable>((entry >> place_bits) - 1);
  }

  std::span<const VerdictEntry> entries() const { return entries_; }
  const std::vector<Root>& roots() const { return roots_; }

 private:
  std::span<const VerdictEntry> entries_;
  std::vector<Root> roots_;
};

// The entries of a table of these functions, of which the largest leaf counts; `reach` is every leaf
// below each node. No roots where they
// would be more entries or variables than an entry has bits for: then whoever asks walks the parts.
struct PackedTable {
  std::vector<VerdictEntry> entries;
  std::vector<VerdictTable::Root> roots;
};
PackedTable packed_table(const DiagramView& diagrams, std::span<const Leaves> reach,
                         const std::vector<Diagram>& parts);

}  // namespace licit
