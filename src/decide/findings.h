// The walk over all classes that finds what does not hang together. For coherence*.cpp only.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <tuple>

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
  using Item = std::pair<std::string, const void*>;
  using Account = std::map<Item, std::vector<Diagram>>;
  using Visitor = std::function<bool(const Item&, std::vector<Diagram>)>;
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
  bool possible_within(Diagram where, const Allowed& allowed) const;

  void overlaps(const Day& day);
  void conflicts(const Day& day);
  void unreviewed(const Day& day);
  void gaps(const Day& day);
  void gentler(const Day& day);
  // coherence_gentler.cpp
  struct Passing;
  struct Fall;
  struct Found;
  using Point = std::vector<std::uint8_t>;  // a class of each variable
  static Diagrams::Operation drop_of(Diagrams& diagrams);
  // What requirement falls away where a number passes from class i to the next.
  void gentler(const Day& day, Variable v, std::size_t i);
  std::optional<Fall> shown_by(const Day& day, const Passing& passing, std::size_t k,
                               std::vector<Point>& points);
  Found where_falls(const Day& day, const Passing& passing, std::size_t k, const Fall& fall);
  bool proven_empty(Diagram first, const std::vector<Diagram>& limits) const;
  Diagram joined(const Day& day, Diagram first, const std::vector<Diagram>& limits);
  Found some_of(const Day& day, Diagram first, const std::vector<Diagram>& limits,
                const std::vector<Diagram>& reaching);
  Point point_of(Diagram function, const Allowed& allowed) const;

  // coherence_idle.cpp
  // Each item that a day's answers can say anything of, to the visitor, as long as it says to go on; false
  // where it did not. Only those about these rules, if there are any.
  bool account(const LawAt& law, MomentCompiler& compiler, const std::vector<std::string>* about,
               const Visitor& visit);
  // Whether some answer of the day would be another without this provision; `about` is where to look
  // first.
  bool matters(const Day& day, const void* provision, const std::vector<std::string>& about);
  void idle(const CoherenceOptions& options);

  Diagram where(Diagram function, Variable v, std::size_t i);
  Diagram is(Diagram function, Leaf leaf);
  // The same once worked out is known for all days: most provisions stand on many.
  Diagram at_class(Diagram function, Variable v, std::size_t i);
  bool asks(Diagram function, Variable v);
  Diagram at_most(Diagram function, Weight weight);
  std::size_t size_of(Diagram function);

  const law::Pack& pack_;
  const Places& places_;
  Axes axes_;
  Diagrams diagrams_;
  Diagrams::Operation drops_;
  std::map<std::tuple<Diagram, Variable, std::size_t>, Diagram> at_class_;
  std::map<std::pair<Diagram, Leaf>, Diagram> at_most_, is_;
  std::map<Diagram, std::vector<bool>> support_;
  std::map<Diagram, std::size_t> sizes_;
  std::map<Diagram, std::vector<std::vector<Diagram>>> empty_with_;
  std::map<std::string, std::vector<Point>> gentler_points_;  // by requirement
  std::vector<Day> days_;
  std::size_t large_ = 0;  // CoherenceOptions::large
  std::vector<Finding> out_;
  std::set<const law::Quirk*> gap_seen_, gap_wide_;
};

}  // namespace licit
