// Lists of parts over the law that travels with the program. Classes are those of ECCN 3A090 and 4A090
// as in force from 2023-11-17 (88 FR 73458), by the figures that the vendors publish: TPP is the peak in
// TOPS times the bit length; a TPP of 4,800, or of 1,600 with 5.92 TPP/mm2, is a; of 2,400 with 1.6, or
// of 1,600 with 3.2, is b; note 2 leaves out what is not for data centers and below 4,800; a card is
// 4A090. Confidences follow docs/part-lists.md and the confidences in chips/values.csv.
#include "book/part_list.h"

#include <csignal>

#include "book/shipped_law.h"

namespace licit::test {
namespace {

PartListOptions on(const std::string& day) {
  PartListOptions options;
  options.given = {{"on", day, {}}};
  return options;
}

Result<PartSummary> classify(const std::string& path, const PartListOptions& options,
                             bool stopped = false) {
  const std::atomic<bool> go{false}, stop{stopped};
  Result<TextFile> file = TextFile::open(path, go);
  if (!file) return file.errors();
  return classify_parts({ear(), places()}, catalogue(), std::move(file).value(), options, nullptr,
                        stop);
}

// The rows of the file of classes of a list of these lines.
class Listed {
 public:
  explicit Listed(const std::string& text, PartListOptions options = on("2024-06-03"))
      : path_(folder_.write("parts.csv", text)) {
    Result<PartSummary> done = classify(path_, options);
    if (done)
      summary = std::move(done).value();
    else
      refused = done.errors();
    if (refused.empty()) rows = by_line(path_ + ".classes.csv");
  }
  // "confidence class chip" of a row.
  std::string of(const std::string& line) {
    Row& row = rows[line];
    return row["confidence"] + " " + row["class"] + " " + row["chip"];
  }

  std::map<std::string, Row> rows;
  PartSummary summary;
  std::vector<Diagnostic> refused;

 private:
  Folder folder_;
  std::string path_;
};

TEST(PartList, ConfidenceFallsWithWhatIsNotKnown) {
  Listed list(
      "product,form factor\n"
      "NVIDIA H100 80GB HBM3,SXM5\n"  // 1,978.9 x 8 = 15,831
      "A100,SXM4\n"                   // 624 x 8 = 4,992, of 40 and of 80 GB
      "H100 NVL,\n"                   // 1,670.5 x 8 = 13,364; the peak is of low confidence
      "Tesla V100,SXM2\n"             // one of 16 GB is called so too
      "L40S,OAM\n"                    // no L40S is known to be made so
      "L40S,blade\n"                  // not read
      "H2O,SXM\n");
  EXPECT_EQ(list.of("1"), "exact 4A090.a h100_sxm");
  EXPECT_EQ(list.of("2"), "family 4A090.a a100_sxm_40; a100_sxm_80");
  EXPECT_EQ(list.of("3"), "partial 4A090.a h100_nvl");
  EXPECT_TRUE(contains(list.rows["3"]["message"], "item.peak.fp8"));
  EXPECT_EQ(list.rows["4"]["confidence"], "partial");
  EXPECT_EQ(list.rows["5"]["confidence"], "partial");
  EXPECT_EQ(list.rows["6"]["confidence"], "partial");
  EXPECT_EQ(list.of("7"), "unknown  ");
  EXPECT_TRUE(contains(list.rows["7"]["nearest"], "h20"));
  EXPECT_EQ(list.summary.exit_status, 4);
}

// H20: 296 x 8 = 2,368, below 2,400; 2.9 TPP/mm2, below 3.2. H200: 1,979 x 8.
// Siemens sells lathes, Philips lamps, Samsung telephones: what they call L4, T4 or A40 is theirs. And a
// word of the product is its own, though the maker's name has it too.
TEST(PartList, AMakersOwnDesignationsAreNoChips) {
  Listed list(
      "product,form factor,maker\n"
      "L4,,Siemens\n"
      "T4,,Philips\n"
      "A40,,Samsung\n"
      "RTX 4080 Super,,Super Micro Computer\n"
      "RTX 4090 Laptop,,Laptop Outlet\n"
      "GeForce RTX 3090 Ti,,Ti Trading\n"
      "Super Micro NVIDIA L4,,Super Micro Computer\n"
      "L4,,NVIDIA\n"
      "L4,PCIe,\n"
      "H100 SXM,,Dell\n");
  for (const char* line : {"1", "2", "3", "5", "6"})
    EXPECT_EQ(list.rows[line]["confidence"], "unknown") << line;
  EXPECT_EQ(list.rows["1"]["nearest"], "l4");
  EXPECT_TRUE(contains(list.rows["1"]["message"], "Siemens"));
  EXPECT_EQ(list.rows["4"]["chip"], "rtx_4080_super");
  EXPECT_EQ(list.rows["7"]["chip"], "l4");
  EXPECT_EQ(list.rows["8"]["chip"], "l4");
  EXPECT_EQ(list.rows["9"]["chip"], "l4");
  EXPECT_EQ(list.rows["10"]["chip"], "h100_sxm");
}

TEST(PartList, VariantsOfSeveralClassesAreAllGivenAndNothingIsSelected) {
  Listed list("part,product\nHL-325L,NVIDIA H20\n");
  EXPECT_EQ(list.rows["1"]["status"], "open");
  EXPECT_EQ(list.of("1"), "partial  h20; gaudi3_oam");
  EXPECT_EQ(list.rows["1"]["may-be"], "h20: 4A994.l | gaudi3_oam: 4A090.a");
  EXPECT_TRUE(contains(list.rows["1"]["message"], "part number"));
}

TEST(PartList, TheFormFactorSaysWhatTheItemIs) {
  Listed list(
      "product,form factor,item.cryptography,item.app\n"
      "H100 80GB HBM3,die,,\n"
      "H100 80GB HBM3,\"Server, 8-GPU\",none-of-these,8 WT\n"
      "TPU v5p,,,\n"        // 918 x 8 = 7,344; a circuit in the catalogue
      "TPU v5p,module,,\n"  // on a board
      "H20,server,none-of-these,8 WT\n"
      "H20,server,,\n");  // 4A003 and 5A002 ask what a server's chip does not tell
  EXPECT_EQ(list.rows["1"]["class"], "3A090.a");
  EXPECT_EQ(list.rows["1"]["kind"], "integrated-circuit");
  EXPECT_EQ(list.rows["2"]["class"], "4A090.a");
  EXPECT_EQ(list.rows["2"]["kind"], "computer");
  EXPECT_EQ(list.rows["2"]["count"], "8");
  EXPECT_EQ(list.rows["3"]["class"], "3A090.a");
  EXPECT_EQ(list.rows["4"]["class"], "4A090.a");
  EXPECT_EQ(list.rows["5"]["class"], "4A994.b");  // over 0.0128 WT, ahead of .l
  EXPECT_EQ(list.rows["6"]["class"], "");
  EXPECT_EQ(list.rows["6"]["status"], "open");
}

// A part of one's own: 200 TOPS x 8 = 1,600 TPP at 3.2 TPP/mm2 is 3A090.b, for data centers only.
TEST(PartList, FactsOfTheLineClassifyWhatTheCatalogueHasNot) {
  const std::string header = "part,item.kind,item.tpp,item.performance-density,item.datacenter\n";
  Listed list(header +
              "X-1,integrated-circuit,1600,3.2,yes\n"
              "X-2,integrated-circuit,1600,,yes\n"
              "X-3,,,,\n");
  EXPECT_EQ(list.of("1"), "stated 3A090.b ");
  EXPECT_EQ(list.rows["2"]["status"], "unknown");
  EXPECT_EQ(list.rows["3"]["status"], "unknown");
  // What the line states of a known chip goes before the catalogue: an L4 for no data center and below
  // 4,800 is left out by note 2.
  Listed stated("product,item.datacenter\nL4,\nL4,no\n");
  EXPECT_EQ(stated.rows["1"]["class"], "4A090.a");
  EXPECT_EQ(stated.rows["2"]["class"], "4A994.l");
}

// Before 2023-11-17 the limits were other ones, and before 2022-10-07 there were none.
TEST(PartList, TheDayIsThatOfTheCommand) {
  const std::string list = "product\nA100 SXM4 80GB\nL4\n";
  EXPECT_EQ(Listed(list, on("2023-11-16")).rows["2"]["class"], "4A994.l");
  EXPECT_EQ(Listed(list, on("2023-11-17")).rows["2"]["class"], "4A090.a");
  // The links of the A100, 600 GB/s, are of medium confidence; in 2022 they decided.
  EXPECT_EQ(Listed(list, on("2023-11-16")).of("1"), "partial 4A090.a a100_sxm_80");
  EXPECT_EQ(Listed(list, on("2023-11-17")).of("1"), "exact 4A090.a a100_sxm_80");
}

TEST(PartList, APartNumberOfTwoProductsIsSaid) {
  Listed list(
      "part,product\n"
      "9-1,L4\n"
      "9-1,L4\n"
      "9-1,L20\n"
      "HL-325L,training card of our own\n");
  EXPECT_EQ(list.rows["2"]["confidence"], "exact");
  EXPECT_EQ(list.rows["3"]["confidence"], "partial");
  EXPECT_TRUE(contains(list.rows["3"]["message"], "2"));
  EXPECT_EQ(codes(list.summary.notes), Words{"B105"});
  // The number of one's own that reads like a chip's name is none.
  EXPECT_EQ(Listed("part,product\nA-2,L20\n").of("1"), "exact 4A994.l l20");
  // A chip's own number counts, though the name is not understood.
  EXPECT_EQ(list.of("4"), "partial 4A090.a gaudi3_oam");
}

TEST(PartList, ALineThatCannotBeReadCostsItselfOnly) {
  Listed list(
      "part,product,item.ics,item.tpp\n"
      ",L4,0,\n"
      ",,,\n"
      ",n/a,,\n"
      ",L4,,ten\n"
      ",\"L4,,\n"
      ",L4,,\n");
  EXPECT_EQ(list.rows["1"]["status"], "bad-line");
  EXPECT_EQ(list.rows["2"]["status"], "bad-line");
  EXPECT_EQ(list.rows["3"]["status"], "bad-line");
  EXPECT_EQ(list.rows["4"]["status"], "bad-line");
  EXPECT_EQ(list.rows["5"]["class"], "4A090.a");
  EXPECT_EQ(codes(list.summary.bad_lines), (Words{"F013", "B021", "F005", "B011"}));
  EXPECT_EQ(list.summary.exit_status, 2);
}

TEST(PartList, ColumnsAreFoundByManyNames) {
  Listed french("Référence;Désignation;Format;Fabricant;Prix\n;L4;PCIe;NVIDIA;12\n");
  EXPECT_EQ(french.rows["1"]["class"], "4A090.a");
  EXPECT_EQ(codes(french.summary.notes), Words{"B102"});
  Listed latin1("Article No,D\xE9signation\n,L4\n");
  EXPECT_EQ(latin1.rows["1"]["class"], "4A090.a");
  EXPECT_EQ(codes(latin1.summary.notes), Words{"B101"});
  EXPECT_EQ(codes(Listed("Produtc,Price\nL4,1\n").refused), Words{"B008"});
  EXPECT_EQ(codes(Listed("product\n").refused), Words{"B020"});
  EXPECT_EQ(codes(Listed("PK\x03\x04").refused), Words{"B004"});
  // Of a product without a name the description is read.
  EXPECT_EQ(Listed("product,description\n,L4\n").rows["1"]["chip"], "l4");
}

TEST(PartList, WhatASpreadsheetWouldRunIsText) {
  Listed list("part,product\n=1+1,@SUM\n");
  EXPECT_EQ(list.rows["1"]["part"], "'=1+1");
  EXPECT_EQ(list.rows["1"]["product"], "'@SUM");
}

TEST(PartList, NothingIsWrittenWhereTheWorkIsStopped) {
  Folder folder;
  const std::string path = folder.write("parts.csv", "product\nL4\n");
  const auto stopped = classify(path, on("2024-06-03"), true);
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(codes(stopped.errors()), Words{"B018"});
  EXPECT_EQ(folder.names(), Words{"parts.csv"});
  const auto wrong = classify(path, on("2024-06-31"));
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(codes(wrong.errors()), Words{"F003"});
}

// The class, the confidence and the chip of each line of the example; an empty class is unknown.
TEST(PartListExample, EachPartHasItsClassByTheLaw) {
  const std::map<std::string, std::string> expected = {
      {"1", "exact 4A090.a h100_sxm"},   // 1,978.9 x 8 = 15,831
      {"2", "exact 4A090.a h100_pcie"},  // 1,513 x 8 = 12,104
      {"3", "partial 4A090.a h100_sxm; h100_pcie; h100_nvl"},
      {"4", "exact 4A090.a h200_sxm"},  // 1,978.9 x 8
      {"5", "exact 4A994.l h20"},       // 296 x 8 = 2,368 over 814 mm2
      {"6", "unknown  "},
      {"7", "exact 4A090.a a100_sxm_80"},  // 624 x 8 = 4,992
      {"8", "unknown  "},
      {"9", "exact 4A090.a a800_sxm_80"},  // as the A100
      {"10", "exact 4A994.l l20"},         // 239 x 8 = 1,912 over 608.5 mm2: 3.14
      {"11", "exact 4A090.a l4"},          // 242.5 x 8 = 1,940 over 294.5 mm2: 6.59
      {"12", "exact 4A090.a rtx_4090"},    // 660.6 x 8 = 5,285
      {"13", "exact 4A994.l rtx_4090d"},   // 588.4 x 8 = 4,707, not for data centers
      {"14", "unknown  "},
      {"15", "unknown  "},
      {"16", "exact 4A090.b a30"},  // 330 x 8 = 2,640 over 826 mm2: 3.196
      {"17", "exact 4A994.l t4"},   // 130 x 8 = 1,040
      {"18", "unknown  "},
      {"19", "unknown  "},
      {"20", "partial  h200_sxm"},  // a server of eight: its cryptography is not stated
      {"21", "unknown  "},
      {"22", "partial 4A090.a gaudi3_oam"}  // 1,835 x 8 = 14,680
  };
  Folder folder;
  PartListOptions options = on("2024-06-03");
  options.out = folder.at("classes.csv");
  const auto summary = classify(example("parts.csv"), options);
  ASSERT_TRUE(summary.ok()) << one_line(summary.errors()[0], Language::En);
  EXPECT_EQ(summary->lines, expected.size());
  auto rows = by_line(options.out);
  for (const auto& [line, what] : expected) {
    Row& row = rows[line];
    EXPECT_EQ(row["confidence"] + " " + row["class"] + " " + row["chip"], what) << line;
    EXPECT_EQ(row["facts"].empty(), row["chip"].empty()) << line;
    // What is known needs no nearest chip, and a cable is like no chip.
    if (line != "21") {
      EXPECT_EQ(row["nearest"].empty(), !row["chip"].empty()) << line;
    }
  }
}

}  // namespace
}  // namespace licit::test
