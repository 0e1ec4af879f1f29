// Whole books over the toy law: what every line comes to, what is written, and when nothing is.
#include "book/book.h"

#include <sys/stat.h>

#include <sstream>

#include "book/toy_law.h"

namespace licit::test {
namespace {

// Cells of the columns `wanted`, of every row of a decisions file whose cells hold no commas there.
std::vector<Words> cells_of(const std::string& path, const Words& wanted) {
  const std::string text = contents(path);
  Result<TextFile> file = TextFile::over(text, path);
  EXPECT_TRUE(file.ok());
  TableReader reader(file.value());
  EXPECT_FALSE(reader.read_header([](std::string_view) { return true; }));
  std::vector<Words> out;
  while (reader.next() == TableReader::Step::Row) {
    Words row;
    for (const std::string& name : wanted) {
      const auto at = std::find(reader.header().begin(), reader.header().end(), name);
      EXPECT_NE(at, reader.header().end()) << name;
      const auto column = static_cast<std::size_t>(at - reader.header().begin());
      row.emplace_back(column < reader.cells().size() ? reader.cells()[column] : "");
    }
    out.push_back(std::move(row));
  }
  return out;
}

// H100: TPP of 1,978.9 x 8 = 15,831; L4: 242 x 8 = 1,936; both by their makers' data sheets.
constexpr std::string_view small_book =
    "Line,Part Number,Ship-To Country,Ship Date,Buyer HQ,buyer.own-use,Qty,Value,Currency\n"
    "1,NVIDIA H100 SXM,China,2024-06-03,CN,,8,\"240,000.50\",USD\n"
    "2,H100 SXM,China,2022-06-03,CN,,8,100,USD\n"
    "3,L4,China,2024-06-03,CN,,1,50,EUR\n"
    "4,L4,Iran,2024-06-03,IR,,1,60,EUR\n"
    "5,L4,Germany,2024-06-03,CN,yes,1,70,EUR\n"
    "6,L4,Germany,2024-06-03,CN,no,1,80,EUR\n"
    "7,L4,Germany,2024-06-03,,yes,1,90,USD\n"
    "8,H1OO SXM,China,2024-06-03,CN,,8,5,USD\n"
    "9,L4,Chnia,2024-06-03,CN,,8,5,USD\n"
    "10,L4,China,2024-02-30,CN,,8,5,USD\n"
    "11,L4,China,2024-06-03,CN,,eight,5,USD\n";

// A spreadsheet runs a cell that begins with =, +, -, @, a tab or a line end (OWASP, "CSV Injection");
// -5 is a number and does nothing.
TEST(DecideBook, WhatASpreadsheetWouldRunIsText) {
  Folder folder;
  const std::string path = folder.write("orders.csv",
                                        "line,item,to,on,currency\n"
                                        "=HYPERLINK(\"http://x\"),L4,China,2024-06-03,\n"
                                        "+1-2,L4,China,2024-06-03,\n"
                                        "@SUM(A1),L4,China,2024-06-03,\n"
                                        "-2+3,L4,China,2024-06-03,\n"
                                        "-5,L4,China,2024-06-03,\n"
                                        "A-7,L4,China,2024-06-03,\n");
  const auto summary = decide(path);
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(
      cells_of(summary->decisions, {"line"}),
      (std::vector<Words>{
          {"'=HYPERLINK(\"http://x\")"}, {"'+1-2"}, {"'@SUM(A1)"}, {"'-2+3"}, {"-5"}, {"A-7"}}));
}

// An option is wrong for all lines or for none.
TEST(DecideBook, WhatIsGivenForEveryLineIsLookedAtFirst) {
  Folder folder;
  const std::string path = folder.write("orders.csv", "item,to\nL4,China\nL4,Germany\n");
  BookOptions options;
  options.given = {{"buyer.own-use", "perhaps", {}}, {"item.nope", "3", {}}};
  const auto summary = decide(path, options);
  ASSERT_FALSE(summary.ok());
  EXPECT_EQ(codes(summary.errors()), (Words{"F005", "F004"}));
  EXPECT_EQ(folder.names(), (Words{"orders.csv"}));
}

TEST(DecideBook, AFormatThatIsToldGoesBeforeTheName) {
  Folder folder;
  const std::string path = folder.write(
      "orders.csv", "{\"item\":\"L4\",\"to\":\"CN\"}\n{\"item\":\"L4\",\"to\":\"DE\"}\n");
  BookOptions options;
  options.format = OrderFormat::JsonLines;
  const auto summary = decide(path, options);
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary->lines, 2U);
  EXPECT_EQ(summary->bad, 0U);
}

TEST(DecideBook, EveryLineGetsItsOwnAnswer) {
  Folder folder;
  const std::string path = folder.write("orders.csv", small_book);
  const auto summary = decide(path);
  ASSERT_TRUE(summary.ok()) << one_line(summary.errors()[0], Language::En);
  EXPECT_EQ(summary->decisions, path + ".decisions.csv");
  EXPECT_EQ(
      cells_of(summary->decisions, {"line", "file-line", "status", "verdict", "exit", "provision"}),
      (std::vector<Words>{{"1", "2", "decided", "license", "3", "big-to-china"},
                          {"2", "3", "decided", "no-license", "0", ""},
                          {"3", "4", "decided", "no-license", "0", ""},
                          {"4", "5", "decided", "prohibited", "3", "nothing-to-iran"},
                          {"5", "6", "decided", "exception", "5", "chinese-buyer"},
                          {"6", "7", "decided", "license", "3", "chinese-buyer"},
                          {"7", "8", "decided", "undetermined", "4", "chinese-buyer"},
                          {"8", "9", "bad-line", "", "2", ""},
                          {"9", "10", "bad-line", "", "2", ""},
                          {"10", "11", "bad-line", "", "2", ""},
                          {"11", "12", "bad-line", "", "2", ""}}));
  const auto more =
      cells_of(summary->decisions, {"exception", "steps", "needs", "value", "currency"});
  EXPECT_EQ(more[0], (Words{"", "", "", "240000.5", "USD"}));
  EXPECT_EQ(more[4], (Words{"OWN", "tell-us 2024-05-24", "", "70", "EUR"}));
  EXPECT_EQ(more[6], (Words{"", "", "buyer.hq", "90", "USD"}));
}

TEST(DecideBook, BadLinesSayWhereAndWhatToDo) {
  Folder folder;
  const std::string path = folder.write("orders.csv", small_book);
  const auto summary = decide(path);
  ASSERT_TRUE(summary.ok());
  const auto messages = cells_of(summary->decisions, {"message"});
  EXPECT_PRED2(contains, messages[7][0], "orders.csv:9:3: ");
  EXPECT_PRED2(contains, messages[7][0], "H1OO SXM");
  EXPECT_PRED2(contains, messages[8][0], "orders.csv:10:6: ");
  EXPECT_PRED2(contains, messages[8][0], "China");
  EXPECT_PRED2(contains, messages[9][0], "orders.csv:11:13: ");
  EXPECT_PRED2(contains, messages[9][0], "2024-02-30");
  EXPECT_PRED2(contains, messages[10][0], "orders.csv:12:28: ");
  EXPECT_PRED2(contains, messages[10][0], "eight");
  for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ(messages[i][0], "");
}

TEST(DecideBook, TheSummaryAddsUp) {
  Folder folder;
  const auto summary = decide(folder.write("orders.csv", small_book));
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary->lines, 11U);
  EXPECT_EQ(summary->bad, 4U);
  EXPECT_EQ(summary->exit_status, 2);
  const Tally& license = summary->by_verdict.at(Verdict::License);
  EXPECT_EQ(license.lines, 2U);
  EXPECT_EQ(license.value.at("USD"), *Number::fraction(480001, 2));
  EXPECT_EQ(license.value.at("EUR"), Number(80));
  EXPECT_EQ(summary->by_verdict.at(Verdict::NoLicense).value.at("USD"), Number(100));
  EXPECT_EQ(summary->by_verdict.at(Verdict::NoLicense).value.at("EUR"), Number(50));
  ASSERT_EQ(summary->stopped_by.size(), 3U);
  // Four lines are in EUR, three in USD: EUR decides the order.
  EXPECT_EQ(summary->stopped_by[0].provision, "chinese-buyer");
  EXPECT_EQ(summary->stopped_by[1].provision, "nothing-to-iran");
  EXPECT_EQ(summary->stopped_by[2].provision, "big-to-china");
  ASSERT_EQ(summary->needs.size(), 1U);
  EXPECT_EQ(summary->needs[0].fact, "buyer.hq");
  EXPECT_EQ(summary->needs[0].tally.lines, 1U);
  EXPECT_EQ(summary->bad_lines.size(), 4U);
}

TEST(DecideBook, LinesWithTheSameFactsAreDecidedOnce) {
  Folder folder;
  std::string book = "line,item,to,on,buyer-hq,quantity,value,currency\n";
  for (int i = 1; i <= 500; ++i) {
    const std::string n = std::to_string(i);
    book +=
        n + ",H100 SXM," + (i % 2 == 0 ? "CN" : "DE") + ",2024-06-03,DE," + n + "," + n + ",USD\n";
  }
  const auto summary = decide(folder.write("orders.csv", book));
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(summary->decided_anew, 2U);
  EXPECT_EQ(summary->by_verdict.at(Verdict::License).lines, 250U);
  // 2 + 4 + ... + 500, and 1 + 3 + ... + 499.
  EXPECT_EQ(summary->by_verdict.at(Verdict::License).value.at("USD"), Number(250 * 251));
  EXPECT_EQ(summary->by_verdict.at(Verdict::NoLicense).value.at("USD"), Number(250 * 250));
}

TEST(DecideBook, TheWorstLineIsTheStatusOfTheFile) {
  // In the order 2, 4, 3, 5, 0.
  const std::vector<std::pair<std::string, int>> lines = {{"L4,CN,2024-01-01,CN,\n", 0},
                                                          {"L4,DE,2024-01-01,CN,yes\n", 5},
                                                          {"L4,IR,2024-01-01,IR,\n", 3},
                                                          {"L4,DE,2024-01-01,,\n", 4},
                                                          {"none such,DE,2024-01-01,,\n", 2}};
  Folder folder;
  std::string book = "item,to,on,buyer-hq,buyer.own-use\n";
  for (const auto& [line, status] : lines) {
    book += line;
    const auto summary = decide(folder.write("orders.csv", book));
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(summary->exit_status, status) << line;
  }
}

TEST(DecideBook, OptionsHoldForLinesThatStateNothing) {
  Folder folder;
  const std::string path = folder.write("orders.csv", "item,buyer-hq\nH100 SXM,DE\nH100 SXM,\n");
  BookOptions options;
  options.given = {{"to", "DE", {}},
                   {"on", "2024-06-03", {}},
                   {"buyer-hq", "CN", {}},
                   {"buyer.own-use", "no", {}}};
  const auto summary = decide(path, options);
  ASSERT_TRUE(summary.ok()) << one_line(summary.errors()[0], Language::En);
  EXPECT_EQ(cells_of(summary->decisions, {"verdict"}),
            (std::vector<Words>{{"no-license"}, {"license"}}));
}

TEST(DecideBook, LinesWithoutADayAreDecidedForTodayAndThatIsSaid) {
  Folder folder;
  BookOptions options;
  options.today = Date::parse("2022-05-01");
  const auto summary = decide(folder.write("orders.csv", "item,to\nH100 SXM,CN\n"), options);
  ASSERT_TRUE(summary.ok());
  EXPECT_EQ(cells_of(summary->decisions, {"verdict"}), (std::vector<Words>{{"no-license"}}));
  ASSERT_EQ(codes(summary->notes), (Words{"B104"}));
  EXPECT_PRED2(contains, one_line(summary->notes[0], Language::En), "2022-05-01");
}

TEST(DecideBook, EuropeanFilesWhenTold) {
  Folder folder;
  const std::string path =
      folder.write("orders.csv",
                   "Artikel;Zielland;Versanddatum;Menge;Wert;W\xE4hrung\r\nL4;Cura\xE7"
                   "ao;03.06.2024;1.000;1.234,50;EUR\r\n");
  BookOptions options;
  const auto untold = decide(path, options);
  ASSERT_TRUE(untold.ok());
  EXPECT_EQ(untold->bad, 1U);
  options.dates = DateOrder::Dmy;
  options.decimal = DecimalMark::Comma;
  options.given = {{"buyer-hq", "DE", {}}};
  const auto told = decide(path, options);
  ASSERT_TRUE(told.ok());
  EXPECT_EQ(told->bad, 0U);
  EXPECT_EQ(told->by_verdict.at(Verdict::NoLicense).value.at("EUR"), *Number::fraction(2469, 2));
  EXPECT_EQ(codes(told->notes), (Words{"B101"}));
}

TEST(DecideBook, JsonLinesCarryTheFullAnswer) {
  Folder folder;
  const std::string path = folder.write(
      "orders.json",
      R"([{"line":"a","item":"H100 SXM","to":"CN","on":"2024-06-03","value":12.50,"currency":"USD"},
 {"line":"b","item":"none such","to":"CN"}])");
  BookOptions options;
  options.out = folder.at("out.jsonl");
  const auto summary = decide(path, options);
  ASSERT_TRUE(summary.ok());
  std::istringstream lines(contents(summary->decisions));
  std::string first;
  std::string second;
  ASSERT_TRUE(std::getline(lines, first) && std::getline(lines, second));
  EXPECT_PRED2(contains, first, R"("line":"a")");
  EXPECT_PRED2(contains, first, R"("verdict":"license")");
  EXPECT_PRED2(contains, first, R"("answer":{)");
  EXPECT_PRED2(contains, first, R"("value":"12.5")");
  EXPECT_PRED2(contains, second, R"("status":"bad-line")");
  EXPECT_PRED2(contains, second, R"("file-line":2)");
}

TEST(DecideBook, ADecisionsFileOfBeforeIsReplacedWhole) {
  Folder folder;
  const std::string path = folder.write("orders.csv", "item,to\nL4,CN\n");
  folder.write("orders.csv.decisions.csv", "old");
  ASSERT_TRUE(decide(path).ok());
  EXPECT_TRUE(contents(path + ".decisions.csv").starts_with("line,file-line,"));
  EXPECT_EQ(folder.names(), (Words{"orders.csv", "orders.csv.decisions.csv"}));
}

TEST(DecideBook, AnInterruptedRunLeavesNothing) {
  Folder folder;
  const std::string path = folder.write("orders.csv", small_book);
  const std::atomic<bool> stop{true};
  const LawView law{toy_pack(), places()};
  const auto summary = decide_book(law, catalogue(), path, {}, nullptr, stop);
  ASSERT_FALSE(summary.ok());
  EXPECT_EQ(codes(summary.errors()), (Words{"B018"}));
  EXPECT_EQ(folder.names(), (Words{"orders.csv"}));
}

// Sets `stop` as soon as anything is written to it.
class StopsWhenShown : public std::stringbuf {
 public:
  explicit StopsWhenShown(std::atomic<bool>& stop) : stop_(stop) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize n) override {
    stop_ = true;
    return std::stringbuf::xsputn(text, n);
  }

 private:
  std::atomic<bool>& stop_;
};

TEST(DecideBook, ARunInterruptedHalfwayLeavesTheOldFile) {
  Folder folder;
  std::string book = "item,to,on\n";
  for (int i = 0; i < 400'000; ++i) book += "L4,CN,2024-06-03\n";
  const std::string path = folder.write("orders.csv", book);
  folder.write("orders.csv.decisions.csv", "old");
  std::atomic<bool> stop{false};
  StopsWhenShown shown(stop);
  std::ostream progress(&shown);
  const LawView law{toy_pack(), places()};
  const auto summary = decide_book(law, catalogue(), path, {}, &progress, stop);
  ASSERT_FALSE(summary.ok());
  EXPECT_EQ(codes(summary.errors()), (Words{"B018"}));
  EXPECT_PRED2(contains, shown.str(), "lines decided");
  EXPECT_EQ(contents(folder.at("orders.csv.decisions.csv")), "old");
  EXPECT_EQ(folder.names(), (Words{"orders.csv", "orders.csv.decisions.csv"}));
}

TEST(DecideBook, NothingIsWrittenWhereTheFileCannotBeRead) {
  Folder folder;
  const std::vector<std::pair<std::string, std::string>> files = {
      {"item,qty\nL4,1\n", "B008"}, {"", "B002"}, {"item,to\n", "B020"}, {"PK\x03\x04", "B004"}};
  for (const auto& [bytes, code] : files) {
    const auto summary = decide(folder.write("orders.csv", bytes));
    ASSERT_FALSE(summary.ok());
    EXPECT_EQ(summary.errors()[0].code, code);
    EXPECT_FALSE(summary.errors()[0].help.empty()) << code;
    EXPECT_EQ(folder.names(), (Words{"orders.csv"}));
  }
}

TEST(DecideBook, WhereTheDecisionsMayNotGo) {
  Folder folder;
  const std::string path = folder.write("orders.csv", "item,to\nL4,CN\n");
  const std::string before = contents(path);
  std::filesystem::create_directory(folder.at("folder"));
  ::mkfifo(folder.at("pipe").c_str(), 0600);
  for (const std::string& out :
       {path, folder.at("folder"), folder.at("pipe"), folder.at("none/out.csv")}) {
    BookOptions options;
    options.out = out;
    const auto summary = decide(path, options);
    ASSERT_FALSE(summary.ok()) << out;
    EXPECT_EQ(codes(summary.errors()), (Words{"B019"}));
    EXPECT_PRED2(contains, one_line(summary.errors()[0], Language::En), "--out");
  }
  EXPECT_EQ(contents(path), before);
}

TEST(DecideBook, ALinkIsFollowed) {
  Folder folder;
  const std::string path = folder.write("orders.csv", "item,to\nL4,CN\n");
  folder.write("real.csv", "old");
  std::filesystem::create_symlink(folder.at("real.csv"), folder.at("link.csv"));
  BookOptions options;
  options.out = folder.at("link.csv");
  ASSERT_TRUE(decide(path, options).ok());
  EXPECT_TRUE(std::filesystem::is_symlink(folder.at("link.csv")));
  EXPECT_TRUE(contents(folder.at("real.csv")).starts_with("line,"));
}

TEST(Status, TheWorstCounts) {
  EXPECT_EQ(worse_status(0, 5), 5);
  EXPECT_EQ(worse_status(5, 3), 3);
  EXPECT_EQ(worse_status(3, 4), 4);
  EXPECT_EQ(worse_status(4, 2), 2);
  EXPECT_EQ(worse_status(2, 0), 2);
}

}  // namespace
}  // namespace licit::test
