// All that is known of one transaction, by fact id ("item.tpp", "to.place", "buyer.hq"). A fact that
// is not here is unknown. Also remembers which fact stands in for which: the headquarters of a
// consignee that nobody named are the buyer's, so a question about them is a question about the buyer.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "facts/value.h"

namespace licit {

class FactSet {
 public:
  // Null where nothing is recorded (unknown).
  const FactValue* find(std::string_view id) const;
  void set(std::string id, FactValue value);
  void erase(std::string_view id);

  // Reads of `id` go to `stands_in` from now on (until set). Chains are followed once.
  void alias(std::string id, std::string stands_in);
  // The id whose value is read for `id`: itself, or what stands in for it.
  std::string_view resolve(std::string_view id) const;

  const std::map<std::string, FactValue, std::less<>>& all() const { return values_; }
  const std::map<std::string, std::string, std::less<>>& aliases() const { return aliases_; }

 private:
  std::map<std::string, FactValue, std::less<>> values_;
  std::map<std::string, std::string, std::less<>> aliases_;
};

}  // namespace licit
