// The facts that this folder makes: their ids and types, and what a row of the catalogue says as
// facts. A pack declares the same facts with their questions; where it does, its declaration rules.
#pragma once

#include <optional>
#include <string_view>

#include "base/number.h"
#include "facts/catalogue.h"
#include "facts/fact_set.h"
#include "facts/value_text.h"

namespace licit {

// Type, unit and words of every fact that a transaction, a chip or a metric's input sets.
const FactTypes& built_in_fact_types();

// The formats in which a peak may be known, by catalogue column ("fp64_tensor"), with the fact that
// holds it ("item.peak.fp64-tensor") and the bit length of the inputs to the multiply.
struct PeakFormat {
  std::string_view column;
  std::string_view fact;
  int bits;
  bool vector;  // on the vector units, where item.vector-fp32 says so
};
inline constexpr PeakFormat peak_formats[] = {
    {"fp64_tensor", "item.peak.fp64-tensor", 64, false},
    {"fp64", "item.peak.fp64", 64, true},
    {"fp32", "item.peak.fp32", 32, true},
    // Nineteen bits of a TF32 operand enter the multiply; stored width is 32 (chips/README.md).
    {"tf32", "item.peak.tf32", 19, false},
    {"fp16", "item.peak.fp16", 16, false},
    {"bf16", "item.peak.bf16", 16, false},
    {"fp8", "item.peak.fp8", 8, false},
    {"fp6", "item.peak.fp6", 6, false},
    {"fp4", "item.peak.fp4", 4, false},
    {"int8", "item.peak.int8", 8, false},
    {"int4", "item.peak.int4", 4, false},
};

// Sets every fact that the row states, with origin Catalogue, confidence and source; then
// put_jurisdiction. What the row leaves empty stays unknown.
void put_chip(const Chip& chip, FactSet& facts);

// item.subject-to-ear is yes by default where the maker's headquarters are in the United States, and
// unknown otherwise. Leaves alone what anybody has stated.
void put_jurisdiction(FactSet& facts);

// GB/s in both directions together of a PCIe interface as data sheets write it: "4.0 x16" -> 64,
// "none" -> 0. Empty where generation or lanes are not stated.
std::optional<Number> pcie_bandwidth(std::string_view text);

}  // namespace licit
