// Which normalized names of an index are worth a score: those that may be the query with a letter
// mistyped or a word left out, or that share enough of its words by sound.
//
// Guaranteed (tests/parties/candidates_property_test.cpp): a listed name is among the candidates where
// each word of the query is, but for one letter more, less, other or swapped with its neighbour, a word
// of it, and the words that the query lacks weigh no more than half of those it has; and where all
// letters are the same, spaces or none, but for one letter (should more than `most` be as near, the nearest). In other cases (several letters, another transliteration, words
// that the list does not have) it is found by what it shares, as the bench measures.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "parties/names/name_index.h"

namespace licit {

enum Channel : std::uint8_t {
  ChannelForm = 1,      // a word, letter for letter
  ChannelNear = 2,      // a word, but for a letter
  ChannelFold = 4,      // by sound
  ChannelSkeleton = 8,  // by consonants
  ChannelJoined = 16,   // two words written as one
  ChannelCompact = 32,  // the whole name without spaces
  ChannelId = 64,       // an exact number
  ChannelAddress = 128  // an address that is listed by itself
};

struct Candidate {
  std::uint32_t shape = 0;
  std::uint16_t estimate = 0;  // 0..1000, of what is shared, never what is shown
  std::uint8_t channels = 0;
};

struct CandidateLimits {
  std::size_t postings = 6'000;  // read of the rarest words
  std::size_t scored = 32;       // of those less alike than `always`
  std::uint16_t always = 800;    // as alike as this: every one of them, up to `most`
  std::size_t most = 1000;
  std::uint16_t least = 450;  // less alike than this: none
};

// Finds candidates in one index, again and again with the same memory: one a thread.
class CandidateFinder {
 public:
  // `index` must outlive it.
  explicit CandidateFinder(const NameIndex& index, CandidateLimits limits = {});
  ~CandidateFinder();
  CandidateFinder(CandidateFinder&&) noexcept;

  // Best first. Valid until the next call.
  const std::vector<Candidate>& find(const NormalName& query);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace licit
