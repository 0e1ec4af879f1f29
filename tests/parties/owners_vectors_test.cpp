// The vectors of ../shared/data/ownership, each written from a public rule; skipped where the folder
// is not at hand.
#include <simdjson.h>

#include <charconv>
#include <filesystem>

#include "owners_toy.h"

namespace licit {
namespace {

using owners_test::Judged;
using owners_test::Toy;
namespace dom = simdjson::dom;

std::string text_of(dom::element value) {
  if (value.is_string()) return std::string(std::string_view(value.get_string()));
  if (value.is_array()) {
    std::string out;
    for (const dom::element end : value.get_array())
      out += (out.empty() ? "" : "..") + text_of(end);
    return out;
  }
  if (value.is_null()) return "?";
  // The shortest decimal that is read as this number is the one that was written.
  char digits[40];
  const double number = value.get_double();
  const auto end = std::to_chars(digits, digits + sizeof digits, number);
  return std::string(digits, end.ptr);
}

void list_as(Toy& toy, const std::string& name, std::string_view code) {
  // "SDN" stands for one under a program of 744.8(a)(1), as the vector "SDN:not-744.8" implies.
  if (code == "SDN") toy.list(name, ListCode::Sdn);
  if (code == "SDN:not-744.8")
    toy.list(name, ListCode::Sdn, 0, ReviewPolicy::NotStated, "venezuela");
  if (code == "EL") toy.list(name, ListCode::EntityList);
  if (code == "MEU") toy.list(name, ListCode::MilitaryEndUser);
  if (code == "UVL") toy.list(name, ListCode::Unverified);
}

Toy toy_of(dom::element vector) {
  Toy toy;
  for (const dom::element edge : dom::array(vector["edges"]))
    toy.stakes({{text_of(edge["owner"]), text_of(edge["owned"]), text_of(edge["pct"])}});
  for (const dom::key_value_pair one : dom::object(vector["listed"]))
    list_as(toy, std::string(one.key), std::string_view(one.value));
  dom::object meta;
  if (vector["meta"].get(meta) == simdjson::SUCCESS) {
    dom::object countries;
    if (meta["country"].get(countries) == simdjson::SUCCESS)
      for (const dom::key_value_pair one : countries)
        toy.graph.notes(toy.graph.entity(one.key)).country = std::string_view(one.value);
    dom::array controls;
    if (meta["control"].get(controls) == simdjson::SUCCESS)
      for (const dom::element pair : controls)
        toy.stakes({{text_of(pair.at(0)), text_of(pair.at(1)), "?", StakeKind::Control}});
  }
  return toy;
}

std::set<std::string> names_in(dom::array list) {
  std::set<std::string> out;
  for (const dom::element one : list) {
    const std::string text = text_of(one);
    out.insert(text.substr(0, text.find(' ')));  // "C (verify no extension)"
  }
  return out;
}

std::set<std::string> restricted_in_force(const Judged& judged) {
  return judged.result.rule.in_force() ? judged.restricted() : std::set<std::string>();
}

void judge(dom::element vector, OwnerRegime regime) {
  const Toy toy = toy_of(vector);
  const Judged judged(toy, regime, owners_test::in_window());
  EXPECT_EQ(judged.restricted(), names_in(vector["expect_restricted"]));
  dom::object statuses;
  if (vector["expect_status"].get(statuses) == simdjson::SUCCESS) {
    for (const dom::key_value_pair one : statuses) {
      const std::string_view status = one.value;
      const OwnerFinding& f = judged.of(std::string(one.key));
      if (status == "POSSIBLE") {
        EXPECT_EQ(f.verdict, OwnerVerdict::Possible);
      }
      if (status == "UNRESOLVED_RF29") {
        EXPECT_EQ(f.verdict, OwnerVerdict::Unresolved);
        EXPECT_TRUE(f.flags & FlagShareUnknown);
      }
      if (status == "RED_FLAG_MINORITY") {
        EXPECT_EQ(f.verdict, OwnerVerdict::RedFlag);
        EXPECT_TRUE(f.flags & FlagMinority);
      }
    }
  }
  dom::object days;
  if (vector["as_of"].get(days) == simdjson::SUCCESS) {
    for (const dom::key_value_pair one : days) {
      const Judged then(toy, regime, Date::parse(one.key).value());
      EXPECT_EQ(restricted_in_force(then), names_in(one.value)) << one.key;
      // The dormant rule is computed all the same, for advice.
      EXPECT_EQ(then.restricted(), names_in(vector["expect_restricted"])) << one.key;
    }
  }
  dom::object meta;
  if (vector["meta"].get(meta) == simdjson::SUCCESS) {
    dom::array controls;
    if (meta["control"].get(controls) == simdjson::SUCCESS) {
      for (const dom::element pair : controls)
        EXPECT_TRUE(judged.of(text_of(pair.at(1))).flags & FlagControl);
    }
    dom::object countries;
    if (meta["country"].get(countries) == simdjson::SUCCESS) {
      for (const dom::key_value_pair one : countries)
        EXPECT_TRUE(judged.of(std::string(one.key)).flags & FlagOutsideReach);
    }
  }
  dom::object variant;
  if (vector["variant"].get(variant) == simdjson::SUCCESS) {
    OwnerOptions options;
    options.exclude_treasury = true;
    const Judged without(toy, regime, owners_test::in_window(), options);
    EXPECT_EQ(without.restricted(), names_in(variant["exclude_treasury"]));
    for (const std::string& name : names_in(variant["exclude_treasury"]))
      EXPECT_TRUE(judged.of(name).flags & FlagTreasury);
  }
}

TEST(OwnersVectors, All29OfThePublicRules) {
  const std::filesystem::path path =
      std::filesystem::path(LICIT_SOURCE_DIR) / "../shared/data/ownership/ownership-vectors.json";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no ../shared/data/ownership";
  dom::parser parser;
  dom::element document;
  ASSERT_EQ(parser.load(path.string()).get(document), simdjson::SUCCESS);
  int judged = 0;
  for (const dom::element vector : dom::array(document["vectors"])) {
    SCOPED_TRACE(text_of(vector["id"]));
    const std::string regime = text_of(vector["regime"]);
    ASSERT_TRUE(regime == "both" || regime == "bis" || regime == "ofac");
    if (regime != "bis") judge(vector, OwnerRegime::Ofac);
    if (regime != "ofac") judge(vector, OwnerRegime::Bis);
    ++judged;
  }
  EXPECT_EQ(judged, 29);
}

}  // namespace
}  // namespace licit
