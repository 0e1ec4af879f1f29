// Whether two conditions can never hold together, as far as their outermost parts show it. Never says
// yes wrongly; says no where it cannot tell.
#pragma once

#include "language/ast.h"

namespace licit::law {

// For a pack whose names resolve. Looks at the parts joined by `and` at the top of each condition, with
// defines that have one version unfolded.
class Disjointness {
 public:
  explicit Disjointness(const Pack& pack);
  bool disjoint(const Expr& a, const Expr& b) const;

 private:
  struct Part {
    const Expr* expr = nullptr;
    bool negated = false;
  };
  void unfold(const Expr& e, bool negated, std::vector<Part>& into, int depth) const;
  bool contradict(const Part& a, const Part& b) const;
  bool numbers_contradict(const Part& a, const Part& b) const;
  bool words_contradict(const Part& a, const Part& b) const;
  bool places_contradict(const Part& a, const Part& b) const;
  bool same(const Expr& a, const Expr& b) const;
  // Every place that may be in the set on some day, followers included.
  std::vector<std::string> possible_places(const SetExpr& set, int depth) const;

  std::map<std::string, std::vector<const Define*>, std::less<>> defines_;
  std::map<std::string, std::vector<const Param*>, std::less<>> params_;
  std::map<std::string, std::vector<const SetDecl*>, std::less<>> sets_;
};

}  // namespace licit::law
