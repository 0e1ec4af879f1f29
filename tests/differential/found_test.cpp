// Laws on which the engines once differed, as small as they shrank, and what docs/semantics.md says of them.
#include <gtest/gtest.h>

#include "differential/shrink.h"

namespace licit::differential {
namespace {

constexpr const char* head = R"(pack drawn "Drawn"
  verified-through 2026-01-01
  covers-from 2019-01-01
source S statute "S"
fact to.place : place
  says en "it" fr "cela"
rule A.1
  cite "1"
  source S
  from 2020-01-01
  says en "Says." fr "Dit."
  then class A
  when always
rule need.1
  cite "1"
  source S
  from 2020-01-01
  says en "Says." fr "Dit."
  then license required for X
  when CONDITION
)";

std::string text(const std::string& condition, const std::string& rest) {
  std::string out = head;
  out.replace(out.find("CONDITION"), 9, condition);
  return out + rest;
}

// The verdict of both engines; what they differ in fails the test.
std::string verdict(const std::string& law_text, const char* on) {
  Result<law::Pack> pack = read_law({{{"drawn.law", law_text}}, {}});
  EXPECT_TRUE(pack.ok()) << (pack.ok() ? "" : pack.errors().front().render(Language::En));
  if (!pack.ok()) return "no law";
  TestedLaw law(std::move(pack).value(), few_places());
  Query query;
  query.candidates.emplace_back();
  query.candidate_ids.emplace_back();
  query.on = *Date::parse(on);
  const Comparison compared = law.compare(query, true);
  EXPECT_EQ(compared.difference, "");
  EXPECT_EQ(compared.evaluated, 1U);
  return std::string(word_of(compared.verdict));
}

// Section 9: a reading is read by the default of the version that holds. The compiled engine took the last
// version's.
TEST(Found, AReadingHasTheDefaultOfTheVersionInForce) {
  const std::string law = text("reading Q is late", R"(reading Q "q"
  cite "1"
  source S
  from 2020-01-01 until 2023-01-01
  says en "Which?" fr "Lequel ?"
  alternatives
    early en "a" fr "a",
    late en "b" fr "b"
  default early because en "so" fr "ainsi"
reading Q "q"
  cite "1"
  source S
  from 2023-01-01
  says en "Which?" fr "Lequel ?"
  alternatives
    early en "a" fr "a",
    late en "b" fr "b"
  default late because en "so" fr "ainsi"
)");
  EXPECT_EQ(verdict(law, "2022-12-31"), "no-license");
  EXPECT_EQ(verdict(law, "2023-01-01"), "license");
}

// Section 6: an exception that is not encoded does nothing, so it overrides nothing. The reference evaluator
// let it leave the other one open.
TEST(Found, AnExceptionThatIsNotEncodedOverridesNothing) {
  const std::string clauses =
      "\n  cite \"1\"\n  source S\n  from 2020-01-01\n  says en \"Says.\" fr \"Dit.\"\n  ";
  const std::string open = "exception ex.1 to need.1" + clauses + "when always\n";
  const std::string ban = "rule ban" + clauses + "then prohibited\n  when never\n";
  EXPECT_EQ(verdict(text("always", open), "2024-01-01"), "exception");
  EXPECT_EQ(verdict(text("always", open + "exception ex.2 to need.1 overrides ex.1" + clauses +
                                       "not encoded\n"),
                    "2024-01-01"),
            "exception");
  EXPECT_EQ(verdict(text("always", open + ban + "exception ex.2 to ban overrides ex.1" + clauses +
                                       "not encoded\n"),
                    "2024-01-01"),
            "exception");
}

}  // namespace
}  // namespace licit::differential
