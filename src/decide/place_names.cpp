#include "decide/place_names.h"

#include <algorithm>

namespace licit {
namespace {

// A place told off one by one costs less than a set only where there are very few.
std::size_t cost(const PlaceNames& names) {
  return 2 * (names.sets.size() + names.less.size()) + 2 * (names.also.size() + names.but.size()) +
         (names.anywhere ? 1 : 0);
}

}  // namespace

PlaceNamer::PlaceNamer(const LawAt& law, const Places& places) : law_(law), places_(places) {
  open_.reserve(places.all().size());
  for (const PlaceRow& row : places.all()) open_.push_back(!places.indeterminate(row.code));
  for (const law::SetDecl& set : law.pack().sets) {
    if (law.set(set.id) != &set || set.type != FactType::Place) continue;
    Named named{set.id, {}};
    std::size_t members = 0;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const bool is_in = open_[i] && in(set, places.lineage(places.all()[i].code, law.on()), 0);
      named.members.push_back(is_in);
      members += is_in ? 1 : 0;
    }
    // A set of one or two places is no shorter than they are.
    if (members > 2) sets_.push_back(std::move(named));
  }
}

bool PlaceNamer::in(const law::SetExpr& set, const std::vector<std::string>& lineage,
                    int depth) const {
  bool out = false;
  for (const law::SetTerm& term : set.terms) {
    bool here = false;
    if (term.name.empty()) {
      here = std::any_of(lineage.begin(), lineage.end(), [&](const std::string& code) {
        return std::find(term.literal.begin(), term.literal.end(), code) != term.literal.end();
      });
    } else if (const law::SetDecl* named = law_.set(term.name)) {
      here = in(*named, lineage, depth + 1);
    }
    out = term.minus ? out && !here : out || here;
  }
  return out;
}

bool PlaceNamer::in(const law::SetDecl& set, const std::vector<std::string>& lineage,
                    int depth) const {
  if (depth > 64) return false;  // sets have no cycles; the checker sees to that
  for (const law::SetMember& member : set.members) {
    if (!law_.member(member)) continue;
    if (!member.reading.empty()) {
      const law::Reading* reading = law_.reading(member.reading);
      if (reading == nullptr || reading->default_alternative != member.alternative) continue;
    }
    if (std::find(lineage.begin(), lineage.end(), member.word) != lineage.end()) return true;
  }
  return set.expr && in(*set.expr, lineage, depth + 1);
}

PlaceNames PlaceNamer::spell(const Members& wanted, bool anywhere, const Named* set,
                             const Named* second, const Named* less) const {
  PlaceNames out;
  out.anywhere = anywhere;
  if (set != nullptr) out.sets.push_back(set->id);
  if (second != nullptr) out.sets.push_back(second->id);
  if (less != nullptr) out.less.push_back(less->id);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!open_[i]) continue;
    const bool said = (anywhere || (set != nullptr && set->members[i]) ||
                       (second != nullptr && second->members[i])) &&
                      !(less != nullptr && less->members[i]);
    if (wanted[i] && !said) out.also.push_back(places_.all()[i].code);
    if (!wanted[i] && said) out.but.push_back(places_.all()[i].code);
  }
  return out;
}

PlaceNames PlaceNamer::name(const std::vector<std::string>& codes) const {
  Members wanted;
  wanted.reserve(open_.size());
  for (const PlaceRow& row : places_.all()) {
    wanted.push_back(std::find(codes.begin(), codes.end(), row.code) != codes.end());
  }
  PlaceNames best = spell(wanted, false, nullptr, nullptr, nullptr);
  const auto consider = [&](PlaceNames names) {
    if (cost(names) < cost(best)) best = std::move(names);
  };
  consider(spell(wanted, true, nullptr, nullptr, nullptr));
  for (const Named& one : sets_) {
    consider(spell(wanted, true, nullptr, nullptr, &one));
    consider(spell(wanted, false, &one, nullptr, nullptr));
    for (const Named& other : sets_) {
      if (&other == &one) continue;
      consider(spell(wanted, false, &one, nullptr, &other));
      if (&one < &other) consider(spell(wanted, false, &one, &other, nullptr));
    }
  }
  return best;
}

}  // namespace licit
