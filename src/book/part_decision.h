// Decides lines of a list of parts: from what a line says to the chips that it means and their class.
// Lines that say the same of the item are classified once; memory is bounded.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "book/item_class.h"
#include "book/part_line.h"
#include "facts/product_name.h"

namespace licit {

class PartDecisions {
 public:
  // `given`: what holds for every item that does not state it itself. All but `given` must outlive it.
  PartDecisions(const LawView& law, const Catalogue& catalogue, const FactTypes& types,
                std::vector<TransactionField> given, ClassSetting setting, Date today);

  // Fills in all but what the line itself says, which is read; `facts` are those that it states.
  void decide(PartLine& line, const std::vector<TransactionField>& facts);

  // The day for which all lines are classified.
  Date on() const { return on_; }

 private:
  using Found = std::shared_ptr<const ItemClass>;

  ProductMeaning meaning_of(PartLine& line) const;
  // Empty where the facts contradict each other: then the line is bad.
  Found class_of(PartLine& line, const std::string& chip, const ProductMeaning& meaning,
                 const std::vector<TransactionField>& facts);
  void judge(PartLine& line, const ProductMeaning& meaning) const;

  LawView law_;
  const Catalogue& catalogue_;
  const FactTypes& types_;
  std::vector<TransactionField> given_;
  ClassSetting setting_;
  Date today_, on_;
  ProductNames names_;
  std::unordered_map<std::string, Found> found_;
};

}  // namespace licit
