#include "decide/limit_sources.h"

#include <algorithm>

namespace licit {
namespace {

class Gather {
 public:
  explicit Gather(const LawAt& law) : law_(law) {}

  void from(const law::Expr& expr, const std::string& cite, const std::string& provision) {
    if (expr.kind == law::ExprKind::Compare) add(expr, cite, provision);
    if (expr.kind == law::ExprKind::Define) {
      const law::Define* define = law_.define(expr.name);
      if (define != nullptr) from(define->when, define->provenance.cite, provision);
    }
    for (const law::Expr& child : expr.children) from(child, cite, provision);
  }

  std::vector<LimitSource> sorted() && {
    std::stable_sort(out_.begin(), out_.end(), [](const LimitSource& a, const LimitSource& b) {
      return a.fact != b.fact ? a.fact < b.fact : b.at < a.at;
    });
    return std::move(out_);
  }

 private:
  void add(const law::Expr& expr, const std::string& cite, const std::string& provision) {
    if (!expr.name.starts_with("item.") || expr.operand.kind == law::Operand::Kind::Date) return;
    LimitSource source{expr.name, expr.operand.number, expr.operand.unit, cite, provision};
    if (expr.operand.kind == law::Operand::Kind::Param) {
      const law::Param* param = law_.param(expr.operand.param);
      if (param == nullptr || !param->number) return;
      source.at = *param->number;
      source.unit = param->unit;
      if (!param->provenance.cite.empty()) source.cite = param->provenance.cite;
    }
    const bool known = std::any_of(out_.begin(), out_.end(), [&](const LimitSource& one) {
      return one.fact == source.fact && one.at == source.at && one.cite == source.cite;
    });
    if (!known) out_.push_back(std::move(source));
  }

  const LawAt& law_;
  std::vector<LimitSource> out_;
};

}  // namespace

std::vector<LimitSource> limit_sources(const LawAt& law) {
  Gather gather(law);
  for (const law::Rule* rule : law.rules()) {
    gather.from(rule->when, rule->provenance.cite, rule->id);
  }
  for (const law::Defeat* defeat : law.defeats()) {
    if (defeat->when) gather.from(*defeat->when, defeat->provenance.cite, defeat->id);
  }
  for (const law::Bar* bar : law.bars()) gather.from(bar->when, bar->provenance.cite, bar->id);
  return std::move(gather).sorted();
}

}  // namespace licit
