// Whether a transaction is one of those that a statement of a difference speaks of, read off its limits as
// a program would that has only the JSON.
#pragma once

#include <algorithm>

#include "decide/difference.h"
#include "facts/fact_set.h"

namespace licit {

// Every fact of the limit must be stated (or stood in for); `named` are the words that the law names where
// a limit says "*", any other.
inline bool matches(const DifferenceLimit& limit, const FactSet& facts,
                    const std::vector<std::string>& named) {
  const FactValue* value = facts.find(facts.resolve(limit.fact));
  if (limit.asks == Asks::Known) return (value != nullptr) == limit.holds;
  if (value == nullptr) return false;
  const auto has = [](const auto& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  switch (limit.asks) {
    case Asks::Number: {
      const Number& number = *value->number.lo;
      if (limit.low && (number < limit.low->at || (number == limit.low->at && !limit.low->counts)))
        return false;
      return !limit.high || number < limit.high->at ||
             (number == limit.high->at && limit.high->counts);
    }
    case Asks::Day: {
      const Date day = std::get<Date>(value->candidates.front());
      return !(limit.from && day < *limit.from) && !(limit.to && *limit.to < day);
    }
    case Asks::Member:
    case Asks::Received:
      return has(*value->members, limit.word) == limit.holds;
    default:
      break;
  }
  const Scalar& scalar = value->candidates.front();
  const bool* yes = std::get_if<bool>(&scalar);
  const std::string word = yes != nullptr ? (*yes ? "yes" : "no") : std::get<std::string>(scalar);
  return has(limit.words, word) || (has(limit.words, "*") && !has(named, word));
}

}  // namespace licit
