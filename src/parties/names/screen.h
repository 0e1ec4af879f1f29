// One party against the lists: candidates of the index, their scores, what else speaks for and against.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "parties/names/candidates.h"
#include "parties/names/evidence.h"
#include "parties/names/name_index.h"
#include "parties/names/score.h"

namespace licit {

struct ScreenOptions {
  Band least = Band::Review;    // hits of a lower band are left out
  std::vector<ListCode> lists;  // empty: all
  std::size_t most = 50;        // hits of one party, best first
  bool explain = true;          // tokens and reasons of each hit
};

// Whether the entry was in force on the day.
enum class Standing : std::uint8_t { InForce, Expired, NotYet };

struct ScreenHit {
  std::uint32_t entry = 0;  // of the index: NameIndex::entry()
  std::uint32_t name = 0;   // which of its names, from 0
  ListedName matched;       // that name; empty where an address met
  std::uint16_t score = 0;  // 0..1000, evidence weighed in
  std::uint16_t name_score = 0;
  Band band = Band::Low;
  int ofac = 0;  // 0..100: what the search page of OFAC would show for the two names
  Standing standing = Standing::InForce;
  std::uint8_t channels = 0;  // Channel, those that found it
  std::vector<Evidence> evidence;
  // Where explained: the two names in the way that met, which of their words met which, and why.
  std::vector<std::string> query_words, listed_words;
  std::vector<TokenMatch> matches;
  std::vector<ScoreReason> reasons;
};

// An alert is a hit that somebody must look at: review or hit, in force.
bool is_alert(const ScreenHit& hit);

// Screens parties, one after the other, with the same memory: one a thread.
class Screener {
 public:
  // Keeps a copy of the index, which shares its bytes.
  explicit Screener(NameIndex index, ScreenOptions options = {});
  ~Screener();
  Screener(Screener&&) noexcept;

  // At most one hit an entry, best first; those not in force after all others.
  std::vector<ScreenHit> screen(const PartyQuery& query);

  const NameIndex& index() const;

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace licit
