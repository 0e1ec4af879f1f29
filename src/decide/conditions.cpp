// Conditions to truths. The proof (proof.cpp) tells the same story with all limbs shown.
#include <algorithm>

#include "base/text.h"
#include "decide/judge.h"

namespace licit {
namespace {

bool same_name(const std::string& a, const std::string& b) { return a == b || fold(a) == fold(b); }

// The truth of "one of the candidates, we do not know which, is such": yes if all are, no if none.
template <typename Is>
Truth over_candidates(const std::vector<Scalar>& candidates, Is&& is) {
  if (candidates.empty()) return Truth::Unknown;
  bool some = false;
  bool every = true;
  for (const Scalar& candidate : candidates) {
    const Truth truth = is(candidate);
    if (truth == Truth::Unknown) return Truth::Unknown;
    some = some || truth == Truth::Yes;
    every = every && truth == Truth::Yes;
  }
  return every ? Truth::Yes : some ? Truth::Unknown : Truth::No;
}

bool holds(Date a, Comparison c, Date b) {
  switch (c) {
    case Comparison::Less:
      return a < b;
    case Comparison::LessEqual:
      return a <= b;
    case Comparison::Greater:
      return a > b;
    case Comparison::GreaterEqual:
      return a >= b;
    case Comparison::Equal:
      return a == b;
    case Comparison::NotEqual:
      return a != b;
  }
  return false;
}

Truth is_one_of(const Scalar& value, FactType type, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (const bool* yes = std::get_if<bool>(&value)) {
      if (word == (*yes ? "yes" : "no")) return Truth::Yes;
    } else if (const Date* day = std::get_if<Date>(&value)) {
      if (word == day->iso()) return Truth::Yes;
    } else {
      const std::string& text = std::get<std::string>(value);
      if (text == word) return Truth::Yes;
      if (type == FactType::Name && fold(text) == fold(word)) return Truth::Yes;
    }
  }
  return Truth::No;
}

}  // namespace

Held both_of(const Held& a, const Held& b) {
  if (a.truth == Truth::No && b.truth == Truth::No) {
    return b.by.assumptions.count() < a.by.assumptions.count() ? b : a;
  }
  if (a.truth == Truth::No) return a;
  if (b.truth == Truth::No) return b;
  Held out{a.truth && b.truth, a.by};
  out.by |= b.by;
  return out;
}

Held not_of(Held a) {
  a.truth = !a.truth;
  return a;
}

Held either_of(const Held& a, const Held& b) { return not_of(both_of(not_of(a), not_of(b))); }

Held Judge::eval(const law::Expr& expr) {
  const std::uint32_t number = index().number_of(expr);
  if (number == PackIndex::not_numbered) return work_out(expr);
  if (kept_at_[number] != 0) return kept_[kept_at_[number] - 1];
  kept_.push_back(work_out(expr));
  kept_at_[number] = static_cast<std::uint32_t>(kept_.size());
  return kept_.back();
}

Held Judge::work_out(const law::Expr& expr) {
  switch (expr.kind) {
    case law::ExprKind::All:
      return all_of(expr.children);
    case law::ExprKind::Any:
      return any_of(expr.children);
    case law::ExprKind::Not:
      return expr.children.empty() ? Held{} : not_of(eval(expr.children.front()));
    case law::ExprKind::Compare:
      return compare_with(expr);
    case law::ExprKind::In:
      return is_in(expr);
    case law::ExprKind::Includes:
      return includes(expr);
    case law::ExprKind::Is:
      return is_word(expr, expr.name);
    case law::ExprKind::Known: {
      const bool known = facts_.is_known(expr.name);
      const ReadFact& fact = facts_.read(expr.name);
      return {truth_of(known), fact.assumed ? only_choices(fact.by.choices) : fact.by};
    }
    case law::ExprKind::Class:
      return class_is(expr);
    case law::ExprKind::Meets:
      return met(expr.name);
    case law::ExprKind::Define:
      return define(expr);
    case law::ExprKind::Reading: {
      trace_.ask_reading(expr.name);
      const auto chosen = setting_.readings.find(expr.name);
      const bool is =
          chosen != setting_.readings.end() &&
          std::find(expr.words.begin(), expr.words.end(), chosen->second) != expr.words.end();
      return {truth_of(is), only_choices(index().choice(expr.name))};
    }
    case law::ExprKind::Posture: {
      trace_.asked_posture = true;
      const char* posture = setting_.posture == Posture::Text ? "text" : "enforced";
      return {
          truth_of(std::find(expr.words.begin(), expr.words.end(), posture) != expr.words.end()),
          only_choices(PackIndex::choice_of_posture)};
    }
    case law::ExprKind::Constant:
      return {truth_of(expr.constant), {}};
  }
  return {};
}

Held Judge::all_of(const std::vector<law::Expr>& children) {
  Held out{Truth::Yes, {}};
  for (const law::Expr& child : children) {
    out = both_of(out, eval(child));
    // One limb that fails without any assumption is enough to know why.
    if (out.truth == Truth::No && out.by.assumptions.none()) break;
  }
  return out;
}

Held Judge::any_of(const std::vector<law::Expr>& children) {
  Held out{Truth::No, {}};
  for (const law::Expr& child : children) {
    out = either_of(out, eval(child));
    if (out.truth == Truth::Yes && out.by.assumptions.none()) break;
  }
  return out;
}

Held Judge::compare_with(const law::Expr& expr) {
  const law::Operand& operand = expr.operand;
  Number number = operand.number;
  std::optional<Date> date;
  Support limit;
  if (operand.kind == law::Operand::Kind::Date) date = operand.date;
  if (operand.kind == law::Operand::Kind::Param) {
    auto found = params_.find(operand.param);
    if (found == params_.end()) {
      const law::Param* param = law().param(operand.param);
      const Support by = param == nullptr ? Support{} : unread(param->id, param->provenance);
      found = params_.emplace(operand.param, std::pair{param, by}).first;
    }
    const law::Param* param = found->second.first;
    if (param == nullptr) return {Truth::No, {}};  // there was no such limit on that day
    limit = found->second.second;
    if (param->number) number = *param->number;
    date = param->date;
  }
  const ReadFact& fact = facts_.read(expr.name);
  Held out{Truth::Unknown, fact.by};
  out.by |= limit;
  if (date) {
    out.truth = over_candidates(fact.value.candidates, [&](const Scalar& candidate) {
      const Date* day = std::get_if<Date>(&candidate);
      return day == nullptr ? Truth::Unknown : truth_of(holds(*day, expr.comparison, *date));
    });
  } else {
    out.truth = compare(fact.value.number, expr.comparison, Interval::exactly(number));
  }
  return out;
}

Held Judge::is_in(const law::Expr& expr) {
  if (!expr.words.empty()) return is_word(expr, expr.name);
  const ReadFact& fact = facts_.read(expr.name);
  Held out{Truth::Unknown, fact.by};
  const auto one = [&](const std::string& word) {
    const Held held = in_set(expr.set, fact.value.type, word);
    out.by |= held.by;
    return held.truth;
  };
  if (fact.value.type == FactType::SetOf) {
    if (!fact.value.members) return out;
    out.truth = Truth::No;
    for (const std::string& word : *fact.value.members) out.truth = out.truth || one(word);
    return out;
  }
  out.truth = over_candidates(fact.value.candidates, [&](const Scalar& candidate) {
    const std::string* word = std::get_if<std::string>(&candidate);
    return word == nullptr ? Truth::Unknown : one(*word);
  });
  return out;
}

Held Judge::includes(const law::Expr& expr) {
  const ReadFact& fact = facts_.read(expr.name);
  if (!fact.value.members) return {Truth::Unknown, fact.by};
  const std::vector<std::string>& members = *fact.value.members;
  const bool any = std::any_of(expr.words.begin(), expr.words.end(), [&](const std::string& word) {
    return std::find(members.begin(), members.end(), word) != members.end();
  });
  return {truth_of(any), fact.by};
}

Held Judge::is_word(const law::Expr& expr, const std::string& id) {
  const ReadFact& fact = facts_.read(id);
  Held out{Truth::Unknown, fact.by};
  if (fact.value.type == FactType::SetOf) {
    if (!fact.value.members) return out;
    out.truth = Truth::No;
    for (const std::string& word : *fact.value.members) {
      out.truth = out.truth || is_one_of(Scalar(word), FactType::SetOf, expr.words);
    }
    return out;
  }
  out.truth = over_candidates(fact.value.candidates, [&](const Scalar& candidate) {
    const std::string* word = std::get_if<std::string>(&candidate);
    if (fact.value.type != FactType::Place || word == nullptr) {
      return is_one_of(candidate, fact.value.type, expr.words);
    }
    const Lineage& place = lineage(*word);
    for (const std::string& code : place.codes) {
      if (is_one_of(Scalar(code), FactType::Place, expr.words) == Truth::Yes) return Truth::Yes;
    }
    return Truth::No;
  });
  return out;
}

Held Judge::class_is(const law::Expr& expr) {
  Held out{Truth::No, {}};
  for (const std::string& paragraph : expr.words) out = either_of(out, selected(paragraph));
  return out;
}

Held Judge::define(const law::Expr& expr) {
  const law::Define* define = law().define(expr.name);
  if (define == nullptr) {
    if (!index().defines(expr.name).empty()) return {Truth::No, {}};
    // A bare name that no define has is a yes-no fact.
    law::Expr yes;
    yes.words = {"yes"};
    return is_word(yes, expr.name);
  }
  const auto position = static_cast<std::size_t>(define - pack().defines.data());
  return once(defines_[position], [&] {
    Held held = eval(define->when);
    held.by |= unread(define->id, define->provenance);
    return held;
  });
}

Held Judge::notice_received(const law::Source& notice) {
  const ReadFact& notices = facts_.read("exporter.notices");
  if (notices.value.members) {
    const auto& members = *notices.value.members;
    return {truth_of(std::find(members.begin(), members.end(), notice.id) != members.end()),
            notices.by};
  }
  const ReadFact& exporter = facts_.read("exporter.name");
  Held out{Truth::Unknown, exporter.by};
  out.by.choices |= notices.by.choices;
  if (exporter.value.candidates.size() != 1) return out;
  const std::string* name = std::get_if<std::string>(&exporter.value.candidates.front());
  if (name == nullptr) return out;
  if (notice.addressees.empty()) return out;
  const std::vector<std::string> words = folded_words(*name);
  for (const std::string& addressee : notice.addressees) {
    const std::vector<std::string> known = folded_words(addressee);
    const bool leads = !known.empty() && known.size() <= words.size() &&
                       std::equal(known.begin(), known.end(), words.begin());
    if (leads || same_name(*name, addressee)) out.truth = Truth::Yes;
  }
  return out;
}

}  // namespace licit
