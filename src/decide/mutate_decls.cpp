// The mutants of each kind of declaration.
#include <algorithm>
#include <array>
#include <set>

#include "decide/mutate.h"
#include "decide/mutate_observable.h"
#include "decide/mutate_sites.h"

namespace licit {
namespace {

using mutation::Observable;
using mutation::Report;
using mutation::visit_expr;
using mutation::visit_list;
using mutation::visit_set_expr;
using mutation::visit_validity;
using mutation::Words;

std::string since(const law::Validity& validity) {
  return validity.from ? "@" + validity.from->day.iso() : std::string();
}

// ---- what can change in each kind ---------------------------------------------------------------

void visit(law::Source& source, const Words&, const Report& report) {
  if (source.instrument != law::Instrument::Notice) return;
  visit_list(source.addressees, "addressee", source.span, report);
  const auto shift = [&](std::optional<Date>& date, const std::string& where) {
    if (!date) return;
    const Date original = *date;
    for (const int day : {1, -1}) {
      date = original.plus_days(day);
      report(where, source.span, original.iso(), date->iso());
    }
    date = original;
  };
  shift(source.published, "published");
  shift(source.known_to_addressee, "known");
}

void visit(law::Reading& reading, const Words&, const Report& report) {
  visit_validity(reading.validity, report, "");
  const std::string original = reading.default_alternative;
  for (const law::ReadingAlternative& alternative : reading.alternatives) {
    if (alternative.id == original) continue;
    reading.default_alternative = alternative.id;
    report("default", reading.span, original, alternative.id);
  }
  reading.default_alternative = original;
}

void visit(law::FactDecl& fact, const Words&, const Report& report) {
  if (fact.missing_means) {
    const auto original = fact.missing_means;
    fact.missing_means.reset();
    report("missing", fact.span, "means " + *original, "dropped");
    fact.missing_means = original;
  }
  visit_list(fact.missing_unless_given, "unless", fact.span, report);
  for (std::size_t i = 0; i < fact.computed.size(); ++i) {
    const law::Computation kept = fact.computed[i];
    fact.computed.erase(fact.computed.begin() + static_cast<std::ptrdiff_t>(i));
    report("computed." + kept.function, fact.span, kept.function, "dropped");
    fact.computed.insert(fact.computed.begin() + static_cast<std::ptrdiff_t>(i), kept);
  }
}

void visit(law::Param& param, const Words& words, const Report& report) {
  visit_validity(param.validity, report, "");
  if (param.number) {
    const Number original = *param.number;
    const Number unit = words.last_decimal(param.value_span);
    for (const auto& changed : {original.plus(unit), original.minus(unit)}) {
      if (!changed) continue;
      param.number = changed;
      report("value", param.value_span, original.decimal(), changed->decimal());
    }
    param.number = original;
  }
  if (param.date) {
    const Date original = *param.date;
    for (const int day : {1, -1}) {
      param.date = original.plus_days(day);
      report("value", param.value_span, original.iso(), param.date->iso());
    }
    param.date = original;
  }
}

// A member that the set does not have: a place that transactions often name, or a word of another
// set. Empty where there is none.
std::string foreign_member(const law::SetDecl& set, const law::Pack& pack) {
  std::set<std::string> own;
  for (const law::SetMember& member : set.members) own.insert(member.word);
  if (set.type == FactType::Place) {
    for (const char* place : {"DE", "VN", "CN", "IN", "AE", "MO", "SG", "BR"}) {
      if (!own.contains(place)) return place;
    }
    return {};
  }
  for (const law::SetDecl& other : pack.sets) {
    if (other.type != set.type || other.id == set.id) continue;
    for (const law::SetMember& member : other.members) {
      if (!own.contains(member.word)) return member.word;
    }
  }
  return {};
}

void visit(law::SetDecl& set, const Words& words, const Report& report) {
  visit_validity(set.validity, report, "");
  if (set.expr) visit_set_expr(*set.expr, "is", report);
  for (std::size_t i = 0; i < set.members.size(); ++i) {
    law::SetMember kept = set.members[i];
    set.members.erase(set.members.begin() + static_cast<std::ptrdiff_t>(i));
    report("member." + kept.word, kept.span, kept.word, "dropped");
    set.members.insert(set.members.begin() + static_cast<std::ptrdiff_t>(i), kept);
    visit_validity(set.members[i].validity, report, "member." + kept.word + ".");
    if (!kept.reading.empty()) {
      set.members[i].reading.clear();
      report("member." + kept.word + ".under", kept.span, "under reading " + kept.reading,
             "always");
      set.members[i].reading = kept.reading;
    }
  }
  const std::string foreign = foreign_member(set, words.pack);
  if (foreign.empty()) return;
  law::SetMember stranger;
  stranger.word = foreign;
  stranger.span = set.span;
  set.members.push_back(stranger);
  report("member", set.span, "no " + foreign, foreign);
  set.members.pop_back();
}

void visit(law::Define& define, const Words& words, const Report& report) {
  visit_validity(define.validity, report, "");
  visit_expr(define.when, "when", words, report);
}

// The provision never applies.
void drop(law::Expr& when, law::Span span, const Report& report) {
  law::Expr never;
  never.kind = law::ExprKind::Constant;
  never.span = span;
  std::swap(when, never);
  report("whole", span, "it", "dropped");
  std::swap(when, never);
}

void visit(law::Rule& rule, const Words& words, const Report& report) {
  visit_validity(rule.validity, report, "");
  drop(rule.when, rule.span, report);
  visit_list(rule.overrides, "overrides", rule.span, report);
  visit_expr(rule.when, "when", words, report);
}

void visit(law::Defeat& defeat, const Words& words, const Report& report) {
  visit_validity(defeat.validity, report, "");
  std::vector<std::string> none;
  std::swap(defeat.to, none);
  report("whole", defeat.span, "it", "dropped");
  std::swap(defeat.to, none);
  if (defeat.to.size() > 1) visit_list(defeat.to, "to", defeat.span, report);
  visit_list(defeat.overrides, "overrides", defeat.span, report);
  if (defeat.when) visit_expr(*defeat.when, "when", words, report);
  for (std::size_t i = 0; i < defeat.steps.size(); ++i) {
    law::Step kept = defeat.steps[i];
    const std::string where = "step." + kept.id;
    defeat.steps.erase(defeat.steps.begin() + static_cast<std::ptrdiff_t>(i));
    report(where, kept.span, kept.id, "dropped");
    defeat.steps.insert(defeat.steps.begin() + static_cast<std::ptrdiff_t>(i), kept);
    law::Step& step = defeat.steps[i];
    if (kept.days_ahead > 0) {
      for (const int day : {1, -1}) {
        step.days_ahead = kept.days_ahead + day;
        report(where + ".days", kept.span, std::to_string(kept.days_ahead),
               std::to_string(step.days_ahead));
      }
      step.days_ahead = kept.days_ahead;
    }
    if (step.when) visit_expr(*step.when, where, words, report);
  }
}

void visit(law::Bar& bar, const Words& words, const Report& report) {
  visit_validity(bar.validity, report, "");
  drop(bar.when, bar.span, report);
  if (bar.to.size() > 1) visit_list(bar.to, "to", bar.span, report);
  visit_list(bar.except, "except", bar.span, report);
  visit_expr(bar.when, "when", words, report);
}

std::string other_review(const std::string& review) {
  return review == "presumption-of-denial" ? "case-by-case" : "presumption-of-denial";
}

void visit(law::Policy& policy, const Words& words, const Report& report) {
  visit_validity(policy.validity, report, "");
  visit_list(policy.for_rules, "for", policy.span, report);
  for (std::size_t i = 0; i < policy.choices.size(); ++i) {
    const std::string where = "choice." + policy.choices[i].label;
    {
      law::PolicyChoice& choice = policy.choices[i];
      const std::string original = choice.review;
      choice.review = other_review(original);
      report(where, choice.span, original, choice.review);
      choice.review = original;
      if (choice.when) visit_expr(*choice.when, where, words, report);
    }
    if (i + 1 >= policy.choices.size()) continue;
    if (i + 2 < policy.choices.size()) {
      std::swap(policy.choices[i], policy.choices[i + 1]);
      report(where + ".order", policy.choices[i].span, "before the next", "after the next");
      std::swap(policy.choices[i], policy.choices[i + 1]);
    }
    law::PolicyChoice kept = policy.choices[i];
    policy.choices.erase(policy.choices.begin() + static_cast<std::ptrdiff_t>(i));
    report(where, kept.span, "choice", "dropped");
    policy.choices.insert(policy.choices.begin() + static_cast<std::ptrdiff_t>(i), std::move(kept));
  }
}

void visit(law::Precedence& precedence, const Words&, const Report& report) {
  for (std::size_t i = 0; i + 1 < precedence.classes.size(); ++i) {
    std::swap(precedence.classes[i], precedence.classes[i + 1]);
    report("order." + precedence.classes[i + 1], precedence.span,
           precedence.classes[i + 1] + " before " + precedence.classes[i],
           precedence.classes[i] + " before " + precedence.classes[i + 1]);
    std::swap(precedence.classes[i], precedence.classes[i + 1]);
  }
}

void visit(law::Flag& flag, const Words& words, const Report& report) {
  visit_validity(flag.validity, report, "");
  drop(flag.when, flag.span, report);
  visit_expr(flag.when, "when", words, report);
}

// An aside stands beside some verdicts: one fewer, or any.
void visit(law::Aside& aside, const Words& words, const Report& report) {
  visit_validity(aside.validity, report, "");
  std::vector<std::string> upon;
  for (std::size_t i = 0; i < aside.upon.size(); ++i) {
    upon = aside.upon;
    aside.upon.erase(aside.upon.begin() + static_cast<std::ptrdiff_t>(i));
    const std::string without = aside.upon.empty() ? "upon any verdict" : "dropped";
    report("upon." + upon[i], aside.span, "upon " + upon[i], without);
    aside.upon = std::move(upon);
  }
  drop(aside.when, aside.span, report);
  visit_expr(aside.when, "when", words, report);
}

// One without a condition is in no answer.
void visit(law::Pointer& pointer, const Words& words, const Report& report) {
  if (!pointer.when) return;
  visit_validity(pointer.validity, report, "");
  drop(*pointer.when, pointer.span, report);
  visit_expr(*pointer.when, "when", words, report);
}

// ---- naming them --------------------------------------------------------------------------------

std::string name_of(const law::Source& d) { return d.id; }
std::string name_of(const law::FactDecl& d) { return d.id; }
std::string name_of(const law::Precedence&) { return "precedence"; }
template <typename Decl>
std::string name_of(const Decl& d) {
  return d.id + since(d.validity);
}

std::string id_of(const law::Precedence&) { return "precedence"; }
template <typename Decl>
std::string id_of(const Decl& d) {
  return d.id;
}

// Whether a change of a date is about a day on which anybody leans on the provision.
template <typename Decl>
bool could_matter(const Observable& observable, const Decl& original, const std::string& where,
                  const std::string& before, const std::string& after) {
  if constexpr (requires { observable.matters(original, Date(), before); }) {
    if (where != "from" && where != "until") return true;
    // The earlier of both days is the one that is in force or not.
    const auto day = Date::parse(std::min(before, after));
    if (!day) return true;
    const bool until = where == "until";
    return observable.matters(original, *day, until ? original.validity.until->by : std::string());
  } else {
    return true;
  }
}

// A version that ends a day later changes nothing where the next one begins on that day: the one that
// began last is in force.
template <typename Decl>
bool is_succeeded(const std::vector<Decl>& declarations, const Decl& original,
                  const std::string& where, const std::string& before, const std::string& after) {
  if constexpr (requires { original.validity; }) {
    if (where != "until" || after < before) return false;
    return std::any_of(declarations.begin(), declarations.end(), [&](const Decl& other) {
      return other.id == original.id && other.validity.from &&
             other.validity.from->day.iso() == before;
    });
  } else {
    return false;
  }
}

template <typename Decl>
void collect(const std::vector<Decl>& declarations, const Words& words,
             const Observable& observable, std::vector<Mutant>& mutants) {
  for (std::size_t i = 0; i < declarations.size(); ++i) {
    Decl work = declarations[i];
    const std::string name = name_of(work);
    const std::string id = id_of(work);
    visit(work, words,
          [&](const std::string& where, law::Span span, const std::string& before,
              const std::string& after) {
            if (!could_matter(observable, declarations[i], where, before, after)) return;
            if (is_succeeded(declarations, declarations[i], where, before, after)) return;
            std::string key = name;
            key.append(" ").append(where).append(" ").append(before).append(" to ").append(after);
            mutants.push_back({std::move(key), id, span, before, after, i, work});
          });
  }
}

}  // namespace

namespace mutation {

std::string Words::other_word(const std::string& fact, const std::string& word) const {
  const law::FactDecl* declared = pack.find_fact(fact);
  if (declared == nullptr || declared->type == FactType::YesNo) return {};
  for (const std::string& other : declared->words) {
    if (other != word) return other;
  }
  return {};
}

std::string Words::other_class(const std::string& word) const {
  for (const law::Precedence& precedence : pack.precedences) {
    const auto& classes = precedence.classes;
    const auto found = std::find(classes.begin(), classes.end(), word);
    if (found == classes.end() || classes.size() < 2) continue;
    return found + 1 == classes.end() ? classes.front() : *(found + 1);
  }
  return {};
}

std::string Words::other_alternative(const std::string& reading, const std::string& word) const {
  const law::Reading* declared = pack.find_reading(reading);
  if (declared == nullptr) return {};
  for (const law::ReadingAlternative& other : declared->alternatives) {
    if (other.id != word) return other.id;
  }
  return {};
}

std::string Words::text(law::Span span) const {
  if (span.file >= pack.files.size()) return {};
  const std::string& file = pack.files[span.file].text;
  if (span.begin > span.end || span.end > file.size()) return {};
  return file.substr(span.begin, span.end - span.begin);
}

Number Words::last_decimal(law::Span span) const {
  const std::string written = text(span);
  const std::size_t point = written.find('.');
  if (point == std::string::npos) return Number(1);
  std::int64_t scale = 1;
  for (std::size_t i = point + 1;
       i < written.size() && written[i] >= '0' && written[i] <= '9' && scale < 1'000'000'000; ++i) {
    scale *= 10;
  }
  return Number::fraction(1, scale).value_or(Number(1));
}

}  // namespace mutation

std::vector<Mutant> mutants_of(const law::Pack& pack) {
  const Words words{pack};
  const Observable observable(pack);
  std::vector<Mutant> mutants;
  collect(pack.sources, words, observable, mutants);
  collect(pack.readings, words, observable, mutants);
  collect(pack.facts, words, observable, mutants);
  collect(pack.params, words, observable, mutants);
  collect(pack.sets, words, observable, mutants);
  collect(pack.defines, words, observable, mutants);
  collect(pack.rules, words, observable, mutants);
  collect(pack.defeats, words, observable, mutants);
  collect(pack.bars, words, observable, mutants);
  collect(pack.policies, words, observable, mutants);
  collect(pack.precedences, words, observable, mutants);
  collect(pack.flags, words, observable, mutants);
  collect(pack.asides, words, observable, mutants);
  collect(pack.pointers, words, observable, mutants);
  // Two unlabelled limbs that read alike, or two overlays of one id: numbered.
  std::map<std::string, int> seen;
  for (Mutant& mutant : mutants) {
    const int nth = ++seen[mutant.id];
    if (nth > 1) mutant.id += " #" + std::to_string(nth);
  }
  return mutants;
}

namespace {

template <typename Decl>
void exchange_in(std::vector<Decl>& declarations, Mutant& mutant) {
  std::swap(declarations[mutant.index], std::get<Decl>(mutant.changed));
}

struct Exchanger {
  law::Pack& pack;
  Mutant& mutant;
  void operator()(law::Source&) const { exchange_in(pack.sources, mutant); }
  void operator()(law::Reading&) const { exchange_in(pack.readings, mutant); }
  void operator()(law::FactDecl&) const { exchange_in(pack.facts, mutant); }
  void operator()(law::Param&) const { exchange_in(pack.params, mutant); }
  void operator()(law::SetDecl&) const { exchange_in(pack.sets, mutant); }
  void operator()(law::Define&) const { exchange_in(pack.defines, mutant); }
  void operator()(law::Rule&) const { exchange_in(pack.rules, mutant); }
  void operator()(law::Defeat&) const { exchange_in(pack.defeats, mutant); }
  void operator()(law::Bar&) const { exchange_in(pack.bars, mutant); }
  void operator()(law::Policy&) const { exchange_in(pack.policies, mutant); }
  void operator()(law::Precedence&) const { exchange_in(pack.precedences, mutant); }
  void operator()(law::Flag&) const { exchange_in(pack.flags, mutant); }
  void operator()(law::Aside&) const { exchange_in(pack.asides, mutant); }
  void operator()(law::Pointer&) const { exchange_in(pack.pointers, mutant); }
};

}  // namespace

void exchange(law::Pack& pack, Mutant& mutant) {
  std::visit(Exchanger{pack, mutant}, mutant.changed);
}

}  // namespace licit
