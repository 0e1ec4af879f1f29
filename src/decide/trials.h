// Whether one question settles the verdict: every value that the answer could be, one for each way in
// which the law can tell values apart, is put in place of what is not known, and the verdict must be
// settled under each. Where the values cannot be told off completely, no question is said to settle.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decide/decision.h"

namespace licit {

class Trials {
 public:
  // One judge for each chip that the name may mean, at least one; all under the same setting.
  explicit Trials(std::vector<Judge*> judges);

  // Whether, whatever is answered within what is known of the fact, every chip leads to the same
  // verdict and that is not `undetermined`. Places that the law places nowhere are no answers here:
  // no question would settle anything for those.
  bool settles(const Need& need);

 private:
  using Values = std::optional<std::vector<FactValue>>;  // empty: they cannot be told off

  Values values_of(const Need& need);
  Values scalars(const Need& need, std::vector<Scalar> all);
  Values sets(const Need& need);
  Values numbers(const Need& need);
  std::optional<std::vector<Number>> limits_on(const std::string& fact);
  bool add_limits_through(const law::FactDecl& metric, const std::string& fact,
                          std::vector<Number>& limits);
  std::vector<Number> limits_in_force(std::string_view fact);
  std::vector<FactValue> days(const std::string& fact);
  const std::vector<Scalar>& places();
  bool settled_with(const std::string& fact, const FactValue& value);
  void look_at(const law::Expr& expr);

  std::vector<Judge*> judges_;
  const law::Pack& pack_;
  // Of every condition on which a verdict can turn.
  std::map<std::string_view, std::vector<const law::Operand*>> limits_;
  std::map<std::string_view, std::vector<std::string>> words_;
  std::vector<const law::SetExpr*> place_sets_;
  std::vector<Scalar> places_;
};

}  // namespace licit
