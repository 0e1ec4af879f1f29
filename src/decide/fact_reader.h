// Facts as conditions see them: after aliases, computed where the vocabulary says how, assumed where
// the pack lets an absent fact pass, unknown otherwise. Each fact is worked out once.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decide/pack_index.h"
#include "decide/trace.h"
#include "facts/fact_set.h"
#include "facts/places.h"

namespace licit {

// Which alternative of each reading in force was chosen, by reading id.
using ChosenReadings = std::map<std::string_view, std::string_view>;

struct ReadFact {
  std::string_view id;                  // what is read: itself, or what stands in for it
  const law::FactDecl* decl = nullptr;  // null where the vocabulary has no such fact
  FactValue value;
  bool assumed = false;  // absent, and the pack lets it pass
  Support by;
};

class FactReader {
 public:
  // All arguments must outlive the reader. Strict: nothing is assumed, no default holds.
  FactReader(const PackIndex& index, const Places& places, const FactSet& facts,
             const ChosenReadings& readings, bool strict, Trace& trace);

  const ReadFact& read(std::string_view id);
  // Known without any assumption (`is known`).
  bool is_known(std::string_view id);
  const FactSet& facts() const { return facts_; }
  // The way in which a computed fact is computed under the readings chosen; null where by none.
  const law::Computation* way_of(const law::FactDecl& decl);
  bool strict() const { return strict_; }

 private:
  ReadFact work_out(std::string_view id);
  void compute(const law::FactDecl& decl, ReadFact& read);
  std::vector<std::string_view> fill_inputs(std::string_view metric,
                                            std::optional<FactSet>& completed);
  bool assume(const law::FactDecl& decl, ReadFact& read);

  const PackIndex& index_;
  const Places& places_;
  const FactSet& facts_;
  const ChosenReadings& readings_;
  bool strict_;
  Trace& trace_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
  };
  std::unordered_map<std::string, ReadFact, Hash, std::equal_to<>> read_;
};

}  // namespace licit
