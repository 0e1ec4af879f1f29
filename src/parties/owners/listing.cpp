#include "parties/owners/listing.h"

#include <algorithm>

#include "base/text.h"

namespace licit {
namespace {

constexpr std::pair<ReviewPolicy, std::string_view> policies[] = {
    {ReviewPolicy::NotStated, "not-stated"},
    {ReviewPolicy::PresumptionOfApproval, "presumption-of-approval"},
    {ReviewPolicy::CaseByCase, "case-by-case"},
    {ReviewPolicy::PresumptionOfDenial, "presumption-of-denial"},
    {ReviewPolicy::PolicyOfDenial, "policy-of-denial"},
};

}  // namespace

std::string_view word_of(ReviewPolicy policy) {
  for (const auto& [known, word] : policies)
    if (known == policy) return word;
  return "not-stated";
}

std::optional<ReviewPolicy> parse_review_policy(std::string_view word) {
  for (const auto& [policy, known] : policies)
    if (known == word) return policy;
  return {};
}

ReviewPolicy review_policy_in(std::string_view published) {
  const std::string words = fold(published);
  ReviewPolicy out = ReviewPolicy::NotStated;
  for (const auto& [policy, word] : policies) {
    if (policy == ReviewPolicy::NotStated) continue;
    if (words.find(fold(word)) != std::string::npos) out = policy;  // from mild to strict
  }
  return out;
}

Listing listing_of(const PartyList& list, const ListEntry& entry) {
  return {.list = list.code,
          .id = entry.id,
          .footnotes = entry.footnotes,
          .programs = entry.programs,
          .requirement = entry.requirement,
          .policy = review_policy_in(entry.policy),
          .from = entry.from,
          .until = entry.until,
          .citation = entry.citation,
          .certain = true};
}

std::span<const Listing> ListedOwners::listings_of(EntityId entity) const {
  const auto found = listings_.find(entity);
  if (found == listings_.end()) return {};
  return found->second;
}

void ListedOwners::fill(const OwnershipGraph& graph, const LookUp& look_up) {
  for (EntityId id = 0; id < graph.size(); ++id)
    for (Listing& listing : look_up(graph.name(id), graph.find_notes(id)))
      add(id, std::move(listing));
}

std::vector<EntityId> ListedOwners::entities() const {
  std::vector<EntityId> out;
  out.reserve(listings_.size());
  for (const auto& [id, listings] : listings_) out.push_back(id);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace licit
