// How many values of one fact the law tells apart: a compiled law has that many classes of it, and cannot
// have more than `limits::classes`.
#include "language/check_impl.h"
#include "language/deciding.h"
#include "language/limits.h"

namespace licit::law {
namespace {

// The values that comparisons and word tests of one fact name. A comparison that asks for one value alone
// cuts the line on both of its sides.
class Values {
 public:
  void of_number(const Number& number, Comparison comparison) { cut(numbers_, number, comparison); }
  void of_date(Date date, Comparison comparison) { cut(dates_, date, comparison); }
  void of_word(const std::string& word) { words_.insert(word); }
  std::size_t count() const { return numbers_.size() + dates_.size() + words_.size(); }

 private:
  template <typename T>
  static void cut(std::set<std::pair<T, bool>>& cuts, const T& at, Comparison comparison) {
    const bool before = comparison != Comparison::Greater && comparison != Comparison::LessEqual;
    const bool after = comparison != Comparison::GreaterEqual && comparison != Comparison::Less;
    if (before) cuts.emplace(at, false);
    if (after) cuts.emplace(at, true);
  }

  std::set<std::pair<Number, bool>> numbers_;
  std::set<std::pair<Date, bool>> dates_;
  std::set<std::string> words_;
};

class Gathering {
 public:
  explicit Gathering(const Versions<Param>& params) : params_(params) {}

  void look_at(const Expr& expr) {
    for (const Expr& child : expr.children) look_at(child);
    if (expr.kind == ExprKind::Compare) {
      compare(values_[expr.name], expr.operand, expr.comparison);
    } else if (expr.kind == ExprKind::Is || expr.kind == ExprKind::In) {
      for (const std::string& word : expr.words) values_[expr.name].of_word(word);
    }
  }
  const std::map<std::string, Values>& values() const { return values_; }

 private:
  void compare(Values& values, const Operand& operand, Comparison comparison) {
    if (operand.kind == Operand::Kind::Number) values.of_number(operand.number, comparison);
    if (operand.kind == Operand::Kind::Date) values.of_date(operand.date, comparison);
    if (operand.kind != Operand::Kind::Param) return;
    const auto versions = params_.find(operand.param);
    if (versions == params_.end()) return;
    for (const Param* param : versions->second) {
      if (param->number) values.of_number(*param->number, comparison);
      if (param->date) values.of_date(*param->date, comparison);
    }
  }

  const Versions<Param>& params_;
  std::map<std::string, Values> values_;
};

}  // namespace

void Checker::check_limits() {
  Gathering gathering(params_);
  for (const Rule& rule : pack_.rules) gathering.look_at(rule.when);
  const std::set<std::string_view> deciding = deciding_defines(pack_);
  for (const Define& define : pack_.defines) {
    if (deciding.contains(define.id)) gathering.look_at(define.when);
  }
  for (const Bar& bar : pack_.bars) gathering.look_at(bar.when);
  for (const Defeat& defeat : pack_.defeats) {
    if (defeat.when) gathering.look_at(*defeat.when);
  }
  for (const Policy& policy : pack_.policies) {
    for (const PolicyChoice& choice : policy.choices) {
      if (choice.when) gathering.look_at(*choice.when);
    }
  }
  for (const Quirk& quirk : pack_.quirks) {
    if (quirk.when) gathering.look_at(*quirk.when);
  }
  for (const auto& [fact, values] : gathering.values()) {
    const auto declared = facts_.find(fact);
    if (values.count() < limits::classes || declared == facts_.end()) continue;
    report_.error("L161", locate(declared->second->span, fact),
                  {Msg::LawTooManyLimits,
                   {fact, std::to_string(values.count()), std::to_string(limits::classes - 1)}},
                  {{Msg::LawTooManyLimitsHelp, {}}});
  }
}

}  // namespace licit::law
