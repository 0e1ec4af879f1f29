#include "decide/trials.h"

#include <algorithm>

#include "base/mapped.h"
#include "facts/metrics.h"

namespace licit {
namespace {

// More than these words, and the sets that they make are too many to be tried.
constexpr std::size_t most_words = 7;

void add_once(std::vector<std::string>& to, const std::string& word) {
  if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(word);
}

// What is kept under a key; nothing where there is none. (The maps' keys are the pack's own strings.)
template <typename Values>
Values under(const std::map<std::string_view, Values>& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? Values{} : found->second;
}

// An end of a metric's interval, computed from two values of an input, one twice the other.
struct End {
  std::optional<Number> at_once, at_twice;
};

// The input at which that end reaches the limit. `known`: false where the end does not move as the
// shape says, so that nothing follows.
struct Crossing {
  bool known = false;
  std::optional<Number> at;  // empty: the end does not move
};

Crossing crossing_of(Shape shape, const End& end, const Number& once, const Number& limit) {
  if (!end.at_once && !end.at_twice) return {true, {}};
  if (!end.at_once || !end.at_twice) return {};
  if (*end.at_once == *end.at_twice) return {true, {}};
  const Number &a = *end.at_once, &b = *end.at_twice;
  std::optional<Number> at;
  switch (shape) {
    case Shape::Proportional:
      if (b != a.times(Number(2))) return {};
      at = once.over(a);
      if (at) at = at->times(limit);
      break;
    case Shape::Inverse:
      if (a != b.times(Number(2))) return {};
      at = a.times(once);
      if (at) at = at->over(limit);
      break;
    case Shape::Added:
      if (b.minus(a) != once) return {};
      at = limit.minus(a);
      if (at) at = at->plus(once);
      break;
  }
  return {at.has_value(), at};
}

}  // namespace

Trials::Trials(std::vector<Judge*> judges)
    : judges_(std::move(judges)), pack_(judges_.front()->pack()) {
  for (const law::Define& define : pack_.defines) look_at(define.when);
  for (const law::Rule& rule : pack_.rules) look_at(rule.when);
  for (const law::Bar& bar : pack_.bars) look_at(bar.when);
  for (const law::Defeat& defeat : pack_.defeats) {
    if (defeat.when) look_at(*defeat.when);
  }
}

void Trials::look_at(const law::Expr& expr) {
  if (expr.kind == law::ExprKind::Compare) limits_[expr.name].push_back(&expr.operand);
  if (expr.kind == law::ExprKind::In && expr.words.empty()) place_sets_.push_back(&expr.set);
  const bool has_words = expr.kind == law::ExprKind::Is || expr.kind == law::ExprKind::Includes ||
                         expr.kind == law::ExprKind::In;
  if (has_words) {
    for (const std::string& word : expr.words) add_once(words_[expr.name], word);
  }
  for (const law::Expr& child : expr.children) look_at(child);
}

bool Trials::settles(const Need& need) {
  const Values values = values_of(need);
  return values && !values->empty() &&
         std::all_of(values->begin(), values->end(),
                     [&](const FactValue& value) { return settled_with(need.fact, value); });
}

bool Trials::settled_with(const std::string& fact, const FactValue& value) {
  std::optional<Verdict> verdict;
  for (Judge* judge : judges_) {
    FactSet facts = judge->facts().facts();
    facts.set(fact, value);
    Judge trial(judge->setting(), facts);
    const Verdict decided = decide(trial).verdict;
    if (decided == Verdict::Undetermined || (verdict && *verdict != decided)) return false;
    verdict = decided;
  }
  return true;
}

Trials::Values Trials::values_of(const Need& need) {
  switch (need.type) {
    case FactType::YesNo:
      return scalars(need, {true, false});
    case FactType::OneOf:
      return scalars(need, mapped(need.words, [](const std::string& w) { return Scalar(w); }));
    case FactType::Place:
      return scalars(need, places());
    case FactType::SetOf:
      return sets(need);
    case FactType::Number:
      return numbers(need);
    case FactType::Date:
      return days(need.fact);
    case FactType::Name:
      return std::nullopt;
  }
  return std::nullopt;
}

// All values of the type, or the candidates where each chip has some.
Trials::Values Trials::scalars(const Need& need, std::vector<Scalar> all) {
  std::vector<Scalar> candidates;
  for (Judge* judge : judges_) {
    const std::vector<Scalar>& known = judge->facts().read(need.fact).value.candidates;
    if (known.empty()) {
      candidates = std::move(all);
      break;
    }
    candidates.insert(candidates.end(), known.begin(), known.end());
  }
  return mapped(candidates, [&](const Scalar& scalar) {
    FactValue value = FactValue::unknown(need.type);
    value.candidates = {scalar};
    value.origin = Origin::Given;
    return value;
  });
}

// Every set of the words that the law asks for: two lists may matter together where each alone does
// not. Words that it asks nothing of make no difference.
Trials::Values Trials::sets(const Need& need) {
  std::vector<std::string> words = under(words_, need.fact);
  if (need.fact == "exporter.notices") {
    for (const law::Rule& rule : pack_.rules) {
      const law::Source* source = judges_.front()->index().source(rule.provenance.source);
      if (source != nullptr && source->instrument == law::Instrument::Notice)
        add_once(words, source->id);
    }
  }
  // A named set may hold any of the fact's own words.
  for (const std::string& word : need.words) add_once(words, word);
  if (words.size() > most_words) return std::nullopt;
  std::vector<FactValue> out;
  for (std::size_t chosen = 0; chosen < std::size_t{1} << words.size(); ++chosen) {
    std::vector<std::string> members;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if ((chosen >> i & 1U) != 0) members.push_back(words[i]);
    }
    out.push_back(FactValue::set_of(std::move(members)));
  }
  return out;
}

// One place for each way in which places fall into the sets that the law asks about.
const std::vector<Scalar>& Trials::places() {
  if (!places_.empty()) return places_;
  Judge& judge = *judges_.front();
  const Places& table = judge.setting().places;
  std::vector<std::string> named;
  for (const law::FactDecl& fact : pack_.facts) {
    if (fact.type != FactType::Place) continue;
    for (const std::string& code : under(words_, fact.id)) add_once(named, code);
  }
  std::map<std::string, std::string> by_membership;
  for (const PlaceRow& place : table.all()) {
    if (table.indeterminate(place.code)) continue;
    std::string key;
    for (const law::SetExpr* set : place_sets_) {
      key += word_of(judge.in_set(*set, FactType::Place, place.code).truth).front();
    }
    const std::vector<std::string> lineage = table.lineage(place.code, judge.law().on());
    for (const std::string& code : named) {
      key += std::find(lineage.begin(), lineage.end(), code) != lineage.end() ? '+' : '-';
    }
    by_membership.emplace(std::move(key), place.code);
  }
  for (auto& [key, code] : by_membership) places_.emplace_back(std::move(code));
  return places_;
}

std::vector<Number> Trials::limits_in_force(std::string_view fact) {
  std::vector<Number> out;
  for (const law::Operand* operand : under(limits_, fact)) {
    if (operand->kind == law::Operand::Kind::Number) out.push_back(operand->number);
    if (operand->kind != law::Operand::Kind::Param) continue;
    const law::Param* param = judges_.front()->law().param(operand->param);
    if (param != nullptr && param->number) out.push_back(*param->number);
  }
  return out;
}

// The values of an input at which a metric that is computed from it comes to one of the law's limits.
// False where they cannot be found.
bool Trials::add_limits_through(const law::FactDecl& metric, const std::string& fact,
                                std::vector<Number>& limits) {
  const Number once(1000), twice(2000);
  for (Judge* judge : judges_) {
    if (judge->facts().read(metric.id).value.origin == Origin::Given) continue;
    const law::Computation* way = judge->facts().way_of(metric);
    const MetricInfo* info = way == nullptr ? nullptr : find_metric(way->function);
    if (info == nullptr) continue;
    if (std::find(info->inputs.begin(), info->inputs.end(), fact) == info->inputs.end()) continue;
    const std::optional<Shape> shape = shape_of(way->function, fact);
    if (!shape) return false;
    const auto with = [&](const Number& value) {
      FactSet facts = judge->facts().facts();
      facts.set(fact, FactValue::of(Interval::exactly(value), {}));
      Judge trial(judge->setting(), facts);
      return trial.facts().read(metric.id).value.number;
    };
    const Interval first = with(once), second = with(twice);
    for (const Number& limit : limits_in_force(metric.id)) {
      for (const End& end : {End{first.lo, second.lo}, End{first.hi, second.hi}}) {
        const Crossing crossing = crossing_of(*shape, end, once, limit);
        if (!crossing.known) return false;
        if (crossing.at) limits.push_back(*crossing.at);
      }
    }
  }
  return true;
}

std::optional<std::vector<Number>> Trials::limits_on(const std::string& fact) {
  std::vector<Number> limits = limits_in_force(fact);
  for (const law::FactDecl& metric : pack_.facts) {
    if (metric.computed.empty() || metric.id == fact || !limits_.contains(metric.id)) continue;
    if (!add_limits_through(metric, fact, limits)) return std::nullopt;
  }
  return limits;
}

// Each limit, and one value in each gap between two: in a gap the law tells no two values apart.
Trials::Values Trials::numbers(const Need& need) {
  std::optional<std::vector<Number>> limits = limits_on(need.fact);
  if (!limits) return std::nullopt;
  std::optional<Interval> range;
  for (Judge* judge : judges_) {
    const Interval& known = judge->facts().read(need.fact).value.number;
    if (!range) {
      range = known;
      continue;
    }
    range->lo = range->lo && known.lo ? std::min(range->lo, known.lo) : std::nullopt;
    range->hi = range->hi && known.hi ? std::max(range->hi, known.hi) : std::nullopt;
  }
  const Number low = range->lo.value_or(Number(0));
  std::vector<Number> points{low};
  if (range->hi) points.push_back(*range->hi);
  for (const Number& limit : *limits) {
    if (low < limit && (!range->hi || limit < *range->hi)) points.push_back(limit);
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  std::vector<Number> between;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const std::optional<Number> sum = points[i].plus(points[i + 1]);
    const std::optional<Number> middle = sum ? sum->over(Number(2)) : std::nullopt;
    if (!middle) return std::nullopt;
    between.push_back(*middle);
  }
  if (!range->hi) {
    const std::optional<Number> beyond = points.back().plus(Number(1));
    if (!beyond) return std::nullopt;
    between.push_back(*beyond);
  }
  points.insert(points.end(), between.begin(), between.end());
  return mapped(points, [&](const Number& point) {
    return FactValue::of(Interval::exactly(point), need.unit);
  });
}

// Days are told apart by the days that the law names for the fact.
std::vector<FactValue> Trials::days(const std::string& fact) {
  std::vector<Date> limits;
  for (const law::Operand* operand : under(limits_, fact)) {
    if (operand->kind == law::Operand::Kind::Date) limits.push_back(operand->date);
    if (operand->kind != law::Operand::Kind::Param) continue;
    const law::Param* param = judges_.front()->law().param(operand->param);
    if (param != nullptr && param->date) limits.push_back(*param->date);
  }
  for (const std::string& word : under(words_, fact)) {
    if (const auto day = Date::parse(word)) limits.push_back(*day);
  }
  if (limits.empty()) limits.push_back(judges_.front()->law().on());
  std::vector<FactValue> out;
  for (const Date day : limits) {
    for (const int step : {-1, 0, 1}) out.push_back(FactValue::of(day.plus_days(step)));
  }
  return out;
}

}  // namespace licit
