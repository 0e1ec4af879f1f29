// What is known of the real law must be found by the proof, with an example that the reference agrees to.
#include "decide/coherence.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "decide/both_engines.h"
#include "decide/exact.h"

namespace licit {
namespace {

using law::Party;

const Catalogue& catalogue() {
  static const Catalogue all = shipped_catalogue().value();
  return all;
}

LawView law_of(const BothEngines& one) { return {one.pack, one.places, &one.index}; }

const Coherence& coherence() {
  static const Coherence all = coherence_of(law_of(small_law()), catalogue()).value();
  return all;
}

const Finding* find(FindingKind kind, const std::vector<Party>& between) {
  const auto& all = coherence().findings;
  const auto one = std::find_if(all.begin(), all.end(), [&](const Finding& finding) {
    return finding.kind == kind && finding.between == between;
  });
  return one == all.end() ? nullptr : &*one;
}

bool has(const Finding& finding, const std::string& fact, const std::string& value) {
  const auto& facts = finding.example->facts;
  return std::any_of(facts.begin(), facts.end(), [&](const law::Given& given) {
    return given.name == fact && given.value == value;
  });
}

std::string named(const Finding& finding) {
  std::string out(law::word_of(finding.kind));
  for (const Party& party : finding.between) out += " " + party.provision + " " + party.limb;
  return out + " " + finding.when + " from " + finding.from.iso();
}

TEST(Coherence, B2HasNoCeilingAndOverlapsA) {
  // 15 CFR 774 Supp. 1, 3A090.b.2: TPP of 1600 or more and density of 3.2 or more and below 5.92, with no
  // upper limit of TPP; 3A090.a.1: TPP of 4800 or more.
  const Finding* overlap = find(FindingKind::Overlap, {{"3A090.a", "a.1"}, {"3A090.b", "b.2"}});
  ASSERT_NE(overlap, nullptr);
  EXPECT_EQ(overlap->from, *Date::parse("2023-11-17"));
  EXPECT_FALSE(overlap->until.has_value());
  EXPECT_TRUE(has(*overlap, "item.tpp", "4800 TPP"));
  EXPECT_TRUE(has(*overlap, "item.performance-density", "3.2 TPP/mm2"));
}

TEST(Coherence, NoOtherLimbsOf3A090Meet) {
  // a.2 begins at the density of 5.92 where b.1 and b.2 end, and b.1 ends at the TPP of 4800 where a.1 begins.
  for (const Finding& finding : coherence().findings) {
    if (finding.kind != FindingKind::Overlap || finding.between[0].provision != "3A090.a") continue;
    EXPECT_EQ(finding.between[0].limb, "a.1");
    EXPECT_EQ(finding.between[1].limb, "b.2");
  }
}

TEST(Coherence, ParagraphsOfDifferentEntriesAreLeftToTheOrderOfReview) {
  for (const Finding& finding : coherence().findings) {
    if (finding.kind != FindingKind::Overlap) continue;
    const auto entry = [&](std::size_t i) {
      return finding.between[i].provision.substr(0, finding.between[i].provision.find('.'));
    };
    EXPECT_EQ(entry(0), entry(1)) << named(finding);
  }
}

TEST(Coherence, ASupercomputerRuleForTheLowerEntriesFallsAwayAbove) {
  // 15 CFR 744.23(a)(1) speaks of 3A991 and 4A994 items only.
  const Finding* gentler = find(FindingKind::Gentler, {{"744.23.a.1", ""}});
  ASSERT_NE(gentler, nullptr);
  ASSERT_TRUE(gentler->past.has_value());
}

TEST(Coherence, TheEntityListRequirementStatesNoReview) {
  // 744.11(a): the policy stands in the list, entity by entity, which the pack does not hold.
  EXPECT_NE(find(FindingKind::Unreviewed, {{"744.11.a", ""}}), nullptr);
}

TEST(Coherence, NoRequirementIsInConflict) {
  for (const Finding& finding : coherence().findings) {
    EXPECT_NE(finding.kind, FindingKind::Conflict) << named(finding);
  }
}

TEST(Coherence, EveryFindingHasItsQuirkAndEveryQuirkItsFinding) {
  for (const Finding& finding : coherence().findings) {
    EXPECT_FALSE(finding.quirk.empty()) << named(finding);
  }
  for (const QuirkFault& fault : coherence().faults) {
    ADD_FAILURE() << fault.quirk->id << ": " << static_cast<int>(fault.kind);
  }
}

TEST(Coherence, TheReferenceAgreesToEveryExample) {
  std::size_t shown = 0;
  for (const Finding& finding : coherence().findings) {
    if (finding.kind == FindingKind::Idle) continue;
    ASSERT_TRUE(finding.example.has_value()) << named(finding);
    const auto agrees = shows(law_of(small_law()), catalogue(), finding, *finding.example);
    ASSERT_TRUE(agrees.ok()) << named(finding);
    EXPECT_TRUE(*agrees) << named(finding) << "\n" << as_quirk(small_law().pack, finding, "it");
    ++shown;
  }
  EXPECT_GT(shown, 5U);
}

// Facts of an item have no defaults: without one of them the reference does not know.
TEST(Coherence, NoFactOfAnExampleOfTwoParagraphsCanBeLeftOut) {
  for (const Finding& finding : coherence().findings) {
    if (finding.kind != FindingKind::Overlap) continue;
    for (std::size_t i = 0; i < finding.example->facts.size(); ++i) {
      Example less = *finding.example;
      less.facts.erase(less.facts.begin() + static_cast<std::ptrdiff_t>(i));
      EXPECT_FALSE(*shows(law_of(small_law()), catalogue(), finding, less))
          << named(finding) << " without " << finding.example->facts[i].name;
    }
  }
}

bool is_found(FindingKind kind, const std::vector<Party>& between, Date on) {
  const auto& all = coherence().findings;
  return std::any_of(all.begin(), all.end(), [&](const Finding& finding) {
    return finding.kind == kind && finding.between == between && finding.from <= on &&
           (!finding.until || on < *finding.until);
  });
}

// The proof against the reference evaluator from the other side: whatever a random transaction shows
// must have been found, on its day.
TEST(Coherence, NothingThatTheReferenceSeesWasMissed) {
  Drawing drawing(20261122);
  const Representative representative(small_law());
  const Detail verdict_only{false, false, false, false, false, false, false};
  std::size_t overlaps = 0, unreviewed = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto [classes, asked] = draw(small_law(), drawing);
    if (asked.on < small_law().pack.header.covers_from) continue;
    Query query;
    query.candidates = {representative.facts(classes, {})};
    query.candidate_ids = {""};
    query.on = asked.on;
    query.posture = asked.posture;
    query.readings = asked.readings;
    const Answer answer = evaluate(law_of(small_law()), query, verdict_only);
    const auto& met = answer.classification.met;
    for (const ClassMet& a : met) {
      for (const ClassMet& b : met) {
        if (a.truth != Truth::Yes || b.truth != Truth::Yes || a.paragraph >= b.paragraph) continue;
        if (a.paragraph.substr(0, 5) != b.paragraph.substr(0, 5)) continue;
        const std::vector<Party> pair{{a.paragraph, a.limbs.front()},
                                      {b.paragraph, b.limbs.front()}};
        EXPECT_TRUE(is_found(FindingKind::Overlap, pair, asked.on))
            << a.paragraph << asked.on.iso();
        ++overlaps;
      }
    }
    for (const Requirement& one : answer.requirements) {
      if (one.outcome != Outcome::Required) continue;
      if (one.review && one.review->policy != "not-stated") continue;
      EXPECT_TRUE(is_found(FindingKind::Unreviewed, {{one.citation.provision, ""}}, asked.on))
          << one.citation.provision << " " << asked.on.iso();
      ++unreviewed;
    }
  }
  EXPECT_GT(overlaps, 20U);
  EXPECT_GT(unreviewed, 20U);
}

// docs/command.md, "gentler": a requirement falls away where a figure passes a limit, and with it the verdict,
// from prohibited over license and exception to no license. Whatever a random point shows of that must
// have been found, at its limit and on its day.
TEST(Coherence, NoFallThatAPointShowsWasMissed) {
  // In the order of that sentence, backwards; other weights say nothing of how hard they are.
  const std::vector<Weight> from_mild{Weight::Nothing, Weight::Excepted, Weight::License,
                                      Weight::Prohibited};
  const auto falls = [&](Weight before, Weight after) {
    const auto hard = std::find(from_mild.begin(), from_mild.end(), before);
    const auto mild = std::find(from_mild.begin(), from_mild.end(), after);
    return hard != from_mild.end() && mild < hard;
  };
  const CompiledLaw& law = small_law().compiled;
  const auto found = [&](const std::string& rule, const Axis& axis, std::size_t i, Date on) {
    const auto& all = coherence().findings;
    return std::any_of(all.begin(), all.end(), [&](const Finding& finding) {
      return finding.kind == FindingKind::Gentler && finding.between.front().provision == rule &&
             finding.past->fact == axis.subject && finding.past->limit == axis.cuts[i] &&
             finding.from <= on && (!finding.until || on < *finding.until);
    });
  };
  Drawing drawing(20261123);
  std::size_t seen = 0;
  for (int n = 0; n < 20'000; ++n) {
    const auto [drawn, asked] = draw(small_law(), drawing);
    std::vector<std::uint8_t> point(drawn.begin(), drawn.end());
    if (const auto on = law.axes().find(Asks::Day, "transfer.on")) {
      point[*on] = static_cast<std::uint8_t>(Axes::class_of(law.axes()[*on], asked.on));
    }
    const Moment& moment = law.on(asked.on);
    if (!moment.covered) continue;
    for (Variable v = 0; v < law.axes().all().size(); ++v) {
      const Axis& axis = law.axes()[v];
      const law::FactDecl* fact = small_law().pack.find_fact(axis.subject);
      if (axis.asks != Asks::Number || fact == nullptr || !fact->more_is_stronger) continue;
      if (point[v] + 1 >= axis.classes) continue;
      auto over = point;
      ++over[v];
      if (!falls(weight_at(law, moment, point), weight_at(law, moment, over))) continue;
      for (const CompiledRequirement& one : moment.requirements) {
        const auto weight = [&](const auto& at) {
          return static_cast<Weight>(law.diagrams().value(one.outcome, at));
        };
        if (!falls(weight(point), weight(over))) continue;
        EXPECT_TRUE(found(one.rule->id, axis, point[v], asked.on))
            << one.rule->id << " " << axis.subject << " " << asked.on.iso();
        ++seen;
      }
    }
  }
  EXPECT_GT(seen, 0U);
}

// Where joins are narrowed all the time the same is found, with examples that hold as well.
TEST(Coherence, FindsTheSameWhereJoinsAreNarrowed) {
  CoherenceOptions options;
  options.large = 8;
  const Coherence narrow = coherence_of(law_of(small_law()), catalogue(), options).value();
  ASSERT_EQ(narrow.findings.size(), coherence().findings.size());
  for (std::size_t i = 0; i < narrow.findings.size(); ++i) {
    const Finding& one = narrow.findings[i];
    EXPECT_EQ(named(one), named(coherence().findings[i]));
    EXPECT_EQ(one.until, coherence().findings[i].until);
    if (one.kind != FindingKind::Gentler) continue;
    ASSERT_TRUE(one.example.has_value()) << named(one);
    EXPECT_TRUE(*shows(law_of(small_law()), catalogue(), one, *one.example))
        << as_quirk(small_law().pack, one, "it");
  }
}

TEST(Coherence, StopsWhenAsked) {
  const std::atomic<bool> stop{true};
  CoherenceOptions options;
  options.stop = &stop;
  EXPECT_TRUE(coherence_of(law_of(small_law()), catalogue(), options)->stopped);
}

}  // namespace
}  // namespace licit
