#include "facts/vocabulary.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace licit {
namespace {

// Catalogue column -> fact, for columns whose value is the fact's.
struct Direct {
  std::string_view column;
  std::string_view fact;
};
constexpr std::array<Direct, 10> direct{{
    {"kind", "item.kind"},
    {"maker_hq", "item.maker-hq"},
    {"datacenter", "item.datacenter"},
    {"ics", "item.ics"},
    {"peaks_per", "item.peaks-per"},
    {"die_area_mm2", "item.die-area"},
    {"non_planar", "item.non-planar"},
    {"dram_bw_gbps", "item.memory-bandwidth"},
    {"mem_type", "item.memory-type"},
    {"vector_fp32", "item.vector-fp32"},
}};

const FactSpec& spec_of(std::string_view fact) { return built_in_fact_types().find(fact)->second; }

void put(const CatalogueValue& value, std::string_view fact, FactSet& facts) {
  const FactSpec& spec = spec_of(fact);
  FactValue out;
  if (const Interval* number = value.number()) {
    out = FactValue::of(*number, spec.unit == "count" ? "" : spec.unit);
  } else if (const bool* yes = value.yes()) {
    out = FactValue::yes_no(*yes);
  } else {
    out = FactValue::of(spec.type, value.text);
  }
  out.origin = Origin::Catalogue;
  out.confidence = value.confidence;
  out.source = value.source;
  facts.set(std::string(fact), std::move(out));
}

void put_bandwidth(const CatalogueValue& stated, const Number& number, std::string_view fact,
                   FactSet& facts) {
  CatalogueValue value = stated;
  value.value = Interval::exactly(number);
  put(value, fact, facts);
}

void put_text(std::string_view fact, const std::string& text, FactSet& facts) {
  facts.set(std::string(fact), FactValue::of(FactType::Name, text, Origin::Catalogue));
}

FactTypes make_types() {
  const FactSpec name{FactType::Name, "", {}};
  const FactSpec place{FactType::Place, "", {}};
  const FactSpec date{FactType::Date, "", {}};
  const FactSpec yes_no{FactType::YesNo, "", {}};
  const FactSpec any_words{FactType::SetOf, "", {}};
  const FactSpec count{FactType::Number, "count", {}};
  const FactSpec tops{FactType::Number, "TOPS", {}};
  const FactSpec performance{FactType::Number, "TPP", {}};
  const FactSpec area{FactType::Number, "mm2", {}};
  const FactSpec bandwidth{FactType::Number, "GB/s", {}};
  FactTypes types{
      {"transfer.kind", {FactType::OneOf, "", {"export", "reexport", "transfer", "deemed-export"}}},
      {"transfer.on", date},
      {"from.place", place},
      {"to.place", place},
      {"exporter.name", name},
      {"exporter.notices", any_words},
      {"buyer.place", place},
      {"consignee.place", place},
      {"end-user.place", place},
      {"order.line", name},
      {"order.quantity", count},
      {"order.value", {FactType::Number, "", {}}},
      {"order.currency", name},
      {"end-use.text", name},
      {"shipment.departed", date},
      {"item.chip", name},
      {"item.name", name},
      {"item.vendor", name},
      {"item.maker-hq", place},
      {"item.kind",
       {FactType::OneOf,
        "",
        {"integrated-circuit", "assembly", "computer", "software", "technology", "model-weights"}}},
      {"item.datacenter", yes_no},
      {"item.processing", {FactType::OneOf, "", {"digital", "analog"}}},
      {"item.subject-to-ear", yes_no},
      {"item.vector-fp32", yes_no},
      {"item.ics", count},
      {"item.peaks-per", {FactType::OneOf, "", {"ic", "item"}}},
      {"item.die-area", area},
      {"item.non-planar", yes_no},
      {"item.package-area", area},
      {"item.interconnect-bandwidth", bandwidth},
      {"item.pcie-bandwidth", bandwidth},
      {"item.memory-bandwidth", bandwidth},
      {"item.memory-type", name},
      // Computed where nobody states them.
      {"item.tpp", performance},
      {"item.io-bandwidth", bandwidth},
      {"item.dram-bandwidth", bandwidth},
      {"shipment.tpp", performance},
  };
  // What was used of a quota before this shipment.
  for (const char* used : {"quota.lpp-used", "quota.country-used", "quota.aia-used",
                           "quota.cn-shipped", "quota.us-shipped"})
    types.emplace(used, performance);
  for (const char* role : {"buyer", "consignee", "end-user"}) {
    const std::string prefix = role;
    types.emplace(prefix + ".name", name);
    types.emplace(prefix + ".hq", place);
    types.emplace(prefix + ".parent-hq", place);
    types.emplace(prefix + ".listings", any_words);
  }
  for (const PeakFormat& format : peak_formats) types.emplace(format.fact, tops);
  return types;
}

}  // namespace

const FactTypes& built_in_fact_types() {
  static const FactTypes types = make_types();
  return types;
}

void put_chip(const Chip& chip, FactSet& facts) {
  put_text("item.chip", chip.id, facts);
  put_text("item.name", chip.name, facts);
  put_text("item.vendor", chip.vendor, facts);
  // Every part of the catalogue is a digital processor.
  facts.set("item.processing", FactValue::of(FactType::OneOf, "digital", Origin::Catalogue));
  for (const Direct& d : direct)
    if (const CatalogueValue* value = chip.find(d.column)) put(*value, d.fact, facts);
  for (const PeakFormat& format : peak_formats)
    if (const CatalogueValue* value = chip.find(format.column)) put(*value, format.fact, facts);

  // The fact is the area of non-planar logic dies. Where the row does not say that they are, an area
  // is only what it might be at most, and no density follows.
  if (!chip.find("non_planar")) facts.erase("item.die-area");

  if (const CatalogueValue* rate = chip.find("interconnect_gbps")) {
    put(*rate, "item.interconnect-bandwidth", facts);
  } else if (const CatalogueValue* link = chip.find("interconnect"); link && link->text == "none") {
    put_bandwidth(*link, Number(0), "item.interconnect-bandwidth", facts);
  }
  if (const CatalogueValue* pcie = chip.find("pcie"))
    if (const auto rate = pcie_bandwidth(pcie->text))
      put_bandwidth(*pcie, *rate, "item.pcie-bandwidth", facts);
  put_jurisdiction(facts);
}

void put_jurisdiction(FactSet& facts) {
  constexpr std::string_view subject = "item.subject-to-ear";
  if (const FactValue* stated = facts.find(subject)) {
    if (stated->origin != Origin::Default) return;
    facts.erase(subject);
  }
  const FactValue* maker = facts.find("item.maker-hq");
  if (maker && maker->is_settled() && maker->candidates.front() == Scalar(std::string("US")))
    facts.set(std::string(subject), FactValue::yes_no(true, Origin::Default));
}

std::optional<Number> pcie_bandwidth(std::string_view text) {
  if (text == "none") return Number(0);
  // GB/s per lane, both directions together, nominal as data sheets count (x16: 32, 64, 128, 256).
  constexpr std::array<std::pair<std::string_view, int>, 4> generations{
      {{"3.0", 2}, {"4.0", 4}, {"5.0", 8}, {"6.0", 16}}};
  const std::size_t space = text.find(" x");
  if (space == std::string_view::npos) return {};
  const auto lanes = Number::parse(text.substr(space + 2));
  if (!lanes || lanes->den() != 1 || *lanes < Number(1)) return {};
  for (const auto& [generation, rate] : generations)
    if (text.substr(0, space) == generation) return lanes->times(Number(rate));
  return {};
}

}  // namespace licit
