// Why, in one to three sentences: the words of the deciding provisions, joined by those of the
// catalogue of messages.
#include <algorithm>
#include <tuple>

#include "base/figures.h"
#include "base/mapped.h"
#include "decide/citation.h"
#include "decide/parts.h"

namespace licit {
namespace {

using Words = std::vector<Bilingual>;

Bilingual same(const std::string& text) { return {text, text}; }

void append(Bilingual& to, const Bilingual& sentence) {
  if (sentence.empty()) return;
  to.en += (to.en.empty() ? "" : " ") + sentence.en;
  to.fr += (to.fr.empty() ? "" : " ") + sentence.fr;
}

Bilingual list(const std::vector<Bilingual>& items) {
  Bilingual out;
  for (const Bilingual& item : items) {
    out.en += (out.en.empty() ? "" : ", ") + item.en;
    out.fr += (out.fr.empty() ? "" : ", ") + item.fr;
  }
  return out;
}

// A provision's own words, without the full stop that a sentence around them brings.
Bilingual words_of(const law::Provenance& provenance) {
  const auto bare = [](std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
    return text;
  };
  if (provenance.says.empty()) return same(provenance.cite);
  return {bare(provenance.says.en), bare(provenance.says.fr)};
}

Bilingual fact_name(const Judge& judge, const std::string& fact) {
  const law::FactDecl* decl = judge.index().fact(fact);
  return decl != nullptr && !decl->says.empty() ? decl->says : same(fact);
}

const RequirementState* first_with(const Decision& decision, Outcome outcome) {
  for (const RequirementState& state : decision.requirements) {
    if (state.outcome == outcome) return &state;
  }
  return nullptr;
}

Msg review_words(std::string_view review) {
  if (review == "policy-of-denial") return Msg::ReviewPolicyOfDenial;
  if (review == "presumption-of-denial") return Msg::ReviewPresumptionOfDenial;
  if (review == "case-by-case") return Msg::ReviewCaseByCase;
  if (review == "presumption-of-approval") return Msg::ReviewPresumptionOfApproval;
  return Msg::ReviewNotStated;
}

// "AIA, ACM": exceptions that exist, are not barred, and are not written in the pack.
std::string not_encoded(const Judge& judge, const RequirementState& state) {
  std::string out;
  for (const ExceptionState& exception : state.exceptions) {
    if (!exception.not_encoded || exception.held.truth == Truth::No) continue;
    const law::Defeat& defeat = judge.pack().defeats[exception.defeat];
    out += (out.empty() ? "" : ", ") + (defeat.symbol.empty() ? defeat.id : defeat.symbol);
  }
  return out;
}

// Requirements of which it is, or may be, not stated how an application would be reviewed.
Bilingual not_stated(Judge& judge, const Decision& decision) {
  Words cites;
  for (const std::size_t rule : rules_without_review(judge, decision))
    cites.push_back(same(judge.pack().rules[rule].provenance.cite));
  if (cites.empty()) return {};
  return in_both(Msg::ReviewNotStatedFor, Words{list(cites)});
}

Bilingual required(Judge& judge, const Decision& decision, Outcome outcome) {
  const RequirementState* state = first_with(decision, outcome);
  if (state == nullptr) return {};
  const law::Rule& rule = judge.pack().rules[state->rule];
  Bilingual out =
      in_both(Msg::ReasonProvision, Words{words_of(rule.provenance), same(rule.provenance.cite)});
  std::vector<Bilingual> others;
  for (const RequirementState& other : decision.requirements) {
    if (other.outcome == outcome && other.rule != state->rule) {
      others.push_back(same(judge.pack().rules[other.rule].provenance.cite));
    }
  }
  if (!others.empty()) append(out, in_both(Msg::ReasonAlso, Words{list(others)}));
  if (outcome == Outcome::Required) {
    const std::string_view review = strictest_review(judge, decision);
    append(out, in_both(review_words(review), Words{}));
    // The strictest known says nothing of the others.
    if (review != "not-stated") append(out, not_stated(judge, decision));
  }
  const std::string unknown = not_encoded(judge, *state);
  if (!unknown.empty()) append(out, in_both(Msg::ReasonNotEncoded, Words{same(unknown)}));
  return out;
}

Bilingual excepted(const Judge& judge, const Decision& decision) {
  Bilingual out;
  for (const RelyOn& relied : relied_exceptions(judge, decision)) {
    const law::Defeat& defeat = judge.pack().defeats[relied.defeat];
    const std::string& name = defeat.symbol.empty() ? defeat.id : defeat.symbol;
    append(out, in_both(Msg::ReasonException, Words{same(name), words_of(defeat.provenance),
                                                    same(defeat.provenance.cite)}));
  }
  std::vector<Bilingual> overcome;
  for (const RequirementState& state : decision.requirements) {
    if (state.outcome == Outcome::Excepted) {
      overcome.push_back(same(judge.pack().rules[state.rule].provenance.cite));
    }
  }
  append(out, in_both(Msg::ReasonOvercomes, Words{list(overcome)}));
  return out;
}

// The nearest limit, among those of the paragraphs, that the item would have to reach.
Bilingual nearest_limit(const Judge& judge, const Classification& classification,
                        const std::vector<std::string>& paragraphs) {
  for (const Margin& margin : classification.margins) {
    const bool floor =
        margin.comparison == Comparison::GreaterEqual || margin.comparison == Comparison::Greater;
    const std::string paragraph = margin.paragraph.substr(0, margin.paragraph.find(' '));
    if (!floor || margin.truth != Truth::No) continue;
    if (std::find(paragraphs.begin(), paragraphs.end(), paragraph) == paragraphs.end()) continue;
    const std::string unit = margin.unit.empty() ? "" : ' ' + margin.unit;
    const std::string sign = std::string(sign_of(margin.comparison)) + ' ';
    const auto amount = [&](const std::string& number) {
      const std::string text = number + unit;
      return Bilingual{figures(Language::En, text), figures(Language::Fr, text)};
    };
    const Bilingual limit = amount(margin.limit.decimal());
    return in_both(Msg::ReasonNearest,
                   Words{fact_name(judge, margin.fact), amount(margin.value.text(4)),
                         Bilingual{sign + limit.en, sign + limit.fr}, same(margin.paragraph)});
  }
  return {};
}

// Every paragraph that a rule asks about, so that the nearest of all its tiers is found.
void paragraphs_in(const Judge& judge, const law::Expr& expr, std::vector<std::string>& out) {
  if (expr.kind == law::ExprKind::Class)
    out.insert(out.end(), expr.words.begin(), expr.words.end());
  if (expr.kind == law::ExprKind::Meets) out.push_back(expr.name);
  for (const law::Expr& child : expr.children) paragraphs_in(judge, child, out);
  if (expr.kind != law::ExprKind::Define) return;
  if (const law::Define* define = judge.law().define(expr.name)) {
    paragraphs_in(judge, define->when, out);
  }
}

// How many of its limbs hold: of two requirements that lack as much, the one with more is nearer.
std::ptrdiff_t limbs_held(Judge& judge, const law::Expr& when) {
  if (when.kind != law::ExprKind::All) return 0;
  return std::count_if(when.children.begin(), when.children.end(),
                       [&](const law::Expr& limb) { return judge.eval(limb).truth == Truth::Yes; });
}

// How telling it is that this lacks: first a figure that stays below a limit, then facts of the transaction,
// last that the item is of another entry.
int rank_of(const Judge& judge, const law::Rule& rule, const NearMiss& miss, const Answer& answer) {
  const bool by_class =
      std::any_of(miss.leaves.begin(), miss.leaves.end(), [](const law::Expr* leaf) {
        return leaf->kind == law::ExprKind::Class || leaf->kind == law::ExprKind::Meets;
      });
  if (!by_class) return 1;
  std::vector<std::string> paragraphs;
  paragraphs_in(judge, rule.when, paragraphs);
  return nearest_limit(judge, answer.classification, paragraphs).empty() ? 2 : 0;
}

// The requirement that came closest, leaving aside those that only an assumption keeps away: those the
// assumptions tell of.
Bilingual nearest_requirement(Judge& judge, const Decision& decision, const Answer& answer) {
  const law::Rule* nearest = nullptr;
  NearMiss least;
  std::tuple<int, int, std::ptrdiff_t> best;
  for (const RequirementState& state : decision.requirements) {
    if (!is_near_miss(judge, state.rule)) continue;
    const law::Rule& rule = judge.pack().rules[state.rule];
    NearMiss miss = near_miss(judge, rule.when);
    const bool assumed =
        std::all_of(miss.leaves.begin(), miss.leaves.end(),
                    [&](const law::Expr* leaf) { return judge.eval(*leaf).by.assumptions.any(); });
    if (assumed) continue;
    const std::tuple near(miss.distance, rank_of(judge, rule, miss, answer),
                          -limbs_held(judge, rule.when));
    if (nearest != nullptr && best <= near) continue;
    nearest = &rule;
    best = near;
    least = std::move(miss);
  }
  if (nearest == nullptr) return {};
  std::vector<Bilingual> failed;
  for (const law::Expr* leaf : least.leaves) {
    if (leaf->kind == law::ExprKind::Class || leaf->kind == law::ExprKind::Meets) continue;
    // A leaf that holds and yet stands in the way stands under a `not`.
    std::string text = (judge.eval(*leaf).truth == Truth::Yes ? "not " : "") + written(*leaf);
    if (leaf->kind != law::ExprKind::Meets) {
      text += " (" + judge.facts().read(leaf->name).value.text() + ')';
    }
    failed.push_back(same(text));
  }
  if (failed.empty()) {
    std::vector<std::string> paragraphs;
    paragraphs_in(judge, nearest->when, paragraphs);
    Bilingual limit = nearest_limit(judge, answer.classification, paragraphs);
    if (!limit.empty()) return limit;
    for (const law::Expr* leaf : least.leaves) failed.push_back(same(written(*leaf)));
  }
  return in_both(Msg::ReasonNearestRequirement,
                 Words{same(nearest->provenance.cite), list(failed)});
}

Bilingual nothing_applies(Judge& judge, const Decision& decision, const Answer& answer) {
  Bilingual out;
  if (!decision.selected.empty()) {
    out = in_both(Msg::ReasonNoLicense,
                  Words{same(std::string(decision.selected)), same(judge.law().on().iso())});
  } else {
    out = in_both(Msg::ReasonNoLicenseUnclassified, Words{same(judge.law().on().iso())});
  }
  append(out, nearest_requirement(judge, decision, answer));
  return out;
}

// "destination (Palestine)": places that the law names nowhere.
Bilingual unplaced_words(Judge& judge, const Answer& answer) {
  if (answer.unplaced.empty()) return {};
  Words out;
  for (const std::string& fact : answer.unplaced) {
    const std::string code = judge.facts().read(fact).value.text();
    const PlaceRow* place = judge.setting().places.by_code(code);
    Bilingual name = fact_name(judge, fact);
    name.en += " (" + (place != nullptr ? place->en : code) + ')';
    name.fr += " (" + (place != nullptr ? place->fr : code) + ')';
    out.push_back(std::move(name));
  }
  return in_both(Msg::ReasonUnplaced, Words{list(out)});
}

Bilingual left_open(Judge& judge, const Decision& decision, const Answer& answer) {
  auto facts = mapped(answer.needs, [&](const Need& need) { return fact_name(judge, need.fact); });
  std::vector<Bilingual> provisions;
  for (const Citation& citation : deciding_of(judge, decision))
    provisions.push_back(same(citation.cite));
  for (const std::string_view paragraph : decision.may_be) {
    if (deciding_of(judge, decision).empty()) provisions.push_back(same(std::string(paragraph)));
  }
  if (provisions.size() > 3) {
    provisions.resize(3);
    provisions.push_back(same("..."));
  }
  const Bilingual unplaced = unplaced_words(judge, answer);
  if (facts.empty()) {
    Bilingual out = in_both(Msg::ReasonOpenNoQuestion, Words{list(provisions)});
    append(out, unplaced);
    return out;
  }
  if (facts.size() > 3) {
    facts.resize(3);
    facts.push_back(same("..."));
  }
  Bilingual out = in_both(Msg::ReasonOpen, Words{list(provisions), list(facts)});
  append(out, unplaced);
  return out;
}

// No class rule of the day was known yet, though one was in force.
bool nothing_known(const Judge& judge) {
  const InForce later(judge.index(), judge.law().on(),
                      std::max(judge.law().on(), judge.pack().header.verified_through),
                      Knower::Public);
  const auto any = [&](const InForce& law) {
    for (const std::string_view paragraph : judge.index().paragraphs()) {
      for (const std::size_t i : judge.index().class_rules(paragraph)) {
        if (law.rule(i)) return true;
      }
    }
    return false;
  };
  return !any(judge.law()) && any(later);
}

// The verdict is the same whatever the answers: which provisions it may come from.
Bilingual either_way(Judge& judge, const Decision& decision, const Answer& answer) {
  Words provisions;
  if (decision.verdict == Verdict::License || decision.verdict == Verdict::Prohibited) {
    for (const Citation& citation : deciding_of(judge, decision)) {
      provisions.push_back(same(citation.cite));
    }
  }
  const Bilingual all = list(provisions);
  Bilingual out =
      in_both(Msg::NeedsEitherWay, Words{provisions.empty() ? all : same(" (" + all.en + ")")});
  if (decision.verdict == Verdict::NoLicense) {
    append(out, nothing_applies(judge, decision, answer));
  } else if (decision.verdict == Verdict::Exception) {
    append(out, excepted(judge, decision));
  }
  return out;
}

Bilingual contradicted(const Judge& judge, const Decision& decision) {
  const RequirementState* state = first_with(decision, Outcome::Conflict);
  if (state == nullptr || state->against.empty()) return {};
  return in_both(Msg::ReasonConflict,
                 Words{same(judge.pack().rules[state->rule].provenance.cite),
                       same(judge.pack().rules[state->against.front()].provenance.cite)});
}

Bilingual out_of_scope(const Judge& judge, const Decision& decision) {
  const law::Rule& rule = judge.pack().rules[*decision.scope];
  const Bilingual why = rule.because.empty() ? words_of(rule.provenance) : rule.because;
  return in_both(Msg::ReasonProvision, Words{why, same(rule.provenance.cite)});
}

}  // namespace

std::vector<Citation> deciding_of(Judge& judge, const Decision& decision) {
  std::vector<Citation> out;
  const auto rule = [&](std::size_t i) {
    out.push_back(citation_of(judge.index(), judge.pack().rules[i]));
  };
  if (decision.scope) {
    rule(*decision.scope);
    return out;
  }
  const auto with = [&](Outcome outcome) {
    for (const RequirementState& state : decision.requirements) {
      if (state.outcome == outcome) rule(state.rule);
    }
  };
  switch (decision.verdict) {
    case Verdict::Prohibited:
      with(Outcome::Prohibited);
      if (decision.either_way) with(Outcome::Undetermined);
      break;
    case Verdict::License:
      with(Outcome::Required);
      if (decision.either_way) with(Outcome::Undetermined);
      break;
    case Verdict::Conflict:
      with(Outcome::Conflict);
      for (const RequirementState& state : decision.requirements) {
        if (state.outcome == Outcome::Conflict) {
          for (const std::size_t other : state.against) rule(other);
        }
      }
      break;
    case Verdict::Undetermined:
      for (const std::size_t i : decision.scope_unknown) rule(i);
      with(Outcome::Undetermined);
      break;
    case Verdict::Exception:
      with(Outcome::Excepted);
      for (const RelyOn& relied : relied_exceptions(judge, decision)) {
        out.push_back(citation_of(judge.index(), judge.pack().defeats[relied.defeat]));
      }
      break;
    case Verdict::NoLicense:
      for (const std::size_t i : judge.index().class_rules(decision.selected)) {
        if (judge.law().rule(i) && judge.rule_holds(i).truth == Truth::Yes) rule(i);
      }
      break;
    case Verdict::NotSubject:
    case Verdict::NotCovered:
      break;
  }
  return out;
}

Bilingual reason_of(Judge& judge, const Decision& decision, const Answer& answer) {
  if (decision.either_way) return either_way(judge, decision, answer);
  if (decision.ground == Ground::Scope) return out_of_scope(judge, decision);
  if (decision.ground == Ground::Coverage) {
    return in_both(Msg::ReasonBeforeCoverage, Words{same(judge.law().on().iso()),
                                                    same(judge.pack().header.covers_from.iso())});
  }
  if (decision.ground == Ground::NoParagraph) {
    if (!nothing_known(judge)) return in_both(Msg::ReasonNoParagraph, Words{});
    return in_both(Msg::ReasonNothingKnown,
                   Words{same(judge.law().known().iso()), same(judge.law().on().iso())});
  }
  switch (decision.verdict) {
    case Verdict::Prohibited:
      return required(judge, decision, Outcome::Prohibited);
    case Verdict::License:
      return required(judge, decision, Outcome::Required);
    case Verdict::Exception:
      return excepted(judge, decision);
    case Verdict::NoLicense:
      return nothing_applies(judge, decision, answer);
    case Verdict::Conflict:
      return contradicted(judge, decision);
    default:
      return left_open(judge, decision, answer);
  }
}

}  // namespace licit
