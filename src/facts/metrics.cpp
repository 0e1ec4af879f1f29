#include "facts/metrics.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/mapped.h"
#include "base/text.h"
#include "facts/vocabulary.h"

namespace licit {
namespace {

// A density that no limit of the law reaches, for the reading that an item without any non-planar
// logic die has an unbounded one.
constexpr std::int64_t beyond_any_density = 1'000'000;

// A number on the way to a metric, with what it rests on.
struct Part {
  std::optional<Interval> value;  // absent: nothing is known of it
  std::vector<std::string> inputs;
  Confidence confidence = Confidence::High;
  bool overflow = false;  // a product or sum did not fit; compute() reports it

  void lean_on(const Part& other) {
    for (const std::string& id : other.inputs)
      if (std::find(inputs.begin(), inputs.end(), id) == inputs.end()) inputs.push_back(id);
    confidence = std::max(confidence, other.confidence);
    overflow = overflow || other.overflow;
  }
};

Part whole_number(std::int64_t n) {
  Part part;
  part.value = Interval::exactly(Number(n));
  return part;
}

Part read(const FactSet& facts, std::string_view id) {
  Part part;
  part.inputs.emplace_back(id);
  const FactValue* fact = facts.find(id);
  if (!fact || fact->type != FactType::Number || fact->is_unknown()) return part;
  part.value = fact->number;
  part.confidence = fact->confidence;
  return part;
}

// A peak that nobody mentions is of a format that the chip does not have; one that is said to be
// unknown may be anything.
Part read_peak(const FactSet& facts, std::string_view id) {
  Part part = read(facts, id);
  const FactValue* fact = facts.find(id);
  if (!part.value && fact && fact->type == FactType::Number) part.value = Interval::anything();
  return part;
}

// A metric that somebody stated instead of leaving it to be computed.
std::optional<Part> stated(const FactSet& facts, std::string_view id) {
  const FactValue* fact = facts.find(id);
  if (!fact || fact->origin == Origin::Computed) return {};
  return read(facts, id);
}

template <typename Operation>
Part joined_by(const Part& a, const Part& b, Operation operation) {
  Part out;
  out.lean_on(a);
  out.lean_on(b);
  if (!a.value || !b.value) return out;
  out.value = operation(*a.value, *b.value);
  out.overflow = out.overflow || !out.value;
  return out;
}
Part sum(const Part& a, const Part& b) {
  return joined_by(a, b, [](const Interval& x, const Interval& y) { return plus(x, y); });
}
Part product(const Part& a, const Part& b) {
  return joined_by(a, b, [](const Interval& x, const Interval& y) { return times(x, y); });
}
Part quotient(const Part& a, const Part& b) {
  return joined_by(a, b, [](const Interval& x, const Interval& y) { return over(x, y); });
}

using Formula = Part (*)(const FactSet&);

// What a yes-no fact or a one-of fact may be, without its confidence being lost.
struct Choice {
  std::vector<Scalar> candidates;
  Part part;
  bool is(const Scalar& s) const { return candidates.size() == 1 && candidates.front() == s; }
  bool may_be(const Scalar& s) const {
    return std::find(candidates.begin(), candidates.end(), s) != candidates.end();
  }
};
Choice choice(const FactSet& facts, std::string_view id) {
  Choice out;
  out.part.inputs.emplace_back(id);
  if (const FactValue* fact = facts.find(id)) {
    out.candidates = fact->candidates;
    out.part.confidence = fact->confidence;
  }
  return out;
}

// The largest of several numbers; its inputs are those that may be it.
Part largest(const std::vector<Part>& parts) {
  Part out;
  for (const Part& part : parts) {
    out.overflow = out.overflow || part.overflow;
    if (part.value) out.value = out.value ? max_of(*out.value, *part.value) : *part.value;
  }
  for (const Part& part : parts) {
    const bool too_small =
        part.value && part.value->hi && out.value->lo && *part.value->hi < *out.value->lo;
    // A format that is not listed is asked for only where none is.
    if ((part.value && !too_small) || !out.value) out.lean_on(part);
  }
  return out;
}

enum class Units { All, Tensor, Vector };

// The largest over formats of peak times weight(format), as stated (of one circuit or of the item).
template <typename Weight>
Part largest_peak(const FactSet& facts, Units units, Weight weight) {
  std::vector<Part> parts;
  for (const PeakFormat& format : peak_formats) {
    if (units != Units::All && format.vector != (units == Units::Vector)) continue;
    parts.push_back(product(read_peak(facts, format.fact), whole_number(weight(format))));
  }
  return largest(parts);
}

int input_bits(const PeakFormat& format) { return format.bits; }
// The widest an output could be: accumulation in 32 bits, or 64 where operands have 64.
int output_bits(const PeakFormat& format) { return std::max(format.bits, 32); }
int one(const PeakFormat&) { return 1; }

Part circuits(const FactSet& facts) {
  Part ics = read(facts, "item.ics");
  if (ics.value) return ics;
  const Choice kind = choice(facts, "item.kind");
  if (kind.is(std::string("integrated-circuit"))) {
    Part single = whole_number(1);
    single.lean_on(kind.part);
    return single;
  }
  ics.value = Interval{Number(1), {}};
  return ics;
}

// A figure stated as item.peaks-per says, made that of one circuit. Peaks are those of one circuit
// where nobody says otherwise: so the vocabulary defines them.
Part per_circuit(const FactSet& facts, const Part& stated) {
  const Choice per = choice(facts, "item.peaks-per");
  if (!per.may_be(std::string("item"))) return stated;
  Part divided = quotient(stated, circuits(facts));
  divided.lean_on(per.part);
  if (!per.is(std::string("item")) && divided.value && stated.value)
    divided.value = Interval{divided.value->lo, stated.value->hi};
  return divided;
}

// And the other way: made that of the whole item.
Part of_whole_item(const FactSet& facts, const Part& stated) {
  const Choice per = choice(facts, "item.peaks-per");
  if (per.is(std::string("item"))) {
    Part out = stated;
    out.lean_on(per.part);
    return out;
  }
  Part multiplied = product(stated, circuits(facts));
  if (per.may_be(std::string("item")) && multiplied.value && stated.value) {
    multiplied.lean_on(per.part);
    multiplied.value = Interval{stated.value->lo, multiplied.value->hi};
  }
  return multiplied;
}

// ---- total processing performance -----------------------------------------------------------

Part stated_highest(const FactSet& facts) { return largest_peak(facts, Units::All, input_bits); }

// 3A090 technical notes 1 to 3: peak times bit length, the highest over bit lengths, dense.
Part highest_product(const FactSet& facts) { return per_circuit(facts, stated_highest(facts)); }

// Technical note 1.d read as a sum over units of unlike kind: the largest tensor product plus the
// largest vector product. Where the columns do not say what the vector units do, the sum is at least
// the highest product and has no upper end.
Part sum_of_units(const FactSet& facts) {
  const Choice vector_known = choice(facts, "item.vector-fp32");
  const Part tensor = largest_peak(facts, Units::Tensor, input_bits);
  const Part vector = largest_peak(facts, Units::Vector, input_bits);
  if (vector_known.is(true) && vector.value) {
    Part out = tensor.value ? sum(tensor, vector) : vector;
    out.lean_on(vector_known.part);
    return per_circuit(facts, out);
  }
  Part out = stated_highest(facts);
  out.lean_on(vector_known.part);
  if (out.value) out.value->hi.reset();
  return per_circuit(facts, out);
}

// The whole board as one integrated circuit: the highest product of all its circuits together.
Part board_sum(const FactSet& facts) { return of_whole_item(facts, stated_highest(facts)); }

// ---- performance density --------------------------------------------------------------------

enum class NoArea { NeverDense, BeyondAnyLimit };

Part area_of_one(const FactSet& facts) { return read(facts, "item.die-area"); }

// Technical note 4: TPP over the area of the logic dies made with non-planar transistors. An item
// that has none, or of which none was counted, has no density by the text. A TPP that somebody stated goes before a computed one.
Part density(const FactSet& facts, Formula performance, NoArea rule) {
  const Choice non_planar = choice(facts, "item.non-planar");
  const Interval without_area = rule == NoArea::NeverDense
                                    ? Interval::exactly(Number(0))
                                    : Interval{Number(beyond_any_density), std::nullopt};
  const Part area = area_of_one(facts);
  const bool no_area = area.value && area.value->hi && *area.value->hi == Number(0);
  if (non_planar.is(false) || no_area) {
    Part out;
    out.value = without_area;
    out.lean_on(non_planar.is(false) ? non_planar.part : area);
    return out;
  }
  const std::optional<Part> given = stated(facts, "item.tpp");
  Part out = quotient(given ? *given : performance(facts), area);
  if (!non_planar.candidates.empty()) out.lean_on(non_planar.part);
  // Zero square millimetres are possible: then the density may be as if no die counted.
  const bool may_be_nothing =
      non_planar.may_be(false) || (area.value && (!area.value->lo || *area.value->lo == Number(0)));
  if (out.value && may_be_nothing)
    out.value = Interval{min_of(*out.value, without_area).lo, max_of(*out.value, without_area).hi};
  return out;
}

Part density_of_highest(const FactSet& facts) {
  return density(facts, highest_product, NoArea::NeverDense);
}
Part density_of_sum(const FactSet& facts) {
  return density(facts, sum_of_units, NoArea::NeverDense);
}
// Performance and area both grow with the number of circuits, which cancels.
Part density_of_board(const FactSet& facts) { return density_of_highest(facts); }
Part density_zero_area_unbounded(const FactSet& facts) {
  return density(facts, highest_product, NoArea::BeyondAnyLimit);
}

// ---- October 2022 ---------------------------------------------------------------------------

// 3A090.a.1 of 2022-10-07, technical note 5, with the bit length of the inputs.
Part product_2022(const FactSet& facts) { return highest_product(facts); }

// The same note counts inputs and outputs. Outputs are not on data sheets: between the product over
// input bits and the product over the widest output there could be.
Part product_2022_output_width(const FactSet& facts) {
  Part low = stated_highest(facts);
  const Part high = largest_peak(facts, Units::All, output_bits);
  low.lean_on(high);
  if (low.value && high.value) low.value->hi = high.value->hi;
  return per_circuit(facts, low);
}

// ---- bandwidths -----------------------------------------------------------------------------

// 3A090.a of 2022-10-07: aggregate bidirectional rate over all inputs and outputs other than volatile
// memory. A link whose rate is not known may add anything.
Part io_bandwidth(const FactSet& facts) {
  const Part link = read(facts, "item.interconnect-bandwidth");
  const Part bus = read(facts, "item.pcie-bandwidth");
  if (link.value && bus.value) return sum(link, bus);
  Part out;
  out.lean_on(link);
  out.lean_on(bus);
  const auto& known = link.value ? link.value : bus.value;
  if (known && known->lo && *known->lo > Number(0)) out.value = Interval{known->lo, {}};
  return out;
}

// Rate of the volatile memory outside the die. Memory that is all on the die is no DRAM.
Part dram_bandwidth(const FactSet& facts) {
  const Choice memory = choice(facts, "item.memory-type");
  const bool on_die = memory.candidates.size() == 1 &&
                      std::holds_alternative<std::string>(memory.candidates.front()) &&
                      fold(*std::get_if<std::string>(&memory.candidates.front())) == "sram";
  if (!on_die) return read(facts, "item.memory-bandwidth");
  Part out = whole_number(0);
  out.lean_on(memory.part);
  return out;
}

// Both together; where one is not known, at least the other.
Part bandwidth_sum(const FactSet& facts) {
  const Part memory = stated(facts, "item.dram-bandwidth").value_or(dram_bandwidth(facts));
  const Part io = stated(facts, "item.io-bandwidth").value_or(io_bandwidth(facts));
  if (memory.value && io.value) return sum(memory, io);
  Part out;
  out.lean_on(memory);
  out.lean_on(io);
  const auto& known = memory.value ? memory.value : io.value;
  if (known && known->lo && *known->lo > Number(0)) out.value = Interval{known->lo, {}};
  return out;
}

// 3A090.c and its technical note: memory bandwidth over the area of the package or stack.
Part memory_bandwidth_density(const FactSet& facts) {
  return quotient(read(facts, "item.memory-bandwidth"), read(facts, "item.package-area"));
}

// 3A991.p.1, notes 2 and 3: 2 x MacTOPS, whatever the bit length.
Part tera_operations(const FactSet& facts) {
  return per_circuit(facts, largest_peak(facts, Units::All, one));
}

// ---- shipments and what is used of a quota -----------------------------------------------------

// All circuits of all units of the order line. Which of the ways to compute item.tpp is the pack's, so the
// figure itself is read.
Part shipment_tpp(const FactSet& facts) {
  return product(product(read(facts, "item.tpp"), circuits(facts)), read(facts, "order.quantity"));
}

// What was used before and what this shipment adds. Neither takes away from the other, so that the one
// that is known is a lower end.
Part with_shipment(const FactSet& facts, std::string_view used) {
  const Part before = read(facts, used);
  const Part added = read(facts, "shipment.tpp");
  if (before.value && added.value) return sum(before, added);
  Part out;
  out.lean_on(before);
  out.lean_on(added);
  const auto& known = before.value ? before.value : added.value;
  if (known && known->lo && *known->lo > Number(0)) out.value = Interval{known->lo, {}};
  return out;
}

Part lpp_after(const FactSet& facts) { return with_shipment(facts, "quota.lpp-used"); }
Part country_after(const FactSet& facts) { return with_shipment(facts, "quota.country-used"); }
Part aia_after(const FactSet& facts) { return with_shipment(facts, "quota.aia-used"); }

// In percent of what was shipped at home; without that, or where it is nothing, there is no share.
Part lane_share_after(const FactSet& facts) {
  const Part shipped = product(whole_number(100), with_shipment(facts, "quota.cn-shipped"));
  return quotient(shipped, read(facts, "quota.us-shipped"));
}

// ---- the table ------------------------------------------------------------------------------

#define LICIT_PEAKS                                                                                \
  "item.peak.fp64-tensor", "item.peak.fp64", "item.peak.fp32", "item.peak.tf32", "item.peak.fp16", \
      "item.peak.bf16", "item.peak.fp8", "item.peak.fp6", "item.peak.fp4", "item.peak.int8",       \
      "item.peak.int4", "item.peaks-per", "item.ics", "item.kind"
constexpr std::string_view peak_inputs[] = {LICIT_PEAKS};
constexpr std::string_view unit_inputs[] = {LICIT_PEAKS, "item.vector-fp32"};
constexpr std::string_view density_inputs[] = {LICIT_PEAKS, "item.tpp", "item.die-area",
                                               "item.non-planar"};
constexpr std::string_view unit_density_inputs[] = {LICIT_PEAKS, "item.vector-fp32", "item.tpp",
                                                    "item.die-area", "item.non-planar"};
#undef LICIT_PEAKS
constexpr std::string_view io_inputs[] = {"item.interconnect-bandwidth", "item.pcie-bandwidth"};
constexpr std::string_view dram_inputs[] = {"item.memory-bandwidth", "item.memory-type"};
constexpr std::string_view all_bandwidth_inputs[] = {
    "item.interconnect-bandwidth", "item.pcie-bandwidth",
    "item.memory-bandwidth",       "item.memory-type",
    "item.io-bandwidth",           "item.dram-bandwidth"};
constexpr std::string_view stack_inputs[] = {"item.memory-bandwidth", "item.package-area"};

constexpr std::string_view shipment_inputs[] = {"item.tpp", "item.ics", "item.kind",
                                                "order.quantity"};
constexpr std::string_view lpp_inputs[] = {"quota.lpp-used", "shipment.tpp"};
constexpr std::string_view country_inputs[] = {"quota.country-used", "shipment.tpp"};
constexpr std::string_view aia_inputs[] = {"quota.aia-used", "shipment.tpp"};
constexpr std::string_view lane_inputs[] = {"quota.cn-shipped", "shipment.tpp", "quota.us-shipped"};

constexpr std::string_view tpp_notes =
    "15 CFR 774 Supp. 1, ECCN 3A090, technical notes 1 to 3 to 3A090.a and .b";
constexpr std::string_view unit_note =
    "15 CFR 774 Supp. 1, ECCN 3A090, technical note 1.d to 3A090.a and .b";
constexpr std::string_view density_note =
    "15 CFR 774 Supp. 1, ECCN 3A090, technical note 4 to 3A090.a and .b";
constexpr std::string_view product_2022_notes =
    "ECCN 3A090.a.1 as of 2022-10-07 (87 FR 62186), technical notes 4 to 6";
constexpr std::string_view io_2022 = "ECCN 3A090.a as of 2022-10-07 (87 FR 62186); 3A991.p.2";

// The text of the notes was not read; the rule's preamble (91 FR, doc. 2026-00789) refers to them.
constexpr std::string_view dram_note = "15 CFR 748 Supp. 2, notes to paragraph (dd)(1)";
constexpr std::string_view informed_2025 =
    "is-informed letters of April 2025, as NVIDIA reported them (Form 8-K of 2025-04-15)";

constexpr std::array<MetricInfo, 19> table{{
    {"highest-product", tpp_notes, "TPP", peak_inputs},
    {"sum-of-units", unit_note, "TPP", unit_inputs},
    {"board-sum", tpp_notes, "TPP", peak_inputs},
    {"density-of-highest", density_note, "TPP/mm2", density_inputs},
    {"density-of-sum", density_note, "TPP/mm2", unit_density_inputs},
    {"density-of-board", density_note, "TPP/mm2", density_inputs},
    {"density-zero-area-unbounded", density_note, "TPP/mm2", density_inputs},
    {"product-2022", product_2022_notes, "TPP", peak_inputs},
    {"product-2022-output-width", product_2022_notes, "TPP", peak_inputs},
    {"io-bandwidth", io_2022, "GB/s", io_inputs},
    {"dram-bandwidth", dram_note, "GB/s", dram_inputs},
    {"bandwidth-sum", informed_2025, "GB/s", all_bandwidth_inputs},
    {"memory-bandwidth-density", "15 CFR 774 Supp. 1, ECCN 3A090, technical note to 3A090.c",
     "GB/s/mm2", stack_inputs},
    {"tops", "15 CFR 774 Supp. 1, ECCN 3A991.p, notes 2 and 3", "TOPS", peak_inputs},
    {"shipment-tpp", tpp_notes, "TPP", shipment_inputs, true},
    {"lpp-after", "15 CFR 740.29, as of 2025-01-16 (90 FR 4544)", "TPP", lpp_inputs, true},
    {"country-after", "15 CFR 742.6(b)(10), as of 2025-01-16 (90 FR 4544)", "TPP", country_inputs,
     true},
    {"aia-after", "15 CFR 740.27, as of 2025-01-16 (90 FR 4544)", "TPP", aia_inputs, true},
    {"lane-share-after", "15 CFR 748 Supp. 2, paragraph (dd)(1)", "percent", lane_inputs, true},
}};

constexpr std::array<Formula, table.size()> formulas{highest_product,
                                                     sum_of_units,
                                                     board_sum,
                                                     density_of_highest,
                                                     density_of_sum,
                                                     density_of_board,
                                                     density_zero_area_unbounded,
                                                     product_2022,
                                                     product_2022_output_width,
                                                     io_bandwidth,
                                                     dram_bandwidth,
                                                     bandwidth_sum,
                                                     memory_bandwidth_density,
                                                     tera_operations,
                                                     shipment_tpp,
                                                     lpp_after,
                                                     country_after,
                                                     aia_after,
                                                     lane_share_after};

}  // namespace

std::span<const MetricInfo> metrics() { return table; }

const MetricInfo* find_metric(std::string_view name) {
  const auto* it = std::find_if(table.begin(), table.end(),
                                [&](const MetricInfo& info) { return info.name == name; });
  return it == table.end() ? nullptr : it;
}

std::optional<Shape> shape_of(std::string_view metric, std::string_view input) {
  if (metric.starts_with("density-")) {
    if (input == "item.die-area") return Shape::Inverse;
    if (input == "item.tpp") return Shape::Proportional;
  } else if (metric == "memory-bandwidth-density") {
    if (input == "item.package-area") return Shape::Inverse;
    if (input == "item.memory-bandwidth") return Shape::Proportional;
  } else if (metric == "dram-bandwidth") {
    if (input == "item.memory-bandwidth") return Shape::Proportional;
  } else if (metric == "io-bandwidth" || metric == "bandwidth-sum") {
    if (input.ends_with("-bandwidth")) return Shape::Added;
  }
  return {};
}

Result<FactValue> compute(std::string_view metric, const FactSet& facts) {
  const MetricInfo* info = find_metric(metric);
  if (!info) {
    Diagnostic d;
    d.code = "F008";
    d.message = {Msg::FactUnknownMetric, {std::string(metric)}};
    const auto names =
        mapped(table, [](const MetricInfo& known) { return std::string(known.name); });
    const auto near = nearest(metric, names, 1);
    if (!near.empty()) d.help.push_back({Msg::DidYouMean, {near.front()}});
    return d;
  }
  const Part part = formulas[static_cast<std::size_t>(info - table.data())](facts);
  if (part.overflow) {
    Diagnostic d;
    d.code = "F009";
    d.message = {Msg::FactMetricOverflow, {std::string(metric), joined(part.inputs, ", ")}};
    return d;
  }
  FactValue value = FactValue::of(part.value.value_or(Interval::anything()),
                                  std::string(info->unit), Origin::Computed);
  value.inputs = part.inputs;
  value.confidence = part.confidence;
  return value;
}

}  // namespace licit
