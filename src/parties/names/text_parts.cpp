#include "parties/names/text_parts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "parties/names/field.h"
#include "parties/names/normal.h"

namespace licit::names {
namespace {

constexpr std::size_t least_part = 3;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool letter(char c) {
  const char l = lower(c);
  return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

// Words that introduce another name, wherever they stand; that do so behind a name only, for they are words of
// names too ("Alias Research", "Via Technologies"); and that say of whom a party is a part, or was.
constexpr std::array anywhere = std::to_array<std::string_view>({"c/o",
                                                                 "c / o",
                                                                 "c/-",
                                                                 "attn",
                                                                 "attention",
                                                                 "a/c of",
                                                                 "care of",
                                                                 "on behalf of",
                                                                 "dba",
                                                                 "d/b/a",
                                                                 "t/a",
                                                                 "trading as",
                                                                 "for the account of",
                                                                 "fao",
                                                                 "f/k/a",
                                                                 "a/k/a",
                                                                 "o/b/o",
                                                                 "n/k/a",
                                                                 "z.hd.",
                                                                 "z. hd.",
                                                                 "im auftrag von",
                                                                 "pour le compte de"});
constexpr std::array second_names =
    std::to_array<std::string_view>({"aka", "a.k.a.", "a.k.a", "fka", "f.k.a.", "f.k.a", "nka",
                                     "d.b.a.", "d.b.a", "obo", "alias", "doing business as"});
constexpr std::array relations = std::to_array<std::string_view>(
    {"formerly known as", "formerly", "previously known as", "previously", "known as", "owned by",
     "part of", "member of", "subsidiary of", "division of", "branch of", "successor to",
     "deliver to", "ship to", "anciennement", "membre de", "filiale de", "vormals"});
// What stands before a name, or behind it, and is no part of it.
constexpr std::array titles =
    std::to_array<std::string_view>({"m/s", "m/s.", "messrs", "messrs.", "firma", "fa."});
constexpr std::array behind =
    std::to_array<std::string_view>({"via", "for", "ex", "and", "und", "&", "tel", "tel.", "fax",
                                     "email", "e-mail", "jalan", "lot", "no."});

// How long the longest of these words is that stands at the start of `rest`, 0 for none.
template <std::size_t N>
std::size_t starts(std::string_view rest, const std::array<std::string_view, N>& words) {
  std::size_t found = 0;
  for (const std::string_view word : words) {
    if (rest.size() <= word.size() || letter(rest[word.size()])) continue;
    const bool same = std::equal(word.begin(), word.end(), rest.begin(),
                                 [](char a, char b) { return a == lower(b); });
    if (same) found = std::max(found, word.size());
  }
  return found;
}

// Whether a word begins at `at`.
bool begins(std::string_view text, std::size_t at) { return at == 0 || !letter(text[at - 1]); }

// How long the words at `at` are that introduce another name, where one stands before them or not.
std::size_t introduction(std::string_view text, std::size_t at, bool first) {
  if (!begins(text, at)) return 0;
  const std::string_view rest = text.substr(at);
  const std::size_t found = std::max(starts(rest, anywhere), starts(rest, relations));
  if (first) return std::max(found, starts(rest, titles));
  const bool former = rest.size() > 3 && lower(rest[0]) == 'e' && lower(rest[1]) == 'x' &&
                      rest[2] == '-' && letter(rest[3]) && (at == 0 || text[at - 1] != '-');
  return std::max(
      {found, starts(rest, second_names), starts(rest, behind), former ? std::size_t{3} : 0});
}

// A dash of any kind with a blank on one side, two dashes, or the end of a sentence behind a word of three letters;
// its bytes and the blanks; 0 for none.
std::size_t spaced_sign(std::string_view text, std::size_t at) {
  constexpr std::array dashes = std::to_array<std::string_view>(
      {" - ", " \u2013 ", " \u2014 ", "--", " -", "- ", " \u2013", "\u2013 ", "\u2014", "\u2015",
       " \u2010", "\u2010 ", " \u2212", "\u2212 "});
  for (const std::string_view dash : dashes)
    if (text.substr(at).starts_with(dash)) return dash.size();
  if (!text.substr(at).starts_with(". ")) return 0;
  std::size_t letters = 0;
  while (letters < at && letter(text[at - letters - 1])) ++letters;
  return letters >= 3 ? 2 : 0;
}

// Whether a Chinese character begins at `at`, or ends before it.
bool han_from(std::string_view text, std::size_t at) {
  const auto lead = at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  return lead >= 0xE4 && lead <= 0xE9;
}
bool han_until(std::string_view text, std::size_t at) { return at >= 3 && han_from(text, at - 3); }

// The bytes between a Chinese word and what stands before it, of any script; no_blank where none begins here.
constexpr std::size_t no_blank = std::numeric_limits<std::size_t>::max();
std::size_t before_han(std::string_view text, std::size_t at) {
  if (at == 0) return no_blank;
  if (text[at] == ' ') return han_until(text, at) || han_from(text, at + 1) ? 1 : no_blank;
  const bool changes = han_from(text, at) != han_until(text, at) && letter(text[at]) &&
                       letter(text[at - 1]) &&
                       ((text[at] & 0x80) == 0 || (text[at - 1] & 0x80) == 0);
  return changes ? 0 : no_blank;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> brackets{{
    {"(", ")"},           {"[", "]"},           {"{", "}"},           {"<", ">"},
    {"\uFF08", "\uFF09"}, {"\uFF3B", "\uFF3D"}, {"\uFF5B", "\uFF5D"}, {"\uFF1C", "\uFF1E"},
    {"\u3010", "\u3011"}, {"\u300A", "\u300B"}, {"\u3008", "\u3009"}, {"\u300C", "\u300D"},
    {"\u300E", "\u300F"}, {"\u3014", "\u3015"}, {"\u201C", "\u201D"}, {"\u2018", "\u2019"},
    {"\u00AB", "\u00BB"}, {"\u201E", "\u201C"}, {"\"", "\""},         {"'", "'"},
}};

constexpr std::ptrdiff_t marks_of_quotation = 14;  // from here on

// A mark that opens and closes alike is an apostrophe within a word.
bool opens(std::string_view text, std::size_t at, std::string_view mark) {
  if (!text.substr(at).starts_with(mark)) return false;
  const bool quotes = mark == "'" || mark == "\"" || mark == "\u2018";
  return !quotes || ((at == 0 || text[at - 1] == ' ') && at + mark.size() < text.size() &&
                     letter(text[at + mark.size()]));
}

}  // namespace

std::vector<std::string_view> text_parts(std::string_view text) {
  std::vector<std::string_view> out;
  text = text.substr(0, most_text);
  std::size_t from = 0;
  bool sure = false;  // what stands between commas alone may be one name
  bool first = true;  // no letter yet
  const auto end_at = [&](std::size_t at) {
    std::string_view part = text.substr(from, at - from);
    while (!part.empty() && !letter(part.front())) part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (part.size() >= least_part) out.push_back(part);
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t skipped = introduction(text, i, first);
    first = first && !letter(text[i]);
    if (skipped == 0) skipped = spaced_sign(text, i);
    const bool strong = std::string_view(";/\\\n\r|:+*#=~").find(text[i]) != std::string_view::npos;
    if (skipped == 0 && (strong || text[i] == ',')) skipped = 1;
    const std::size_t blank = skipped == 0 && i > from ? before_han(text, i) : no_blank;
    if (skipped == 0 && blank == no_blank) {
      ++i;
      continue;
    }
    sure = sure || strong || text[i] != ',';
    end_at(i);
    i += skipped == 0 ? blank : skipped;
    from = i;
  }
  if (from == 0) return out;
  end_at(text.size());
  // "DOE, John" and "X Co., Ltd." are names: of their parts only one that is a name by itself is of use.
  if (!sure && out.size() == 1) out.clear();
  return out;
}

Bracketed bracketed(std::string_view text, bool quotes) {
  text = text.substr(0, most_text);
  Bracketed out;
  const auto last = quotes ? brackets.end() : brackets.begin() + marks_of_quotation;
  for (std::size_t i = 0; i < text.size();) {
    const auto pair = std::find_if(brackets.begin(), last,
                                   [&](const auto& one) { return opens(text, i, one.first); });
    if (pair == last) {
      const auto closing =
          std::find_if(brackets.begin(), brackets.begin() + 4,
                       [&](const auto& one) { return text.substr(i).starts_with(one.second); });
      if (closing == brackets.begin() + 4) out.outside += text[i];
      ++i;
      continue;
    }
    const std::size_t begin = i + pair->first.size();
    // Brackets within brackets end what was open: each part is a name by itself.
    std::size_t end = begin;
    while (end < text.size() && !text.substr(end).starts_with(pair->second) &&
           std::none_of(brackets.begin(), brackets.begin() + marks_of_quotation,
                        [&](const auto& one) { return opens(text, end, one.first); }))
      ++end;
    out.inside.push_back(text.substr(begin, end - begin));
    out.outside += ' ';
    i = end;
    if (i < text.size() && text.substr(i).starts_with(pair->second)) i += pair->second.size();
  }
  return out;
}

namespace {

// Whether a word of it is of a name, or several of trade and places are together.
bool has_name(std::string_view text) {
  const Normalized normal = normalize(text, PartyType::Entity);
  std::size_t of_trade = 0;
  for (const NameToken& token : normal.ways.front().tokens) {
    if (token.kind == TokenKind::Word && token.form.size() >= 2) return true;
    of_trade += token.kind == TokenKind::Common || token.kind == TokenKind::Place ? 1U : 0U;
  }
  return of_trade >= 2;
}

// "Novo Nordisk A / S": one word, written apart.
bool single_letters(std::string_view text, std::size_t slash) {
  const auto alone = [&](std::size_t at) {
    return at < text.size() && letter(text[at]) &&
           (at + 1 == text.size() || !letter(text[at + 1])) && begins(text, at);
  };
  return slash >= 1 && alone(slash - 1) && alone(slash + 3);
}

}  // namespace

bool names_several(std::string_view text) {
  text = text.substr(0, most_text);
  if (text.find_first_of(";|\n\r") != std::string_view::npos) return true;
  for (std::size_t at = text.find(" / "); at != std::string_view::npos;
       at = text.find(" / ", at + 1))
    if (!single_letters(text, at)) return true;
  // Words that are words of names, too, part two names only where there are two.
  constexpr std::array in_names =
      std::to_array<std::string_view>({"dba", "fao", "attention", "care of", "trading as", "t/a",
                                       "doing business as", "alias", "obo"});
  bool first = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (begins(text, i)) {
      const std::size_t word =
          std::max(starts(rest, anywhere), first ? std::size_t{0} : starts(rest, second_names));
      const bool two = word > 0 && (word != starts(rest, in_names) ||
                                    (has_name(text.substr(0, i)) && has_name(rest.substr(word))));
      if (two) return true;
    }
    first = first && !letter(text[i]);
  }
  return false;
}

}  // namespace licit::names
