#include "parties/names/candidates.h"

#include <algorithm>
#include <array>

#include "parties/names/score.h"

namespace licit {
namespace {

constexpr std::size_t most_words = 32;  // of a query that are looked at

// How much of a word's weight a listed word counts for that is not the same, in percent.
constexpr std::uint8_t as_form = 100, as_fold = 96, as_near = 88, as_joined = 92, as_skeleton = 70;

// Letters more, less, other or swapped with a neighbour that make one word of the other: at most one.
bool is_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t left = a.size() - head - tail;
  if (a.size() < b.size()) return left == 0;
  return left <= 1 || (left == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
}

// A listed word that a word of the query may be.
struct Met {
  std::uint32_t token = 0;
  std::uint8_t percent = 0;
  std::uint8_t channel = 0;
};

// What a word weighs in finding candidates: as rare as it is, but a place, a trade or a form no more than in
// the comparison (score.cpp), so that a rare word beside it is looked for.
std::uint32_t weight_of(const NameToken& token) {
  const std::uint32_t rare = shipped_rarity().weight(token.form);
  switch (token.kind) {
    case TokenKind::Place:
    case TokenKind::Common:
      return std::min<std::uint32_t>(rare, 200);
    case TokenKind::Particle:
    case TokenKind::LegalForm:
      return std::min<std::uint32_t>(rare, 50);
    default:
      return rare;
  }
}

struct Word {
  std::uint32_t weight = 0;
  std::uint64_t cost = 0;  // postings to read
  std::vector<Met> met;
  bool chosen = false;
};

// What is known of a listed word while one query is at work.
struct Mark {
  std::uint32_t query = 0;  // of which query
  std::uint32_t words = 0;  // which words of it, a bit each
  std::uint8_t percent = 0;
  std::uint8_t channels = 0;
};

}  // namespace

namespace {

// What an estimate reads of a shape, close together.
struct Brief {
  std::uint32_t tokens = 0;
  std::uint16_t count = 0;
  std::uint16_t weight = 0;
};

}  // namespace

struct CandidateFinder::Memory {
  const NameIndex& index;
  std::span<const std::uint32_t> shape_tokens;
  CandidateLimits limits;
  std::uint32_t query = 0;
  std::array<Word, most_words> words;
  std::size_t word_count = 0;
  std::vector<Mark> marks;  // by token
  std::vector<std::uint64_t>
      is_met;  // a bit each token that has a mark: most have none, and these fit a cache
  std::vector<std::uint32_t> met_tokens;
  std::vector<Brief> briefs;        // by shape
  std::vector<std::uint32_t> seen;  // by shape: the query that touched it
  std::vector<std::uint32_t> touched;
  std::vector<Candidate> found;

  Memory(const NameIndex& of, CandidateLimits wished)
      : index(of),
        shape_tokens(of.shape_tokens.all()),
        limits(wished),
        marks(of.tokens.size()),
        is_met(of.tokens.size() / 64 + 1),
        seen(of.shapes.size()) {
    briefs.reserve(of.shapes.size());
    for (const ShapeRow& row : of.shapes.all()) {
      const auto begin =
          static_cast<std::uint32_t>(std::min<std::size_t>(row.tokens, of.shape_tokens.size()));
      briefs.push_back(
          {begin,
           static_cast<std::uint16_t>(
               std::min<std::size_t>(row.count, of.shape_tokens.size() - begin)),
           static_cast<std::uint16_t>(std::min<std::uint32_t>(row.weight, UINT16_MAX))});
    }
  }

  void begin() {
    ++query;
    if (query == 0) {  // once in four thousand million queries
      std::fill(marks.begin(), marks.end(), Mark{});
      std::fill(seen.begin(), seen.end(), 0);
      query = 1;
    }
    for (const std::uint32_t token : met_tokens) is_met[token / 64] = 0;
    met_tokens.clear();
    touched.clear();
    found.clear();
    word_count = 0;
  }

  void meet(std::size_t word, std::uint32_t token, std::uint8_t percent, std::uint8_t channel) {
    if (token >= marks.size()) return;
    Mark& mark = marks[token];
    if (mark.query != query) {
      mark = {query, 0, 0, 0};
      is_met[token / 64] |= std::uint64_t{1} << (token % 64);
      met_tokens.push_back(token);
    }
    const std::uint32_t bit = 1U << word;
    if ((mark.words & bit) == 0) {
      words[word].met.push_back({token, percent, channel});
      words[word].cost += index.shapes_of_token(token).size();
    }
    mark.words |= bit;
    mark.percent = std::max(mark.percent, percent);
    mark.channels |= channel;
  }

  void look_up(std::size_t i, const NameToken& token) {
    Word& word = words[i];
    word.met.clear();
    word.cost = 0;
    word.chosen = false;
    word.weight = weight_of(token);
    const std::string_view form(token.form);
    each_near_hash(form.substr(0, 255), [&](std::uint32_t hash) {
      index.near.find(hash, [&](std::uint32_t other) {
        if (other < marks.size() && marks[other].query == query &&
            (marks[other].words & (1U << i)) != 0) {
          return;
        }
        const std::string_view listed = index.form(index.tokens[other]);
        if (listed == form) {
          meet(i, other, as_form, ChannelForm);
        } else if (is_one_edit(form, listed)) {
          meet(i, other, as_near, ChannelNear);
        }
      });
    });
    index.by_fold.find(key_hash(token.fold), [&](std::uint32_t other) {
      const TokenRow& row = index.tokens[other];
      if (index.fold(row) == token.fold) {
        const bool same = index.form(row) == form;
        meet(i, other, same ? as_form : as_fold, same ? ChannelForm : ChannelFold);
      }
    });
    if (token.skeleton.size() >= 3) {
      index.by_skeleton.find(key_hash(token.skeleton), [&](std::uint32_t other) {
        if (index.skeleton(index.tokens[other]) == token.skeleton) {
          meet(i, other, as_skeleton, ChannelSkeleton);
        }
      });
    }
  }

  void touch(std::uint32_t shape) {
    if (shape >= seen.size() || seen[shape] == query) return;
    seen[shape] = query;
    touched.push_back(shape);
  }

  // Of the words in order of what they cost for their weight, those without which a name shares too
  // little; whoever shares none of them is no candidate.
  void choose(std::uint32_t in_all) {
    std::array<std::uint8_t, most_words> order{};
    for (std::size_t i = 0; i < word_count; ++i) order[i] = static_cast<std::uint8_t>(i);
    std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(word_count),
              [&](std::uint8_t a, std::uint8_t b) {
                return words[a].cost * (words[b].weight + 1) <
                       words[b].cost * (words[a].weight + 1);
              });
    std::uint32_t left = in_all;
    std::uint64_t read = 0;
    for (std::size_t k = 0; k < word_count; ++k) {
      Word& word = words[order[k]];
      if (read > 0 && (left * 100 < in_all * 45 || read + word.cost > limits.postings)) break;
      word.chosen = true;
      read += word.cost;
      left -= word.weight;
    }
  }

  // Never less than what a word-by-word pairing shares: a listed word counts where any word of the
  // query met it, a word of the query by the best that met it.
  Candidate estimate(std::uint32_t shape, std::uint32_t in_all) const {
    const Brief row = shape < briefs.size() ? briefs[shape] : Brief{};
    std::array<std::uint8_t, most_words> best{};
    std::uint64_t shared = 0;  // of both, in hundredths
    std::uint8_t channels = 0;
    for (const std::uint32_t token : shape_tokens.subspan(row.tokens, row.count)) {
      if (token >= marks.size() || (is_met[token / 64] >> (token % 64) & 1U) == 0) continue;
      const Mark& mark = marks[token];
      for (std::uint32_t open = mark.words; open != 0; open &= open - 1) {
        std::uint8_t& one = best[static_cast<std::size_t>(std::countr_zero(open))];
        one = std::max(one, mark.percent);
      }
      shared += std::uint64_t{mark.percent} * index.tokens[token].weight;
      channels |= mark.channels;
    }
    for (std::size_t i = 0; i < word_count; ++i) shared += std::uint64_t{best[i]} * words[i].weight;
    const std::uint64_t all = std::uint64_t{in_all} + row.weight;
    const std::uint64_t part = all == 0 ? 0 : shared * 10 / all;
    return {shape, static_cast<std::uint16_t>(std::min<std::uint64_t>(part, 1000)), channels};
  }

  void find_joined(const NormalName& name) {
    for (std::size_t i = 0; i < word_count; ++i) {
      // A word of the query that is two of a listed name.
      index.joined.find(key_hash(name.tokens[i].fold),
                        [&](std::uint32_t shape) { add(shape, words[i].weight, ChannelJoined); });
      // Two words of the query that are one of a listed name.
      if (i + 1 < word_count) {
        const std::string& a = name.tokens[i].fold;
        const std::string& b = name.tokens[i + 1].fold;
        index.by_fold.find(key_hash(a, b), [&](std::uint32_t token) {
          const std::string_view listed = index.fold(index.tokens[token]);
          if (listed.size() == a.size() + b.size() && listed.starts_with(a) &&
              listed.ends_with(b)) {
            meet(i, token, as_joined, ChannelJoined);
            meet(i + 1, token, as_joined, ChannelJoined);
          }
        });
      }
    }
  }

  // All letters but one, wherever the spaces are.
  void find_by_halves(std::string_view letters, std::uint32_t in_all) {
    if (letters.size() < least_halved) return;
    for (std::size_t length = letters.size() - 1; length <= letters.size() + 1; ++length) {
      if (length < least_halved) continue;
      const std::size_t half = half_of(length);
      const auto visit = [&](std::uint32_t shape) {
        if (shape < seen.size() && is_one_edit(letters, index.text(index.shapes[shape].letters)))
          add(shape, in_all, ChannelCompact);
      };
      index.by_half.find(half_hash(letters.substr(0, half), length, true), visit);
      index.by_half.find(half_hash(letters.substr(letters.size() - half), length, false), visit);
    }
  }

  // A shape that is reached by a key of its own; `weight` of the query is met by it at least.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> extra;
  void add(std::uint32_t shape, std::uint32_t weight, std::uint8_t channel) {
    touch(shape);
    extra.emplace_back(shape, weight);
    extra_channels.push_back(channel);
  }
  std::vector<std::uint8_t> extra_channels;

  void run(const NormalName& name) {
    begin();
    extra.clear();
    extra_channels.clear();
    word_count = std::min(name.tokens.size(), most_words);
    std::uint32_t in_all = 0;
    for (std::size_t i = 0; i < word_count; ++i) {
      look_up(i, name.tokens[i]);
      in_all += words[i].weight;
    }
    find_joined(name);
    choose(in_all);
    for (std::size_t i = 0; i < word_count; ++i) {
      if (!words[i].chosen) continue;
      for (const Met& met : words[i].met) {
        for (const std::uint32_t shape : index.shapes_of_token(met.token)) touch(shape);
      }
    }
    const auto whole = [&](std::uint32_t shape) { add(shape, in_all, ChannelCompact); };
    if (!name.letters.empty()) index.compact.find(key_hash(name.letters), whole);
    if (!name.compact.empty() && name.compact != name.letters)
      index.compact.find(key_hash(name.compact), whole);

    find_by_halves(name.letters, in_all);

    for (const std::uint32_t shape : touched) {
      const Candidate one = estimate(shape, in_all);
      if (one.estimate >= limits.least) found.push_back(one);
    }
    for (std::size_t i = 0; i < extra.size(); ++i) raise(extra[i], extra_channels[i], in_all);
    keep_best();
  }

  void raise(const std::pair<std::uint32_t, std::uint32_t>& by, std::uint8_t channel,
             std::uint32_t in_all) {
    Candidate one = estimate(by.first, in_all);
    const std::uint64_t all = std::uint64_t{in_all} + index.shapes[by.first].weight;
    const std::uint64_t more = channel == ChannelCompact ? 1000
                               : all == 0                ? 0
                                                         : std::uint64_t{by.second} * 2 * 920 / all;
    one.estimate = static_cast<std::uint16_t>(std::min<std::uint64_t>(1000, one.estimate + more));
    one.channels |= channel;
    if (one.estimate < limits.least) return;
    const auto same = std::find_if(found.begin(), found.end(), [&](const Candidate& other) {
      return other.shape == one.shape;
    });
    if (same == found.end()) {
      found.push_back(one);
    } else {
      same->estimate = std::max(same->estimate, one.estimate);
      same->channels |= one.channels;
    }
  }

  void keep_best() {
    const auto better = [](const Candidate& a, const Candidate& b) {
      return a.estimate != b.estimate ? a.estimate > b.estimate : a.shape < b.shape;
    };
    const auto sure = static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(),
                      [&](const Candidate& one) { return one.estimate >= limits.always; }));
    const std::size_t keep =
        std::min(found.size(), std::min(limits.most, std::max(sure, limits.scored)));
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(keep), found.end(),
                      better);
    found.resize(keep);
  }
};

CandidateFinder::CandidateFinder(const NameIndex& index, CandidateLimits limits)
    : memory_(std::make_unique<Memory>(index, limits)) {}
CandidateFinder::~CandidateFinder() = default;
CandidateFinder::CandidateFinder(CandidateFinder&&) noexcept = default;

const std::vector<Candidate>& CandidateFinder::find(const NormalName& query) {
  memory_->run(query);
  return memory_->found;
}

}  // namespace licit
