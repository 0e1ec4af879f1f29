// The walk: every stretch of days, and on each what is asked of all classes at once.
#include "decide/coherence.h"

#include <algorithm>
#include <array>

#include "base/mapped.h"
#include "decide/decision.h"
#include "decide/findings.h"
#include "decide/parts.h"
#include "diagram/cover.h"

namespace licit {
namespace {

constexpr std::size_t weights = static_cast<std::size_t>(Weight::NotSubject) + 1;

// How hard an outcome is on whoever ships; -1 where it says nothing of that.
int hardness(Leaf weight) {
  switch (static_cast<Weight>(weight)) {
    case Weight::Nothing:
      return 0;
    case Weight::Excepted:
      return 1;
    case Weight::License:
      return 2;
    case Weight::Prohibited:
      return 3;
    default:
      return -1;
  }
}

Leaf of(Weight weight) { return static_cast<Leaf>(weight); }

}  // namespace

std::string_view entry_of(std::string_view paragraph) {
  return paragraph.substr(0, paragraph.find('.'));
}

// The outermost choice of labelled limbs, through defines and the other parts of a conjunction.
std::vector<Limb> limbs_of(const LawAt& law, const law::Expr& condition) {
  if (condition.kind == law::ExprKind::Any && !condition.children.empty() &&
      !condition.children.front().label.empty()) {
    return mapped(condition.children, [](const law::Expr& child) {
      return Limb{child.label, &child};
    });
  }
  if (condition.kind == law::ExprKind::All) {
    for (const law::Expr& child : condition.children) {
      auto limbs = limbs_of(law, child);
      if (!limbs.front().label.empty()) return limbs;
    }
  }
  if (condition.kind == law::ExprKind::Define) {
    const law::Define* define = law.define(condition.name);
    if (define != nullptr) return limbs_of(law, define->when);
  }
  return {Limb{}};
}

Examination::Examination(const law::Pack& pack, const Places& places)
    : pack_(pack),
      places_(places),
      axes_(pack, places, {}),
      diagrams_(mapped(axes_.all(), [](const Axis& axis) { return axis.classes; })),
      heavier_(diagrams_.operation(weights, [](Leaf a, Leaf b) { return std::max(a, b); })),
      drops_(diagrams_.operation(weights,
                                 [](Leaf a, Leaf b) {
                                   const int before = hardness(a);
                                   const int after = hardness(b);
                                   return static_cast<Leaf>(after >= 0 && before > after ? 1 : 0);
                                 })),
      masked_(diagrams_.operation(weights, [](Leaf care, Leaf weight) {
        return care == 0 ? of(Weight::Nothing) : weight;
      })) {}

void Examination::compile() {
  const std::vector<Date> changes = days_of_change(pack_, places_, {});
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Day day;
    day.law = std::make_unique<LawAt>(pack_, changes[i], Clock{});
    day.compiler = std::make_unique<MomentCompiler>(diagrams_, axes_, *day.law, places_);
    day.moment = day.compiler->compile();
    day.moment.from = changes[i];
    day.account = account_of(day.moment, *day.compiler);
    if (i + 1 < changes.size()) day.until = changes[i + 1];
    day.allowed = diagrams_.anything();
    if (const auto on = axes_.find(Asks::Day, "transfer.on")) {
      const Axis& axis = axes_[*on];
      const std::size_t first = Axes::class_of(axis, changes[i]);
      const std::size_t last = day.until ? Axes::class_of(axis, day.until->plus_days(-1))
                                         : std::size_t{axis.classes} - 1;
      day.allowed[*on].reset();
      for (std::size_t c = first; c <= last; ++c) day.allowed[*on].set(c);
    }
    days_.push_back(std::move(day));
  }
}

Coherence Examination::examine(const CoherenceOptions& options) {
  Coherence out;
  compile();
  for (std::size_t i = 0; i < days_.size(); ++i) {
    if (options.progress) options.progress(i, 2 * days_.size());
    if (stopped(options)) break;
    const Day& day = days_[i];
    if (!day.moment.covered) continue;
    ++out.moments;
    overlaps(day);
    conflicts(day);
    unreviewed(day);
    gaps(day);
    gentler(day);
  }
  if (!stopped(options)) idle(options);
  out.stopped = stopped(options);
  out.axes = axes_.all().size();
  for (const law::Quirk& quirk : pack_.quirks) {
    if (quirk.kind != FindingKind::Gap) continue;
    if (gap_wide_.contains(&quirk)) out.faults.push_back({QuirkFault::Kind::TooWide, &quirk});
    if (!gap_seen_.contains(&quirk)) out.faults.push_back({QuirkFault::Kind::Stale, &quirk});
  }
  out.findings = std::move(out_);
  return out;
}

bool Examination::possible(const Day& day, Diagram where) const {
  return (diagrams_.reachable(where, day.allowed) >> 1 & 1) != 0;
}

void Examination::note(const Day& day, Finding finding,
                       const std::function<std::optional<Example>()>& example) {
  const auto limit = [](const Finding& f) {
    return f.past ? std::optional(std::pair{f.past->fact, f.past->limit}) : std::nullopt;
  };
  for (Finding& known : out_) {
    const bool same = known.kind == finding.kind && known.between == finding.between &&
                      limit(known) == limit(finding) && known.when == finding.when &&
                      known.quirk == finding.quirk && known.until == day.moment.from;
    if (!same) continue;
    known.until = day.until;
    return;
  }
  finding.from = day.moment.from;
  finding.until = day.until;
  finding.example = example();
  out_.push_back(std::move(finding));
}

void Examination::note(const Day& day, Finding finding, Diagram where, Leaf leaf) {
  note(day, std::move(finding), [&] {
    return example_of(pack_, axes_, diagrams_, where, leaf, day.allowed, day.moment.from);
  });
}

Diagram Examination::is(Diagram function, Leaf leaf) {
  std::array<Leaf, most_values> image{};
  image[leaf] = 1;
  return diagrams_.replace_leaves(function, image);
}

Diagram Examination::where(Diagram function, Variable v, std::size_t i) {
  Allowed allowed = diagrams_.anything();
  allowed[v] = ClassSet().set(i);
  return diagrams_.residual(function, allowed);
}

// Every rule of a paragraph, limb by limb.
void Examination::overlaps(const Day& day) {
  struct Piece {
    std::string_view paragraph;
    std::string limb;
    Diagram met;
  };
  std::vector<Piece> pieces;
  for (const CompiledParagraph& paragraph : day.moment.paragraphs) {
    for (const law::Rule* rule : day.law->rules()) {
      if (rule->outcome != law::OutcomeKind::Class || rule->outcome_name != paragraph.name) {
        continue;
      }
      const Diagram holds = day.compiler->in_force(*rule);
      for (const Limb& limb : limbs_of(*day.law, rule->when)) {
        const Diagram met = limb.condition == nullptr
                                ? holds
                                : diagrams_.both(holds, day.compiler->condition(*limb.condition));
        pieces.push_back({paragraph.name, limb.label, met});
      }
    }
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t j = i + 1; j < pieces.size(); ++j) {
      const Piece& a = pieces[i];
      const Piece& b = pieces[j];
      if (a.paragraph == b.paragraph || entry_of(a.paragraph) != entry_of(b.paragraph)) continue;
      const Diagram both = diagrams_.both(a.met, b.met);
      if (!possible(day, both)) continue;
      Finding finding;
      finding.kind = FindingKind::Overlap;
      finding.between = {{std::string(a.paragraph), a.limb}, {std::string(b.paragraph), b.limb}};
      note(day, std::move(finding), both);
    }
  }
}

void Examination::conflicts(const Day& day) {
  for (const CompiledRequirement& requirement : day.moment.requirements) {
    const Diagram conflict = is(requirement.outcome, of(Weight::Conflict));
    if (!possible(day, conflict)) continue;
    for (const law::Rule* against : day.law->rules()) {
      const bool same_reason = requirement.rule->outcome != law::OutcomeKind::License ||
                               against->outcome_name == requirement.rule->outcome_name;
      if (against->outcome != law::OutcomeKind::NoLicense || !same_reason) continue;
      const Diagram both = diagrams_.both(conflict, day.compiler->in_force(*against));
      if (!possible(day, both)) continue;
      Finding finding;
      finding.kind = FindingKind::Conflict;
      finding.between = {{requirement.rule->id, {}}, {against->id, {}}};
      note(day, std::move(finding), both);
    }
  }
}

void Examination::unreviewed(const Day& day) {
  for (const CompiledRequirement& requirement : day.moment.requirements) {
    const Diagram open =
        diagrams_.both(is(requirement.outcome, of(Weight::License)),
                       is(requirement.review, static_cast<Leaf>(strictness("not-stated"))));
    if (!possible(day, open)) continue;
    Finding finding;
    finding.kind = FindingKind::Unreviewed;
    finding.between = {{requirement.rule->id, {}}};
    note(day, std::move(finding), open);
  }
}

// Items that nothing classifies, in transactions that the law is otherwise for; less those that the
// pack says it leaves out.
void Examination::gaps(const Day& day) {
  // Nothing that outweighs the lack of a paragraph may hold: the small parts first.
  std::array<Leaf, most_values> light{};
  for (Leaf w = 0; w <= of(Weight::NoParagraph); ++w) light[w] = 1;
  std::vector<Diagram> parts = day.moment.parts;
  std::stable_sort(parts.begin(), parts.end(), [&](Diagram a, Diagram b) {
    return diagrams_.size(std::array{a}) < diagrams_.size(std::array{b});
  });
  Diagram gap = day.moment.unclassified;
  for (const Diagram part : parts) {
    gap = diagrams_.both(gap, diagrams_.replace_leaves(part, light));
  }
  Diagram open = gap;
  Diagram items = day.moment.unclassified;
  for (const law::Quirk& quirk : pack_.quirks) {
    if (quirk.kind != FindingKind::Gap || !quirk.when) continue;
    const Diagram left_out = day.compiler->condition(*quirk.when);
    if (possible(day, diagrams_.but_not(left_out, day.moment.unclassified))) {
      gap_wide_.insert(&quirk);
    }
    const Diagram here = diagrams_.both(gap, left_out);
    if (possible(day, here)) {
      gap_seen_.insert(&quirk);
      Finding finding;
      finding.kind = FindingKind::Gap;
      finding.quirk = quirk.id;
      finding.when = written(*quirk.when);
      note(day, std::move(finding), here);
    }
    open = diagrams_.but_not(open, left_out);
    items = diagrams_.but_not(items, left_out);
  }
  if (!possible(day, open)) return;
  // Kinds of item that a rule of scope leaves out anyway need no words.
  for (const Variable v : diagrams_.support(items)) {
    ClassSet left;
    for (std::size_t c = 0; c < axes_[v].classes; ++c) left[c] = possible(day, where(open, v, c));
    items = diagrams_.both(items, diagrams_.test(v, left));
  }
  const std::vector<bool> ordered = mapped(axes_.all(), [](const Axis& axis) {
    return axis.asks == Asks::Number || axis.asks == Asks::Day;
  });
  for (const Cube& cube : cover(diagrams_, items, items, ordered)) {
    const Diagram part = function_of(diagrams_, cube);
    const Diagram here = diagrams_.both(open, part);
    if (!possible(day, here)) continue;
    Finding finding;
    finding.kind = FindingKind::Gap;
    for (const auto& [v, classes] : cube) {
      finding.when +=
          (finding.when.empty() ? "" : " and ") + condition_in(pack_, axes_, v, classes);
    }
    if (finding.when.empty()) finding.when = "always";
    note(day, std::move(finding), here);
    open = diagrams_.but_not(open, part);
  }
}

void Examination::gentler(const Day& day) {
  for (std::size_t at = 0; at < axes_.all().size(); ++at) {
    const auto v = static_cast<Variable>(at);
    const Axis& axis = axes_[v];
    const law::FactDecl* fact = pack_.find_fact(axis.subject);
    if (axis.asks != Asks::Number || fact == nullptr || !fact->more_is_stronger) continue;
    for (std::size_t i = 0; i + 1 < axis.classes; ++i) gentler(day, v, i);
  }
}

Diagram Examination::verdict_where(const Day& day, Diagram care, Variable v, std::size_t i) {
  Diagram verdict = Diagrams::leaf(0);
  for (const Diagram part : day.moment.parts) {
    verdict =
        diagrams_.combine(heavier_, verdict, diagrams_.combine(masked_, care, where(part, v, i)));
  }
  return verdict;
}

// By requirement that holds before the limit and not, or less, after it; of these, where the verdict is
// milder too.
void Examination::gentler(const Day& day, Variable v, std::size_t i) {
  for (const CompiledRequirement& requirement : day.moment.requirements) {
    Diagram falls = diagrams_.combine(drops_, where(requirement.outcome, v, i),
                                      where(requirement.outcome, v, i + 1));
    if (!possible(day, falls)) continue;
    const Diagram before = verdict_where(day, falls, v, i);
    const Diagram after = verdict_where(day, falls, v, i + 1);
    falls = diagrams_.both(falls, diagrams_.combine(drops_, before, after));
    if (!possible(day, falls)) continue;
    Finding finding;
    finding.kind = FindingKind::Gentler;
    finding.between = {{requirement.rule->id, {}}};
    finding.past = {axes_[v].subject, axes_[v].cuts[i], value_in(pack_, axes_, v, i),
                    value_in(pack_, axes_, v, i + 1)};
    note(day, std::move(finding), [&] { return two_items(day, falls, before, after); });
  }
}

// Facts that settle the verdict on both items, not only that the one is milder than the other.
std::optional<Example> Examination::two_items(const Day& day, Diagram falls, Diagram before,
                                              Diagram after) {
  std::optional<Example> best;
  for (const Weight hard : {Weight::Excepted, Weight::License, Weight::Prohibited}) {
    for (const Weight mild : {Weight::Nothing, Weight::Excepted, Weight::License}) {
      if (hardness(of(mild)) >= hardness(of(hard))) continue;
      const Diagram both =
          diagrams_.both(falls, diagrams_.both(is(before, of(hard)), is(after, of(mild))));
      auto example = example_of(pack_, axes_, diagrams_, both, 1, day.allowed, day.moment.from);
      if (!example) continue;
      const auto size = [](const Example& e) { return e.facts.size() + e.settings.size(); };
      if (!best || size(*example) < size(*best)) best = std::move(example);
    }
  }
  return best;
}

Examination::Account Examination::account_of(const Moment& moment, MomentCompiler& compiler) {
  Account out;
  for (const CompiledParagraph& one : moment.paragraphs) {
    if (one.met != Diagram::No) out[{"class " + std::string(one.name), nullptr}] = {one.met};
  }
  for (const CompiledScope& one : moment.scope) {
    if (one.holds != Diagram::No) out[{"scope", one.rule}] = {one.holds};
  }
  for (const CompiledRequirement& one : moment.requirements) {
    if (one.outcome == Diagram::No) continue;
    out[{"requirement", one.rule}] = {one.outcome, one.review};
    const Diagram holds = compiler.in_force(*one.rule);
    for (const auto& [exception, open] : compiler.open_to(*one.rule)) {
      const Diagram serves = diagrams_.both(holds, open);
      if (serves != Diagram::No) out[{one.rule->id, exception}] = {serves};
    }
  }
  return out;
}

void Examination::idle(const CoherenceOptions& options) {
  const std::size_t total =
      pack_.rules.size() + pack_.defeats.size() + pack_.bars.size() + pack_.policies.size();
  std::size_t done = 0;
  const auto try_without = [&](const std::string& id, const void* provision,
                               const law::Validity& validity) {
    if (options.progress) options.progress(total + done++, 2 * total);
    if (stopped(options)) return;
    bool ever = false;
    for (const Day& day : days_) {
      LawAt law(pack_, day.moment.from, {});
      if (!law.drop(provision)) continue;
      ever = true;
      MomentCompiler compiler(diagrams_, axes_, law, places_);
      const Moment without = compiler.compile();
      if (account_of(without, compiler) != day.account) return;
    }
    Finding finding;
    finding.kind = FindingKind::Idle;
    finding.between = {{id, {}}};
    finding.from = ever && validity.from ? validity.from->day : pack_.header.covers_from;
    if (validity.until) finding.until = validity.until->day;
    out_.push_back(std::move(finding));
  };
  for (const law::Rule& rule : pack_.rules) try_without(rule.id, &rule, rule.validity);
  for (const law::Defeat& defeat : pack_.defeats) {
    if (!defeat.not_encoded) try_without(defeat.id, &defeat, defeat.validity);
  }
  for (const law::Bar& bar : pack_.bars) try_without(bar.id, &bar, bar.validity);
  for (const law::Policy& policy : pack_.policies) {
    try_without(policy.id, &policy, policy.validity);
  }
}

}  // namespace licit
