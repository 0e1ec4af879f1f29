#include "decide/timeline_clauses.h"

#include <algorithm>
#include <functional>
#include <set>

namespace licit {
namespace {

// Every dated clause of the pack: its id, the source of its provision, its dates.
using Visitor = std::function<void(const std::string& id, const std::string& source,
                                   const law::Validity& validity)>;

template <typename List>
void visit_all(const List& list, const Visitor& visit) {
  for (const auto& one : list) visit(one.id, one.provenance.source, one.validity);
}

void visit_clauses(const law::Pack& pack, const Visitor& visit) {
  visit_all(pack.readings, visit);
  visit_all(pack.params, visit);
  visit_all(pack.sets, visit);
  for (const law::SetDecl& set : pack.sets) {
    for (const law::SetMember& member : set.members) {
      visit(set.id + ":" + member.word,
            member.source.empty() ? set.provenance.source : member.source, member.validity);
    }
  }
  visit_all(pack.defines, visit);
  visit_all(pack.rules, visit);
  visit_all(pack.defeats, visit);
  visit_all(pack.bars, visit);
  visit_all(pack.policies, visit);
  visit_all(pack.flags, visit);
}

void dates_in(const law::Expr& expr, std::set<Date>& days) {
  if (expr.kind == law::ExprKind::Compare && expr.operand.kind == law::Operand::Kind::Date) {
    days.insert(expr.operand.date);
    days.insert(expr.operand.date.plus_days(1));
  }
  for (const law::Expr& child : expr.children) dates_in(child, days);
}

template <typename List>
void dates_in_all(const List& list, std::set<Date>& days) {
  for (const auto& one : list) dates_in(one.when, days);
}

}  // namespace

std::vector<Date> days_of_change(const LawView& law, Date from, Date to) {
  std::set<Date> days;
  visit_clauses(law.pack, [&](const std::string&, const std::string&, const law::Validity& v) {
    if (v.from) days.insert(v.from->day);
    if (v.until) days.insert(v.until->day);
  });
  for (const law::Param& param : law.pack.params) {
    if (!param.date) continue;
    days.insert(*param.date);
    days.insert(param.date->plus_days(1));
  }
  dates_in_all(law.pack.defines, days);
  dates_in_all(law.pack.rules, days);
  dates_in_all(law.pack.bars, days);
  for (const law::Defeat& defeat : law.pack.defeats) {
    if (defeat.when) dates_in(*defeat.when, days);
  }
  for (const law::Policy& policy : law.pack.policies) {
    for (const law::PolicyChoice& choice : policy.choices) {
      if (choice.when) dates_in(*choice.when, days);
    }
  }
  for (const PlaceRow& place : law.places.all()) {
    if (place.follows_from) days.insert(*place.follows_from);
  }
  for (const law::Source& source : law.pack.sources) {
    // Between a rule's effective and compliance days the earlier law may still be the default.
    if (source.compliance) days.insert(*source.compliance);
  }
  days.insert(law.pack.header.covers_from);
  days.insert(from);
  std::vector<Date> within;
  for (const Date day : days) {
    if (from <= day && day <= to) within.push_back(day);
  }
  return within;
}

std::vector<TimelineClause> clauses_on(const law::Pack& pack, Date day) {
  std::vector<TimelineClause> clauses;
  const auto add = [&](const std::string& id, const std::string& source, bool begins) {
    const auto same = std::find_if(clauses.begin(), clauses.end(), [&](const TimelineClause& c) {
      return c.id == id && c.source == source;
    });
    if (same != clauses.end()) {
      (begins ? same->begins : same->ends) = true;
      return;
    }
    const law::Source* declared = pack.find_source(source);
    clauses.push_back({id, source, declared == nullptr ? "" : declared->citation, begins, !begins});
  };
  visit_clauses(pack,
                [&](const std::string& id, const std::string& source, const law::Validity& v) {
                  if (v.from && v.from->day == day)
                    add(id, v.from->by.empty() ? source : v.from->by, true);
                  if (v.until && v.until->day == day)
                    add(id, v.until->by.empty() ? source : v.until->by, false);
                });
  return clauses;
}

void prefer_cited(std::vector<TimelineClause>& clauses, const Answer& before, const Answer& after) {
  std::set<std::string> cited(before.receipt.cited.begin(), before.receipt.cited.end());
  cited.insert(after.receipt.cited.begin(), after.receipt.cited.end());
  const auto is_cited = [&](const TimelineClause& clause) {
    return cited.contains(clause.id.substr(0, clause.id.find(':')));
  };
  if (!std::any_of(clauses.begin(), clauses.end(), is_cited)) return;
  std::erase_if(clauses, [&](const TimelineClause& clause) { return !is_cited(clause); });
}

}  // namespace licit
