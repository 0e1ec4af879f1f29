#include "parties/lists/entity_cell.h"

#include <algorithm>
#include <array>

#include "parties/lists/source_text.h"

namespace licit {
namespace {

// What follows a comma and still belongs to the name.
constexpr std::array<std::string_view, 49> forms = {
    "ltd",         "limited", "co",   "company", "inc",  "incorporated", "llc",    "l.l.c", "corp",
    "corporation", "jsc",     "ojsc", "cjsc",    "pjsc", "gmbh",         "s.a",    "sa",    "s.r.l",
    "srl",         "s.p.a",   "b.v",  "bv",      "n.v",  "nv",           "ag",     "plc",   "pte",
    "pvt",         "sdn",     "bhd",  "fze",     "fzco", "fzc",          "fz-llc", "lp",    "l.p",
    "llp",         "jr",      "s.l",  "s.l.u",   "kft",  "d.o.o",        "o.o.o",  "z.o.o", "ooo",
    "oao",         "zao",     "pao",  "ao"};

constexpr std::array<std::string_view, 3> dashes = {"\xE2\x80\x94", "\xE2\x80\x93", "-"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// An institution within another: "Chinese Academy of Sciences, Institute of Physics". A part that begins
// with a number is an address, but for "31 Research Institute".
bool names_institution(std::string_view rest) {
  std::string_view part = rest.substr(0, rest.find(','));
  std::size_t digits = 0;
  while (digits < part.size() && is_digit(part[digits])) ++digits;
  if (digits > 0) {
    part.remove_prefix(digits);
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (part.starts_with(ending)) part.remove_prefix(2);
    return find_any_case(part, " research institute") == 0;
  }
  if (find_any_case(part, "no. ") == 0) return false;
  for (const std::string_view word : {"research institute", "institute of", "academy of",
                                      "design bureau", "joint stock company", "key laboratory"})
    if (contains_word(part, word)) return true;
  return false;
}

// Whether what follows a comma still belongs to the name.
bool begins_with_form(std::string_view rest) {
  std::string word = lower(rest.substr(0, rest.find_first_of(" ,;)")));
  while (!word.empty() && word.back() == '.') word.pop_back();
  return std::find(forms.begin(), forms.end(), word) != forms.end();
}

bool goes_on(std::string_view rest) {
  return rest.starts_with("(") || begins_with_form(rest) || names_institution(rest);
}

// The length of the dash that the line begins with; 0 without one.
std::size_t dash_at(std::string_view line) {
  for (const std::string_view dash : dashes)
    if (line.starts_with(dash)) return dash.size();
  return 0;
}

// "Bitland; and" -> "Bitland": what joins an alias to the next.
std::string without_joint(std::string text) {
  if (text.ends_with(" and")) text.resize(text.size() - 4);
  while (!text.empty() && (text.back() == ';' || text.back() == ',' || text.back() == ' '))
    text.pop_back();
  // The sentence's stop, not that of "Ltd." or "Inc.".
  if (text.ends_with('.')) {
    const std::size_t blank = text.find_last_of(" ,");
    const std::string_view last =
        std::string_view(text).substr(blank == std::string::npos ? 0 : blank + 1);
    if (!begins_with_form(last) && last.find('.') == last.size() - 1 && last.size() > 3)
      text.pop_back();
  }
  return text;
}

void add_addresses(NamedParty& party, std::string_view text) {
  for (std::string& address : parts_of(text, "; and ")) {
    while (!address.empty() && (address.back() == ';' || address.back() == ',')) address.pop_back();
    if (address.ends_with("; and")) address.resize(address.size() - 5);
    if (!address.empty()) party.addresses.push_back(std::move(address));
  }
}

// Where the announcement of aliases begins ("a.k.a., the following two aliases:").
struct Announced {
  std::size_t begin = std::string_view::npos, end = 0;
  bool former = false;
};
Announced announced(std::string_view line) {
  Announced out;
  for (const std::string_view words : {"a.k.a", "f.k.a"}) {
    const std::size_t at = find_any_case(line, words);
    if (at >= out.begin) continue;
    const std::size_t colon = line.find(':', at);
    if (colon == std::string_view::npos || find_any_case(line, "following", at) > colon) continue;
    out = {at, colon + 1, words[0] == 'f'};
  }
  return out;
}

std::string without_comma(std::string text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ' '))
    text.pop_back();
  return text;
}

bool is_group_heading(std::string_view line) {
  return contains_word(line, "affiliated entit") || contains_word(line, "subordinate institut");
}

// One line of a cell taken into the party: an alias, an announcement, a name or an address.
class CellReader {
 public:
  void take(std::string_view line) {
    if (const std::size_t dash = dash_at(line); dash != 0 && in_aliases_) {
      take_aliases(line);
      return;
    }
    if (is_group_heading(line) && !cell_.party.name.empty()) {
      // "... and the following 22 affiliated entities:", or the heading alone.
      in_affiliates_ = true;
      in_aliases_ = false;
      return;
    }
    const Announced found = announced(line);
    if (found.begin != std::string_view::npos) {
      begin_party(clean(line.substr(0, found.begin)), found.former);
      if (const std::string rest = clean(line.substr(found.end)); !rest.empty()) take_aliases(rest);
      return;
    }
    in_aliases_ = false;
    if (party().name.empty()) {
      NameAndAddress split = split_name(line);
      begin_party(split.name, false);
      in_aliases_ = false;
      add_addresses(party(), split.address);
    } else if (in_affiliates_ && (started_ == 0 || !party().addresses.empty())) {
      NameAndAddress split = split_name(line);
      begin_party(split.name, false);
      in_aliases_ = false;
      add_addresses(party(), split.address);
    } else {
      add_addresses(party(), line);
    }
  }

  EntityCell finish() { return std::move(cell_); }

 private:
  NamedParty& party() {
    return in_affiliates_ && !cell_.affiliates.empty() ? cell_.affiliates.back() : cell_.party;
  }

  void begin_party(std::string name, bool former) {
    name = without_comma(std::move(name));
    if (in_affiliates_) {
      cell_.affiliates.emplace_back();
      ++started_;
    }
    if (!name.empty()) party().name = std::move(name);
    in_aliases_ = true;
    former_ = former;
  }

  // One alias a line, or several with dashes between.
  void take_aliases(std::string_view line) {
    while (!line.empty()) {
      const std::size_t dash = dash_at(line);
      line.remove_prefix(dash);
      std::size_t end = line.size();
      for (const std::string_view long_dash : {dashes[0], dashes[1]})
        end = std::min(end, line.find(long_dash));
      std::string alias = without_joint(clean(line.substr(0, end)));
      if (!alias.empty()) (former_ ? party().former : party().aliases).push_back(std::move(alias));
      line.remove_prefix(std::min(end, line.size()));
    }
  }

  EntityCell cell_;
  bool in_aliases_ = false;
  bool in_affiliates_ = false;
  bool former_ = false;
  std::size_t started_ = 0;
};

}  // namespace

NameAndAddress split_name(std::string_view line) {
  int depth = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '(') ++depth;
    if (line[i] == ')' && depth > 0) --depth;
    if (line[i] != ',' || depth > 0) continue;
    const std::string rest = clean(line.substr(i + 1));
    if (rest.empty()) break;
    if (goes_on(rest)) continue;
    return {clean(line.substr(0, i)), rest};
  }
  return {without_comma(clean(line)), {}};
}

EntityCell read_entity_cell(std::string_view text) {
  CellReader reader;
  for (const std::string& line : parts_of(text, "\n")) reader.take(line);
  return reader.finish();
}

}  // namespace licit
