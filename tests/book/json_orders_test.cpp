// Orders from JSON: arrays, objects one after another, one object a line.
#include "book/support.h"

namespace licit::test {
namespace {

AllRows array_of(std::string_view bytes, const TableLimits& limits = {}) {
  return read_all(bytes, "orders.json", limits);
}
AllRows lines_of(std::string_view bytes, const TableLimits& limits = {}) {
  return read_all(bytes, "orders.jsonl", limits);
}

TEST(JsonOrders, ArraysAndLinesGiveTheSameRows) {
  const auto array = array_of(
      "[\n {\"item\":\"h20\",\"to\":\"CN\"},\n {\"Part "
      "Number\":\"a100\",\"Destination\":\"DE\"}\n]\n");
  EXPECT_EQ(array.rows, (Words{"2: item=h20 to=CN", "3: item=a100 to=DE"}));
  const auto lines = lines_of(
      "{\"item\":\"h20\",\"to\":\"CN\"}\n\n{\"Part Number\":\"a100\",\"Destination\":\"DE\"}");
  EXPECT_EQ(lines.rows, (Words{"1: item=h20 to=CN", "3: item=a100 to=DE"}));
  EXPECT_TRUE(lines.notes.empty());
}

TEST(JsonOrders, ValuesOfEveryType) {
  const auto read = lines_of(
      R"({"item":"h20","to":"CN","quantity":16,"value":123456789012345.25,"item.datacenter":true,"on":null,)"
      R"("buyer.listings":[],"notices":["a","b"],"facts":{"item.die-area":"300..330"}})");
  EXPECT_EQ(read.rows,
            (Words{"1: item=h20 to=CN quantity=16 value=123456789012345.25 item.datacenter=yes "
                   "buyer.listings=none notices=a;b item.die-area=300..330"}));
}

TEST(JsonOrders, EscapesAreUndone) {
  EXPECT_EQ(lines_of(R"({"item":"h\u0032\u0030","to":"C\u00f4te d'Ivoire"})").rows,
            (Words{"1: item=h20 to=Côte d'Ivoire"}));
}

TEST(JsonOrders, ABrokenLineCostsItself) {
  const auto read = lines_of(
      "{\"item\":\"h20\",\"to\":\"CN\"}\n"
      "{\"item\":\"h20\",\"to\":}\n"
      "{\"item\":\"h20\" \"to\":\"CN\"}\n"
      "{\"item\":\"h20\n"
      "[1]\n"
      "{\"item\":{\"id\":\"h20\"},\"to\":\"CN\"}\n"
      "{\"item\":\"h20\",\"to\":\"CN\"} trailing\n"
      "{\"item\":\"a100\",\"to\":\"DE\"}\n");
  ASSERT_EQ(read.rows.size(), 8U);
  EXPECT_EQ(read.rows[0], "1: item=h20 to=CN");
  EXPECT_PRED2(contains, read.rows[1], "2: !B016 2:");
  EXPECT_PRED2(contains, read.rows[2], "3: !B016 3:");
  EXPECT_PRED2(contains, read.rows[3], "4: !B016 4:");
  EXPECT_EQ(read.rows[4], "5: !B016 5:1");
  EXPECT_EQ(read.rows[5], "6: !B017 6:9");
  EXPECT_PRED2(contains, read.rows[6], "7: !B016 7:");
  EXPECT_EQ(read.rows[7], "8: item=a100 to=DE");
}

// What is no object costs itself: not the rows behind it on its line, nor the end of the list.
TEST(JsonOrders, WhatIsNoObjectCostsItself) {
  const auto read = array_of(
      "[1, {\"item\":\"h20\",\"to\":\"CN\"}, \"x, {\", {\"item\":\"a100\",\"to\":\"DE\"},\n"
      " null, [{\"item\":\"l4\"}, 2], -1.5e3, {\"item\":\"l20\",\"to\":\"CN\"}, true]");
  EXPECT_EQ(read.rows, (Words{"1: !B016 1:2", "1: item=h20 to=CN", "1: !B016 1:31",
                              "1: item=a100 to=DE", "2: !B016 2:2", "2: !B016 2:8", "2: !B016 2:28",
                              "2: item=l20 to=CN", "2: !B016 2:62"}));
  // A text that does not close costs its line.
  EXPECT_EQ(array_of("[\"x, {\"item\":1},\n {\"item\":\"h20\",\"to\":\"CN\"}]").rows.back(),
            "2: item=h20 to=CN");
}

TEST(JsonOrders, ABrokenElementCostsItself) {
  const auto read = array_of(
      "[\n"
      "  {\"item\": \"h20\",\n   \"to\": \"CN\"},\n"
      "  {\"item\": \"h20, \"to\": \"CN},\n"
      "  17,\n"
      "  {\"item\": \"a100\", \"to\": \"DE\"}\n"
      "]\n");
  EXPECT_EQ(read.rows,
            (Words{"2: item=h20 to=CN", "4: !B016 4:19", "5: !B016 5:3", "6: item=a100 to=DE"}));
}

TEST(JsonOrders, AListThatIsCutOffSaysSo) {
  const auto read = array_of("[{\"item\":\"h20\",\"to\":\"CN\"},\n{\"item\":\"a1");
  EXPECT_EQ(read.rows, (Words{"1: item=h20 to=CN", "2: !B016 2:1", "2: !B016 2:12"}));
}

TEST(JsonOrders, MissingKeysNameTheNearest) {
  const auto read = lines_of("{\"itm\":\"h20\",\"to\":\"CN\"}\n");
  ASSERT_EQ(codes(read.problems), (Words{"B008"}));
  EXPECT_PRED2(contains, one_line(read.problems[0], Language::En), "`itm`");
}

TEST(JsonOrders, UnknownKeysAreSaidOnce) {
  const auto read = lines_of(
      "{\"item\":\"h20\",\"to\":\"CN\",\"sku2\":1}\n{\"item\":\"h20\",\"to\":\"CN\",\"sku2\":2}\n");
  EXPECT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(codes(read.notes), (Words{"B102"}));
}

TEST(JsonOrders, LongValuesArePassedOver) {
  const TableLimits limits{.line = 2000, .cell = 500, .columns = 10};
  const std::string good = "{\"item\":\"a100\",\"to\":\"DE\"}";
  const std::string long_object = "{\"item\":\"" + std::string(600'000, 'x') + "\",\"to\":\"DE\"}";
  EXPECT_EQ(lines_of(long_object + "\n" + good + "\n", limits).rows,
            (Words{"1: !B005 1:1", "2: item=a100 to=DE"}));
  EXPECT_EQ(array_of("[" + long_object + ",\n" + good + "]", limits).rows,
            (Words{"1: !B005 1:2", "2: item=a100 to=DE"}));
}

TEST(JsonOrders, ALongFileIsReadInBlocks) {
  std::string text = "[";
  for (int i = 0; i < 20'000; ++i)
    text += std::string(i > 0 ? "," : "") + "\r\n  {\"line\": " + std::to_string(i) +
            ", \"item\": \"h20\", \"to\": \"CN\"}";
  text += "\r\n]";
  const auto read = array_of(text);
  ASSERT_EQ(read.rows.size(), 20'000U);
  EXPECT_EQ(read.rows.back(), "20001: line=19999 item=h20 to=CN");
}

}  // namespace
}  // namespace licit::test
