#include "facts/csv.h"

#include <gtest/gtest.h>

#include "tables.h"

namespace licit {
namespace {

std::string code_of(std::string_view text) {
  const auto table = CsvTable::parse(text, "t.csv");
  return table.ok() ? "" : table.errors().front().code;
}

TEST(Csv, ReadsQuotedCellsWithCommasQuotesAndLines) {
  const auto table = CsvTable::parse("a,b\n1,\"x, \"\"y\"\"\nz\"\n2,\n", "t.csv");
  ASSERT_TRUE(table.ok()) << test::explain(table.errors());
  ASSERT_EQ(table->rows().size(), 2U);
  EXPECT_EQ(table->rows()[0].cells[1], "x, \"y\"\nz");
  EXPECT_EQ(table->rows()[0].line, 2U);
  EXPECT_EQ(table->rows()[1].line, 4U);  // the quoted line end counts
  EXPECT_EQ(table->rows()[1].cells[1], "");
}

TEST(Csv, ALastLineNeedsNoLineEnd) {
  const auto table = CsvTable::parse("a,b\n1,2", "t.csv");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->rows()[0].cells, (std::vector<std::string>{"1", "2"}));
}

TEST(Csv, EveryFaultHasItsCodeAndLine) {
  EXPECT_EQ(code_of("a,b\n1,\"2\n"), "F020");
  EXPECT_EQ(code_of("a,b\n1,\"2\"3\n"), "F021");
  EXPECT_EQ(code_of("a,b\n1,2\"3\n"), "F021");
  EXPECT_EQ(code_of("a,b\r\n1,2\r\n"), "F021");
  EXPECT_EQ(code_of("a,b\n1,\xFF\n"), "F022");
  EXPECT_EQ(code_of("\xEF\xBB\xBF"
                    "a,b\n"),
            "F022");
  EXPECT_EQ(code_of("a,b\n1,2,3\n"), "F023");
  EXPECT_EQ(code_of("a,b\n\n1,2\n"), "F023");
  EXPECT_EQ(code_of("a,a\n"), "F024");
  EXPECT_EQ(code_of(""), "F024");
  const auto wide = CsvTable::parse("a,b\n1,2\n1,2,3\n", "t.csv");
  ASSERT_FALSE(wide.ok());
  EXPECT_EQ(wide.errors().front().render(Language::En),
            "t.csv:3: error[F023]: this line has 3 cells, the heading has 2");
}

TEST(Csv, AMissingColumnIsNamedWithTheNearestThatIsThere) {
  const auto table = CsvTable::parse("id,vendr\n", "t.csv");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->column("id"), 0U);
  EXPECT_EQ(table->column("nothing"), std::nullopt);
  const auto columns = table->columns({"id", "vendor"});
  ASSERT_FALSE(columns.ok());
  const std::string text = columns.errors().front().render(Language::En);
  EXPECT_NE(text.find("F024"), std::string::npos);
  EXPECT_NE(text.find("`vendor`"), std::string::npos);
  EXPECT_NE(text.find("`vendr`"), std::string::npos);
}

}  // namespace
}  // namespace licit
