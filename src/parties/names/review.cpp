#include "parties/names/review.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace licit {
namespace {

Reopened reopened(const PartyResolution& said, const EntryRow& row, const ListEntry& entry,
                  Date day) {
  if (said.until && *said.until < day) return Reopened::Lapsed;
  if (said.entry_hash != entry_hash_text(row.hash)) return Reopened::EntryChanged;
  if (entry.from && *entry.from > said.on) return Reopened::EntryAnew;
  return Reopened::No;
}

enum class Said : std::uint8_t { Counts, OfAnother, Unsure };

// What was said of a party in some countries, for the one asked about: that it is another party counts where
// it is sure to be there; that it is the listed one also where it may be, but then nobody knows, and no
// older word may clear it.
Said said_of(const PartyResolution& said, const PartyQuery& query) {
  if (said.countries.empty()) return Said::Counts;
  const auto within = [&](const std::string& one) {
    return std::find(said.countries.begin(), said.countries.end(), one) != said.countries.end();
  };
  if (query.countries.empty()) return said.same ? Said::Unsure : Said::OfAnother;
  const auto common = std::count_if(query.countries.begin(), query.countries.end(), within);
  const bool all = common == static_cast<std::ptrdiff_t>(query.countries.size());
  if (said.same ? common > 0 : all) return Said::Counts;
  return Said::OfAnother;
}

}  // namespace

bool is_alert(const ReviewedHit& one) {
  if (!is_alert(one.hit)) return false;
  return !one.resolution || one.reopened != Reopened::No || one.resolution->same;
}

bool is_listed(const ReviewedHit& one) {
  if (one.hit.standing != Standing::InForce) return false;
  if (one.resolution && one.reopened == Reopened::No && one.resolution->same) return true;
  // An exact number outweighs what somebody once said of the name.
  return std::any_of(one.hit.evidence.begin(), one.hit.evidence.end(), [](const Evidence& what) {
    return what.kind == EvidenceKind::Id && what.supports;
  });
}

ScreenOutcome outcome_of(std::span<const ReviewedHit> hits) {
  ScreenOutcome out = ScreenOutcome::Nobody;
  for (const ReviewedHit& one : hits) {
    if (is_listed(one)) return ScreenOutcome::Listed;
    if (is_alert(one)) {
      out = ScreenOutcome::Alerts;
    } else if (out == ScreenOutcome::Nobody && one.hit.band != Band::Low) {
      out = ScreenOutcome::Settled;
    }
  }
  return out;
}

std::string_view outcome_name(ScreenOutcome outcome) {
  constexpr std::array<std::string_view, 4> names{"no-match", "settled", "review", "listed"};
  return names[static_cast<std::size_t>(outcome)];
}

std::string_view reopened_name(Reopened why) {
  constexpr std::array<std::string_view, 4> names{"no", "entry-changed", "entry-anew", "lapsed"};
  return names[static_cast<std::size_t>(why)];
}

std::string entry_hash_text(std::uint64_t hash) {
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4U) out[i] = "0123456789abcdef"[hash & 15U];
  return out;
}

std::vector<ReviewedHit> Resolutions::review(const NameIndex& index, const PartyQuery& query,
                                             std::vector<ScreenHit> hits) const {
  const Date day = query.as_of ? *query.as_of : Date::today();
  const std::string asked = fold(query.name);
  std::vector<ReviewedHit> out;
  out.reserve(hits.size());
  for (ScreenHit& hit : hits) {
    ReviewedHit reviewed;
    const EntryRow& row = index.entries[hit.entry];
    if (!all_.empty()) {
      const std::string_view id = index.text(row.id);
      const auto list = static_cast<ListCode>(index.list_rows[row.list].code);
      // The last one counts: a person may think better of it.
      for (auto said = all_.rbegin(); said != all_.rend(); ++said) {
        if (said->entry != id || said->list != list || said->on > day) continue;
        if (fold(said->party) != asked) continue;
        const Said what = said_of(*said, query);
        if (what == Said::OfAnother) continue;
        if (what == Said::Unsure) break;
        reviewed.resolution = *said;
        reviewed.reopened = reopened(*said, row, index.entry(hit.entry), day);
        break;
      }
    }
    reviewed.hit = std::move(hit);
    out.push_back(std::move(reviewed));
  }
  return out;
}

}  // namespace licit
