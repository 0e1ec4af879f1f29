#include "book/facts_read.h"

#include "facts/metrics.h"

namespace licit {
namespace {

using Ids = std::set<std::string, std::less<>>;

void collect(const law::Expr& expr, Ids& ids) {
  // Names that are no facts (defines, paragraphs, readings) do no harm here.
  if (!expr.name.empty()) ids.insert(expr.name);
  for (const law::Expr& child : expr.children) collect(child, ids);
}

void collect(const std::optional<law::Expr>& expr, Ids& ids) {
  if (expr) collect(*expr, ids);
}

}  // namespace

FactsRead facts_read_by(const law::Pack& pack) {
  FactsRead out;
  Ids& ids = out.values;
  for (const auto& define : pack.defines) collect(define.when, ids);
  for (const auto& rule : pack.rules) collect(rule.when, ids);
  for (const auto& defeat : pack.defeats) {
    collect(defeat.when, ids);
    for (const auto& step : defeat.steps) collect(step.when, ids);
  }
  for (const auto& bar : pack.bars) collect(bar.when, ids);
  for (const auto& policy : pack.policies)
    for (const auto& choice : policy.choices) collect(choice.when, ids);
  for (const auto& flag : pack.flags) collect(flag.when, ids);
  for (const auto& aside : pack.asides) collect(aside.when, ids);
  for (const auto& pointer : pack.pointers) collect(pointer.when, ids);
  for (const auto& fact : pack.facts) {
    for (const auto& computation : fact.computed) {
      if (const MetricInfo* metric = find_metric(computation.function))
        ids.insert(metric->inputs.begin(), metric->inputs.end());
    }
    out.presence.insert(fact.missing_unless_given.begin(), fact.missing_unless_given.end());
  }
  return out;
}

}  // namespace licit
