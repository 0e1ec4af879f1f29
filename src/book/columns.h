// What the columns of a user's table (or the keys of a JSON object) mean: the field of a transaction
// or the fact id that each header stands for, whatever its case, spaces and underscores, with the
// synonyms that order systems commonly use. A name that is not known means nothing: it is kept aside
// and said, never guessed at.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace licit {

class ColumnNames {
 public:
  // `fact_ids`: the vocabulary of the pack; each is a column name of its own.
  explicit ColumnNames(std::span<const std::string> fact_ids);

  struct Meaning {
    std::string field;         // a transaction field or a fact id; empty where unknown
    bool is_own_name = false;  // written by its own name, not by a synonym
  };
  Meaning meaning_of(std::string_view header) const;
  // Up to `limit` names that the header may be a misspelling of.
  std::vector<std::string> nearest_to(std::string_view header, std::size_t limit = 3) const;

 private:
  std::map<std::string, Meaning, std::less<>> by_folded_name_;
  std::vector<std::string> names_;
};

struct ColumnPlan {
  struct Column {
    std::size_t index = 0;  // in the header, from 0
    std::string field;
  };
  std::vector<Column> used;
  std::vector<std::string> unknown;  // headers kept aside, in order
};

// Settles which column gives which field. Where one is written by the field's own name it wins over
// synonyms, which are then kept aside; two of equal standing are an error (B009). `given`: fields that
// every line gets anyway, so that their column may be missing. Fails with B008 where `item` or `to`
// is nowhere. `places[i]` is where header i stands.
Result<ColumnPlan> plan_columns(std::span<const std::string> header, std::span<const Place> places,
                                const ColumnNames& names, std::span<const std::string> given);

}  // namespace licit
