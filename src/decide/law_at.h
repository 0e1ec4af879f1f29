// Which version of each provision, limit, set and define holds on one day, as far as it was known:
// what the compiler compiles for that day. Written apart from in_force.h, which serves the reference
// evaluator, so that a slip in one of the two shows as a difference between the engines.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "decide/query.h"
#include "facts/places.h"
#include "language/ast.h"

namespace licit {

// The date of knowledge of a query, and whose knowledge it is.
struct Clock {
  std::optional<Date> known;  // absent: the later of the day and the pack's `verified through`
  Knower knower = Knower::Public;
};

class LawAt {
 public:
  // The pack must outlive it.
  LawAt(const law::Pack& pack, Date on, const Clock& clock);

  Date on() const { return on_; }
  const law::Pack& pack() const { return pack_; }

  // Null where no version holds.
  const law::Param* param(std::string_view id) const { return find(params_, id); }
  const law::SetDecl* set(std::string_view id) const { return find(sets_, id); }
  const law::Define* define(std::string_view id) const { return find(defines_, id); }
  const law::Reading* reading(std::string_view id) const { return find(readings_, id); }
  bool has_define(std::string_view id) const { return declared_defines_.contains(id); }
  bool member(const law::SetMember& member) const;
  // As if this rule, defeat, bar or policy had never been; false where it does not hold anyway.
  bool drop(const void* provision);

  // In the order of the pack, one version of each id.
  const std::vector<const law::Rule*>& rules() const { return rules_; }
  const std::vector<const law::Defeat*>& defeats() const { return defeats_; }
  const std::vector<const law::Bar*>& bars() const { return bars_; }
  const std::vector<const law::Policy*>& policies() const { return policies_; }

 private:
  template <typename T>
  using ById = std::map<std::string_view, const T*>;
  template <typename T>
  static const T* find(const ById<T>& map, std::string_view id) {
    const auto found = map.find(id);
    return found == map.end() ? nullptr : found->second;
  }
  template <typename T>
  ById<T> holding(const std::vector<T>& all) const;
  template <typename T>
  std::vector<const T*> in_order(const std::vector<T>& all) const;
  bool knows(std::string_view source) const { return !unknown_.contains(source); }
  bool holds(const law::Validity& validity, std::string_view own_source) const;

  const law::Pack& pack_;
  Date on_;
  std::set<std::string_view> unknown_, declared_defines_;
  ById<law::Param> params_;
  ById<law::SetDecl> sets_;
  ById<law::Define> defines_;
  ById<law::Reading> readings_;
  std::vector<const law::Rule*> rules_;
  std::vector<const law::Defeat*> defeats_;
  std::vector<const law::Bar*> bars_;
  std::vector<const law::Policy*> policies_;
};

// The days on which anything that LawAt says may change, or a place begins to follow another,
// ascending, the first of them before every other day. Between two of them the law is the same.
std::vector<Date> days_of_change(const law::Pack& pack, const Places& places, const Clock& clock);

}  // namespace licit
