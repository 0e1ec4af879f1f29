// Which header means which field.
#include "book/support.h"

namespace licit::test {
namespace {

TEST(Columns, CaseSpacesUnderscoresAndSynonyms) {
  const std::vector<std::pair<std::string, std::string>> meanings = {
      {"Ship-To Country", "to"},
      {"DESTINATION", "to"},
      {"ship_to_country", "to"},
      {"Part Number", "item"},
      {"MPN", "item"},
      {"Qty", "quantity"},
      {"Quantité", "quantity"},
      {"Menge", "quantity"},
      {"Buyer HQ", "buyer-hq"},
      {"buyer_hq", "buyer-hq"},
      {"End User", "end-user"},
      {"END-USER HQ", "end-user-hq"},
      {"Ultimate Consignee", "consignee"},
      {"Ship Date", "on"},
      {"Devise", "currency"},
      {"buyer.listings", "buyer.listings"},
      {"Item.Die-Area", "item.die-area"}};
  for (const auto& [header, field] : meanings)
    EXPECT_EQ(names().meaning_of(header).field, field) << header;
}

TEST(Columns, NamesThatMayMeanSeveralThingsMeanNothing) {
  for (const char* header :
       {"Country", "Order Date", "Ship-To", "Date", "Name", "Customer", "Price", ""})
    EXPECT_EQ(names().meaning_of(header).field, "") << header;
}

TEST(Columns, UnknownOnesAreKeptAsideAndSaidOnce) {
  const auto read = read_all("item,to,Incoterm,Buyr HQ,,HTS\nh20,CN,DAP,CN,,8542\nh20,CN,,,,\n");
  EXPECT_EQ(read.rows, (Words{"2: item=h20 to=CN", "3: item=h20 to=CN"}));
  ASSERT_EQ(codes(read.notes), (Words{"B102"}));
  const std::string note = one_line(read.notes[0], Language::En);
  EXPECT_PRED2(contains, note, "Incoterm, Buyr HQ, HTS");
  EXPECT_PRED2(contains, note, "call it `buyer-hq`");
}

TEST(Columns, MissingItemAndDestinationNameTheNearestHeader) {
  const auto read = read_all("Itm,Ship To Contry,Qty\nh20,CN,1\n");
  ASSERT_EQ(codes(read.refused), (Words{"B008", "B008"}));
  EXPECT_PRED2(contains, one_line(read.refused[0], Language::En), "`Itm` means it, call it `item`");
  EXPECT_PRED2(contains, one_line(read.refused[1], Language::En),
               "`Ship To Contry` means it, call it `to`");
  EXPECT_PRED2(contains, one_line(read.refused[1], Language::En), "Itm | Ship To Contry | Qty");
  EXPECT_PRED2(contains, one_line(read.refused[1], Language::Fr), "appelez-la « to »");
}

TEST(Columns, WhereNoHeaderIsNearTheMessageSaysWhatToAdd) {
  const auto read = read_all("Qty,Value\n1,2\n");
  ASSERT_EQ(codes(read.refused), (Words{"B008", "B008"}));
  EXPECT_PRED2(contains, one_line(read.refused[0], Language::En), "add a column called `item`");
  EXPECT_PRED2(contains, one_line(read.refused[1], Language::En), "--to");
}

TEST(Columns, WhatEveryLineIsGivenNeedsNoColumn) {
  const auto read = read_all("item\nh20\n", "orders.csv", {}, {"to"});
  EXPECT_EQ(read.rows, (Words{"2: item=h20"}));
}

TEST(Columns, AnItemMayBeDescribedByItsFactsAlone) {
  EXPECT_EQ(read_all("item.tpp,to\n2000,CN\n").rows, (Words{"2: item.tpp=2000 to=CN"}));
}

TEST(Columns, TwoOfEqualStandingAreAnError) {
  const auto read = read_all("item,Destination,Ship-To Country\nh20,CN,DE\n");
  ASSERT_EQ(codes(read.refused), (Words{"B009"}));
  EXPECT_EQ(read.refused[0].place.column, 18U);
  EXPECT_PRED2(contains, one_line(read.refused[0], Language::En),
               "`Destination` and `Ship-To Country`");
}

TEST(Columns, TheFieldsOwnNameGoesBeforeASynonym) {
  const auto read = read_all("Destination,item,to\nFR,h20,CN\n");
  EXPECT_EQ(read.rows, (Words{"2: item=h20 to=CN"}));
  EXPECT_EQ(codes(read.notes), (Words{"B102"}));
}

}  // namespace
}  // namespace licit::test
