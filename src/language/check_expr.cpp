// Conditions: every name means something, every comparison compares like with like.
#include <algorithm>

#include "facts/shipped.h"
#include "language/check_impl.h"
#include "language/words.h"

namespace licit::law {
namespace {

// Null where the program was built without its table of places; then codes are checked by shape.
const Places* known_places() {
  static const Result<Places> places = shipped_places();
  return places.ok() ? &places.value() : nullptr;
}

bool has_code_shape(std::string_view code) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return code.size() >= 2 && upper(code[0]) && upper(code[1]) &&
         (code.size() == 2 || code[2] == '-');
}

bool same_unit(std::string_view a, std::string_view b) {
  const auto plain = [](std::string_view u) { return u == "count" ? std::string_view() : u; };
  return plain(a) == plain(b);
}

std::string_view shown_unit(std::string_view unit) { return unit.empty() ? "count" : unit; }

}  // namespace

std::string_view type_word(FactType type) {
  switch (type) {
    case FactType::YesNo:
      return "yes-no";
    case FactType::Number:
      return "number";
    case FactType::Date:
      return "date";
    case FactType::Place:
      return "place";
    case FactType::Name:
      return "name";
    case FactType::OneOf:
      return "one of";
    case FactType::SetOf:
      return "set of";
  }
  return "";
}

const FactDecl* Checker::fact(std::string_view id, Span span) {
  const auto found = facts_.find(id);
  if (found != facts_.end()) return found->second;
  unknown("L101", Msg::LawUnknownFact, id, locate(span, id), ids(facts_));
  return nullptr;
}

bool Checker::class_known(const std::string& name, Span span) {
  if (classes_.contains(name) || !broken_.empty()) return true;
  unknown("L108", Msg::LawUnknownClass, name, locate(span, name),
          std::vector<std::string>(classes_.begin(), classes_.end()));
  return false;
}

bool Checker::reading_alternative(const std::string& reading, const std::string& alternative,
                                  Span span) {
  const auto found = readings_.find(reading);
  if (found == readings_.end()) {
    unknown("L106", Msg::LawUnknownReading, reading, locate(span, reading), ids(readings_));
    return false;
  }
  std::vector<std::string> known;
  for (const Reading* version : found->second) {
    for (const ReadingAlternative& a : version->alternatives) known.push_back(a.id);
  }
  if (std::find(known.begin(), known.end(), alternative) != known.end()) return true;
  std::vector<Text> help = suggest(alternative, known);
  std::string all;
  for (const std::string& k : known) all += (all.empty() ? "" : ", ") + k;
  if (help.empty()) help.push_back({Msg::LawKnownWords, {all}});
  report_.error("L107", locate(span, alternative, "is"),
                {Msg::LawUnknownAlternative, {alternative, reading}}, std::move(help));
  return false;
}

void Checker::place(const std::string& code, Span span) {
  const Places* places = known_places();
  if (places ? places->by_code(code) != nullptr : has_code_shape(code)) return;
  std::vector<Text> help;
  if (sets_.contains(code)) {
    help.push_back({Msg::LawSetInBracesHelp, {code}});
  } else if (const PlaceRow* row = places ? places->find(code) : nullptr) {
    help.push_back({Msg::DidYouMean, {row->code}});
  } else {
    help.push_back({Msg::LawPlaceHelp, {}});
  }
  report_.error("L117", locate(span, code), {Msg::LawUnknownPlace, {code}}, std::move(help));
}

void Checker::set_terms(SetExpr& set, FactType wanted) {
  for (SetTerm& term : set.terms) {
    if (term.name.empty()) {
      for (const std::string& word : term.literal) {
        if (wanted == FactType::Place) place(word, term.span);
      }
      continue;
    }
    const auto found = sets_.find(term.name);
    if (found == sets_.end()) {
      unknown("L103", Msg::LawUnknownSet, term.name, term.span, ids(sets_));
    } else if ((found->second.front()->type == FactType::Place) != (wanted == FactType::Place)) {
      report_.error("L134", term.span,
                    {wanted == FactType::Place ? Msg::LawSetNotOfPlaces : Msg::LawSetNotOfWords,
                     {term.name}});
    }
  }
}

void Checker::condition(Expr& e) {
  for (Expr& child : e.children) condition(child);
  switch (e.kind) {
    case ExprKind::All:
    case ExprKind::Any:
      check_labels(e);
      break;
    case ExprKind::Not:
    case ExprKind::Constant:
    case ExprKind::Posture:
      break;
    case ExprKind::Compare:
      compare(e);
      break;
    case ExprKind::In:
      in(e);
      break;
    case ExprKind::Is:
      is(e);
      break;
    case ExprKind::Define:
      bare_name(e);
      break;
    case ExprKind::Known:
      fact(e.name, e.span);
      break;
    case ExprKind::Includes:
      if (const FactDecl* f = fact(e.name, e.span)) {
        if (f->type != FactType::SetOf)
          wrong_type(*f, e.span, "includes");
        else if (!f->words.empty())
          word_of_fact(*f, e.words.front(), e.span, "includes");
      }
      break;
    case ExprKind::Class:
      for (const std::string& name : e.words) class_known(name, e.span);
      break;
    case ExprKind::Meets:
      class_known(e.name, e.span);
      break;
    case ExprKind::Reading:
      reading_alternative(e.name, e.words.front(), e.span);
      break;
  }
}

void Checker::wrong_type(const FactDecl& f, Span span, std::string_view sign) {
  static constexpr std::pair<FactType, Msg> usual[] = {
      {FactType::YesNo, Msg::LawYesNoHelp},   {FactType::Number, Msg::LawNumberFactHelp},
      {FactType::Date, Msg::LawDateFactHelp}, {FactType::Place, Msg::LawPlaceFactHelp},
      {FactType::Name, Msg::LawNameFactHelp}, {FactType::OneOf, Msg::LawOneOfHelp},
      {FactType::SetOf, Msg::LawSetFactHelp}};
  std::vector<Text> help;
  for (const auto& [type, message] : usual) {
    if (type == f.type) help.push_back({message, {f.id}});
  }
  report_.error("L130", span,
                {Msg::LawWrongType, {f.id, std::string(type_word(f.type)), std::string(sign)}},
                std::move(help));
}

void Checker::word_of_fact(const FactDecl& f, const std::string& word, Span span,
                           std::string_view after) {
  if (std::find(f.words.begin(), f.words.end(), word) != f.words.end()) return;
  std::vector<Text> help = suggest(word, f.words);
  if (help.empty()) {
    std::string all;
    for (const std::string& k : f.words) all += (all.empty() ? "" : ", ") + k;
    help.push_back({Msg::LawKnownWords, {all}});
  }
  report_.error("L116", locate(span, word, after), {Msg::LawUnknownWord, {word, f.id}},
                std::move(help));
}

// A name alone is a define, or a yes-no fact that is yes.
void Checker::bare_name(Expr& e) {
  if (defines_.contains(e.name)) return;
  const auto found = facts_.find(e.name);
  if (found == facts_.end()) {
    std::vector<std::string> known = ids(defines_);
    for (const auto& [id, f] : facts_) {
      if (f->type == FactType::YesNo) known.push_back(id);
    }
    unknown("L105", Msg::LawUnknownCondition, e.name, e.span, known);
  } else if (found->second->type != FactType::YesNo) {
    wrong_type(*found->second, e.span, "yes");
  } else {
    e.kind = ExprKind::Is;
    e.words = {"yes"};
  }
}

void Checker::compare(Expr& e) {
  const FactDecl* f = fact(e.name, e.span);
  if (!f) return;
  if (f->type != FactType::Number && f->type != FactType::Date)
    return wrong_type(*f, e.span, sign_of(e.comparison));
  Operand& o = e.operand;
  bool date = o.kind == Operand::Kind::Date;
  std::string unit = o.unit;
  if (o.kind == Operand::Kind::Param) {
    const auto found = params_.find(o.param);
    if (found == params_.end()) {
      if (facts_.contains(o.param))
        report_.error("L135", o.span, {Msg::LawFactWithFact, {e.name, o.param}},
                      {{Msg::LawFactWithFactHelp, {}}});
      else
        unknown("L102", Msg::LawUnknownParam, o.param, o.span, ids(params_));
      return;
    }
    date = found->second.front()->date.has_value();
    unit = found->second.front()->unit;
  }
  if (date != (f->type == FactType::Date)) {
    report_.error("L130", o.span, {date ? Msg::LawDateForNumber : Msg::LawNumberForDate, {f->id}});
    return;
  }
  if (date) return;
  if (o.kind == Operand::Kind::Number && o.unit.empty()) {
    o.unit = f->unit;
  } else if (!same_unit(unit, f->unit) && words::contains(words::units(), shown_unit(unit))) {
    report_.error("L131", o.span,
                  {Msg::LawWrongUnit,
                   {f->id, std::string(shown_unit(f->unit)), std::string(shown_unit(unit))}},
                  {{Msg::LawWrongUnitHelp, {}}});
  }
}

void Checker::in(Expr& e) {
  const FactDecl* f = fact(e.name, e.span);
  if (!f) return;
  if (f->type == FactType::Place) return set_terms(e.set, FactType::Place);
  if (f->type != FactType::OneOf && f->type != FactType::Name) return wrong_type(*f, e.span, "in");
  set_terms(e.set, FactType::Name);
  if (f->type == FactType::OneOf) {
    for (const SetTerm& term : e.set.terms) {
      for (const std::string& word : term.literal) word_of_fact(*f, word, term.span, {});
    }
  }
  if (e.set.terms.size() == 1 && e.set.terms.front().name.empty())
    e.words = e.set.terms.front().literal;
}

void Checker::is(Expr& e) {
  const FactDecl* f = fact(e.name, e.span);
  if (!f) return;
  const std::string& word = e.words.front();
  switch (f->type) {
    case FactType::YesNo:
      if (word != "yes" && word != "no") wrong_type(*f, e.span, "is " + word);
      break;
    case FactType::OneOf:
      word_of_fact(*f, word, e.span, "is");
      break;
    case FactType::Name:
      break;
    case FactType::Place: {
      // `to.place is CN` is `to.place in { CN }`: what follows CN is in it too.
      place(word, e.span);
      SetTerm term;
      term.literal = {word};
      term.span = e.span;
      e.kind = ExprKind::In;
      e.set = SetExpr{{std::move(term)}, e.span};
      e.words.clear();
      break;
    }
    default:
      wrong_type(*f, e.span, "is");
      break;
  }
}

}  // namespace licit::law
