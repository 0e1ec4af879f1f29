// Warnings: what is declared and never asked for, usually a misspelling elsewhere or a remnant.
#include "language/check_impl.h"

namespace licit::law {
namespace {

struct Uses {
  std::set<std::string, std::less<>> defines, params, sets, readings;

  void in(const SetExpr& set) {
    for (const SetTerm& term : set.terms) sets.insert(term.name);
  }
  void in(const Expr& e) {
    if (e.kind == ExprKind::Define) defines.insert(e.name);
    if (e.kind == ExprKind::Reading) readings.insert(e.name);
    if (e.kind == ExprKind::Compare) params.insert(e.operand.param);
    in(e.set);
    for (const Expr& child : e.children) in(child);
  }
  void in(const std::optional<Expr>& e) {
    if (e) in(*e);
  }
};

}  // namespace

void Checker::check_unused() {
  Uses uses;
  for (const Define& d : pack_.defines) uses.in(d.when);
  for (const Rule& r : pack_.rules) uses.in(r.when);
  for (const Flag& f : pack_.flags) uses.in(f.when);
  for (const Aside& a : pack_.asides) uses.in(a.when);
  for (const Pointer& p : pack_.pointers) uses.in(p.when);
  for (const Bar& b : pack_.bars) uses.in(b.when);
  for (const Defeat& d : pack_.defeats) {
    uses.in(d.when);
    for (const Step& s : d.steps) uses.in(s.when);
  }
  for (const Policy& p : pack_.policies) {
    for (const PolicyChoice& c : p.choices) uses.in(c.when);
  }
  for (const SetDecl& s : pack_.sets) {
    if (s.expr) uses.in(*s.expr);
    for (const SetMember& m : s.members) uses.readings.insert(m.reading);
  }
  for (const Quirk& q : pack_.quirks) {
    uses.in(q.when);
    uses.in(q.past);
  }
  for (const FactDecl& f : pack_.facts) {
    for (const Computation& c : f.computed) uses.readings.insert(c.reading);
  }
  const auto warn = [this](const auto& declared, const auto& used) {
    for (const auto& [id, versions] : declared) {
      if (!used.contains(id))
        report_.warning("L190", locate(versions.front()->span, id), {Msg::LawNeverUsed, {id}},
                        {{Msg::LawNeverUsedHelp, {}}});
    }
  };
  warn(defines_, uses.defines);
  warn(params_, uses.params);
  warn(readings_, uses.readings);
}

}  // namespace licit::law
