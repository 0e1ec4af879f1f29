// The table of places: what a place is called, and whose country groups it takes. Which groups those
// are is law and lives in the packs. Immutable once parsed; safe to share between threads.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace licit {

// One place: a country, a territory, or a region that the law treats apart.
struct PlaceRow {
  std::string code;  // "CN", "UA-43"
  std::string iso3;  // empty for regions
  std::string en;
  std::string fr;
  std::string listing;               // listed, inherited, us_territory, region, unlisted
  std::string follows;               // code of the place whose groups it takes; empty: its own
  std::optional<Date> follows_from;  // since when; absent: always
  std::string note;
};

class Places {
 public:
  Places() = default;
  // The text of law/places.csv. Errors: those of CsvTable, F025 (two places share a name), F026
  // (follows an unknown place, or itself), F003 (no day).
  static Result<Places> parse(std::string_view csv, std::string_view file = "law/places.csv");

  // By code, three-letter code, name in English or French, or alias, as typed: case, accents, spaces
  // and punctuation do not count. Null where nothing is called that; never a guess.
  const PlaceRow* find(std::string_view typed) const;
  const PlaceRow* by_code(std::string_view code) const;
  // The places of which a name or alias resembles what was typed, best first, by their English name
  // (by the French one where that is what it resembles); codes do not count.
  std::vector<std::string> nearest_names(std::string_view typed, std::size_t limit = 3) const;

  // The place itself, then the place it follows on that day, and so on: HK -> {HK, CN} from
  // 2020-12-23, {HK} before. A place is in a set of the law when any of its lineage is a member.
  std::vector<std::string> lineage(std::string_view code, Date on) const;
  // True where the law names the place nowhere, so that whether it is in a set that does not name it
  // is not known (Palestine, Antarctica). False for a code that is not in the table.
  bool indeterminate(std::string_view code) const;

  const std::vector<PlaceRow>& all() const { return rows_; }

 private:
  std::vector<PlaceRow> rows_;
  std::vector<std::string> names_;                           // as written, for suggestions
  std::map<std::string, std::size_t, std::less<>> by_name_;  // folded
  std::map<std::string, std::size_t, std::less<>> by_code_;  // as written
};

}  // namespace licit
