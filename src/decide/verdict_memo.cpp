#include "decide/verdict_memo.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <random>

#include "decide/exact.h"

namespace licit {

VerdictMemo::VerdictMemo(const CompiledLaw& law, const Moment& moment, std::size_t slots)
    : law_(law),
      moment_(moment),
      words_((law.axes().all().size() + 7) / 8),
      mask_(words_, 0),
      odd_(words_, 0),
      slots_(std::bit_ceil(std::max<std::size_t>(slots, 2)) * (words_ + 1), 0),
      tuple_(words_, 0),
      shift_(std::countl_zero(slots_.size() / (words_ + 1) - 1)) {
  std::mt19937_64 random(1);
  for (std::uint64_t& factor : odd_) factor = random() | 1;
  std::vector<std::uint8_t> bytes(words_ * 8, 0);
  for (const Diagram part : moment.parts) {
    for (const Variable v : law.diagrams().support(part)) bytes[v] = 0xff;
  }
  if (!bytes.empty()) std::memcpy(mask_.data(), bytes.data(), bytes.size());
}

Weight VerdictMemo::at(std::span<const std::uint8_t> classes) {
  ++asked_;
  std::uint64_t* const tuple = tuple_.data();
  const std::size_t whole = classes.size() / 8;
  for (std::size_t i = 0; i < whole; ++i) {
    std::memcpy(&tuple[i], classes.data() + i * 8, 8);
    tuple[i] &= mask_[i];
  }
  if (whole < words_) {
    tuple[whole] = 0;
    std::memcpy(&tuple[whole], classes.data() + whole * 8, classes.size() % 8);
    tuple[whole] &= mask_[whole];
  }
  // A sum of products, none of which waits for another; its upper bits depend on every class.
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < words_; ++i) hash += tuple[i] * odd_[i];
  std::uint64_t* const slot = slots_.data() + (hash >> shift_) * (words_ + 1);
  if (slot[0] != 0 && std::memcmp(slot + 1, tuple, words_ * 8) == 0) {
    ++found_;
    return static_cast<Weight>(slot[0] - 1);
  }
  const Weight weight = weight_at(law_, moment_, classes);
  slot[0] = static_cast<std::uint64_t>(weight) + 1;
  std::memcpy(slot + 1, tuple, words_ * 8);
  return weight;
}

}  // namespace licit
