// What people's programs write, read as they meant it; what cannot be read, with its place.
#include "book/support.h"

namespace licit::test {
namespace {

TEST(TableReader, CommaSemicolonTabAndBarAreSettledFromTheHeader) {
  for (const std::string mark : {",", ";", "\t", "|"}) {
    const auto read =
        read_all("item" + mark + "to" + mark + "qty\nh20" + mark + "CN" + mark + "4\n");
    EXPECT_EQ(read.rows, (Words{"2: item=h20 to=CN quantity=4"})) << mark;
    EXPECT_TRUE(read.notes.empty());
  }
}

TEST(TableReader, TheDelimiterIsTheOneThatMakesSenseOfTheHeader) {
  // More commas than semicolons, all inside one name.
  const auto read = read_all("item;to;\"remark, free, long, text\"\nh20;CN;a,b,c\n");
  EXPECT_EQ(read.rows, (Words{"2: item=h20 to=CN"}));
}

TEST(TableReader, ExcelSaysItsDelimiterItself) {
  EXPECT_EQ(read_all("sep=;\r\nitem;to\r\nh20;CN\r\n").rows, (Words{"3: item=h20 to=CN"}));
  EXPECT_EQ(read_all("sep=\t\nitem\tto\nh20\tCN\n").rows, (Words{"3: item=h20 to=CN"}));
}

TEST(TableReader, EveryLineEnd) {
  const std::vector<std::string> lines{"item,to", "h20,CN", "a100,DE"};
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    EXPECT_EQ(read_all(joined(lines, end)).rows,
              (Words{"2: item=h20 to=CN", "3: item=a100 to=DE"}));
    EXPECT_EQ(read_all(joined(lines, end) + end).rows.size(), 2U);
  }
}

TEST(TableReader, ByteOrderMarkIsNoPartOfTheFirstName) {
  EXPECT_EQ(read_all("\xEF\xBB\xBFitem,to\nh20,CN\n").rows, (Words{"2: item=h20 to=CN"}));
}

TEST(TableReader, QuotesWithDelimitersLineEndsAndQuotesInside) {
  const auto read = read_all(
      "item,to,end-use\n"
      "\"h20\",\"CN\",\"training, inference\"\n"
      "h20,CN,\"first line\nsecond \"\"quoted\"\" line\"\n"
      "h20, \"CN\" ,x\n"
      "a100,DE,12\" rack\n");
  EXPECT_EQ(read.rows,
            (Words{"2: item=h20 to=CN end-use=training, inference",
                   "3: item=h20 to=CN end-use=first line\nsecond \"quoted\" line",
                   "5: item=h20 to=CN end-use=x", "6: item=a100 to=DE end-use=12\" rack"}));
}

TEST(TableReader, BlankLinesAndLinesOfDelimitersAreNoOrders) {
  const auto read = read_all("\n\nitem,to\n\nh20,CN\n,\n  , \n\na100,DE\n,,,\n\n");
  EXPECT_EQ(read.rows, (Words{"5: item=h20 to=CN", "9: item=a100 to=DE"}));
}

TEST(TableReader, TrailingDelimitersAndShortRows) {
  const auto read = read_all("item,to,value,\nh20,CN,5,,,\na100,DE\n");
  EXPECT_EQ(read.rows, (Words{"2: item=h20 to=CN value=5", "3: item=a100 to=DE"}));
  ASSERT_EQ(codes(read.notes), (Words{"B103"}));
  EXPECT_EQ(read.notes[0].place.line, 3U);
}

TEST(TableReader, ARowWithTooManyCellsIsBadAndTheNextIsRead) {
  const auto read = read_all("item,to,value\nh20,CN,1,234\na100,DE,5\n");
  EXPECT_EQ(read.rows, (Words{"2: !B010 2:10", "3: item=a100 to=DE value=5"}));
  EXPECT_PRED2(contains, read.problems[0].message.in(Language::En), "`234`");
  EXPECT_PRED2(contains, one_line(read.problems[0], Language::En), "quotation marks");
}

TEST(TableReader, AQuoteThatNeverClosesCostsItsLineOnly) {
  const auto read = read_all("item,to,end-use\nh20,CN,\"open\na100,DE,x\nh100,FR,y\n");
  EXPECT_EQ(read.rows, (Words{"2: !B011 2:8", "3: item=a100 to=DE end-use=x",
                              "4: item=h100 to=FR end-use=y"}));
}

TEST(TableReader, TwoStrayQuotesDoNotSwallowTheLinesBetween) {
  const auto read =
      read_all("item,to,end-use\nh20,CN,\"5 inch\na100,DE,x\nh100,FR,\"6 inch\nl4,US,z\n");
  EXPECT_EQ(read.rows, (Words{"2: !B011 2:8", "3: item=a100 to=DE end-use=x", "4: !B011 4:9",
                              "5: item=l4 to=US end-use=z"}));
}

TEST(TableReader, ColumnsCountScalarsNotBytes) {
  const auto read = read_all("end-use,to,item\n中文é,CN,h20,extra\n");
  EXPECT_EQ(read.rows, (Words{"2: !B010 2:12"}));
}

TEST(TableReader, Latin1IsReadAndSaidOnce) {
  const auto read = read_all("item,to,end-use\nh20,CN,caf\xE9 \x80 5\na100,DE,\xFC\n");
  EXPECT_EQ(read.rows,
            (Words{"2: item=h20 to=CN end-use=café € 5", "3: item=a100 to=DE end-use=ü"}));
  ASSERT_EQ(codes(read.notes), (Words{"B101"}));
  EXPECT_EQ(read.notes[0].place.line, 2U);
  EXPECT_EQ(read.notes[0].place.column, 11U);
  EXPECT_PRED2(contains, read.notes[0].message.in(Language::En), "0xE9");
}

TEST(TableReader, SequencesAcrossBlocksAreUtf8) {
  // A three-byte letter lies across the end of the first block, at each of its bytes.
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string text = "item,to,end-use\nh20,CN,";
    text += std::string(TextFile::block - text.size() - shift, 'x') + "中\n";
    const auto read = read_all(text);
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_TRUE(read.rows[0].ends_with("x中"));
    EXPECT_TRUE(read.notes.empty());
  }
}

TEST(TableReader, ALongFileIsReadInBlocks) {
  std::string text = "item,to,end-use\n";
  for (int i = 0; i < 20'000; ++i) text += "h20,CN,\"line " + std::to_string(i) + ", quoted\"\r\n";
  const auto read = read_all(text);
  ASSERT_EQ(read.rows.size(), 20'000U);
  EXPECT_EQ(read.rows.back(), "20001: item=h20 to=CN end-use=line 19999, quoted");
}

TEST(TableReader, LimitsAreSaidAndTheNextLineIsRead) {
  const TableLimits limits{.line = 4000, .cell = 1000, .columns = 8};
  const std::string head = "item,to,end-use\n";
  const auto cell =
      read_all(head + "h20,CN," + std::string(2000, 'x') + "\na100,DE,y\n", "o.csv", limits);
  EXPECT_EQ(cell.rows, (Words{"2: !B006 2:8", "3: item=a100 to=DE end-use=y"}));
  const auto columns = read_all(head + "1,2,3,4,5,6,7,8,9\na100,DE,y\n", "o.csv", limits);
  EXPECT_EQ(columns.rows, (Words{"2: !B007 2:1", "3: item=a100 to=DE end-use=y"}));
  const std::string thousand(990, 'x');
  const auto line = read_all(
      head + joined(std::vector<std::string>(6, thousand), ",") + "\na100,DE,y\n", "o.csv", limits);
  EXPECT_EQ(line.rows, (Words{"2: !B005 2:1", "3: item=a100 to=DE end-use=y"}));
  const auto quoted =
      read_all(head + "h20,CN,\"" + std::string(2000, 'x') + "\"\na100,DE,y\n", "o.csv", limits);
  EXPECT_EQ(quoted.rows, (Words{"2: !B006 2:8", "3: item=a100 to=DE end-use=y"}));
}

TEST(TableReader, ALineOfAHundredMegabytesIsPassedOver) {
  Folder folder;
  std::string text = "item,to\nh20,";
  text += std::string(std::size_t{100} * 1024 * 1024, 'x') + "\na100,DE\n";
  const auto read = read_all(text);
  EXPECT_EQ(read.rows, (Words{"2: !B006 2:5", "3: item=a100 to=DE"}));
  EXPECT_PRED2(contains, one_line(read.problems[0], Language::En), "longer than 1 MiB");
}

struct Refused {
  std::string_view name;
  std::string_view bytes;
  std::string_view code;
  std::string_view says;
};

void PrintTo(const Refused& refused, std::ostream* to) { *to << refused.name; }

class RefusedFiles : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedFiles, SayWhatToDo) {
  const auto read = read_all(GetParam().bytes);
  ASSERT_EQ(codes(read.refused), (Words{std::string(GetParam().code)}));
  EXPECT_PRED2(contains, one_line(read.refused[0], Language::En), std::string(GetParam().says));
  EXPECT_FALSE(read.refused[0].help.empty());
  EXPECT_NE(one_line(read.refused[0], Language::En), one_line(read.refused[0], Language::Fr));
}

using namespace std::string_view_literals;

INSTANTIATE_TEST_SUITE_P(
    All, RefusedFiles,
    ::testing::Values(
        Refused{"Empty", "", "B002", "empty"}, Refused{"Blank", " \r\n\n\t", "B002", "item,to"},
        Refused{"OnlyAByteOrderMark", "\xEF\xBB\xBF", "B002", "empty"},
        Refused{"Utf16", "\xFF\xFEi\0t\0"sv, "B003", "iconv -f UTF-16 -t UTF-8 orders.csv"},
        Refused{"Workbook", "PK\x03\x04 and so on", "B004", "CSV UTF-8"},
        Refused{"Compressed", "\x1F\x8B\x08 and so on", "B004", "gunzip"},
        Refused{"BinaryByte", "item,to\nh20,\0CN\n"sv, "B004", "byte 13 is NUL"},
        Refused{"Pdf", "%PDF-1.7", "B004", "PDF"},
        Refused{"OpenQuote", "item,\"to\nh20,CN\n", "B011", "double every quotation mark"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(TextFileOpen, PathsThatCannotBeRead) {
  Folder folder;
  const std::atomic<bool> go{false};
  const auto missing = TextFile::open(folder.at("none.csv"), go);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.errors()[0].code, "B001");
  EXPECT_PRED2(contains, one_line(missing.errors()[0], Language::En), "spelling");
  const auto is_folder = TextFile::open(std::filesystem::temp_directory_path().string(), go);
  ASSERT_FALSE(is_folder.ok());
  EXPECT_EQ(is_folder.errors()[0].code, "B001");
}

}  // namespace
}  // namespace licit::test
