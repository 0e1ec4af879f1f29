#include "parties/names/word_classes.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace licit::names {
namespace {

// form: other forms. The first is the word of the group.
constexpr std::string_view common_words =
#include "parties/names/common_words.inc"
    ;

// Places: countries and large cities as names of companies have them, after the ISO 3166 names and
// the usual English and local spellings. Words of one place with underscores.
constexpr std::string_view place_words =
#include "parties/names/place_words.inc"
    ;

// Titles, forms of address, ranks.
constexpr std::string_view titles = R"(
mr mrs ms miss mister madam madame mme monsieur herr frau senor senora signor
dr doctor prof professor eng engineer
president prasident praesident presidente minister ambassador amb senator governor
general gen colonel col major maj captain capt lieutenant lt admiral brigadier brig marshal sergeant
sheikh shaikh sheik shaykh shaik cheikh sayyid sayed seyed sayyed syed seyyed
haji hajji hadji hajj mullah mulla maulavi mawlawi maulvi molvi mawlana maulana ustad ustadh qari hafiz imam ayatollah hojjatoleslam alhaji akhund
sir lord lady dame prince princess king queen jr sr junior senior ii iii
gospodin tovarishch
)";

constexpr std::string_view particles = R"(
the of and for de des du da do dos das del la le les los di dell della van von der den ter zu
y e et und i
bin ibn ben bint binti binte ould wald walad
al el ul ur ad ud an as ash az at ar il us
aka named after im imeni in on to by with its a
)";

// Beginnings of Russian words, with the word of the group; the endings vary.
constexpr std::string_view russian_stems =
#include "parties/names/russian_stems.inc"
    ;

using Table = std::unordered_map<std::string_view, WordClass>;

void read_lines(std::string_view text, TokenKind kind, Table& single, Table& several) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    std::string_view first;
    std::size_t from = 0;
    while (from < line.size()) {
      const std::size_t to = std::min(line.find(' ', from), line.size());
      const std::string_view word = line.substr(from, to - from);
      from = to + 1;
      if (word.empty()) continue;
      if (first.empty()) first = word;
      const auto parts = static_cast<std::uint8_t>(1 + std::count(word.begin(), word.end(), '_'));
      Table& into = parts == 1 ? single : several;
      into.emplace(word, WordClass{first, kind, parts});
    }
  }
}

struct Tables {
  Table single, several, stems;
  std::unordered_set<std::string_view> titles, particles, starts;
  std::unordered_map<std::string_view, std::string_view> codes;  // of countries, and their places
};

constexpr std::string_view country_codes =
#include "parties/names/country_codes.inc"
    ;

void read_words(std::string_view text, std::unordered_set<std::string_view>& into) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (end > at) into.insert(text.substr(at, end - at));
    at = end + 1;
  }
}

const Tables& tables() {
  static const Tables read = [] {
    Tables out;
    read_lines(place_words, TokenKind::Place, out.single, out.several);
    read_lines(common_words, TokenKind::Common, out.single, out.several);
    read_lines(russian_stems, TokenKind::Common, out.stems, out.stems);
    std::unordered_set<std::string_view> codes;
    read_words(country_codes, codes);
    for (const std::string_view code : codes)
      out.codes.emplace(code.substr(0, 2), code.substr(code.size() > 3 ? 3 : 0));
    read_words(titles, out.titles);
    read_words(particles, out.particles);
    for (const auto& [word, what] : out.several) out.starts.insert(word.substr(0, word.find('_')));
    return out;
  }();
  return read;
}

}  // namespace

std::optional<WordClass> word_class(std::string_view word) {
  const auto found = tables().single.find(word);
  if (found == tables().single.end()) return std::nullopt;
  return found->second;
}

std::optional<WordClass> place_of_words(std::string_view first, std::string_view second,
                                        std::string_view third) {
  const Tables& t = tables();
  if (second.empty() || !t.starts.contains(first)) return std::nullopt;
  std::string phrase;
  phrase.append(first).append("_").append(second);
  std::optional<WordClass> best;
  if (const auto two = t.several.find(phrase); two != t.several.end()) best = two->second;
  if (!third.empty()) {
    phrase.append("_").append(third);
    if (const auto three = t.several.find(phrase); three != t.several.end()) best = three->second;
  }
  return best;
}

std::optional<WordClass> country_of_code(std::string_view word) {
  const auto found = tables().codes.find(word);
  if (found == tables().codes.end()) return std::nullopt;
  return WordClass{found->second, TokenKind::Place, 1};
}

std::optional<WordClass> russian_word(std::string_view word) {
  if (word.size() < 5) return std::nullopt;
  const Table& stems = tables().stems;
  for (std::size_t n = std::min<std::size_t>(word.size(), 13); n >= 4; --n) {
    // The rest must look like an ending, or "no" before another word.
    if (word.size() - n > 7) break;
    const auto found = stems.find(word.substr(0, n));
    if (found == stems.end() || found->second.form == word.substr(0, n)) continue;
    const std::string_view rest = word.substr(n);
    const bool ending = std::all_of(rest.begin(), rest.end(), [](char c) {
      return std::string_view("aeiouyjskgmhtnvlr").find(c) != std::string_view::npos;
    });
    if (!ending) continue;
    WordClass out = found->second;
    if (const auto group = word_class(out.form)) out = *group;
    return out;
  }
  return std::nullopt;
}

// The town of "Sarapulskiy" is Sarapul, that of "Smolenskiy" is Smolensk: what is before the ending of
// the adjective is compared with both (align.cpp).
std::size_t russian_place_stem(std::string_view word) {
  constexpr std::array<std::string_view, 9> endings{"skiy",  "skii",  "skij", "skaya", "skoe",
                                                    "skoye", "skogo", "skoy", "skaia"};
  for (const std::string_view ending : endings)
    if (word.ends_with(ending) && word.size() >= ending.size() + 4)
      return word.size() - ending.size() + 2;
  return 0;
}

bool person_title(std::string_view word) { return tables().titles.contains(word); }
bool particle(std::string_view word) { return tables().particles.contains(word); }

std::optional<int> number_word(std::string_view word) {
  static const std::unordered_map<std::string_view, int> words{
      {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
      {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
      {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
      {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
      {"thirty", 30},  {"forty", 40},     {"fourty", 40},   {"fifty", 50},    {"sixty", 60},
      {"seventy", 70}, {"eighty", 80},    {"ninety", 90},   {"hundred", 100}, {"first", 1},
      {"second", 2},   {"third", 3},      {"fourth", 4},    {"fifth", 5},     {"sixth", 6},
      {"seventh", 7},  {"eighth", 8},     {"ninth", 9},     {"tenth", 10},    {"twelfth", 12}};
  const auto found = words.find(word);
  if (found != words.end()) return found->second;
  // 13th, 1st, 2nd, 3rd, 30ya
  std::size_t digits = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9') ++digits;
  if (digits == 0 || digits > 6) return std::nullopt;
  const std::string_view rest = word.substr(digits);
  if (!rest.empty() && rest != "th" && rest != "st" && rest != "nd" && rest != "rd" &&
      rest != "oy" && rest != "y" && rest != "ya")
    return std::nullopt;
  int value = 0;
  for (const char c : word.substr(0, digits)) value = value * 10 + (c - '0');
  return value;
}

std::optional<int> roman_number(std::string_view word) {
  if (word.empty() || word.size() > 6) return std::nullopt;
  if (word.size() == 1 && word != "v" && word != "x" && word != "i") return std::nullopt;
  int total = 0, last = 0;
  for (std::size_t k = word.size(); k-- > 0;) {
    const int value = word[k] == 'i' ? 1 : word[k] == 'v' ? 5 : word[k] == 'x' ? 10 : 0;
    if (value == 0) return std::nullopt;
    total += value < last ? -value : value;
    last = std::max(last, value);
  }
  // Only what is written as a number is: "iix" is a word.
  constexpr std::array<std::string_view, 10> ones{"",  "i",  "ii",  "iii",  "iv",
                                                  "v", "vi", "vii", "viii", "ix"};
  if (total <= 0 || total >= 40) return std::nullopt;
  const std::string written = std::string(static_cast<std::size_t>(total / 10), 'x') +
                              std::string(ones[static_cast<std::size_t>(total % 10)]);
  if (written != word) return std::nullopt;
  return total;
}

}  // namespace licit::names
