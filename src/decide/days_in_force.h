// Which versions are in force on the days that were asked about, worked out once for each and shared from
// then on.
//
// Thread-safe. The index must outlive it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <tuple>

#include "decide/in_force.h"

namespace licit {

class DaysInForce {
 public:
  explicit DaysInForce(const PackIndex& index) : index_(index) {}

  std::shared_ptr<const InForce> at(Date on, Date known, Knower knower) const;

 private:
  const PackIndex& index_;
  mutable std::mutex looking_;
  mutable std::map<std::tuple<Date, Date, Knower>, std::shared_ptr<const InForce>> kept_;
};

}  // namespace licit
