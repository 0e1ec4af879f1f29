// Which words of two names are the same: each used once, the best fits first.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "parties/names/score.h"

namespace licit::names {

// The words [qf, qt) of the query and [lf, lt) of the listed name.
struct WordPair {
  std::uint8_t qf, qt, lf, lt;
  std::uint16_t alike;  // 0..1000
  std::uint32_t rank;   // by which pairs are chosen
  MatchKind how;
};

// A legal form is compared by itself, never paired.
bool counts(const NameToken& t);

class Pairing {
 public:
  // Both names must outlive it. `person`: the listed party is one.
  Pairing(const NormalName& query, const NormalName& listed, bool person, const Rarity& rarity);

  std::span<const WordPair> chosen() const { return std::span(chosen_).first(chosen_count_); }
  // One of the two names: how many of its words were looked at, what each weighs, which met one.
  struct Side {
    const std::vector<NameToken>& tokens;
    std::size_t size = 0;
    std::array<int, most_tokens> weights{};
    std::array<bool, most_tokens> used{};
  };
  const Side& query() const { return q_; }
  const Side& listed() const { return l_; }

 private:
  int weigh(const NameToken& t) const;
  void offer(std::size_t qf, std::size_t qt, std::size_t lf, std::size_t lt, int alike,
             MatchKind how);
  void find_pairs();
  void one_to_one(std::size_t i, std::size_t j);
  void joined(std::size_t at, bool of_query);
  void choose();

  Side q_, l_;
  const Rarity& rarity_;
  bool person_ = false, translated_ = false;
  std::array<bool, most_tokens> met_q_{}, met_l_{};
  std::array<WordPair, 256> pairs_;
  std::size_t pair_count_ = 0;
  std::array<WordPair, most_tokens> chosen_;
  std::size_t chosen_count_ = 0;
};

}  // namespace licit::names
