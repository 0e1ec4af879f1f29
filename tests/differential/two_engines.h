// One law in both engines, and a question put to both. On complete facts the two must give one verdict;
// on partial facts the compiled engine must give the union of what the reference evaluator says of every
// completion. What the engines share is the parser and the reading of facts (decide/fact_reader.h).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include "decide/decision.h"
#include "decide/posed.h"
#include "differential/probes.h"

namespace licit::differential {

// Verdicts as a set: bit i for Verdict i.
using Verdicts = std::uint32_t;
inline Verdicts only(Verdict verdict) { return Verdicts{1} << static_cast<unsigned>(verdict); }
std::string shown(Verdicts verdicts);

struct Comparison {
  // Of the engine: one verdict, or undetermined where several are left.
  Verdict verdict = Verdict::Undetermined;
  std::string difference;     // empty where the engines agree
  std::size_t evaluated = 0;  // facts for which the reference was asked; 0: too many to compare
};

class TestedLaw {
 public:
  // Changes the law as the compiled engine sees it: a fault, to see whether it is found.
  using Fault = std::function<void(law::Pack&)>;
  // The places must outlive it.
  TestedLaw(law::Pack pack, const Places& places, const Fault& fault = {});
  // The same places, none of them named nowhere: with these, questions about such a place are compared too,
  // by completing the law with every way in which its lists may hold the place.
  void complete_lists(const Places& all_named);

  const law::Pack& pack() const { return pack_; }
  const Places& places() const { return places_; }
  const Probes& probes() const { return probes_; }
  const CompiledLaw& compiled(const std::optional<Date>& known, Knower knower);

  // The query has one candidate. On partial facts it also holds the engine to what the reference says of
  // them as they are, which may be weaker than the truth and never other. Looks at requirements, reviews and paragraphs too where `closely`.
  Comparison compare(const Query& query, bool closely, std::size_t most_completions = 100);

 private:
  // The law as the reference sees it, with what is asked of knowledge settled: completing a fact must
  // not make it known.
  struct Reference {
    explicit Reference(law::Pack settled) : pack(std::move(settled)), index(pack) {}
    law::Pack pack;
    PackIndex index;
    std::map<std::tuple<Date, Date, Knower>, InForce> in_force;
    const InForce& on(const Query& query);
  };
  class Completions;
  struct Closer;

  std::shared_ptr<const CompiledLaw> compile(const std::optional<Date>& known, Knower knower);
  // The lists that hold a place: which of lists_, as bits.
  struct Listed {
    std::string place;
    std::size_t in = 0;
    auto operator<=>(const Listed&) const = default;
  };
  Reference& reference(const std::set<std::string>& known, const std::optional<Listed>& listed);

  const Places& places_;
  law::Pack pack_;
  law::Pack compiled_from_;
  Probes probes_;
  Reference plain_;
  std::map<std::pair<std::optional<Date>, Knower>, std::shared_ptr<const CompiledLaw>> compiled_;
  std::map<std::pair<std::set<std::string>, std::optional<Listed>>, std::unique_ptr<Reference>>
      settled_;
  const Places* all_named_ = nullptr;
  std::vector<std::string> lists_;  // sets that list places, and lists in place: "{CN, RU}"
};

}  // namespace licit::differential
