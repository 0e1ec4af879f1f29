// Which versions of the law are in force on a day, as far as they could be known: the pack seen
// through the two clocks of a query. Built once per query; read only.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "decide/pack_index.h"
#include "decide/query.h"

namespace licit {

class InForce {
 public:
  InForce(const PackIndex& index, Date on, Date known, Knower knower);

  const PackIndex& index() const { return index_; }
  Date on() const { return on_; }
  Date known() const { return known_; }

  // By position in the pack.
  bool rule(std::size_t i) const { return rules_[i]; }
  bool defeat(std::size_t i) const { return defeats_[i]; }
  bool bar(std::size_t i) const { return bars_[i]; }
  bool policy(std::size_t i) const { return policies_[i]; }
  bool flag(std::size_t i) const { return flags_[i]; }
  bool aside(std::size_t i) const { return asides_[i]; }
  bool pointer(std::size_t i) const { return pointers_[i]; }
  bool reading(std::size_t i) const { return readings_[i]; }

  // The version in force, or null.
  const law::Param* param(std::string_view id) const;
  const law::SetDecl* set(std::string_view id) const;
  const law::Define* define(std::string_view id) const;
  const law::Reading* reading(std::string_view id) const;

  // Whether a member is in its set on the day, leaving aside the reading that it may depend on.
  bool member(const law::SetMember& member) const;
  // Whether the source could be known. A source that the pack does not declare is taken as known.
  bool is_known(std::string_view source) const;

 private:
  bool in_force(std::string_view source, const law::Validity& validity) const;

  const PackIndex& index_;
  Date on_, known_;
  std::unordered_map<std::string_view, bool> known_sources_;
  std::vector<bool> rules_, defeats_, bars_, policies_, flags_, asides_, pointers_, readings_;
};

}  // namespace licit
