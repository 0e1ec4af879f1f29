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

#include "base/messages.h"
#include "base/result.h"

namespace licit {

// A name that a column may also have, folded, and the field that it then gives.
struct Synonym {
  std::string_view folded;
  std::string_view field;
};

// What a kind of table is about.
struct TableKind {
  std::vector<std::string> fields;
  std::span<const Synonym> synonyms;
  // Of each of these, one column has to be there: any of `fields`, or one that begins with `prefix`.
  struct Wanted {
    std::vector<std::string_view> fields;
    std::string_view prefix;  // empty: none
    Msg missing{}, add{};     // what is said where there is none; {0} is the first of `fields`
  };
  std::vector<Wanted> wanted;
};

// Orders: the fields of a transaction; the item and the destination have to be there.
const TableKind& order_table();

class ColumnNames {
 public:
  // `fact_ids`: the vocabulary of the pack; each is a column name of its own.
  explicit ColumnNames(std::span<const std::string> fact_ids,
                       const TableKind& kind = order_table());

  struct Meaning {
    std::string field;         // a transaction field or a fact id; empty where unknown
    bool is_own_name = false;  // written by its own name, not by a synonym
  };
  Meaning meaning_of(std::string_view header) const;
  // Up to `limit` names that the header may be a misspelling of.
  std::vector<std::string> nearest_to(std::string_view header, std::size_t limit = 3) const;
  const TableKind& kind() const { return *kind_; }

 private:
  const TableKind* kind_;
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
// every line gets anyway, so that their column may be missing. Fails with B008 where a column that the
// kind of table wants is nowhere. `places[i]` is where header i stands.
Result<ColumnPlan> plan_columns(std::span<const std::string> header, std::span<const Place> places,
                                const ColumnNames& names, std::span<const std::string> given);

}  // namespace licit
