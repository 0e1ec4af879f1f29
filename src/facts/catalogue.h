// The catalogue of chips: what was published of each part, value by value with its source and how far
// it can be leaned on, and which part a typed name means. Immutable once parsed; safe to share
// between threads.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/number.h"
#include "base/result.h"
#include "facts/value.h"

namespace licit {

// One cell. `value` is an interval in number columns, a bool in yes-no columns, else the text.
struct CatalogueValue {
  std::string text;  // as the file has it, never empty: an empty cell is unknown and not here
  std::variant<Interval, bool, std::string> value;
  Confidence confidence = Confidence::High;
  std::string source;

  const Interval* number() const { return std::get_if<Interval>(&value); }
  const bool* yes() const { return std::get_if<bool>(&value); }
};

// One part. The columns and their units are those of chips/README.md.
struct Chip {
  std::string id;
  std::string vendor;
  std::string name;
  std::vector<std::string> aliases;
  Confidence confidence = Confidence::High;  // of values that have none of their own
  std::string sources;
  std::string notes;
  std::map<std::string, CatalogueValue, std::less<>> values;  // by column name

  // Null where the cell is empty: unknown.
  const CatalogueValue* find(std::string_view column) const;
  // The text of a column, or nothing.
  std::string_view text(std::string_view column) const;
};

// What a typed name means.
struct Resolution {
  std::vector<const Chip*> chips;    // one; or several candidates; or none
  bool whole = false;                // an id, name or alias, not only how some begin
  std::vector<std::string> nearest;  // where none: ids that resemble what was typed, best first
};

class Catalogue {
 public:
  Catalogue() = default;
  // The texts of chips/catalogue.csv and chips/values.csv (may be empty: no overrides).
  // Errors: those of CsvTable; F027 a cell that is not what its column holds, an unknown confidence,
  // an override that fits no row or column; F028 a name that means two rows.
  static Result<Catalogue> parse(std::string_view catalogue_csv, std::string_view values_csv,
                                 std::string_view catalogue_file = "chips/catalogue.csv",
                                 std::string_view values_file = "chips/values.csv");

  const std::vector<Chip>& chips() const { return chips_; }
  // By exact id; null where there is none.
  const Chip* find(std::string_view id) const;

  // The row whose id, name or alias equals the typed name once case, spaces and punctuation are
  // dropped; where there is none, all rows of which an id, name or alias begins with it, whole words
  // only ("a100" reaches A100 SXM4 and A100 PCIe; "h20" never reaches H200). A vendor's name in front
  // is dropped where the rest means a row of that vendor. Takes a few microseconds.
  Resolution resolve(std::string_view typed) const;

 private:
  std::vector<std::size_t> exact(std::string_view folded) const;
  std::vector<std::size_t> leading(std::string_view folded) const;
  void index_names();

  std::vector<Chip> chips_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::map<std::string, std::size_t, std::less<>> by_name_;  // folded id, name, alias
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_leading_words_;  // folded
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_vendor_;  // folded name or word
};

// What a user types to mean a confidence, and back: "high", "med", "low".
std::string_view word_of(Confidence confidence);

}  // namespace licit
