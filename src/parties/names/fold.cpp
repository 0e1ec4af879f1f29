#include "parties/names/fold.h"

#include <array>

namespace licit::names {
namespace {

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// Consonants of which the letters alone tell the sound; those of one letter with what may follow first.
struct Spelled {
  std::string_view letters;
  char sound;
};
constexpr std::array<Spelled, 30> consonants_spelled{
    {{"shch", 'x'}, {"sch", 'x'}, {"sh", 'x'},   {"sz", 'x'},  {"s", 's'},  {"ch", 'j'},
     {"cz", 'j'},   {"ck", 'k'},  {"tsch", 'j'}, {"tch", 'j'}, {"ts", 's'}, {"tz", 's'},
     {"th", 't'},   {"t", 't'},   {"dzh", 'j'},  {"dj", 'j'},  {"dh", 't'}, {"d", 't'},
     {"zh", 'j'},   {"z", 's'},   {"j", 'j'},    {"kh", 'h'},  {"k", 'k'},  {"gh", 'k'},
     {"g", 'k'},    {"ph", 'v'},  {"p", 'p'},    {"b", 'p'},   {"f", 'v'},  {"v", 'v'}}};

const Spelled* consonant_at(std::string_view s, std::size_t i) {
  for (const Spelled& one : consonants_spelled)
    if (s[i] == one.letters[0] && s.substr(i, one.letters.size()) == one.letters) return &one;
  return nullptr;
}

// The class of a run of vowels: a, i or u.
char vowel_class(std::string_view run) {
  bool a = false, back = false, front_after_a = false;
  for (std::size_t k = 0; k < run.size(); ++k) {
    if (run[k] == 'a') a = true;
    if (run[k] == 'o' || run[k] == 'u') back = true;
    if (k > 0 && (run[k] == 'i' || run[k] == 'y' || run[k] == 'e') && a) front_after_a = true;
  }
  if (a && front_after_a) return 'i';  // ai, ay, ae
  if (a && back) return 'u';           // au, ao
  if (a) return 'a';
  return back ? 'u' : 'i';
}

}  // namespace

std::string sound_classes(std::string_view s) {
  std::string out;
  const auto put = [&](char c) {
    if (out.empty() || out.back() != c) out += c;
  };
  std::size_t i = 0;
  while (i < s.size()) {
    const char c = s[i];
    const char next = i + 1 < s.size() ? s[i + 1] : '\0';
    const char before = i > 0 ? s[i - 1] : '\0';
    if (c >= '0' && c <= '9') {
      out += c;
      ++i;
      continue;
    }
    // Runs of vowels; a leading y or j before a vowel belongs to it.
    if (vowel(c) ||
        (c == 'j' && before != '\0' && (next == '\0' || (!vowel(next) && vowel(before))))) {
      std::size_t end = i + 1;
      while (end < s.size() && (vowel(s[end]) || (s[end] == 'j' && end > i &&
                                                  (end + 1 == s.size() || !vowel(s[end + 1])))))
        ++end;
      // A silent e ends French and English words.
      if (end == s.size() && end - i == 1 && c == 'e' && s.size() > 4) break;
      put(vowel_class(s.substr(i, end - i)));
      i = end;
      continue;
    }
    if (const Spelled* spelled = consonant_at(s, i)) {
      put(spelled->sound);
      i += spelled->letters.size();
      continue;
    }
    switch (c) {
      case 'c':
        put(next == 'e' || next == 'i' || next == 'y' ? 's' : 'k');
        ++i;
        break;
      case 'q':
        put(i == 0 && next == 'i' ? 'j' : 'k');
        ++i;
        break;
      case 'w':
        put('v');
        ++i;
        break;
      case 'x':
        if (i > 0 && vowel(before)) {
          put('k');
          put('s');
        } else {
          put('x');
        }
        ++i;
        break;
      case 'h':
        if (i == 0 && next == 's') {
          put('x');
          i += 2;
          break;
        }  // Wade-Giles hs
        // Silent after a vowel at the end or before a consonant.
        if (i > 0 && vowel(before) && !vowel(next)) {
          ++i;
          break;
        }
        put('h');
        ++i;
        break;
      default:
        put(c);
        ++i;
        break;
    }
  }
  return out;
}

std::string consonants(std::string_view classes) {
  std::string out;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const char c = classes[i];
    if (c == 'a' || c == 'i' || c == 'u') {
      if (i == 0) out += 'a';  // that it begins with a vowel
      continue;
    }
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

}  // namespace licit::names
