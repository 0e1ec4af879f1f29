#include "parties/names/readings.h"

#include <algorithm>

#include "parties/names/field.h"
#include "parties/names/score.h"
#include "parties/names/text_parts.h"

namespace licit::names {
namespace {

constexpr std::uint16_t hopeless = 500;  // no evidence short of an exact number lifts it to a band
// Of a part of a text, and of words of trade and places alone ("Harbin Institute of Technology"), which only the very
// name may match.
constexpr std::uint16_t least_in_part = 900;
constexpr std::uint16_t least_of_trade = 980;

std::size_t words_in(const NormalName& name) {
  return static_cast<std::size_t>(std::count_if(
      name.tokens.begin(), name.tokens.end(),
      [](const NameToken& t) { return t.kind == TokenKind::Word && t.form.size() >= 3; }));
}

// A part of a text is a name where one of its words is no common one.
bool may_be_named(const NormalName& part) {
  return words_in(part) >= 1 && (part.flags & (FlagOnlyLegalForms | FlagNothing)) == 0;
}
// Or where several words of trade and places together may be one.
bool may_be_of_trade(const NormalName& part) {
  const auto counted = std::count_if(
      part.tokens.begin(), part.tokens.end(),
      [](const NameToken& t) { return t.kind == TokenKind::Common || t.kind == TokenKind::Place; });
  const bool any = std::any_of(part.tokens.begin(), part.tokens.end(),
                               [](const NameToken& t) { return t.kind == TokenKind::Common; });
  return any && counted >= 2 && (part.flags & (FlagOnlyLegalForms | FlagNothing)) == 0;
}

// Whether what stands beside the one name of these parts is legal forms.
bool is_with_forms_only(const std::vector<Normalized>& parts, std::size_t from) {
  return std::all_of(
      parts.begin() + static_cast<std::ptrdiff_t>(from), parts.end(), [](const Normalized& part) {
        return may_be_named(part.ways[0]) || (part.ways[0].flags & FlagOnlyLegalForms) != 0;
      });
}

bool same_words(const NormalName& a, const NormalName& b) {
  return std::equal(
      a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(),
      [](const NameToken& x, const NameToken& y) { return x.form == y.form && x.kind == y.kind; });
}

}  // namespace

// Of whom nobody said what they are may be a person, whose name has words that in a company's are of its
// trade or form ("Min Aung Hlaing", "Krasnov", "Abdul").
void Readings::read_as_person(const PartyQuery& query, const Normalized& normal) {
  if (query.type != PartyType::Unknown) return;
  person_ = normalize(query.name, PartyType::Person);
  if (same_words(person_.ways.front(), normal.ways.front())) return;
  for (const NormalName& way : person_.ways) readings_.push_back({&way, hopeless, false, true});
}

// "DERIPASKA, Oleg, Jalan Ampang 5": each two parts that a comma parts may be a person's name.
void Readings::read_pairs_as_persons(const PartyQuery& query) {
  constexpr std::size_t most_parts = 12;
  persons_.clear();
  if (query.type != PartyType::Unknown || std::count(field_.begin(), field_.end(), ',') < 2) return;
  std::vector<std::string_view> between;
  for (std::size_t from = 0; from <= field_.size() && between.size() < most_parts;) {
    const std::size_t end = std::min(field_.find(',', from), field_.size());
    between.push_back(std::string_view(field_).substr(from, end - from));
    from = end + 1;
  }
  for (std::size_t i = 0; i + 1 < between.size(); ++i) {
    std::string pair(between[i]);
    pair += ',';
    pair += between[i + 1];
    if (pair.find_first_of("0123456789") != std::string::npos) continue;
    persons_.push_back(normalize(pair, PartyType::Person));
  }
  for (const Normalized& pair : persons_)
    for (const NormalName& way : pair.ways)
      if (way.tokens.size() >= 2) readings_.push_back({&way, least_in_part, true, true});
}

// What stands before and with its legal form, where more follows: "Acme Co Ltd Jalan Ampang 5".
void Readings::take_head(std::string_view text, PartyType type) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const std::string_view head = text.substr(0, at);
    const std::size_t last = head.find_last_of(' ');
    if (last == std::string_view::npos) continue;
    const Normalized form = normalize(head.substr(last + 1), type);
    if ((form.ways[0].flags & FlagOnlyLegalForms) == 0) continue;
    const std::size_t next = std::min(text.find(' ', at + 1), text.size());
    if ((normalize(text.substr(at + 1, next - at - 1), type).ways[0].flags & FlagOnlyLegalForms) !=
        0)
      continue;
    parts_.push_back(normalize(head, type));
    return;
  }
}

// The text as it is spelled, in parts and in other spellings.
void Readings::read_parts(const PartyQuery& query) {
  const auto take_parts = [&](std::string_view text) {
    const std::size_t before = parts_.size();
    const std::vector<std::string_view> found = text_parts(text);
    for (const std::string_view part : found) {
      parts_.push_back(normalize(part, query.type));
      take_head(part, query.type);
    }
    // "X Co., Ltd." is one name, which is asked whole.
    const auto nameable =
        std::count_if(parts_.begin() + static_cast<std::ptrdiff_t>(before), parts_.end(),
                      [](const Normalized& part) { return may_be_named(part.ways[0]); });
    const bool from_start = !found.empty() && found.front().data() == text.data();
    if (from_start && nameable == 1 && is_with_forms_only(parts_, before)) parts_.resize(before);
  };
  take_parts(field_);
  take_head(field_, query.type);
  const Bracketed apart = bracketed(field_, true);
  for (const std::string_view inside : apart.inside) {
    parts_.push_back(normalize(inside, query.type));
    take_parts(inside);
  }
  // Without a number of a customer in brackets.
  if (std::any_of(apart.inside.begin(), apart.inside.end(), [](std::string_view inside) {
        return inside.find_first_of("0123456789") != std::string_view::npos;
      })) {
    parts_.push_back(normalize(apart.outside, query.type));
    if (query.type == PartyType::Unknown)
      parts_.push_back(normalize(apart.outside, PartyType::Person));
  }
  // Written apart, a name of one word ("SoftBank") is two of many: it must be the very name.
  for (const std::string& spelled : {field_, words_apart(field_)})
    if (!spelled.empty() && spelled != query.name) parts_.push_back(normalize(spelled, query.type));
  const std::size_t mended_from = parts_.size();
  for (const char one : {'I', 'L'}) {
    const std::string mended = digits_as_letters(field_, one);
    if (!mended.empty()) parts_.push_back(normalize(mended, query.type));
  }
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    for (const NormalName& way : parts_[i].ways) {
      if (may_be_named(way))
        readings_.push_back({&way, i < mended_from ? least_in_part : review_from, true, false});
      else if (may_be_of_trade(way))
        readings_.push_back({&way, least_of_trade, true, false});
    }
  }
}

void Readings::read(const PartyQuery& query, const Normalized& normal) {
  readings_.clear();
  parts_.clear();
  field_ = plain_field(query.name);
  for (const NormalName& way : normal.ways) readings_.push_back({&way, hopeless, false, false});
  if (query.type != PartyType::Person) read_parts(query);
  read_as_person(query, normal);
  read_pairs_as_persons(query);
}

}  // namespace licit::names
