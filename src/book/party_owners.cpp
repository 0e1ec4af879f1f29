#include "book/party_owners.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "parties/owners/parent.h"

namespace licit {
namespace {

constexpr std::size_t most_kept = 16'384;
constexpr std::size_t most_nearest = 3;

bool is_place(std::string_view code) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  return code.size() == 2 && letter(code[0]) && letter(code[1]);
}

bool carries(const OwnerRule& rule, ListCode code) {
  return std::find(rule.carriers.begin(), rule.carriers.end(), code) != rule.carriers.end();
}

// Those whose names were found: listed where a person said so, else perhaps.
void add_found(const NameFound& found, const OwnerRule& rule, EntityId owner, OwnersAbove& out) {
  if (!found.lists->index) return;
  const NameIndex& index = *found.lists->index;
  for (const ReviewedHit& one : found.hits) {
    const bool certain = is_listed(one);
    if (!certain && !is_alert(one)) continue;
    PartyList list;
    list.code = index.list(index.entries[one.hit.entry].list).code;
    if (!carries(rule, list.code)) continue;
    const ListEntry entry = index.entry(one.hit.entry);
    Listing listing = listing_of(list, entry);
    listing.certain = certain;
    out.listed.add(owner, std::move(listing));
    out.matches.push_back({owner, certain, std::string(list_code_name(list.code)), entry.id,
                           one.hit.matched.text, one.hit.score});
  }
}

std::vector<std::string> missing_of(const OwnerRule& rule, const std::vector<WholeList>& whole) {
  std::vector<std::string> out;
  for (const ListCode code : rule.carriers) {
    const bool asked = std::any_of(whole.begin(), whole.end(),
                                   [&](const WholeList& list) { return list.code == code; });
    if (!asked) out.emplace_back(list_code_name(code));
  }
  return out;
}

// The names that the files say of it; the text by which they know it where they say none.
std::vector<std::string> names_of(const OwnershipGraph& graph, EntityId id) {
  std::vector<std::string> out{std::string(graph.name(id))};
  if (const EntityNotes* notes = graph.find_notes(id))
    out.insert(out.end(), notes->names_too.begin(), notes->names_too.end());
  return out;
}

std::vector<std::string> countries_of(const EntityNotes* notes) {
  std::vector<std::string> out;
  if (notes == nullptr) return out;
  if (is_place(notes->country)) out.push_back(notes->country);
  if (is_place(notes->hq) && notes->hq != notes->country) out.push_back(notes->hq);
  return out;
}

}  // namespace

PartyOwners::PartyOwners(const law::Pack& pack, const Places& places, const OwnersGiven& given,
                         NamesOnLists* names)
    : pack_(pack),
      places_(places),
      given_(given),
      names_(names),
      first_(given.graph.size() + 1, 0) {
  if (auto rules = OwnerRules::shipped(); rules.ok()) rules_ = std::move(rules).value();
  const auto stakes = given.graph.stakes();
  by_owned_.resize(stakes.size());
  for (const Stake& stake : stakes) ++first_[stake.owned + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < stakes.size(); ++i) by_owned_[next[stakes[i].owned]++] = i;
}

// The party's own part of the graph, under the same names, so that nothing else costs time.
std::shared_ptr<const OwnersAbove> PartyOwners::gather(EntityId party, Date on) const {
  auto out = std::make_shared<OwnersAbove>();
  const OwnershipGraph& all = given_.graph;
  std::vector<EntityId> order{party};
  std::unordered_map<EntityId, EntityId> to{{party, 0}};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const EntityId id = order[i];
    const EntityNotes* notes = all.find_notes(id);
    const EntityId copy = notes != nullptr && notes->is_nameless()
                              ? out->graph.add_unnamed(all.text(id))
                              : out->graph.entity(all.text(id));
    to[id] = copy;
    // Another entity of the file of that name may be the same, with owners of its own.
    const bool person = notes != nullptr && notes->person && !notes->entity;
    if (id != party && !person && (notes == nullptr || !notes->is_nameless()) &&
        out->namesakes.size() < most_nearest) {
      const std::vector<std::string> names = names_of(all, id);
      if (std::any_of(names.begin(), names.end(),
                      [&](const std::string& name) { return all.has_namesake(name, id); }))
        out->namesakes.emplace_back(all.name(id));
    }
    if (notes != nullptr) out->graph.notes(copy) = *notes;
    for (const Listing& listing : given_.listed.listings_of(id)) {
      if (!listing.stands_on(on)) continue;
      out->listed.add(copy, listing);
      out->matches.push_back({copy, listing.certain, std::string(list_code_name(listing.list)),
                              listing.id, std::string(all.name(id)), 0});
    }
    for (std::uint32_t at = first_[id]; at < first_[id + 1]; ++at) {
      const EntityId owner = all.stakes()[by_owned_[at]].owner;
      if (to.emplace(owner, 0).second) order.push_back(owner);
    }
  }
  for (const EntityId id : order) {
    for (std::uint32_t at = first_[id]; at < first_[id + 1]; ++at) {
      Stake stake = all.stakes()[by_owned_[at]];
      stake.source = out->graph.source(all.sources()[stake.source]);
      stake.owner = to[stake.owner];
      stake.owned = to[stake.owned];
      out->graph.add(stake);
    }
  }
  out->party = to[party];
  return out;
}

std::shared_ptr<const OwnersAbove> PartyOwners::above(EntityId party, Date on) {
  if (above_.size() >= most_kept) above_.clear();
  std::shared_ptr<const OwnersAbove>& known = above_[{party, on.days()}];
  if (known || !rules_) return known;
  auto out = std::const_pointer_cast<OwnersAbove>(gather(party, on));
  const OwnerRule rule = rules_->on(OwnerRegime::Bis, on);
  if (names_ != nullptr) {
    std::shared_ptr<const AskedLists> lists;
    std::vector<std::string> unasked;  // owners whose names say nothing: nobody is cleared of them
    for (EntityId id = 0; id < out->graph.size(); ++id) {
      const EntityNotes* notes = std::as_const(out->graph).find_notes(id);
      if (id == out->party || (notes != nullptr && notes->is_nameless())) continue;
      bool says_who = notes == nullptr || !notes->more_names;
      for (const std::string& name : names_of(out->graph, id)) {
        const auto found = names_->find(name, countries_of(notes), on);
        add_found(*found, rule, id, *out);
        says_who = says_who && found->says_who;
        lists = found->lists;
      }
      // An identifier may be a name as well: it adds what it finds and says nothing of who it is not.
      const std::string text(out->graph.text(id));
      if (text != out->graph.name(id) && !is_register_number(text))
        add_found(*names_->find(text, countries_of(notes), on), rule, id, *out);
      if (!says_who) unasked.emplace_back(out->graph.name(id));
    }
    if (lists) out->missing = missing_of(rule, lists->whole);
    out->missing.insert(out->missing.end(), unasked.begin(), unasked.end());
  } else if (given_.listed.empty()) {
    out->missing = missing_of(rule, {});
  }
  if (given_.unmet) out->missing.emplace_back("P224");
  if (given_.dropped) out->missing.emplace_back("P214");
  out->missing.insert(out->missing.end(), out->namesakes.begin(), out->namesakes.end());
  out->stakes.emplace(out->graph, on);
  out->assessment = assess(*out->stakes, out->listed, rule);
  known = std::move(out);
  return known;
}

OwnedParty PartyOwners::conclude(std::string_view role, const std::string& name,
                                 const FactSet& facts, Date on) {
  OwnedParty out;
  out.role = role;
  out.name = name;
  const auto found = given_.graph.named(name);
  if (found.empty()) {
    out.nearest = given_.graph.nearest_texts(name);
    if (out.nearest.size() > most_nearest) out.nearest.resize(most_nearest);
    return out;
  }
  if (found.size() > 1) {
    out.open = OwnersOpen::Several;
    return out;
  }
  out.above = above(found.front(), on);
  if (!out.above) return out;
  const OwnersAbove& above = *out.above;
  const OwnerFacts owners = owner_facts(*above.stakes, above.assessment, above.party);
  out.open = owners.open;
  out.at_least = owners.at_least;
  out.at_most = owners.at_most;
  const OwnerFinding& finding = above.assessment.findings[above.party];
  if (out.open == OwnersOpen::Settled && finding.verdict != OwnerVerdict::Restricted &&
      !above.missing.empty())
    out.open = OwnersOpen::NotAsked;

  if (stated_by_user(facts, out.role + ".listings") == nullptr) {
    for (const Listing& listing : above.listed.listings_of(above.party)) {
      const std::string word(listing_word(listing.list));
      if (word.empty()) continue;
      out.perhaps_listed = out.perhaps_listed || !listing.certain;
      if (std::find(out.listings.begin(), out.listings.end(), word) == out.listings.end())
        out.listings.push_back(word);
    }
  }

  const auto state = [&](const char* what, const std::string& text) {
    const std::string id = out.role + what;
    if (text.empty() || declared_fact(pack_, id) == nullptr) return;
    const FactValue* said = said_by_user(facts, id);
    if (said == nullptr) {
      out.stated.push_back({id, text, {}});
    } else if (said->text() != text) {
      out.differ.push_back({id, text, {}});
    }
  };
  if (out.open == OwnersOpen::Settled)
    state(".owned-by-listed", owners.at_least.empty() ? "none" : joined(owners.at_least, ", "));
  // What is no place that the law knows stays unknown, and spoils no line.
  const auto code_of = [&](const std::string& place) {
    const PlaceRow* row = place.empty() ? nullptr : places_.find(place);
    return row == nullptr ? std::string() : row->code;
  };
  if (owners.parent_hq.is_settled()) state(".parent-hq", code_of(owners.parent_hq.text()));
  if (const EntityNotes* notes = above.graph.find_notes(above.party))
    state(".hq", code_of(notes->hq));
  return out;
}

std::vector<OwnedPartyPtr> PartyOwners::look_up(const FactSet& facts, Date on) {
  std::vector<OwnedPartyPtr> out;
  for (const std::string_view role : party_roles) {
    const std::string name = stated_text(facts, std::string(role) + ".name");
    if (name.empty()) continue;
    std::string stated;
    for (const char* what : {".owned-by-listed", ".parent-hq", ".hq", ".listings"}) {
      const FactValue* value = said_by_user(facts, std::string(role) + what);
      stated += '\x1f' + (value == nullptr ? std::string() : value->text());
    }
    if (known_.size() >= most_kept) known_.clear();
    OwnedPartyPtr& known = known_[{role, name, on.days(), stated}];
    if (!known) known = std::make_shared<const OwnedParty>(conclude(role, name, facts, on));
    out.push_back(known);
  }
  return out;
}

std::vector<TransactionField> fields_found(std::span<const LookedUpParty> parties,
                                           std::span<const OwnedPartyPtr> owners) {
  std::vector<TransactionField> out;
  for (const LookedUpParty& party : parties)
    out.insert(out.end(), party->stated.begin(), party->stated.end());
  for (const OwnedPartyPtr& owned : owners) {
    out.insert(out.end(), owned->stated.begin(), owned->stated.end());
    if (owned->listings.empty() && !owned->perhaps_listed) continue;
    const std::string id = owned->role + ".listings";
    const auto listings = std::find_if(
        out.begin(), out.end(), [&](const TransactionField& field) { return field.name == id; });
    std::vector<std::string> words = owned->listings;
    if (listings != out.end()) {
      if (listings->text != "none") words.insert(words.begin(), listings->text);
      out.erase(listings);
    }
    if (!words.empty() && !owned->perhaps_listed) out.push_back({id, joined(words, ", "), {}});
  }
  return out;
}

std::string owner_outcome(const OwnedParty& party) {
  if (party.open != OwnersOpen::Settled) return "open " + std::string(word_of(party.open));
  return party.at_least.empty() ? std::string("none") : joined(party.at_least, ", ");
}

std::vector<std::string> owner_words(std::span<const OwnedPartyPtr> owners) {
  std::vector<std::string> out;
  out.reserve(owners.size());
  for (const OwnedPartyPtr& owned : owners) {
    out.push_back(owned->role + " " + owner_outcome(*owned));
    for (const TransactionField& field : owned->stated)
      if (!field.name.ends_with(".owned-by-listed")) out.push_back(field.name + " " + field.text);
  }
  return out;
}

}  // namespace licit
