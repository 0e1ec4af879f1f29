#include "decide/flips.h"

#include <algorithm>
#include <array>
#include <map>

#include "decide/exact.h"

namespace licit {
namespace {

constexpr std::size_t most_per_verdict = 4;
constexpr std::size_t most_changes = 4;
// Beyond so many open questions an open verdict is near to everything, and flips say nothing.
constexpr std::size_t most_open = 24;

// One way to another verdict: for each changed axis the local class it goes to.
using Path = std::vector<std::pair<Variable, std::size_t>>;

class Search {
 public:
  // Of the axes in `learned` no class is free: saying which it is counts as a change.
  Search(const Residual& residual, const Encoded& facts, const std::vector<Variable>& learned)
      : residual_(residual) {
    for (std::size_t v = 0; v < residual.open().size(); ++v) {
      const OpenAxis& axis = residual.open()[v];
      const bool told =
          std::find(learned.begin(), learned.end(), static_cast<Variable>(v)) != learned.end();
      ClassSet now;
      for (std::size_t i = 0; i < axis.classes.size(); ++i) {
        now[i] = !told && facts.allowed[axis.axis].test(axis.classes[i]);
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
    for (std::size_t j = now_[v]._Find_first(); j < most_classes; j = now_[v]._Find_next(j)) {
      best = std::min(best, i > j ? i - j : j - i);
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
    // Nearest first; of those as near, the lower class.
    std::vector<std::pair<std::size_t, std::size_t>> order(row.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = {distance(v, i), i};
    std::sort(order.begin(), order.end());
    std::vector<Diagram> tried;  // a farther class with the same consequence is no other way
    for (const auto& [away, i] : order) {
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

namespace {

// Learning more than this many open facts is a matter for questions, not for a flip.
constexpr std::size_t most_learned = 2;

// A way to another verdict, with what it was found by.
struct Found {
  Leaf leaf = 0;
  Path path;
};

// Every set of at most `most_learned` of these axes.
std::vector<std::vector<Variable>> sets_of(const std::vector<Variable>& axes) {
  std::vector<std::vector<Variable>> out{{}};
  for (std::size_t i = 0; i < axes.size(); ++i) {
    out.push_back({axes[i]});
    for (std::size_t j = 0; most_learned > 1 && j < i; ++j) out.push_back({axes[j], axes[i]});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return out;
}

}  // namespace

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

  const Verdict now = verdict_where(law, moment, facts);
  if (now == Verdict::Undetermined && open_count(law, moment, facts) > most_open) return {};
  Residual residual(law, moment, opened);
  // What is open and stays so must leave the other verdict as it is, whatever it turns out to be. What a
  // flip says of it is a change like any.
  std::vector<bool> known;
  std::vector<Variable> open;
  for (std::size_t v = 0; v < residual.open().size(); ++v) {
    const Variable axis = residual.open()[v].axis;
    const bool single = facts.allowed[axis].count() == 1;
    known.push_back(opens(axis) && single);
    if (opens(axis) && !single) open.push_back(static_cast<Variable>(v));
  }
  std::vector<Found> found;
  std::array<std::size_t, most_values> fewest;
  fewest.fill(most_changes + 1);
  for (const std::vector<Variable>& learned : sets_of(open)) {
    std::vector<bool> kept = known;
    for (const Variable v : learned) kept[v] = true;
    const Diagram verdicts = residual.keeping(kept);
    const Leaves possible = residual.diagrams().reachable(verdicts, residual.diagrams().anything());
    Search search(residual, facts, learned);
    for (Leaf leaf = 0; leaf < Residual::impossible; ++leaf) {
      const auto verdict = static_cast<Verdict>(leaf);
      // That a pack would no longer speak of the item is no answer to aim at.
      if (verdict == now || verdict == Verdict::NotCovered || (possible >> leaf & 1) == 0) continue;
      for (Path& path : search.ways(verdicts, leaf)) {
        if (path.empty() || path.size() > fewest[leaf]) continue;
        fewest[leaf] = path.size();
        const bool again = std::any_of(found.begin(), found.end(), [&](const Found& other) {
          return other.leaf == leaf && other.path == path;
        });
        if (!again) found.push_back({leaf, std::move(path)});
      }
    }
  }
  std::erase_if(found, [&](const Found& one) { return one.path.size() > fewest[one.leaf]; });
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.leaf < b.leaf; });

  const std::vector<std::string> before = holding(law, moment, facts.allowed);
  std::vector<Flip> out;
  for (const auto& [leaf, path] : found) {
    Flip flip;
    flip.verdict = static_cast<Verdict>(leaf);
    Allowed after = facts.allowed;
    for (const auto& [v, i] : path) {
      const OpenAxis& axis = residual.open()[v];
      const ClassSet& was = facts.allowed[axis.axis];
      const std::size_t to = axis.classes[i];
      // The lowest class of what is open is told by its upper limit.
      const bool downwards = !was.test(0) ? to <= was._Find_first() : to == 0;
      flip.changes.push_back(change_of(law, axis, i, downwards, was.count() > 1 && was.test(to)));
      after[axis.axis] = ClassSet().set(to);
    }
    const std::vector<std::string> then = holding(law, moment, after);
    const auto missing_from = [](const std::vector<std::string>& all) {
      return [&all](const std::string& id) {
        return std::find(all.begin(), all.end(), id) == all.end();
      };
    };
    std::copy_if(then.begin(), then.end(), std::back_inserter(flip.speaks), missing_from(before));
    std::copy_if(before.begin(), before.end(), std::back_inserter(flip.falls), missing_from(then));
    if (flip.speaks.empty()) flip.speaks = then;
    out.push_back(std::move(flip));
  }
  std::stable_sort(out.begin(), out.end(), [](const Flip& a, const Flip& b) {
    return a.changes.size() < b.changes.size();
  });
  return out;
}

}  // namespace licit
