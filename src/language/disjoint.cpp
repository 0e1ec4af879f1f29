#include "language/disjoint.h"

#include <algorithm>
#include <set>

#include "facts/shipped.h"

namespace licit::law {
namespace {

Comparison opposite(Comparison c) {
  switch (c) {
    case Comparison::Less:
      return Comparison::GreaterEqual;
    case Comparison::LessEqual:
      return Comparison::Greater;
    case Comparison::Greater:
      return Comparison::LessEqual;
    case Comparison::GreaterEqual:
      return Comparison::Less;
    case Comparison::Equal:
      return Comparison::NotEqual;
    case Comparison::NotEqual:
      return Comparison::Equal;
  }
  return c;
}

bool bounds_below(Comparison c) {
  return c == Comparison::Greater || c == Comparison::GreaterEqual || c == Comparison::Equal;
}
bool bounds_above(Comparison c) {
  return c == Comparison::Less || c == Comparison::LessEqual || c == Comparison::Equal;
}
bool strict(Comparison c) { return c == Comparison::Less || c == Comparison::Greater; }

// A comparison with the values that its right side may take over time.
struct Bound {
  Comparison comparison{};
  Number least, most;
};

bool reads_fact(ExprKind kind) {
  return kind == ExprKind::Compare || kind == ExprKind::In || kind == ExprKind::Includes ||
         kind == ExprKind::Is;
}

bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& word) {
    return std::find(b.begin(), b.end(), word) != b.end();
  });
}

}  // namespace

Disjointness::Disjointness(const Pack& pack) {
  for (const Define& d : pack.defines) defines_[d.id].push_back(&d);
  for (const Param& p : pack.params) params_[p.id].push_back(&p);
  for (const SetDecl& s : pack.sets) sets_[s.id].push_back(&s);
}

bool Disjointness::disjoint(const Expr& a, const Expr& b) const {
  std::vector<Part> parts_a;
  std::vector<Part> parts_b;
  unfold(a, false, parts_a, 0);
  unfold(b, false, parts_b, 0);
  for (const Part& x : parts_a) {
    for (const Part& y : parts_b) {
      if (contradict(x, y)) return true;
    }
  }
  // A condition that contradicts itself holds with nothing.
  for (const std::vector<Part>* parts : {&parts_a, &parts_b}) {
    for (std::size_t i = 0; i < parts->size(); ++i) {
      for (std::size_t j = i; j < parts->size(); ++j) {
        if (contradict((*parts)[i], (*parts)[j])) return true;
      }
    }
  }
  return false;
}

void Disjointness::unfold(const Expr& e, bool negated, std::vector<Part>& into, int depth) const {
  // More parts than any provision has; past this, less is proven, nothing wrong.
  if (into.size() > 200 || depth > 100) return;
  if (e.kind == ExprKind::Not) return unfold(e.children.front(), !negated, into, depth + 1);
  if (e.kind == (negated ? ExprKind::Any : ExprKind::All)) {
    for (const Expr& child : e.children) unfold(child, negated, into, depth + 1);
    return;
  }
  into.push_back({&e, negated});
  if (e.kind != ExprKind::Define) return;
  const auto found = defines_.find(e.name);
  if (found != defines_.end() && found->second.size() == 1 &&
      !found->second.front()->validity.from && !found->second.front()->validity.until)
    unfold(found->second.front()->when, negated, into, depth + 1);
}

bool Disjointness::same(const Expr& a, const Expr& b) const {
  if (a.kind != b.kind || a.name != b.name || a.words != b.words || a.constant != b.constant ||
      a.children.size() != b.children.size())
    return false;
  if (a.kind == ExprKind::Compare) {
    const Operand& x = a.operand;
    const Operand& y = b.operand;
    if (a.comparison != b.comparison || x.kind != y.kind || x.number != y.number ||
        x.date != y.date || x.param != y.param)
      return false;
  }
  if (a.set.terms.size() != b.set.terms.size()) return false;
  for (std::size_t i = 0; i < a.set.terms.size(); ++i) {
    const SetTerm& x = a.set.terms[i];
    const SetTerm& y = b.set.terms[i];
    if (x.minus != y.minus || x.name != y.name || x.literal != y.literal) return false;
  }
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same(a.children[i], b.children[i])) return false;
  }
  return true;
}

bool Disjointness::contradict(const Part& a, const Part& b) const {
  const Expr& x = *a.expr;
  const Expr& y = *b.expr;
  for (const Part* p : {&a, &b}) {
    if (p->expr->kind == ExprKind::Constant && p->expr->constant == p->negated) return true;
  }
  if (a.negated != b.negated && same(x, y)) return true;
  if (x.name != y.name)
    return x.kind == ExprKind::Class && y.kind == ExprKind::Class && words_contradict(a, b);
  // What is not known satisfies nothing that asks for its value.
  if (x.kind == ExprKind::Known && a.negated && reads_fact(y.kind) && !b.negated) return true;
  if (y.kind == ExprKind::Known && b.negated && reads_fact(x.kind) && !a.negated) return true;
  if (x.kind == ExprKind::Compare && y.kind == ExprKind::Compare) return numbers_contradict(a, b);
  if (x.kind == ExprKind::In && y.kind == ExprKind::In && x.words.empty() && y.words.empty())
    return places_contradict(a, b);
  const auto has_words = [](const Expr& e) {
    return (e.kind == ExprKind::Is || e.kind == ExprKind::In || e.kind == ExprKind::Class ||
            e.kind == ExprKind::Reading || e.kind == ExprKind::Posture) &&
           !e.words.empty();
  };
  const auto one_value = [](const Expr& e) {
    return e.kind == ExprKind::In ? ExprKind::Is : e.kind;
  };
  if (has_words(x) && has_words(y) && one_value(x) == one_value(y)) return words_contradict(a, b);
  return false;
}

bool Disjointness::words_contradict(const Part& a, const Part& b) const {
  const std::vector<std::string>& x = a.expr->words;
  const std::vector<std::string>& y = b.expr->words;
  if (!a.negated && !b.negated) return !share_a_word(x, y);
  if (a.negated && b.negated) return false;
  // One says that the word is among `in`, the other that it is not among `out`.
  const std::vector<std::string>& in = a.negated ? y : x;
  const std::vector<std::string>& out = a.negated ? x : y;
  return std::all_of(in.begin(), in.end(), [&out](const std::string& word) {
    return std::find(out.begin(), out.end(), word) != out.end();
  });
}

bool Disjointness::numbers_contradict(const Part& a, const Part& b) const {
  const auto bound = [this](const Part& p) -> std::optional<Bound> {
    const Operand& o = p.expr->operand;
    Bound out;
    out.comparison = p.negated ? opposite(p.expr->comparison) : p.expr->comparison;
    if (o.kind == Operand::Kind::Number) {
      out.least = out.most = o.number;
      return out;
    }
    if (o.kind == Operand::Kind::Date) {
      out.least = out.most = Number(o.date.days());
      return out;
    }
    const auto found = params_.find(o.param);
    if (found == params_.end()) return std::nullopt;
    bool first = true;
    for (const Param* version : found->second) {
      const Number n =
          version->date ? Number(version->date->days()) : version->number.value_or(Number());
      out.least = first || n < out.least ? n : out.least;
      out.most = first || n > out.most ? n : out.most;
      first = false;
    }
    return out;
  };
  const std::optional<Bound> x = bound(a);
  const std::optional<Bound> y = bound(b);
  if (!x || !y) return false;
  const Operand& left = a.expr->operand;
  const Operand& right = b.expr->operand;
  // The same parameter has one value on any day, whatever its versions.
  const bool one_param = left.kind == Operand::Kind::Param && right.kind == Operand::Kind::Param &&
                         left.param == right.param;
  const auto crossed = [&](const Bound& low, const Bound& high) {
    if (!bounds_below(low.comparison) || !bounds_above(high.comparison)) return false;
    const bool either_strict = strict(low.comparison) || strict(high.comparison);
    if (one_param) return either_strict;
    return low.least > high.most || (low.least == high.most && either_strict);
  };
  if (crossed(*x, *y) || crossed(*y, *x)) return true;
  const auto equal_and_not = [](const Bound& e, const Bound& n) {
    return e.comparison == Comparison::Equal && n.comparison == Comparison::NotEqual;
  };
  const bool one_value =
      one_param || (x->least == x->most && y->least == y->most && x->least == y->least);
  return one_value && (equal_and_not(*x, *y) || equal_and_not(*y, *x));
}

std::vector<std::string> Disjointness::possible_places(const SetExpr& set, int depth) const {
  std::vector<std::string> out;
  if (depth > 100) return out;
  for (const SetTerm& term : set.terms) {
    if (term.minus) continue;  // may be back on another day: taken as in
    out.insert(out.end(), term.literal.begin(), term.literal.end());
    const auto found = sets_.find(term.name);
    if (found == sets_.end()) continue;
    for (const SetDecl* version : found->second) {
      for (const SetMember& m : version->members) out.push_back(m.word);
      if (!version->expr) continue;
      for (std::string& word : possible_places(*version->expr, depth + 1))
        out.push_back(std::move(word));
    }
  }
  return out;
}

bool Disjointness::places_contradict(const Part& a, const Part& b) const {
  // Equal sets, one negated, were seen before; nothing else is proven of `not in`.
  if (a.negated || b.negated) return false;
  // `X minus Y` and `Y`.
  const auto takes_away = [](const SetExpr& set, const SetExpr& other) {
    if (other.terms.size() != 1 || set.terms.empty()) return false;
    for (auto term = set.terms.rbegin(); term != set.terms.rend() && term->minus; ++term) {
      if (term->name == other.terms.front().name && term->literal == other.terms.front().literal)
        return true;
    }
    return false;
  };
  if (takes_away(a.expr->set, b.expr->set) || takes_away(b.expr->set, a.expr->set)) return true;

  static const Result<Places> places = shipped_places();
  if (!places.ok()) return false;
  const std::vector<std::string> left = possible_places(a.expr->set, 0);
  const std::vector<std::string> right = possible_places(b.expr->set, 0);
  const std::set<std::string_view> in_left(left.begin(), left.end());
  const std::set<std::string_view> in_right(right.begin(), right.end());
  // A place is in a set through any place that it follows: Hong Kong is in both { HK } and { CN }.
  for (const PlaceRow& row : places.value().all()) {
    bool l = false;
    bool r = false;
    const PlaceRow* at = &row;
    for (int steps = 0; at && steps < 8; ++steps) {
      l = l || in_left.contains(at->code);
      r = r || in_right.contains(at->code);
      at = at->follows.empty() ? nullptr : places.value().by_code(at->follows);
    }
    if (l && r) return false;
  }
  return true;
}

}  // namespace licit::law
