// What stands in a field beside a name, or in its place. The fields are those that order systems write: numbers of
// customers, addresses, forms of address, digits for letters, signs of other scripts, another encoding.
#include "parties/names/field.h"

#include <gtest/gtest.h>

#include "parties/names/nobody.h"
#include "parties/names/screen.h"
#include "parties/names/text_parts.h"

namespace licit {
namespace {

using names::names_nobody;
using names::plain_field;

ListEntry listed(std::string id, std::string name, PartyType type = PartyType::Entity,
                 NameKind kind = NameKind::Primary) {
  ListEntry out;
  out.id = std::move(id);
  out.type = type;
  out.names = {{std::move(name), kind}};
  return out;
}

bool alerts(const std::string& asked) {
  static Screener screener = [] {
    PartyList list;
    list.code = ListCode::EntityList;
    list.name = "Entity List";
    list.entries = {
        listed("1", "Huawei", PartyType::Entity, NameKind::Starter),
        listed("2", "Zhongke Kekong Co., Ltd."), listed("3", "Harbin Institute of Technology"),
        listed("4", "DERIPASKA, Oleg Vladimirovich", PartyType::Person), listed("5", "中芯国际")};
    return Screener(NameIndex::build({&list, 1}).value(), {});
  }();
  PartyQuery query;
  query.name = asked;
  const auto hits = screener.screen(query);
  return std::any_of(hits.begin(), hits.end(), [](const ScreenHit& hit) { return is_alert(hit); });
}

TEST(Field, SignsOfPartingAreMadePlain) {
  EXPECT_EQ(plain_field("Ａcme；Ｂ"), "Acme;B");
  EXPECT_EQ(plain_field("甲、乙"), "甲;乙");
  EXPECT_EQ(plain_field("a_b@huawei.com"), "a+b+huawei+");
  EXPECT_EQ(plain_field("Acme%20Foo"), "Acme Foo");
  EXPECT_EQ(plain_field("Acme.company"), "Acme.company");
  EXPECT_EQ(plain_field(".com"), ".com");
}

TEST(Field, DigitsInThePlaceOfLettersAndWordsWithoutBlanks) {
  EXPECT_EQ(names::digits_as_letters("HUAWE1 TECHN0L0G1ES", 'I'), "HUAWEI TECHNOLOGIES");
  EXPECT_EQ(names::digits_as_letters("No 50450", 'I'), "");
  EXPECT_EQ(names::words_apart("MooreThreadsTechnology"), "Moore Threads Technology");
  EXPECT_EQ(names::words_apart("iPhone McDonald"), "");
}

TEST(Field, AnotherEncodingSaysNothing) {
  // GBK, Windows-1251 and UTF-8 of "华为技术", "Сбербанк" read as Latin-1 or Windows-1252.
  EXPECT_TRUE(names::is_garbled("»ªÎª¼¼Êõ"));
  EXPECT_TRUE(names::is_garbled("Ñáåðáàíê"));
  EXPECT_TRUE(names::is_garbled("åŽä¸ºæŠ€æœ¯"));
  EXPECT_TRUE(names::is_garbled("Acme \xC2\x85 Foo"));
  for (const char* name : {"Société Générale", "Ölüdeniz Öğütçü", "Þórður", "Électricité", "Łódź",
                           "华为技术", "Сбербанк", "Señor Ñandú"})
    EXPECT_FALSE(names::is_garbled(name)) << name;
}

TEST(Field, WordsInThePlaceOfANameAreNobody) {
  for (const char* text : {"unknown",
                           "TBC by customer",
                           "not disclosed",
                           "[redacted]",
                           "Various end users",
                           "Unknown Sdn Bhd",
                           "UNKNOWN (MALAYSIA)",
                           "Customer 1",
                           "Kunde 12345",
                           "xxx Sdn Bhd",
                           "John Doe",
                           "nicht bekannt",
                           "à confirmer",
                           "non précisé",
                           "не указано",
                           "不明",
                           "同上",
                           "最终用户",
                           "غير معروف",
                           "tidak diketahui",
                           "N/A",
                           "n.a.",
                           "TBD",
                           "unknown person",
                           "Bearer shares",
                           "Unkn\u043Ewn",
                           "UNKN0WN",
                           "U.N.K.N.O.W.N.",
                           "U N K N O W N",
                           "Client-X",
                           "neizvestno",
                           "Mr Unknown",
                           "Herr Unbekannt",
                           "Cash customer"})
    EXPECT_TRUE(names_nobody(text)) << text;
  for (const char* text :
       {"Third Party Logistics", "Private Client Services", "None Such Records", "An Na", "See See",
        "Na An", "Investor AB", "Holder GmbH", "Various Artists Ltd", "Test Equity LLC",
        "Unknown Worlds Entertainment", "Oleg Deripaska"})
    EXPECT_FALSE(names_nobody(text)) << text;
  EXPECT_TRUE(names::says_only_where("Shenzhen, China"));
  EXPECT_FALSE(names::says_only_where("Bank of China"));
}

TEST(Field, WhoeverIsNamedAmongOtherThingsIsFound) {
  for (const char* text : {"M/s Zhongke Kekong",
                           "M/s Zhongke Kekong Co., Ltd.",
                           "Messrs Huawei",
                           "Huawei (Customer no. 100234)",
                           "Zhongke Kekong (Acct 99321)",
                           "Acme Foo；Huawei",
                           "Acme Foo／中芯国际",
                           "Acme Foo 中芯国际",
                           "Acme Foo • Huawei",
                           "Acme Foo_Huawei",
                           "Acme Foo. Huawei",
                           "Acme Foo and Huawei",
                           "Acme Foo -Huawei",
                           "Acme Foo subsidiary of Huawei",
                           "Please deliver to Huawei Technologies",
                           "Huawei Technologies Co Ltd Jalan Ampang 50450 Kuala Lumpur",
                           "Huawei.com",
                           "sales@huawei.com",
                           "Huawei%20Technologies",
                           "HUAWE1 TECHN0L0G1ES",
                           "ZhongkeKekong",
                           "Harbin Institute of Technology, 92 West Dazhi Street",
                           "Acme Foo (Harbin Institute of Technology)",
                           "DERIPASKA, Oleg Vladimirovich, No. 5 Jalan Ampang, Malaysia",
                           "DERIPASKA, Oleg Vladimirovich (Acct 9)",
                           "D\u200Ceri\u200Cpas\u200Cka Oleg Vladimirovich"})
    EXPECT_TRUE(alerts(text)) << text;
  for (const char* text :
       {"Institute of Technology, Harbin Street", "Acme Foo and Partners", "Oleg, Vladimir, Ltd",
        "SoftBank Corp.", "Customer no. 100234", "Acme Foo. Partners"})
    EXPECT_FALSE(alerts(text)) << text;
}

TEST(Field, WhatIsOneNameIsNotSeveral) {
  for (const char* text :
       {"Oracle DBA Services", "DBA Analytics", "Attention Span Media", "Novo Nordisk A / S",
        "Food and Agriculture Organization (FAO)", "Care of Magical Creatures Ltd"})
    EXPECT_FALSE(names::names_several(text)) << text;
  for (const char* text : {"Acme Foo dba Zorblatt", "Acme Foo c/o Zorblatt", "Acme Foo / Zorblatt",
                           "Acme; Zorblatt", "Attn: Zorblatt"})
    EXPECT_TRUE(names::names_several(text)) << text;
}

// "Dell" is an Italian article in "Banca dell'Adriatico", and a name where nothing else is.
TEST(Field, AnArticleAloneIsAName) {
  const auto kind_of = [](const char* text) {
    return normalize(text, PartyType::Entity).ways.front().tokens.front().kind;
  };
  EXPECT_EQ(kind_of("Dell Technologies"), TokenKind::Word);
  EXPECT_EQ(kind_of("Dell Inc"), TokenKind::Word);
  EXPECT_EQ(kind_of("The Company"), TokenKind::Word);  // nothing else is left
  EXPECT_EQ(kind_of("Del Monte Foods"), TokenKind::Particle);
}

}  // namespace
}  // namespace licit
