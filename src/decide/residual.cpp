#include "decide/residual.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "decide/exact.h"

namespace licit {
namespace {

// The axes that some part still asks about, one of each group that is a single fact.
std::vector<OpenAxis> open_axes(const CompiledLaw& law, const Moment& moment,
                                std::span<const Encoded> chips, std::vector<Variable>& stands_for) {
  Allowed allowed = chips.front().allowed;
  std::vector<Link> links = chips.front().links;
  for (const Encoded& chip : chips.subspan(1)) {
    for (std::size_t v = 0; v < allowed.size(); ++v) allowed[v] |= chip.allowed[v];
    links.insert(links.end(), chip.links.begin(), chip.links.end());
  }
  const std::size_t count = law.axes().all().size();
  stands_for.resize(count);
  for (std::size_t v = 0; v < count; ++v) stands_for[v] = static_cast<Variable>(v);
  for (bool changed = true; changed;) {
    changed = false;
    for (const Link& link : links) {
      if (!link.equal) continue;
      const Variable first = std::min(stands_for[link.from], stands_for[link.to]);
      changed = changed || stands_for[link.from] != first || stands_for[link.to] != first;
      stands_for[link.from] = stands_for[link.to] = first;
    }
  }
  std::vector<bool> asked(count, false);
  std::vector<bool> seen(law.diagrams().nodes(), false);
  std::vector<Diagram> waiting(moment.parts);
  while (!waiting.empty()) {
    const Diagram d = waiting.back();
    waiting.pop_back();
    if (Diagrams::is_leaf(d)) continue;
    const std::size_t at = static_cast<std::size_t>(d) - most_values;
    if (seen[at]) continue;
    seen[at] = true;
    const Variable v = law.diagrams().variable(d);
    const ClassSet& possible = allowed[v];
    asked[stands_for[v]] = asked[stands_for[v]] || possible.count() > 1;
    const std::span<const Diagram> row = law.diagrams().children(d);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (possible.test(i)) waiting.push_back(row[i]);
    }
  }
  for (const Link& link : links) {
    if (link.equal || !(asked[stands_for[link.from]] || asked[stands_for[link.to]])) continue;
    asked[stands_for[link.from]] = asked[stands_for[link.to]] = true;
  }
  std::vector<OpenAxis> out;
  for (std::size_t v = 0; v < count; ++v) {
    if (!asked[v]) continue;
    OpenAxis axis;
    axis.axis = static_cast<Variable>(v);
    axis.fact = law.axes()[axis.axis].asks == Asks::Received ? "exporter.notices"
                                                             : law.axes()[axis.axis].subject;
    for (std::size_t i = 0; i < allowed[v].size(); ++i) {
      if (allowed[v].test(i)) axis.classes.push_back(static_cast<std::uint16_t>(i));
    }
    out.push_back(std::move(axis));
  }
  return out;
}

std::vector<std::uint16_t> widths_of(const std::vector<OpenAxis>& open) {
  std::vector<std::uint16_t> out;
  out.reserve(open.size());
  for (const OpenAxis& axis : open) out.push_back(static_cast<std::uint16_t>(axis.classes.size()));
  return out;
}

}  // namespace

std::size_t open_count(const CompiledLaw& law, const Moment& moment, const Encoded& facts) {
  std::vector<Variable> stands_for;
  return open_axes(law, moment, std::span(&facts, 1), stands_for).size();
}

// Copies functions of the law into the residual's own diagrams.
class Residual::Import {
 public:
  Import(const CompiledLaw& law, const Encoded& facts, const std::vector<OpenAxis>& open,
         const std::vector<Variable>& stands_for, Diagrams& into)
      : law_(law), facts_(facts), open_(open), stands_for_(stands_for), into_(into) {
    local_.assign(stands_for.size(), none);
    for (std::size_t i = 0; i < open.size(); ++i) local_[open[i].axis] = i;
  }

  Diagram copy(Diagram d) {
    if (Diagrams::is_leaf(d)) return d;
    const auto found = known_.find(static_cast<std::uint32_t>(d));
    if (found != known_.end()) return found->second;
    const Variable v = law_.diagrams().variable(d);
    const std::size_t local = local_[stands_for_[v]];
    const std::span<const Diagram> row = law_.diagrams().children(d);
    Diagram out{};
    if (local == none) {
      const ClassSet& possible = facts_.allowed[v];
      out = copy(row[possible._Find_first()]);
    } else {
      std::vector<Diagram> children;
      children.reserve(open_[local].classes.size());
      for (const std::uint16_t i : open_[local].classes) children.push_back(copy(row[i]));
      out = assemble(static_cast<Variable>(local), children);
    }
    known_.emplace(static_cast<std::uint32_t>(d), out);
    return out;
  }

  std::size_t local(Variable v) const { return local_[stands_for_[v]]; }
  static constexpr std::size_t none = SIZE_MAX;

 private:
  // An axis that stands for a later one may be asked about below its own children.
  Diagram assemble(Variable v, const std::vector<Diagram>& children) {
    const bool in_order = std::all_of(children.begin(), children.end(), [&](Diagram child) {
      return Diagrams::is_leaf(child) || into_.variable(child) > v;
    });
    if (in_order) return into_.node(v, children);
    Diagram out = children.back();
    for (std::size_t i = children.size() - 1; i-- > 0;) {
      out = into_.choose(into_.test(v, ClassSet().set(i)), children[i], out);
    }
    return out;
  }

  const CompiledLaw& law_;
  const Encoded& facts_;
  const std::vector<OpenAxis>& open_;
  const std::vector<Variable>& stands_for_;
  Diagrams& into_;
  std::vector<std::size_t> local_;
  std::unordered_map<std::uint32_t, Diagram> known_;
};

Residual::Residual(const CompiledLaw& law, const Moment& moment, std::span<const Encoded> chips)
    : diagrams_({}) {
  std::vector<Variable> stands_for;
  open_ = open_axes(law, moment, chips, stands_for);
  diagrams_ = Diagrams(widths_of(open_));
  verdict_ = verdict_of_chip(law, moment, chips.front(), stands_for);
  if (chips.size() == 1) return;
  const Diagrams::Operation& both = join();
  for (const Encoded& chip : chips.subspan(1)) {
    verdict_ = diagrams_.combine(both, verdict_, verdict_of_chip(law, moment, chip, stands_for));
  }
}

const Diagrams::Operation& Residual::join() {
  if (!join_) {
    join_ = diagrams_.operation(most_values, [](Leaf a, Leaf b) {
      if (a == impossible || a == b) return b;
      return b == impossible ? a : several;
    });
  }
  return *join_;
}

Diagram Residual::verdict_of_chip(const CompiledLaw& law, const Moment& moment, const Encoded& chip,
                                  const std::vector<Variable>& stands_for) {
  Import import(law, chip, open_, stands_for, diagrams_);
  constexpr std::size_t weights = static_cast<std::size_t>(Weight::NotSubject) + 1;
  const Diagrams::Operation heavier =
      diagrams_.operation(weights, [](Leaf a, Leaf b) { return std::max(a, b); });
  Diagram heaviest = Diagrams::leaf(static_cast<Leaf>(Weight::Nothing));
  for (const Diagram part : moment.parts) {
    heaviest = diagrams_.combine(heavier, heaviest, import.copy(part));
  }
  std::vector<Leaf> image;
  for (std::size_t w = 0; w < weights; ++w) {
    image.push_back(static_cast<Leaf>(licit::verdict_of(static_cast<Weight>(w))));
  }
  Diagram verdict = diagrams_.replace_leaves(heaviest, image);

  // What this chip cannot be, and what cannot be together.
  Diagram possible = Diagram::Yes;
  for (std::size_t i = 0; i < open_.size(); ++i) {
    ClassSet own;
    for (std::size_t j = 0; j < open_[i].classes.size(); ++j) {
      own[j] = chip.allowed[open_[i].axis].test(open_[i].classes[j]);
    }
    if (own.count() < open_[i].classes.size()) {
      possible = diagrams_.both(possible, diagrams_.test(static_cast<Variable>(i), own));
    }
  }
  for (const Link& link : chip.links) {
    const std::size_t from = import.local(link.from);
    const std::size_t to = import.local(link.to);
    if (link.equal || from == Import::none || to == Import::none || from == to) continue;
    std::vector<Diagram> row;
    for (const std::uint16_t i : open_[from].classes) {
      ClassSet allowed;
      for (std::size_t j = 0; j < open_[to].classes.size(); ++j) {
        allowed[j] = link.allows[i].test(open_[to].classes[j]);
      }
      row.push_back(diagrams_.test(static_cast<Variable>(to), allowed));
    }
    possible = diagrams_.both(possible, diagrams_.node(static_cast<Variable>(from), row));
  }
  if (possible == Diagram::Yes) return verdict;
  return diagrams_.choose(possible, verdict, Diagrams::leaf(impossible));
}

Leaves Residual::verdicts() const { return verdicts_where(diagrams_.anything()); }

Leaves Residual::verdicts_where(const Allowed& allowed) const {
  return diagrams_.reachable(verdict_, allowed) & ~(Leaves{1} << impossible);
}

std::vector<std::string> Residual::facts() const { return facts_where(diagrams_.anything()); }

std::vector<std::string> Residual::facts_where(const Allowed& allowed) const {
  Diagrams left = diagrams_;
  const Diagram verdict = left.residual(verdict_, allowed);
  std::vector<std::string> out;
  for (const Variable v : left.support(verdict)) {
    if (std::find(out.begin(), out.end(), open_[v].fact) == out.end()) {
      out.push_back(open_[v].fact);
    }
  }
  return out;
}

namespace {

// Looks for a completion of two functions at which they come to different leaves, none of them impossible.
class Apart {
 public:
  explicit Apart(const Diagrams& diagrams) : diagrams_(diagrams) {}

  // False also where the search was given up: whoever asks must not take it for a proof that there is none.
  bool at_some_completion(Diagram a, Diagram b) {
    // Of the pairs that a search given up had begun, nothing is known.
    if (steps_ > most_steps) seen_.clear();
    steps_ = 0;
    return visit(a, b);
  }

 private:
  static constexpr std::size_t most_steps = 20'000;

  bool visit(Diagram a, Diagram b) {
    if (a == b || is_impossible(a) || is_impossible(b)) return false;
    if (Diagrams::is_leaf(a) && Diagrams::is_leaf(b)) return true;
    if (++steps_ > most_steps) return false;
    const std::uint64_t pair =
        std::uint64_t{static_cast<std::uint32_t>(a)} << 32 | static_cast<std::uint32_t>(b);
    if (!seen_.insert(pair).second) return false;
    const bool a_asks = !Diagrams::is_leaf(a) &&
                        (Diagrams::is_leaf(b) || diagrams_.variable(a) <= diagrams_.variable(b));
    const bool b_asks = !Diagrams::is_leaf(b) &&
                        (Diagrams::is_leaf(a) || diagrams_.variable(b) <= diagrams_.variable(a));
    const std::size_t width = diagrams_.width(diagrams_.variable(a_asks ? a : b));
    for (std::size_t i = 0; i < width; ++i) {
      if (visit(a_asks ? diagrams_.children(a)[i] : a, b_asks ? diagrams_.children(b)[i] : b)) {
        return true;
      }
    }
    return false;
  }

  static bool is_impossible(Diagram d) {
    return Diagrams::is_leaf(d) && Diagrams::leaf_of(d) == Residual::impossible;
  }

  const Diagrams& diagrams_;
  std::unordered_set<std::uint64_t> seen_;  // pairs in which nothing was found
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<bool> Residual::must_be_known() const {
  std::vector<bool> out(open_.size(), false);
  Apart apart(diagrams_);
  std::vector<Diagram> waiting{verdict_};
  std::unordered_set<std::uint32_t> seen;
  while (!waiting.empty()) {
    const Diagram d = waiting.back();
    waiting.pop_back();
    if (Diagrams::is_leaf(d) || !seen.insert(static_cast<std::uint32_t>(d)).second) continue;
    const Variable v = diagrams_.variable(d);
    const std::span<const Diagram> row = diagrams_.children(d);
    for (std::size_t i = 1; i < row.size() && !out[v]; ++i) {
      for (std::size_t j = 0; j < i && !out[v]; ++j)
        out[v] = apart.at_some_completion(row[j], row[i]);
    }
    waiting.insert(waiting.end(), row.begin(), row.end());
  }
  return out;
}

Diagram Residual::keeping(const std::vector<bool>& axes) {
  // The other axes are forgotten from the last to the first.
  const Diagrams::Operation& both = join();
  std::unordered_map<std::uint32_t, Diagram> known;
  const auto forget = [&](const auto& self, Diagram d) -> Diagram {
    if (Diagrams::is_leaf(d)) return d;
    const auto found = known.find(static_cast<std::uint32_t>(d));
    if (found != known.end()) return found->second;
    const Variable v = diagrams_.variable(d);
    const std::size_t width = diagrams_.width(v);
    std::vector<Diagram> row;
    row.reserve(width);
    for (std::size_t i = 0; i < width; ++i) row.push_back(self(self, diagrams_.children(d)[i]));
    Diagram out = row.front();
    if (axes[v]) {
      out = diagrams_.node(v, row);
    } else {
      for (const Diagram child : row) out = diagrams_.combine(both, out, child);
    }
    known.emplace(static_cast<std::uint32_t>(d), out);
    return out;
  };
  return forget(forget, verdict_);
}

bool Residual::settled_by(const std::vector<std::string>& facts) {
  std::vector<bool> kept;
  kept.reserve(open_.size());
  for (const OpenAxis& axis : open_) {
    kept.push_back(std::find(facts.begin(), facts.end(), axis.fact) != facts.end());
  }
  return settled_keeping(kept);
}

bool Residual::settled_keeping(const std::vector<bool>& axes) {
  const Diagram left = keeping(axes);
  return (diagrams_.reachable(left, diagrams_.anything()) >> several & 1) == 0;
}

}  // namespace licit
