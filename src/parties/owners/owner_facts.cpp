#include "parties/owners/owner_facts.h"

#include <algorithm>
#include <unordered_set>

#include "parties/owners/parent.h"

namespace licit {
namespace {

constexpr std::pair<OwnersOpen, std::string_view> words[] = {
    {OwnersOpen::Settled, "settled"},
    {OwnersOpen::NotInGraph, "not-in-graph"},
    {OwnersOpen::Several, "several"},
    {OwnersOpen::Undisclosed, "undisclosed"},
    {OwnersOpen::UnknownShare, "share-unknown"},
    {OwnersOpen::Band, "band"},
    {OwnersOpen::WhichLists, "which-lists"},
    {OwnersOpen::NotAsked, "not-asked"},
};

std::vector<std::string> law_words(const Burden& burden) {
  std::vector<std::string> out;
  if (burden.has(ListCode::EntityList)) out.emplace_back("entity-list");
  if (burden.has_footnote(1) || burden.has_footnote(4)) out.emplace_back("footnote-1-or-4");
  if (burden.has(ListCode::MilitaryEndUser)) out.emplace_back("military-end-user-list");
  if (burden.has(ListCode::Sdn)) out.emplace_back("sdn-744.8");
  return out;
}

bool has(const std::vector<std::string>& all, std::string_view word) {
  return std::find(all.begin(), all.end(), word) != all.end();
}

const EntityNotes* notes_of(const StakesOn& stakes, EntityId id) {
  return stakes.graph().find_notes(id);
}

// Everybody who holds something of the entity, directly or through others; itself first.
std::vector<EntityId> above(const StakesOn& stakes, EntityId entity) {
  std::vector<EntityId> out{entity};
  std::unordered_set<EntityId> seen{entity};
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const Holding& held : stakes.of_owned(out[i]))
      if (seen.insert(held.entity).second) out.push_back(held.entity);
  }
  return out;
}

// Whether owners whom nobody names, beside those that are listed or may be, can reach the threshold: of
// the entity, or of an owner above it that then counts with its whole stake. A greatest fixed point: who
// owns a ring of entities that own each other is said by nobody, until persons hold enough of one of them.
bool undisclosed_is_enough(const StakesOn& stakes, const OwnerAssessment& assessment,
                           EntityId party) {
  const std::vector<EntityId> all = above(stakes, party);
  std::unordered_set<EntityId> may_be_owned;
  std::vector<EntityId> open;  // of these, those that nothing but their owners makes so
  for (const EntityId id : all) {
    const OwnerFinding& f = assessment.findings[id];
    const bool counts = f.listed || f.verdict >= OwnerVerdict::Unresolved;
    if (counts || !stakes.is_person(id)) may_be_owned.insert(id);
    if (!counts && !stakes.is_person(id)) open.push_back(id);
  }
  const auto reaches = [&](EntityId id) {
    for (const int lane : {0, 1}) {
      const std::uint64_t held = stakes.surely_held(id, lane);
      std::uint64_t perhaps = held >= share_whole ? 0 : share_whole - held;
      for (const Holding& one : stakes.of_owned(id)) {
        if ((lane == 0 ? one.votes : one.capital) && may_be_owned.contains(one.entity))
          perhaps += one.hi;
      }
      if (assessment.rule.reached_by(std::min<std::uint64_t>(perhaps, share_whole))) return true;
    }
    return false;
  };
  for (bool shrunk = true; shrunk;) {
    shrunk = false;
    for (const EntityId id : open) {
      if (!may_be_owned.contains(id) || reaches(id)) continue;
      may_be_owned.erase(id);
      shrunk = true;
    }
  }
  return may_be_owned.contains(party);
}

bool is_place(std::string_view code) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  return code.size() == 2 && letter(code[0]) && letter(code[1]);
}

}  // namespace

std::string_view word_of(OwnersOpen why) {
  for (const auto& [known, word] : words)
    if (known == why) return word;
  return "";
}

OwnerFacts owner_facts(const StakesOn& stakes, const OwnerAssessment& assessment, EntityId party) {
  OwnerFacts out;
  if (party >= assessment.findings.size()) return out;
  const OwnerFinding& f = assessment.findings[party];
  const UltimateParent parent = ultimate_parent(stakes, party);
  if (parent.certain && is_place(parent.hq))
    out.parent_hq = FactValue::of(FactType::Place, parent.hq);

  const auto settle = [&](std::vector<std::string> members) {
    out.owned_by_listed = FactValue::set_of(std::move(members));
    out.open = OwnersOpen::Settled;
  };
  out.at_most = law_words(f.perhaps);
  switch (f.verdict) {
    case OwnerVerdict::Restricted: {
      out.at_least = law_words(f.surely);
      // What requires a license for every item gains nothing by a list that does so for some.
      std::vector<std::string> more;
      for (const std::string& word : out.at_most)
        if (!has(out.at_least, word)) more.push_back(word);
      const bool sure = has(out.at_least, "entity-list") &&
                        more == std::vector<std::string>{"military-end-user-list"};
      if (more.empty() || sure) {
        settle(out.at_least);
      } else {
        out.open = OwnersOpen::WhichLists;
      }
      break;
    }
    case OwnerVerdict::Possible:
      out.open = OwnersOpen::Band;
      break;
    case OwnerVerdict::Unresolved:
      out.open = OwnersOpen::UnknownShare;
      break;
    case OwnerVerdict::RedFlag:
    case OwnerVerdict::Clear: {
      // An entity that the rule does not reach stays outside whoever holds the rest.
      const EntityNotes* notes = notes_of(stakes, party);
      const bool domestic = notes != nullptr && notes->country == "US";
      const bool reached =
          (f.flags & FlagOutsideReach) == 0 && !(assessment.rule.foreign_only && domestic);
      if (reached && undisclosed_is_enough(stakes, assessment, party)) {
        out.open = OwnersOpen::Undisclosed;
        break;
      }
      const bool flagged = (f.flags & (FlagMinority | FlagOutsideReach)) != 0;
      out.at_least = flagged ? std::vector<std::string>{"minority"} : std::vector<std::string>{};
      out.at_most = out.at_least;
      settle(out.at_least);
      break;
    }
  }
  return out;
}

void put_owner_facts(std::string_view role, const OwnerFacts& owners, FactSet& facts) {
  const auto put = [&](std::string_view name, const FactValue& value) {
    const std::string id = std::string(role) + "." + std::string(name);
    const FactValue* stated = facts.find(id);
    if (stated != nullptr && stated->origin == Origin::Given) return;
    facts.set(id, value);
  };
  put("owned-by-listed", owners.owned_by_listed);
  put("parent-hq", owners.parent_hq);
}

}  // namespace licit
