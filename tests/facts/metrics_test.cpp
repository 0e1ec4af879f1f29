// Expected values are the law's own examples (87 FR 62186 and 88 FR 73458, technical notes), figures
// that vendors publish, and arithmetic on data-sheet figures written out in the test.

#include "facts/metrics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "facts/vocabulary.h"
#include "tables.h"

namespace licit {
namespace {

using test::catalogue;
using test::number;

FactSet facts_with(std::initializer_list<std::pair<const char*, const char*>> given) {
  FactSet facts;
  for (const auto& [id, text] : given) {
    const auto value = parse_value(built_in_fact_types().at(id), text, test::places(), {id, {}});
    EXPECT_TRUE(value.ok()) << id << " = " << text;
    if (value.ok()) facts.set(id, value.value());
  }
  return facts;
}

FactValue value_of(const char* metric, const FactSet& facts) {
  const auto value = compute(metric, facts);
  EXPECT_TRUE(value.ok()) << metric << ": "
                          << test::explain(value.ok() ? std::vector<Diagnostic>{} : value.errors());
  return value.ok() ? value.value() : FactValue::unknown(FactType::Number);
}

std::string text_of(const char* metric, const FactSet& facts) {
  return value_of(metric, facts).text();
}

FactSet chip(const char* id) {
  FactSet facts;
  const Chip* row = catalogue().find(id);
  EXPECT_NE(row, nullptr) << id;
  if (row) put_chip(*row, facts);
  return facts;
}

// ---- the official examples ------------------------------------------------------------------

// 87 FR 62186, technical note 4 to 3A090 (O1, O2); 88 FR 73458, technical note 2 (O1 to O4): 4800 is
// met by 600 tera integer operations (2 x 300 MacTOPS) at 8 bits or 300 TFLOPS (2 x 150) at 16 bits.
TEST(OfficialExamples, O1SixHundredTeraIntegerOperationsAtEightBits) {
  const FactSet facts = facts_with({{"item.peak.int8", "600"}});
  EXPECT_EQ(text_of("highest-product", facts), "4800 TPP");
  EXPECT_EQ(text_of("product-2022", facts), "4800 TPP");
}
TEST(OfficialExamples, O2ThreeHundredTeraflopsAtSixteenBits) {
  const FactSet facts = facts_with({{"item.peak.fp16", "300"}});
  EXPECT_EQ(text_of("highest-product", facts), "4800 TPP");
  EXPECT_EQ(text_of("product-2022", facts), "4800 TPP");
}
TEST(OfficialExamples, O3And4APeakCountsAMultiplyAccumulateTwice) {
  // 2 x 300 MacTOPS and 2 x 150 MacTOPS are the peaks of a data sheet.
  EXPECT_EQ(text_of("highest-product", facts_with({{"item.peak.int8", "600"}})),
            text_of("highest-product", facts_with({{"item.peak.bf16", "300"}})));
}

// BIS briefing of 2023-11-06 (CSET, footnote 3): the whole logic die counts, caches included, and
// stacks of memory do not. So the area is that of the logic die as published: 814 mm2 for GH100 and
// nothing for its six HBM stacks.
TEST(OfficialExamples, O5And6AreaIsTheWholeLogicDieWithoutMemoryStacks) {
  EXPECT_EQ(chip("h100_sxm").find("item.die-area")->text(), "814 mm2");
  EXPECT_EQ(value_of("density-of-highest", chip("h20")).number,
            Interval::exactly(*Number(2368).over(Number(814))));
}

// ---- highest product ------------------------------------------------------------------------

TEST(HighestProduct, TakesTheFormatWithTheHighestProduct) {
  const FactValue value = value_of(
      "highest-product",
      facts_with({{"item.peak.fp16", "100"}, {"item.peak.int8", "150"}, {"item.peak.fp64", "1"}}));
  EXPECT_EQ(value.text(), "1600 TPP");  // 100 x 16 > 150 x 8 > 1 x 64
  EXPECT_EQ(value.inputs, (std::vector<std::string>{"item.peak.fp16"}));
  EXPECT_EQ(value.origin, Origin::Computed);
}

TEST(HighestProduct, CountsTheBitsThatEnterTheMultiply) {
  const std::pair<const char*, const char*> expected[] = {
      {"item.peak.fp64-tensor", "64 TPP"}, {"item.peak.fp64", "64 TPP"},
      {"item.peak.fp32", "32 TPP"},        {"item.peak.tf32", "19 TPP"},
      {"item.peak.fp16", "16 TPP"},        {"item.peak.bf16", "16 TPP"},
      {"item.peak.fp8", "8 TPP"},          {"item.peak.fp6", "6 TPP"},
      {"item.peak.fp4", "4 TPP"},          {"item.peak.int8", "8 TPP"},
      {"item.peak.int4", "4 TPP"}};
  for (const auto& [format, tpp] : expected)
    EXPECT_EQ(text_of("highest-product", facts_with({{format, "1"}})), tpp) << format;
}

TEST(HighestProduct, OfAnIntervalOfPeaksIsAnInterval) {
  const FactValue value = value_of(
      "highest-product", facts_with({{"item.peak.fp16", "100..200"}, {"item.peak.int8", "250"}}));
  EXPECT_EQ(value.text(), "2000..3200 TPP");
  EXPECT_EQ(value.inputs, (std::vector<std::string>{"item.peak.fp16", "item.peak.int8"}));
}

TEST(HighestProduct, OfNothingIsUnknownAndAsksForPeaks) {
  const FactValue value = value_of("highest-product", FactSet{});
  EXPECT_TRUE(value.is_unknown());
  EXPECT_EQ(value.inputs.size(), std::size(peak_formats));
}

TEST(HighestProduct, APeakSaidToBeUnknownMayBeAnything) {
  const FactValue value = value_of(
      "highest-product", facts_with({{"item.peak.fp16", "100"}, {"item.peak.fp4", "unknown"}}));
  EXPECT_EQ(value.text(), "1600.. TPP");
}

TEST(HighestProduct, OfOneCircuitWhereThePeaksAreTheItems) {
  EXPECT_EQ(
      text_of(
          "highest-product",
          facts_with({{"item.peak.int8", "870"}, {"item.peaks-per", "item"}, {"item.ics", "4"}})),
      "1740 TPP");
  EXPECT_EQ(text_of("highest-product", facts_with({{"item.peak.int8", "870"},
                                                   {"item.peaks-per", "{ic, item}"},
                                                   {"item.ics", "4"}})),
            "1740..6960 TPP");
  EXPECT_EQ(text_of("highest-product",
                    facts_with({{"item.peak.int8", "870"}, {"item.peaks-per", "item"}})),
            "..6960 TPP");
}

TEST(HighestProduct, HasTheLowestConfidenceOfWhatDecidesIt) {
  FactSet facts = facts_with({{"item.peak.fp16", "100"}, {"item.peak.int8", "150"}});
  FactValue weak = *facts.find("item.peak.fp16");
  weak.confidence = Confidence::Low;
  facts.set("item.peak.fp16", weak);
  EXPECT_EQ(value_of("highest-product", facts).confidence, Confidence::Low);
}

TEST(HighestProduct, ThatDoesNotFitIsAnErrorAndNotUnknown) {
  const auto value =
      compute("highest-product", facts_with({{"item.peak.fp64", "900000000000000000"}}));
  ASSERT_FALSE(value.ok());
  EXPECT_EQ(value.errors().front().code, "F009");
}

// TPP per GPU as NVIDIA declares it (export classification list, 2026-07-31). A data sheet rounds a
// peak to three or four figures, so products differ by up to one part in a hundred.
TEST(VendorFigures, HighestProductIsWithinTheirRounding) {
  const std::pair<const char*, int> declared[] = {
      {"a100_sxm_80", 4989}, {"a100_pcie_80", 4989}, {"a800_sxm_80", 4989}, {"h100_pcie", 12224},
      {"h100_sxm", 15840},   {"h200_sxm", 15840},    {"h800_sxm", 15840},   {"l40s", 5872},
      {"l40", 2912},         {"a40", 2392},          {"l4", 1952},          {"rtx_6000_ada", 5840},
      {"rtx_5090", 6720},    {"h20", 2368},          {"gb200", 40200}};
  for (const auto& [id, tpp] : declared) {
    const FactValue value = value_of("highest-product", chip(id));
    ASSERT_TRUE(value.is_settled()) << id;
    const Number ratio = *value.number.lo->over(Number(tpp));
    EXPECT_GE(ratio, number("0.99")) << id << " " << value.text();
    EXPECT_LE(ratio, number("1.01")) << id << " " << value.text();
  }
}

// The same list declares 55,432 for the B300, which is 13,858 TFLOPS at 4 bits: every format counts.
TEST(VendorFigures, TheB300IsSetByFourBits) {
  const FactValue value = value_of("highest-product", chip("b300"));
  EXPECT_LE(*value.number.lo, Number(55432));
  EXPECT_GE(*value.number.hi, Number(55432));
  EXPECT_EQ(value.inputs, (std::vector<std::string>{"item.peak.fp4"}));
}

// Densities that follow from NVIDIA's declared figures and published die areas (dossier of
// 2022-2024, section 7.3), on the same side of 1.6, 3.2 and 5.92 as here.
TEST(VendorFigures, DensityIsOnTheSameSideOfEveryLimit) {
  const std::pair<const char*, const char*> declared[] = {
      {"a100_sxm_80", "6.04"}, {"h100_pcie", "15.0"}, {"h100_sxm", "19.5"}, {"l40s", "9.64"},
      {"l40", "4.78"},         {"a30", "3.196"},      {"a40", "3.81"},      {"l4", "6.64"},
      {"rtx_6000_ada", "9.6"}, {"rtx_5090", "9.0"},   {"h20", "2.91"},      {"l20", "3.14"},
      {"l2", "5.25"}};
  for (const auto& [id, density] : declared) {
    const FactValue value = value_of("density-of-highest", chip(id));
    ASSERT_TRUE(value.is_settled()) << id;
    // The A30 lies on both sides of 3.2 by the rounding of its peaks: 330 x 8 or 661 x 4.
    for (const char* limit : {"1.6", "3.2", "5.92"})
      EXPECT_TRUE(std::string(id) == "a30" ||
                  (*value.number.lo < number(limit)) == (number(density) < number(limit)))
          << id << " " << value.text() << " " << limit;
    EXPECT_GE(*value.number.lo->over(number(density)), number("0.98")) << id;
    EXPECT_LE(*value.number.lo->over(number(density)), number("1.02")) << id;
  }
}

// ---- reading A10: the sum over units --------------------------------------------------------

// Issue, expected answer 1: HGX H20, sum of units 3,776 = 296 x 8 + 44 x 32.
TEST(SumOfUnits, OfTheH20) { EXPECT_EQ(text_of("sum-of-units", chip("h20")), "3776 TPP"); }

TEST(SumOfUnits, AddsTheLargestTensorAndTheLargestVectorProduct) {
  const FactSet facts = facts_with({{"item.peak.fp16", "100"},
                                    {"item.peak.int8", "150"},
                                    {"item.peak.fp32", "20"},
                                    {"item.peak.fp64", "5"},
                                    {"item.vector-fp32", "yes"}});
  EXPECT_EQ(text_of("sum-of-units", facts), "2240 TPP");  // 1600 + 640
}

TEST(SumOfUnits, HasNoUpperEndWhereTheColumnsDoNotSay) {
  EXPECT_EQ(
      text_of("sum-of-units", facts_with({{"item.peak.fp16", "100"}, {"item.peak.fp32", "20"}})),
      "1600.. TPP");
  EXPECT_EQ(text_of("sum-of-units", facts_with({{"item.peak.fp16", "100"},
                                                {"item.peak.fp32", "20"},
                                                {"item.vector-fp32", "no"}})),
            "1600.. TPP");
  EXPECT_EQ(
      text_of("sum-of-units", facts_with({{"item.peak.fp16", "100"}, {"item.vector-fp32", "yes"}})),
      "1600.. TPP");
  EXPECT_TRUE(value_of("sum-of-units", FactSet{}).is_unknown());
}

TEST(SumOfUnits, OfVectorUnitsAloneIsTheirs) {
  EXPECT_EQ(
      text_of("sum-of-units", facts_with({{"item.peak.fp32", "20"}, {"item.vector-fp32", "yes"}})),
      "640 TPP");
}

// ---- reading A4: the board ------------------------------------------------------------------

TEST(BoardSum, IsAllCircuitsTogether) {
  // A16: four GPUs of 71.8 INT4 tera-operations each.
  EXPECT_EQ(
      value_of("board-sum", chip("a16")).number,
      Interval::exactly(*value_of("highest-product", chip("a16")).number.lo->times(Number(4))));
  EXPECT_EQ(
      text_of(
          "board-sum",
          facts_with({{"item.peak.int8", "870"}, {"item.peaks-per", "item"}, {"item.ics", "4"}})),
      "6960 TPP");
  EXPECT_EQ(text_of("board-sum",
                    facts_with({{"item.peak.int8", "100"}, {"item.kind", "integrated-circuit"}})),
            "800 TPP");
  // Nobody said how many there are: one at least.
  EXPECT_EQ(text_of("board-sum", facts_with({{"item.peak.int8", "100"}})), "800.. TPP");
}

TEST(DensityOfBoard, IsThatOfOneCircuit) {
  EXPECT_EQ(value_of("density-of-board", chip("a16")), value_of("density-of-highest", chip("a16")));
}

// ---- density --------------------------------------------------------------------------------

// Issue, expected answer 17: TPP 2,000 on unknown, 900..1000, 600..650, 400..600, 300..330 mm2.
TEST(Density, OfAStatedPerformanceAndAnIntervalOfArea) {
  EXPECT_TRUE(value_of("density-of-highest", facts_with({{"item.tpp", "2000"}})).is_unknown());
  const auto density = [](const char* area) {
    return value_of("density-of-highest",
                    facts_with({{"item.tpp", "2000"}, {"item.die-area", area}}))
        .number;
  };
  EXPECT_EQ(density("900..1000"), (Interval{Number(2), Number::fraction(20, 9)}));
  EXPECT_EQ(density("600..650"), (Interval{Number::fraction(40, 13), Number::fraction(10, 3)}));
  EXPECT_EQ(density("400..600"), (Interval{Number::fraction(10, 3), Number(5)}));
  EXPECT_EQ(density("300..330"), (Interval{Number::fraction(200, 33), Number::fraction(20, 3)}));
}

TEST(Density, AsksForTheAreaThatIsMissing) {
  const FactValue value = value_of("density-of-highest", facts_with({{"item.peak.fp8", "250"}}));
  EXPECT_TRUE(value.is_unknown());
  EXPECT_EQ(value.inputs, (std::vector<std::string>{"item.peak.fp8", "item.die-area"}));
}

// Technical note 4 counts non-planar dies only; what a chip without any has is reading A3.
TEST(Density, WithoutNonPlanarDiesMeetsNoLimitOrEvery) {
  const FactSet planar =
      facts_with({{"item.peak.fp8", "250"}, {"item.die-area", "500"}, {"item.non-planar", "no"}});
  EXPECT_EQ(text_of("density-of-highest", planar), "0 TPP/mm2");
  EXPECT_EQ(text_of("density-of-sum", planar), "0 TPP/mm2");
  EXPECT_EQ(text_of("density-zero-area-unbounded", planar), "1000000.. TPP/mm2");
  const FactSet either = facts_with(
      {{"item.peak.fp8", "250"}, {"item.die-area", "500"}, {"item.non-planar", "{yes, no}"}});
  EXPECT_EQ(text_of("density-of-highest", either), "0..4 TPP/mm2");
  EXPECT_EQ(text_of("density-zero-area-unbounded", either), "4.. TPP/mm2");
}

// An applicable area of zero says that no die is non-planar: the text defines no density then.
TEST(Density, OfNoAreaAtAllIsThatOfNoNonPlanarDie) {
  const FactSet none =
      facts_with({{"item.tpp", "2000"}, {"item.die-area", "0"}, {"item.non-planar", "yes"}});
  EXPECT_EQ(text_of("density-of-highest", none), "0 TPP/mm2");
  EXPECT_EQ(text_of("density-zero-area-unbounded", none), "1000000.. TPP/mm2");
  EXPECT_EQ(value_of("density-of-highest", none).inputs, std::vector<std::string>{"item.die-area"});
}

// What a question about an input turns on: the law's limits on the metric, moved to the input.
TEST(Shape, EveryInputThatHasOneMovesTheMetricThatWay) {
  const FactSet base = facts_with({{"item.tpp", "2000"},
                                   {"item.die-area", "500"},
                                   {"item.non-planar", "yes"},
                                   {"item.interconnect-bandwidth", "400"},
                                   {"item.pcie-bandwidth", "128"},
                                   {"item.memory-bandwidth", "900"},
                                   {"item.memory-type", "HBM3"},
                                   {"item.package-area", "300"},
                                   {"item.peak.fp8", "250"},
                                   {"item.peak.fp32", "60"},
                                   {"item.vector-fp32", "yes"},
                                   {"item.kind", "integrated-circuit"}});
  int moved = 0;
  for (const MetricInfo& metric : metrics()) {
    for (const std::string_view input : metric.inputs) {
      const auto shape = shape_of(metric.name, input);
      if (!shape) continue;
      const auto at = [&](std::int64_t value) {
        FactSet facts = base;
        facts.set(std::string(input), FactValue::of(Interval::exactly(Number(value)), ""));
        return *compute(metric.name, facts)->number.lo;
      };
      const Number one = at(1000), two = at(2000);
      if (one == two) continue;  // something else says what the metric is
      ++moved;
      const bool as_said = *shape == Shape::Proportional ? two == *one.times(Number(2))
                           : *shape == Shape::Inverse    ? one == *two.times(Number(2))
                                                         : *two.minus(one) == Number(1000);
      EXPECT_TRUE(as_said) << metric.name << " by " << input;
    }
  }
  // Density four times by area and TPP, memory density by both, three bandwidths by their parts.
  EXPECT_GE(moved, 12);
}

TEST(Density, OfAnAreaThatMayBeNothingClaimsNoLowerEnd) {
  const FactSet facts = facts_with({{"item.tpp", "2000"}, {"item.die-area", "..500"}});
  const Interval density = value_of("density-of-highest", facts).number;
  EXPECT_EQ(density.lo.value_or(Number(0)), Number(0));
  EXPECT_FALSE(density.hi);
}

// ---- October 2022 ---------------------------------------------------------------------------

TEST(Product2022, WithOutputBitsIsAnInterval) {
  // FP16 in: 100 x 16; FP32 out at most: 100 x 32. INT8 at most 150 x 32.
  EXPECT_EQ(text_of("product-2022-output-width",
                    facts_with({{"item.peak.fp16", "100"}, {"item.peak.int8", "150"}})),
            "1600..4800 TPP");
  EXPECT_EQ(text_of("product-2022-output-width", facts_with({{"item.peak.fp64", "10"}})),
            "640 TPP");
}

// ---- bandwidths -----------------------------------------------------------------------------

// Dossier, section 7.4: A100 600 GB/s NVLink plus 64 PCIe; A800 400 plus 64; RTX 4090 PCIe only, 64.
TEST(IoBandwidth, AddsLinksAndPcie) {
  EXPECT_EQ(text_of("io-bandwidth", chip("a100_sxm_80")), "664 GB/s");
  EXPECT_EQ(text_of("io-bandwidth", chip("a800_sxm_80")), "464 GB/s");
  EXPECT_EQ(text_of("io-bandwidth", chip("rtx_4090")), "64 GB/s");
}

TEST(IoBandwidth, IsOpenAboveWhereALinkIsNotKnown) {
  EXPECT_EQ(text_of("io-bandwidth", facts_with({{"item.interconnect-bandwidth", "900"}})),
            "900.. GB/s");
  EXPECT_EQ(text_of("io-bandwidth", facts_with({{"item.pcie-bandwidth", "64"}})), "64.. GB/s");
  EXPECT_TRUE(value_of("io-bandwidth", facts_with({{"item.pcie-bandwidth", "0"}})).is_unknown());
  EXPECT_TRUE(value_of("io-bandwidth", FactSet{}).is_unknown());
}

TEST(DramBandwidth, IsThatOfMemoryOutsideTheDie) {
  EXPECT_EQ(text_of("dram-bandwidth", chip("h20")), "4000 GB/s");
  EXPECT_EQ(text_of("dram-bandwidth", chip("wse3")), "0 GB/s");  // SRAM only
  EXPECT_TRUE(value_of("dram-bandwidth", FactSet{}).is_unknown());
}

TEST(BandwidthSum, AddsBoth) {
  EXPECT_EQ(text_of("bandwidth-sum", chip("h20")), "5028 GB/s");  // 4000 + 900 + 128
  EXPECT_EQ(text_of("bandwidth-sum", facts_with({{"item.memory-bandwidth", "4000"}})),
            "4000.. GB/s");
  EXPECT_EQ(text_of("bandwidth-sum",
                    facts_with({{"item.dram-bandwidth", "100"}, {"item.io-bandwidth", "50"}})),
            "150 GB/s");
}

TEST(MemoryBandwidthDensity, IsRateOverArea) {
  EXPECT_EQ(text_of("memory-bandwidth-density",
                    facts_with({{"item.memory-bandwidth", "1000"}, {"item.package-area", "400"}})),
            "2.5 GB/s/mm2");
  EXPECT_TRUE(value_of("memory-bandwidth-density", chip("h20")).is_unknown());
}

// 3A991.p.1: TOPS whatever the bit length.
TEST(Tops, IsTheHighestPeak) {
  EXPECT_EQ(text_of("tops", facts_with({{"item.peak.fp16", "4"}, {"item.peak.int8", "8"}})),
            "8 TOPS");
  EXPECT_TRUE(value_of("tops", FactSet{}).is_unknown());
}

// ---- shipments and quotas -------------------------------------------------------------------

// Total processing performance times circuits times quantity: an H20 has 2368 TPP (148 TFLOPS at 16 bits),
// a server of eight of them 18944, and five servers 94720.
TEST(ShipmentTpp, IsThatOfAllCircuitsOfAllUnits) {
  EXPECT_EQ(text_of("shipment-tpp",
                    facts_with({{"item.tpp", "2368"}, {"item.ics", "8"}, {"order.quantity", "5"}})),
            "94720 TPP");
  EXPECT_EQ(text_of("shipment-tpp", facts_with({{"item.tpp", "2368"},
                                                {"item.kind", "integrated-circuit"},
                                                {"order.quantity", "5"}})),
            "11840 TPP");
  EXPECT_EQ(text_of("shipment-tpp",
                    facts_with(
                        {{"item.tpp", "2000..3000"}, {"item.ics", "2"}, {"order.quantity", "10"}})),
            "40000..60000 TPP");
}

TEST(ShipmentTpp, IsUnknownWithoutAQuantityOrAFigure) {
  const FactValue open =
      value_of("shipment-tpp", facts_with({{"item.tpp", "2368"}, {"item.ics", "8"}}));
  EXPECT_TRUE(open.is_unknown());
  EXPECT_EQ(open.inputs, (std::vector<std::string>{"item.tpp", "item.ics", "order.quantity"}));
  EXPECT_TRUE(value_of("shipment-tpp", facts_with({{"item.ics", "8"}, {"order.quantity", "5"}}))
                  .is_unknown());
  // However many circuits there are, there is one at least.
  EXPECT_EQ(text_of("shipment-tpp", facts_with({{"item.tpp", "2368"}, {"order.quantity", "5"}})),
            "11840.. TPP");
}

// 15 CFR 740.29: 26,900,000 TPP a consignee and year; 26,880,000 are used and 20,000 or 20,001 ship.
TEST(Quota, IsWhatWasUsedAndWhatShips) {
  EXPECT_EQ(
      text_of("lpp-after", facts_with({{"quota.lpp-used", "26880000"}, {"shipment.tpp", "20000"}})),
      "26900000 TPP");
  EXPECT_EQ(
      text_of("lpp-after", facts_with({{"quota.lpp-used", "26880000"}, {"shipment.tpp", "20001"}})),
      "26900001 TPP");
  EXPECT_EQ(text_of("country-after",
                    facts_with({{"quota.country-used", "7.9e8"}, {"shipment.tpp", "1"}})),
            "790000001 TPP");
  EXPECT_EQ(
      text_of("aia-after", facts_with({{"quota.aia-used", "252000000"}, {"shipment.tpp", "1e6"}})),
      "253000000 TPP");
}

TEST(Quota, IsAtLeastWhatIsKnownOfIt) {
  EXPECT_EQ(text_of("lpp-after", facts_with({{"quota.lpp-used", "27000000"}})), "27000000.. TPP");
  EXPECT_EQ(text_of("lpp-after", facts_with({{"shipment.tpp", "5000"}})), "5000.. TPP");
  EXPECT_TRUE(value_of("lpp-after", FactSet{}).is_unknown());
  EXPECT_EQ(value_of("lpp-after", FactSet{}).inputs,
            (std::vector<std::string>{"quota.lpp-used", "shipment.tpp"}));
}

// Supp. 2 to part 748, (dd)(1): at most 50 percent of the aggregate shipped to customers at home.
TEST(LaneShare, IsInPercentOfWhatWasShippedAtHome) {
  EXPECT_EQ(text_of("lane-share-after", facts_with({{"quota.cn-shipped", "400000"},
                                                    {"shipment.tpp", "100000"},
                                                    {"quota.us-shipped", "1000000"}})),
            "50 percent");
  // Exactly: one TPP more is above a half, by a ten-thousandth of a percent.
  const FactValue above =
      value_of("lane-share-after", facts_with({{"quota.cn-shipped", "400000"},
                                               {"shipment.tpp", "100001"},
                                               {"quota.us-shipped", "1000000"}}));
  EXPECT_EQ(compare(above.number, Comparison::LessEqual, Interval::exactly(Number(50))), Truth::No);
  EXPECT_TRUE(value_of("lane-share-after", facts_with({{"quota.cn-shipped", "400000"},
                                                       {"shipment.tpp", "100000"},
                                                       {"quota.us-shipped", "0"}}))
                  .is_unknown());
  EXPECT_TRUE(value_of("lane-share-after",
                       facts_with({{"quota.cn-shipped", "400000"}, {"shipment.tpp", "100000"}}))
                  .is_unknown());
}

// ---- the table ------------------------------------------------------------------------------

TEST(Metrics, EachHasACitationAUnitAndKnownInputs) {
  std::set<std::string_view> names;
  for (const MetricInfo& info : metrics()) {
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    EXPECT_FALSE(info.citation.empty()) << info.name;
    EXPECT_FALSE(info.unit.empty()) << info.name;
    EXPECT_EQ(find_metric(info.name), &info);
    for (const std::string_view input : info.inputs)
      EXPECT_TRUE(built_in_fact_types().contains(input)) << info.name << " " << input;
    for (const Chip& row : catalogue().chips()) {
      const FactValue value = value_of(std::string(info.name).c_str(), chip(row.id.c_str()));
      for (const std::string& input : value.inputs)
        EXPECT_NE(std::find(info.inputs.begin(), info.inputs.end(), input), info.inputs.end())
            << info.name << " leans on " << input;
    }
  }
}

TEST(Metrics, AnUnknownNameIsAnErrorWithTheNearest) {
  const auto value = compute("highest-produkt", FactSet{});
  ASSERT_FALSE(value.ok());
  EXPECT_EQ(value.errors().front().code, "F008");
  EXPECT_EQ(value.errors().front().help.front().arguments.front(), "highest-product");
}

}  // namespace
}  // namespace licit
