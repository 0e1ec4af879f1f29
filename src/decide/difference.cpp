#include "decide/difference.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/mapped.h"
#include "decide/changed_weights.h"
#include "decide/compile.h"
#include "decide/exact.h"
#include "decide/posed.h"
#include "diagram/cover.h"

namespace licit {
namespace {

constexpr std::size_t verdicts = 8;

std::vector<const law::Pack*> packs_of(const DifferenceSide& a, const DifferenceSide& b) {
  if (&a.pack == &b.pack) return {&a.pack};
  return {&a.pack, &b.pack};
}

Clock clock_of(const Query& query) { return {query.known, query.knower}; }

// The law of one side as functions of the open axes: axes that are one fact are one, and questions that the
// query settles are gone.
class Side {
 public:
  Side(const DifferenceSide& side, const Axes& axes, Diagrams& diagrams, const Places& places)
      : axes_(axes), diagrams_(diagrams) {
    const LawAt law(side.pack, side.query.on, clock_of(side.query));
    moment_ = MomentCompiler(diagrams, axes, law, places).compile();
    const Chosen chosen = chosen_by(side.pack, moment_, side.query);
    Trace trace;
    FactReader facts(side.index, places, side.query.candidates.front(), chosen.readings,
                     side.query.strict, trace);
    encoded_ = encode(axes, side.pack, facts, chosen);
    complete(facts, places);
  }

  const Moment& moment() const { return moment_; }
  const Encoded& encoded() const { return encoded_; }

  void import(const std::vector<Variable>& stands_for) {
    const auto copied = [&](Diagram& d) { d = copy(d, stands_for); };
    for (CompiledRequirement& one : moment_.requirements) copied(one.outcome);
    for (CompiledScope& one : moment_.scope) copied(one.holds);
    for (CompiledParagraph& one : moment_.paragraphs) copied(one.met);
    for (Diagram& part : moment_.parts) copied(part);
    copied(moment_.unclassified);
  }

  // What gives the verdict in a part of all transactions: requirements, else scope rules. Those that do so
  // all over it, where there are any, else those that do somewhere.
  std::vector<std::string> speakers(Diagram where, Verdict verdict) {
    std::vector<std::string> everywhere, somewhere;
    const auto look = [&](Diagram outcome, Leaf leaf, const std::string& id) {
      std::array<Leaf, most_values> image{};
      image[leaf] = 1;
      const Diagram speaks = diagrams_.replace_leaves(outcome, image);
      if (diagrams_.both(where, speaks) != Diagram::No) somewhere.push_back(id);
      if (diagrams_.but_not(where, speaks) == Diagram::No) everywhere.push_back(id);
    };
    for (const CompiledRequirement& one : moment_.requirements) {
      for (const Weight w :
           {Weight::Excepted, Weight::Conflict, Weight::License, Weight::Prohibited}) {
        if (verdict_of(w) == verdict) look(one.outcome, static_cast<Leaf>(w), one.rule->id);
      }
    }
    for (const CompiledScope& one : moment_.scope) {
      const bool subject = one.rule->outcome == law::OutcomeKind::NotSubject;
      if (verdict == (subject ? Verdict::NotSubject : Verdict::NotCovered)) {
        look(one.holds, 1, one.rule->id);
      }
    }
    return everywhere.empty() ? somewhere : everywhere;
  }

  // Under which paragraphs its items fall, the first that is met of each; "" where none is.
  std::vector<std::string> paragraphs(Diagram where) {
    std::vector<std::string> out;
    for (const CompiledParagraph& one : moment_.paragraphs) {
      if (diagrams_.both(where, one.met) == Diagram::No) continue;
      out.emplace_back(one.name);
      where = diagrams_.but_not(where, one.met);
    }
    if (where != Diagram::No) out.emplace_back();
    return out;
  }

 private:
  // Statements are of transactions of which all is known, in places of which something can be said.
  void complete(FactReader& facts, const Places& places) {
    for (std::size_t v = 0; v < axes_.all().size(); ++v) {
      const Axis& axis = axes_[static_cast<Variable>(v)];
      if (axis.asks == Asks::Known && !facts.is_known(axis.subject)) {
        const ReadFact& read = facts.read(axis.subject);
        if (!read.assumed) encoded_.allowed[v] = ClassSet().set(1);
      }
      if (axis.asks != Asks::Place || encoded_.allowed[v].count() < 2) continue;
      for (std::size_t i = 0; i < axis.classes; ++i) {
        if (places.indeterminate(axes_.place_representatives()[i])) encoded_.allowed[v].reset(i);
      }
    }
  }

  Diagram copy(Diagram d, const std::vector<Variable>& stands_for) {
    if (Diagrams::is_leaf(d)) return d;
    const auto found = copies_.find(static_cast<std::uint32_t>(d));
    if (found != copies_.end()) return found->second;
    const Variable v = diagrams_.variable(d);
    const ClassSet& possible = encoded_.allowed[v];
    const std::span<const Diagram> children = diagrams_.children(d);
    std::vector<Diagram> row(children.begin(), children.end());
    const std::size_t any = possible._Find_first();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (possible.test(i)) row[i] = copy(row[i], stands_for);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!possible.test(i)) row[i] = row[any];
    }
    const Diagram out = assemble(stands_for[v], row);
    copies_.emplace(static_cast<std::uint32_t>(d), out);
    return out;
  }

  // An axis that stands for a later one may be asked about below its own children.
  Diagram assemble(Variable v, const std::vector<Diagram>& row) {
    const bool in_order = std::all_of(row.begin(), row.end(), [&](Diagram child) {
      return Diagrams::is_leaf(child) || diagrams_.variable(child) > v;
    });
    if (in_order) return diagrams_.node(v, row);
    Diagram out = row.back();
    for (std::size_t i = row.size() - 1; i-- > 0;) {
      out = diagrams_.choose(diagrams_.test(v, ClassSet().set(i)), row[i], out);
    }
    return out;
  }

  const Axes& axes_;
  Diagrams& diagrams_;
  Moment moment_;
  Encoded encoded_;
  std::unordered_map<std::uint32_t, Diagram> copies_;
};

// Every clause that holds on a side, by id: a text that is the same only where the version is.
struct Held {
  std::string text, source, cite;
};

std::multimap<std::string, Held> clauses_held(const DifferenceSide& side) {
  const law::Pack& pack = side.pack;
  const LawAt law(pack, side.query.on, clock_of(side.query));
  std::multimap<std::string, Held> out;
  const auto add = [&](const std::string& id, const std::string& source, const law::Span& span) {
    const law::Source* declared = pack.find_source(source);
    const std::string& text = pack.files[span.file].text;
    out.emplace(id, Held{text.substr(span.begin, span.end - span.begin), source,
                         declared == nullptr ? std::string() : declared->citation});
  };
  const auto add_all = [&](const auto& versions, const auto& holding) {
    for (const auto& one : versions) {
      if (holding(one.id) == &one) add(one.id, one.provenance.source, one.span);
    }
  };
  add_all(pack.params, [&](const std::string& id) { return law.param(id); });
  add_all(pack.readings, [&](const std::string& id) { return law.reading(id); });
  add_all(pack.defines, [&](const std::string& id) { return law.define(id); });
  for (const law::SetDecl& set : pack.sets) {
    if (law.set(set.id) != &set) continue;
    // A set is what it lists: its members change one by one.
    if (set.members.empty()) add(set.id, set.provenance.source, set.span);
    for (const law::SetMember& member : set.members) {
      if (!law.member(member)) continue;
      add(set.id + ":" + member.word, member.source.empty() ? set.provenance.source : member.source,
          member.span);
    }
  }
  const auto add_each = [&](const auto& holding) {
    for (const auto* one : holding) add(one->id, one->provenance.source, one->span);
  };
  add_each(law.rules());
  add_each(law.defeats());
  add_each(law.bars());
  add_each(law.policies());
  return out;
}

// In the order of ids; both `begins` and `ends` where one version gives way to another.
std::vector<TimelineClause> clauses_between(const DifferenceSide& before,
                                            const DifferenceSide& after) {
  const auto was = clauses_held(before);
  const auto is = clauses_held(after);
  const auto has = [](const auto& held, const std::string& id, const std::string& text) {
    const auto [first, last] = held.equal_range(id);
    return std::any_of(first, last, [&](const auto& one) { return one.second.text == text; });
  };
  std::vector<TimelineClause> out;
  for (const auto& [id, held] : is) {
    if (has(was, id, held.text)) continue;
    out.push_back({id, held.source, held.cite, true, was.contains(id)});
  }
  for (const auto& [id, held] : was) {
    if (is.contains(id)) continue;
    out.push_back({id, held.source, held.cite, false, true});
  }
  return out;
}

class Sides {
 public:
  Sides(const DifferenceSide& before, const DifferenceSide& after, const Places& places)
      : axes_(packs_of(before, after), places, clock_of(before.query)),
        diagrams_(mapped(axes_.all(), [](const Axis& axis) { return axis.classes; })),
        before_(before, axes_, diagrams_, places),
        after_(after, axes_, diagrams_, places) {
    for (std::size_t v = 0; v < axes_.all().size(); ++v) {
      allowed_.push_back(before_.encoded().allowed[v] | after_.encoded().allowed[v]);
    }
  }

  Difference compare() {
    const std::vector<Variable> stands_for = one_for_each_fact();
    before_.import(stands_for);
    after_.import(stands_for);
    const std::vector<Diagram>& was = before_.moment().parts;
    const std::vector<Diagram>& is = after_.moment().parts;
    const Diagram changes = changed_weights(diagrams_, was, is);
    Difference out;
    out.destinations = destinations(was, is);

    std::array<std::pair<Verdict, Verdict>, most_values> pairs{};
    std::array<Leaf, verdicts * verdicts> number{};
    Leaf next = 1;
    for (std::size_t a = 0; a < verdicts; ++a) {
      for (std::size_t b = 0; b < verdicts; ++b) {
        if (a == b) continue;
        pairs[next] = {static_cast<Verdict>(a), static_cast<Verdict>(b)};
        number[a * verdicts + b] = next++;
      }
    }
    std::array<Leaf, most_values> numbered{};
    for (Leaf leaf = 1; leaf < weight_pairs; ++leaf) {
      const WeightPair pair = pair_of(leaf);
      numbered[leaf] = number[static_cast<std::size_t>(verdict_of(pair.before)) * verdicts +
                              static_cast<std::size_t>(verdict_of(pair.after))];
    }
    const Diagram moves = diagrams_.replace_leaves(changes, numbered);
    const Diagram possible = possible_items();
    const Diagram nowhere = diagrams_.opposite(possible);
    const std::vector<bool> ordered = mapped(axes_.all(), [](const Axis& axis) {
      return axis.asks == Asks::Number || axis.asks == Asks::Day;
    });
    const Leaves found = diagrams_.reachable(moves, diagrams_.anything());
    for (Leaf leaf = 1; leaf < next; ++leaf) {
      if ((found >> leaf & 1) == 0) continue;
      std::array<Leaf, most_values> image{};
      image[leaf] = 1;
      const Diagram all = diagrams_.replace_leaves(moves, image);
      const Diagram must = diagrams_.both(all, possible);
      const Diagram may = diagrams_.either(all, nowhere);
      for (const Cube& cube :
           widened(diagrams_, cover(diagrams_, must, may, ordered), must, may, ordered)) {
        out.statements.push_back(statement(cube, must, pairs[leaf].first, pairs[leaf].second));
      }
    }
    share_common(out);
    std::stable_sort(out.statements.begin(), out.statements.end(),
                     [](const auto& a, const auto& b) { return a.narrowness < b.narrowness; });
    return out;
  }

 private:
  std::vector<Variable> one_for_each_fact() const {
    std::vector<Variable> out(axes_.all().size());
    std::iota(out.begin(), out.end(), Variable{0});
    for (bool changed = true; changed;) {
      changed = false;
      for (const Side* side : {&before_, &after_}) {
        for (const Link& link : side->encoded().links) {
          if (!link.equal || out[link.from] == out[link.to]) continue;
          out[link.from] = out[link.to] = std::min(out[link.from], out[link.to]);
          changed = true;
        }
      }
    }
    return out;
  }

  // Figures that no item has together are nowhere.
  Diagram possible_items() {
    Diagram out = Diagram::Yes;
    for (const Side* side : {&before_, &after_}) {
      for (const Link& link : side->encoded().links) {
        if (link.equal) continue;
        std::vector<Diagram> row;
        row.reserve(link.allows.size());
        for (const ClassSet& allows : link.allows) row.push_back(diagrams_.test(link.to, allows));
        out = diagrams_.both(out, diagrams_.node(link.from, row));
      }
    }
    return out;
  }

  // Places that neither side tells apart, as a destination or as anything else, stand together.
  std::vector<std::vector<std::string>> destinations(const std::vector<Diagram>& was,
                                                     const std::vector<Diagram>& is) const {
    const auto axis = axes_.find(Asks::Place, "to.place");
    if (!axis) return {};
    std::vector<Diagram> nodes;
    std::vector<bool> seen(diagrams_.nodes(), false);
    std::vector<Diagram> waiting = was;
    waiting.insert(waiting.end(), is.begin(), is.end());
    while (!waiting.empty()) {
      const Diagram d = waiting.back();
      waiting.pop_back();
      if (Diagrams::is_leaf(d) || seen[static_cast<std::size_t>(d) - most_values]) continue;
      seen[static_cast<std::size_t>(d) - most_values] = true;
      // Classes of places are the same on every axis of places.
      if (axes_[diagrams_.variable(d)].asks == Asks::Place) nodes.push_back(d);
      for (const Diagram child : diagrams_.children(d)) waiting.push_back(child);
    }
    std::map<std::vector<Diagram>, std::vector<std::string>> alike;
    for (std::size_t i = 0; i < axes_[*axis].classes; ++i) {
      if (!allowed_[*axis].test(i)) continue;
      std::vector<std::string>& places =
          alike[mapped(nodes, [&](Diagram d) { return diagrams_.children(d)[i]; })];
      for (std::string& code : axes_.places_of(static_cast<std::uint16_t>(i))) {
        places.push_back(std::move(code));
      }
    }
    std::vector<std::vector<std::string>> out;
    for (auto& [signature, places] : alike) {
      std::sort(places.begin(), places.end());
      out.push_back(std::move(places));
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  DifferenceStatement statement(const Cube& cube, Diagram must, Verdict before, Verdict after) {
    DifferenceStatement out;
    out.before = before;
    out.after = after;
    for (const auto& [v, classes] : cube) {
      const ClassSet kept = classes & allowed_[v];
      if (kept == allowed_[v]) continue;
      out.narrowness += allowed_[v].count() * 1000 / std::max<std::size_t>(kept.count(), 1);
      out.limits.push_back(limit(v, kept));
    }
    const Diagram where = diagrams_.both(function_of(diagrams_, cube), must);
    out.before_by = before_.speakers(where, before);
    out.after_by = after_.speakers(where, after);
    out.before_class = before_.paragraphs(where);
    out.after_class = after_.paragraphs(where);
    return out;
  }

  DifferenceLimit limit(Variable v, const ClassSet& classes) const {
    const Axis& axis = axes_[v];
    DifferenceLimit out;
    out.asks = axis.asks;
    out.fact = axis.asks == Asks::Received ? "exporter.notices" : axis.subject;
    out.word = axis.asks == Asks::Received ? axis.subject : axis.word;
    const std::size_t low = classes._Find_first();
    const std::size_t high = low + classes.count() - 1;
    if (axis.asks == Asks::Number) {
      if (low > 0) out.low = RegionEnd{axis.cuts[low - 1].at, !axis.cuts[low - 1].after};
      if (high < axis.cuts.size()) out.high = RegionEnd{axis.cuts[high].at, axis.cuts[high].after};
      return out;
    }
    if (axis.asks == Asks::Day) {
      const auto first = [&](std::size_t i) {
        return axis.days[i - 1].after ? axis.days[i - 1].at.plus_days(1) : axis.days[i - 1].at;
      };
      if (low > 0) out.from = first(low);
      if (high < axis.days.size()) out.to = first(high + 1).plus_days(-1);
      return out;
    }
    if (axis.asks == Asks::Member || axis.asks == Asks::Received || axis.asks == Asks::Known) {
      out.holds = classes.test(1);
      return out;
    }
    for (std::size_t i = 0; i < axis.classes; ++i) {
      if (!classes.test(i)) continue;
      if (axis.asks == Asks::Place) {
        for (std::string& code : axes_.places_of(static_cast<std::uint16_t>(i))) {
          out.words.push_back(std::move(code));
        }
      } else {
        out.words.push_back(i < axis.words.size() ? axis.words[i] : std::string("*"));
      }
    }
    if (axis.asks == Asks::Place) std::sort(out.words.begin(), out.words.end());
    if (axis.asks == Asks::Word && !out.words.empty() && out.words.back() == "*") {
      for (std::size_t i = 0; i < axis.words.size(); ++i) {
        if (!classes.test(i)) out.excluded.push_back(axis.words[i]);
      }
    }
    return out;
  }

  // What every statement asks is said once.
  static void share_common(Difference& out) {
    if (out.statements.size() < 2) return;
    for (const DifferenceLimit& limit : out.statements.front().limits) {
      const bool everywhere =
          std::all_of(out.statements.begin(), out.statements.end(), [&](const auto& one) {
            return std::find(one.limits.begin(), one.limits.end(), limit) != one.limits.end();
          });
      if (everywhere) out.common.push_back(limit);
    }
    for (DifferenceStatement& one : out.statements) {
      std::erase_if(one.limits, [&](const DifferenceLimit& limit) {
        return std::find(out.common.begin(), out.common.end(), limit) != out.common.end();
      });
    }
  }

  Axes axes_;
  Diagrams diagrams_;
  Side before_, after_;
  Allowed allowed_;
};

}  // namespace

bool DifferenceLimit::operator==(const DifferenceLimit& other) const {
  const auto ends = [](const std::optional<RegionEnd>& a, const std::optional<RegionEnd>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return a->at == b->at && a->counts == b->counts;
  };
  return asks == other.asks && fact == other.fact && ends(low, other.low) &&
         ends(high, other.high) && from == other.from && to == other.to && words == other.words &&
         word == other.word && holds == other.holds;
}

std::optional<std::string> disputed_fact(const law::Pack& a, const law::Pack& b) {
  if (&a == &b) return {};
  for (const law::FactDecl& fact : a.facts) {
    const law::FactDecl* other = b.find_fact(fact.id);
    if (other != nullptr && (other->type != fact.type || other->unit != fact.unit)) return fact.id;
  }
  return {};
}

Difference difference_of(const DifferenceSide& before, const DifferenceSide& after,
                         const Places& places) {
  Difference out = Sides(before, after, places).compare();
  out.clauses = clauses_between(before, after);
  return out;
}

}  // namespace licit
