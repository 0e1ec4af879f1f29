#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "base/text.h"
#include "parties/names/score.h"

namespace licit {
namespace {

double jaro_winkler(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1;
  const std::size_t window = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
  std::vector<bool> ua(a.size()), ub(b.size());
  std::size_t m = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t lo = i > window ? i - window : 0;
    const std::size_t hi = std::min(b.size(), i + window + 1);
    for (std::size_t j = lo; j < hi; ++j) {
      if (ub[j] || a[i] != b[j]) continue;
      ua[i] = ub[j] = true;
      ++m;
      break;
    }
  }
  if (m == 0) return 0;
  std::size_t t = 0, k = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!ua[i]) continue;
    while (!ub[k]) ++k;
    if (a[i] != b[k]) ++t;
    ++k;
  }
  const double md = static_cast<double>(m);
  const double jaro = (md / static_cast<double>(a.size()) + md / static_cast<double>(b.size()) +
                       (md - static_cast<double>(t) / 2) / md) /
                      3;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix]) ++prefix;
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

}  // namespace

namespace {

// Words of more than two letters; apostrophes join, other marks part. All words where none is longer.
std::vector<std::string> page_words(std::string_view name) {
  std::string plain;
  for (const char c : name)
    if (c != '\'') plain += c;
  std::vector<std::string> all = folded_words(plain), out;
  for (const std::string& word : all)
    if (word.size() > 2) out.push_back(word);
  return out.empty() ? all : out;
}

}  // namespace

// The page describes its score as the better of two: the whole names by Jaro-Winkler, and the words
// of the query each with its best counterpart (which must begin with the same letter, and be half alike).
int ofac_score(std::string_view query, std::string_view listed) {
  const std::vector<std::string> q = page_words(query), l = page_words(listed);
  if (q.empty() || l.empty()) return 0;
  double sum = 0;
  for (const std::string& word : q) {
    double best = 0;
    for (const std::string& other : l)
      if (other[0] == word[0]) best = std::max(best, jaro_winkler(word, other));
    if (best >= 0.5) sum += best;
  }
  const double words = sum / static_cast<double>(q.size());
  const double whole =
      jaro_winkler(joined(folded_words(query), " "), joined(folded_words(listed), " "));
  return static_cast<int>(std::lround(100 * std::max(words, whole)));
}

}  // namespace licit
