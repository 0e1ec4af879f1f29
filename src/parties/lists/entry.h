// What a list of parties says, whatever format its authority publishes it in: every reader makes
// these, and the index of names, the owners and the decisions read nothing else. Value types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace licit {

// The lists that Licit tells apart; `other` is one that a user brought.
enum class ListCode : std::uint8_t {
  EntityList,        // BIS, part 744 Supplement 4
  MilitaryEndUser,   // BIS, part 744 Supplement 7
  Unverified,        // BIS, part 744 Supplement 6
  DeniedPersons,     // BIS
  Sdn,               // OFAC
  NonSdn,            // OFAC, what is on no list of its own below
  Sectoral,          // OFAC SSI
  NsCmic,            // OFAC
  Debarred,          // State, DDTC
  Nonproliferation,  // State, ISN
  Section1260H,      // Department of Defense
  Uk,
  Eu,
  Un,
  MofcomControl,     // China, export control list
  MofcomUnreliable,  // China, unreliable entities
  Other,
};

enum class PartyType : std::uint8_t { Unknown, Entity, Person, Vessel, Aircraft };

// Starter: no name of the authority's, but one that Licit's own list gives the party (starter_names.h).
enum class NameKind : std::uint8_t {
  Primary,
  Alias,
  Former,
  Acronym,
  OriginalScript,
  Translation,
  Starter
};

struct ListedName {
  std::string text;  // UTF-8, as published
  NameKind kind = NameKind::Primary;
  bool weak = false;  // the authority calls it weak or of low quality
  bool operator==(const ListedName&) const = default;
};

struct ListedAddress {
  std::string text;  // street, as published
  std::string city;
  std::string region;
  std::string postal;
  std::string
      country;  // ISO 3166 alpha-2, upper case; empty where the list names none or an unknown one
  bool operator==(const ListedAddress&) const = default;
};

struct ListedId {
  std::string type;  // as published: "Unified Social Credit Code (USCC)", "IMO", "Passport"
  std::string number;
  std::string country;  // alpha-2, may be empty
  bool operator==(const ListedId&) const = default;
};

struct ListEntry {
  std::string id;  // stable within its list: the authority's own, else a hash of name and citation
  PartyType type = PartyType::Unknown;
  std::vector<ListedName> names;  // the primary one first; empty only where address_only
  std::vector<ListedAddress> addresses;
  std::vector<ListedId> ids;
  std::vector<std::string> countries;    // alpha-2, of addresses, nationality, citizenship
  std::vector<std::string> birth_dates;  // as far as stated: 1970, 1970-05, 1970-05-12
  std::vector<std::string> programs;
  std::string requirement;      // the license requirement, as published
  std::string policy;           // the license review policy, as published
  std::uint16_t footnotes = 0;  // bit n is set for footnote n of the Entity List
  std::optional<Date> from;
  std::optional<Date> until;  // the last day on which it stands, where the list says one
  std::string citation;       // "88 FR 71991, 10/19/23"
  std::string source_url;
  std::string parent;  // the entry, by id, of which this one is an affiliate or a sub-unit
  std::string remarks;
  bool address_only = false;  // the list restricts an address, not a name
  bool successors = false;    // "and any successor, sub-unit or subsidiary"
  bool operator==(const ListEntry&) const = default;
};

struct PartyList {
  ListCode code = ListCode::Other;
  std::string name;           // as its authority calls it
  std::string source;         // where the bytes came from: an address or a file
  std::string sha256;         // of the bytes read
  std::optional<Date> as_of;  // the day that the list says of itself, else that of its publication
  bool starter = false;       // the list that ships with Licit, not the whole of an authority's
  std::vector<ListEntry> entries;
};

// The code in files and answers: "us.entity-list", "eu.consolidated".
std::string_view list_code_name(ListCode code);
std::optional<ListCode> parse_list_code(std::string_view name);

}  // namespace licit
