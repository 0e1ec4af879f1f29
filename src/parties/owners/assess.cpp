#include "parties/owners/assess.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace licit {
namespace {

constexpr std::pair<OwnerVerdict, std::string_view> verdicts[] = {
    {OwnerVerdict::Clear, "clear"},           {OwnerVerdict::RedFlag, "red-flag"},
    {OwnerVerdict::Unresolved, "unresolved"}, {OwnerVerdict::Possible, "possible"},
    {OwnerVerdict::Restricted, "restricted"},
};
constexpr std::pair<std::uint16_t, std::string_view> flags[] = {
    {FlagMinority, "minority"},
    {FlagControl, "control"},
    {FlagOutsideReach, "domestic"},
    {FlagTreasury, "treasury"},
    {FlagShareUnknown, "share-unknown"},
    {FlagJoint, "joint"},
    {FlagOverfull, "overfull"},
    {FlagNominee, "nominee"},
    {FlagUnnamed, "unnamed"},
};

constexpr int first_footnote = 20, first_policy = 40;
constexpr std::uint64_t bit(int n) { return std::uint64_t{1} << n; }

// One run of the rule: everything together, or from one listed owner.
class Assessor {
 public:
  Assessor(const StakesOn& stakes, const ListedOwners& listed, const OwnerRule& rule,
           OwnerAssessment& out)
      : stakes_(stakes),
        listed_(listed),
        rule_(rule),
        out_(out),
        cascade_(stakes, rule, out.options.exclude_treasury) {
    burden_.resize(stakes.graph().size());
    waits_.resize(stakes.graph().size());
  }

  void all() {
    const Seeds seeds = seeds_of(stakes_, listed_, rule_);
    for (const EntityId id : seeds.all) out_.findings[id].listed = true;
    if (rule_.aggregate) {
      run(seeds.certain, seeds.all);
    } else {
      // Each listed owner on its own; then all together, which only raises a flag.
      const std::vector<EntityId>& certain = seeds.certain;
      for (const EntityId id : seeds.all) {
        const bool sure = std::binary_search(certain.begin(), certain.end(), id);
        const EntityId one[] = {id};
        run(sure ? std::span<const EntityId>(one) : std::span<const EntityId>(), one);
      }
      cascade_.run(seeds.all, Taking::Perhaps);
      for (const EntityId id : cascade_.members()) {
        OwnerFinding& f = out_.findings[id];
        if (!f.listed && f.verdict < OwnerVerdict::Unresolved) raise(f, FlagJoint);
      }
    }
    flag_the_rest();
    doubt_unnamed(seeds);
  }

 private:
  void raise(OwnerFinding& f, std::uint16_t flag) {
    f.flags |= flag;
    f.verdict = std::max(f.verdict, OwnerVerdict::RedFlag);
  }

  void settle(EntityId id, OwnerVerdict verdict) {
    OwnerFinding& f = out_.findings[id];
    if (rule_.foreign_only && verdict > OwnerVerdict::RedFlag && domestic(id)) {
      raise(f, FlagOutsideReach);
      return;
    }
    f.verdict = std::max(f.verdict, verdict);
  }

  bool domestic(EntityId id) const {
    const EntityNotes* notes = stakes_.graph().find_notes(id);
    return notes != nullptr && notes->country == "US";
  }

  // By its owners, not by being listed itself: a seed is judged by what the members hold of it.
  bool reached(EntityId id, bool surely) const {
    if (cascade_.joined_by_control(id)) return true;
    std::uint64_t treasury = 0;
    if (out_.options.exclude_treasury) {
      const Share own = stakes_.treasury(id);
      treasury = surely ? own.lo : own.hi;
    }
    return rule_.reached_by(surely ? cascade_.at_least(id) : cascade_.at_most(id), treasury);
  }

  void run(std::span<const EntityId> certain, std::span<const EntityId> all) {
    cascade_.run(certain, Taking::Surely);
    for (const EntityId id : cascade_.touched()) {
      OwnerFinding& f = out_.findings[id];
      f.at_least = std::max(f.at_least, cascade_.at_least(id));
      if (reached(id, true)) settle(id, OwnerVerdict::Restricted);
    }
    flow(true);
    cascade_.run(all, Taking::PerhapsBand);
    for (const EntityId id : cascade_.touched())
      if (reached(id, false)) settle(id, OwnerVerdict::Possible);
    cascade_.run(all, Taking::Perhaps);
    const auto touched = cascade_.touched();
    reached_.insert(reached_.end(), touched.begin(), touched.end());
    for (const EntityId id : touched) {
      OwnerFinding& f = out_.findings[id];
      const std::uint64_t most = cascade_.at_most(id);
      f.at_most = std::max(f.at_most, most);
      if (reached(id, false)) settle(id, OwnerVerdict::Unresolved);
      if (most >= out_.options.minority && f.verdict < OwnerVerdict::Unresolved)
        raise(f, FlagMinority);
      if (cascade_.controlled(id) && !rule_.control_restricts) raise(f, FlagControl);
    }
    flow(false);
  }

  // What would be restricted if those whom nobody names were listed: a share of which nothing is known.
  void doubt_unnamed(const Seeds& seeds) {
    if (seeds.unnamed.empty()) return;
    const auto doubt = [&](std::span<const EntityId> from) {
      cascade_.run(from, Taking::Perhaps);
      for (const EntityId id : cascade_.touched()) {
        OwnerFinding& f = out_.findings[id];
        if (f.verdict >= OwnerVerdict::Unresolved) continue;
        const bool enough = reached(id, false);
        const std::uint64_t most = cascade_.at_most(id);
        if (!enough && (most <= f.at_most || most < out_.options.minority)) continue;
        f.at_most = std::max(f.at_most, most);
        raise(f, FlagUnnamed);
        if (enough) settle(id, OwnerVerdict::Unresolved);
      }
    };
    if (rule_.aggregate) {
      doubt(seeds.with_unnamed());
    } else {
      for (const EntityId id : seeds.unnamed) doubt(std::span(&id, 1));
    }
  }

  // The listings of members flow along what they hold, until nothing is new.
  void flow(bool surely) {
    std::vector<EntityId> queue(cascade_.members().begin(), cascade_.members().end());
    for (const EntityId id : cascade_.touched()) {
      burden_[id] = {};
      waits_[id] = cascade_.rank(id) != 0;
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const EntityId owner = queue[next];
      waits_[owner] = false;
      Burden now = burden_[owner];  // from its owners, and its own:
      if (out_.findings[owner].listed) {
        for (const Listing& listing : listed_.listings_of(owner))
          if (counts(listing, surely)) now.add(listing);
      }
      const auto to = [&](EntityId id) {
        const bool fresh = burden_[id].merge(now);
        if (!fresh || waits_[id] || cascade_.rank(id) == 0) return;
        waits_[id] = true;
        queue.push_back(id);
      };
      for (const Holding& held : stakes_.of_owner(owner))
        if (surely ? held.lo > 0 : held.hi > 0) to(held.entity);
      if (!rule_.control_restricts) continue;
      const auto controls = stakes_.controls();
      auto at = std::lower_bound(controls.begin(), controls.end(), owner,
                                 [](const auto& c, EntityId id) { return c.owner < id; });
      for (; at != controls.end() && at->owner == owner; ++at) to(at->owned);
    }
    for (const EntityId id : cascade_.touched()) {
      OwnerFinding& f = out_.findings[id];
      // What flows to one that is not restricted weighs nothing.
      if (surely ? f.verdict == OwnerVerdict::Restricted : f.verdict >= OwnerVerdict::RedFlag)
        (surely ? f.surely : f.perhaps).merge(burden_[id]);
    }
  }

  bool counts(const Listing& listing, bool surely) const {
    if (!listing.stands_on(stakes_.day())) return false;
    const Truth carries = rule_.carries(listing);
    return carries == Truth::Yes || (!surely && carries == Truth::Unknown);
  }

  // What is to be said of those that listed owners reach, beside the verdict.
  void flag_the_rest() {
    std::sort(reached_.begin(), reached_.end());
    reached_.erase(std::unique(reached_.begin(), reached_.end()), reached_.end());
    for (const EntityId id : reached_) {
      OwnerFinding& f = out_.findings[id];
      if (f.at_most == 0) continue;
      if (f.verdict == OwnerVerdict::Unresolved) f.flags |= FlagShareUnknown;
      for (const int lane : {0, 1})
        if (stakes_.surely_held(id, lane) > share_whole) f.flags |= FlagOverfull;
      if (stakes_.has_treasury() && stakes_.treasury(id).hi > 0 &&
          f.verdict != OwnerVerdict::Restricted)
        raise(f, FlagTreasury);
    }
    for (const EntityId owner : carriers())
      for (const Holding& held : stakes_.of_owner(owner)) {
        const StakeKind kind = stakes_.graph().stakes()[held.stake].kind;
        if (kind == StakeKind::Nominee || kind == StakeKind::Trust)
          raise(out_.findings[held.entity], FlagNominee);
      }
  }

  std::vector<EntityId> carriers() const {
    std::vector<EntityId> out;
    for (const EntityId id : reached_)
      if (out_.findings[id].listed || out_.findings[id].verdict >= OwnerVerdict::Unresolved)
        out.push_back(id);
    return out;
  }

  const StakesOn& stakes_;
  const ListedOwners& listed_;
  const OwnerRule& rule_;
  OwnerAssessment& out_;
  Cascade cascade_;
  std::vector<Burden> burden_;
  std::vector<char> waits_;        // in the queue of flow()
  std::vector<EntityId> reached_;  // by any run
};

}  // namespace

std::string_view word_of(OwnerVerdict verdict) {
  for (const auto& [known, word] : verdicts)
    if (known == verdict) return word;
  return "clear";
}

std::string_view word_of_flag(std::uint16_t flag) {
  for (const auto& [known, word] : flags)
    if (known == flag) return word;
  return "";
}

void Burden::add(const Listing& listing) {
  bits_ |=
      bit(static_cast<int>(listing.list)) | bit(first_policy + static_cast<int>(listing.policy));
  if (listing.list == ListCode::EntityList)
    bits_ |= static_cast<std::uint64_t>(listing.footnotes) << first_footnote;
}

bool Burden::merge(Burden other) {
  const std::uint64_t before = bits_;
  bits_ |= other.bits_;
  return bits_ != before;
}

bool Burden::has(ListCode list) const { return (bits_ & bit(static_cast<int>(list))) != 0; }
bool Burden::has_footnote(int footnote) const {
  return (bits_ & bit(first_footnote + footnote)) != 0;
}

std::vector<ListCode> Burden::lists() const {
  std::vector<ListCode> out;
  for (int code = 0; code <= static_cast<int>(ListCode::Other); ++code)
    if (has(static_cast<ListCode>(code))) out.push_back(static_cast<ListCode>(code));
  return out;
}

std::vector<int> Burden::footnotes() const {
  std::vector<int> out;
  for (int footnote = 0; footnote < 16; ++footnote)
    if (has_footnote(footnote)) out.push_back(footnote);
  return out;
}

ReviewPolicy Burden::policy() const {
  const std::uint64_t set = bits_ >> first_policy;
  return set == 0 ? ReviewPolicy::NotStated : static_cast<ReviewPolicy>(std::bit_width(set) - 1);
}

Seeds seeds_of(const StakesOn& stakes, const ListedOwners& listed, const OwnerRule& rule) {
  Seeds out;
  for (const EntityId id : listed.entities()) {
    Truth carries = Truth::No;
    for (const Listing& listing : listed.listings_of(id))
      if (listing.stands_on(stakes.day())) carries = carries || rule.carries(listing);
    if (carries == Truth::Yes) out.certain.push_back(id);
    if (carries != Truth::No) out.all.push_back(id);
  }
  for (const auto& [id, notes] : stakes.graph().all_notes())
    if (notes.is_nameless() && !std::binary_search(out.all.begin(), out.all.end(), id))
      out.unnamed.push_back(id);
  std::sort(out.unnamed.begin(), out.unnamed.end());
  return out;
}

std::vector<EntityId> Seeds::with_unnamed() const {
  std::vector<EntityId> out;
  out.reserve(all.size() + unnamed.size());
  std::merge(all.begin(), all.end(), unnamed.begin(), unnamed.end(), std::back_inserter(out));
  return out;
}

OwnerAssessment assess(const StakesOn& stakes, const ListedOwners& listed, const OwnerRule& rule,
                       const OwnerOptions& options) {
  OwnerAssessment out{rule, options, {}};
  out.findings.resize(stakes.graph().size());
  Assessor(stakes, listed, out.rule, out).all();
  return out;
}

}  // namespace licit
