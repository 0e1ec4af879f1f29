// What screening says of a hit: bands, evidence, dates, exact numbers, addresses.
#include "parties/names/screen.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace licit {
namespace {

ListEntry entity(std::string id, std::vector<ListedName> names) {
  ListEntry out;
  out.id = std::move(id);
  out.type = PartyType::Entity;
  out.names = std::move(names);
  return out;
}

Screener screener_of(std::vector<ListEntry> entries, ScreenOptions options = {}) {
  PartyList list;
  list.code = ListCode::EntityList;
  list.name = "Entity List";
  list.entries = std::move(entries);
  return Screener(NameIndex::build({&list, 1}).value(), std::move(options));
}

std::vector<ScreenHit> screen(Screener& screener, const std::string& name) {
  PartyQuery query;
  query.name = name;
  return screener.screen(query);
}

ScreenOptions showing_low() {
  ScreenOptions out;
  out.least = Band::Low;
  return out;
}

TEST(Screen, TheSameNameIsAHitWithItsWords) {
  Screener screener = screener_of({entity("one", {{"Zhongke Kekong Co., Ltd.", NameKind::Primary}}),
                                   entity("two", {{"Ostrava Steel Works", NameKind::Primary}})});
  const auto hits = screen(screener, "zhongke kekong");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(screener.index().entry(hits[0].entry).id, "one");
  EXPECT_EQ(hits[0].band, Band::Hit);
  EXPECT_EQ(hits[0].query_words, (std::vector<std::string>{"zhongke", "kekong"}));
  ASSERT_GE(hits[0].matches.size(), 2U);
  EXPECT_EQ(hits[0].matches[0].cost, 0);
  EXPECT_TRUE((hits[0].channels & ChannelForm) != 0);
  EXPECT_TRUE(is_alert(hits[0]));
}

TEST(Screen, NobodyIsFoundInAnEmptyListOrByNothing) {
  Screener empty = screener_of({});
  EXPECT_TRUE(screen(empty, "Huawei").empty());
  Screener some = screener_of({entity("one", {{"Huawei", NameKind::Primary}})});
  EXPECT_TRUE(screen(some, "").empty());
  EXPECT_TRUE(screen(some, "\xFF\xFE\x01 ...").empty());
}

// screening.md, 5.3: an exact number is decisive; another one where a party has only one speaks against.
TEST(Screen, AnExactNumberDecides) {
  ListEntry listed = entity("one", {{"Zhongke Kekong", NameKind::Primary}});
  listed.ids = {{"Unified Social Credit Code (USCC)", "91110108600001760P", "CN"}};
  Screener screener = screener_of({listed});
  PartyQuery query;
  query.name = "Bright Future Trading";
  query.ids = {"9111 0108 6000 0176 0p"};
  auto hits = screener.screen(query);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].score, 1000);
  EXPECT_EQ(hits[0].channels, ChannelId);

  query.name = "Zhongke Kekong";
  query.ids = {"91110108600001761P"};
  hits = screener.screen(query);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].band, Band::Review) << "the name alone is not cleared by a number";
  ASSERT_EQ(hits[0].evidence.size(), 1U);
  EXPECT_FALSE(hits[0].evidence[0].supports);
}

TEST(Screen, CountryBirthAndTypeAreEvidence) {
  ListEntry person = entity("one", {{"Viktor Sergeyevich Baranov", NameKind::Primary}});
  person.type = PartyType::Person;
  person.countries = {"RU"};
  person.birth_dates = {"1970-05-12"};
  Screener screener = screener_of({person}, showing_low());
  PartyQuery query;
  query.name = "Viktor Baranov";
  query.type = PartyType::Person;
  const auto score_with = [&](auto change) {
    PartyQuery changed = query;
    change(changed);
    const auto hits = screener.screen(changed);
    return hits.empty() ? 0 : int{hits[0].score};
  };
  const int alone = score_with([](PartyQuery&) {});
  ASSERT_GT(alone, 0);
  EXPECT_EQ(score_with([](PartyQuery& q) { q.countries = {"FI"}; }), alone - 30);
  EXPECT_EQ(score_with([](PartyQuery& q) { q.birth_dates = {"1988-01-01"}; }), alone - 100);
  EXPECT_EQ(score_with([](PartyQuery& q) { q.birth_dates = {"1971-01-01"}; }), alone);
  const int supported = score_with([](PartyQuery& q) {
    q.countries = {"FI", "RU"};
    q.birth_dates = {"1970-05-12"};
  });
  EXPECT_GT(supported, alone);
}

// A company's branch abroad is the company: another country lowers an alert and does not end it.
TEST(Screen, ACountryAloneEndsNoAlertOfACompany) {
  ListEntry company = entity("one", {{"Loongson Technology", NameKind::Primary}});
  company.countries = {"CN"};
  Screener screener = screener_of({company});
  PartyQuery query;
  query.name = "Acme Foo, Loongson Technology";
  query.countries = {"MY"};
  const auto part = screener.screen(query);
  ASSERT_EQ(part.size(), 1U);
  EXPECT_EQ(part[0].band, Band::Review);
  EXPECT_LT(part[0].score, part[0].name_score);
}

// What speaks against a name that meets in full never takes it below review: a person decides.
TEST(Screen, NothingClearsTheSameName) {
  ListEntry person = entity("one", {{"Viktor Sergeyevich Baranov", NameKind::Primary}});
  person.type = PartyType::Person;
  person.countries = {"RU"};
  person.birth_dates = {"1970-05-12"};
  Screener screener = screener_of({person});
  PartyQuery query;
  query.name = "Viktor Sergeyevich Baranov";
  query.type = PartyType::Person;
  query.countries = {"NZ"};
  query.birth_dates = {"1999-01-01"};
  const auto hits = screener.screen(query);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].band, Band::Review);
}

TEST(Screen, AWeakAliasIsCappedUntilSomethingSupportsIt) {
  ListEntry listed = entity("one", {{"Zhongke Kekong Technology", NameKind::Primary},
                                    {"Great Wave Kappa", NameKind::Alias, true}});
  listed.countries = {"CN"};
  Screener screener = screener_of({listed});
  PartyQuery query;
  query.name = "Great Wave Kappa";
  auto hits = screener.screen(query);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_LE(hits[0].score, weak_alias_cap);
  query.countries = {"CN"};
  hits = screener.screen(query);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_GT(hits[0].score, weak_alias_cap);
  EXPECT_EQ(hits[0].band, Band::Review);
}

TEST(Screen, OutsideItsDatesAnEntryIsShownAndNoAlert) {
  ListEntry old = entity("old", {{"Zhongke Kekong", NameKind::Primary}});
  old.from = Date::parse("2010-01-01");
  old.until = Date::parse("2020-12-31");
  Screener screener = screener_of({old});
  PartyQuery query;
  query.name = "Zhongke Kekong";
  const auto standing_on = [&](const char* day) {
    query.as_of = Date::parse(day);
    const auto hits = screener.screen(query);
    EXPECT_EQ(hits.size(), 1U);
    EXPECT_EQ(is_alert(hits[0]), hits[0].standing == Standing::InForce);
    return hits[0].standing;
  };
  EXPECT_EQ(standing_on("2009-12-31"), Standing::NotYet);
  EXPECT_EQ(standing_on("2010-01-01"), Standing::InForce);
  EXPECT_EQ(standing_on("2020-12-31"), Standing::InForce) << "until is the last day it stands";
  EXPECT_EQ(standing_on("2021-01-01"), Standing::Expired);
}

// The Entity List has entries that are addresses ("Address 01", Hong Kong).
TEST(Screen, AnAddressThatIsListedByItself) {
  ListEntry address;
  address.id = "address-01";
  address.address_only = true;
  address.addresses = {
      {"Unit 704, 7/F, Bright Way Tower, 33 Mong Kok Road", "Kowloon", "", "", "HK"}};
  ListEntry other = entity("other", {{"Zhongke Kekong", NameKind::Primary}});
  other.addresses = address.addresses;
  Screener screener = screener_of({address, other});
  PartyQuery query;
  query.name = "Unheard Of Electronics";
  query.addresses = {"Bright Way Tower, 33 Mong Kok Rd, unit 704, 7/F, Kowloon, Hong Kong"};
  const auto hits = screener.screen(query);
  ASSERT_EQ(hits.size(), 1U) << "an entry with a name is not found by its address alone";
  EXPECT_EQ(screener.index().entry(hits[0].entry).id, "address-01");
  query.addresses = {"34 Nathan Road, Kowloon, Hong Kong"};
  EXPECT_TRUE(screener.screen(query).empty());
}

TEST(Screen, OnlyTheListsAskedFor) {
  PartyList a, b;
  a.code = ListCode::EntityList;
  b.code = ListCode::Sdn;
  a.entries = {entity("in-a", {{"Zhongke Kekong", NameKind::Primary}})};
  b.entries = {entity("in-b", {{"Zhongke Kekong", NameKind::Primary}})};
  const std::vector<PartyList> lists{a, b};
  Screener both(NameIndex::build(lists).value());
  EXPECT_EQ(screen(both, "Zhongke Kekong").size(), 2U);
  ScreenOptions only;
  only.lists = {ListCode::Sdn};
  Screener one(NameIndex::build(lists).value(), only);
  const auto hits = screen(one, "Zhongke Kekong");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(one.index().entry(hits[0].entry).id, "in-b");
}

TEST(Screen, OneHitAnEntryByItsBestName) {
  Screener screener = screener_of({entity("one", {{"Zhongke Kekong Holdings", NameKind::Primary},
                                                  {"Zhongke Kekong", NameKind::Alias},
                                                  {"Kekong Zhongke", NameKind::Alias}})});
  const auto hits = screen(screener, "Zhongke Kekong");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].matched.text, "Zhongke Kekong");
}

ListEntry of_type(ListEntry entry, PartyType type) {
  entry.type = type;
  return entry;
}

// As issue 5 asks: the authority's list has the name, the order has an address field.
TEST(Screen, AListedNameInsideALongerTextIsForReview) {
  Screener screener = screener_of(
      {entity("one", {{"Inspur Electronic Information Industry Co., Ltd.", NameKind::Primary}}),
       entity("two", {{"Ostrava Steel Works", NameKind::Primary}})});
  const auto hits =
      screen(screener, "Attn: J. Doe, c/o Inspur Electronic Information, Room 5, Jinan");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].band, Band::Review);
  EXPECT_EQ(hits[0].query_words.front(), "inspur");
  EXPECT_NE(std::find(hits[0].reasons.begin(), hits[0].reasons.end(), ScoreReason::QueryHasMore),
            hits[0].reasons.end());
  EXPECT_TRUE(screen(screener, "Attn: J. Doe, c/o Electronic Information, Room 5, Jinan").empty());
}

// A brand that many listed names bear costs more to look for than a place that few do, and says more.
TEST(Screen, ABrandIsLookedForBesideAPlaceOrATrade) {
  std::vector<ListEntry> entries = {
      entity("brand", {{"Huawei", NameKind::Primary}}),
      entity("place", {{"Malaysia Palm Refinery", NameKind::Primary}}),
      entity("trade", {{"Ostrava Trading", NameKind::Primary}})};
  for (const char* where : {"Ostrava", "Brno", "Plzen", "Liberec", "Olomouc", "Zlin", "Jihlava"})
    entries.push_back(entity(where, {{std::string("Huawei Works ") + where, NameKind::Primary}}));
  Screener screener = screener_of(std::move(entries));
  for (const char* name : {"Huawei Malaysia", "Huawei Malaysia Sdn Bhd", "Huawei Trading"}) {
    const auto hits = screen(screener, name);
    EXPECT_TRUE(std::any_of(hits.begin(), hits.end(), [](const ScreenHit& hit) {
      return hit.matched.text == "Huawei" && hit.band != Band::Low;
    })) << name;
  }
}

// A surname that few bear tells more than the commonest forename hides; a name between may be left out.
TEST(Screen, ACommonForenameHidesNoRareSurname) {
  Screener screener = screener_of({of_type(
      entity("one", {{"Ali Husseini Kolahdozmahaleh", NameKind::Primary}}), PartyType::Person)});
  const auto hits = screen(screener, "Ali Kolahdozmahaleh");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_NE(hits[0].band, Band::Low);
}

// An order says of nobody whether it is a person. In a company's name "Min" is a ministry and "Krasn-" red.
TEST(Screen, WhoeverIsOfNoTypeIsReadAsAPersonToo) {
  Screener screener = screener_of({
      of_type(entity("one", {{"Nikita Vladimirovich KRASNOV", NameKind::Primary}}),
              PartyType::Person),
      of_type(entity("two", {{"Min Aung Hlaing", NameKind::Primary}}), PartyType::Person),
  });
  for (const char* name : {"KRASNOV Nikita Vladimirovich", "Hlaing Min Aung"}) {
    const auto hits = screen(screener, name);
    ASSERT_EQ(hits.size(), 1U) << name;
    EXPECT_NE(hits[0].band, Band::Low) << name;
  }
}

TEST(Screen, APersonIsNoShipAndNoCompany) {
  Screener screener = screener_of(
      {of_type(entity("ship", {{"Jin Teng", NameKind::Primary}}), PartyType::Vessel),
       of_type(entity("unsaid", {{"Hong Fan International", NameKind::Primary}}),
               PartyType::Unknown),
       of_type(entity("person", {{"Jin Teng", NameKind::Primary}}), PartyType::Person)});
  PartyQuery query;
  query.type = PartyType::Person;
  query.name = "Jin Teng";
  const auto hits = screener.screen(query);
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(screener.index().entry(hits[0].entry).id, "person");
  query.name = "Hong Fan";
  EXPECT_TRUE(screener.screen(query).empty());
}

TEST(Screen, CharactersAreComparedThroughTheIndexToo) {
  Screener screener =
      screener_of({of_type(entity("one", {{"王晓明", NameKind::Primary}}), PartyType::Person)});
  EXPECT_TRUE(screen(screener, "王小明").empty());  // the same sound
  EXPECT_EQ(screen(screener, "晓明 王").size(), 1U);
  EXPECT_EQ(screen(screener, "Wang Xiaoming").size(), 1U);
}

TEST(Screen, TheVersionOfNamesIsOfThisBuild) {
  // A hash of the sources, the ICU, the format of the index.
  EXPECT_GE(names_version().find(" ICU "), 32U);
  EXPECT_NE(names_version().find("index " + std::to_string(index_version)), std::string::npos);
}

}  // namespace
}  // namespace licit
