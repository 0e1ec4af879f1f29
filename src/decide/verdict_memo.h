// Verdicts found before, by the classes of all axes: for order books, in which the same transaction comes
// again and again. One thread's own; never grows.
#pragma once

#include "decide/compiled_law.h"

namespace licit {

class VerdictMemo {
 public:
  // Both must outlive it. `slots` is rounded up to a power of two.
  VerdictMemo(const CompiledLaw& law, const Moment& moment, std::size_t slots = 4096);

  // What weight_at says (exact.h). What stands in a slot is compared with what is asked, not assumed.
  Weight at(std::span<const std::uint8_t> classes);

  std::size_t asked() const { return asked_; }
  std::size_t found() const { return found_; }  // of those, without a walk

 private:
  bool same(const std::uint8_t* kept, const std::uint8_t* bytes) const;

  const CompiledLaw& law_;
  const Moment& moment_;
  std::size_t size_;                   // classes of a tuple
  std::size_t words_;                  // eight of them each
  std::vector<std::uint64_t> odd_;     // factors of the hash
  std::vector<std::uint8_t> tuples_;   // by slot, `stride_` apart
  std::vector<std::uint8_t> weights_;  // by slot: 1 + the weight; 0 where free
  std::size_t stride_;
  int shift_;  // leaves of a hash the number of a slot
  std::size_t asked_ = 0, found_ = 0;
};

}  // namespace licit
