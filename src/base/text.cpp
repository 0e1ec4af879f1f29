#include "base/text.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <compare>

namespace licit {
namespace {

// ICU's macros convert between char and uint8_t without a cast; g++ warns where they are used.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"

UChar32 next_scalar(const char* utf8, int32_t& at, int32_t length) {
  UChar32 c = 0;
  U8_NEXT(utf8, at, length, c);
  return c;
}

UChar32 next_scalar(const UChar* utf16, int32_t& at, int32_t length) {
  UChar32 c = 0;
  U16_NEXT(utf16, at, length, c);
  return c;
}

void append_scalar(UChar32 c, std::string& out) {
  char bytes[4];
  int32_t length = 0;
  UBool error = false;
  U8_APPEND(bytes, length, 4, c, error);
  if (!error) out.append(bytes, static_cast<std::size_t>(length));
}

#pragma GCC diagnostic pop

// Compatibility-free decomposition plus case folding, one scalar at a time; enough for names, and
// far cheaper than normalizing whole strings.
void append_folded(UChar32 c, std::string& out, const UNormalizer2* nfd) {
  UChar parts[16];
  UErrorCode status = U_ZERO_ERROR;
  const int32_t n = nfd ? unorm2_getDecomposition(nfd, c, parts, 16, &status) : -1;
  auto put = [&out](UChar32 scalar) {
    const UChar32 f = u_foldCase(scalar, U_FOLD_CASE_DEFAULT);
    if (u_isalnum(f)) append_scalar(f, out);
  };
  if (n <= 0 || U_FAILURE(status)) {
    put(c);
    return;
  }
  for (int32_t i = 0; i < n;) put(next_scalar(parts, i, n));
}

const UNormalizer2* nfd_instance() {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  return U_SUCCESS(status) ? nfd : nullptr;
}

bool is_ascii_word(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string fold(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  const auto length = static_cast<int32_t>(utf8.size());
  int32_t i = 0;
  while (i < length) {
    const auto byte = static_cast<unsigned char>(utf8[static_cast<std::size_t>(i)]);
    if (byte < 0x80) {
      if (is_ascii_word(byte))
        out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++i;
      continue;
    }
    const UChar32 c = next_scalar(utf8.data(), i, length);
    if (c >= 0) append_folded(c, out, nfd_instance());
  }
  return out;
}

std::vector<std::string> folded_words(std::string_view utf8) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= utf8.size(); ++i) {
    const bool in_word = i < utf8.size() && (static_cast<unsigned char>(utf8[i]) >= 0x80 ||
                                             is_ascii_word(static_cast<unsigned char>(utf8[i])));
    if (in_word) continue;
    if (i > begin) {
      std::string word = fold(utf8.substr(begin, i - begin));
      if (!word.empty()) words.push_back(std::move(word));
    }
    begin = i + 1;
  }
  return words;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

namespace {

// Digits that are typed for letters and letters for digits: "B20O", "RTX 4O90".
std::string without_lookalikes(std::string folded) {
  for (char& c : folded) {
    if (c == 'o') c = '0';
    if (c == 'i' || c == 'l') c = '1';
  }
  return folded;
}

// The words typed, and all runs of them written together: "taiwan", "roc", "taiwanroc".
std::vector<std::string> runs_of_words(std::string_view typed) {
  const std::vector<std::string> words = folded_words(typed);
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string run;
    for (std::size_t j = i; j < words.size(); ++j) runs.push_back(run += words[j]);
  }
  return runs;
}

// How a known word resembles the one typed; the smaller the better.
struct Likeness {
  std::size_t rank = 0;
  std::size_t distance = 0;
  bool is_no_prefix = true;
  std::string known;
  auto operator<=>(const Likeness&) const = default;
};

}  // namespace

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> known,
                                 std::size_t limit) {
  const std::string wanted = fold(word);
  // A pathological word is not compared with everything: messages must stay cheap on bad input.
  if (wanted.empty() || wanted.size() > 64) return {};
  const std::string plain_wanted = without_lookalikes(wanted);
  const std::vector<std::string> runs = runs_of_words(word);
  std::vector<Likeness> ranked;
  for (const std::string& candidate : known) {
    const std::string folded = fold(candidate);
    if (folded.empty()) continue;
    const std::string plain = without_lookalikes(folded);
    const std::size_t distance =
        std::min(edit_distance(wanted, folded), edit_distance(plain_wanted, plain) + 1);
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(wanted.size(), folded.size()) / 3);
    const bool is_prefix = wanted.size() >= 3 && plain.starts_with(plain_wanted);
    const bool has_wanted = wanted.size() >= 3 && plain.find(plain_wanted) != std::string::npos;
    // A short word inside a long one means nothing ("NAM" in "Vietnam"), unless it stands apart.
    const bool in_wanted =
        folded.size() >= 3 &&
        (std::find(runs.begin(), runs.end(), folded) != runs.end() ||
         (folded.size() * 2 >= wanted.size() && wanted.find(folded) != std::string::npos));
    if (distance > allowed && !has_wanted && !in_wanted) continue;
    const std::size_t rank =
        is_prefix ? std::min<std::size_t>(distance, 1) : std::min(distance, allowed);
    ranked.push_back({rank, distance, !is_prefix, candidate});
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> out;
  for (Likeness& one : ranked) {
    if (std::find(out.begin(), out.end(), one.known) != out.end()) continue;
    out.push_back(std::move(one.known));
    if (out.size() == limit) break;
  }
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  const auto length = static_cast<int64_t>(bytes.size());
  int64_t i = 0;
  while (i < length) {
    if (static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]) < 0x80) {
      ++i;
      continue;
    }
    int32_t at = 0;
    const auto left = static_cast<int32_t>(std::min<int64_t>(length - i, 8));
    if (next_scalar(bytes.data() + i, at, left) < 0) return false;
    i += at;
  }
  return true;
}

std::string latin1_to_utf8(std::string_view bytes) {
  // Windows-1252 from 0x80 on, 0 where it has nothing.
  constexpr std::array<char16_t, 32> windows{
      0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char raw : bytes) {
    const auto c = static_cast<unsigned char>(raw);
    if (c < 0x80) {
      out += raw;
      continue;
    }
    const char16_t scalar = c < 0xA0 && windows[c - 0x80] != 0 ? windows[c - 0x80] : c;
    if (scalar < 0x800) {
      out += static_cast<char>(0xC0 | (scalar >> 6));
    } else {
      out += static_cast<char>(0xE0 | (scalar >> 12));
      out += static_cast<char>(0x80 | ((scalar >> 6) & 0x3F));
    }
    out += static_cast<char>(0x80 | (scalar & 0x3F));
  }
  return out;
}

std::size_t count_scalars(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string joined(std::span<const std::string> parts, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += between;
    out += parts[i];
  }
  return out;
}

}  // namespace licit
