// One answer from its parts: each chip that the name may mean is decided, the decisions are joined, and
// the same is asked again under the other readings and the other posture.
#include "decide/evaluate.h"

#include <algorithm>
#include <memory>

#include "base/mapped.h"
#include "base/text.h"
#include "decide/citation.h"
#include "decide/parts.h"
#include "decide/readings.h"

namespace licit {
namespace {

// One chip, decided.
struct Candidate {
  std::unique_ptr<Judge> judge;
  Decision decision;
};

// What two answers are compared by.
struct Outline {
  Verdict verdict = Verdict::Undetermined;
  std::string selected;  // empty where candidates differ
  std::string review;
  std::vector<std::string> review_not_stated;
  std::string signature;
};

std::vector<Candidate> decide_all(const Setting& setting, const Query& query, ExactLaw& exact) {
  std::vector<Candidate> out;
  out.reserve(query.candidates.size());
  for (const FactSet& facts : query.candidates) {
    Candidate candidate;
    candidate.judge = std::make_unique<Judge>(setting, facts);
    candidate.decision = decide(*candidate.judge);
    settle_exactly(exact, *candidate.judge, candidate.decision);
    out.push_back(std::move(candidate));
  }
  return out;
}

// Whether every chip that the name may mean leads to the same verdict.
bool agree(const std::vector<Candidate>& candidates) {
  return std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
    return candidate.decision.verdict == candidates.front().decision.verdict;
  });
}

Outline outline_of(const std::vector<Candidate>& candidates) {
  Outline out;
  out.verdict = agree(candidates) ? candidates.front().decision.verdict : Verdict::Undetermined;
  out.selected = candidates.front().decision.selected;
  for (const Candidate& candidate : candidates) {
    if (candidate.decision.selected != out.selected) out.selected.clear();
    Judge& judge = *candidate.judge;
    out.signature += signature(judge, candidate.decision) + '\n';
    const std::string_view review = strictest_review(judge, candidate.decision);
    const bool stricter = out.review.empty() || strictness(review) < strictness(out.review);
    if (!review.empty() && stricter) out.review = review;
    for (const std::size_t rule : rules_without_review(judge, candidate.decision)) {
      const std::string& id = judge.pack().rules[rule].id;
      if (std::find(out.review_not_stated.begin(), out.review_not_stated.end(), id) ==
          out.review_not_stated.end()) {
        out.review_not_stated.push_back(id);
      }
    }
  }
  return out;
}

bool asked_reading(const std::vector<Candidate>& candidates, std::string_view id) {
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
    const auto& asked = candidate.judge->trace().asked_readings;
    return std::find(asked.begin(), asked.end(), id) != asked.end();
  });
}

// Every reading in force whose other way changes something that the user would see. Readings that no
// condition asked about cannot.
std::vector<ReadingResult> other_readings(const Setting& setting, const Query& query,
                                          const std::vector<Candidate>& candidates,
                                          const Outline& outline, ExactLaw& exact) {
  std::vector<ReadingResult> out;
  const law::Pack& pack = setting.law.index().pack();
  for (std::size_t i = 0; i < pack.readings.size(); ++i) {
    const law::Reading& reading = pack.readings[i];
    if (!setting.law.reading(i) || !asked_reading(candidates, reading.id)) continue;
    for (const law::ReadingAlternative& alternative : reading.alternatives) {
      const std::string_view chosen = setting.readings.at(reading.id);
      if (alternative.id == chosen) continue;
      Setting other = setting;
      other.readings[reading.id] = alternative.id;
      const Outline under = outline_of(decide_all(other, query, exact));
      if (under.signature == outline.signature) continue;
      ReadingResult result;
      result.id = reading.id;
      result.says = reading.provenance.says;
      result.chosen = chosen;
      result.alternative = alternative.id;
      result.alternative_says = alternative.says;
      result.verdict = under.verdict;
      result.selected = under.selected;
      result.review = under.review;
      result.review_not_stated = under.review_not_stated;
      result.changes_verdict = under.verdict != outline.verdict;
      out.push_back(std::move(result));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const ReadingResult& a, const ReadingResult& b) {
    return a.changes_verdict && !b.changes_verdict;
  });
  return out;
}

std::optional<Verdict> under_other_posture(const Setting& setting, const Query& query,
                                           const std::vector<Candidate>& candidates,
                                           Verdict verdict, ExactLaw& exact) {
  const bool asked = std::any_of(
      candidates.begin(), candidates.end(),
      [](const Candidate& candidate) { return candidate.judge->trace().asked_posture; });
  if (!asked) return {};
  Setting other = setting;
  other.posture = setting.posture == Posture::Text ? Posture::Enforced : Posture::Text;
  const Verdict under = outline_of(decide_all(other, query, exact)).verdict;
  return under == verdict ? std::nullopt : std::optional(under);
}

// What the answer leans on: the verdict, and what it says besides of reviews and of steps.
Support shown_support(Judge& judge, const Decision& decision) {
  Support out = decision.by;
  for (const RequirementState& state : decision.requirements) {
    if (state.outcome == Outcome::Required || state.outcome == Outcome::Undetermined)
      out |= review_of(judge, state.rule).by;
  }
  for (const RelyOn& relied : relied_exceptions(judge, decision)) {
    for (const law::Step& step : judge.pack().defeats[relied.defeat].steps) {
      if (step.when) out |= judge.eval(*step.when).by;
    }
  }
  return out;
}

Answer answer_for(const Candidate& candidate, const Query& query, const Detail& detail) {
  Judge& judge = *candidate.judge;
  const Decision& decision = candidate.decision;
  Answer out;
  out.verdict = decision.verdict;
  out.either_way = decision.either_way;
  out.classification = classification_of(judge, decision, detail);
  out.requirements = requirements_of(judge, decision, detail.proof);
  if (decision.verdict == Verdict::Undetermined) {
    Open open = open_of(judge, decision);
    out.needs = std::move(open.needs);
    out.unplaced = std::move(open.unplaced);
  }
  if (decision.verdict == Verdict::Exception) {
    out.steps = steps_of(judge, decision);
    out.filing = filing_of(judge, decision);
  }
  if (detail.outlook) out.outlook = outlook_of(judge, out.classification, query.candidate_ids);
  out.flags = flags_of(judge);
  out.deciding = deciding_of(judge, decision);
  out.reason = reason_of(judge, decision, out);
  out.warnings = warnings_of(judge, decision);
  if (detail.proof) out.proof = proof_of(judge, decision);
  out.assumptions = judge.trace().assumptions(shown_support(judge, decision));
  if (detail.beside) {
    Beside beside = beside_of(judge.setting(), judge.facts().facts(), out.verdict, detail.proof);
    out.beside = std::move(beside.entries);
    out.not_modelled = std::move(beside.not_modelled);
  }
  return out;
}

// A name that only one chip's name begins with may be another chip's as well.
void add_name_warning(const Query& query, Answer& answer) {
  if (query.named_by_beginning.empty()) return;
  const FactValue* name = query.candidates.front().find("item.name");
  answer.warnings.push_back(
      {"W-name",
       {Msg::WarnName,
        {query.named_by_beginning, name != nullptr ? name->text() : query.candidate_ids.front()}},
       "item.chip"});
}

// The day holds everything together, so a day that nobody gave is an assumption of every answer.
void add_assumed_day(const Query& query, Answer& answer) {
  const FactValue* day = query.candidates.front().find("transfer.on");
  if (day == nullptr || day->origin != Origin::Default) return;
  const bool listed = std::any_of(answer.assumptions.begin(), answer.assumptions.end(),
                                  [](const Assumption& a) { return a.fact == "transfer.on"; });
  if (!listed) {
    answer.assumptions.insert(answer.assumptions.begin(),
                              {"transfer.on", day->text(), in_both(Msg::AssumedToday)});
  }
}

template <typename T, typename Key>
void add_new(std::vector<T>& to, const std::vector<T>& from, Key key) {
  for (const T& one : from) {
    if (std::none_of(to.begin(), to.end(),
                     [&](const T& other) { return key(other) == key(one); })) {
      to.push_back(one);
    }
  }
}

// The stricter of two reviews, with all that either may be.
void join_review(std::optional<Review>& into, const std::optional<Review>& other) {
  if (!other) return;
  if (!into) {
    into = other;
    return;
  }
  std::vector<std::string> possible = into->possible;
  std::vector<std::string> needs = into->needs;
  add_new(possible, other->possible, [](const std::string& s) { return s; });
  add_new(needs, other->needs, [](const std::string& s) { return s; });
  if (strictness(other->policy) < strictness(into->policy)) into = other;
  std::stable_sort(
      possible.begin(), possible.end(),
      [](const std::string& a, const std::string& b) { return strictness(a) < strictness(b); });
  into->possible = std::move(possible);
  into->needs = std::move(needs);
}

// Requirements of which the candidates think differently are open, and which chip it is settles them.
void join_requirements(Answer& into, const Answer& other) {
  for (const Requirement& requirement : other.requirements) {
    const auto same = std::find_if(
        into.requirements.begin(), into.requirements.end(), [&](const Requirement& mine) {
          return mine.citation.provision == requirement.citation.provision;
        });
    if (same != into.requirements.end()) join_review(same->review, requirement.review);
    if (same != into.requirements.end() && same->outcome == requirement.outcome) continue;
    const bool is_new = same == into.requirements.end();
    if (is_new && requirement.outcome == Outcome::NotRequired) continue;
    Requirement& open = is_new ? into.requirements.emplace_back(requirement) : *same;
    open.outcome = Outcome::Undetermined;
    if (std::find(open.needs.begin(), open.needs.end(), "item.chip") == open.needs.end()) {
      open.needs.insert(open.needs.begin(), "item.chip");
    }
  }
  for (Requirement& mine : into.requirements) {
    const bool there = std::any_of(
        other.requirements.begin(), other.requirements.end(), [&](const Requirement& requirement) {
          return requirement.citation.provision == mine.citation.provision;
        });
    if (there || mine.outcome == Outcome::NotRequired) continue;
    mine.outcome = Outcome::Undetermined;
    if (std::find(mine.needs.begin(), mine.needs.end(), "item.chip") == mine.needs.end()) {
      mine.needs.insert(mine.needs.begin(), "item.chip");
    }
  }
}

void disagree(const LawView& law, const Query& query, Answer& out) {
  out.verdict = Verdict::Undetermined;
  out.steps.clear();
  out.filing.clear();
  std::string verdicts;
  for (const CandidateAnswer& candidate : out.candidates) {
    verdicts += (verdicts.empty() ? "" : ", ") + candidate.id + " " +
                std::string(word_of(candidate.verdict));
  }
  out.reason = in_both(Msg::ReasonCandidates, std::vector<std::string>{verdicts});
  Need chip;
  chip.fact = "item.chip";
  chip.type = FactType::Name;
  chip.words = query.candidate_ids;
  chip.asks = in_both(Msg::NeedChip, {joined(query.candidate_ids, ", ")});
  chip.settles = std::none_of(
      out.candidates.begin(), out.candidates.end(),
      [](const CandidateAnswer& candidate) { return candidate.verdict == Verdict::Undetermined; });
  if (chip.settles) {
    out.settled_by = {{chip.fact}, true};
  } else if (!out.settled_by.facts.empty()) {
    // Which chip it is, and what settles each of them.
    out.settled_by.exact = false;
    out.settled_by.facts.insert(out.settled_by.facts.begin(), chip.fact);
  }
  for (const law::FactDecl& fact : law.pack.facts) {
    if (fact.id == "item.chip") chip.type = fact.type;
  }
  out.needs.insert(out.needs.begin(), std::move(chip));
}

// The figures of several chips as one: a metric spans them all, and a margin or a met limb stands only
// where it is every chip's.
void span_figures(Classification& own, const std::vector<CandidateAnswer>& candidates) {
  const auto everywhere = [&](auto holds) {
    return std::all_of(candidates.begin(), candidates.end(),
                       [&](const CandidateAnswer& c) { return holds(c.classification); });
  };
  for (Metric& metric : own.metrics) {
    for (const CandidateAnswer& candidate : candidates) {
      const auto& theirs = candidate.classification.metrics;
      const auto same = std::find_if(theirs.begin(), theirs.end(),
                                     [&](const Metric& m) { return m.fact == metric.fact; });
      if (same == theirs.end()) {
        metric.value.number = Interval::anything();
        continue;
      }
      Interval& span = metric.value.number;
      const Interval& other = same->value.number;
      span.lo = span.lo && other.lo ? std::min(span.lo, other.lo) : std::nullopt;
      span.hi = span.hi && other.hi ? std::max(span.hi, other.hi) : std::nullopt;
    }
  }
  std::erase_if(own.margins, [&](const Margin& margin) {
    return !everywhere([&](const Classification& c) {
      return std::any_of(c.margins.begin(), c.margins.end(), [&](const Margin& m) {
        return m.paragraph == margin.paragraph && m.fact == margin.fact &&
               m.limit == margin.limit && m.comparison == margin.comparison &&
               m.value == margin.value;
      });
    });
  });
  for (ClassMet& met : own.met) {
    std::erase_if(met.limbs, [&](const std::string& limb) {
      return !everywhere([&](const Classification& c) {
        return std::any_of(c.met.begin(), c.met.end(), [&](const ClassMet& theirs) {
          return theirs.paragraph == met.paragraph &&
                 std::find(theirs.limbs.begin(), theirs.limbs.end(), limb) != theirs.limbs.end();
        });
      });
    });
  }
  std::erase_if(own.met, [&](const ClassMet& met) {
    return !everywhere([&](const Classification& c) {
      return std::any_of(c.met.begin(), c.met.end(),
                         [&](const ClassMet& theirs) { return theirs.paragraph == met.paragraph; });
    });
  });
}

// One answer of several: the first chip's, with what the others differ in.
Answer join(const LawView& law, const Query& query, const std::vector<Candidate>& candidates,
            const Detail& detail, ExactLaw& exact) {
  Answer out = answer_for(candidates.front(), query, detail);
  const auto judges = mapped(candidates, [](const Candidate& c) { return c.judge.get(); });
  if (candidates.size() == 1) {
    if (exact && detail.rank_needs && out.verdict == Verdict::Undetermined) {
      settle_needs(exact, judges, out);
      // Said again, now that it is known on what it really turns.
      out.reason = reason_of(*judges.front(), candidates.front().decision, out);
    }
    if (exact && detail.flips) out.flips = near_answers(exact, *judges.front());
    return out;
  }
  const auto id_of = [&](std::size_t i) {
    return i < query.candidate_ids.size() ? query.candidate_ids[i] : std::string();
  };
  out.candidates.push_back({id_of(0), out.verdict, out.classification});
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    Answer other = answer_for(candidates[i], query, detail);
    join_requirements(out, other);
    add_new(out.needs, other.needs, [](const Need& n) { return n.fact; });
    add_new(out.unplaced, other.unplaced, [](const std::string& s) { return s; });
    add_new(out.assumptions, other.assumptions, [](const Assumption& a) { return a.fact; });
    add_new(out.warnings, other.warnings,
            [](const Warning& w) { return w.code + ' ' + w.subject; });
    add_new(out.outlook, other.outlook, [](const OutlookEntry& e) { return e.id; });
    add_new(out.deciding, other.deciding, [](const Citation& c) { return c.provision; });
    add_new(out.steps, other.steps, [](const StepDue& s) { return s.id; });
    Beside beside{std::move(out.beside), std::move(out.not_modelled)};
    join_beside(beside, {std::move(other.beside), std::move(other.not_modelled)});
    out.beside = std::move(beside.entries);
    out.not_modelled = std::move(beside.not_modelled);
    out.candidates.push_back({id_of(i), other.verdict, std::move(other.classification)});
  }
  // Where chips are classified apart, none of the classifications is the answer's.
  Classification& own = out.classification;
  for (const CandidateAnswer& candidate : out.candidates) {
    const Classification& theirs = candidate.classification;
    if (theirs.selected == out.candidates.front().classification.selected) continue;
    own.selected.clear();
  }
  span_figures(own, out.candidates);
  if (own.selected.empty()) {
    own.may_be.clear();
    for (const CandidateAnswer& candidate : out.candidates) {
      std::vector<std::string> may_be = candidate.classification.may_be;
      if (!candidate.classification.selected.empty()) may_be = {candidate.classification.selected};
      add_new(own.may_be, may_be, [](const std::string& s) { return s; });
    }
  }
  const bool agreed = agree(candidates);
  if (!agreed) out.verdict = Verdict::Undetermined;
  if (exact && detail.rank_needs && out.verdict == Verdict::Undetermined) {
    settle_needs(exact, judges, out);
    out.reason = reason_of(*judges.front(), candidates.front().decision, out);
  }
  if (!agreed) disagree(law, query, out);
  return out;
}

}  // namespace

Answer evaluate(const LawView& law, const Query& query, const Detail& detail) {
  Answer out;
  out.posture = query.posture;
  if (query.candidates.empty()) return out;
  std::optional<PackIndex> own_index;
  if (law.index == nullptr) own_index.emplace(law.pack);
  const PackIndex& index = law.index != nullptr ? *law.index : *own_index;
  const Date known = query.known.value_or(std::max(query.on, law.pack.header.verified_through));
  const InForce in_force(index, query.on, known, query.knower);
  const Setting setting{in_force, law.places, chosen_readings(in_force, query.readings),
                        query.posture, query.strict};

  ExactLaw exact(law.compiled, {query.known, query.knower}, query.on);
  const std::vector<Candidate> candidates = decide_all(setting, query, exact);
  out = join(law, query, candidates, detail, exact);
  out.posture = query.posture;
  add_assumed_day(query, out);
  add_name_warning(query, out);
  // What the answer was built from has asked for all that it shows, reviews and steps included.
  if (detail.readings) {
    out.readings = other_readings(setting, query, candidates, outline_of(candidates), exact);
  }
  if (detail.other_posture) {
    out.other_posture = under_other_posture(setting, query, candidates, out.verdict, exact);
  }
  out.receipt = receipt_of(*candidates.front().judge, query, out);
  return out;
}

}  // namespace licit
