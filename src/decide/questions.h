// Which questions settle a verdict that is open. Read off the residual: the axes that are left, in terms
// of what a person can be asked (a figure that is computed by what it lacks, a role that nobody named by
// who stands in for it).
//
// Not safe to share between threads; the law, the judges and their facts must outlive it.
#pragma once

#include <string>
#include <vector>

#include "decide/answer.h"
#include "decide/judge.h"
#include "decide/residual.h"

namespace licit {

class Questions {
 public:
  // Of so many open facts every set is tried; of more, facts are left out one at a time.
  static constexpr std::size_t most_tried = 8;

  // One judge and one encoding for each chip that the name may mean, in the same order.
  Questions(const CompiledLaw& law, const Moment& moment, std::vector<Encoded> chips,
            const std::vector<Judge*>& judges);

  // The facts that the verdict turns on and that can be asked for, in the order in which the law's
  // axes stand.
  const std::vector<std::string>& facts() const { return facts_; }
  // Whether the verdict follows from these, whatever is answered. Places of which the law does not say
  // where they belong are no answers here: nothing would settle anything for those.
  bool settles(const std::vector<std::string>& facts);
  // The fewest facts that settle it; of several sets the one that comes first in the order given, which
  // must name all of facts(). Empty facts where none do.
  Settling fewest(const std::vector<std::string>& in_order);
  // Source ids of the notices on whose receipt it turns.
  const std::vector<std::string>& notices() const { return notices_; }
  // Whether it turns on where a place belongs that the law names nowhere.
  bool turns_on_doubt() const { return turns_on_doubt_; }

  Residual& residual() { return residual_; }
  // The facts that have to be asked for, for an open axis to be known; empty where no fact answers it.
  const std::vector<std::string>& asked_for(Variable open_axis) const { return asked_[open_axis]; }

 private:
  // Facts that are in every set that settles.
  std::vector<std::string> indispensable() const;

  Residual residual_;
  std::vector<std::vector<std::string>> asked_;  // by open axis
  std::vector<std::string> facts_, notices_;
  bool turns_on_doubt_ = false;
};

}  // namespace licit
