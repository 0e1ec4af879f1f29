// The 50 percent rules as a least fixed point: beginning from listed owners, an entity joins where
// what the members hold of it reaches the threshold, until nobody joins. The answer does not depend
// on the order, an owner that has joined counts with its whole stake, and a ring of entities that own
// each other never lifts itself in. A worklist: every stake of a member is looked at once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "parties/owners/rule.h"
#include "parties/owners/stakes_on.h"

namespace licit {

// What is taken of a share that is not exactly known.
enum class Taking : std::uint8_t {
  Surely,       // the least of a band: who joins is restricted whatever the truth
  PerhapsBand,  // the most of a band; a share of which nothing is known counts as none
  Perhaps,      // the most of everything
};

// What the members hold of an entity, in parts; lane 0 votes, lane 1 capital.
struct MembersHold {
  std::uint64_t lo[2] = {0, 0};
  std::uint64_t hi[2] = {0, 0};
};

class Cascade {
 public:
  // Both must outlive it. `exclude_treasury`: what an entity holds of itself is left out of the
  // whole.
  Cascade(const StakesOn& stakes, const OwnerRule& rule, bool exclude_treasury);

  // Runs from these owners; forgets the run before.
  void run(std::span<const EntityId> seeds, Taking taking);

  // In the order in which they joined, seeds first.
  std::span<const EntityId> members() const { return members_; }
  // Everybody of whom a member holds something or whom it controls, members among them.
  std::span<const EntityId> touched() const { return touched_; }
  // 0: no member; else its place in members() plus one.
  std::uint32_t rank(EntityId id) const { return states_[id].rank; }
  bool joined_by_control(EntityId id) const { return states_[id].by_control; }
  bool controlled(EntityId id) const { return states_[id].by_control || states_[id].seen_control; }
  // The most that the members can hold of it: bands and what others surely hold considered.
  std::uint64_t at_most(EntityId id, int lane) const;
  std::uint64_t at_most(EntityId id) const;  // of both lanes the larger
  std::uint64_t at_least(EntityId id) const;

 private:
  void touch(EntityId id);
  void join(EntityId id);
  bool reached(EntityId id) const;

  const StakesOn* stakes_;
  const OwnerRule* rule_;
  bool exclude_treasury_;
  Taking taking_ = Taking::Surely;
  int lanes_;
  // All that a stake of a member changes of an entity, side by side: entities are met in no order, and
  // each place in memory that is looked at is one to wait for.
  struct State {
    std::uint64_t lo[2] = {0, 0};
    std::uint64_t hi[2] = {0, 0};
    std::uint32_t rank = 0;
    bool touched = false, by_control = false, seen_control = false;
  };
  std::vector<State> states_;
  std::vector<EntityId> members_, touched_;
};

}  // namespace licit
