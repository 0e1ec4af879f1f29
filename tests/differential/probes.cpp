#include "differential/probes.h"

#include <algorithm>

namespace licit::differential {
namespace {

template <typename Expr, typename Look>
void walk(Expr& expr, const Look& look) {
  look(expr);
  for (auto& child : expr.children) walk(child, look);
}

template <typename Pack, typename Look>
void walk_pack(Pack& pack, const Look& look) {
  for (auto& define : pack.defines) walk(define.when, look);
  for (auto& rule : pack.rules) walk(rule.when, look);
  for (auto& bar : pack.bars) walk(bar.when, look);
  for (auto& defeat : pack.defeats) {
    if (defeat.when) walk(*defeat.when, look);
  }
  for (auto& policy : pack.policies) {
    for (auto& choice : policy.choices) {
      if (choice.when) walk(*choice.when, look);
    }
  }
}

// What conditions compare one fact with.
struct Named {
  std::set<Number> numbers;
  std::set<Date> days;
  std::set<std::string> words;
};

class Gathering {
 public:
  explicit Gathering(const law::Pack& pack) : pack_(pack) {
    walk_pack(pack, [&](const law::Expr& expr) { look_at(expr); });
  }
  std::map<std::string, Named> by_fact;
  std::set<std::string> known;

 private:
  void look_at(const law::Expr& expr) {
    switch (expr.kind) {
      case law::ExprKind::Compare:
        compare(expr);
        break;
      case law::ExprKind::In:
      case law::ExprKind::Is:
      case law::ExprKind::Includes:
        add(expr.name, expr.words);
        in(expr.name, expr.set);
        break;
      case law::ExprKind::Known:
        by_fact[expr.name];
        known.insert(expr.name);
        break;
      case law::ExprKind::Define:
        if (std::none_of(pack_.defines.begin(), pack_.defines.end(),
                         [&](const law::Define& define) { return define.id == expr.name; })) {
          by_fact[expr.name];
        }
        break;
      default:
        break;
    }
  }

  void add(const std::string& fact, const std::vector<std::string>& words) {
    by_fact[fact].words.insert(words.begin(), words.end());
  }

  void compare(const law::Expr& expr) {
    Named& named = by_fact[expr.name];
    const law::Operand& operand = expr.operand;
    if (operand.kind == law::Operand::Kind::Number) named.numbers.insert(operand.number);
    if (operand.kind == law::Operand::Kind::Date) named.days.insert(operand.date);
    if (operand.kind != law::Operand::Kind::Param) return;
    for (const law::Param& param : pack_.params) {
      if (param.id != operand.param) continue;
      if (param.number) named.numbers.insert(*param.number);
      if (param.date) named.days.insert(*param.date);
    }
  }

  void in(const std::string& fact, const law::SetExpr& set) {
    for (const law::SetTerm& term : set.terms) {
      add(fact, term.literal);
      for (const law::SetDecl& decl : pack_.sets) {
        if (decl.id != term.name) continue;
        for (const law::SetMember& member : decl.members) add(fact, {member.word});
        if (decl.expr) in(fact, *decl.expr);
      }
    }
  }

  const law::Pack& pack_;
};

std::vector<FactValue> numbers(const std::set<Number>& limits, const std::string& unit) {
  std::vector<FactValue> out;
  const auto add = [&](const Number& n) {
    out.push_back(FactValue::of(Interval::exactly(n), unit));
  };
  Number last(0);
  for (const Number& limit : limits) {
    add(*last.plus(limit)->over(Number(2)));
    add(limit);
    last = limit;
  }
  add(*last.plus(Number(10)));
  return out;
}

std::vector<FactValue> days(const std::set<Date>& limits) {
  std::set<Date> near{Date::parse("2021-06-15").value()};
  for (const Date day : limits) near.insert({day.plus_days(-1), day, day.plus_days(1)});
  std::vector<FactValue> out;
  for (const Date day : near) out.push_back(FactValue::of(day));
  return out;
}

// The places named, those that follow them, and one that nobody names.
std::vector<FactValue> places_like(const std::set<std::string>& named, const Places& places) {
  std::vector<FactValue> out;
  bool other = false;
  for (const PlaceRow& row : places.all()) {
    if (places.indeterminate(row.code)) continue;
    bool matters = named.contains(row.code);
    for (const std::string& code : places.lineage(row.code, Date(INT32_MAX / 2))) {
      matters = matters || named.contains(code);
    }
    if (!matters && std::exchange(other, true)) continue;
    out.push_back(FactValue::of(FactType::Place, row.code));
  }
  return out;
}

std::vector<FactValue> subsets(const std::vector<std::string>& words) {
  const std::size_t used = std::min<std::size_t>(words.size(), 5);
  std::vector<FactValue> out;
  for (std::size_t bits = 0; bits < std::size_t{1} << used; ++bits) {
    std::vector<std::string> members;
    for (std::size_t i = 0; i < used; ++i) {
      if (bits >> i & 1) members.push_back(words[i]);
    }
    out.push_back(FactValue::set_of(std::move(members)));
  }
  // Of a longer list not every set, but every word: alone, and beside another.
  for (std::size_t i = used; i < words.size(); ++i) {
    out.push_back(FactValue::set_of({words[i]}));
    out.push_back(FactValue::set_of({words[i % used], words[i]}));
  }
  return out;
}

std::vector<FactValue> values_of(const law::FactDecl& fact, const Named& named,
                                 const Places& places) {
  std::vector<FactValue> out;
  switch (fact.type) {
    case FactType::YesNo:
      return {FactValue::yes_no(false), FactValue::yes_no(true)};
    case FactType::Number:
      return numbers(named.numbers, fact.unit);
    case FactType::Date: {
      std::set<Date> limits = named.days;
      for (const std::string& word : named.words) {
        if (const auto day = Date::parse(word)) limits.insert(*day);
      }
      return days(limits);
    }
    case FactType::Place:
      return places_like(named.words, places);
    case FactType::OneOf:
      for (const std::string& word : fact.words) out.push_back(FactValue::of(fact.type, word));
      return out;
    case FactType::Name:
      for (const std::string& word : named.words) out.push_back(FactValue::of(fact.type, word));
      out.push_back(FactValue::of(fact.type, "Somebody Else"));
      return out;
    case FactType::SetOf:
      return subsets({named.words.begin(), named.words.end()});
  }
  return out;
}

}  // namespace

void each_condition(const law::Pack& pack, const std::function<void(const law::Expr&)>& look) {
  walk_pack(pack, look);
}

void each_condition(law::Pack& pack, const std::function<void(law::Expr&)>& look) {
  walk_pack(pack, look);
}

Probes::Probes(const law::Pack& pack, const Places& places) {
  Gathering gathering(pack);
  known_asked_ = gathering.known;
  std::set<std::string> notice_ids;
  for (const law::Rule& rule : pack.rules) {
    const law::Source* source = pack.find_source(rule.provenance.source);
    if (source == nullptr || source->instrument != law::Instrument::Notice) continue;
    if (!notice_ids.insert(source->id).second) continue;
    notices_.push_back(source);
    for (const std::string& name : source->addressees) {
      gathering.by_fact["exporter.name"].words.insert(name);
    }
    gathering.by_fact["exporter.notices"].words.insert(source->id);
  }
  for (const auto& [id, named] : gathering.by_fact) {
    const law::FactDecl* decl = pack.find_fact(id);
    if (decl == nullptr) {
      // Notices bind, whether or not the pack has a word for them.
      if (id == "exporter.notices") facts_.push_back(id);
      continue;
    }
    facts_.push_back(id);
    values_[id] = values_of(*decl, named, places);
    if (decl->type == FactType::SetOf && named.words.size() > 5) partial_.insert(id);
  }
}

const std::vector<FactValue>& Probes::of(const std::string& fact) const {
  static const std::vector<FactValue> none;
  const auto found = values_.find(fact);
  return found == values_.end() ? none : found->second;
}

}  // namespace licit::differential
