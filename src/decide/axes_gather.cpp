// Which questions a pack asks: every leaf of every condition, of every version.
#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "base/mapped.h"
#include "base/text.h"
#include "decide/axes.h"
#include "decide/memberships.h"
#include "language/deciding.h"

namespace licit {

class Axes::Gatherer {
 public:
  Gatherer(Axes& axes, const law::Pack& pack, const Places& places) : axes_(axes), pack_(pack) {
    for (const law::FactDecl& fact : pack.facts) facts_.emplace(fact.id, &fact);
    for (const law::Define& define : pack.defines) defines_.insert(define.id);
    for (const PlaceRow& row : places.all()) {
      if (places.indeterminate(row.code)) unlisted_.push_back(row.code);
    }
  }

  void gather() {
    for (const law::Rule& rule : pack_.rules) {
      look_at(rule.when);
      const law::Source* source = pack_.find_source(rule.provenance.source);
      if (source != nullptr && source->instrument == law::Instrument::Notice) {
        axis(Asks::Received, source->id);
      }
    }
    for (const law::Defeat& defeat : pack_.defeats) {
      if (defeat.when) look_at(*defeat.when);
    }
    for (const law::Bar& bar : pack_.bars) look_at(bar.when);
    const std::set<std::string_view> deciding = law::deciding_defines(pack_);
    for (const law::Define& define : pack_.defines) {
      if (deciding.contains(define.id)) look_at(define.when);
    }
    for (const law::Policy& policy : pack_.policies) {
      for (const law::PolicyChoice& choice : policy.choices) {
        if (choice.when) look_at(*choice.when);
      }
    }
    // The items that no paragraph is meant to meet are told apart like any.
    for (const law::Quirk& quirk : pack_.quirks) {
      if (quirk.when) look_at(*quirk.when);
    }
  }

  // Once all packs are gathered: the classes of each axis.
  void finish() {
    for (Axis& axis : axes_.axes_) finish(axis);
  }

 private:
  Axis& axis(Asks asks, const std::string& subject, const std::string& word = {}) {
    const auto next = static_cast<Variable>(axes_.axes_.size());
    const auto [at, is_new] = axes_.by_question_.emplace(std::tuple{asks, subject, word}, next);
    if (is_new) {
      Axis fresh;
      fresh.asks = asks;
      fresh.subject = subject;
      fresh.word = word;
      axes_.axes_.push_back(std::move(fresh));
    }
    return axes_.axes_[at->second];
  }

  FactType type_of(const std::string& fact) const {
    const auto found = facts_.find(fact);
    return found == facts_.end() ? FactType::YesNo : found->second->type;
  }

  void look_at(const law::Expr& expr) {
    switch (expr.kind) {
      case law::ExprKind::All:
      case law::ExprKind::Any:
      case law::ExprKind::Not:
        for (const law::Expr& child : expr.children) look_at(child);
        break;
      case law::ExprKind::Compare:
        compare(expr);
        break;
      case law::ExprKind::In:
        if (expr.words.empty()) {
          in_set(expr.name, expr.set);
        } else {
          words(expr.name, expr.words);
        }
        break;
      case law::ExprKind::Includes:
        for (const std::string& word : expr.words) axis(Asks::Member, expr.name, word);
        break;
      case law::ExprKind::Is:
        words(expr.name, expr.words);
        break;
      case law::ExprKind::Known:
        axis(Asks::Known, expr.name);
        break;
      case law::ExprKind::Define:
        if (!defines_.contains(expr.name)) words(expr.name, {"yes"});
        break;
      case law::ExprKind::Reading:
        reading(expr.name);
        break;
      case law::ExprKind::Posture:
        axis(Asks::Posture, "").words = {"enforced", "text"};
        break;
      case law::ExprKind::Class:
      case law::ExprKind::Meets:
      case law::ExprKind::Constant:
        break;
    }
  }

  template <typename T>
  static void cut(std::vector<Cut<T>>& cuts, Comparison comparison, const T& at) {
    if (comparison != Comparison::Greater && comparison != Comparison::LessEqual) {
      cuts.push_back({at, false});
    }
    if (comparison != Comparison::GreaterEqual && comparison != Comparison::Less) {
      cuts.push_back({at, true});
    }
  }

  void compare(const law::Expr& expr) {
    Axis& on = axis(type_of(expr.name) == FactType::Date ? Asks::Day : Asks::Number, expr.name);
    const law::Operand& operand = expr.operand;
    if (operand.kind == law::Operand::Kind::Number) cut(on.cuts, expr.comparison, operand.number);
    if (operand.kind == law::Operand::Kind::Date) cut(on.days, expr.comparison, operand.date);
    if (operand.kind != law::Operand::Kind::Param) return;
    for (const law::Param& param : pack_.params) {
      if (param.id != operand.param) continue;
      if (param.number) cut(on.cuts, expr.comparison, *param.number);
      if (param.date) cut(on.days, expr.comparison, *param.date);
    }
  }

  void words(const std::string& fact, const std::vector<std::string>& named) {
    switch (type_of(fact)) {
      case FactType::Place:
        axis(Asks::Place, fact);
        break;
      case FactType::SetOf:
        for (const std::string& word : named) axis(Asks::Member, fact, word);
        break;
      case FactType::Date:
        for (const std::string& word : named) {
          const std::optional<Date> day = Date::parse(word);
          if (day) cut(axis(Asks::Day, fact).days, Comparison::Equal, *day);
        }
        break;
      case FactType::Number:
        axis(Asks::Number, fact);
        break;
      case FactType::YesNo:
      case FactType::Name:
      case FactType::OneOf: {
        Axis& on = axis(Asks::Word, fact);
        for (const std::string& word : named) {
          if (axes_.class_of_word(on, word) == on.words.size()) on.words.push_back(word);
        }
        break;
      }
    }
  }

  void in_set(const std::string& fact, const law::SetExpr& set) {
    if (type_of(fact) == FactType::Place) {
      axis(Asks::Place, fact);
      doubt(set);
      return;
    }
    std::set<std::string> named;
    members(set, named, 0);
    words(fact, {named.begin(), named.end()});
  }

  // Every word that any version of the set may hold, and what membership turns on.
  void members(const law::SetExpr& set, std::set<std::string>& named, int depth) {
    if (depth > 64) return;  // sets have no cycles; the checker sees to that
    for (const law::SetTerm& term : set.terms) {
      named.insert(term.literal.begin(), term.literal.end());
      for (const law::SetDecl& decl : pack_.sets) {
        if (decl.id != term.name) continue;
        for (const law::SetMember& member : decl.members) {
          named.insert(member.word);
          if (!member.reading.empty()) reading(member.reading);
        }
        if (decl.expr) members(*decl.expr, named, depth + 1);
      }
    }
  }

  void doubt(const law::SetExpr& set) {
    std::set<std::string> names;
    const auto collect = [&](const auto& self, const law::SetExpr& expr, int depth) -> void {
      for (const law::SetTerm& term : expr.terms) {
        names.insert(name_of(term));
        for (const law::SetDecl& decl : pack_.sets) {
          if (decl.id != term.name || depth > 64) continue;
          for (const law::SetMember& member : decl.members) {
            if (!member.reading.empty()) reading(member.reading);
          }
          if (decl.expr) self(self, *decl.expr, depth + 1);
        }
      }
    };
    collect(collect, set, 0);
    for (const std::string& name : names) {
      for (const std::string& place : unlisted_) axis(Asks::Doubt, name, place);
    }
  }

  void reading(const std::string& id) {
    Axis& on = axis(Asks::Reading, id);
    if (!readings_.insert(id).second) return;
    for (const law::Reading& version : pack_.readings) {
      if (version.id != id) continue;
      for (const law::ReadingAlternative& alternative : version.alternatives) {
        if (std::find(on.words.begin(), on.words.end(), alternative.id) == on.words.end()) {
          on.words.push_back(alternative.id);
        }
      }
    }
  }

  void finish(Axis& on) {
    const auto tidy = [](auto& cuts) {
      std::sort(cuts.begin(), cuts.end());
      cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    };
    tidy(on.cuts);
    tidy(on.days);
    std::size_t classes = 2;
    if (on.asks == Asks::Number) classes = on.cuts.size() + 1;
    if (on.asks == Asks::Day) classes = on.days.size() + 1;
    if (on.asks == Asks::Reading || on.asks == Asks::Posture) classes = on.words.size();
    if (on.asks == Asks::Word) {
      const auto found = facts_.find(on.subject);
      if (type_of(on.subject) == FactType::YesNo) on.words = {"no", "yes"};
      if (found != facts_.end() && found->second->type == FactType::OneOf) {
        std::vector<std::string> all = found->second->words;
        for (const std::string& word : on.words) {  // of another pack too
          if (std::find(all.begin(), all.end(), word) == all.end()) all.push_back(word);
        }
        on.words = std::move(all);
      }
      // A name may be one that no condition names.
      classes = on.words.size() + (type_of(on.subject) == FactType::Name ? 1 : 0);
    }
    on.classes = static_cast<std::uint16_t>(std::max<std::size_t>(classes, 1));
  }

  Axes& axes_;
  const law::Pack& pack_;
  std::map<std::string, const law::FactDecl*, std::less<>> facts_;
  std::set<std::string, std::less<>> defines_, readings_;
  std::vector<std::string> unlisted_;
};

namespace {

// Where the law of a day names a place: two places that are named by the same members of the same sets
// are alike that day, and one of them is asked for both.
class Mentions {
 public:
  // What names it; and the place itself where the law leaves it in doubt.
  using Key = std::pair<std::vector<std::uint32_t>, std::string>;

  Mentions(const LawAt& law, const std::vector<const law::Expr*>& asked) {
    for (const law::SetDecl& set : law.pack().sets) {
      if (law.set(set.id) != &set) continue;
      for (const law::SetMember& member : set.members) {
        if (law.member(member)) {
          mention(member.word, {&set, member.reading + "=" + member.alternative});
        }
      }
      if (set.expr) mention(*set.expr);
    }
    for (const law::Expr* expr : asked) {
      for (const std::string& word : expr->words) mention(word, {expr, {}});
      mention(expr->set);
    }
  }

  Key key(const Places& places, const std::string& code, Date on) const {
    Key out;
    for (const std::string& one : places.lineage(code, on)) {
      const auto found = at_.find(one);
      if (found != at_.end()) {
        out.first.insert(out.first.end(), found->second.begin(), found->second.end());
      }
    }
    std::sort(out.first.begin(), out.first.end());
    if (places.indeterminate(code)) out.second = code;
    return out;
  }

 private:
  // What names it, and the reading under which it does.
  using By = std::pair<const void*, std::string>;
  void mention(std::string_view word, const By& by) {
    const auto number = static_cast<std::uint32_t>(numbers_.size());
    at_[word].push_back(numbers_.emplace(by, number).first->second);
  }
  void mention(const law::SetExpr& set) {
    for (const law::SetTerm& term : set.terms) {
      for (const std::string& word : term.literal) mention(word, {&term, {}});
    }
  }

  std::unordered_map<std::string_view, std::vector<std::uint32_t>> at_;
  std::map<By, std::uint32_t> numbers_;
};

}  // namespace

Axes::Axes(const law::Pack& pack, const Places& places, const Clock& clock)
    : Axes(std::array{&pack}, places, clock) {}

Axes::Axes(std::span<const law::Pack* const> packs, const Places& places, const Clock& clock) {
  for (const law::Pack* pack : packs) Gatherer(*this, *pack, places).gather();
  for (const law::Pack* pack : packs) Gatherer(*this, *pack, places).finish();
  order();
  partition_places(packs, places, clock);
}

Axes::Axes(std::vector<Axis> axes, const Places& places,
           std::span<const std::uint16_t> place_classes)
    : axes_(std::move(axes)) {
  for (std::size_t v = 0; v < axes_.size(); ++v) {
    by_question_[{axes_[v].asks, axes_[v].subject, axes_[v].word}] = static_cast<Variable>(v);
  }
  number_places(places, place_classes);
}

// What the item is, then how the text is read, then the transfer, then the rest as the pack first asks:
// of the orders measured the one with the fewest nodes (bench/RESULTS.md).
namespace {

// The questions of the shipped law in an order in which its diagrams are small: what many provisions ask
// before what one asks, the facts of one party beside each other, doubts of places near the places. Found by
// local search over groups of questions; nothing but the size of the diagrams depends on it.
constexpr std::string_view measured_order[] = {
#include "decide/axes_order.inc"
};

std::string name_of(const Axis& axis) {
  std::string name = axis.subject;
  if (axis.asks == Asks::Posture) name = "@posture";
  if (axis.asks == Asks::Reading) name = "@reading:" + axis.subject;
  if (axis.asks == Asks::Doubt) name = "@doubt:" + axis.subject + ":" + axis.word;
  if (axis.asks == Asks::Received) name = "@received:" + axis.subject;
  if (axis.asks == Asks::Known) name = axis.subject + "?";
  if (axis.asks == Asks::Member) name = axis.subject + ":" + axis.word;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

// Where no measured order is known: what the item is, how the law is read, what happens to it, where it goes.
std::size_t rank_of(const Axis& axis) {
  if (axis.asks == Asks::Posture) return 1;
  if (axis.asks == Asks::Reading) return 2;
  if (axis.asks == Asks::Doubt) return 5;
  if (axis.subject.starts_with("item.")) return 0;
  if (axis.subject.starts_with("transfer.")) return 3;
  if (axis.subject.starts_with("to.")) return 4;
  return 5;
}

}  // namespace

void Axes::order() {
  std::map<std::string_view, std::size_t> measured;
  for (std::size_t i = 0; i < std::size(measured_order); ++i)
    measured.emplace(measured_order[i], i);
  // A law of which most questions are others than those measured keeps to the general order.
  std::size_t known = 0;
  for (const Axis& axis : axes_) known += measured.contains(name_of(axis)) ? 1U : 0U;
  const bool use = 2 * known > axes_.size() && 2 * known > std::size(measured_order);
  const auto place = [&](const Axis& axis) -> std::pair<std::size_t, std::size_t> {
    if (!use) return {rank_of(axis), 0};
    const auto found = measured.find(name_of(axis));
    if (found != measured.end()) return {1, found->second};
    return {axis.subject.starts_with("item.") ? 0 : 2, rank_of(axis)};
  };
  std::stable_sort(axes_.begin(), axes_.end(),
                   [&](const Axis& a, const Axis& b) { return place(a) < place(b); });
  for (std::size_t v = 0; v < axes_.size(); ++v) {
    by_question_[{axes_[v].asks, axes_[v].subject, axes_[v].word}] = static_cast<Variable>(v);
  }
}

// Two places are of one class where every set that is asked about holds both or neither, on every day.
void Axes::refine_places(const law::Pack& pack, const Places& places, const Clock& clock,
                         std::vector<std::uint16_t>& classes) const {
  std::vector<const law::Expr*> asked;
  std::set<std::string> written;  // the same set is asked about in many places
  const auto collect = [&](const auto& self, const law::Expr& expr) -> void {
    for (const law::Expr& child : expr.children) self(self, child);
    const bool place = expr.kind == law::ExprKind::In || expr.kind == law::ExprKind::Is;
    if (!place || !find(Asks::Place, expr.name)) return;
    const std::string text = joined(expr.words, ", ") + name_of(expr.set);
    if (written.insert(text).second) asked.push_back(&expr);
  };
  for (const law::Rule& rule : pack.rules) collect(collect, rule.when);
  for (const law::Defeat& defeat : pack.defeats) {
    if (defeat.when) collect(collect, *defeat.when);
  }
  for (const law::Bar& bar : pack.bars) collect(collect, bar.when);
  const std::set<std::string_view> deciding = law::deciding_defines(pack);
  for (const law::Define& define : pack.defines) {
    if (deciding.contains(define.id)) collect(collect, define.when);
  }
  for (const law::Policy& policy : pack.policies) {
    for (const law::PolicyChoice& choice : policy.choices) {
      if (choice.when) collect(collect, *choice.when);
    }
  }
  for (const law::Quirk& quirk : pack.quirks) {
    if (quirk.when) collect(collect, *quirk.when);
  }

  Diagrams scratch(mapped(axes_, [](const Axis& axis) { return axis.classes; }));
  // Refined day by day: places that were alike so far and differ now part ways.
  std::vector<const void*> before;
  for (const Date day : days_of_change(pack, places, clock)) {
    const LawAt law(pack, day, clock);
    std::vector<const void*> holding;
    for (const law::SetDecl& set : pack.sets) {
      if (law.set(set.id) != &set) continue;
      holding.push_back(&set);
      for (const law::SetMember& member : set.members) {
        if (law.member(member)) holding.push_back(&member);
      }
    }
    for (const PlaceRow& row : places.all()) {
      if (row.follows_from && *row.follows_from <= day) holding.push_back(&row);
    }
    if (holding == before) continue;  // nothing about sets or places changed that day
    before = std::move(holding);
    Memberships sets(scratch, *this, law, places);
    const Mentions mentions(law, asked);
    std::map<std::pair<std::uint16_t, Mentions::Key>, std::uint16_t> alike;
    std::map<std::vector<std::uint32_t>, std::uint16_t> seen;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const std::string& code = places.all()[i].code;
      const auto [known, is_new] =
          alike.try_emplace({classes[i], mentions.key(places, code, day)}, std::uint16_t{0});
      if (is_new) {
        std::vector<std::uint32_t> signature{classes[i]};
        for (const law::Expr* expr : asked) {
          const Diagram in = !expr->words.empty()
                                 ? (sets.place_is(expr->words, code) ? Diagram::Yes : Diagram::No)
                                 : sets.place_in(expr->set, code);
          signature.push_back(static_cast<std::uint32_t>(in));
        }
        const auto next = static_cast<std::uint16_t>(seen.size());
        known->second = seen.emplace(std::move(signature), next).first->second;
      }
      classes[i] = known->second;
    }
  }
}

void Axes::partition_places(std::span<const law::Pack* const> packs, const Places& places,
                            const Clock& clock) {
  std::vector<std::uint16_t> classes(places.all().size(), 0);
  for (const law::Pack* pack : packs) refine_places(*pack, places, clock, classes);
  number_places(places, classes);
}

void Axes::number_places(const Places& places, std::span<const std::uint16_t> classes) {
  std::uint16_t count = 1;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const std::string& code = places.all()[i].code;
    place_classes_.emplace(code, classes[i]);
    if (classes[i] >= representatives_.size()) representatives_.resize(classes[i] + 1U);
    if (representatives_[classes[i]].empty()) representatives_[classes[i]] = code;
    count = std::max<std::uint16_t>(count, static_cast<std::uint16_t>(classes[i] + 1));
  }
  for (Axis& axis : axes_) {
    if (axis.asks == Asks::Place) axis.classes = count;
  }
}

}  // namespace licit
