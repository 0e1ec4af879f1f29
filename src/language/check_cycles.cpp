// Nothing is defined by itself: not a define, not a set, not an order of precedence between rules, not
// a class by way of the class that it decides.
#include <algorithm>

#include "base/text.h"
#include "language/check_impl.h"

namespace licit::law {
namespace {

void collect(const Expr& e, ExprKind kind, std::vector<std::string>& into) {
  if (e.kind == kind) {
    if (kind == ExprKind::Class)
      into.insert(into.end(), e.words.begin(), e.words.end());
    else
      into.push_back(e.name);
  }
  for (const Expr& child : e.children) collect(child, kind, into);
}

}  // namespace

// Reports each cycle once. A walk with its own stack: a chain of defines may be long.
void Checker::find_cycle(const Graph& graph, std::string_view code, Msg message,
                         const std::function<Span(const std::string&)>& place_of) {
  enum class Mark { Unseen, Open, Done };
  std::map<std::string_view, Mark> marks;
  struct Visit {
    std::string_view node;
    std::size_t next = 0;
  };
  for (const auto& [start, edges] : graph) {
    if (marks[start] != Mark::Unseen) continue;
    std::vector<Visit> path{{start, 0}};
    marks[start] = Mark::Open;
    while (!path.empty()) {
      const auto found = graph.find(path.back().node);
      if (found == graph.end() || path.back().next == found->second.size()) {
        marks[path.back().node] = Mark::Done;
        path.pop_back();
        continue;
      }
      const std::string& next = found->second[path.back().next++];
      if (marks[next] == Mark::Unseen) {
        marks[next] = Mark::Open;
        path.push_back({next, 0});
      } else if (marks[next] == Mark::Open) {
        std::vector<std::string> cycle;
        bool inside = false;
        for (const Visit& s : path) {
          inside = inside || s.node == next;
          if (inside) cycle.emplace_back(s.node);
        }
        cycle.push_back(next);
        report_.error(code, place_of(next), {message, {joined(cycle, " -> ")}},
                      {{Msg::LawCycleHelp, {}}});
      }
    }
  }
}

void Checker::check_cycles() {
  Graph defines;
  for (const Define& d : pack_.defines) {
    collect(d.when, ExprKind::Define, defines[d.id]);
  }
  find_cycle(defines, "L150", Msg::LawDefineCycle,
             [this](const std::string& id) { return locate(defines_[id].front()->span, id); });

  Graph sets;
  for (const SetDecl& s : pack_.sets) {
    std::vector<std::string>& edges = sets[s.id];
    if (!s.expr) continue;
    for (const SetTerm& term : s.expr->terms) {
      if (!term.name.empty()) edges.push_back(term.name);
    }
  }
  find_cycle(sets, "L151", Msg::LawSetCycle,
             [this](const std::string& id) { return locate(sets_[id].front()->span, id); });

  Graph orders;
  for (const Rule& r : pack_.rules) {
    std::vector<std::string>& edges = orders[r.id];
    edges.insert(edges.end(), r.overrides.begin(), r.overrides.end());
  }
  find_cycle(orders, "L153", Msg::LawOverrideCycle,
             [this](const std::string& id) { return locate(rules_[id].front()->span, id); });
  Graph defeats;
  for (const Defeat& d : pack_.defeats) {
    std::vector<std::string>& edges = defeats[d.id];
    edges.insert(edges.end(), d.overrides.begin(), d.overrides.end());
  }
  find_cycle(defeats, "L153", Msg::LawOverrideCycle,
             [this](const std::string& id) { return locate(defeats_[id].front()->span, id); });
  if (report_.has_errors()) return;
  class_cycles(defines);
}

// A class depends on the paragraphs that its rules, and the exclusions to them, ask for. `class is X`
// depends on every class that goes before X as well, since each of them may take X's place.
void Checker::class_cycles(const Graph& defines) {
  std::vector<std::string> order;
  for (const Precedence& p : pack_.precedences)
    order.insert(order.end(), p.classes.begin(), p.classes.end());

  const auto asked = [&](const Expr& when) {
    std::vector<std::string> names;
    std::vector<std::string> todo;
    std::set<std::string> seen;
    const auto look = [&](const Expr& e) {
      collect(e, ExprKind::Meets, names);
      std::vector<std::string> selected;
      collect(e, ExprKind::Class, selected);
      for (const std::string& name : selected) {
        const auto end = std::find(order.begin(), order.end(), name);
        names.insert(names.end(), order.begin(), end);
        names.push_back(name);
      }
      collect(e, ExprKind::Define, todo);
    };
    look(when);
    while (!todo.empty()) {
      const std::string id = todo.back();
      todo.pop_back();
      if (!seen.insert(id).second || !defines.contains(id)) continue;
      for (const Define* d : defines_[id]) look(d->when);
    }
    return names;
  };

  Graph classes;
  for (const Rule& r : pack_.rules) {
    if (r.outcome != OutcomeKind::Class) continue;
    std::vector<std::string>& edges = classes[r.outcome_name];
    for (std::string& name : asked(r.when)) edges.push_back(std::move(name));
  }
  for (const Defeat& d : pack_.defeats) {
    if (!d.when) continue;
    for (const std::string& rule : d.to) {
      const auto found = rules_.find(rule);
      if (found == rules_.end() || found->second.front()->outcome != OutcomeKind::Class) continue;
      std::vector<std::string>& edges = classes[found->second.front()->outcome_name];
      for (std::string& name : asked(*d.when)) edges.push_back(std::move(name));
    }
  }
  find_cycle(classes, "L154", Msg::LawClassCycle, [this](const std::string& name) {
    for (const Rule& r : pack_.rules) {
      if (r.outcome == OutcomeKind::Class && r.outcome_name == name) return locate(r.span, r.id);
    }
    return Span{};
  });
}

}  // namespace licit::law
