// Which entities of a graph stand on which lists: what the 50 percent rules start from. Filled from a
// file of the user's (read.h), or by whoever screens names (fill).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "parties/lists/entry.h"
#include "parties/owners/graph.h"

namespace licit {

// How an application would be looked at, from the mildest to the most restrictive.
enum class ReviewPolicy : std::uint8_t {
  NotStated,
  PresumptionOfApproval,
  CaseByCase,
  PresumptionOfDenial,
  PolicyOfDenial
};
// The words of the law and of JSON: "presumption-of-denial".
std::string_view word_of(ReviewPolicy policy);
std::optional<ReviewPolicy> parse_review_policy(std::string_view word);
// From a list's own words ("Presumption of denial for ..., case by case for all others"): the most
// restrictive that is named, NotStated where none is.
ReviewPolicy review_policy_in(std::string_view published);

struct Listing {
  ListCode list = ListCode::Other;
  std::string id;               // of the entry in its list; may be empty
  std::uint16_t footnotes = 0;  // bit n: footnote n of the Entity List
  std::vector<std::string> programs;
  std::string requirement;  // as published
  ReviewPolicy policy = ReviewPolicy::NotStated;
  std::optional<Date> from;
  std::optional<Date> until;  // the last day on which it stands
  std::string citation;
  bool certain = true;  // false: a match of names that nobody has resolved

  bool stands_on(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
  bool operator==(const Listing&) const = default;
};

// What a list's entry says, as an owner's.
Listing listing_of(const PartyList& list, const ListEntry& entry);

class ListedOwners {
 public:
  void add(EntityId entity, Listing listing) { listings_[entity].push_back(std::move(listing)); }
  std::span<const Listing> listings_of(EntityId entity) const;
  // Asks `look_up` for every entity of the graph: the way in for screening. It gets the entity's name
  // and what is known of it (null: nothing) and gives the listings, unresolved matches marked.
  using LookUp = std::function<std::vector<Listing>(std::string_view name, const EntityNotes*)>;
  void fill(const OwnershipGraph& graph, const LookUp& look_up);

  bool empty() const { return listings_.empty(); }
  // In the order of the graph.
  std::vector<EntityId> entities() const;

 private:
  std::unordered_map<EntityId, std::vector<Listing>> listings_;
};

}  // namespace licit
