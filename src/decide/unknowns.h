// Which facts leave a condition open: the unknown leaves whose truth still reaches the top. A fact is
// named by what can be asked: an alias by what stands in for it, a computed fact by what it lacks.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "decide/decision.h"
#include "facts/metrics.h"

namespace licit {

class Unknowns {
 public:
  explicit Unknowns(Judge& judge) : judge_(judge) {}

  // Each adds the facts that leave it open; nothing where its truth is known.
  void of(const law::Expr& expr);
  void of_rule(std::size_t rule);  // exclusions and overriding rules included
  void of_defeat(std::size_t defeat);
  void of_bar(std::size_t bar);
  void of_paragraph(std::string_view paragraph);
  void of_exception(const RequirementState& state, const ExceptionState& exception);
  void of_requirement(const RequirementState& state);
  void of_fact(std::string_view fact) { add(fact); }

  // Each once, in the order in which the law asks.
  const std::vector<std::string>& facts() const { return facts_; }
  // Source ids of the notices whose receipt is not known.
  const std::vector<std::string>& notices() const { return notices_; }
  // Facts whose place is known, but not to which groups of places of the law it belongs.
  const std::vector<std::string>& unplaced() const { return unplaced_; }

 private:
  bool is_new(const void* walked);
  void of_selected(std::string_view paragraph);
  void add(std::string_view fact);
  void add_id(std::string_view fact);
  void add_inputs(const ReadFact& fact);
  void add_chained(const ReadFact& fact, const MetricInfo& metric);

  Judge& judge_;
  std::unordered_set<const void*> walked_;  // parts of the law
  std::vector<std::string> facts_;
  std::vector<std::string> notices_;
  std::vector<std::string> unplaced_;
};

}  // namespace licit
