#include "parties/names/pairing.h"

#include <algorithm>

#include "parties/names/align.h"

namespace licit::names {
namespace {

constexpr int least_alike = 680;  // below, two words are different words

// What the token weighs in the comparison.
int weight_of(const NameToken& t, bool person, const Rarity& rarity) {
  switch (t.kind) {
    case TokenKind::Particle:
      return 15;
    case TokenKind::LegalForm:
      return 0;
    case TokenKind::Initial:
      return person ? 150 : 200;
    case TokenKind::Number:
      return 350;
    case TokenKind::Place:
      return 300;
    case TokenKind::Common:
      return 220;
    case TokenKind::Word:
      break;
  }
  const int rare = static_cast<int>(rarity.weight(t.form));
  return person ? 500 + rare / 2 : 250 + rare * 3 / 4;
}

struct Joined {
  std::array<char, 96> bytes;
  std::size_t size = 0;
  void add(std::string_view s) {
    const std::size_t n = std::min(s.size(), bytes.size() - size);
    std::copy_n(s.data(), n, bytes.data() + size);
    size += n;
  }
  std::string_view view() const { return {bytes.data(), size}; }
};

int joined_similarity(std::string_view parts, std::string_view whole) {
  if (parts == whole) return 990;
  const std::size_t longer = std::max(parts.size(), whole.size());
  if (longer - std::min(parts.size(), whole.size()) > 2) return 0;
  if (parts[0] != whole[0] && parts.back() != whole.back()) return 0;
  return letters_similarity(parts, whole) - 20;
}

}  // namespace

bool counts(const NameToken& t) { return t.kind != TokenKind::LegalForm; }

Pairing::Pairing(const NormalName& query, const NormalName& listed, bool person,
                 const Rarity& rarity)
    : q_{query.tokens}, l_{listed.tokens}, rarity_(rarity), person_(person) {
  translated_ = ((query.flags | listed.flags) & FlagTranslated) != 0;
  for (Side* side : {&q_, &l_}) {
    side->size = std::min(side->tokens.size(), most_tokens);
    for (std::size_t i = 0; i < side->size; ++i) side->weights[i] = weigh(side->tokens[i]);
  }
  if (q_.size == 0 || l_.size == 0) return;
  find_pairs();
  choose();
}

// A translation chooses among common words, and leaves out places.
int Pairing::weigh(const NameToken& t) const {
  const int weight = weight_of(t, person_, rarity_);
  return translated_ && (t.kind == TokenKind::Common || t.kind == TokenKind::Place) ? weight / 2
                                                                                    : weight;
}

void Pairing::offer(std::size_t qf, std::size_t qt, std::size_t lf, std::size_t lt, int alike,
                    MatchKind how) {
  int weight = 0;
  for (std::size_t i = qf; i < qt; ++i) weight += q_.weights[i];
  for (std::size_t i = lf; i < lt; ++i) weight += l_.weights[i];
  // Best fit first; of equal fits the heavier; of equal ones in the order of the words.
  const auto place =
      static_cast<std::uint32_t>(63 - std::min<std::size_t>(63, qf > lf ? qf - lf : lf - qf));
  const auto rank = static_cast<std::uint32_t>(alike) * 1000 * 64 +
                    static_cast<std::uint32_t>(std::min(weight / 16, 999)) * 64 + place;
  const WordPair pair{static_cast<std::uint8_t>(qf),
                      static_cast<std::uint8_t>(qt),
                      static_cast<std::uint8_t>(lf),
                      static_cast<std::uint8_t>(lt),
                      static_cast<std::uint16_t>(alike),
                      rank,
                      how};
  if (pair_count_ < pairs_.size()) {
    pairs_[pair_count_++] = pair;
    return;
  }
  // Two very long names of like words: the worst fit goes.
  const auto worst =
      std::min_element(pairs_.begin(), pairs_.end(),
                       [](const WordPair& a, const WordPair& b) { return a.rank < b.rank; });
  if (worst->rank < rank) *worst = pair;
}

void Pairing::find_pairs() {
  for (std::size_t i = 0; i < q_.size; ++i) {
    if (!counts(q_.tokens[i])) continue;
    for (std::size_t j = 0; j < l_.size; ++j) {
      if (!counts(l_.tokens[j])) continue;
      one_to_one(i, j);
    }
  }
  // Words written joined on one side.
  for (std::size_t i = 0; i < q_.size; ++i) {
    if (!counts(q_.tokens[i]) || met_q_[i]) continue;
    joined(i, true);
  }
  for (std::size_t j = 0; j < l_.size; ++j) {
    if (!counts(l_.tokens[j]) || met_l_[j]) continue;
    joined(j, false);
  }
}

void Pairing::one_to_one(std::size_t i, std::size_t j) {
  const NameToken& a = q_.tokens[i];
  const NameToken& b = l_.tokens[j];
  if (a.form == b.form) {
    offer(i, i + 1, j, j + 1, 1000, MatchKind::Exact);
    met_q_[i] = met_l_[j] = true;
    return;
  }
  if (a.kind == TokenKind::Number || b.kind == TokenKind::Number) return;
  if (a.kind == TokenKind::Particle || b.kind == TokenKind::Particle) {
    // Two spellings of one particle: bin, ben; al, el.
    if (a.kind == b.kind && a.fold == b.fold) offer(i, i + 1, j, j + 1, 950, MatchKind::Fold);
    // A title in one writing may be a name in another: Hafiz.
    if (a.kind == b.kind || std::min(a.form.size(), b.form.size()) < 4) return;
  }
  if (a.kind == TokenKind::Initial || b.kind == TokenKind::Initial) {
    if (a.kind != b.kind && person_ && a.form[0] == b.form[0])
      offer(i, i + 1, j, j + 1, 820, MatchKind::Initial);
    return;
  }
  // Places and words of a group are what they are or something else.
  if (a.kind == TokenKind::Place && b.kind == TokenKind::Place) return;
  if (a.kind == TokenKind::Common && b.kind == TokenKind::Common) return;
  bool by_sound = false;
  const int alike = word_similarity(a, b, by_sound);
  if (alike >= least_alike)
    offer(i, i + 1, j, j + 1, alike,
          a.vowels_missing != b.vowels_missing ? MatchKind::Skeleton
          : by_sound                           ? MatchKind::Fold
                                               : MatchKind::Edit);
}

// Two to four neighbours of the other side that make the word `at` of this one.
void Pairing::joined(std::size_t at, bool of_query) {
  const NameToken& whole = of_query ? q_.tokens[at] : l_.tokens[at];
  const std::vector<NameToken>& parts = of_query ? l_.tokens : q_.tokens;
  const std::size_t n = of_query ? l_.size : q_.size;
  const auto& met = of_query ? met_l_ : met_q_;
  if (whole.kind == TokenKind::Number || whole.kind == TokenKind::Initial) return;
  // "JC Juncker", "Jean-Claude Juncker"
  if (person_ && whole.form.size() == 2) {
    for (std::size_t from = 0; from + 1 < n; ++from) {
      if (parts[from].form[0] != whole.form[0] || parts[from + 1].form[0] != whole.form[1] ||
          met[from] || met[from + 1])
        continue;
      if (of_query)
        offer(at, at + 1, from, from + 2, 800, MatchKind::Initial);
      else
        offer(from, from + 2, at, at + 1, 800, MatchKind::Initial);
    }
  }
  if (whole.form.size() < 4) return;
  for (std::size_t from = 0; from + 1 < n; ++from) {
    if (!counts(parts[from]) || parts[from].form.size() >= whole.form.size() + 2 ||
        (whole.vowels_missing != parts[from].vowels_missing && whole.form.size() < 4))
      continue;
    if (met[from] && met[from + 1]) continue;
    Joined text, sounds;
    text.add(parts[from].form);
    sounds.add(parts[from].fold);
    bool bare = parts[from].vowels_missing;
    for (std::size_t to = from + 1; to < n && to < from + 4; ++to) {
      if (!counts(parts[to])) break;
      text.add(parts[to].form);
      sounds.add(parts[to].fold);
      bare = bare || parts[to].vowels_missing;
      const int alike = bare == whole.vowels_missing ? joined_similarity(text.view(), whole.form)
                        : bare ? bare_similarity(sounds.view(), whole.fold) - 20
                               : bare_similarity(whole.fold, sounds.view()) - 20;
      if (text.size > whole.form.size() * 2 + 2) break;
      if (alike < 780) continue;
      if (of_query)
        offer(at, at + 1, from, to + 1, alike, MatchKind::Joined);
      else
        offer(from, to + 1, at, at + 1, alike, MatchKind::Joined);
    }
  }
}

// Each word is used once; the best fits first.
void Pairing::choose() {
  std::sort(pairs_.begin(), pairs_.begin() + static_cast<std::ptrdiff_t>(pair_count_),
            [](const WordPair& a, const WordPair& b) {
              if (a.rank != b.rank) return a.rank > b.rank;
              if (a.qf != b.qf) return a.qf < b.qf;
              return a.lf < b.lf;
            });
  for (std::size_t k = 0; k < pair_count_; ++k) {
    const WordPair& p = pairs_[k];
    bool free = true;
    for (std::size_t i = p.qf; i < p.qt; ++i) free = free && !q_.used[i];
    for (std::size_t j = p.lf; j < p.lt; ++j) free = free && !l_.used[j];
    if (!free) continue;
    for (std::size_t i = p.qf; i < p.qt; ++i) q_.used[i] = true;
    for (std::size_t j = p.lf; j < p.lt; ++j) l_.used[j] = true;
    chosen_[chosen_count_++] = p;
  }
}

}  // namespace licit::names
