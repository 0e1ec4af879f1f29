#include "differential/two_engines.h"

#include <algorithm>

#include "decide/exact.h"
#include "decide/residual.h"

namespace licit::differential {
namespace {

Verdicts verdicts(Weights weights) {
  Verdicts out = 0;
  for (Leaf w = 0; w <= static_cast<Leaf>(Weight::NotSubject); ++w) {
    if (weights >> w & 1) out |= only(verdict_of(static_cast<Weight>(w)));
  }
  return out;
}

// As docs/semantics.md, section 9, has it: a reading out of its time is read by its default.
ChosenReadings chosen(const InForce& law, const Query& query) {
  ChosenReadings out;
  for (const law::Reading& version : law.index().pack().readings) {
    const law::Reading* holds = law.reading(version.id);
    const auto asked = query.readings.find(version.id);
    if (holds == nullptr) {
      out.emplace(version.id, version.default_alternative);
    } else {
      out[version.id] = asked == query.readings.end() ? std::string_view(holds->default_alternative)
                                                      : std::string_view(asked->second);
    }
  }
  return out;
}

// Of a place that the law names nowhere no question is asked (docs/semantics.md, section 8), so where a
// place is open it is none of these.
void leave_out_unlisted(Posed& posed, const Places& places) {
  const Axes& axes = posed.law->axes();
  for (std::size_t v = 0; v < axes.all().size(); ++v) {
    ClassSet& allowed = posed.chips.front().allowed[v];
    if (axes.all()[v].asks != Asks::Place || allowed.count() == 1) continue;
    for (std::size_t i = 0; i < axes.place_representatives().size(); ++i) {
      if (places.indeterminate(axes.place_representatives()[i])) allowed.reset(i);
    }
  }
}

Weight weight_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Excepted:
      return Weight::Excepted;
    case Outcome::Conflict:
      return Weight::Conflict;
    case Outcome::Required:
      return Weight::License;
    case Outcome::Prohibited:
      return Weight::Prohibited;
    default:
      return Weight::Nothing;
  }
}

// What a verdict on partial facts may turn out to be once they are known: itself, or one that goes before
// it (docs/semantics.md, section 7). Where the classification is open the verdict stands, and the item may
// yet be met by no paragraph.
Verdicts may_turn_out(const Decision& decision) {
  Verdicts out = 0;
  switch (decision.verdict) {
    case Verdict::Undetermined:
      return ~Verdicts{0};
    case Verdict::Conflict:
      out |= only(Verdict::Conflict);
      [[fallthrough]];
    case Verdict::License:
      out |= only(Verdict::License);
      [[fallthrough]];
    case Verdict::Prohibited:
      out |= only(Verdict::Prohibited);
      [[fallthrough]];
    case Verdict::NotCovered:
      return out | only(Verdict::NotCovered) | only(Verdict::NotSubject);
    case Verdict::NotSubject:
      return only(Verdict::NotSubject);
    case Verdict::Exception:
    case Verdict::NoLicense:
      out = only(decision.verdict);
      if (decision.selected.empty()) out |= only(Verdict::NotCovered);
      return out;
  }
  return out;
}

}  // namespace

std::string shown(Verdicts verdicts) {
  std::string out;
  for (unsigned v = 0; v < 32; ++v) {
    if (verdicts >> v & 1) {
      out += (out.empty() ? "" : " ") + std::string(word_of(static_cast<Verdict>(v)));
    }
  }
  return out;
}

const InForce& TestedLaw::Reference::on(const Query& query) {
  const Date known = query.known.value_or(std::max(query.on, pack.header.verified_through));
  return in_force.try_emplace({query.on, known, query.knower}, index, query.on, known, query.knower)
      .first->second;
}

// Every way to complete the facts of a query, as complete facts for the reference.
class TestedLaw::Completions {
 public:
  Completions(TestedLaw& law, const Query& query, std::size_t most) : law_(law) {
    const FactSet& facts = query.candidates.front();
    const InForce& in_force = law.plain_.on(query);
    Setting setting{in_force, law.places_, chosen(in_force, query), query.posture, query.strict};
    Judge judge(setting, facts);
    for (const std::string& fact : law.probes_.facts()) look_at(fact, judge);
    // A figure known through others that are open moves with them: not every completion is possible.
    if (computed_in_part_ && slots_.size() > 1) product_ = 0;
    for (const Slot& slot : slots_) {
      if (slot.values.empty()) product_ = 0;
      product_ = product_ > most ? product_ : product_ * slot.values.size();
    }
    if (product_ > most) product_ = 0;
  }

  // 0: too many, or not to be listed.
  std::size_t size() const { return product_; }
  bool complete() const { return complete_; }
  const std::set<std::string>& known() const { return known_; }
  // A place that the law names nowhere; empty where there is none among the facts.
  const std::string& unplaced() const { return unplaced_; }

  FactSet facts(std::size_t n) const {
    FactSet out = fixed_;
    for (const Slot& slot : slots_) {
      const FactValue& value = slot.values[n % slot.values.size()];
      n /= slot.values.size();
      for (const std::string& fact : slot.facts) out.set(fact, value);
    }
    return out;
  }

 private:
  // Facts that are one and the same, and what they may be.
  struct Slot {
    std::vector<std::string> facts;
    std::vector<FactValue> values;
  };

  void look_at(const std::string& fact, Judge& judge) {
    if (judge.facts().is_known(fact)) known_.insert(fact);
    const ReadFact& read = judge.facts().read(fact);
    FactValue value = read.value;
    value.origin = Origin::Given;
    const bool unplaced =
        value.type == FactType::Place &&
        std::any_of(value.candidates.begin(), value.candidates.end(), [&](const Scalar& code) {
          return law_.places_.indeterminate(std::get<std::string>(code));
        });
    if (unplaced) {
      const std::string& code = std::get<std::string>(value.candidates.front());
      // One such place at a time, and only where there are few lists to hold it or not.
      const bool fits = law_.all_named_ != nullptr && value.is_settled() &&
                        law_.lists_.size() <= 4 && (unplaced_.empty() || unplaced_ == code);
      if (!fits) product_ = 0;
      unplaced_ = code;
      complete_ = false;
    }
    if (value.is_settled()) {
      fixed_.set(fact, std::move(value));
      return;
    }
    complete_ = false;
    computed_in_part_ = computed_in_part_ || read.value.origin == Origin::Computed;
    if (fact == "exporter.notices" && !law_.probes_.notices().empty()) {
      slots_.push_back({{fact}, received(judge)});
      return;
    }
    const auto same = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) {
      return std::any_of(slot.facts.begin(), slot.facts.end(), [&](const std::string& other) {
        return judge.facts().read(other).id == read.id;
      });
    });
    std::vector<FactValue> values = within(value, fact);
    if (same == slots_.end()) {
      slots_.push_back({{fact}, std::move(values)});
    } else {
      same->facts.push_back(fact);
      for (FactValue& one : values) {
        if (std::find(same->values.begin(), same->values.end(), one) == same->values.end()) {
          same->values.push_back(std::move(one));
        }
      }
    }
  }

  std::vector<FactValue> within(const FactValue& known, const std::string& fact) {
    std::vector<FactValue> out;
    if (known.type == FactType::Number) {
      const Interval& in = known.number;
      for (const FactValue& probe : law_.probes_.of(fact)) {
        const Number& at = *probe.number.lo;
        if ((!in.lo || *in.lo <= at) && (!in.hi || at <= *in.hi)) out.push_back(probe);
      }
      for (const auto& end : {in.lo, in.hi}) {
        if (end) out.push_back(FactValue::of(Interval::exactly(*end), known.unit));
      }
      return out;
    }
    for (const Scalar& candidate : known.candidates) {
      out.push_back(known);
      out.back().candidates = {candidate};
    }
    if (!known.candidates.empty()) return out;
    if (!law_.probes_.all(fact)) product_ = 0;
    return law_.probes_.of(fact);
  }

  // Every set of notices that agrees with what the exporter's name implies.
  std::vector<FactValue> received(Judge& judge) const {
    std::vector<std::vector<std::string>> sets{{}};
    for (const law::Source* notice : law_.probes_.notices()) {
      const Truth truth = judge.notice_received(*notice).truth;
      const std::size_t before = sets.size();
      for (std::size_t i = 0; i < before; ++i) {
        if (truth == Truth::Unknown) sets.push_back(sets[i]);
        if (truth != Truth::No) sets[i].push_back(notice->id);
      }
    }
    std::vector<FactValue> out;
    for (std::vector<std::string>& members : sets) out.push_back(FactValue::set_of(members));
    return out;
  }

  TestedLaw& law_;
  FactSet fixed_;
  std::vector<Slot> slots_;
  std::set<std::string> known_;
  std::string unplaced_;
  bool complete_ = true;
  bool computed_in_part_ = false;
  std::size_t product_ = 1;
};

TestedLaw::TestedLaw(law::Pack pack, const Places& places, const Fault& fault)
    : places_(places),
      pack_(std::move(pack)),
      compiled_from_(pack_),
      probes_(pack_, places),
      plain_(pack_) {
  if (fault) fault(compiled_from_);
}

std::shared_ptr<const CompiledLaw> TestedLaw::compile(const std::optional<Date>& known,
                                                      Knower knower) {
  auto& out = compiled_[{known, knower}];
  if (!out) out = std::make_shared<CompiledLaw>(compiled_from_, places_, Clock{known, knower});
  return out;
}

const CompiledLaw& TestedLaw::compiled(const std::optional<Date>& known, Knower knower) {
  return *compile(known, knower);
}

namespace {

template <typename Pack, typename Look>
void each_set(Pack& pack, const Look& look) {
  using Expr = std::conditional_t<std::is_const_v<Pack>, const law::Expr, law::Expr>;
  each_condition(pack, [&](Expr& expr) { look(expr.set); });
  for (auto& set : pack.sets) {
    if (set.expr) look(*set.expr);
  }
}

std::string written(const law::SetTerm& term) {
  std::string out;
  for (const std::string& word : term.literal) out += (out.empty() ? "{" : ", ") + word;
  return out + "}";
}

bool lists(const law::SetDecl& set) {
  return set.type == FactType::Place && (!set.expr || !set.members.empty());
}

}  // namespace

void TestedLaw::complete_lists(const Places& all_named) {
  all_named_ = &all_named;
  std::set<std::string> names;
  for (const law::SetDecl& set : pack_.sets) {
    if (lists(set)) names.insert(set.id);
  }
  each_set(std::as_const(pack_), [&](const law::SetExpr& set) {
    for (const law::SetTerm& term : set.terms) {
      if (term.name.empty()) names.insert(written(term));
    }
  });
  lists_.assign(names.begin(), names.end());
}

TestedLaw::Reference& TestedLaw::reference(const std::set<std::string>& known,
                                           const std::optional<Listed>& listed) {
  if (probes_.known_asked().empty() && !listed) return plain_;
  std::set<std::string> key;
  for (const std::string& fact : probes_.known_asked()) {
    if (known.contains(fact)) key.insert(fact);
  }
  std::unique_ptr<Reference>& out = settled_[{key, listed}];
  if (out) return *out;
  law::Pack settled = pack_;
  each_condition(settled, [&](law::Expr& expr) {
    if (expr.kind != law::ExprKind::Known) return;
    expr.kind = law::ExprKind::Constant;
    expr.constant = key.contains(expr.name);
  });
  if (listed) {
    const auto holds = [&](const std::string& list) {
      const auto at = std::find(lists_.begin(), lists_.end(), list) - lists_.begin();
      return (listed->in >> at & 1) != 0;
    };
    for (law::SetDecl& set : settled.sets) {
      if (!lists(set) || !holds(set.id)) continue;
      set.members.emplace_back();
      set.members.back().word = listed->place;
    }
    each_set(settled, [&](law::SetExpr& set) {
      for (law::SetTerm& term : set.terms) {
        if (term.name.empty() && holds(written(term))) term.literal.push_back(listed->place);
      }
    });
  }
  out = std::make_unique<Reference>(std::move(settled));
  return *out;
}

// What lies beneath a verdict on complete facts.
struct TestedLaw::Closer {
  static std::string difference(const CompiledLaw& law, const Moment& moment,
                                const std::vector<std::uint8_t>& at, Judge& judge,
                                const Decision& decision) {
    const DiagramView& diagrams = law.diagrams();
    if (moment.requirements.size() != decision.requirements.size()) {
      return "other requirements are in force";
    }
    for (std::size_t i = 0; i < moment.requirements.size(); ++i) {
      const CompiledRequirement& compiled = moment.requirements[i];
      const RequirementState& state = decision.requirements[i];
      if (compiled.rule->id != judge.pack().rules[state.rule].id) return "another requirement";
      if (diagrams.value(compiled.outcome, at) != static_cast<Leaf>(weight_of(state.outcome))) {
        return "the outcome of " + compiled.rule->id;
      }
      const auto review = static_cast<Leaf>(strictness(review_of(judge, state.rule).review));
      if (diagrams.value(compiled.review, at) != review) {
        return "the review of " + compiled.rule->id;
      }
    }
    for (const CompiledParagraph& paragraph : moment.paragraphs) {
      const bool met = diagrams.value(paragraph.met, at) == 1;
      if (judge.met(paragraph.name).truth != truth_of(met)) {
        return "whether " + std::string(paragraph.name) + " is met";
      }
    }
    return {};
  }
};

Comparison TestedLaw::compare(const Query& query, bool closely, std::size_t most_completions) {
  Comparison out;
  const Completions completions(*this, query, most_completions);
  if (completions.size() == 0) return out;
  Posed posed = pose(compile(query.known, query.knower), plain_.index, places_, query);
  leave_out_unlisted(posed, places_);
  const Weights weights = weights_of(*posed.law, *posed.moment, posed.chip());
  out.verdict = verdict_of(weights);

  Verdicts expected = 0;
  // With a place that the law names nowhere, the law is completed as well as the facts.
  const bool placed = completions.unplaced().empty();
  const std::size_t ways = placed ? 1 : std::size_t{1} << lists_.size();
  for (std::size_t way = 0; way < ways; ++way) {
    std::optional<Listed> listed;
    if (!placed) listed = Listed{completions.unplaced(), way};
    Reference& law = completions.complete() ? plain_ : reference(completions.known(), listed);
    const InForce& in_force = law.on(query);
    const Setting setting{in_force, placed ? places_ : *all_named_, chosen(in_force, query),
                          query.posture, query.strict};
    for (std::size_t n = 0; n < completions.size(); ++n) {
      const FactSet facts =
          completions.complete() ? query.candidates.front() : completions.facts(n);
      Judge judge(setting, facts);
      const Decision decision = decide(judge);
      expected |= only(decision.verdict);
      ++out.evaluated;
      if (!closely || !completions.complete()) continue;
      std::vector<std::uint8_t> at;
      for (const ClassSet& allowed : posed.chip().allowed) {
        at.push_back(static_cast<std::uint8_t>(allowed._Find_first()));
      }
      out.difference = Closer::difference(*posed.law, *posed.moment, at, judge, decision);
      if (!out.difference.empty()) return out;
      if (verdict_of(weight_at(*posed.law, *posed.moment, at)) != decision.verdict) {
        out.difference = "the verdict looked up";
        return out;
      }
    }
  }
  if (verdicts(weights) != expected) {
    out.difference = "engine: " + shown(verdicts(weights)) + "; reference: " + shown(expected);
    return out;
  }
  if (!completions.complete()) {
    const InForce& today = plain_.on(query);
    const Setting as_asked{today, places_, chosen(today, query), query.posture, query.strict};
    Judge judge(as_asked, query.candidates.front());
    const Decision decision = decide(judge);
    if ((expected & ~may_turn_out(decision)) != 0) {
      out.difference = "reference on the partial facts: " + std::string(word_of(decision.verdict)) +
                       "; on completions: " + shown(expected);
      return out;
    }
  }
  if (closely && !completions.complete()) {
    const Residual residual(*posed.law, *posed.moment, posed.chip());
    const Leaves left = residual.verdicts() & ~(Leaves{1} << Residual::impossible);
    if (left != expected) {
      out.difference =
          "residual: " + shown(static_cast<Verdicts>(left)) + "; reference: " + shown(expected);
    }
  }
  return out;
}

}  // namespace licit::differential
