// Which items may go in a transaction, with all that a reader needs to believe it: what was taken as
// given, the limits with their citations, the plane of two figures, and where the chips of the
// catalogue stand. What `licit region` shows, as text, as a chart and as JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decide/evaluate.h"
#include "decide/limit_sources.h"
#include "decide/region.h"
#include "facts/catalogue.h"

namespace licit {

struct RegionOptions {
  // Two figures, as typed: a fact id with or without `item.`, or its words' initials ("pd"). Absent:
  // the two that most of the law of that day turns on.
  std::optional<std::pair<std::string, std::string>> axes;
  std::optional<std::vector<std::string>> chips;  // names as typed; absent: see RegionReport::chips
};

// A fact that nobody stated and that is taken as given, so that the answer is about what is usually
// meant; stating it (--set) takes its place.
struct TakenAsGiven {
  std::string fact;
  FactValue value;
  bool on_plane_only = false;
};

// A chip of the catalogue, decided on its own facts, as `check` decides it.
struct RegionChip {
  std::string id, name, vendor;
  FactValue x, y;
  Verdict verdict{};
  bool for_china = false;  // made to stay below a limit
};

// A reading under whose other alternative items fare otherwise: the region is another, or chips of the
// catalogue get another verdict because their figures are computed otherwise.
struct RegionReading {
  std::string id;
  Bilingual says;
  std::string chosen, alternative;
  Bilingual alternative_says;
  bool changes_region = false;
  std::vector<std::string> chips;  // ids of those that get another verdict, of RegionReport::chips
};

struct RegionReport {
  Receipt receipt;  // its outcome means nothing
  Bilingual to;     // names of the destination; empty where none was stated
  std::vector<TakenAsGiven> given;
  std::vector<Assumption> assumed;  // facts that the pack lets pass as absent
  std::vector<Warning> warnings;
  Region region;
  std::vector<LimitSource> limits;  // those that the region rests on
  Plane plane;
  std::vector<LimitSource> plane_limits;
  // Those that were named, else those of the vendor that exports, else all of the catalogue.
  std::vector<RegionChip> chips;
  std::string vendor;  // whose chips these are, where they are of one
  // The region under the other posture, where it is another.
  std::optional<Region> other_posture;
  std::vector<RegionReading> readings;
};

// The query must be about no chip in particular: its candidates have no `item.chip`. The law must have
// its index, and `compiled` must have been compiled for the query's date of knowledge.
// Errors: C075 an axis that is no figure of the law, C076 the same figure twice, F001 no such chip.
Result<RegionReport> region_report(const LawView& law, const Catalogue& catalogue,
                                   const std::shared_ptr<const CompiledLaw>& compiled,
                                   const Query& query, const RegionOptions& options = {});

}  // namespace licit
