// Which items may go: what is left of the law over item facts when everything else about a transaction
// is given. As statements that leave nothing out and say nothing twice, and as cells over two figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/residual.h"

namespace licit {

// One end of a range; `counts`: the number itself belongs to it.
struct RegionEnd {
  Number at;
  bool counts = false;
  bool operator==(const RegionEnd&) const = default;
};

// What one fact has to be.
struct RegionLimit {
  std::string fact;
  std::optional<RegionEnd> low, high;  // numbers
  std::vector<std::string> words;      // else: one of these
  bool operator==(const RegionLimit&) const = default;
};

// Where all of its limits hold, the verdict is this; `undetermined` where it turns on what is no item
// fact and was not given.
struct RegionStatement {
  Verdict verdict{};
  std::vector<RegionLimit> limits;
  bool operator==(const RegionStatement&) const = default;
};

struct Region {
  // Each stands alone; together they leave nothing out. The freest verdict first.
  std::vector<RegionStatement> statements;
  // The same to be read from the top, where the first that holds decides: fewer and shorter. The
  // strictest verdict first; the last one has no limits.
  std::vector<RegionStatement> in_turn;
  std::vector<std::string> item_facts;  // that it depends on, in order
  std::vector<std::string> turns_on;  // facts not given, other than the item's, that it depends on
};

Region region_of(const CompiledLaw& law, const Moment& moment, const Encoded& facts);

// A piece of the plane: bit i for Verdict i; more than one where other facts decide, which are named.
// No verdict at all: no item can be there.
struct PlaneCell {
  Leaves verdicts = 0;
  std::vector<std::string> decided_by;
  bool operator==(const PlaneCell&) const = default;
};

// The plane of two figures cut by the limits of the law: column i lies between limits i - 1 and i.
// Limits that change nothing on that day are no cuts.
struct Plane {
  std::string x, y;  // fact ids
  std::vector<Cut<Number>> x_cuts, y_cuts;
  std::vector<std::vector<PlaneCell>> cells;  // by column, then row
};

// Empty where the law never asks about one of the two, on any day.
std::optional<Plane> plane_of(const CompiledLaw& law, const Moment& moment, const Encoded& facts,
                              const std::string& x, const std::string& y);

}  // namespace licit
