// The stakes that hold on one day, by owner and by owned entity, ready to be walked. Control stands
// apart: it has no share. Immutable once built; as long as it lives the graph must not change.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "parties/owners/graph.h"

namespace licit {

// A stake as a walk needs it. Votes and capital are two lanes; a stake of both counts in each.
struct Holding {
  EntityId entity = 0;      // the owned one where asked by owner, the owner where asked by owned
  std::uint32_t stake = 0;  // index in the graph
  std::uint32_t lo = 0;     // what surely counts
  std::uint32_t hi = 0;     // what may count
  bool unknown = false;     // nothing was said of the share
  bool votes = true;
  bool capital = true;
};

class StakesOn {
 public:
  StakesOn(const OwnershipGraph& graph, Date day);

  const OwnershipGraph& graph() const { return *graph_; }
  Date day() const { return day_; }
  // Whether any stake is of votes or of capital alone; else the two lanes are one.
  bool two_lanes() const { return two_lanes_; }

  std::span<const Holding> of_owner(EntityId owner) const { return slice(by_owner_, owner); }
  // Has the stakes of an owner on their way from memory, for a walk that will come to it.
  void fetch_ahead(EntityId owner) const {
    __builtin_prefetch(by_owner_.held.data() + by_owner_.first[owner]);
  }
  // Built when first asked for: not thread-safe until then.
  std::span<const Holding> of_owned(EntityId owned) const;
  // What of an entity is surely held by others, lane 0 votes, lane 1 capital (the same where the
  // lanes are one).
  std::uint64_t surely_held(EntityId owned, int lane) const {
    return held_[static_cast<std::size_t>(two_lanes_ ? lane : 0)][owned];
  }
  // A natural person, at whom a chain ends: said to be one, never said to be an entity, and owned by nobody.
  bool is_person(EntityId id) const {
    const EntityNotes* notes = graph_->find_notes(id);
    return notes != nullptr && notes->person && !notes->entity && of_owned(id).empty();
  }
  // What an entity holds of itself; usually nothing.
  Share treasury(EntityId entity) const;
  bool has_treasury() const { return !treasury_.empty(); }

  struct Controls {
    EntityId owner, owned;
    std::uint32_t stake;
  };
  std::span<const Controls> controls() const { return controls_; }  // sorted by owner
  // Entities whose surely held shares are more than the whole: figures that cannot all be true.
  std::vector<EntityId> overfull() const;
  // Stakes written twice, word for word: whether once or twice is meant is not known, so that they
  // count once for sure and twice perhaps.
  std::span<const std::uint32_t> repeated() const { return repeated_; }

 private:
  struct Index {
    std::vector<std::uint32_t> first;
    std::vector<Holding> held;
  };
  std::span<const Holding> slice(const Index& index, EntityId entity) const {
    return std::span(index.held)
        .subspan(index.first[entity], index.first[entity + 1] - index.first[entity]);
  }
  void weigh_repeated();

  const OwnershipGraph* graph_;
  Date day_;
  bool two_lanes_ = false;
  Index by_owner_;
  mutable Index by_owned_;
  std::vector<std::uint64_t> held_[2];
  std::vector<std::pair<EntityId, Share>> treasury_;
  std::vector<Controls> controls_;
  std::vector<std::uint32_t> repeated_;
};

}  // namespace licit
