// Which questions settle an open verdict, and in which order an interview asks them, against brute force: every
// set of open facts, every completion, decided by the reference evaluator alone.
#include "decide/questions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <random>

#include "decide/decision.h"
#include "decide/exactly.h"
#include "decide/next_question.h"
#include "toy.h"

namespace licit::test {
namespace {

// Six yes-no facts and a word in conditions that overlap, so that some questions are idle after others.
constexpr const char* rules = R"(
fact order.a : yes-no says en "a" fr "a" asks en "a?" fr "a ?"
fact order.b : yes-no says en "b" fr "b" asks en "b?" fr "b ?"
fact order.c : yes-no says en "c" fr "c" asks en "c?" fr "c ?"
fact order.d : yes-no says en "d" fr "d" asks en "d?" fr "d ?"
fact order.e : yes-no says en "e" fr "e" asks en "e?" fr "e ?"
fact order.way : one of { air, sea, road } says en "way" fr "voie" asks en "way?" fr "voie ?"
rule P @ then class P when item.kind is circuit
rule one @ then license required for RS when order.a and (order.b or order.way is sea)
rule two @ then license required for NS when not order.a and order.c and order.way in { air, sea }
rule three @ then prohibited when order.d and order.e and order.b
exception X to one @ when order.e and not order.way is road
)";

const std::vector<std::string> facts = {"order.a", "order.b", "order.c",
                                        "order.d", "order.e", "order.way"};

std::vector<std::string> values_of(const std::string& fact) {
  return fact == "order.way" ? std::vector<std::string>{"air", "sea", "road"}
                             : std::vector<std::string>{"yes", "no"};
}

const law::Pack& pack() {
  static const law::Pack one = toy_pack(rules);
  return one;
}

using Known = std::map<std::string, std::string>;

FactSet facts_with(const Known& known) {
  Stated stated{{"item.kind", "circuit"}};
  stated.insert(stated.end(), known.begin(), known.end());
  return facts_from(pack(), stated);
}

Verdict by_reference(const Known& known) {
  static const PackIndex index(pack());
  static const InForce in_force(index, *Date::parse("2024-07-01"), *Date::parse("2026-01-01"),
                                Knower::Public);
  const Setting setting{in_force, places(), {}, Posture::Enforced, false};
  const FactSet stated = facts_with(known);
  Judge judge(setting, stated);
  return decide(judge).verdict;
}

// Every verdict that a completion has.
const std::set<Verdict>& completions(const Known& known) {
  static std::map<Known, std::set<Verdict>> found;
  const auto before = found.find(known);
  if (before != found.end()) return before->second;
  std::set<Verdict> out;
  const auto open = std::find_if(facts.begin(), facts.end(),
                                 [&](const std::string& fact) { return !known.contains(fact); });
  if (open == facts.end()) {
    out.insert(by_reference(known));
  } else {
    for (const std::string& value : values_of(*open)) {
      Known more = known;
      more[*open] = value;
      const std::set<Verdict>& part = completions(more);
      out.insert(part.begin(), part.end());
    }
  }
  return found.emplace(known, std::move(out)).first->second;
}

bool settles(const Known& known, const std::vector<std::string>& asked, std::size_t i = 0) {
  if (i == asked.size()) return completions(known).size() == 1;
  for (const std::string& value : values_of(asked[i])) {
    Known more = known;
    more[asked[i]] = value;
    if (!settles(more, asked, i + 1)) return false;
  }
  return true;
}

std::size_t fewest_by_force(const Known& known) {
  std::vector<std::string> open;
  for (const std::string& fact : facts) {
    if (!known.contains(fact)) open.push_back(fact);
  }
  std::size_t fewest = open.size();
  for (unsigned chosen = 0; chosen < 1U << open.size(); ++chosen) {
    const auto size = static_cast<std::size_t>(std::popcount(chosen));
    if (size >= fewest) continue;
    std::vector<std::string> asked;
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (chosen >> i & 1) asked.push_back(open[i]);
    }
    if (settles(known, asked)) fewest = size;
  }
  return fewest;
}

// Questions in the worst case, asked in the best order.
std::size_t depth_by_force(const Known& known) {
  if (completions(known).size() == 1) return 0;
  static std::map<Known, std::size_t> found;
  const auto before = found.find(known);
  if (before != found.end()) return before->second;
  std::size_t least = facts.size() + 1;
  for (const std::string& fact : facts) {
    if (known.contains(fact)) continue;
    std::size_t worst = 0;
    for (const std::string& value : values_of(fact)) {
      Known more = known;
      more[fact] = value;
      worst = std::max(worst, depth_by_force(more));
    }
    least = std::min(least, worst + 1);
  }
  return found[known] = least;
}

// What the compiled engine says of the same.
class Engines {
 public:
  explicit Engines(const Known& known)
      : index_(pack()),
        in_force_(index_, on_, *Date::parse("2026-01-01"), Knower::Public),
        stated_(facts_with(known)),
        judge_({in_force_, places(), {}, Posture::Enforced, false}, stated_),
        exact_(&compiled(), {}, on_),
        questions_(exact_.law(), exact_.moment(), {exact_.encoded(judge_)}, {&judge_}) {}

  Questions& questions() { return questions_; }

 private:
  static const Compilations& compiled() {
    static const Compilations once(pack(), places());
    return once;
  }

  const Date on_ = *Date::parse("2024-07-01");
  PackIndex index_;
  InForce in_force_;
  FactSet stated_;
  Judge judge_;
  ExactLaw exact_;
  Questions questions_;
};

std::size_t depth_of_interview(const Known& known) {
  Engines engines(known);
  const auto fact = next_question(engines.questions(), {});
  if (!fact) return 0;
  std::size_t worst = 0;
  for (const std::string& value : values_of(*fact)) {
    Known more = known;
    more[*fact] = value;
    worst = std::max(worst, depth_of_interview(more));
  }
  return worst + 1;
}

std::vector<Known> some_partial_facts(std::size_t count, std::size_t open) {
  std::mt19937 random(7);
  std::vector<Known> out;
  for (std::size_t run = 0; run < count; ++run) {
    std::vector<std::string> order = facts;
    std::shuffle(order.begin(), order.end(), random);
    Known known;
    for (std::size_t i = open; i < order.size(); ++i) {
      const auto values = values_of(order[i]);
      known[order[i]] = values[random() % values.size()];
    }
    out.push_back(std::move(known));
  }
  return out;
}

TEST(Questions, TheFewestAreThoseThatBruteForceFinds) {
  for (const std::size_t open : {2U, 3U, 4U, 6U}) {
    for (const Known& known : some_partial_facts(open == 6 ? 1 : 12, open)) {
      Engines engines(known);
      const Settling fewest = engines.questions().fewest(engines.questions().facts());
      EXPECT_TRUE(fewest.exact);
      EXPECT_EQ(fewest.facts.size(), fewest_by_force(known)) << open;
      EXPECT_TRUE(settles(known, fewest.facts));
    }
  }
}

TEST(Questions, AnInterviewIsAsShortAsAnyInTheWorstCase) {
  for (const std::size_t open : {2U, 3U, 4U}) {
    for (const Known& known : some_partial_facts(8, open)) {
      EXPECT_EQ(depth_of_interview(known), depth_by_force(known)) << open;
    }
  }
  EXPECT_EQ(depth_of_interview({}), depth_by_force({}));
}

TEST(Questions, WhatIsNotKnownIsNotAskedAgain) {
  Engines engines(Known{});
  EXPECT_NE(next_question(engines.questions(), {}), std::nullopt);
  EXPECT_EQ(next_question(engines.questions(), facts), std::nullopt);
}

TEST(Questions, WhatEveryAnswerLeadsToIsTheVerdict) {
  // Whatever order.a is, one of the two rules asks for a license.
  const law::Pack either = toy_pack(R"(
fact order.a : yes-no says en "a" fr "a" asks en "a?" fr "a ?"
rule P @ then class P when item.kind is circuit
rule one @ then license required for RS when order.a
rule two @ then license required for NS when not order.a
)");
  const Answer answer = ask(either, {{"item.kind", "circuit"}});
  EXPECT_EQ(verdict(answer), "license");
  EXPECT_TRUE(answer.either_way);
  EXPECT_TRUE(answer.needs.empty());
}

TEST(Questions, OfManyOpenFactsNoneOfThoseNamedCanBeLeftOut) {
  // Ten facts, all of which must be no for the license to fall away: none can be left out.
  std::string text = "rule P @ then class P when item.kind is circuit\n";
  std::string any;
  for (int i = 0; i < 10; ++i) {
    const std::string id = "order.f" + std::to_string(i);
    text += "fact " + id + " : yes-no says en \"f\" fr \"f\" asks en \"f?\" fr \"f ?\"\n";
    any += (i == 0 ? "" : " or ") + id;
  }
  text += "rule one @ then license required for RS when " + any + "\n";
  const Answer answer = ask(toy_pack(text), {{"item.kind", "circuit"}});
  EXPECT_EQ(verdict(answer), "undetermined");
  EXPECT_EQ(answer.settled_by.facts.size(), 10U);
  EXPECT_FALSE(answer.settled_by.exact);
}

}  // namespace
}  // namespace licit::test
