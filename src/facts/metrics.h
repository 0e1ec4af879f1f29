// Numbers that the law computes from a data sheet. Each metric takes the facts of an item and gives a
// number as an interval: exact where its inputs are points, as wide as they leave it otherwise, and
// unknown where they say nothing. Which metric a fact of the vocabulary is computed by, and under
// which reading, is for the pack to say; citations and formulas are also in docs/facts.md.
//
// All metrics of an item are of one integrated circuit, except board-sum and density-of-board; those of a
// shipment and of what is used of a quota after it are of all its circuits. Peaks are dense
// tera-operations a second with a multiply-accumulate counted as two, as data sheets do, so that
// "2 x MacTOPS x bit length" is peak times bit length. A format without a peak is one that the chip
// does not have, as long as one peak is known.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "facts/fact_set.h"

namespace licit {

struct MetricInfo {
  std::string_view name;                     // "highest-product"
  std::string_view citation;                 // the words of the law that it follows
  std::string_view unit;                     // "TPP", "TPP/mm2", "GB/s", "GB/s/mm2", "TOPS"
  std::span<const std::string_view> inputs;  // every fact it may read
  // Some inputs are figures that are computed themselves: compute() wants those among its facts.
  bool chained = false;
};

// In the order of docs/facts.md.
std::span<const MetricInfo> metrics();
// Null where there is no such metric.
const MetricInfo* find_metric(std::string_view name);

// How a metric moves with one of its inputs while the others stay: in proportion, in inverse
// proportion, or by as much as it. An end of the metric's interval may also stay where it is. So a
// limit on the metric is a limit on the input.
enum class Shape { Proportional, Inverse, Added };
// Empty where it is none of these (the largest of several), or nobody has said.
std::optional<Shape> shape_of(std::string_view metric, std::string_view input);

// The metric's value: origin Computed, inputs the facts that decided it (those that are missing
// included, so that they can be asked for), confidence the lowest of these. Unknown is a value.
// Errors: F008 no such metric, F009 a number too large to be kept exactly.
Result<FactValue> compute(std::string_view metric, const FactSet& facts);

}  // namespace licit
