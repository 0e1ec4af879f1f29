// Whether two packs say the same on a day, clause by clause, wherever their texts stand.
#include <algorithm>

#include "decide/take_over.h"

namespace licit {
namespace {

bool same(const law::SetExpr& a, const law::SetExpr& b) {
  return std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                    [](const law::SetTerm& x, const law::SetTerm& y) {
                      return x.minus == y.minus && x.name == y.name && x.literal == y.literal;
                    });
}

bool same(const law::Operand& a, const law::Operand& b) {
  return a.kind == b.kind && a.number == b.number && a.date == b.date && a.param == b.param;
}

bool same(const law::Expr& a, const law::Expr& b) {
  return a.kind == b.kind && a.name == b.name && a.words == b.words &&
         a.comparison == b.comparison && a.constant == b.constant && same(a.operand, b.operand) &&
         same(a.set, b.set) &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    [](const law::Expr& x, const law::Expr& y) { return same(x, y); });
}

template <typename T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

// Of two packs on a day.
class Comparing {
 public:
  Comparing(const LawAt& a, const LawAt& b) : a_(a), b_(b) {}

  bool all() const {
    return same_facts() && paragraphs_of(a_.pack()) == paragraphs_of(b_.pack()) &&
           same_provisions(a_.rules(), b_.rules()) && same_provisions(a_.defeats(), b_.defeats()) &&
           same_provisions(a_.bars(), b_.bars()) && same_provisions(a_.policies(), b_.policies()) &&
           same_held(a_.pack().params, b_.pack().params,
                     [](const LawAt& law, const law::Param& one) { return law.param(one.id); }) &&
           same_held(a_.pack().sets, b_.pack().sets,
                     [](const LawAt& law, const law::SetDecl& one) { return law.set(one.id); }) &&
           same_held(a_.pack().defines, b_.pack().defines,
                     [](const LawAt& law, const law::Define& one) { return law.define(one.id); }) &&
           same_held(a_.pack().readings, b_.pack().readings,
                     [](const LawAt& law, const law::Reading& one) { return law.reading(one.id); });
  }

 private:
  bool same_facts() const {
    const auto& a = a_.pack().facts;
    const auto& b = b_.pack().facts;
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const law::FactDecl& x, const law::FactDecl& y) {
                        return x.id == y.id && x.type == y.type && x.words == y.words;
                      });
  }

  bool is_notice(const LawAt& law, const std::string& source) const {
    const law::Source* found = law.pack().find_source(source);
    return found != nullptr && found->instrument == law::Instrument::Notice;
  }

  bool equal(const law::Rule& a, const law::Rule& b) const {
    const bool notice = is_notice(a_, a.provenance.source);
    return a.id == b.id && a.outcome == b.outcome && a.outcome_name == b.outcome_name &&
           a.overrides == b.overrides && notice == is_notice(b_, b.provenance.source) &&
           (!notice || a.provenance.source == b.provenance.source) && same(a.when, b.when);
  }
  bool equal(const law::Defeat& a, const law::Defeat& b) const {
    return a.kind == b.kind && a.id == b.id && a.symbol == b.symbol && a.to == b.to &&
           a.overrides == b.overrides && a.not_encoded == b.not_encoded && same(a.when, b.when);
  }
  bool equal(const law::Bar& a, const law::Bar& b) const {
    return a.id == b.id && a.to == b.to && a.except == b.except && same(a.when, b.when);
  }
  bool equal(const law::Policy& a, const law::Policy& b) const {
    return a.id == b.id && a.for_rules == b.for_rules &&
           std::equal(a.choices.begin(), a.choices.end(), b.choices.begin(), b.choices.end(),
                      [](const law::PolicyChoice& x, const law::PolicyChoice& y) {
                        return x.review == y.review && same(x.when, y.when);
                      });
  }
  bool equal(const law::Param& a, const law::Param& b) const {
    return a.id == b.id && a.number == b.number && a.date == b.date;
  }
  bool equal(const law::Define& a, const law::Define& b) const {
    return a.id == b.id && same(a.when, b.when);
  }
  bool equal(const law::Reading& a, const law::Reading& b) const {
    return a.id == b.id &&
           std::equal(a.alternatives.begin(), a.alternatives.end(), b.alternatives.begin(),
                      b.alternatives.end(),
                      [](const law::ReadingAlternative& x, const law::ReadingAlternative& y) {
                        return x.id == y.id;
                      });
  }
  bool equal(const law::SetDecl& a, const law::SetDecl& b) const {
    const auto held = [](const LawAt& law, const law::SetDecl& set) {
      std::vector<const law::SetMember*> out;
      for (const law::SetMember& member : set.members) {
        if (law.member(member)) out.push_back(&member);
      }
      return out;
    };
    const auto x = held(a_, a);
    const auto y = held(b_, b);
    return a.id == b.id && a.type == b.type && a.members.empty() == b.members.empty() &&
           same(a.expr, b.expr) &&
           std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const auto* m, const auto* n) {
             return m->word == n->word && m->reading == n->reading &&
                    m->alternative == n->alternative;
           });
  }

  template <typename T>
  bool same_provisions(const std::vector<const T*>& a, const std::vector<const T*>& b) const {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [this](const T* x, const T* y) { return equal(*x, *y); });
  }

  // Of each id the version that holds, in either pack.
  template <typename T, typename Holding>
  bool same_held(const std::vector<T>& a, const std::vector<T>& b, Holding&& holding) const {
    const auto covers = [&](const std::vector<T>& ids) {
      return std::all_of(ids.begin(), ids.end(), [&](const T& one) {
        const T* x = holding(a_, one);
        const T* y = holding(b_, one);
        return x == nullptr || y == nullptr ? x == y : equal(*x, *y);
      });
    };
    return covers(a) && covers(b);
  }

  const LawAt& a_;
  const LawAt& b_;
};

}  // namespace

bool same_law(const LawAt& a, const LawAt& b) { return Comparing(a, b).all(); }

}  // namespace licit
