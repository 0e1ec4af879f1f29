// What candidates.h guarantees, on random lists, edits and dropped words.
#include "parties/names/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "parties/names/score.h"

namespace licit {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t n) { return random() % n; }

std::string random_word(Random& random) {
  std::string out;
  const std::size_t size = 2 + below(random, 9);
  while (out.size() < size) out += static_cast<char>('a' + below(random, 26));
  return out;
}

// Few words in many names, so that nearly every name has near ones.
std::vector<std::vector<std::string>> random_names(Random& random) {
  std::vector<std::string> words;
  for (int i = 0; i < 250; ++i) words.push_back(random_word(random));
  std::vector<std::vector<std::string>> out(600);
  for (auto& name : out) {
    const std::size_t size = 1 + below(random, 5);
    while (name.size() < size) {
      // The first words are in many names, the last in few.
      const std::size_t most = 1 + below(random, words.size());
      name.push_back(words[below(random, most)]);
    }
  }
  return out;
}

std::string text_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

NameIndex index_of(const std::vector<std::vector<std::string>>& names) {
  PartyList list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    ListEntry entry;
    entry.id = std::to_string(i);
    entry.names.push_back({text_of(names[i]), NameKind::Primary, false});
    list.entries.push_back(std::move(entry));
  }
  return NameIndex::build({&list, 1}).value();
}

void edit(Random& random, std::string& word) {
  const std::size_t at = below(random, word.size());
  const char letter = static_cast<char>('a' + below(random, 26));
  switch (below(random, 4)) {
    case 0:
      word.insert(at, 1, letter);
      break;
    case 1:
      if (word.size() > 1) word.erase(at, 1);
      break;
    case 2:
      word[at] = letter;
      break;
    default:
      if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
  }
}

// Letters inserted, deleted, replaced or swapped with a neighbour, by the table of all prefixes: nothing
// in common with how the index finds them.
std::size_t edits_between(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

// The condition of the guarantee, on the normalized names: each word of the query is one of the listed
// name but for a letter; those left over weigh no more than half of the query.
bool is_promised(const NormalName& query, const NormalName& listed) {
  std::vector<bool> met(listed.tokens.size());
  std::uint32_t asked = 0;
  for (const NameToken& word : query.tokens) {
    bool found = false;
    for (std::size_t i = 0; i < listed.tokens.size() && !found; ++i) {
      if (met[i] || edits_between(word.form, listed.tokens[i].form) > 1) continue;
      met[i] = found = true;
    }
    if (!found) return false;
    asked += shipped_rarity().weight(word.form);
  }
  std::uint32_t lacking = 0;
  for (std::size_t i = 0; i < listed.tokens.size(); ++i) {
    if (!met[i]) lacking += shipped_rarity().weight(listed.tokens[i].form);
  }
  return !query.tokens.empty() && lacking * 2 <= asked;
}

bool is_found(const NameIndex& index, CandidateFinder& finder, const std::string& query,
              std::uint32_t name) {
  for (const NormalName& way : normalize(query, PartyType::Unknown).ways) {
    for (const Candidate& one : finder.find(way)) {
      for (const std::uint32_t of : index.names_of_shape(one.shape)) {
        if (of == name) return true;
      }
    }
  }
  return false;
}

TEST(CandidatesProperty, OneTypoOrOneDroppedWordIsFound) {
  Random random(20261122);
  std::size_t typos = 0, dropped = 0, tried = 0;
  for (int round = 0; round < 12; ++round) {
    const auto names = random_names(random);
    const NameIndex index = index_of(names);
    CandidateFinder finder(index);
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      const std::string listed = text_of(names[i]);
      auto changed = names[i];
      const bool drop = below(random, 3) == 0 && changed.size() > 1;
      if (drop) {
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(below(random, changed.size())));
      } else {
        edit(random, changed[below(random, changed.size())]);
      }
      ++tried;
      const std::string query = text_of(changed);
      if (!is_promised(normalize(query, PartyType::Unknown).ways[0],
                       normalize(listed, PartyType::Unknown).ways[0])) {
        continue;
      }
      ++(drop ? dropped : typos);
      EXPECT_TRUE(is_found(index, finder, query, i)) << query << " for " << listed;
    }
  }
  // The condition speaks of nearly every typo, and of dropped words that are not most of the name.
  EXPECT_GT(typos * 2, tried);
  EXPECT_GT(dropped, 300U);
}

TEST(CandidatesProperty, SpacesMoreOrLessAreFound) {
  Random random(7);
  const auto names = random_names(random);
  const NameIndex index = index_of(names);
  CandidateFinder finder(index);
  std::size_t tried = 0;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const std::string listed = text_of(names[i]);
    std::string query = listed;
    if (const std::size_t space = query.find(' '); space != std::string::npos && i % 2 == 0) {
      query.erase(space, 1);
    } else {
      query.insert(1 + below(random, query.size() - 1), 1, ' ');
    }
    // Where spaces make another word of it (a legal form, a run of initials), the letters differ.
    if (normalize(query, PartyType::Unknown).ways[0].letters !=
        normalize(listed, PartyType::Unknown).ways[0].letters) {
      continue;
    }
    ++tried;
    EXPECT_TRUE(is_found(index, finder, query, i)) << query << " for " << listed;
  }
  EXPECT_GT(tried, names.size() * 9 / 10);
}

// A blank is a character too: another in its place joins two words and mistypes both.
TEST(CandidatesProperty, ALetterInThePlaceOfABlankIsFound) {
  Random random(11);
  const auto names = random_names(random);
  const NameIndex index = index_of(names);
  CandidateFinder finder(index);
  std::size_t tried = 0;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    std::string query = text_of(names[i]);
    const std::size_t space = query.find(' ');
    if (space == std::string::npos) continue;
    query[space] = 'q';
    const auto typed = normalize(query, PartyType::Unknown).ways[0].letters;
    const auto right = normalize(text_of(names[i]), PartyType::Unknown).ways[0].letters;
    if (typed.size() != right.size() + 1 || right.size() < least_halved) continue;
    ++tried;
    EXPECT_TRUE(is_found(index, finder, query, i)) << query;
  }
  EXPECT_GT(tried, names.size() / 2);
}

}  // namespace
}  // namespace licit
