#include "decide/mutate_unnoticed.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "decide/pack_index.h"
#include "decide/readings.h"

namespace licit {
namespace {

// What an expectation may look at.
enum Look : std::uint8_t {
  at_verdict = 1,  // and the class and what led to it: the truths of conditions, and nothing else
  at_review = 2,   // the policies besides
  at_flags = 4,
  at_beside = 8,  // asides and pointers, which nothing else looks at
  at_more = 16,   // what conditions asked, and their parts; other choices than the line's own
  at_other_days = 32
};

Look look_of(std::string_view what) {
  static constexpr std::array verdict = {"verdict",     "class", "by",     "not-by",
                                         "excepted-by", "step",  "no-step"};
  if (std::find(verdict.begin(), verdict.end(), what) != verdict.end()) return at_verdict;
  if (what == "review") return at_review;
  if (what == "flag" || what == "no-flag") return at_flags;
  if (what.ends_with("beside") || what.ends_with("not-modelled")) return at_beside;
  return what == "outlook" || what == "members" ? at_other_days : at_more;
}

template <typename Kind>
bool is(const Mutant& mutant) {
  return std::holds_alternative<Kind>(mutant.changed);
}

// What the change of a declaration of this kind can reach.
std::uint8_t reach(const Mutant& mutant) {
  if (is<law::Aside>(mutant) || is<law::Pointer>(mutant)) return at_beside;
  if (is<law::Flag>(mutant)) return at_flags | at_more | at_other_days;
  if (is<law::Policy>(mutant)) return at_review | at_more | at_other_days;
  return at_verdict | at_review | at_flags | at_beside | at_more | at_other_days;
}

bool is_of(const Mutant& mutant, std::string_view part) {
  return mutant.id.find(part) != std::string::npos;
}

struct ChangedCondition {
  const law::Expr* before = nullptr;
  const law::Expr* after = nullptr;
};

// The condition in which the mutant differs; nothing where it differs in something else.
ChangedCondition changed_condition(const law::Pack& pack, const law::Pack& changed,
                                   const Mutant& mutant) {
  const bool in_condition = is_of(mutant, " when");
  const bool is_dropped = is_of(mutant, " whole ");
  const std::size_t i = mutant.index;
  if (is<law::Define>(mutant) && in_condition)
    return {&pack.defines[i].when, &changed.defines[i].when};
  if (is<law::Rule>(mutant) && (in_condition || is_dropped))
    return {&pack.rules[i].when, &changed.rules[i].when};
  if (is<law::Bar>(mutant) && (in_condition || is_dropped))
    return {&pack.bars[i].when, &changed.bars[i].when};
  if (is<law::Flag>(mutant) && (in_condition || is_dropped))
    return {&pack.flags[i].when, &changed.flags[i].when};
  if (is<law::Defeat>(mutant) && in_condition) {
    const auto& before = pack.defeats[i].when;
    const auto& after = changed.defeats[i].when;
    if (before && after) return {&*before, &*after};
  }
  return {};
}

template <typename Declaration>
bool is_version(const std::vector<Declaration>& all, std::size_t i, const Declaration* in_force) {
  return in_force == &all[i];
}

// Whether the declaration is in force on the day; nothing where versions do not tell.
std::optional<bool> in_force(const InForce& law, const Mutant& mutant) {
  const law::Pack& pack = law.index().pack();
  const std::size_t i = mutant.index;
  if (is<law::Rule>(mutant)) return law.rule(i);
  if (is<law::Defeat>(mutant)) return law.defeat(i);
  if (is<law::Bar>(mutant)) return law.bar(i);
  if (is<law::Policy>(mutant)) return law.policy(i);
  if (is<law::Flag>(mutant)) return law.flag(i);
  if (is<law::Define>(mutant)) return is_version(pack.defines, i, law.define(pack.defines[i].id));
  if (is<law::Param>(mutant)) return is_version(pack.params, i, law.param(pack.params[i].id));
  if (is<law::SetDecl>(mutant)) return is_version(pack.sets, i, law.set(pack.sets[i].id));
  return {};
}

}  // namespace

Unnoticed::Unnoticed(const PackIndex& law, const Places& places,
                     const std::vector<PreparedLine>& lines)
    : pack_(law.pack()),
      places_(places),
      lines_(lines),
      days_(law),
      in_force_(lines.size()),
      judges_(lines.size()) {
  looks_at_.reserve(lines.size());
  for (const PreparedLine& line : lines) {
    std::uint8_t looks = 0;
    for (const law::Expectation& one : line.line->expects) looks |= look_of(one.what);
    looks_at_.push_back(looks);
  }
}

const InForce& Unnoticed::law_of(std::size_t line) {
  std::shared_ptr<const InForce>& out = in_force_[line];
  if (!out) {
    const Query& query = lines_[line].query;
    const Date known = query.known.value_or(std::max(query.on, pack_.header.verified_through));
    out = days_.at(query.on, known, query.knower);
  }
  return *out;
}

std::vector<std::unique_ptr<Judge>>& Unnoticed::judges(std::size_t line) {
  auto& out = judges_[line];
  if (!out.empty()) return out;
  const Query& query = lines_[line].query;
  const InForce& law = law_of(line);
  const Setting setting{law, places_, chosen_readings(law, query.readings), query.posture,
                        query.strict};
  out.reserve(query.candidates.size());
  for (const FactSet& facts : query.candidates) {
    out.push_back(std::make_unique<Judge>(setting, facts));
  }
  return out;
}

bool Unnoticed::same_truth(std::size_t line, const law::Expr& before, const law::Expr& after) {
  auto& all = judges(line);
  return std::all_of(all.begin(), all.end(), [&](const std::unique_ptr<Judge>& judge) {
    return judge->eval(before).truth == judge->eval(after).truth;
  });
}

bool Unnoticed::is_sure(std::size_t line, const Mutant& mutant, const DaysInForce& changed) {
  if ((looks_at_[line] & reach(mutant)) == 0) return true;
  if ((looks_at_[line] & at_other_days) != 0) return false;
  const InForce& today = law_of(line);
  const Query& query = lines_[line].query;
  const auto then = changed.at(today.on(), today.known(), query.knower);
  if (is_of(mutant, " from ") || is_of(mutant, " until ")) {
    const auto was = in_force(today, mutant);
    return was && was == in_force(*then, mutant);
  }
  if ((looks_at_[line] & at_more) != 0) return false;
  const ChangedCondition condition = changed_condition(pack_, then->index().pack(), mutant);
  return condition.before != nullptr && same_truth(line, *condition.before, *condition.after);
}

}  // namespace licit
