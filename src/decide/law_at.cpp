#include "decide/law_at.h"

#include <algorithm>

namespace licit {
namespace {

// The first day on which it could be known; absent: always.
std::optional<Date> first_known(const law::Source& source, Knower knower) {
  if (source.instrument == law::Instrument::Notice) {
    std::optional<Date> day = source.published   ? source.published
                              : source.announced ? source.announced
                                                 : source.effective;
    const auto& addressee = source.known_to_addressee;
    if (knower == Knower::Addressee && addressee && (!day || *addressee < *day)) day = addressee;
    return day;
  }
  return source.public_day();
}

Date known_on(const law::Pack& pack, Date on, const Clock& clock) {
  return clock.known ? *clock.known : std::max(on, pack.header.verified_through);
}

// Absent beginnings come before every day.
bool begins_after(const law::Validity& a, const law::Validity& b) {
  if (!a.from) return false;
  return !b.from || a.from->day > b.from->day;
}

}  // namespace

LawAt::LawAt(const law::Pack& pack, Date on, const Clock& clock) : pack_(pack), on_(on) {
  const Date known = known_on(pack, on, clock);
  for (const law::Source& source : pack.sources) {
    const std::optional<Date> day = first_known(source, clock.knower);
    if (day && *day > known) unknown_.insert(source.id);
  }
  for (const law::Define& define : pack.defines) declared_defines_.insert(define.id);
  params_ = holding(pack.params);
  sets_ = holding(pack.sets);
  defines_ = holding(pack.defines);
  readings_ = holding(pack.readings);
  rules_ = in_order(pack.rules);
  defeats_ = in_order(pack.defeats);
  bars_ = in_order(pack.bars);
  policies_ = in_order(pack.policies);
}

bool LawAt::holds(const law::Validity& validity, std::string_view own_source) const {
  if (validity.from) {
    const bool begun = validity.from->day <= on_;
    const bool heard = knows(validity.from->by.empty() ? own_source : validity.from->by);
    if (!begun || !heard) return false;
  }
  const auto over = [&](const law::DayRef& end) {
    return on_ >= end.day && (end.by.empty() || knows(end.by));
  };
  if (validity.until && over(*validity.until)) return false;
  return std::none_of(validity.also_until.begin(), validity.also_until.end(), over);
}

bool LawAt::member(const law::SetMember& member) const {
  return holds(member.validity, member.source);
}

bool LawAt::drop(const void* provision) {
  return std::erase(rules_, provision) + std::erase(defeats_, provision) +
             std::erase(bars_, provision) + std::erase(policies_, provision) >
         0;
}

// Of several versions that hold, the one that began last; of two that began together, the later one
// in the text.
template <typename T>
LawAt::ById<T> LawAt::holding(const std::vector<T>& all) const {
  ById<T> out;
  for (const T& version : all) {
    if (!holds(version.validity, version.provenance.source)) continue;
    const T*& best = out[version.id];
    if (best == nullptr || !begins_after(best->validity, version.validity)) best = &version;
  }
  return out;
}

template <typename T>
std::vector<const T*> LawAt::in_order(const std::vector<T>& all) const {
  const ById<T> chosen = holding(all);
  std::vector<const T*> out;
  for (const T& version : all) {
    const auto found = chosen.find(version.id);
    if (found != chosen.end() && found->second == &version) out.push_back(&version);
  }
  return out;
}

std::vector<Date> days_of_change(const law::Pack& pack, const Places& places, const Clock& clock) {
  std::vector<Date> days{Date(INT32_MIN / 2), pack.header.covers_from};
  const auto note = [&](const law::Validity& validity) {
    if (validity.from) days.push_back(validity.from->day);
    if (validity.until) days.push_back(validity.until->day);
    for (const law::DayRef& end : validity.also_until) days.push_back(end.day);
  };
  const auto note_all = [&](const auto& provisions) {
    for (const auto& provision : provisions) note(provision.validity);
  };
  note_all(pack.rules);
  note_all(pack.defeats);
  note_all(pack.bars);
  note_all(pack.policies);
  note_all(pack.params);
  note_all(pack.defines);
  note_all(pack.readings);
  note_all(pack.sets);
  for (const law::SetDecl& set : pack.sets) note_all(set.members);
  for (const PlaceRow& row : places.all()) {
    if (row.follows_from) days.push_back(*row.follows_from);
  }
  if (!clock.known) {
    // With nothing said of knowledge, a day after `verified through` knows what was public by then.
    for (const law::Source& source : pack.sources) {
      const std::optional<Date> day = first_known(source, clock.knower);
      if (day && *day > pack.header.verified_through) days.push_back(*day);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace licit
