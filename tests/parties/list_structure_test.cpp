#include "parties/lists/structure.h"

#include <gtest/gtest.h>

#include "parties/lists/entity_cell.h"
#include "parties/lists/footnotes.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

// Requirements as the Consolidated Screening List of 2026-07-31 words them. 15 CFR part 744, Supp. 4:
// footnote 1 is 734.9(e)(1), 3 is 734.9(g), 4 is 734.9(e)(2), 5 is 734.9(e)(3).
TEST(Footnotes, TheSectionCitedDecides) {
  const auto has = [](std::string_view text) {
    std::string out;
    for (unsigned n = 1; n <= 5; ++n)
      if ((footnotes_of(text) >> n) & 1U) out += std::to_string(n);
    return out;
  };
  EXPECT_EQ(has("For all items subject to the EAR. (See §744.11 of the EAR)"), "");
  EXPECT_EQ(has("For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2"), "12");
  EXPECT_EQ(has("(See §734.9(e)1, and §744.11 of the EAR)2."), "12");
  EXPECT_EQ(has("see §§ 734.9(e) 1 and 744.11 of the EAR 2"), "12");
  EXPECT_EQ(has("(See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)"), "3");
  EXPECT_EQ(has("(See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)"), "3");
  EXPECT_EQ(has("(See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)"), "3");
  EXPECT_EQ(has("(See §§ 734.9(e)(2) and 744.11 of the EAR)4"), "4");
  EXPECT_EQ(has("(See §§ 734.9(e)(2) and 744.11 of the EAR)"), "4");
  EXPECT_EQ(has("(See §§ 734.9(e) and 744.11 of the EAR)4"), "4");
  EXPECT_EQ(has("(See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5"), "5");
  EXPECT_EQ(has("For items on the CCL and EAR99 items listed in supplement no. 7 to part 746"), "");
}

TEST(Structure, WhatANameHides) {
  const TakenApart institute = take_apart(
      "China Aerospace Science and Industry Corporation Second Academy. Subordinate Institution - "
      "201 Research Institute");
  EXPECT_EQ(institute.name, "201 Research Institute");
  EXPECT_EQ(institute.parent, "China Aerospace Science and Industry Corporation Second Academy");
  ASSERT_EQ(institute.others.size(), 1U);
  EXPECT_EQ(
      institute.others[0].text,
      "China Aerospace Science and Industry Corporation Second Academy 201 Research Institute");

  const TakenApart academy = take_apart("Academy of Aerospace Solid Propulsion Technology (AASPT)");
  EXPECT_EQ(academy.name, "Academy of Aerospace Solid Propulsion Technology");
  EXPECT_EQ(academy.others[0], (ListedName{"AASPT", NameKind::Acronym}));

  EXPECT_TRUE(take_apart("Address 01").address_only);
  EXPECT_FALSE(take_apart("Address Trading Co.").address_only);
  EXPECT_EQ(take_apart("Example Ltd. and any successor, sub-unit, or subsidiary thereof").name,
            "Example Ltd.");
  const TakenApart inlined = take_apart(
      "Chitron Electronics Company Ltd., a.k.a. Chi-Chung "
      "Electronics Company Ltd. (Chitron-Shenzhen)");
  EXPECT_EQ(inlined.name, "Chitron Electronics Company Ltd.");
  EXPECT_EQ(inlined.others[0].text, "Chi-Chung Electronics Company Ltd. (Chitron-Shenzhen)");
}

TEST(Structure, BracketsThatAreNoName) {
  for (const char* name : {"Example Trading (HK)", "Example Trading (PVT)", "Example (Bolivia)",
                           "Example Trading (formerly of Minsk)", "Inspur (HK) Electronics"}) {
    EXPECT_EQ(take_apart(name).name, name);
    EXPECT_TRUE(take_apart(name).others.empty()) << name;
  }
}

TEST(EntityCell, ANameEndsAtTheFirstCommaThatIsNotBeforeALegalForm) {
  EXPECT_EQ(split_name("Example Co., Ltd., No. 1 Road, Beijing, China").name, "Example Co., Ltd.");
  EXPECT_EQ(split_name("Example (Shenzhen, China) Ltd., No. 1 Road").name,
            "Example (Shenzhen, China) Ltd.");
  EXPECT_EQ(split_name("Example Institute").address, "");
}

TEST(SourceText, Days) {
  EXPECT_EQ(read_day("06/19/2003", DayOrder::MonthFirst), Date::parse("2003-06-19"));
  EXPECT_EQ(read_day("19/06/2003", DayOrder::DayFirst), Date::parse("2003-06-19"));
  EXPECT_EQ(read_day("06-Aug-2026", DayOrder::DayFirst), Date::parse("2026-08-06"));
  EXPECT_EQ(read_day("13.7.2026", DayOrder::DayFirst), Date::parse("2026-07-13"));
  EXPECT_EQ(read_day("2026-02-27T00:00:09.554Z", DayOrder::DayFirst), Date::parse("2026-02-27"));
  EXPECT_EQ(read_day("10/19/23", DayOrder::MonthFirst), Date::parse("2023-10-19"));
  EXPECT_EQ(read_day("soon", DayOrder::DayFirst), std::nullopt);
  EXPECT_EQ(read_births("May 1970", DayOrder::DayFirst), std::vector<std::string>{"1970-05"});
  EXPECT_EQ(read_births("00/00/1975", DayOrder::DayFirst), std::vector<std::string>{"1975"});
  EXPECT_TRUE(read_births("unknown", DayOrder::DayFirst).empty());
}

}  // namespace
}  // namespace licit
