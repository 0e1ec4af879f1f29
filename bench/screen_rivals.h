// What most screening does, written here so that it runs on the same names: ICU's transliteration to
// Latin letters, and the Jaro-Winkler similarity of whole strings.
#pragma once

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace licit::bench {

// Where the similarity of whole strings is usually called a match.
inline constexpr double rival_threshold = 0.85;

// Small letters, digits and single blanks.
inline std::string plain_letters(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

inline std::string by_icu(const std::string& name) {
  static const std::unique_ptr<icu::Transliterator> latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  }();
  if (!latin) return plain_letters(name);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
  latin->transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return plain_letters(out);
}

inline double jaro_winkler(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return 0;
  const std::size_t window = std::max(a.size(), b.size()) / 2;
  thread_local std::vector<char> in_a, in_b;
  in_a.assign(a.size(), 0);
  in_b.assign(b.size(), 0);
  double common = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t from = i < window ? 0 : i - window + 1;
    for (std::size_t k = from; k < std::min(b.size(), i + window); ++k) {
      if (in_b[k] != 0 || a[i] != b[k]) continue;
      in_a[i] = in_b[k] = 1;
      ++common;
      break;
    }
  }
  if (common == 0) return 0;
  double moved = 0;
  std::size_t k = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (in_a[i] == 0) continue;
    while (in_b[k] == 0) ++k;
    moved += a[i] != b[k] ? 0.5 : 0;
    ++k;
  }
  const double jaro = (common / static_cast<double>(a.size()) +
                       common / static_cast<double>(b.size()) + (common - moved) / common) /
                      3;
  std::size_t prefix = 0;
  while (prefix < std::min<std::size_t>({4, a.size(), b.size()}) && a[prefix] == b[prefix])
    ++prefix;
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

}  // namespace licit::bench
