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
      shift_(std::countl_zero(slots_.size() / (words_ + 1) - 1)) {
  std::mt19937_64 random(1);
  for (std::uint64_t& factor : odd_) factor = random() | 1;
  std::vector<std::uint8_t> bytes(law.axes().all().size(), 0);
  for (const Diagram part : moment.parts) {
    for (const Variable v : law.diagrams().support(part)) bytes[v] = 0xff;
  }
  if (bytes.size() < 8) return;
  for (std::uint64_t& mask : mask_) mask = ~std::uint64_t{0};
  for (std::size_t i = 0; i < words_; ++i) mask_[i] = word(bytes, i);
}

// The last word ends with the last class, over some of the one before.
std::uint64_t VerdictMemo::word(std::span<const std::uint8_t> classes, std::size_t i) const {
  std::uint64_t out = 0;
  const std::size_t at = i + 1 < words_ ? i * 8 : classes.size() - 8;
  std::memcpy(&out, classes.data() + at, 8);
  return out & mask_[i];
}

Weight VerdictMemo::at(std::span<const std::uint8_t> classes) {
  ++asked_;
  if (classes.size() < 8) return weight_at(law_, moment_, classes);
  // A sum of products, none of which waits for another; its upper bits depend on every class.
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < words_; ++i) hash += word(classes, i) * odd_[i];
  std::uint64_t* const slot = slots_.data() + (hash >> shift_) * (words_ + 1);
  // Read anew rather than kept: what was just stored word by word is slow to load as more than that.
  std::uint64_t difference = 0;
  for (std::size_t i = 0; i < words_; ++i) difference |= word(classes, i) ^ slot[1 + i];
  if (slot[0] != 0 && difference == 0) {
    ++found_;
    return static_cast<Weight>(slot[0] - 1);
  }
  const Weight weight = weight_at(law_, moment_, classes);
  slot[0] = static_cast<std::uint64_t>(weight) + 1;
  for (std::size_t i = 0; i < words_; ++i) slot[1 + i] = word(classes, i);
  return weight;
}

}  // namespace licit
