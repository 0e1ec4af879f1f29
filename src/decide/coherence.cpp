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
      drops_(drop_of(diagrams_)) {}

void Examination::compile() {
  const std::vector<Date> changes = days_of_change(pack_, places_, {});
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Day day;
    day.law = std::make_unique<LawAt>(pack_, changes[i], Clock{});
    day.compiler = std::make_unique<MomentCompiler>(diagrams_, axes_, *day.law, places_);
    day.moment = day.compiler->compile();
    day.moment.from = changes[i];
    account(*day.law, *day.compiler, nullptr, [&](const Item& item, std::vector<Diagram> says) {
      day.account.emplace(item, std::move(says));
      return true;
    });
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
  large_ = options.large;
  compile();
  for (std::size_t i = 0; i < days_.size(); ++i) {
    if (options.progress) options.progress(i, 2 * days_.size());
    if (stopped(options)) break;
    const Day& day = days_[i];
    if (!day.moment.covered) continue;
    ++out.moments;
    if (options.looks_for(FindingKind::Overlap)) overlaps(day);
    if (options.looks_for(FindingKind::Conflict)) conflicts(day);
    if (options.looks_for(FindingKind::Unreviewed)) unreviewed(day);
    if (options.looks_for(FindingKind::Gap)) gaps(day);
    if (options.looks_for(FindingKind::Gentler)) gentler(day);
  }
  if (!stopped(options) && options.looks_for(FindingKind::Idle)) idle(options);
  out.stopped = stopped(options);
  out.axes = axes_.all().size();
  for (const law::Quirk& quirk : pack_.quirks) {
    if (quirk.kind != FindingKind::Gap || !options.looks_for(quirk.kind)) continue;
    if (gap_wide_.contains(&quirk)) out.faults.push_back({QuirkFault::Kind::TooWide, &quirk});
    if (!gap_seen_.contains(&quirk)) out.faults.push_back({QuirkFault::Kind::Stale, &quirk});
  }
  out.findings = std::move(out_);
  return out;
}

bool Examination::possible(const Day& day, Diagram where) const {
  return possible_within(where, day.allowed);
}

bool Examination::possible_within(Diagram where, const Allowed& allowed) const {
  return (diagrams_.reachable(where, allowed) >> 1 & 1) != 0;
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
  const auto [known, is_new] = is_.emplace(std::pair{function, leaf}, function);
  if (is_new) {
    std::array<Leaf, most_values> image{};
    image[leaf] = 1;
    known->second = diagrams_.replace_leaves(function, image);
  }
  return known->second;
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
    Allowed only = day.allowed;
    for (std::size_t c = 0; c < axes_[v].classes; ++c) {
      only[v] = day.allowed[v] & ClassSet().set(c);
      left[c] = only[v].any() && possible_within(open, only);
    }
    items = diagrams_.both(items, diagrams_.test(v, left));
  }
  const std::vector<bool> ordered = mapped(axes_.all(), [](const Axis& axis) {
    return axis.asks == Asks::Number || axis.asks == Asks::Day;
  });
  for (const Cube& cube : cover(diagrams_, items, items, ordered)) {
    // Asked of the walk alone: most parts have nothing left of them, and building costs more.
    Allowed within = day.allowed;
    for (const auto& [v, classes] : cube) within[v] = within[v] & classes;
    if (!possible_within(open, within)) continue;
    const Diagram part = function_of(diagrams_, cube);
    const Diagram here = diagrams_.both(open, part);
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

}  // namespace licit
