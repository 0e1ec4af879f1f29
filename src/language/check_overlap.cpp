// Two rules that answer one question differently must be kept apart by their conditions or dates, or be
// put in order by `overrides`. What an overlay brings together is kept as a conflict for the evaluator.
#include <algorithm>

#include "language/check_impl.h"
#include "language/disjoint.h"
#include "language/validity.h"

namespace licit::law {
namespace {

bool contrary(const Rule& a, const Rule& b) {
  if (b.outcome == OutcomeKind::NoLicense && a.outcome != OutcomeKind::NoLicense)
    return contrary(b, a);
  if (a.outcome != OutcomeKind::NoLicense) return false;
  return b.outcome == OutcomeKind::Prohibited ||
         (b.outcome == OutcomeKind::License && a.outcome_name == b.outcome_name);
}

}  // namespace

void Checker::check_overlaps() {
  pack_.conflicts.clear();
  std::vector<const Rule*> granting;
  std::vector<const Rule*> requiring;
  for (const Rule& r : pack_.rules) {
    if (r.outcome == OutcomeKind::NoLicense) granting.push_back(&r);
    if (r.outcome == OutcomeKind::License || r.outcome == OutcomeKind::Prohibited)
      requiring.push_back(&r);
  }
  if (granting.empty() || requiring.empty()) return;

  // Whether `from` goes before `to` through any chain of overrides.
  const auto goes_before = [this](const std::string& from, const std::string& to) {
    std::vector<std::string> todo{from};
    std::set<std::string> seen;
    while (!todo.empty()) {
      const std::string id = todo.back();
      todo.pop_back();
      if (!seen.insert(id).second) continue;
      const auto found = rules_.find(id);
      if (found == rules_.end()) continue;
      for (const Rule* version : found->second) {
        for (const std::string& other : version->overrides) {
          if (other == to) return true;
          todo.push_back(other);
        }
      }
    }
    return false;
  };

  const Disjointness conditions(pack_);
  for (const Rule* a : granting) {
    for (const Rule* b : requiring) {
      if (!contrary(*a, *b) || !overlap(a->validity, b->validity)) continue;
      if (goes_before(a->id, b->id) || goes_before(b->id, a->id)) continue;
      if (conditions.disjoint(a->when, b->when)) continue;
      // A pack alone has none, so whatever there is now came with an overlay.
      if (!pack_.overlays.empty()) {
        pack_.conflicts.push_back({a->id, b->id});
        continue;
      }
      const auto order = [](const Rule* x, const Rule* y) {
        return x->span.file != y->span.file ? x->span.file < y->span.file
                                            : x->span.begin < y->span.begin;
      };
      const Rule* first = order(a, b) ? a : b;
      const Rule* second = order(a, b) ? b : a;
      report_.error("L160", locate(second->span, second->id),
                    {Msg::LawOverlap, {second->id, first->id, place_text(first->span)}},
                    {{Msg::LawOverlapHelp, {first->id}}});
      if (report_.full()) return;
    }
  }
}

}  // namespace licit::law
