// Conditions to diagrams. A condition is yes or no for each class of what it asks about; what is
// unknown is for whoever asks to leave open.
#include <algorithm>

#include "base/text.h"
#include "decide/compile.h"

namespace licit {

Diagram MomentCompiler::of(const law::Expr& expr) {
  switch (expr.kind) {
    case law::ExprKind::All: {
      Diagram out = Diagram::Yes;
      for (const law::Expr& child : expr.children) out = diagrams_.both(out, of(child));
      return out;
    }
    case law::ExprKind::Any: {
      Diagram out = Diagram::No;
      for (const law::Expr& child : expr.children) out = diagrams_.either(out, of(child));
      return out;
    }
    case law::ExprKind::Not:
      return diagrams_.opposite(of(expr.children.front()));
    case law::ExprKind::Compare:
      return compare(expr);
    case law::ExprKind::In:
      return is_in(expr);
    case law::ExprKind::Includes: {
      Diagram out = Diagram::No;
      for (const std::string& word : expr.words)
        out = diagrams_.either(out, member(expr.name, word));
      return out;
    }
    case law::ExprKind::Is:
      return is_word(expr.name, expr.words);
    case law::ExprKind::Known:
      return diagrams_.test(*axes_.find(Asks::Known, expr.name), ClassSet().set(1));
    case law::ExprKind::Class: {
      Diagram out = Diagram::No;
      for (const std::string& name : expr.words) out = diagrams_.either(out, selected(name));
      return out;
    }
    case law::ExprKind::Meets:
      return met(expr.name);
    case law::ExprKind::Define:
      return define(expr.name);
    case law::ExprKind::Reading:
    case law::ExprKind::Posture: {
      const bool reading = expr.kind == law::ExprKind::Reading;
      const auto axis = axes_.find(reading ? Asks::Reading : Asks::Posture,
                                   reading ? std::string_view(expr.name) : std::string_view());
      ClassSet classes;
      const std::vector<std::string>& words = axes_[*axis].words;
      for (std::size_t i = 0; i < words.size(); ++i) {
        classes[i] = std::find(expr.words.begin(), expr.words.end(), words[i]) != expr.words.end();
      }
      return diagrams_.test(*axis, classes);
    }
    case law::ExprKind::Constant:
      return expr.constant ? Diagram::Yes : Diagram::No;
  }
  return Diagram::No;
}

Diagram MomentCompiler::compare(const law::Expr& expr) {
  const law::Operand& operand = expr.operand;
  const law::Param* param = nullptr;
  if (operand.kind == law::Operand::Kind::Param) {
    param = law_.param(operand.param);
    if (param == nullptr) return Diagram::No;  // no such limit on that day
  }
  const bool is_day = operand.kind == law::Operand::Kind::Date || (param != nullptr && param->date);
  if (is_day) {
    const Variable axis = *axes_.find(Asks::Day, expr.name);
    const Date day = param != nullptr ? *param->date : operand.date;
    return diagrams_.test(axis, Axes::where(axes_[axis], expr.comparison, day));
  }
  const Variable axis = *axes_.find(Asks::Number, expr.name);
  const Number& number = param != nullptr && param->number ? *param->number : operand.number;
  return diagrams_.test(axis, Axes::where(axes_[axis], expr.comparison, number));
}

template <typename In>
Diagram MomentCompiler::over_places(Variable axis, const std::string& written, In&& in) {
  const auto known = place_tests_.find({axis, written});
  if (known != place_tests_.end()) return known->second;
  const std::vector<std::string>& places = axes_.place_representatives();
  std::vector<Diagram>& answers = by_place_class_[written];
  for (std::size_t i = answers.size(); i < places.size(); ++i) answers.push_back(in(places[i]));
  // Classes that fall together are tested together.
  std::map<Diagram, ClassSet> by_answer;
  for (std::size_t i = 0; i < answers.size(); ++i) by_answer[answers[i]].set(i);
  Diagram out = Diagram::No;
  for (const auto& [answer, classes] : by_answer) {
    out = diagrams_.either(out, diagrams_.both(diagrams_.test(axis, classes), answer));
  }
  place_tests_.emplace(std::pair{axis, written}, out);
  return out;
}

Diagram MomentCompiler::is_in(const law::Expr& expr) {
  if (!expr.words.empty()) return is_word(expr.name, expr.words);
  if (const auto place = axes_.find(Asks::Place, expr.name)) {
    return over_places(*place, "in" + name_of(expr.set),
                       [&](const std::string& code) { return sets_.place_in(expr.set, code); });
  }
  Diagram out = Diagram::No;
  if (const auto axis = axes_.find(Asks::Word, expr.name)) {
    const std::vector<std::string>& words = axes_[*axis].words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Diagram in = sets_.word_in(expr.set, words[i]);
      out = diagrams_.either(out, diagrams_.both(diagrams_.test(*axis, ClassSet().set(i)), in));
    }
    return out;
  }
  for (const Axis& axis : axes_.all()) {
    if (axis.asks != Asks::Member || axis.subject != expr.name) continue;
    out = diagrams_.either(
        out, diagrams_.both(member(expr.name, axis.word), sets_.word_in(expr.set, axis.word)));
  }
  return out;
}

Diagram MomentCompiler::is_word(const std::string& fact, const std::vector<std::string>& words) {
  if (const auto place = axes_.find(Asks::Place, fact)) {
    return over_places(*place, "is " + joined(words, ", "), [&](const std::string& code) {
      return sets_.place_is(words, code) ? Diagram::Yes : Diagram::No;
    });
  }
  Diagram out = Diagram::No;
  for (const std::string& word : words) {
    if (const auto axis = axes_.find(Asks::Word, fact)) {
      const std::uint16_t of_word = axes_.class_of_word(axes_[*axis], word);
      if (of_word >= axes_[*axis].words.size()) continue;
      out = diagrams_.either(out, diagrams_.test(*axis, ClassSet().set(of_word)));
    } else if (const auto day = axes_.find(Asks::Day, fact)) {
      const std::optional<Date> at = Date::parse(word);
      if (!at) continue;
      const ClassSet classes = Axes::where(axes_[*day], Comparison::Equal, *at);
      out = diagrams_.either(out, diagrams_.test(*day, classes));
    } else {
      out = diagrams_.either(out, member(fact, word));
    }
  }
  return out;
}

Diagram MomentCompiler::member(const std::string& fact, const std::string& word) {
  const auto axis = axes_.find(Asks::Member, fact, word);
  return axis ? diagrams_.test(*axis, ClassSet().set(1)) : Diagram::No;
}

Diagram MomentCompiler::define(const std::string& name) {
  const law::Define* define = law_.define(name);
  if (define == nullptr) {
    return law_.has_define(name) ? Diagram::No : is_word(name, {"yes"});
  }
  const auto found = defines_.find(define->id);
  if (found != defines_.end()) return found->second;
  const Diagram out = of(define->when);
  defines_.emplace(define->id, out);
  return out;
}

}  // namespace licit
