#include "book/party_columns.h"

#include <algorithm>

namespace licit {

constexpr std::size_t most_matches = 3;

std::vector<std::string> screened_words(std::span<const LookedUpParty> parties) {
  std::vector<std::string> out;
  out.reserve(parties.size());
  for (const LookedUpParty& party : parties)
    out.push_back(party->role + " " + std::string(lookup_name(party->lookup)));
  return out;
}

bool is_open_or_listed(const ReviewedHit& hit) { return is_alert(hit) || is_listed(hit); }

std::string score_text(std::uint16_t thousandths) {
  const std::string digits = std::to_string(thousandths % 1000);
  return std::to_string(thousandths / 1000) + "." + std::string(3 - digits.size(), '0') + digits;
}

std::vector<std::string> match_words(std::span<const LookedUpParty> parties) {
  std::vector<std::string> out;
  for (const LookedUpParty& party : parties) {
    const NameIndex* index = party->index();
    if (index == nullptr) continue;
    std::size_t count = 0;
    for (const ReviewedHit& one : party->found->hits) {
      if (!is_open_or_listed(one) || ++count > most_matches) continue;
      const EntryRow& row = index->entries[one.hit.entry];
      out.push_back(party->role + " " +
                    std::string(is_listed(one) ? "listed" : band_name(one.hit.band)) + " " +
                    std::string(list_code_name(index->list(row.list).code)) + " " +
                    std::string(index->text(row.id)) + " " + score_text(one.hit.score));
    }
    if (count > most_matches)
      out.push_back(party->role + " +" + std::to_string(count - most_matches));
  }
  return out;
}

}  // namespace licit
