#include "facts/places.h"

#include <algorithm>

#include "base/text.h"
#include "facts/csv.h"
#include "facts/value_text.h"

namespace licit {
namespace {

// More than the table needs; keeps a faulty table from looping.
constexpr int longest_lineage = 8;
// A wrong code resembles a dozen others, so that codes are no suggestions.
constexpr std::size_t longest_code = 3;

Diagnostic row_fault(const CsvTable& table, const CsvRow& row, std::string code, Msg key,
                     std::vector<std::string> arguments) {
  Diagnostic d;
  d.code = std::move(code);
  d.place = table.place_of(row);
  d.message = {key, std::move(arguments)};
  return d;
}

}  // namespace

Result<Places> Places::parse(std::string_view csv, std::string_view file) {
  Result<CsvTable> parsed = CsvTable::parse(csv, file);
  if (!parsed.ok()) return parsed.errors();
  const CsvTable& table = parsed.value();
  const auto columns = table.columns(
      {"code", "iso3", "en", "fr", "listing", "follows", "follows_from", "aliases", "note"});
  if (!columns.ok()) return columns.errors();
  const auto& at = columns.value();

  Places places;
  std::vector<Diagnostic> faults;
  for (const CsvRow& row : table.rows()) {
    auto cell = [&](std::size_t i) { return row.cells[at[i]]; };
    PlaceRow place{cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), {}, cell(8)};
    if (!cell(6).empty()) {
      place.follows_from = Date::parse(cell(6));
      if (!place.follows_from)
        faults.push_back(
            row_fault(table, row, "F003", Msg::FactBadDate, {"follows_from", cell(6)}));
    }
    const std::size_t index = places.rows_.size();
    std::vector<std::string> names{place.code, place.iso3, place.en, place.fr};
    for (std::string& alias : split_list(cell(7), ";")) names.push_back(std::move(alias));
    for (const std::string& name : names) {
      const std::string folded = fold(name);
      if (folded.empty()) continue;
      const auto [it, fresh] = places.by_name_.emplace(folded, index);
      if (!fresh && it->second != index)
        faults.push_back(row_fault(table, row, "F025", Msg::PlaceNameTwice,
                                   {name, place.code, places.rows_[it->second].code}));
      if (fresh && folded.size() > longest_code) places.names_.push_back(name);
    }
    places.by_code_.emplace(place.code, index);
    places.rows_.push_back(std::move(place));
  }
  for (std::size_t i = 0; i < places.rows_.size(); ++i) {
    const PlaceRow& place = places.rows_[i];
    if (place.follows.empty()) continue;
    if (!places.by_code(place.follows) || place.follows == place.code)
      faults.push_back(row_fault(table, table.rows()[i], "F026", Msg::PlaceFollowsNothing,
                                 {place.code, place.follows}));
  }
  if (!faults.empty()) return faults;
  return places;
}

const PlaceRow* Places::find(std::string_view typed) const {
  const auto it = by_name_.find(fold(typed));
  return it == by_name_.end() ? nullptr : &rows_[it->second];
}

const PlaceRow* Places::by_code(std::string_view code) const {
  const auto it = by_code_.find(code);
  return it == by_code_.end() ? nullptr : &rows_[it->second];
}

std::vector<std::string> Places::nearest_names(std::string_view typed, std::size_t limit) const {
  std::vector<std::string> out;
  std::vector<const PlaceRow*> places;
  for (const std::string& name : nearest(typed, names_, names_.size())) {
    if (out.size() == limit) break;
    const PlaceRow* place = find(name);
    if (std::find(places.begin(), places.end(), place) != places.end()) continue;
    places.push_back(place);
    out.push_back(name == place->fr ? place->fr : place->en);
  }
  return out;
}

std::vector<std::string> Places::lineage(std::string_view code, Date on) const {
  std::vector<std::string> out{std::string(code)};
  const PlaceRow* place = by_code(code);
  for (int i = 0; place && i < longest_lineage; ++i) {
    if (place->follows.empty() || (place->follows_from && on < *place->follows_from)) break;
    if (std::find(out.begin(), out.end(), place->follows) != out.end()) break;
    out.push_back(place->follows);
    place = by_code(place->follows);
  }
  return out;
}

bool Places::indeterminate(std::string_view code) const {
  const PlaceRow* place = by_code(code);
  return place && place->listing == "unlisted";
}

}  // namespace licit
