// What is known of one fact. A fact is known, an interval (numbers), a set of candidates (one of
// which is true), a set value (which listings, which notices), or unknown; and it says where it came
// from. Value types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/number.h"
#include "base/truth.h"

namespace licit {

// The types a fact can have in the law language.
enum class FactType : std::uint8_t { YesNo, Number, Date, Place, Name, OneOf, SetOf };
std::string_view word_of(FactType type);  // "yes-no", "number", "one-of", ...

// How much a value from the catalogue can be leaned on. Low warns.
enum class Confidence : std::uint8_t { High, Medium, Low };

// Who said it. Only Default is listed as an assumption (when the answer used the fact).
enum class Origin : std::uint8_t {
  Unknown,    // nobody
  Given,      // the user
  Catalogue,  // the catalogue of chips
  Computed,   // a derived metric
  Default,    // a default of the command (kind is export, a role not named is the buyer...)
  Assumed     // the pack lets it pass as absent, with its reason
};

// One possible value that is not a number. Places, names and enumeration words are held as their
// code or word ("CN", "assembly"); yes and no as bool.
using Scalar = std::variant<bool, Date, std::string>;

struct FactValue {
  FactType type = FactType::YesNo;
  // Number: the interval (unbounded both ways = unknown). Unused for other types.
  Interval number;
  std::string unit;  // the unit the number is in, as the vocabulary has it; empty for a count
  // YesNo, Date, Place, Name, OneOf: the possible values; empty = unknown, one = known.
  std::vector<Scalar> candidates;
  // SetOf: the words in the set (empty and known = none); absent = unknown.
  std::optional<std::vector<std::string>> members;

  Origin origin = Origin::Unknown;
  Confidence confidence = Confidence::High;
  std::string source;               // where a catalogue value is from
  std::vector<std::string> inputs;  // Computed: the facts it was computed from

  bool is_unknown() const;
  // One value and no other: a point, one candidate, or a known set.
  bool is_settled() const;
  // "2368 TPP", "300..330 mm2", "CN", "yes", "{a, b}", "none", "?" ; never translated.
  std::string text() const;
  bool operator==(const FactValue& other) const;  // compares what is known, not where it came from

  static FactValue unknown(FactType type);
  static FactValue yes_no(bool b, Origin origin = Origin::Given);
  static FactValue of(FactType type, std::string word, Origin origin = Origin::Given);
  static FactValue of(Date date, Origin origin = Origin::Given);
  static FactValue of(Interval number, std::string unit, Origin origin = Origin::Given);
  static FactValue set_of(std::vector<std::string> members, Origin origin = Origin::Given);
};

}  // namespace licit
