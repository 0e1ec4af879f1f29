// The walk over all classes that finds what does not hang together. For coherence*.cpp only.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "decide/coherence.h"
#include "decide/compile.h"

namespace licit {

// The labelled limbs that a paragraph's rule offers a choice of; one without label where it has none.
struct Limb {
  std::string label;
  const law::Expr* condition = nullptr;  // null: all of the rule
};
std::vector<Limb> limbs_of(const LawAt& law, const law::Expr& condition);

// Of "3A090.a" the entry "3A090"; a name without a point is an entry of its own.
std::string_view entry_of(std::string_view paragraph);

class Examination {
 public:
  Examination(const law::Pack& pack, const Places& places);

  Coherence examine(const CoherenceOptions& options);

 private:
  // All that an answer says of a day: what is met, required, how it is reviewed, which exceptions are
  // open where.
  using Account = std::map<std::pair<std::string, const void*>, std::vector<Diagram>>;
  // One day of the law, and the compiler that knows its conditions.
  struct Day {
    std::unique_ptr<LawAt> law;
    std::unique_ptr<MomentCompiler> compiler;
    Moment moment;
    std::optional<Date> until;
    Allowed allowed;  // the day of the transfer lies within
    Account account;
  };

  bool stopped(const CoherenceOptions& options) const {
    return options.stop != nullptr && *options.stop;
  }
  void compile();
  // One entry for a finding that lasts over several moments, with the example of the first.
  void note(const Day& day, Finding finding, Diagram where, Leaf leaf = 1);
  void note(const Day& day, Finding finding,
            const std::function<std::optional<Example>()>& example);
  bool possible(const Day& day, Diagram where) const;

  void overlaps(const Day& day);
  void conflicts(const Day& day);
  void unreviewed(const Day& day);
  void gaps(const Day& day);
  void gentler(const Day& day);
  // What requirement falls away where a number passes from class i to the next.
  void gentler(const Day& day, Variable v, std::size_t i);
  // The verdict where `care` holds, nothing elsewhere: far smaller than the verdict of everything.
  Diagram verdict_where(const Day& day, Diagram care, Variable v, std::size_t i);
  void idle(const CoherenceOptions& options);

  Diagram where(Diagram function, Variable v, std::size_t i);
  Diagram is(Diagram function, Leaf leaf);
  std::optional<Example> two_items(const Day& day, Diagram falls, Diagram before, Diagram after);
  Account account_of(const Moment& moment, MomentCompiler& compiler);

  const law::Pack& pack_;
  const Places& places_;
  Axes axes_;
  Diagrams diagrams_;
  Diagrams::Operation heavier_, drops_, masked_;
  std::vector<Day> days_;
  std::vector<Finding> out_;
  std::set<const law::Quirk*> gap_seen_, gap_wide_;
};

}  // namespace licit
