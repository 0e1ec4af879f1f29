#include "parties/owners/parent.h"

#include <algorithm>
#include <map>

namespace licit {
namespace {

constexpr std::uint64_t half = share_whole / 2;

struct Next {
  std::optional<EntityId> owner;  // who has a majority, or is stated to be the parent
  bool certain = false;           // that it has, or that nobody can have
  bool stated_ultimate = false;
};

Next next_above(const StakesOn& stakes, EntityId id) {
  Next out;
  if (stakes.is_person(id)) return {{}, true, false};
  struct Sum {
    std::uint64_t lo[2] = {0, 0};
    std::uint64_t hi[2] = {0, 0};
    bool consolidates = false;
  };
  std::map<EntityId, Sum> owners;
  std::optional<EntityId> ultimate;
  bool two_ultimates = false;
  for (const Holding& held : stakes.of_owned(id)) {
    const StakeKind kind = stakes.graph().stakes()[held.stake].kind;
    if (kind == StakeKind::Ultimate) {
      two_ultimates = two_ultimates || (ultimate && *ultimate != held.entity);
      ultimate = held.entity;
      continue;
    }
    Sum& sum = owners[held.entity];
    sum.consolidates = sum.consolidates || kind == StakeKind::Consolidated;
    for (const int lane : {0, 1}) {
      if (!(lane == 0 ? held.votes : held.capital)) continue;
      sum.lo[lane] += held.lo;
      sum.hi[lane] += held.hi;
    }
  }
  if (ultimate) return {ultimate, !two_ultimates, true};
  std::uint64_t all[2] = {0, 0};
  bool maybe = false;
  for (const auto& [owner, sum] : owners) {
    const bool surely = sum.lo[0] > half || sum.lo[1] > half;
    // Who consolidates is the parent for the accounts, whatever the share.
    if (surely || (sum.consolidates && !out.owner)) out = {owner, true, false};
    maybe = maybe || sum.hi[0] >= half || sum.hi[1] >= half;
    for (const int lane : {0, 1}) all[lane] += sum.lo[lane];
  }
  if (out.owner) return out;
  // Nobody: certain only if nobody holds half of it, and what is left could not be half either.
  const std::uint64_t known = std::min(all[0], all[1]);
  out.certain = !maybe && known <= share_whole && share_whole - known < half;
  return out;
}

}  // namespace

UltimateParent ultimate_parent(const StakesOn& stakes, EntityId entity) {
  UltimateParent out;
  out.entity = entity;
  out.path = {entity};
  out.certain = true;
  for (;;) {
    const Next next = next_above(stakes, out.entity);
    out.certain = out.certain && next.certain;
    if (!next.owner) break;
    // Whoever it is may be owned by anybody.
    if (const EntityNotes* notes = stakes.graph().find_notes(*next.owner);
        notes != nullptr && notes->is_nameless())
      out.certain = false;
    // A person is not headquartered: the company below is where the chain ends.
    if (stakes.is_person(*next.owner)) break;
    if (std::find(out.path.begin(), out.path.end(), *next.owner) != out.path.end()) {
      out.ring = true;
      out.certain = false;
      break;
    }
    out.entity = *next.owner;
    out.path.push_back(out.entity);
    if (next.stated_ultimate) break;
  }
  if (const EntityNotes* notes = stakes.graph().find_notes(out.entity)) out.hq = notes->hq;
  return out;
}

}  // namespace licit
