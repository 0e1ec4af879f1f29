// How alike two names are, from 0 to 1000, with the reasons. Integers only, so that a band is the
// same on every machine.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "parties/names/normal.h"

namespace licit {

// How much a word says: 1 for one that many parties share, 1000 for one that hardly any has.
class Rarity {
 public:
  virtual ~Rarity() = default;
  virtual std::uint32_t weight(std::string_view form) const = 0;
};

// From a table of the words of the official lists: the same on every machine, whatever lists are
// loaded.
const Rarity& shipped_rarity();

enum class MatchKind : std::uint8_t { Exact, Edit, Fold, Skeleton, Joined, Initial };

// The tokens [query_from, query_to) of the query met [listed_from, listed_to) of the listed name.
struct TokenMatch {
  int query_from = 0, query_to = 0, listed_from = 0, listed_to = 0;
  std::uint16_t cost = 0;  // 0 for equal, 1000 for nothing in common
  MatchKind how = MatchKind::Exact;
};

enum class ScoreReason : std::uint8_t {
  SameName,            // every token equal
  SameLetters,         // equal once spaces are dropped
  OneEdit,             // one letter apart in the whole name
  NoDistinctiveToken,  // only common words are shared: capped
  NumbersDiffer,       // capped below a hit
  PlacesDiffer,
  LegalFormsDiffer,
  InitialOnly,  // an initial stands for a name
  InitialsDiffer,
  WordsDiffer,   // each has a word for which the other has none
  QueryHasMore,  // words of the query without counterpart
  ListedHasMore,
  OneWordOnly,  // one shared word, the longer name has more: capped
  Transliterated,
  Translated,
  OtherOrder,
  Spelling,  // words are spelled otherwise, or sound alike
};

struct NameScore {
  std::uint16_t score = 0;          // 0..1000
  std::vector<TokenMatch> matches;  // only where asked for, as are the reasons
  std::vector<ScoreReason> reasons;
};

NameScore score(const NormalName& query, const NormalName& listed, PartyType type,
                const Rarity& rarity, bool explain);

// The best over the ways to write both.
NameScore score(const Normalized& query, const Normalized& listed, PartyType type,
                const Rarity& rarity, bool explain);

// A name that its authority calls weak, or an acronym, gives at most this.
inline constexpr std::uint16_t weak_alias_cap = 850;

enum class Band : std::uint8_t { Low, Review, Hit };
inline constexpr std::uint16_t review_from = 800;
inline constexpr std::uint16_t hit_from = 950;
Band band_of(std::uint16_t score);
std::string_view band_name(Band band);  // "hit", "review", "low"

// One sentence on a reason, in the reader's language when shown.
Text reason_text(ScoreReason reason);

// What the search page of the Office of Foreign Assets Control would show, 0..100 (ofac_parity.cpp).
int ofac_score(std::string_view query, std::string_view listed);

}  // namespace licit
