// Which chips a vendor's product may be. The names are those of NVIDIA's own list of GPUs by PCI id
// (open-gpu-kernel-modules, README), of Lenovo's list for the ThinkSystem SR655, and of MLPerf results.
#include "facts/product_name.h"

#include <gtest/gtest.h>

#include "tables.h"

namespace licit {
namespace {

ProductMeaning meaning(std::string_view product, std::string_view form = {},
                       std::string_view maker = {}) {
  static const ProductNames names(test::catalogue());
  return names.meaning_of(product, form, maker);
}

// The ids, or "?" with the words that do not fit.
std::string ids(const ProductMeaning& meant) {
  std::string out = meant.chips.empty() ? "? " + meant.misfit : "";
  for (const Chip* chip : meant.chips) out += (out.empty() ? "" : " ") + chip->id;
  return out;
}

std::string ids(std::string_view product, std::string_view form = {}, std::string_view maker = {}) {
  return ids(meaning(product, form, maker));
}

TEST(ProductName, LongNamesMeanTheChipTheyBeginWithAndDescribe) {
  EXPECT_EQ(ids("NVIDIA H100 80GB HBM3"), "h100_sxm");
  EXPECT_EQ(ids("NVIDIA H100 Tensor Core GPU 80 GB SXM5"), "h100_sxm");
  EXPECT_EQ(ids("NVIDIA A100-SXM4-80GB"), "a100_sxm_80");
  EXPECT_EQ(ids("NVIDIA RTX 5000 Ada Generation"), "rtx_5000_ada");
  EXPECT_EQ(ids("ThinkSystem NVIDIA A30 24GB PCIe Gen4 Passive GPU"), "a30");
  EXPECT_EQ(ids("ThinkSystem NVIDIA A100 80GB PCIe Gen4 Passive GPU"), "a100_pcie_80");
  EXPECT_EQ(ids("ThinkSystem NVIDIA Tesla T4 16GB PCIe Passive GPU"), "t4");
  EXPECT_EQ(ids("AMD Instinct MI355X 288GB HBM3e"), "mi355x");
  EXPECT_EQ(ids("NVIDIA RTX PRO 6000 Blackwell Server Edition"), "rtx_pro_6000_server");
}

// Each of these is a product of its own that the catalogue has not.
TEST(ProductName, AWordThatIsNotTheChipsMakesItAnotherProduct) {
  EXPECT_EQ(ids("NVIDIA A100-PCIE-40GB"), "? pcie 40gb");
  EXPECT_EQ(ids("NVIDIA A100-SXM-64GB"), "? 64gb");
  EXPECT_EQ(ids("NVIDIA A800 80GB PCIe LC"), "? lc");
  EXPECT_EQ(ids("NVIDIA H20-3e"), "? 3e");
  EXPECT_EQ(ids("NVIDIA H800 PCIe"), "? pcie");
  EXPECT_EQ(ids("NVIDIA GeForce RTX 4090 Laptop GPU"), "? laptop");
  EXPECT_EQ(ids("NVIDIA RTX 5000 Ada Generation Embedded GPU"), "? embedded");
  EXPECT_EQ(ids("ThinkSystem NVIDIA Tesla V100 16GB PCIe Passive GPU"), "? 16gb");
  EXPECT_EQ(ids("NVLink bridge for H100"), "? nvlink bridge for");
  EXPECT_EQ(ids("AMD H100 PCIe"), "? amd");
  // SUPER and D are chips of their own, and no others.
  EXPECT_EQ(ids("NVIDIA GeForce RTX 4080 SUPER"), "rtx_4080_super");
  EXPECT_EQ(ids("NVIDIA GeForce RTX 4090 D"), "rtx_4090d");
}

TEST(ProductName, EveryIdNameAndAliasMeansItsOwnRow) {
  for (const Chip& chip : test::catalogue().chips()) {
    EXPECT_EQ(ids(chip.id), chip.id);
    EXPECT_EQ(ids(chip.name), chip.id) << chip.name;
    for (const std::string& alias : chip.aliases) {
      EXPECT_EQ(ids(alias), chip.id) << alias;
      EXPECT_TRUE(meaning(alias).whole) << alias;
    }
  }
}

TEST(ProductName, AnUnknownProductNamesTheNearest) {
  EXPECT_EQ(meaning("NVIDIA H20-3e").nearest, std::vector<std::string>{"h20"});
  EXPECT_EQ(meaning("NVIDIA GeForce RTX 4090 Laptop GPU").nearest,
            std::vector<std::string>{"rtx_4090"});
  EXPECT_EQ(meaning("RTX 4909").nearest.front(), "rtx_4090");
  EXPECT_TRUE(meaning("CAT6 patch cable").chips.empty());
  EXPECT_TRUE(meaning("").chips.empty());
  EXPECT_TRUE(meaning("GPU").chips.empty());
  EXPECT_TRUE(meaning("NVIDIA").chips.empty());
}

TEST(ProductName, TheFormFactorChoosesTheVariant) {
  EXPECT_EQ(ids("NVIDIA H100"), "h100_sxm h100_pcie h100_nvl");
  EXPECT_FALSE(meaning("NVIDIA H100").whole);
  EXPECT_EQ(ids("NVIDIA H100", "SXM5"), "h100_sxm");
  EXPECT_TRUE(meaning("NVIDIA H100", "SXM5").whole);
  EXPECT_EQ(ids("NVIDIA H100", "PCIe, dual slot FHFL"), "h100_pcie");
  EXPECT_EQ(ids("NVIDIA H100", "NVL"), "h100_nvl");
  EXPECT_EQ(ids("H100 80GB"), "h100_sxm h100_pcie");
  EXPECT_EQ(ids("NVIDIA A100", "SXM4"), "a100_sxm_40 a100_sxm_80");
  EXPECT_EQ(ids("Gaudi 3", "OAM"), "gaudi3_oam");
  // What it contradicts.
  EXPECT_EQ(ids("NVIDIA H100", "SXM4"), "? sxm4");
  EXPECT_EQ(ids("NVIDIA H20", "PCIe"), "? pcie");
}

// The catalogue has one V100 SXM2, of 32 GB; there is one of 16 GB too.
TEST(ProductName, ANameThatOnlyBeginsSoIsNotWhole) {
  const ProductMeaning v100 = meaning("Tesla V100", "SXM2");
  EXPECT_EQ(ids(v100), "v100_sxm2_32");
  EXPECT_FALSE(v100.whole);
  // Hygon's K100 is another product than its K100 AI.
  EXPECT_FALSE(meaning("DCU K100").whole);
  EXPECT_TRUE(meaning("DCU K100 AI").whole);
}

TEST(ProductName, WhatTheCatalogueDoesNotSayOfAFormIsNotSure) {
  EXPECT_TRUE(meaning("NVIDIA L40S", "PCIe").sure_of_form);
  EXPECT_TRUE(meaning("NVIDIA L40S", "").sure_of_form);
  EXPECT_FALSE(meaning("NVIDIA L40S", "OAM").sure_of_form);
  EXPECT_EQ(meaning("NVIDIA L40S", "mezzanine blade").unread, "blade");
}

TEST(ProductName, TheLevelOfTheItem) {
  EXPECT_EQ(meaning("NVIDIA H100", "SXM5").kind, "assembly");
  EXPECT_EQ(meaning("NVIDIA H100 80GB HBM3", "bare die").kind, "integrated-circuit");
  EXPECT_EQ(meaning("NVIDIA H20", "").kind, "");
  const ProductMeaning server = meaning("NVIDIA H200-SXM-141GB", "Server, 8-GPU");
  EXPECT_EQ(server.kind, "computer");
  EXPECT_EQ(server.count, 8U);
  const ProductMeaning board = meaning("HGX H100 8-GPU 640GB");
  EXPECT_EQ(ids(board), "h100_sxm");
  EXPECT_EQ(board.kind, "assembly");
  EXPECT_EQ(board.count, 8U);
  EXPECT_EQ(meaning("DGX H100").kind, "computer");
  // A card for servers is a card, and Gaudi 2 is not two of them.
  EXPECT_EQ(meaning("NVIDIA RTX PRO 6000 Blackwell Server Edition", "PCIe").kind, "assembly");
  EXPECT_EQ(meaning("NVIDIA RTX PRO 6000 Blackwell Server Edition").kind, "");
  EXPECT_EQ(ids("RTX PRO 4500 Server"), "rtx_pro_4500_server");
  EXPECT_FALSE(meaning("Gaudi 2 GPU").count);
}

TEST(ProductName, TheMakerLeavesItsOwnChipsOnly) {
  EXPECT_EQ(ids("H100 PCIe", "", "NVIDIA Corporation"), "h100_pcie");
  EXPECT_EQ(ids("H100 PCIe", "", "Intel"), "? intel");
  // Who is no maker of chips is a reseller.
  EXPECT_EQ(ids("Zotac GeForce RTX 4090", "", "Zotac"), "rtx_4090");
}

// "PCIe 4.0 x16" is no number of chips, nor is "80 GB" one of its lanes.
TEST(ProductName, WhatIsSaidOfTheInterfaceIsPassedOver) {
  EXPECT_EQ(ids("NVIDIA A100 PCI Express 4.0 x16 80 GB"), "a100_pcie_80");
  EXPECT_FALSE(meaning("NVIDIA A100 PCIe 4.0 x16 80GB").count);
}

}  // namespace
}  // namespace licit
