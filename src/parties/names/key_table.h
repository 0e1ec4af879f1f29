// A table from hashes to numbers, many to one hash, as two sections of an index: rows sorted by their
// hash, and a directory of where the rows with each first bits begin. What is found may have another
// key of the same hash: whoever looks up verifies.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "parties/names/index_format.h"

namespace licit {

// Of a text, as keys are hashed in an index.
std::uint32_t key_hash(std::string_view text);
// Of the texts joined.
std::uint32_t key_hash(std::string_view a, std::string_view b);
// Of the text and of each text that lacks one of its letters (bytes): two words of which one becomes
// the other by a letter more, less, another, or two neighbours swapped share one. Calls visit(hash),
// the text's own first.
// A half of a name of so many letters: a name with one letter more, less, other or swapped has the first
// or the last half of the other whole, where a half is one letter less than half of it.
inline std::size_t half_of(std::size_t letters) { return (letters - 1) / 2; }
std::uint32_t half_hash(std::string_view half, std::size_t letters, bool first);
inline constexpr std::size_t least_halved = 6;  // shorter names are found by their words

template <typename Visit>
void each_near_hash(std::string_view text, Visit&& visit);

struct KeyTable {
  std::span<const std::uint32_t> directory;
  std::span<const KeyRow> rows;

  // Calls visit(number) for each row of the hash. Reads nothing outside, whatever the sections hold.
  template <typename Visit>
  void find(std::uint32_t hash, Visit&& visit) const {
    if (directory.size() < 2) return;
    const auto bits = static_cast<unsigned>(std::bit_width(directory.size() - 1) - 1);
    const std::size_t bucket = bits == 0 ? 0 : hash >> (32 - bits);
    std::size_t at = directory[bucket];
    const std::size_t end = std::min<std::size_t>(directory[bucket + 1], rows.size());
    for (; at < end; ++at) {
      const auto own = static_cast<std::uint32_t>(rows[at] >> 32);
      if (own == hash) visit(static_cast<std::uint32_t>(rows[at]));
    }
  }
};

struct KeyTableData {
  std::vector<std::uint32_t> directory;
  std::vector<KeyRow> rows;
};
// Sorts the rows and drops repeated ones.
KeyTableData make_key_table(std::vector<KeyRow> rows);

inline KeyRow key_row(std::uint32_t hash, std::uint32_t number) {
  return (static_cast<KeyRow>(hash) << 32) | number;
}

// The hash is a polynomial of the letters, so that the one without a letter comes from two sums.
namespace key_hashing {
inline constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL;
inline std::uint64_t letter(char c) { return static_cast<unsigned char>(c) + 1ULL; }
inline std::uint32_t finish(std::uint64_t sum, std::size_t length) {
  sum ^= length * 0xD6E8FEB86659FD93ULL;
  sum ^= sum >> 32;
  sum *= 0xD6E8FEB86659FD93ULL;
  sum ^= sum >> 32;
  sum *= 0xD6E8FEB86659FD93ULL;
  return static_cast<std::uint32_t>(sum >> 32);
}
}  // namespace key_hashing

template <typename Visit>
void each_near_hash(std::string_view text, Visit&& visit) {
  using namespace key_hashing;
  std::uint64_t sum = 0;
  for (const char c : text) sum = sum * base + letter(c);
  visit(finish(sum, text.size()));
  // before = the letters left of the one dropped, after = those right of it.
  std::uint64_t after = 0;
  std::uint64_t power = 1;
  std::uint64_t before = sum;
  // base is odd, so it has an inverse: taking the last letter off is one multiplication.
  constexpr std::uint64_t inverse = [] {
    std::uint64_t x = base;
    for (int i = 0; i < 6; ++i) x *= 2 - base * x;
    return x;
  }();
  static_assert(base * inverse == 1);
  for (std::size_t i = text.size(); i-- > 0;) {
    before = (before - letter(text[i])) * inverse;
    // A letter dropped from a run of the same letter gives the same word.
    if (i == 0 || text[i - 1] != text[i]) {
      visit(finish(before * power + after, text.size() - 1));
    }
    after += letter(text[i]) * power;
    power *= base;
  }
}

}  // namespace licit
