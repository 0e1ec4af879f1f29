// Facts as conditions see them: after aliases, computed where the vocabulary says how, assumed where
// the pack lets an absent fact pass, unknown otherwise. Each fact is worked out once.
#pragma once

#include <functional>
#include <list>
#include <map>
#include <memory_resource>
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
  const FactValue& value;
  bool assumed = false;  // absent, and the pack lets it pass
  Support by;
  // value.text(), found once.
  const std::string& text() const {
    if (!text_) text_ = value.text();
    return *text_;
  }
  mutable std::optional<std::string> text_ = {};
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
  // Takes over what `other`, a reader of the same facts who lives longer, has read and what is the same
  // under other choices than `changed`.
  void take_over(const FactReader& other, std::uint64_t changed);
  // The way in which a computed fact is computed under the readings chosen; null where by none.
  const law::Computation* way_of(const law::FactDecl& decl);
  bool strict() const { return strict_; }

 private:
  // Each adds what the value leans on.
  const ReadFact& work_out(std::string_view id);
  FactValue compute(const law::FactDecl& decl, Support& by);
  std::vector<std::string_view> fill_inputs(std::string_view metric,
                                            std::optional<FactSet>& completed, Support& by);
  std::optional<FactValue> assume(const law::FactDecl& decl, std::string_view read_id, Support& by);
  const ReadFact*& slot_of(std::string_view id, std::string_view& kept_id);

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
  // By position in the pack's vocabulary, and by id what it does not have.
  std::vector<const ReadFact*> read_;
  std::unordered_map<std::string, const ReadFact*, Hash, std::equal_to<>> others_;
  std::pmr::monotonic_buffer_resource memory_;
  std::pmr::list<ReadFact> kept_{&memory_};
  std::pmr::list<FactValue> values_{&memory_};
};

}  // namespace licit
