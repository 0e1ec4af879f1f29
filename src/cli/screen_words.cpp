#include "cli/screen_words.h"

#include <algorithm>
#include <array>

#include "base/beginning.h"
#include "base/party_messages.h"
#include "base/text.h"
#include "cli/say.h"
#include "facts/shipped.h"
#include "parties/names/name_index.h"
#include "parties/names/normal.h"

namespace licit::cli {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Words that stand before a number and are no part of it.
bool is_label(std::string_view word) {
  constexpr std::array<std::string_view, 34> labels{
      "uscc", "lei",    "imo",      "mmsi",    "passport", "pp",    "inn",   "ogrn", "kpp",
      "okpo", "duns",   "vat",      "ein",     "tin",      "crn",   "brn",   "no",   "nr",
      "num",  "number", "id",       "code",    "reg",      "tax",   "bic",   "cage", "unified",
      "the",  "social", "national", "company", "business", "swift", "credit"};
  const std::string folded = fold(word);
  return std::find(labels.begin(), labels.end(), folded) != labels.end() ||
         folded == "registration" || folded == "identification";
}

const Places& places() {
  static const Places out = [] {
    auto read = shipped_places();
    return read.ok() ? std::move(read).value() : Places();
  }();
  return out;
}

}  // namespace

const PlaceRow* place_named(std::string_view typed) { return places().find(typed); }

std::vector<std::string> nearest_places(std::string_view typed) {
  return places().nearest_names(typed, 1);
}

std::string country_code(const PlaceRow& place) { return place.code.substr(0, 2); }

std::string number_alone(std::string_view typed) {
  std::string_view rest = trimmed(typed);
  // No number has a colon.
  if (const std::size_t colon = rest.rfind(':'); colon != std::string_view::npos)
    rest = trimmed(rest.substr(colon + 1));
  for (;;) {
    const std::size_t end = rest.find_first_of(" .#/-_");
    if (end == std::string_view::npos || !is_label(rest.substr(0, end))) break;
    const std::size_t next = rest.find_first_not_of(" .#/-_", end);
    if (next == std::string_view::npos) break;
    rest.remove_prefix(next);
  }
  // Glued to it: a USCC has 18 characters, an LEI 20.
  const std::string number = normal_id(rest);
  if (number.size() == 22 && number.starts_with("USCC")) return number.substr(4);
  if (number.size() == 23 && number.starts_with("LEI")) return number.substr(3);
  return std::string(rest);
}

bool is_birth_date(std::string_view typed) {
  if (typed.size() != 4 && typed.size() != 7 && typed.size() != 10) return false;
  // A year or a month alone is one of which the first day exists.
  std::string day(typed);
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  const auto read = Date::parse(day);
  return read && read->iso() == day && is_digit(typed[0]) && *read <= Date::today();
}

std::optional<Diagnostic> unaskable_name(const PartyQuery& query, bool found) {
  // Most names of a file are seen at once to be askable: they have a letter, or, of those that were not
  // found, are longer than any legal form and shorter than what is cut.
  const std::size_t size = query.name.size();
  if (size == 0 || (!found && size > 60 && size < 2 * most_tokens)) return {};
  if (found && std::any_of(query.name.begin(), query.name.end(), is_letter_or_digit)) return {};
  const std::uint32_t flags = normalize(query.name, query.type).ways.front().flags;
  std::optional<Msg> why;
  if ((flags & FlagNothing) != 0) why = msg::ScreenNoLetter;
  if (!found && (flags & FlagOnlyLegalForms) != 0) why = msg::ScreenOnlyForms;
  if (!found && (flags & FlagCut) != 0)
    return complaint("P166", {msg::ScreenNameCut, {beginning(query.name)}},
                     {{msg::ScreenNameAlone, {}}});
  if (!why) return {};
  return complaint("P166", {*why, {beginning(query.name)}}, {{msg::ScreenWholeName, {}}});
}

std::optional<Diagnostic> unaskable_number(std::string_view number) {
  if (!normal_id(number).empty()) return {};
  return complaint("P166", {msg::ScreenShortId, {beginning(number)}},
                   {{msg::ScreenShortIdHelp, {}}});
}

bool asks_beside_name(const PartyQuery& query) {
  const auto number = [](const std::string& id) { return !normal_id(id).empty(); };
  const auto address = [](const std::string& text) { return !address_words(text).empty(); };
  return std::any_of(query.ids.begin(), query.ids.end(), number) ||
         std::any_of(query.addresses.begin(), query.addresses.end(), address);
}

}  // namespace licit::cli
