#include "parties/names/align.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace licit::names {
namespace {

constexpr std::size_t longest = 32;  // of a word, for the edits

constexpr bool vowel(char c) {
  return c >= 'a' && c <= 'z' && (0x1104111U >> (c - 'a') & 1U) != 0;  // a e i o u y
}
static_assert(vowel('a') && vowel('e') && vowel('i') && vowel('o') && vowel('u') && vowel('y'));
static_assert(!vowel('b') && !vowel('h') && !vowel('z'));

constexpr int index_of(char c) {
  return c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + (c - '0') : 36;
}

struct Costs {
  std::array<std::array<std::uint8_t, 37>, 37> replace{};
};

constexpr Costs make_costs() {
  Costs out{};
  for (auto& row : out.replace)
    for (auto& cost : row) cost = 100;
  const auto set = [&](char a, char b, int cost) {
    out.replace[static_cast<std::size_t>(index_of(a))][static_cast<std::size_t>(index_of(b))] =
        static_cast<std::uint8_t>(cost);
    out.replace[static_cast<std::size_t>(index_of(b))][static_cast<std::size_t>(index_of(a))] =
        static_cast<std::uint8_t>(cost);
  };
  constexpr std::string_view vowels = "aeiouy";
  for (const char a : vowels)
    for (const char b : vowels) set(a, b, 70);
  set('i', 'y', 30);
  set('e', 'i', 50);
  set('o', 'u', 50);
  set('a', 'e', 60);
  set('a', 'o', 60);
  set('i', 'j', 40);
  set('y', 'j', 40);
  set('c', 'k', 30);
  set('q', 'k', 30);
  set('s', 'z', 40);
  set('s', 'c', 60);
  set('v', 'w', 30);
  set('f', 'v', 50);
  set('u', 'v', 60);
  set('u', 'w', 50);
  set('d', 't', 60);
  set('b', 'p', 60);
  set('g', 'k', 60);
  set('g', 'j', 60);
  set('m', 'n', 70);
  set('x', 's', 60);
  set('0', 'o', 40);
  set('1', 'i', 40);
  set('1', 'l', 40);
  for (int i = 0; i < 37; ++i)
    out.replace[static_cast<std::size_t>(i)][static_cast<std::size_t>(i)] = 0;
  return out;
}
constexpr Costs costs = make_costs();

// Putting in or leaving out s[i]: a doubled letter, an h or a vowel is less than another consonant.
int drop_cost(std::string_view s, std::size_t i) {
  const char c = s[i];
  if (i > 0 && s[i - 1] == c) return 40;
  if (i + 1 < s.size() && s[i + 1] == c) return 40;
  if (c == 'h') return 60;
  if (vowel(c)) return 80;
  return 100;
}

// Weighted edits between the two, in hundredths of an edit, at most `most` + 1.
// `bare` (0 none, 1 a, 2 b) tells which of them leaves vowels out. Stops once the edits are more than `most`.
int edits(std::string_view a, std::string_view b, int bare, int most = 100'000) {
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  std::array<std::array<int, longest + 1>, 3> rows;
  auto* before = &rows[0];
  auto* last = &rows[1];
  auto* now = &rows[2];
  const auto drop = [bare](std::string_view s, std::size_t i, int which) {
    // The other side does not write this vowel; or this one had to.
    if (bare >= 3) {
      if (vowel(s[i])) return bare == which + 2 ? 25 : 60;
      return s[i] == 'r' || s[i] == 'n' ? 60 : 100;
    }
    if (bare != 0 && bare != which && vowel(s[i])) return 12;
    return drop_cost(s, i);
  };
  (*last)[0] = 0;
  std::array<int, longest> of_b;
  for (std::size_t j = 0; j < b.size(); ++j) {
    of_b[j] = drop(b, j, 2);
    (*last)[j + 1] = (*last)[j] + of_b[j];
  }
  int last_least = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const int of_a = drop(a, i, 1);
    (*now)[0] = (*last)[0] + of_a;
    int row_least = (*now)[0];
    for (std::size_t j = 0; j < b.size(); ++j) {
      int replace = costs.replace[static_cast<std::size_t>(index_of(a[i]))]
                                 [static_cast<std::size_t>(index_of(b[j]))];
      if (bare >= 3) {
        if (vowel(a[i]) && vowel(b[j])) replace = std::min(replace, 40);
        if ((a[i] == 'l' && b[j] == 'r') || (a[i] == 'r' && b[j] == 'l')) replace = 15;
        if ((a[i] == 'x' && b[j] == 's') || (a[i] == 's' && b[j] == 'x')) replace = 30;
      }
      if ((bare == 1 || bare == 2) &&
          ((a[i] == 't' && b[j] == 's') || (a[i] == 's' && b[j] == 't')))
        replace = 50;  // one Arabic letter is d in Arabic and z in Persian
      if ((bare == 1 || bare == 2) && replace > 35 && vowel(a[i]) && vowel(b[j]) &&
          (bare == 1 ? a[i] : b[j]) == 'a')
        replace = 35;
      int best = (*last)[j] + replace;
      best = std::min(best, (*last)[j + 1] + of_a);
      best = std::min(best, (*now)[j] + of_b[j]);
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
        best = std::min(best, (*before)[j - 1] + 80);
      (*now)[j + 1] = best;
      row_least = std::min(row_least, best);
    }
    if (row_least > most && last_least > most) return row_least;
    last_least = row_least;
    auto* spare = before;
    before = last;
    last = now;
    now = spare;
  }
  return (*last)[b.size()];
}

int as_similarity(int cost, std::size_t a, std::size_t b, bool steep = true) {
  const auto most = static_cast<int>(std::min(std::max(a, b), longest));
  if (most == 0) return 0;
  // A second edit says more than the first: one may be a slip.
  const int counted = cost <= 110 || !steep ? cost : cost + (cost - 110) * 6 / 10;
  return std::max(0, 1000 - 10 * counted / most);
}

std::uint64_t letters_of(std::string_view s) {
  std::uint64_t out = 0;
  for (const char c : s) out |= std::uint64_t{1} << index_of(c);
  return out;
}

// "sarapulsk" (of "Sarapulskiy") and the town itself.
bool is_of_place(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.size() < 4 || a.size() > b.size() + 4 || !a.ends_with("sk") || !a.starts_with(b))
    return false;
  constexpr std::array<std::string_view, 8> endings{"sk",   "nsk",  "insk", "ovsk",
                                                    "evsk", "ensk", "ansk", "tsk"};
  return std::find(endings.begin(), endings.end(), a.substr(b.size())) != endings.end();
}

}  // namespace

int letters_similarity(std::string_view a, std::string_view b) {
  if (a == b) return 1000;
  return as_similarity(edits(a, b, 0), a.size(), b.size());
}

int bare_similarity(std::string_view bare, std::string_view full) {
  return std::min(950, as_similarity(edits(bare, full, 1), bare.size(), full.size(), false));
}

int word_similarity(const NameToken& a, const NameToken& b, bool& by_sound) {
  by_sound = false;
  if (a.form == b.form) return 1000;
  const std::size_t shorter = std::min(a.form.size(), b.form.size());
  const std::size_t longer = std::max(a.form.size(), b.form.size());
  const bool bare_a = a.vowels_missing, bare_b = b.vowels_missing;
  if (!bare_a && !bare_b && is_of_place(a.form, b.form)) return 940;
  if (bare_a != bare_b) {
    by_sound = true;
    const int cost = edits(a.fold, b.fold, bare_a ? 1 : 2);
    return std::min(950, as_similarity(cost, a.fold.size(), b.fold.size(), false));
  }
  if (shorter * 2 < longer) return 0;
  // Words with few letters in common need no closer look.
  if (std::popcount(letters_of(a.form) ^ letters_of(b.form)) > static_cast<int>(longer)) return 0;
  if (a.sounds_foreign != b.sounds_foreign) {
    // Characters that spell a foreign name: syllables with vowels of their own, l for r.
    const int cost = edits(a.fold, b.fold, a.sounds_foreign ? 3 : 4);
    const int alike = std::min(880, as_similarity(cost, a.fold.size(), b.fold.size(), false));
    if (alike >= 700) {
      by_sound = true;
      return alike;
    }
  }
  // Beyond sixty hundredths a letter neither the letters nor the sounds are alike.
  const int by_form = as_similarity(edits(a.form, b.form, 0, static_cast<int>(longer) * 60),
                                    a.form.size(), b.form.size());
  int folded = 0;
  if (a.fold == b.fold) {
    folded = 1000;
  } else if (by_form >= 400) {
    folded = as_similarity(edits(a.fold, b.fold, 0), a.fold.size(), b.fold.size());
  }
  const int by_both = (by_form + 2 * folded) / 3 - 20;
  if (by_both > by_form) {
    by_sound = true;
    return by_both;
  }
  return by_form;
}

bool within_one_edit(std::string_view a, std::string_view b, bool& digit) {
  digit = false;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  if (head == a.size() && head == b.size()) return true;
  std::size_t tail = 0;
  while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::string_view left_a = a.substr(head, a.size() - head - tail);
  const std::string_view left_b = b.substr(head, b.size() - head - tail);
  const auto numeral = [](std::string_view s) {
    return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  digit = numeral(left_a) || numeral(left_b);
  if (left_a.size() <= 1 && left_b.size() <= 1) return true;
  return left_a.size() == 2 && left_b.size() == 2 && left_a[0] == left_b[1] &&
         left_a[1] == left_b[0];
}

}  // namespace licit::names
