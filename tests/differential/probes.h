// For every fact that a pack asks about, values enough to tell all of its ways of mattering apart: each
// constant of the law and a number between any two of them, every word, every place that the law names.
// Gathered from the text of the conditions alone, and apart from the engine's axes (decide/axes.h), which
// are part of what is tested.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "facts/places.h"
#include "facts/value.h"
#include "language/ast.h"

namespace licit::differential {

// Every condition of the pack, limbs included, outermost first.
void each_condition(const law::Pack& pack, const std::function<void(const law::Expr&)>& look);
// The same of a copy that may be changed.
void each_condition(law::Pack& pack, const std::function<void(law::Expr&)>& look);

class Probes {
 public:
  Probes(const law::Pack& pack, const Places& places);

  // Facts that some condition asks about, by id; what a notice asks of the exporter too.
  const std::vector<std::string>& facts() const { return facts_; }
  // Empty where the fact is asked about in no way that needs a value. A set with more than five words
  // gives only some of its subsets: see `all`.
  const std::vector<FactValue>& of(const std::string& fact) const;
  // Whether these are one for every way in which values matter.
  bool all(const std::string& fact) const { return !partial_.contains(fact); }
  // Facts of which some condition asks whether they are known.
  const std::set<std::string>& known_asked() const { return known_asked_; }
  // Sources that bind whoever received them, where a rule rests on them.
  const std::vector<const law::Source*>& notices() const { return notices_; }

 private:
  std::vector<std::string> facts_;
  std::map<std::string, std::vector<FactValue>> values_;
  std::set<std::string> partial_, known_asked_;
  std::vector<const law::Source*> notices_;
};

}  // namespace licit::differential
