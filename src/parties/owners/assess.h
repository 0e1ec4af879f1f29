// What each regime's rule makes of every entity of a graph on a day: restricted, possible, unresolved,
// a red flag or clear, with whose listings flow down to it. Computed whether or not the rule is in
// force on that day; `rule.status` says which, and a dormant rule is for advice only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parties/owners/cascade.h"
#include "parties/owners/rule.h"

namespace licit {

enum class OwnerVerdict : std::uint8_t {
  Clear,
  RedFlag,     // not restricted; see flags
  Unresolved,  // restricted or not by a share of which nothing is known
  Possible,    // restricted or not by where in its band a share lies
  Restricted,
};
std::string_view word_of(OwnerVerdict verdict);  // "red-flag"

// Why there is a red flag, or what else is to be known; bits.
enum OwnerFlag : std::uint16_t {
  FlagMinority = 1,  // listed owners hold a significant minority
  FlagControl = 2,   // one controls it without owning it
  FlagOutsideReach =
      4,             // owned by listed ones, but the rule does not reach entities of its country
  FlagTreasury = 8,  // it holds shares of itself, which the share of others does not leave out
  FlagShareUnknown = 16,  // Red Flag 29: a listed owner of an unknown share
  FlagJoint = 32,     // several together reach what none does alone, in a regime that adds nothing
  FlagOverfull = 64,  // the shares stated add up to more than the whole
  FlagNominee = 128,  // a share is held in another's name or on trust
  FlagUnnamed = 256,  // it turns on an owner whom nobody names
};
inline constexpr std::uint16_t all_owner_flags[] = {
    FlagMinority, FlagControl,  FlagOutsideReach, FlagTreasury, FlagShareUnknown,
    FlagJoint,    FlagOverfull, FlagNominee,      FlagUnnamed};
std::string_view word_of_flag(std::uint16_t flag);

// Whose listings flow down: lists, footnotes of the Entity List, review policies; a set.
class Burden {
 public:
  void add(const Listing& listing);
  bool merge(Burden other);  // whether anything was new
  bool empty() const { return bits_ == 0; }
  bool has(ListCode list) const;
  bool has_footnote(int footnote) const;
  std::vector<ListCode> lists() const;
  std::vector<int> footnotes() const;
  // The most restrictive of those that flow down.
  ReviewPolicy policy() const;
  bool operator==(const Burden&) const = default;

 private:
  std::uint64_t bits_ = 0;
};

struct OwnerFinding {
  OwnerVerdict verdict = OwnerVerdict::Clear;
  bool listed = false;  // itself on a list that the rule counts
  std::uint16_t flags = 0;
  std::uint64_t at_least = 0;  // parts held by listed and restricted owners: surely,
  std::uint64_t at_most = 0;   // and at most
  Burden surely, perhaps;      // what flows down: in any case, and at most
};

struct OwnerOptions {
  std::uint32_t minority = share_whole / 4;  // from which a red flag is raised
  bool exclude_treasury = false;
};

struct OwnerAssessment {
  OwnerRule rule;
  OwnerOptions options;
  std::vector<OwnerFinding> findings;  // by entity
};

OwnerAssessment assess(const StakesOn& stakes, const ListedOwners& listed, const OwnerRule& rule,
                       const OwnerOptions& options = {});

// The owners that the rule counts on that day: certainly, and those with doubt among them. Owners whom
// nobody names may be any of them.
struct Seeds {
  std::vector<EntityId> certain, all;
  std::vector<EntityId> unnamed;               // and not listed
  std::vector<EntityId> with_unnamed() const;  // all, and they
};
Seeds seeds_of(const StakesOn& stakes, const ListedOwners& listed, const OwnerRule& rule);

}  // namespace licit
