#include "decide/exact.h"

#include <algorithm>
#include <bit>
#include <set>
#include <unordered_map>

namespace licit {
namespace {

constexpr std::uint8_t unset = 255;

// Where a walk stands: the parts that are not settled, the heaviest of those that are, and the class
// taken by each axis that still binds another.
struct State {
  std::vector<std::uint32_t> parts;
  std::vector<std::uint8_t> taken;  // by link; unset where its axis was not passed yet
  Leaf heaviest = 0;
  auto operator<=>(const State&) const = default;
};

class Walk {
 public:
  // With `until_two` it ends as soon as two verdicts were found.
  Walk(const CompiledLaw& law, const Encoded& facts, bool until_two)
      : diagrams_(law.diagrams()), facts_(facts), until_two_(until_two) {}

  Weights from(const std::vector<Diagram>& parts) {
    State start;
    start.taken.assign(facts_.links.size(), unset);
    for (const Diagram part : parts) {
      start.parts.push_back(static_cast<std::uint32_t>(part));
      // No completion weighs less than the least that some part comes to.
      const auto least = static_cast<Leaf>(std::countr_zero(reach(part)));
      start.heaviest = std::max(start.heaviest, least);
    }
    visit(std::move(start));
    return found_;
  }

 private:
  // Drops parts that are settled or can no longer weigh more than what is settled.
  void tidy(State& state) {
    std::vector<std::uint32_t> left;
    for (const std::uint32_t id : state.parts) {
      const Diagram d = settled(static_cast<Diagram>(id));
      if (Diagrams::is_leaf(d)) {
        state.heaviest = std::max(state.heaviest, Diagrams::leaf_of(d));
      } else {
        left.push_back(static_cast<std::uint32_t>(d));
      }
    }
    std::erase_if(left, [&](std::uint32_t id) {
      return heaviest(static_cast<Diagram>(id)) <= state.heaviest;
    });
    std::sort(left.begin(), left.end());
    left.erase(std::unique(left.begin(), left.end()), left.end());
    state.parts = std::move(left);
  }

  // The leaves below a node that the facts leave open, links aside.
  Leaves reach(Diagram d) {
    if (Diagrams::is_leaf(d)) return Leaves{1} << Diagrams::leaf_of(d);
    const auto [found, is_new] = reached_.try_emplace(static_cast<std::uint32_t>(d), 0);
    if (!is_new) return found->second;
    const std::span<const Diagram> row = diagrams_.children(d);
    const ClassSet& possible = facts_.allowed[diagrams_.variable(d)];
    Leaves out = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (possible.test(i)) out |= reach(row[i]);
    }
    return reached_[static_cast<std::uint32_t>(d)] = out;
  }

  Leaf heaviest(Diagram d) { return static_cast<Leaf>(std::bit_width(reach(d)) - 1); }

  // Past the variables that have one class left.
  Diagram settled(Diagram d) const {
    while (!Diagrams::is_leaf(d)) {
      const ClassSet& possible = facts_.allowed[diagrams_.variable(d)];
      if (possible.count() != 1) break;
      d = diagrams_.children(d)[possible._Find_first()];
    }
    return d;
  }

  bool done() const {
    return until_two_ && found_ != 0 && verdict_of(found_) == Verdict::Undetermined;
  }

  void visit(State state) {
    if (done()) return;
    tidy(state);
    if (state.parts.empty()) {
      found_ |= Weights{1} << state.heaviest;
      return;
    }
    // Whatever comes, it would say nothing new.
    Weights news = 0;
    for (const std::uint32_t id : state.parts) news |= reach(static_cast<Diagram>(id));
    news &= ~((Weights{1} << state.heaviest) - 1);
    news |= Weights{1} << state.heaviest;
    if ((news & ~found_) == 0) return;
    if (state.parts.size() == 1 && facts_.links.empty()) {
      // What a single part reaches it reaches by some completion, and that is all there is to say. What
      // weighs no more than the heaviest that is settled comes to that.
      const Weights reached = reach(static_cast<Diagram>(state.parts.front()));
      const Weights above = reached & ~((Weights{2} << state.heaviest) - 1);
      found_ |= above | (above == reached ? 0 : Weights{1} << state.heaviest);
      return;
    }
    if (!seen_.insert(state).second) return;

    auto v = static_cast<Variable>(diagrams_.variables());
    for (const std::uint32_t id : state.parts) {
      v = std::min(v, diagrams_.variable(static_cast<Diagram>(id)));
    }
    for (std::size_t i = 0; i < facts_.links.size(); ++i) {
      if (state.taken[i] == unset) v = std::min(v, facts_.links[i].from);
    }
    ClassSet possible = facts_.allowed[v];
    for (std::size_t i = 0; i < facts_.links.size(); ++i) {
      const Link& link = facts_.links[i];
      if (link.to == v && state.taken[i] != unset) possible &= link.allows[state.taken[i]];
    }
    for (std::size_t c = possible._Find_first(); c < possible.size(); c = possible._Find_next(c)) {
      State next = state;
      for (std::uint32_t& id : next.parts) {
        const auto d = static_cast<Diagram>(id);
        if (diagrams_.variable(d) == v) id = static_cast<std::uint32_t>(diagrams_.children(d)[c]);
      }
      for (std::size_t i = 0; i < facts_.links.size(); ++i) {
        if (facts_.links[i].from == v) next.taken[i] = static_cast<std::uint8_t>(c);
        if (facts_.links[i].to == v) next.taken[i] = 0;  // said all it had to say
      }
      visit(std::move(next));
    }
  }

  const DiagramView& diagrams_;
  const Encoded& facts_;
  const bool until_two_;
  std::unordered_map<std::uint32_t, Leaves> reached_;
  std::set<State> seen_;
  Weights found_ = 0;
};

}  // namespace

namespace {

// Keeps one class of each bundle that the parts cannot tell apart, for axes that are equal to each other:
// a walk that has to remember a class should remember as few as possible.
class Condenser {
 public:
  Condenser(const CompiledLaw& law, Encoded& facts) : diagrams_(law.diagrams()), facts_(facts) {}

  void condense(const std::vector<Diagram>& parts) {
    group_.assign(facts_.allowed.size(), none);
    for (const Link& link : facts_.links) {
      if (!link.equal) return;  // its classes are told apart by more than the parts
      const std::uint16_t group = std::min({group_[link.from], group_[link.to], next_});
      if (group == next_) bundles_.emplace_back(most_classes, std::uint16_t{0}), ++next_;
      group_[link.from] = group_[link.to] = group;
    }
    for (const Diagram part : parts) visit(part);
    for (std::size_t v = 0; v < group_.size(); ++v) {
      if (group_[v] == none) continue;
      std::set<std::uint16_t> kept;
      ClassSet& allowed = facts_.allowed[v];
      for (std::size_t i = 0; i < allowed.size(); ++i) {
        if (allowed.test(i) && !kept.insert(bundles_[group_[v]][i]).second) allowed.reset(i);
      }
    }
  }

 private:
  static constexpr std::uint16_t none = 65535;

  void visit(Diagram d) {
    if (Diagrams::is_leaf(d) || !seen_.insert(static_cast<std::uint32_t>(d)).second) return;
    const Variable v = diagrams_.variable(d);
    const std::span<const Diagram> row = diagrams_.children(d);
    if (group_[v] != none) {
      std::vector<std::uint16_t>& bundle = bundles_[group_[v]];
      std::map<std::pair<std::uint16_t, Diagram>, std::uint16_t> finer;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const auto next = static_cast<std::uint16_t>(finer.size());
        bundle[i] = finer.emplace(std::pair{bundle[i], row[i]}, next).first->second;
      }
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (facts_.allowed[v].test(i)) visit(row[i]);
    }
  }

  const DiagramView& diagrams_;
  Encoded& facts_;
  std::vector<std::uint16_t> group_;  // by variable
  std::uint16_t next_ = 0;
  std::vector<std::vector<std::uint16_t>> bundles_;  // by group, then class
  std::set<std::uint32_t> seen_;
};

}  // namespace

namespace {

Weights walked(const CompiledLaw& law, const Moment& moment, const Encoded& facts, bool until_two) {
  if (facts.links.empty()) return Walk(law, facts, until_two).from(moment.parts);
  Encoded condensed = facts;
  Condenser(law, condensed).condense(moment.parts);
  return Walk(law, condensed, until_two).from(moment.parts);
}

}  // namespace

Weights weights_of(const CompiledLaw& law, const Moment& moment, const Encoded& facts) {
  return walked(law, moment, facts, false);
}

Verdict verdict_where(const CompiledLaw& law, const Moment& moment, const Encoded& facts) {
  return verdict_of(walked(law, moment, facts, true));
}

Weight weight_at(const CompiledLaw& law, const Moment& moment,
                 std::span<const std::uint8_t> classes) {
  const VerdictTable& table = law.table(moment);
  if (!table.roots().empty()) return static_cast<Weight>(table.at(classes));
  Leaf heaviest = 0;
  for (const Diagram part : moment.parts) {
    if (law.heaviest(part) > heaviest) {
      heaviest = std::max(heaviest, law.diagrams().value(part, classes));
    }
  }
  return static_cast<Weight>(heaviest);
}

Verdict verdict_of(Weight weight) {
  switch (weight) {
    case Weight::Nothing:
      return Verdict::NoLicense;
    case Weight::Excepted:
      return Verdict::Exception;
    case Weight::Conflict:
      return Verdict::Conflict;
    case Weight::License:
      return Verdict::License;
    case Weight::Prohibited:
      return Verdict::Prohibited;
    case Weight::NoParagraph:
    case Weight::NotCovered:
      return Verdict::NotCovered;
    case Weight::NotSubject:
      return Verdict::NotSubject;
  }
  return Verdict::Undetermined;
}

Verdict verdict_of(Weights weights) {
  std::optional<Verdict> out;
  for (Leaf w = 0; w <= static_cast<Leaf>(Weight::NotSubject); ++w) {
    if ((weights >> w & 1) == 0) continue;
    const Verdict verdict = verdict_of(static_cast<Weight>(w));
    if (out && *out != verdict) return Verdict::Undetermined;
    out = verdict;
  }
  return out.value_or(Verdict::Undetermined);
}

}  // namespace licit
