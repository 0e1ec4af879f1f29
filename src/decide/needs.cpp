// Which questions to ask, and in which order: each answer that a question may get is tried on a copy
// of the facts, and a question of which every answer settles the verdict comes first.
#include <algorithm>
#include <map>

#include "decide/citation.h"
#include "decide/parts.h"
#include "decide/unknowns.h"

namespace licit {
namespace {

// Every condition of the pack, with the limits and place sets that its leaves use.
struct Leaves {
  std::map<std::string_view, std::vector<const law::Operand*>> limits;
  std::vector<const law::SetExpr*> place_sets;

  void add(const law::Expr& expr) {
    if (expr.kind == law::ExprKind::Compare) limits[expr.name].push_back(&expr.operand);
    if (expr.kind == law::ExprKind::In && expr.words.empty()) place_sets.push_back(&expr.set);
    for (const law::Expr& child : expr.children) add(child);
  }
  explicit Leaves(const law::Pack& pack) {
    for (const law::Define& define : pack.defines) add(define.when);
    for (const law::Rule& rule : pack.rules) add(rule.when);
    for (const law::Bar& bar : pack.bars) add(bar.when);
    for (const law::Defeat& defeat : pack.defeats) {
      if (defeat.when) add(*defeat.when);
    }
  }
};

class Trials {
 public:
  Trials(Judge& judge, const std::vector<std::string>& notices)
      : judge_(judge), notices_(notices), leaves_(judge.pack()) {}

  // Whether every answer to this one question settles the verdict. False where answers cannot be
  // listed (names).
  bool settles(const Need& need) {
    const std::vector<FactValue> answers = possible(need);
    return !answers.empty() &&
           std::all_of(answers.begin(), answers.end(), [&](const FactValue& answer) {
             FactSet facts = judge_.facts().facts();
             facts.set(need.fact, answer);
             Judge trial(judge_.setting(), facts);
             return decide(trial).verdict != Verdict::Undetermined;
           });
  }

 private:
  std::vector<FactValue> possible(const Need& need) {
    const FactValue& known = judge_.facts().read(need.fact).value;
    std::vector<FactValue> out;
    switch (need.type) {
      case FactType::YesNo:
        return {FactValue::yes_no(true), FactValue::yes_no(false)};
      case FactType::OneOf:
        for (const std::string& word : need.words)
          out.push_back(FactValue::of(FactType::OneOf, word));
        return out;
      case FactType::SetOf: {
        std::vector<std::string> words = need.fact == "exporter.notices" ? notices_ : need.words;
        out.push_back(FactValue::set_of({}));
        for (const std::string& word : words) out.push_back(FactValue::set_of({word}));
        return out;
      }
      case FactType::Place:
        for (const std::string& code : places())
          out.push_back(FactValue::of(FactType::Place, code));
        return out;
      case FactType::Number:
        return numbers(need.fact, known);
      case FactType::Date:
        return days(need.fact);
      case FactType::Name:
        return {};
    }
    return {};
  }

  // One place for each way in which places fall into the sets that the law asks about. Places that
  // the law names nowhere are left out: for those no question would settle anything.
  const std::vector<std::string>& places() {
    if (!representatives_.empty()) return representatives_;
    std::map<std::string, std::string> by_membership;
    for (const PlaceRow& place : judge_.setting().places.all()) {
      if (judge_.setting().places.indeterminate(place.code)) continue;
      std::string key;
      for (const law::SetExpr* set : leaves_.place_sets) {
        key += word_of(judge_.in_set(*set, FactType::Place, place.code).truth).front();
      }
      by_membership.emplace(std::move(key), place.code);
    }
    for (auto& [key, code] : by_membership) representatives_.push_back(std::move(code));
    return representatives_;
  }

  // On, and on either side of, each limit that the law sets for the fact; for a figure that the law
  // does not compare itself (an area, a bandwidth), sizes from tiny to huge.
  std::vector<FactValue> numbers(const std::string& fact, const FactValue& known) {
    std::vector<Number> points;
    for (const law::Operand* operand : leaves_.limits[fact]) {
      std::optional<Number> limit = operand->number;
      if (operand->kind == law::Operand::Kind::Param) {
        const law::Param* param = judge_.law().param(operand->param);
        limit = param != nullptr ? param->number : std::nullopt;
      }
      if (!limit) continue;
      points.push_back(*limit);
      for (const std::int64_t step : {-1, 1}) {
        if (const auto thousandth = Number::fraction(step, 1000)) {
          if (const auto next = limit->plus(*thousandth)) points.push_back(*next);
        }
      }
    }
    if (points.empty()) {
      for (const std::int64_t size :
           {1,   10,  50,   100,  200,  300,  400,  500,  600,   700,
            800, 900, 1000, 1200, 1500, 2000, 3000, 5000, 10000, 1000000}) {
        points.emplace_back(size);
      }
    } else {
      points.emplace_back(1);
      points.emplace_back(1'000'000'000);
    }
    const Interval& range = known.number;
    if (range.lo) points.push_back(*range.lo);
    if (range.hi) points.push_back(*range.hi);
    std::vector<FactValue> out;
    for (const Number& point : points) {
      if ((range.lo && point < *range.lo) || (range.hi && *range.hi < point)) continue;
      out.push_back(FactValue::of(Interval::exactly(point), known.unit));
    }
    return out;
  }

  std::vector<FactValue> days(const std::string& fact) {
    std::vector<FactValue> out;
    for (const law::Operand* operand : leaves_.limits[fact]) {
      const Date* limit = &operand->date;
      if (operand->kind == law::Operand::Kind::Param) {
        const law::Param* param = judge_.law().param(operand->param);
        limit = param != nullptr && param->date ? &*param->date : nullptr;
      }
      if (limit == nullptr) continue;
      for (const int step : {-1, 0, 1}) out.push_back(FactValue::of(limit->plus_days(step)));
    }
    return out;
  }

  Judge& judge_;
  const std::vector<std::string>& notices_;
  Leaves leaves_;
  std::vector<std::string> representatives_;
};

// The question in plain words; for notices with the notices' own names.
Bilingual question(const Judge& judge, const law::FactDecl* decl, const std::string& fact,
                   const std::vector<std::string>& notices) {
  Bilingual asks = decl != nullptr && !decl->asks.empty() ? decl->asks
                   : decl != nullptr && !decl->says.empty()
                       ? in_both(Msg::NeedAsks, std::vector<Bilingual>{decl->says})
                       : in_both(Msg::NeedAsks, std::vector<std::string>{fact});
  if (fact != "exporter.notices") return asks;
  Bilingual list;
  for (const std::string& id : notices) {
    const law::Source* notice = judge.index().source(id);
    const std::string shown =
        (list.en.empty() ? "" : ", ") + id +
        (notice != nullptr && !notice->citation.empty() ? " (" + notice->citation + ")" : "");
    list.en += shown;
    list.fr += shown;
  }
  return list.empty() ? asks : in_both(Msg::NeedNotices, std::vector<Bilingual>{asks, list});
}

}  // namespace

std::vector<Need> needs_of(Judge& judge, const Decision& decision, bool ranked) {
  std::vector<std::string> order;
  std::vector<std::string> notices;
  std::map<std::string, int> readers;  // undetermined provisions that a fact leaves open
  const auto take = [&](const Unknowns& unknowns) {
    for (const std::string& fact : unknowns.facts()) {
      if (readers[fact]++ == 0) order.push_back(fact);
    }
    for (const std::string& notice : unknowns.notices()) {
      if (std::find(notices.begin(), notices.end(), notice) == notices.end())
        notices.push_back(notice);
    }
  };
  for (const std::size_t rule : decision.scope_unknown) {
    Unknowns unknowns(judge);
    unknowns.of_rule(rule);
    take(unknowns);
  }
  for (const RequirementState& state : decision.requirements) {
    Unknowns unknowns(judge);
    unknowns.of_requirement(state);
    take(unknowns);
  }
  std::vector<Need> out;
  for (const std::string& fact : order) {
    const law::FactDecl* decl = judge.index().fact(fact);
    Need need;
    need.fact = fact;
    need.asks = question(judge, decl, fact, notices);
    if (decl != nullptr) {
      need.type = decl->type;
      need.words = decl->words;
    }
    if (fact == "exporter.notices") {
      need.type = FactType::SetOf;
      need.words = notices;
    }
    out.push_back(std::move(need));
  }
  if (!ranked) return out;
  Trials trials(judge, notices);
  for (Need& need : out) need.settles = trials.settles(need);
  std::stable_sort(out.begin(), out.end(), [&](const Need& a, const Need& b) {
    if (a.settles != b.settles) return a.settles;
    return readers[a.fact] > readers[b.fact];
  });
  return out;
}

}  // namespace licit
