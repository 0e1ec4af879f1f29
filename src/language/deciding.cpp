#include "language/deciding.h"

#include <optional>
#include <vector>

namespace licit::law {
namespace {

using Names = std::vector<std::string_view>;

// A yes-no fact alone reads as a define of its name, which then nobody declares.
void named_in(const Expr& expr, Names& names) {
  if (expr.kind == ExprKind::Define) names.push_back(expr.name);
  for (const Expr& child : expr.children) named_in(child, names);
}

void named_in(const std::optional<Expr>& expr, Names& names) {
  if (expr) named_in(*expr, names);
}

}  // namespace

std::set<std::string_view> deciding_defines(const Pack& pack) {
  Names open;
  for (const Rule& rule : pack.rules) named_in(rule.when, open);
  for (const Bar& bar : pack.bars) named_in(bar.when, open);
  for (const Quirk& quirk : pack.quirks) named_in(quirk.when, open);
  for (const Defeat& defeat : pack.defeats) {
    named_in(defeat.when, open);
    for (const Step& step : defeat.steps) named_in(step.when, open);
  }
  for (const Policy& policy : pack.policies) {
    for (const PolicyChoice& choice : policy.choices) named_in(choice.when, open);
  }
  std::set<std::string_view> found;
  while (!open.empty()) {
    const std::string_view name = open.back();
    open.pop_back();
    if (!found.insert(name).second) continue;
    for (const Define& define : pack.defines) {
      if (define.id == name) named_in(define.when, open);
    }
  }
  return found;
}

}  // namespace licit::law
