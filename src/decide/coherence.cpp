#include "decide/coherence.h"

#include <algorithm>
#include <array>

#include "decide/compile.h"
#include "decide/decision.h"
#include "decide/example.h"

namespace licit {
namespace {

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

constexpr std::size_t weights = static_cast<std::size_t>(Weight::NotSubject) + 1;

class Examination {
 public:
  Examination(const law::Pack& pack, const Places& places)
      : pack_(pack), places_(places), axes_(pack, places, {}), diagrams_(widths()) {}

  std::vector<Finding> examine() {
    for (const Date day : days_of_change(pack_, places_, {})) {
      const LawAt law(pack_, day, {});
      moments_.push_back(MomentCompiler(diagrams_, axes_, law, places_).compile());
      moments_.back().from = day;
    }
    const auto heavier =
        diagrams_.operation(weights, [](Leaf a, Leaf b) { return std::max(a, b); });
    const auto drops = diagrams_.operation(weights, [](Leaf a, Leaf b) {
      const int before = hardness(a);
      const int after = hardness(b);
      return static_cast<Leaf>(after >= 0 && before > after ? 1 : 0);
    });
    for (const Moment& moment : moments_) {
      if (!moment.covered) continue;
      overlaps(moment);
      conflicts(moment);
      unreviewed(moment);
      Diagram verdict = Diagrams::leaf(0);
      for (const Diagram part : moment.parts) verdict = diagrams_.combine(heavier, verdict, part);
      gentler(moment, verdict, drops);
    }
    idle();
    return std::move(out_);
  }

 private:
  std::vector<std::uint16_t> widths() const {
    std::vector<std::uint16_t> out;
    out.reserve(axes_.all().size());
    for (const Axis& axis : axes_.all()) out.push_back(axis.classes);
    return out;
  }

  std::optional<Date> end_of(const Moment& moment) const {
    const auto next = static_cast<std::size_t>(&moment - moments_.data()) + 1;
    return next < moments_.size() ? std::optional(moments_[next].from) : std::nullopt;
  }

  // One entry for a finding that lasts over several moments, with the example of the first.
  void note(const Moment& moment, Finding finding, const std::function<Example()>& example) {
    for (Finding& known : out_) {
      const bool same = known.kind == finding.kind && known.between == finding.between &&
                        known.limit == finding.limit && known.until == moment.from;
      if (!same) continue;
      known.until = end_of(moment);
      return;
    }
    finding.from = moment.from;
    finding.until = end_of(moment);
    finding.example = example();
    out_.push_back(std::move(finding));
  }

  void overlaps(const Moment& moment) {
    for (std::size_t i = 0; i < moment.paragraphs.size(); ++i) {
      for (std::size_t j = i + 1; j < moment.paragraphs.size(); ++j) {
        const Diagram both = diagrams_.both(moment.paragraphs[i].met, moment.paragraphs[j].met);
        if (both == Diagram::No) continue;
        Finding finding;
        finding.kind = FindingKind::Overlap;
        finding.between = {std::string(moment.paragraphs[i].name),
                           std::string(moment.paragraphs[j].name)};
        note(moment, finding, [&] { return example_of(diagrams_, axes_, both, 1); });
      }
    }
  }

  void conflicts(const Moment& moment) {
    for (const CompiledRequirement& requirement : moment.requirements) {
      const Leaf conflict = static_cast<Leaf>(Weight::Conflict);
      const Leaves leaves = diagrams_.reachable(requirement.outcome, diagrams_.anything());
      if ((leaves >> conflict & 1) == 0) continue;
      Finding finding;
      finding.kind = FindingKind::Conflict;
      finding.between = {requirement.rule->id};
      note(moment, finding,
           [&] { return example_of(diagrams_, axes_, requirement.outcome, conflict); });
    }
  }

  void unreviewed(const Moment& moment) {
    std::array<Leaf, most_values> required{};
    required[static_cast<std::size_t>(Weight::License)] = 1;
    std::array<Leaf, most_values> unstated{};
    unstated[static_cast<std::size_t>(strictness("not-stated"))] = 1;
    for (const CompiledRequirement& requirement : moment.requirements) {
      const Diagram open = diagrams_.both(diagrams_.replace_leaves(requirement.outcome, required),
                                          diagrams_.replace_leaves(requirement.review, unstated));
      if (open == Diagram::No) continue;
      Finding finding;
      finding.kind = FindingKind::Unreviewed;
      finding.between = {requirement.rule->id};
      note(moment, finding, [&] { return example_of(diagrams_, axes_, open, 1); });
    }
  }

  Diagram where(Diagram function, Variable v, std::size_t i) {
    Allowed allowed = diagrams_.anything();
    allowed[v] = ClassSet().set(i);
    return diagrams_.residual(function, allowed);
  }

  void gentler(const Moment& moment, Diagram verdict, const Diagrams::Operation& drops) {
    for (const Variable v : diagrams_.support(verdict)) {
      const Axis& axis = axes_[v];
      if (axis.asks != Asks::Number || !axis.subject.starts_with("item.")) continue;
      for (std::size_t i = 0; i + 1 < axis.classes; ++i) {
        const Diagram worse =
            diagrams_.combine(drops, where(verdict, v, i), where(verdict, v, i + 1));
        if (worse == Diagram::No) continue;
        // By requirement that holds before the limit and not, or less, after it.
        for (const CompiledRequirement& requirement : moment.requirements) {
          const Diagram falls =
              diagrams_.both(worse, diagrams_.combine(drops, where(requirement.outcome, v, i),
                                                      where(requirement.outcome, v, i + 1)));
          if (falls == Diagram::No) continue;
          Finding finding;
          finding.kind = FindingKind::Gentler;
          finding.between = {axis.subject, requirement.rule->id};
          finding.limit = axis.cuts[i].at;
          note(moment, finding, [&] { return example_of(diagrams_, axes_, falls, 1); });
        }
      }
    }
  }

  // Whether a day would be the same without a provision.
  bool same(const Moment& a, const Moment& b) const {
    const auto paragraphs = [](const Moment& m) {
      std::vector<std::pair<std::string_view, Diagram>> out;
      for (const CompiledParagraph& p : m.paragraphs) {
        if (p.met != Diagram::No) out.emplace_back(p.name, p.met);
      }
      return out;
    };
    const auto requirements = [](const Moment& m) {
      std::map<std::string_view, std::pair<Diagram, Diagram>> out;
      for (const CompiledRequirement& r : m.requirements) {
        if (r.outcome != Diagram::No) out[r.rule->id] = {r.outcome, r.review};
      }
      return out;
    };
    const auto scope = [](const Moment& m) {
      std::map<std::string_view, Diagram> out;
      for (const CompiledScope& s : m.scope) {
        if (s.holds != Diagram::No) out[s.rule->id] = s.holds;
      }
      return out;
    };
    return paragraphs(a) == paragraphs(b) && requirements(a) == requirements(b) &&
           scope(a) == scope(b);
  }

  void idle() {
    const auto try_without = [&](const std::string& id, const void* provision) {
      for (std::size_t m = 0; m < moments_.size(); ++m) {
        LawAt law(pack_, moments_[m].from, {});
        if (!law.drop(provision)) continue;
        if (!same(MomentCompiler(diagrams_, axes_, law, places_).compile(), moments_[m])) return;
      }
      Finding finding;
      finding.kind = FindingKind::Idle;
      finding.between = {id};
      finding.from = pack_.header.covers_from;
      out_.push_back(std::move(finding));
    };
    for (const law::Rule& rule : pack_.rules) try_without(rule.id, &rule);
    for (const law::Defeat& defeat : pack_.defeats) {
      if (!defeat.not_encoded) try_without(defeat.id, &defeat);
    }
    for (const law::Bar& bar : pack_.bars) try_without(bar.id, &bar);
    for (const law::Policy& policy : pack_.policies) try_without(policy.id, &policy);
  }

  const law::Pack& pack_;
  const Places& places_;
  Axes axes_;
  Diagrams diagrams_;
  std::vector<Moment> moments_;
  std::vector<Finding> out_;
};

}  // namespace

std::string_view word_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::Conflict:
      return "conflict";
    case FindingKind::Overlap:
      return "overlap";
    case FindingKind::Idle:
      return "idle";
    case FindingKind::Gentler:
      return "gentler";
    case FindingKind::Unreviewed:
      return "unreviewed";
  }
  return "";
}

std::vector<Finding> coherence_of(const law::Pack& pack, const Places& places) {
  return Examination(pack, places).examine();
}

}  // namespace licit
