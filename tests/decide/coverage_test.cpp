#include "decide/coverage.h"

#include "decide/toy.h"

namespace licit {
namespace {

using test::places;

TEST(CitedBefore, FiguresCountAsNumbers) {
  EXPECT_TRUE(cited_before("15 CFR 740.8(a)", "15 CFR 740.28"));
  EXPECT_FALSE(cited_before("15 CFR 740.28", "15 CFR 740.8(a)"));
  EXPECT_TRUE(cited_before("15 CFR 744", "15 CFR 744.23"));
  EXPECT_FALSE(cited_before("15 CFR 744.23", "15 CFR 744.23"));
  EXPECT_TRUE(cited_before("07 x", "8 x"));
}

const CoverageRow* row_of(const Coverage& coverage, std::string_view id) {
  for (const CoverageRow& row : coverage.rows) {
    if (row.id == id) return &row;
  }
  return nullptr;
}

// One rule is met by a test, one by none, one is pointed to, one is partial and may be met.
TEST(Coverage, SaysWhatIsModelledAndWhatTestsTouch) {
  const law::Pack pack = test::toy_pack(R"(
rule fast cite "1" source S from S says en "f" fr "f" then class FAST when item.tpp >= 10
rule slow cite "2" source S from S says en "s" fr "s" then class SLOW when item.tpp < 10
rule need cite "3" source S from S says en "n" fr "n" partial en "the rest" fr "le reste"
  then license required for toy when to.place in { CN }
pointer far cite "4" source S says en "p" fr "p" searched "nowhere"
precedence class { FAST, SLOW }
test "t" cite "1" given item.tpp = 20 TPP on 2021-01-01 expect undetermined
)");
  const LawView law{pack, places()};
  const auto catalogue = shipped_catalogue();
  ASSERT_TRUE(catalogue.ok());
  const auto coverage = coverage_of(law, catalogue.value());
  ASSERT_TRUE(coverage.ok());
  ASSERT_NE(row_of(*coverage, "fast"), nullptr);
  EXPECT_EQ(row_of(*coverage, "fast")->tests, 1U);
  EXPECT_EQ(row_of(*coverage, "slow")->tests, 0U);
  EXPECT_EQ(row_of(*coverage, "need")->tests, 1U);
  EXPECT_EQ(row_of(*coverage, "need")->modelled, Modelled::Partial);
  EXPECT_EQ(row_of(*coverage, "need")->left_out.en, "the rest");
  EXPECT_EQ(row_of(*coverage, "far")->modelled, Modelled::Pointer);
  EXPECT_EQ(coverage->whole, 2U);
  EXPECT_EQ(coverage->partial, 1U);
  EXPECT_EQ(coverage->pointers, 1U);
  EXPECT_EQ(coverage->untouched, 1U);
}

}  // namespace
}  // namespace licit
