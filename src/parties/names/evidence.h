// What speaks for and against an entry being the party asked about, beside its name. Integers only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "parties/lists/entry.h"
#include "parties/names/score.h"

namespace licit {

// A party as a sales system knows it. Only the name is needed; what else is known settles more.
struct PartyQuery {
  std::string name;
  PartyType type = PartyType::Unknown;
  std::vector<std::string> countries;  // alpha-2, upper case
  std::vector<std::string> addresses;
  std::vector<std::string> ids;          // numbers, as written
  std::vector<std::string> birth_dates;  // 1970, 1970-05, 1970-05-12
  std::optional<Date> as_of;             // absent: today
};

enum class EvidenceKind : std::uint8_t {
  Id,
  Country,
  Address,
  City,
  BirthDate,
  Type,
  WeakAlias,
  Acronym
};

struct Evidence {
  EvidenceKind kind{};
  bool supports = false;
  std::string asked, listed;  // the values compared, may be empty
  int change = 0;             // of the score, in thousandths; a cap is not a change
  bool operator==(const Evidence&) const = default;
};

// The rules, in one place:
//   the same exact number                 1000, whatever else
//   another number where a party has one  -150 (USCC, LEI, IMO), at most 949
//   a country in common / none            +15 / -30
//   an address, or only its city          +40 / +15
//   day of birth the same, or year        +40 / +10; years apart by more than one -100
//   another type                          -100, a name of 900 or more stays at review, a ship's does not
//   a weak alias or an acronym            at most 850, with support from any of the above 949
// What supports never makes a hit of a name below 900, and what speaks against never takes a name of
// 950 or more below review: that is for a person to decide.
inline constexpr int most_support = 95;  // all that supports together, the same number left aside
struct Weighed {
  std::uint16_t score = 0;
  std::vector<Evidence> evidence;
};
Weighed weigh(std::uint16_t name_score, const ListedName& name, const ListEntry& entry,
              const PartyQuery& query);

std::string_view party_type_name(PartyType type);  // "entity"
// Also "company", "individual" and the like; empty is unknown.
std::optional<PartyType> parse_party_type(std::string_view name);

// In a sentence: "born 1970-05-12, as listed".
Text evidence_text(const Evidence& evidence);
std::string_view evidence_name(EvidenceKind kind);  // "birth-date"

}  // namespace licit
