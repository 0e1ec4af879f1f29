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
      size_(law.axes().all().size()),
      words_((size_ + 7) / 8),
      odd_(words_, 0),
      tuples_(),
      weights_(std::bit_ceil(std::max<std::size_t>(slots, 2)), 0),
      stride_((size_ + 63) / 64 * 64),
      shift_(std::countl_zero(weights_.size() - 1)) {
  tuples_.resize(weights_.size() * stride_);
  std::mt19937_64 random(1);
  for (std::uint64_t& factor : odd_) factor = random() | 1;
}

bool VerdictMemo::same(const std::uint8_t* kept, const std::uint8_t* bytes) const {
  // Word by word, as they are hashed: a call of memcmp costs more than the few words of a tuple.
  const auto word_at = [](const std::uint8_t* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, 8);
    return word;
  };
  std::uint64_t unlike = word_at(kept + size_ - 8) ^ word_at(bytes + size_ - 8);
  for (std::size_t i = 0; i + 1 < words_; ++i) {
    unlike |= word_at(kept + i * 8) ^ word_at(bytes + i * 8);
  }
  return unlike == 0;
}

Weight VerdictMemo::at(std::span<const std::uint8_t> classes) {
  ++asked_;
  if (size_ < 8) return weight_at(law_, moment_, classes);
  // A sum of products, none of which waits for another; its upper bits depend on every class. The last
  // word ends with the last class, over some of the one before.
  const std::uint8_t* const bytes = classes.data();
  std::uint64_t word = 0;
  std::memcpy(&word, bytes + size_ - 8, 8);
  std::uint64_t hash = word * odd_[words_ - 1];
  for (std::size_t i = 0; i + 1 < words_; ++i) {
    std::memcpy(&word, bytes + i * 8, 8);
    hash += word * odd_[i];
  }
  const std::size_t slot = hash >> shift_;
  std::uint8_t* const kept = tuples_.data() + slot * stride_;
  if (weights_[slot] != 0 && same(kept, bytes)) {
    ++found_;
    return static_cast<Weight>(weights_[slot] - 1);
  }
  const Weight weight = weight_at(law_, moment_, classes);
  weights_[slot] = static_cast<std::uint8_t>(static_cast<std::uint8_t>(weight) + 1);
  std::memcpy(kept, bytes, size_);
  return weight;
}

}  // namespace licit
