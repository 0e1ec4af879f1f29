// Which lines cannot notice that the law was changed in one place: those that look at nothing that the
// change reaches, or for which the changed condition is as true, or the same version in force, as it was.
// Found by one condition or one date instead of a whole decision.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "decide/days_in_force.h"
#include "decide/judge.h"
#include "decide/law_test.h"
#include "decide/mutate.h"

namespace licit {

// Of the unchanged law and its lines, both of which must outlive it. For one thread.
class Unnoticed {
 public:
  Unnoticed(const PackIndex& law, const Places& places, const std::vector<PreparedLine>& lines);

  // `changed`: the days of the pack with the mutant's declaration in it. False also where it is not known.
  bool is_sure(std::size_t line, const Mutant& mutant, const DaysInForce& changed);

 private:
  std::vector<std::unique_ptr<Judge>>& judges(std::size_t line);
  const InForce& law_of(std::size_t line);
  bool same_truth(std::size_t line, const law::Expr& before, const law::Expr& after);

  const law::Pack& pack_;
  const Places& places_;
  const std::vector<PreparedLine>& lines_;
  DaysInForce days_;
  std::vector<std::uint8_t> looks_at_;                       // by line: what expectations look at
  std::vector<std::shared_ptr<const InForce>> in_force_;     // by line; made when asked, as below
  std::vector<std::vector<std::unique_ptr<Judge>>> judges_;  // by line, one a candidate
};

}  // namespace licit
