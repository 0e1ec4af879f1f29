#include "decide/in_force.h"

#include <algorithm>

namespace licit {
namespace {

// The first day on which `knower` could know of a source; empty: always.
std::optional<Date> known_from(const law::Source& source, Knower knower) {
  std::optional<Date> day = source.announced   ? source.announced
                            : source.published ? source.published
                                               : source.effective;
  if (source.instrument != law::Instrument::Notice) return day;
  if (source.published) day = source.published;
  if (knower == Knower::Addressee && source.known_to_addressee) {
    day = day ? std::min(*day, *source.known_to_addressee) : source.known_to_addressee;
  }
  return day;
}

Date starts(const law::Validity& validity) {
  return validity.from ? validity.from->day : Date(INT32_MIN);
}

// Of several versions of one id only the latest to begin holds.
template <typename Provision>
void keep_latest(const std::vector<Provision>& provisions,
                 const std::vector<PackIndex::Positions>& groups, std::vector<bool>& in_force) {
  for (const PackIndex::Positions& group : groups) {
    const std::size_t* best = nullptr;
    for (const std::size_t& i : group) {
      if (!in_force[i]) continue;
      if (best == nullptr || starts(provisions[*best].validity) <= starts(provisions[i].validity)) {
        if (best != nullptr) in_force[*best] = false;
        best = &i;
      } else {
        in_force[i] = false;
      }
    }
  }
}

}  // namespace

InForce::InForce(const PackIndex& index, Date on, Date known, Knower knower)
    : index_(index), on_(on), known_(known) {
  const law::Pack& pack = index.pack();
  known_sources_.reserve(pack.sources.size());
  for (const law::Source& source : pack.sources) {
    const std::optional<Date> day = known_from(source, knower);
    known_sources_.emplace(source.id, !day || *day <= known);
  }
  auto mark = [this](const auto& provisions, const auto& groups, std::vector<bool>& out) {
    out.resize(provisions.size());
    for (std::size_t i = 0; i < provisions.size(); ++i) {
      out[i] = in_force(provisions[i].provenance.source, provisions[i].validity);
    }
    keep_latest(provisions, groups, out);
  };
  mark(pack.rules, index.versions().rules, rules_);
  mark(pack.defeats, index.versions().defeats, defeats_);
  mark(pack.bars, index.versions().bars, bars_);
  mark(pack.policies, index.versions().policies, policies_);
  mark(pack.flags, index.versions().flags, flags_);
  mark(pack.asides, index.versions().asides, asides_);
  mark(pack.pointers, index.versions().pointers, pointers_);
  mark(pack.readings, index.versions().readings, readings_);
}

bool InForce::is_known(std::string_view source) const {
  const auto found = known_sources_.find(source);
  return found == known_sources_.end() || found->second;
}

// What has no first day has always been there, wherever its text was read. What a source brings was
// known with that source; what a bare date brings, with the provision's own.
bool InForce::in_force(std::string_view source, const law::Validity& validity) const {
  if (validity.from) {
    const std::string& by = validity.from->by;
    if (validity.from->day > on_ || !is_known(by.empty() ? source : by)) return false;
  }
  const auto ended = [this](const law::DayRef& end) { return end.day <= on_ && is_known(end.by); };
  // An overlay may bring an earlier end; for whoever does not know of it, the other one counts.
  return !(validity.until && ended(*validity.until)) &&
         std::none_of(validity.also_until.begin(), validity.also_until.end(), ended);
}

bool InForce::member(const law::SetMember& member) const {
  return in_force(member.source, member.validity);
}

namespace {

template <typename Provision>
const Provision* latest(const std::vector<Provision>& provisions,
                        const PackIndex::Positions& versions, auto&& holds) {
  const Provision* best = nullptr;
  for (const std::size_t i : versions) {
    const Provision& version = provisions[i];
    if (!holds(version.provenance.source, version.validity)) continue;
    if (best == nullptr || starts(best->validity) <= starts(version.validity)) best = &version;
  }
  return best;
}

}  // namespace

const law::Param* InForce::param(std::string_view id) const {
  return latest(index_.pack().params, index_.params(id),
                [this](const auto& s, const auto& v) { return in_force(s, v); });
}

const law::SetDecl* InForce::set(std::string_view id) const {
  return latest(index_.pack().sets, index_.sets(id),
                [this](const auto& s, const auto& v) { return in_force(s, v); });
}

const law::Define* InForce::define(std::string_view id) const {
  return latest(index_.pack().defines, index_.defines(id),
                [this](const auto& s, const auto& v) { return in_force(s, v); });
}

const law::Reading* InForce::reading(std::string_view id) const {
  return latest(index_.pack().readings, index_.readings(id),
                [this](const auto& s, const auto& v) { return in_force(s, v); });
}

}  // namespace licit
