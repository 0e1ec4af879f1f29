#include "decide/example.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/mapped.h"
#include "base/text.h"
#include "language/lexer.h"

namespace licit {
namespace {

Number number_in(const Axis& axis, std::size_t i) {
  // A limit that belongs to the class says most; else a number beyond it.
  if (i > 0 && !axis.cuts[i - 1].after) return axis.cuts[i - 1].at;
  if (i < axis.cuts.size() && axis.cuts[i].after) return axis.cuts[i].at;
  const Number low = i > 0 ? axis.cuts[i - 1].at : Number(0);
  const Number high = i < axis.cuts.size()
                          ? axis.cuts[i].at
                          : low.plus(low).value_or(low).plus(Number(1)).value_or(low);
  const auto middle = low.plus(high).value_or(low).over(Number(2));
  return middle.value_or(low);
}

Date day_in(const Axis& axis, std::size_t i) {
  if (i > 0) return axis.days[i - 1].after ? axis.days[i - 1].at.plus_days(1) : axis.days[i - 1].at;
  if (axis.days.empty()) return Date{};
  return axis.days[0].after ? axis.days[0].at : axis.days[0].at.plus_days(-1);
}

// A word as a name where it can be one, else as a string.
std::string as_written(const std::string& word) {
  const auto tokens = law::lex(word, 0, nullptr);
  const bool plain = !tokens.empty() && tokens.front().in(word) == word &&
                     tokens.front().kind == law::TokenKind::Name;
  return plain ? word : "\"" + word + "\"";
}

std::string unit_of(const law::Pack& pack, const std::string& fact) {
  const law::FactDecl* decl = pack.find_fact(fact);
  return decl == nullptr || decl->unit.empty() ? std::string() : " " + decl->unit;
}

// What no fact can say, or only with a value beside it, is gone through last.
std::size_t cost_of(const Axis& axis) {
  switch (axis.asks) {
    case Asks::Doubt:
      return 10000;
    case Asks::Known:
      return 50;
    case Asks::Received:
    case Asks::Member:
      return 5;  // several of them are one fact
    case Asks::Reading:
    case Asks::Posture:
      return 10;
    default:
      return 8;
  }
}

class Shortest {
 public:
  Shortest(const Axes& axes, const DiagramView& diagrams, Leaf leaf, const Allowed& allowed)
      : axes_(axes), diagrams_(diagrams), leaf_(leaf), allowed_(allowed) {}

  static constexpr std::size_t never = SIZE_MAX / 2;

  std::size_t length(Diagram d) {
    if (Diagrams::is_leaf(d)) return Diagrams::leaf_of(d) == leaf_ ? 0 : never;
    const auto found = lengths_.find(static_cast<std::uint32_t>(d));
    if (found != lengths_.end()) return found->second;
    const std::size_t best = length(diagrams_.children(d)[step(d)]);
    const std::size_t out = best >= never ? never : best + cost_of(axes_[diagrams_.variable(d)]);
    lengths_.emplace(static_cast<std::uint32_t>(d), out);
    return out;
  }

  // The class to take.
  std::size_t step(Diagram d) {
    const std::span<const Diagram> row = diagrams_.children(d);
    const ClassSet& may = allowed_[diagrams_.variable(d)];
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!may.test(i)) continue;
      if (!best || length(row[i]) < length(row[*best])) best = i;
    }
    return best.value_or(0);
  }

 private:
  const Axes& axes_;
  const DiagramView& diagrams_;
  Leaf leaf_;
  const Allowed& allowed_;
  std::unordered_map<std::uint32_t, std::size_t> lengths_;
};

// Classes of axes as facts and settings.
class Wording {
 public:
  Wording(const law::Pack& pack, const Axes& axes) : pack_(pack), axes_(axes) {}

  Example words(const std::vector<std::pair<Variable, std::size_t>>& point, Date on) {
    out_.on = on;
    for (const auto& [v, i] : point) add(v, i);
    for (const auto& [fact, members] : members_) {
      say(fact, members.empty() ? "none" : "{ " + joined(members, ", ") + " }");
    }
    for (const std::string& fact : known_) {
      if (!has(fact)) say(fact, any_value(fact));
    }
    // What the pack lets pass unsaid need not be said.
    std::erase_if(out_.facts, [&](const law::Given& given) { return goes_without_saying(given); });
    return std::move(out_);
  }

 private:
  void say(std::string fact, std::string value) {
    out_.facts.push_back({std::move(fact), std::move(value), {}});
  }

  bool goes_without_saying(const law::Given& given) const {
    const law::FactDecl* decl = pack_.find_fact(given.name);
    if (decl == nullptr || decl->missing_means != given.value) return false;
    const auto& unless = decl->missing_unless_given;
    return axes_.find(Asks::Known, given.name) == std::nullopt &&
           std::none_of(unless.begin(), unless.end(),
                        [&](const std::string& fact) { return has(fact); });
  }

  bool has(const std::string& fact) const {
    return std::any_of(out_.facts.begin(), out_.facts.end(),
                       [&](const law::Given& given) { return given.name == fact; });
  }

  void add(Variable v, std::size_t i) {
    const Axis& axis = axes_[v];
    switch (axis.asks) {
      case Asks::Number:
      case Asks::Place:
      case Asks::Word:
        return say(axis.subject, value_in(pack_, axes_, v, i));
      case Asks::Day:
        if (axis.subject == "transfer.on") {
          out_.on = std::max(out_.on, day_in(axis, i));
        } else {
          say(axis.subject, day_in(axis, i).iso());
        }
        return;
      case Asks::Member:
      case Asks::Received: {
        const bool received = axis.asks == Asks::Received;
        auto& members = members_[received ? "exporter.notices" : axis.subject];
        if (i == 1) members.push_back(received ? axis.subject : axis.word);
        return;
      }
      case Asks::Known:
        if (i == 1) known_.push_back(axis.subject);
        return;
      case Asks::Reading:
        out_.settings.push_back({"reading." + axis.subject, axis.words[i], {}});
        return;
      case Asks::Posture:
        out_.settings.push_back({"posture", axis.words[i], {}});
        return;
      case Asks::Doubt:
        return;  // no fact says so
    }
  }

  std::string any_value(const std::string& fact) const {
    for (const Asks asks : {Asks::Place, Asks::Word, Asks::Number, Asks::Day}) {
      if (const auto axis = axes_.find(asks, fact)) return value_in(pack_, axes_, *axis, 0);
    }
    const law::FactDecl* decl = pack_.find_fact(fact);
    if (decl == nullptr) return "yes";
    switch (decl->type) {
      case FactType::Place:
        return axes_.place_representatives().empty() ? "US" : axes_.place_representatives().front();
      case FactType::Number:
        return "1" + unit_of(pack_, fact);
      case FactType::Date:
        return out_.on.iso();
      case FactType::OneOf:
        return decl->words.front();
      case FactType::SetOf:
        return "none";
      case FactType::Name:
        return "\"another\"";
      case FactType::YesNo:
        return "yes";
    }
    return "yes";
  }

  const law::Pack& pack_;
  const Axes& axes_;
  Example out_;
  std::map<std::string, std::vector<std::string>> members_;
  std::vector<std::string> known_;
};

std::string ends_in(const law::Pack& pack, const Axis& axis, const ClassSet& classes) {
  std::size_t first = 0;
  while (!classes.test(first)) ++first;
  std::size_t last = axis.classes;
  while (!classes.test(last - 1)) --last;
  const bool days = axis.asks == Asks::Day;
  const auto end = [&](std::size_t cut, const char* within, const char* beyond) {
    const bool after = days ? axis.days[cut].after : axis.cuts[cut].after;
    return axis.subject + (after ? beyond : within) +
           (days ? axis.days[cut].at.iso()
                 : axis.cuts[cut].at.decimal() + unit_of(pack, axis.subject));
  };
  std::vector<std::string> out;
  if (first > 0) out.push_back(end(first - 1, " >= ", " > "));
  if (last < axis.classes) out.push_back(end(last - 1, " < ", " <= "));
  return joined(out, " and ");
}

}  // namespace

std::string value_in(const law::Pack& pack, const Axes& axes, Variable v, std::size_t i) {
  const Axis& axis = axes[v];
  switch (axis.asks) {
    case Asks::Number:
      return number_in(axis, i).decimal() + unit_of(pack, axis.subject);
    case Asks::Day:
      return day_in(axis, i).iso();
    case Asks::Place:
      return axes.place_representatives()[i];
    case Asks::Word:
    case Asks::Reading:
    case Asks::Posture:
      return i < axis.words.size() ? as_written(axis.words[i]) : "\"another\"";
    case Asks::Member:
    case Asks::Doubt:
      return (i == 1 ? "" : "not ") + axis.word;
    case Asks::Known:
    case Asks::Received:
      return i == 1 ? "yes" : "no";
  }
  return {};
}

std::optional<Example> example_of(const law::Pack& pack, const Axes& axes,
                                  const DiagramView& diagrams, Diagram function, Leaf leaf,
                                  Allowed allowed, Date on, std::span<const Diagram> all) {
  Shortest way(axes, diagrams, leaf, allowed);
  if (way.length(function) >= Shortest::never) return std::nullopt;
  std::vector<std::pair<Variable, std::size_t>> point;
  const Allowed before = allowed;
  for (Diagram d = function; !Diagrams::is_leaf(d);) {
    const std::size_t i = way.step(d);
    const Variable v = diagrams.variable(d);
    if (before[v].count() > 1) point.emplace_back(v, i);
    allowed[v] = ClassSet().set(i);
    d = diagrams.children(d)[i];
  }
  const auto certain = [&] {
    const auto yes = [&](Diagram d) { return diagrams.reachable(d, allowed) == 2; };
    return all.empty() ? diagrams.reachable(function, allowed) == Leaves{1} << leaf
                       : std::all_of(all.begin(), all.end(), yes);
  };
  // What need not be said after all, dearest first.
  std::vector<std::pair<Variable, std::size_t>> order = point;
  std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return cost_of(axes[a.first]) > cost_of(axes[b.first]);
  });
  for (const auto& one : order) {
    const Variable v = one.first;
    const ClassSet only = allowed[v];
    allowed[v] = before[v];
    if (certain()) {
      point.erase(std::find(point.begin(), point.end(), one));
    } else {
      allowed[v] = only;
    }
  }
  return Wording(pack, axes).words(point, on);
}

std::string condition_in(const law::Pack& pack, const Axes& axes, Variable v,
                         const ClassSet& classes) {
  const Axis& axis = axes[v];
  const bool yes = classes.test(1);
  std::vector<std::string> in, out;
  const bool open = axis.asks == Asks::Word && axis.classes > axis.words.size();
  for (std::size_t i = 0; i < axis.words.size(); ++i) {
    (classes.test(i) ? in : out).push_back(as_written(axis.words[i]));
  }
  switch (axis.asks) {
    case Asks::Number:
    case Asks::Day:
      return ends_in(pack, axis, classes);
    case Asks::Place: {
      std::vector<std::string> places;
      for (std::uint16_t i = 0; i < axis.classes; ++i) {
        if (!classes.test(i)) continue;
        for (std::string& place : axes.places_of(i)) places.push_back(std::move(place));
      }
      return axis.subject + " in { " + joined(places, ", ") + " }";
    }
    case Asks::Word:
      // Beyond the words that the law names there are others.
      if (open && classes.test(axis.words.size())) {
        return "not " + axis.subject + " in { " + joined(out, ", ") + " }";
      }
      return in.size() == 1 ? axis.subject + " is " + in.front()
                            : axis.subject + " in { " + joined(in, ", ") + " }";
    case Asks::Member:
      return (yes ? "" : "not ") + axis.subject + " includes " + as_written(axis.word);
    case Asks::Known:
      return axis.subject + (yes ? " is known" : " is not known");
    case Asks::Received:
      return (yes ? "" : "not ") + std::string("exporter.notices includes ") + axis.subject;
    case Asks::Posture:
      return "posture is " + in.front();
    case Asks::Reading: {
      const auto each = mapped(
          in, [&](const std::string& word) { return "reading " + axis.subject + " is " + word; });
      return each.size() == 1 ? each.front() : "(" + joined(each, " or ") + ")";
    }
    case Asks::Doubt:
      break;
  }
  return {};
}

}  // namespace licit
