#include "parties/lists/structure.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "parties/lists/source_text.h"

namespace licit {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Written in brackets behind a name, but no name: places and legal forms.
constexpr std::array<std::string_view, 40> no_names = {
    "LLC",  "PVT",  "PTY", "PTE", "LTD",  "FZE", "FZC", "FZCO", "JSC", "OJSC",
    "CJSC", "PJSC", "OAO", "OOO", "ZAO",  "AO",  "PAO", "GMBH", "INC", "CO",
    "SA",   "SARL", "BV",  "NV",  "AG",   "KG",  "SPA", "SRL",  "HK",  "UK",
    "USA",  "US",   "UAE", "PRC", "DPRK", "ROK", "SGP", "SZ",   "BJ",  "SH"};

// The letters of `inside` stand in `name` in that order, the first of them beginning a word.
bool spelled_by(std::string_view inside, std::string_view name) {
  const auto lower = [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; };
  std::string letters;
  for (const char c : inside)
    if (is_upper(c) || is_lower(c)) letters += lower(c);
  if (letters.empty()) return false;
  for (std::size_t start = 0; start < name.size(); ++start) {
    if (lower(name[start]) != letters[0] || (start > 0 && name[start - 1] != ' ')) continue;
    std::size_t matched = 1;
    for (std::size_t i = start + 1; i < name.size() && matched < letters.size(); ++i)
      if (lower(name[i]) == letters[matched]) ++matched;
    if (matched == letters.size()) return true;
  }
  return false;
}

bool is_acronym(std::string_view inside) {
  if (inside.size() < 2 || inside.size() > 12) return false;
  int letters = 0;
  for (const char c : inside) {
    if (is_upper(c)) {
      ++letters;
    } else if (!is_digit(c) && c != '-' && c != '&' && c != '/' && c != ' ') {
      return false;
    }
  }
  return letters >= 2;
}

// Cuts what begins with one of the words away; true where there was one.
bool cut_from(std::string& text, std::string_view word) {
  const std::size_t at = find_any_case(text, word);
  if (at == std::string::npos) return false;
  text.resize(at);
  while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == ';'))
    text.pop_back();
  return true;
}

bool is_address_heading(std::string_view name) {
  if (!name.starts_with("Address ")) return false;
  name.remove_prefix(8);
  return !name.empty() && name.size() <= 3 && std::all_of(name.begin(), name.end(), is_digit);
}

void add_bracket(TakenApart& out) {
  const Bracketed bracket = take_bracket(out.name);
  if (bracket.inside.empty()) return;
  out.name = bracket.name;
  out.others.push_back({bracket.inside, bracket.acronym ? NameKind::Acronym : NameKind::Alias});
}

}  // namespace

Bracketed take_bracket(std::string_view name) {
  Bracketed out{std::string(name), {}, false};
  const std::size_t open = name.rfind('(');
  if (name.empty() || name.back() != ')' || open == std::string_view::npos || open < 3) return out;
  const std::string inside = clean(name.substr(open + 1, name.size() - open - 2));
  const std::string before = clean(name.substr(0, open));
  if (std::find(no_names.begin(), no_names.end(), inside) != no_names.end()) return out;
  if (!spelled_by(inside, before)) return out;
  const bool acronym = is_acronym(inside);
  // A short name is one word: "(Huawei)", not "(formerly of Minsk)".
  if (!acronym &&
      (inside.size() < 4 || inside.find(' ') != std::string::npos || !before.starts_with(inside))) {
    return out;
  }
  return {before, inside, acronym};
}

TakenApart take_apart(std::string_view published) {
  TakenApart out;
  out.name = clean(published);
  if (is_address_heading(out.name)) {
    out.name.clear();
    out.address_only = true;
    return out;
  }
  for (const std::string_view words : {"and any successor", "or any successor", "and its successor",
                                       "and any subunit", "and any sub-unit"}) {
    if (cut_from(out.name, words)) out.successors = true;
  }
  struct Mark {
    std::string_view words;
    bool subordinate;
  };
  for (const Mark& mark :
       {Mark{". Affiliated Entity:", false}, Mark{". Affiliated Entities:", false},
        Mark{". Subordinate Institution -", true}, Mark{". Subordinate Institution:", true},
        Mark{". Subordinate Institutions:", true}}) {
    const std::size_t at = find_any_case(out.name, mark.words);
    if (at == std::string::npos) continue;
    out.parent = clean(std::string_view(out.name).substr(0, at));
    out.subordinate = mark.subordinate;
    out.name = clean(std::string_view(out.name).substr(at + mark.words.size()));
    break;
  }
  // Behind the first a.k.a. stand aliases: "X, a.k.a. Y (Z-Shenzhen)".
  for (const std::string_view words :
       {", a.k.a.,", ", a.k.a.", " a.k.a. ", ", f.k.a.,", ", f.k.a."}) {
    const std::size_t at = find_any_case(out.name, words);
    if (at == std::string::npos) continue;
    const bool former = words.find('f') != std::string_view::npos;
    const std::string alias = clean(std::string_view(out.name).substr(at + words.size()));
    if (!alias.empty() && find_any_case(alias, "the following") != 0)
      out.others.push_back({alias, former ? NameKind::Former : NameKind::Alias});
    out.name.resize(at);
    break;
  }
  if (out.subordinate && !out.name.empty()) {
    // "Second Design Department" is nobody's name without its parent's.
    out.others.push_back({take_bracket(out.parent).name + " " + out.name, NameKind::Alias});
  }
  add_bracket(out);
  return out;
}

}  // namespace licit
