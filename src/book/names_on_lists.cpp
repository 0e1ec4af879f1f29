#include "book/names_on_lists.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "parties/names/field.h"
#include "parties/names/nobody.h"
#include "parties/names/text_parts.h"

namespace licit {
namespace {

// A name with its hits takes some hundred bytes, with an explanation some thousand.
constexpr std::size_t most_names = 65'536;

// The stretch of days around one, between the days on which something changes.
class Stretch {
 public:
  explicit Stretch(Date on) : on_(on) {}
  void changes_on(Date day) {
    if (day <= on_) from = std::max(from, day);
    if (on_ < day) until = std::min(until, day);
  }
  // The first day after one that is the last on which something stands.
  void ends_with(const std::optional<Date>& day) {
    if (day) changes_on(Date(day->days() + 1));
  }

  Date from{std::numeric_limits<std::int32_t>::min()};
  Date until{std::numeric_limits<std::int32_t>::max()};

 private:
  Date on_;
};

bool says_who(const std::string& name) {
  const std::string field = names::plain_field(name);
  if (names::is_garbled(name) || names::names_nobody(field) || names::says_only_where(field) ||
      names::names_several(field))
    return false;
  const std::uint32_t flags = normalize(name, PartyType::Unknown).ways.front().flags;
  return (flags & (FlagNothing | FlagOnlyLegalForms | FlagCut)) == 0 && !is_register_number(name);
}

}  // namespace

bool is_register_number(const std::string& name) {
  const auto digits = static_cast<std::size_t>(
      std::count_if(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; }));
  const bool one_word = trimmed(name).find_first_of(" \t") == std::string_view::npos;
  return one_word && digits >= 5 && 4 * digits >= name.size();
}

NamesOnLists::NamesOnLists(ListsOn lists_on, bool explain)
    : lists_on_(std::move(lists_on)), explain_(explain) {}

std::shared_ptr<const NameFound> NamesOnLists::find(const std::string& name,
                                                    const std::vector<std::string>& countries,
                                                    Date on) {
  std::shared_ptr<const AskedLists>& lists = by_day_[on.days()];
  if (!lists) lists = lists_on_(on);
  std::string key = std::to_string(reinterpret_cast<std::uintptr_t>(lists.get())) + '\x1f' + name;
  for (const std::string& country : countries) key += '\x1f' + country;
  if (found_.size() >= most_names) found_.clear();
  std::vector<std::shared_ptr<const NameFound>>& stretches = found_[key];
  for (const auto& one : stretches)
    if (one->from <= on && on < one->until) return one;
  stretches.push_back(look_up(lists, name, countries, on));
  return stretches.back();
}

std::shared_ptr<const NameFound> NamesOnLists::look_up(std::shared_ptr<const AskedLists> lists,
                                                       const std::string& name,
                                                       const std::vector<std::string>& countries,
                                                       Date on) {
  NameFound out;
  out.query.name = name;
  out.query.countries = countries;
  Stretch stretch(on);
  if (lists->index) {
    const NameIndex& index = *lists->index;
    // An entry that does not stand on this day may stand on another: none is cut off.
    auto [screener, is_new] = screeners_.try_emplace(
        lists.get(), Screener(index, {.lists = {},
                                      .most = std::numeric_limits<std::size_t>::max(),
                                      .explain = explain_}));
    PartyQuery query = out.query;
    query.as_of = on;
    std::vector<ScreenHit> hits = screener->second.screen(query);
    for (const ScreenHit& hit : hits) {
      const ListEntry entry = index.entry(hit.entry);
      if (entry.from) stretch.changes_on(*entry.from);
      stretch.ends_with(entry.until);
    }
    const Resolutions nothing_said;
    const Resolutions& said = lists->resolutions ? *lists->resolutions : nothing_said;
    const std::string folded = said.all().empty() ? std::string() : fold(name);
    for (const PartyResolution& one : said.all()) {
      if (fold(one.party) != folded) continue;
      stretch.changes_on(one.on);
      stretch.ends_with(one.until);
    }
    out.hits = said.review(index, query, std::move(hits));
  }
  out.says_who = says_who(name);
  out.from = stretch.from;
  out.until = stretch.until;
  out.lists = std::move(lists);
  return std::make_shared<const NameFound>(std::move(out));
}

}  // namespace licit
