// Small laws asked everything: every value that the law tells apart of every fact, and nothing known of it,
// on every day around a change, in both postures, under every reading, as known then and as known early.
#include <gtest/gtest.h>

#include "differential/drawn_law.h"
#include "differential/drawn_question.h"

namespace licit::differential {
namespace {

// What every law begins with; "@" stands for the clauses that every provision has.
constexpr const char* head = R"(pack small "Small"
  verified-through 2024-01-01
  covers-from 2020-01-01
source S statute "S" effective 2019-01-01
source R rule "R" published 2022-05-01 effective 2022-06-01
precedence class { A, B }
rule A @ then class A when item.tpp >= 20
rule B @ then class B when item.tpp >= 10 or item.datacenter
fact item.tpp : number TPP says en "it" fr "cela"
fact item.datacenter : yes-no says en "it" fr "cela"
fact to.place : place says en "it" fr "cela"
)";

// A note, an override between rules, a ban, and a place that follows another from 2020-12-23.
constexpr const char* rules = R"(
exclusion note to A @ when not item.datacenter and item.tpp <= 20
rule need @ then license required for X when class is A and to.place in near
rule need-b @ then license required for Y when meets B and to.place in { JP, CN } minus near
rule free overrides need, ban @ then no license for X when class is B or item.tpp > 30
rule ban @ then prohibited when to.place is HK and item.tpp >= 30
rule out overrides dark @ then not-subject when to.place is DE and item.tpp < 10
rule dark @ then not-covered because en "no" fr "non" when to.place is DE
set near : place cite "1" source S
  members CN
  member VN from R source R
)";

// Exceptions that override and bars that close them, versions, a limit that changes, and what only one
// reading or posture says.
constexpr const char* exceptions = R"(
param limit : TPP = 30 cite "1" source S from 2019-01-01 until 2022-06-01
param limit : TPP = 15 cite "1" source R from R
reading Q "q" cite "1" source S says en "Which?" fr "Lequel ?"
  alternatives wide en "a" fr "a", narrow en "b" fr "b"
  default wide because en "so" fr "ainsi"
rule need @ then license required for X when item.tpp >= limit or reading Q is narrow
exception one to need @ when to.place in { JP, VN }
exception two symbol TWO to need overrides one @ when item.datacenter
exception three to need @ not encoded
bar close to exceptions of need except TWO @ when to.place is VN and posture is text
bar shut to exceptions of need cite "1" source R from 2022-06-01 says en "S." fr "D."
  when item.tpp > 20
policy review for need @ first of {
  (i) presumption-of-denial when to.place is JP
  (ii) case-by-case when item.datacenter
  (iii) not-stated otherwise
}
)";

// A notice, what may pass as absent, sets of words, what is asked of knowledge, and a definition that ends.
constexpr const char* notices = R"(
source L notice "L" addressee "Acme" known 2022-01-01 published 2022-03-01 effective 2022-01-01
fact exporter.name : name says en "it" fr "cela"
fact exporter.notices : set of names says en "it" fr "cela"
fact buyer.listings : set of { bad, worse } says en "it" fr "cela"
  missing means none because en "no" fr "non" unless given to.place
define large cite "1" source S until 2022-06-01 when item.tpp >= 20
rule told cite "1" source L from 2022-01-01 says en "S." fr "D."
  then license required for X when item.tpp >= 10
rule listed @ then license required for Y when buyer.listings includes bad and not large
exception known to told, listed @ when to.place is known and to.place in { JP }
)";

std::string law_of(const char* body) {
  std::string out = std::string(head) + body;
  const std::string clauses = R"(cite "1" source S from 2019-01-01 says en "S." fr "D.")";
  for (std::size_t at = 0; (at = out.find('@', at)) != std::string::npos;) {
    out.replace(at, 1, clauses);
  }
  return out;
}

// What is tried of a fact: nothing known, every probe, and a place that the law names nowhere.
std::vector<std::optional<FactValue>> tried(const Probes& probes, const std::string& fact) {
  std::vector<std::optional<FactValue>> out{std::nullopt};
  for (const FactValue& value : probes.of(fact)) out.emplace_back(value);
  if (fact == "to.place") out.emplace_back(FactValue::of(FactType::Place, "PS"));
  return out;
}

std::size_t ask_everything(const char* body, std::set<Verdict>& seen) {
  Result<law::Pack> pack = read_law({{{"small.law", law_of(body)}}, {}});
  EXPECT_TRUE(pack.ok()) << (pack.ok() ? "" : pack.errors().front().render(Language::En));
  if (!pack.ok()) return 0;
  TestedLaw law(std::move(pack).value(), few_places());
  law.complete_lists(few_named_places());
  const std::vector<std::string>& facts = law.probes().facts();
  std::vector<std::vector<std::optional<FactValue>>> values;
  std::size_t product = 1;
  for (const std::string& fact : facts) {
    values.push_back(tried(law.probes(), fact));
    product *= values.back().size();
  }
  std::vector<std::string> readings{""};
  for (const law::Reading& reading : law.pack().readings) {
    for (const auto& alternative : reading.alternatives) readings.push_back(alternative.id);
  }
  std::size_t compared = 0;
  for (const char* day :
       {"2019-12-31", "2020-12-22", "2020-12-23", "2022-02-01", "2022-05-31", "2022-06-01"}) {
    for (const char* known : {"", "2022-02-15"}) {
      // Both postures; and whose knowledge it is, where there is a notice that may not be known.
      const std::size_t ways = law.probes().notices().empty() || known[0] == '\0' ? 2 : 4;
      for (const std::string& reading : readings) {
        for (std::size_t n = 0; n < ways * product; ++n) {
          Query query;
          query.on = *Date::parse(day);
          query.known = Date::parse(known);
          query.posture = n / product % 2 == 0 ? Posture::Text : Posture::Enforced;
          query.knower = n / product < 2 ? Knower::Public : Knower::Addressee;
          if (!reading.empty()) query.readings["Q"] = reading;
          FactSet stated;
          std::size_t rest = n % product;
          for (std::size_t i = 0; i < facts.size(); ++i) {
            const auto& value = values[i][rest % values[i].size()];
            if (value) stated.set(facts[i], *value);
            rest /= values[i].size();
          }
          query.candidates.push_back(std::move(stated));
          query.candidate_ids.emplace_back();
          const Comparison result = law.compare(query, true, 100'000);
          EXPECT_GT(result.evaluated, 0U) << shown(query);
          EXPECT_EQ(result.difference, "") << shown(query);
          if (!result.difference.empty()) return compared;
          seen.insert(result.verdict);
          ++compared;
        }
      }
    }
  }
  return compared;
}

TEST(Exhaustive, SmallLawsAreTheSameInBothEnginesForEveryQuestion) {
  std::set<Verdict> seen;
  std::size_t compared = 0;
  for (const char* body : {rules, exceptions, notices}) compared += ask_everything(body, seen);
  std::printf("%zu compared\n", compared);
  EXPECT_GT(compared, 10'000U);
  // A pack alone has no conflict (docs/semantics.md, section 6); every other verdict is among the answers.
  for (const Verdict verdict :
       {Verdict::NotSubject, Verdict::NoLicense, Verdict::Exception, Verdict::License,
        Verdict::Prohibited, Verdict::Undetermined, Verdict::NotCovered}) {
    EXPECT_TRUE(seen.contains(verdict)) << word_of(verdict);
  }
}

}  // namespace
}  // namespace licit::differential
