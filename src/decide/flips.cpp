#include "decide/flips.h"

#include <algorithm>
#include <map>

#include "decide/exact.h"

namespace licit {
namespace {

constexpr std::size_t most_per_verdict = 4;
constexpr std::size_t most_changes = 4;

// One way to another verdict: for each changed axis the local class it goes to.
using Path = std::vector<std::pair<Variable, std::size_t>>;

class Search {
 public:
  Search(const Residual& residual, const Encoded& facts) : residual_(residual) {
    for (const OpenAxis& axis : residual.open()) {
      ClassSet now;
      for (std::size_t i = 0; i < axis.classes.size(); ++i) {
        now[i] = facts.allowed[axis.axis].test(axis.classes[i]);
      }
      now_.push_back(now);
    }
  }

  // Every way of the fewest changes from here to the leaf, one for each set of axes.
  std::vector<Path> ways(Diagram from, Leaf to) {
    std::vector<Path> out;
    const std::size_t fewest = cost(from, to);
    if (fewest > most_changes) return out;
    Path path;
    collect(from, to, fewest, path, out);
    return out;
  }

  bool is_now(Variable v, std::size_t i) const { return now_[v].test(i); }
  const ClassSet& now(Variable v) const { return now_[v]; }

 private:
  static constexpr std::size_t never = 1000;

  std::size_t cost(Diagram d, Leaf to) {
    if (Diagrams::is_leaf(d)) return Diagrams::leaf_of(d) == to ? 0 : never;
    const auto key = std::pair{d, to};
    const auto found = costs_.find(key);
    if (found != costs_.end()) return found->second;
    const Variable v = residual_.diagrams().variable(d);
    const std::span<const Diagram> row = residual_.diagrams().children(d);
    std::size_t best = never;
    for (std::size_t i = 0; i < row.size(); ++i) {
      best = std::min(best, cost(row[i], to) + (is_now(v, i) ? 0 : 1));
    }
    costs_.emplace(key, best);
    return best;
  }

  std::size_t distance(Variable v, std::size_t i) const {
    std::size_t best = most_classes;
    for (std::size_t j = 0; j < most_classes; ++j) {
      if (now_[v].test(j)) best = std::min(best, i > j ? i - j : j - i);
    }
    return best;
  }

  void collect(Diagram d, Leaf to, std::size_t budget, Path& path, std::vector<Path>& out) {
    if (out.size() >= most_per_verdict) return;
    if (Diagrams::is_leaf(d)) {
      if (Diagrams::leaf_of(d) != to || budget != 0) return;
      const auto same = [&](const Path& other) {
        return std::equal(path.begin(), path.end(), other.begin(), other.end(),
                          [](const auto& a, const auto& b) { return a.first == b.first; });
      };
      if (std::none_of(out.begin(), out.end(), same)) out.push_back(path);
      return;
    }
    const Variable v = residual_.diagrams().variable(d);
    const std::span<const Diagram> row = residual_.diagrams().children(d);
    std::vector<std::size_t> order(row.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return distance(v, a) < distance(v, b); });
    std::vector<Diagram> tried;  // a farther class with the same consequence is no other way
    for (const std::size_t i : order) {
      const std::size_t step = is_now(v, i) ? 0 : 1;
      if (step > budget || cost(row[i], to) != budget - step) continue;
      if (std::find(tried.begin(), tried.end(), row[i]) != tried.end()) continue;
      tried.push_back(row[i]);
      if (step == 1) path.emplace_back(v, i);
      collect(row[i], to, budget - step, path, out);
      if (step == 1) path.pop_back();
    }
  }

  const Residual& residual_;
  std::vector<ClassSet> now_;
  std::map<std::pair<Diagram, Leaf>, std::size_t> costs_;
};

// What a class says of a number, seen from where it is now: the edge that is nearest.
FlipChange change_of(const CompiledLaw& law, const OpenAxis& open, std::size_t i, bool downwards,
                     bool learned) {
  const Axis& axis = law.axes()[open.axis];
  FlipChange out;
  out.fact = open.fact;
  out.learned = learned;
  const std::size_t at = open.classes[i];
  out.axis = open.axis;
  out.to_class = open.classes[i];
  if (axis.asks == Asks::Number) {
    const Cut<Number>& cut = axis.cuts[downwards ? at : at - 1];
    out.limit = cut.at;
    const Comparison comparison =
        downwards ? (cut.after ? Comparison::LessEqual : Comparison::Less)
                  : (cut.after ? Comparison::Greater : Comparison::GreaterEqual);
    out.to = std::string(sign_of(comparison)) + ' ' + cut.at.decimal();
  } else if (axis.asks == Asks::Word && at < axis.words.size()) {
    out.to = axis.words[at];
  } else if (axis.asks == Asks::Member) {
    out.to = (at == 1 ? "" : "not ") + axis.word;
  }
  return out;
}

// The requirements and scope rules whose diagram has this weight in every completion.
std::vector<std::string> holding(const CompiledLaw& law, const Moment& moment,
                                 const Allowed& allowed) {
  std::vector<std::string> out;
  for (const CompiledScope& scope : moment.scope) {
    if (law.diagrams().reachable(scope.holds, allowed) == Leaves{2}) out.push_back(scope.rule->id);
  }
  for (const CompiledRequirement& requirement : moment.requirements) {
    const Leaves leaves = law.diagrams().reachable(requirement.outcome, allowed);
    if ((leaves & 1) == 0) out.push_back(requirement.rule->id);
  }
  return out;
}

}  // namespace

bool may_flip(std::string_view fact) {
  constexpr std::string_view never[] = {"item.chip", "item.kind", "item.maker-hq",
                                        "item.subject-to-ear", "item.processing"};
  if (std::find(std::begin(never), std::end(never), fact) != std::end(never)) return false;
  return fact.starts_with("item.") || fact.starts_with("lane.");
}

std::vector<Flip> flips_of(const CompiledLaw& law, const Moment& moment, const Encoded& facts) {
  Encoded opened = facts;
  const auto opens = [&](Variable v) {
    const Axis& axis = law.axes()[v];
    return (axis.asks == Asks::Number || axis.asks == Asks::Word) && may_flip(axis.subject);
  };
  for (std::size_t v = 0; v < opened.allowed.size(); ++v) {
    if (!opens(static_cast<Variable>(v))) continue;
    for (std::size_t i = 0; i < law.axes()[static_cast<Variable>(v)].classes; ++i) {
      opened.allowed[v].set(i);
    }
  }
  // A design is free to choose its area: how figures hang together now does not bind it.
  std::erase_if(opened.links, [&](const Link& link) { return opens(link.from) || opens(link.to); });

  const Weights weights = weights_of(law, moment, facts);
  const Verdict now = verdict_of(weights);
  Residual residual(law, moment, opened);
  std::vector<bool> kept;
  kept.reserve(residual.open().size());
  for (const OpenAxis& axis : residual.open()) kept.push_back(opens(axis.axis));
  const Diagram verdicts = residual.keeping(kept);
  const Leaves possible = residual.diagrams().reachable(verdicts, residual.diagrams().anything());

  Search search(residual, facts);
  const std::vector<std::string> before = holding(law, moment, facts.allowed);
  std::vector<Flip> out;
  for (Leaf leaf = 0; leaf < Residual::impossible; ++leaf) {
    const auto verdict = static_cast<Verdict>(leaf);
    // That a pack would no longer speak of the item is no answer to aim at.
    if (verdict == now || verdict == Verdict::NotCovered || (possible >> leaf & 1) == 0) continue;
    for (const Path& path : search.ways(verdicts, leaf)) {
      if (path.empty()) continue;  // it may be so already: a question, and no change
      Flip flip;
      flip.verdict = verdict;
      Allowed after = facts.allowed;
      for (const auto& [v, i] : path) {
        const OpenAxis& open = residual.open()[v];
        const ClassSet& was = search.now(v);
        const bool downwards = !was.test(0) && i < was._Find_first();
        flip.changes.push_back(change_of(law, open, i, downwards, was.count() > 1));
        after[open.axis] = ClassSet().set(open.classes[i]);
      }
      const std::vector<std::string> then = holding(law, moment, after);
      const auto missing_from = [](const std::vector<std::string>& all) {
        return [&all](const std::string& id) {
          return std::find(all.begin(), all.end(), id) == all.end();
        };
      };
      std::copy_if(then.begin(), then.end(), std::back_inserter(flip.speaks), missing_from(before));
      std::copy_if(before.begin(), before.end(), std::back_inserter(flip.falls),
                   missing_from(then));
      if (flip.speaks.empty()) flip.speaks = then;
      out.push_back(std::move(flip));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Flip& a, const Flip& b) {
    return a.changes.size() < b.changes.size();
  });
  return out;
}

}  // namespace licit
