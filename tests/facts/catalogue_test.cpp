#include "facts/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "facts/vocabulary.h"
#include "tables.h"

namespace licit {
namespace {

using test::catalogue;
using Ids = std::vector<std::string>;

Ids ids_of(std::string_view typed) {
  Ids ids;
  for (const Chip* chip : catalogue().resolve(typed).chips) ids.push_back(chip->id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Issue, section 3: all 136 chips of the data folder.
TEST(Catalogue, HasAll136) { EXPECT_EQ(catalogue().chips().size(), 136U); }

TEST(Catalogue, EveryIdNameAndAliasMeansItsOwnRow) {
  for (const Chip& chip : catalogue().chips()) {
    EXPECT_EQ(ids_of(chip.id), Ids{chip.id});
    EXPECT_EQ(ids_of(chip.name), Ids{chip.id}) << chip.name;
    for (const std::string& alias : chip.aliases) EXPECT_EQ(ids_of(alias), Ids{chip.id}) << alias;
    EXPECT_EQ(catalogue().find(chip.id), &chip);
  }
  EXPECT_EQ(catalogue().find("H20"), nullptr);  // ids are exact
}

TEST(Catalogue, NamesResolveAsPeopleTypeThem) {
  EXPECT_EQ(ids_of("hgx h20"), Ids{"h20"});
  EXPECT_EQ(ids_of("H20"), Ids{"h20"});
  EXPECT_EQ(ids_of("RTX4090"), Ids{"rtx_4090"});
  EXPECT_EQ(ids_of("ascend 910b"), Ids{"ascend910b"});
  EXPECT_EQ(ids_of("mi308x"), Ids{"mi308x"});
  EXPECT_EQ(ids_of("l40s"), Ids{"l40s"});
}

TEST(Catalogue, AVendorInFrontIsDroppedWhereItIsTheVendor) {
  EXPECT_EQ(ids_of("NVIDIA H100 PCIe"), Ids{"h100_pcie"});
  EXPECT_EQ(ids_of("NVIDIA RTX 4090"), Ids{"rtx_4090"});
  EXPECT_EQ(ids_of("Nvidia GeForce RTX-4090"), Ids{"rtx_4090"});
  EXPECT_EQ(ids_of("AMD Instinct MI300X"), Ids{"mi300x"});
  EXPECT_EQ(ids_of("Moore Threads MTT S4000"), Ids{"mtt_s4000"});
  EXPECT_EQ(ids_of("Moore S4000"), Ids{"mtt_s4000"});
  EXPECT_EQ(ids_of("AMD H100 PCIe"), Ids{});
  EXPECT_EQ(ids_of("Intel RTX 4090"), Ids{});
  EXPECT_EQ(ids_of("NVIDIA"), Ids{});
  // Not only the rows whose alias has the vendor in it.
  EXPECT_EQ(ids_of("huawei ascend"), ids_of("ascend"));
  EXPECT_EQ(ids_of("huawei ascend").size(), 7U);
}

// DESIGN, section 5: a leading-words match is a set of candidates; "h20" never reaches H200.
TEST(Catalogue, AFamilyNameIsASetOfCandidates) {
  EXPECT_EQ(ids_of("a100"), (Ids{"a100_pcie_80", "a100_sxm_40", "a100_sxm_80"}));
  EXPECT_EQ(ids_of("h200"), (Ids{"h200_nvl", "h200_sxm"}));
  EXPECT_EQ(ids_of("nvidia h100"), (Ids{"h100_nvl", "h100_pcie", "h100_sxm"}));
  EXPECT_EQ(ids_of("hgx a100"), (Ids{"a100_sxm_40", "a100_sxm_80"}));
  EXPECT_EQ(ids_of("A100 80GB"), (Ids{"a100_pcie_80", "a100_sxm_80"}));
}

TEST(Catalogue, WordsAreComparedWhole) {
  EXPECT_EQ(ids_of("h2"), Ids{});
  EXPECT_EQ(ids_of("a10"), Ids{"a10"});
  EXPECT_EQ(ids_of("a1"), Ids{});
  EXPECT_EQ(ids_of("rtx 409"), Ids{});
  EXPECT_EQ(ids_of("l4"), Ids{"l4"});
  EXPECT_EQ(ids_of(""), Ids{});
  EXPECT_EQ(ids_of(" - "), Ids{});
}

TEST(Catalogue, AnUnknownNameComesWithSuggestions) {
  const Resolution typo = catalogue().resolve("RTX 4009");
  EXPECT_TRUE(typo.chips.empty());
  EXPECT_NE(std::find(typo.nearest.begin(), typo.nearest.end(), "rtx_4090"), typo.nearest.end());
  EXPECT_TRUE(catalogue().resolve("a very fine toaster").nearest.empty());
  EXPECT_LE(catalogue().resolve("rtx").nearest.size(), 3U);
}

TEST(Catalogue, ValuesCarryConfidenceAndSource) {
  for (const Chip& chip : catalogue().chips()) {
    for (const auto& [column, value] : chip.values) {
      EXPECT_FALSE(value.source.empty()) << chip.id << " " << column;
      EXPECT_FALSE(value.text.empty()) << chip.id << " " << column;
    }
  }
  // chips/values.csv: the row is sure of its peaks, less so of the link.
  const Chip* h20 = catalogue().find("h20");
  ASSERT_NE(h20, nullptr);
  EXPECT_EQ(h20->find("fp8")->confidence, Confidence::High);
  EXPECT_EQ(h20->find("int4"), nullptr);
  EXPECT_EQ(*h20->find("die_area_mm2")->number(), Interval::exactly(Number(814)));
  EXPECT_EQ(catalogue().find("h100_sxm")->find("interconnect_gbps")->confidence,
            Confidence::Medium);
  EXPECT_EQ(*catalogue().find("tpu_v5e")->find("die_area_mm2")->number(),
            (Interval{Number(300), Number(350)}));
}

TEST(Catalogue, EveryRowFitsTheVocabulary) {
  for (const Chip& chip : catalogue().chips()) {
    FactSet facts;
    put_chip(chip, facts);
    for (const auto& [id, value] : facts.all()) {
      const auto spec = built_in_fact_types().find(id);
      ASSERT_NE(spec, built_in_fact_types().end()) << id;
      EXPECT_EQ(value.type, spec->second.type) << chip.id << " " << id;
      const auto again = parse_value(spec->second, value.text(), test::places(), {id, {}});
      ASSERT_TRUE(again.ok()) << chip.id << " " << test::explain(again.errors());
      EXPECT_EQ(*again, value) << chip.id << " " << id;
    }
    EXPECT_NE(facts.find("item.kind"), nullptr) << chip.id;
    EXPECT_NE(facts.find("item.maker-hq"), nullptr) << chip.id;
  }
}

TEST(PutChip, StatesTheRowAndNothingElse) {
  FactSet facts;
  put_chip(*catalogue().find("h20"), facts);
  EXPECT_EQ(facts.find("item.chip")->text(), "h20");
  EXPECT_EQ(facts.find("item.kind")->text(), "assembly");
  EXPECT_EQ(facts.find("item.datacenter")->text(), "yes");
  EXPECT_EQ(facts.find("item.processing")->text(), "digital");
  EXPECT_EQ(facts.find("item.peak.fp8")->text(), "296 TOPS");
  EXPECT_EQ(facts.find("item.peak.fp8")->origin, Origin::Catalogue);
  EXPECT_EQ(facts.find("item.peak.int4"), nullptr);
  EXPECT_EQ(facts.find("item.interconnect-bandwidth")->text(), "900 GB/s");
  EXPECT_EQ(facts.find("item.pcie-bandwidth")->text(), "128 GB/s");  // generation 5, 16 lanes
}

// DESIGN, section 5: a chip of a US-headquartered maker is subject to the EAR; of others unknown.
TEST(PutChip, OnlyAMakerInTheUnitedStatesMakesItSubjectByDefault) {
  FactSet american;
  put_chip(*catalogue().find("mi300x"), american);
  EXPECT_EQ(american.find("item.subject-to-ear")->text(), "yes");
  EXPECT_EQ(american.find("item.subject-to-ear")->origin, Origin::Default);
  FactSet chinese;
  put_chip(*catalogue().find("ascend910b"), chinese);
  EXPECT_EQ(chinese.find("item.subject-to-ear"), nullptr);
}

TEST(PciBandwidth, CountsLanesInBothDirections) {
  EXPECT_EQ(pcie_bandwidth("3.0 x16"), Number(32));
  EXPECT_EQ(pcie_bandwidth("4.0 x16"), Number(64));
  EXPECT_EQ(pcie_bandwidth("5.0 x8"), Number(64));
  EXPECT_EQ(pcie_bandwidth("6.0 x16"), Number(256));
  EXPECT_EQ(pcie_bandwidth("none"), Number(0));
  for (const char* unclear : {"", "5.0", "x16", "7.0 x16", "5.0 x", "5.0 x0", "5.0 x1.5", "5.0x16"})
    EXPECT_EQ(pcie_bandwidth(unclear), std::nullopt) << unclear;
}

constexpr std::string_view heading =
    "id,vendor,name,aliases,kind,launched,architecture,maker_hq,datacenter,china_specific,ics,"
    "peaks_per,process_nm,non_planar,die_area_mm2,mem_type,mem_gb,dram_bw_gbps,interconnect,"
    "interconnect_gbps,pcie,fp64_tensor,fp64,fp32,tf32,fp16,bf16,fp8,fp6,fp4,int8,int4,vector_fp32,"
    "confidence,sources,notes\n";
const std::string row = "x1,Acme,X1,,assembly,,,US,yes,no,1,ic,,,100,,,,,,,,,,,,,,,,,,,high,s,\n";

std::string code_of_fault(const std::string& rows, const std::string& values = "") {
  const auto parsed = Catalogue::parse(std::string(heading) + rows, values);
  return parsed.ok() ? "" : parsed.errors().front().code;
}

TEST(Catalogue, AFaultyTableIsRefused) {
  EXPECT_EQ(code_of_fault(row), "");
  EXPECT_EQ(code_of_fault(row + row), "F028");
  EXPECT_EQ(
      code_of_fault("x1,Acme,X1,,assembly,,,US,maybe,no,1,ic,,,100,,,,,,,,,,,,,,,,,,,high,s,\n"),
      "F027");
  EXPECT_EQ(
      code_of_fault("x1,Acme,X1,,assembly,,,US,yes,no,1,ic,,,9..8,,,,,,,,,,,,,,,,,,,high,s,\n"),
      "F027");
  EXPECT_EQ(code_of_fault("x1,Acme,X1,,assembly,,,US,yes,no,1,ic,,,9,,,,,,,,,,,,,,,,,,,sure,s,\n"),
            "F027");
  const std::string values = "id,field,value,confidence,source\n";
  EXPECT_EQ(code_of_fault(row, values + "x1,fp8,300,low,why\n"), "");
  EXPECT_EQ(code_of_fault(row, values + "x2,fp8,300,low,why\n"), "F027");
  EXPECT_EQ(code_of_fault(row, values + "x1,fp9,300,low,why\n"), "F027");
  EXPECT_EQ(code_of_fault(row, values + "x1,fp8,many,low,why\n"), "F027");
  EXPECT_EQ(code_of_fault(row, values + "x1,fp8,300,sure,why\n"), "F027");
}

TEST(Catalogue, AnAreaThatMayBePlanarIsNoApplicableArea) {
  const auto parsed = Catalogue::parse(std::string(heading) + row, "");
  ASSERT_TRUE(parsed.ok());
  FactSet facts;
  put_chip(*parsed->find("x1"), facts);
  EXPECT_EQ(facts.find("item.die-area"), nullptr);
}

}  // namespace
}  // namespace licit
