#include "book/party_totals.h"

#include <algorithm>

#include "book/party_columns.h"

namespace licit {
namespace {

constexpr std::size_t most_names = 1'000'000;
constexpr std::size_t most_found = 10'000;
constexpr std::size_t most_told = 100;

}  // namespace

void PartyTotals::add(std::span<const LookedUpParty> parties) {
  if (parties.empty()) return;
  ++tally_.lines_looked_up;
  std::uint8_t of_line = 0;
  for (const LookedUpParty& party : parties) {
    const auto outcome = static_cast<std::size_t>(party->lookup);
    const auto bit = static_cast<std::uint8_t>(1U << outcome);
    if ((of_line & bit) == 0) ++tally_.lines[outcome];
    of_line = static_cast<std::uint8_t>(of_line | bit);
    const std::string& name = party->found->query.name;
    auto known = outcomes_.find(name);
    if (known == outcomes_.end() && outcomes_.size() < most_names)
      known = outcomes_.emplace(name, std::uint8_t{0}).first;
    if (known == outcomes_.end()) {
      tally_.more_names = true;
    } else if ((known->second & bit) == 0) {
      known->second = static_cast<std::uint8_t>(known->second | bit);
      ++tally_.names[outcome];
    }
    if (const NameIndex* index = party->index()) add_lists(*index, party->found->lists.get());
    if (party->lookup != Lookup::Open && party->lookup != Lookup::Listed) continue;
    const std::string key = name + '\x1f' + std::string(lookup_name(party->lookup));
    auto tally = found_.find(key);
    if (tally == found_.end()) {
      if (found_.size() >= most_found) continue;
      tally = found_.emplace(key, PartyTally{name, party->lookup, {}, {}, {}, 0, 0}).first;
      const std::vector<ReviewedHit>& hits = party->found->hits;
      const auto best = std::find_if(hits.begin(), hits.end(), is_open_or_listed);
      if (best != hits.end() && party->index() != nullptr) {
        const EntryRow& row = party->index()->entries[best->hit.entry];
        tally->second.list = list_code_name(party->index()->list(row.list).code);
        tally->second.entry = party->index()->text(row.id);
        tally->second.matched = best->hit.matched.text;
        tally->second.score = best->hit.score;
      }
    }
    ++tally->second.lines;
  }
}

void PartyTotals::add(std::span<const OwnedPartyPtr> owners) {
  std::vector<Owned*> of_line;
  for (const OwnedPartyPtr& party : owners) {
    Owned& owned = owned_[owner_outcome(*party)];
    if (std::find(of_line.begin(), of_line.end(), &owned) == of_line.end()) {
      of_line.push_back(&owned);
      ++owned.lines;
    }
    if (owned.names.size() < most_names) owned.names.insert(party->name);
  }
}

std::vector<OwnersTally> PartyTotals::owners() const {
  std::vector<OwnersTally> out;
  out.reserve(owned_.size());
  for (const auto& [outcome, owned] : owned_)
    out.push_back({outcome, owned.names.size(), owned.lines});
  return out;
}

void PartyTotals::add_lists(const NameIndex& index, const AskedLists* lists) {
  if (std::find(seen_.begin(), seen_.end(), lists) != seen_.end()) return;
  seen_.push_back(lists);
  for (IndexedList& list : index.lists()) {
    const bool known =
        std::any_of(tally_.asked.begin(), tally_.asked.end(), [&](const IndexedList& one) {
          return one.code == list.code && one.sha256 == list.sha256 && one.as_of == list.as_of;
        });
    if (!known) tally_.asked.push_back(std::move(list));
  }
}

ScreenedTally PartyTotals::tally() const {
  ScreenedTally out = tally_;
  out.found.reserve(found_.size());
  for (const auto& [key, one] : found_) out.found.push_back(one);
  std::sort(out.found.begin(), out.found.end(), [](const PartyTally& a, const PartyTally& b) {
    if (a.lookup != b.lookup) return a.lookup < b.lookup;
    return a.lines != b.lines ? a.lines > b.lines : a.name < b.name;
  });
  if (out.found.size() > most_told) out.found.resize(most_told);
  return out;
}

}  // namespace licit
