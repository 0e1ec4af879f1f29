#include "facts/value_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace licit {
namespace {

// Spellings of units that mean the vocabulary's unit, exactly, or a round multiple of it.
struct UnitSpelling {
  std::string_view written;
  std::string_view unit;
  std::int64_t factor;
};
constexpr std::array<UnitSpelling, 12> unit_spellings{{
    {"TFLOPS", "TOPS", 1},
    {"TFLOP/s", "TOPS", 1},
    {"POPS", "TOPS", 1000},
    {"PFLOPS", "TOPS", 1000},
    {"TB/s", "GB/s", 1000},
    {"Gbyte/s", "GB/s", 1},
    {"Go/s", "GB/s", 1},
    {"mm\xC2\xB2", "mm2", 1},
    {"mm^2", "mm2", 1},
    {"TPP/mm\xC2\xB2", "TPP/mm2", 1},
    {"GB/s/mm\xC2\xB2", "GB/s/mm2", 1},
    {"bit", "bits", 1},
}};

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && text.front() == '"' && text.back() == '"';
}

// The content of a quoted text; empty where a quotation mark inside is not escaped.
std::optional<std::string> unquoted(std::string_view text) {
  std::string out;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    char c = text[i];
    if (c == '"') return {};
    if (c == '\\') {
      if (i + 2 >= text.size()) return {};
      c = text[++i];
      if (c == 'n') c = '\n';
    }
    out += c;
  }
  return out;
}

// In quotes a word is only itself: a company may be called "Unknown".
bool means_unknown(std::string_view text) {
  if (text.starts_with('"')) return false;
  const std::string folded = fold(text);
  return text == "?" || folded == "unknown" || folded == "inconnu";
}

bool means_none(std::string_view text) {
  if (text.starts_with('"')) return false;
  const std::string folded = fold(text);
  return folded == "none" || folded == "aucun" || folded == "aucune";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The length of the exponent that stands at `at`: "e3", "E-7". Nothing where none does.
std::size_t exponent_at(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return 0;
  if (!is_digit(text[at - 1])) return 0;
  std::size_t end = at + 1;
  if (end < text.size() && (text[end] == '+' || text[end] == '-')) ++end;
  const std::size_t digits = end;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end == digits ? 0 : end - at;
}

// One end of a range as it was written, times ten to some power.
struct Written {
  std::optional<Number> number;
  bool is_power = false;   // it has an exponent
  bool too_large = false;  // it is a number, and none that is kept exactly
};

Written read_number(std::string_view text, int power) {
  Written out;
  std::string_view mantissa = text;
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos) {
    if (exponent_at(text, e) != text.size() - e) return out;
    std::string_view digits = text.substr(e + 1);
    const bool negative = digits.front() == '-';
    if (!is_digit(digits.front())) digits.remove_prefix(1);
    int exponent = 0;
    for (const char c : digits) exponent = std::min(exponent * 10 + (c - '0'), 1000);
    power += negative ? -exponent : exponent;
    mantissa = text.substr(0, e);
    out.is_power = true;
  }
  out.number = Number::parse(mantissa);
  if (!out.number) {
    const auto digits = std::count_if(mantissa.begin(), mantissa.end(), is_digit);
    const auto points = std::count(mantissa.begin(), mantissa.end(), '.');
    out.too_large =
        digits > 18 && points <= 1 && digits + points == std::ssize(mantissa) && !mantissa.empty();
    return out;
  }
  if (*out.number == Number(0)) return out;
  for (; power != 0 && out.number; power += power > 0 ? -1 : 1) {
    out.number = power > 0 ? out.number->times(Number(10)) : out.number->over(Number(10));
  }
  out.too_large = !out.number;
  return out;
}

struct WrittenRange {
  std::optional<Interval> interval;
  bool all_powers = true;  // each end has an exponent, or is zero
  bool too_large = false;
};

WrittenRange read_range(std::string_view text, int power) {
  WrittenRange out;
  const std::size_t dots = text.find("..");
  const bool is_point = dots == std::string_view::npos;
  const std::string_view low = trimmed(text.substr(0, dots));
  const std::string_view high = is_point ? low : trimmed(text.substr(dots + 2));
  if (low.empty() && high.empty()) return out;
  bool readable = true;
  const auto end_of = [&](std::string_view written) -> std::optional<Number> {
    if (written.empty()) return {};
    const Written end = read_number(written, power);
    out.too_large = out.too_large || end.too_large;
    readable = readable && end.number && *end.number >= Number(0);
    const bool is_zero = end.number && *end.number == Number(0);
    if ((end.number || end.too_large) && !is_zero && !end.is_power) out.all_powers = false;
    return end.number;
  };
  Interval range;
  range.lo = end_of(low);
  range.hi = is_point ? range.lo : end_of(high);
  if (!readable || (range.lo && range.hi && *range.hi < *range.lo)) return out;
  out.interval = range;
  return out;
}

// Operations are counted in Yop, of 10^24 each, since a number of them does not fit 64 bits.
constexpr int yop_power = 24;
bool means_operations(std::string_view unit) {
  return unit == "operations" || unit == "operation" || unit == "FLOP" ||
         unit == "op\xC3\xA9rations" || unit == "op\xC3\xA9ration";
}

class Reader {
 public:
  Reader(const FactSpec& spec, const Places& places, const Spot& spot)
      : spec_(spec), places_(places), spot_(spot) {}

  Result<FactValue> read(std::string_view text) const {
    if (!is_valid_utf8(text)) return fault("F005", Msg::FactNotUtf8, {spot_.field});
    text = trimmed(text);
    if (text.empty()) return fault("F005", Msg::FactNoValue, {spot_.field});
    if (means_unknown(text)) {
      FactValue value = FactValue::unknown(spec_.type);
      value.unit = unit();
      value.origin = Origin::Given;
      return value;
    }
    if (spec_.type == FactType::Number) return quantity(text);
    if (spec_.type == FactType::SetOf) return set(text);
    return candidates(text);
  }

 private:
  std::string unit() const { return spec_.unit == "count" ? "" : spec_.unit; }

  Diagnostic fault(std::string code, Msg key, std::vector<std::string> arguments,
                   std::vector<Text> help = {}) const {
    Diagnostic d;
    d.code = std::move(code);
    d.place = spot_.place;
    d.message = {key, std::move(arguments)};
    d.help = std::move(help);
    return d;
  }

  Diagnostic bad_quantity(std::string_view text) const {
    return fault("F005", Msg::FactNotAQuantity, {spot_.field, std::string(text)},
                 {{Msg::FactQuantityForm, {}}});
  }

  Result<FactValue> quantity(std::string_view text) const {
    std::size_t end = 0;
    while (end < text.size()) {
      const std::size_t exponent = exponent_at(text, end);
      if (exponent == 0 &&
          std::string_view("0123456789.+-").find(text[end]) == std::string_view::npos)
        break;
      end += std::max<std::size_t>(exponent, 1);
    }
    const std::string_view digits = trimmed(text.substr(0, end));
    std::string_view written = trimmed(text.substr(end));
    const bool operations = unit() == "Yop" && (means_operations(written) || written.empty());
    const WrittenRange range = read_range(digits, operations ? -yop_power : 0);
    if (operations && written.empty() && !range.all_powers)
      return fault("F005", Msg::FactBareOperations, {spot_.field, std::string(text)},
                   {{Msg::FactOperationsForm, {}}});
    if (range.too_large) return fault("F005", Msg::NumberOverflow, {std::string(text)});
    auto interval = range.interval;
    if (!interval || (!written.empty() && (written.front() == ',' || written.front() == '\'')))
      return bad_quantity(text);
    if (operations) written = {};
    if (!written.empty() && written != unit() && written != spec_.unit) {
      const auto* spelling = std::find_if(
          unit_spellings.begin(), unit_spellings.end(),
          [&](const UnitSpelling& s) { return s.written == written && s.unit == unit(); });
      if (spelling == unit_spellings.end())
        return fault("F005", Msg::FactWrongUnit,
                     {spot_.field, std::string(written), unit().empty() ? "count" : unit()});
      interval = times(*interval, Interval::exactly(Number(spelling->factor)));
      if (!interval) return fault("F005", Msg::NumberOverflow, {std::string(text)});
    }
    if (spec_.unit == "count")
      for (const auto& edge : {interval->lo, interval->hi})
        if (edge && edge->den() != 1)
          return fault("F005", Msg::FactNotWhole, {spot_.field, std::string(text)});
    return FactValue::of(*interval, unit());
  }

  // The words between braces, or the one word; the inside of quotes is kept as it is.
  Result<std::vector<std::string>> words(std::string_view text, std::string_view separators) const {
    const bool braces = text.front() == '{';
    if (braces != (text.back() == '}'))
      return fault("F005", Msg::FactBracketOpen, {spot_.field, std::string(text)});
    if (!braces && (separators.empty() || is_quoted(text))) {
      if (!is_quoted(text)) return std::vector<std::string>{std::string(text)};
      if (auto inside = unquoted(text)) return std::vector<std::string>{*inside};
      return fault("F005", Msg::FactBracketOpen, {spot_.field, std::string(text)});
    }
    if (braces) text = text.substr(1, text.size() - 2);
    return split_list(text, braces ? "," : separators);
  }

  Result<FactValue> set(std::string_view text) const {
    if (means_none(text)) return FactValue::set_of({});
    auto list = words(text, ";,");
    if (!list.ok()) return list.errors();
    std::vector<std::string> members;
    for (const std::string& word : list.value()) {
      std::string member = word;
      if (trimmed(word).empty() || means_unknown(word) || means_none(word))
        return fault("F005", Msg::FactNotInAList, {spot_.field, word});
      if (!spec_.words.empty()) {
        auto known = vocabulary_word(word);
        if (!known.ok()) return known.errors();
        member = std::move(known).value();
      }
      if (std::find(members.begin(), members.end(), member) == members.end())
        members.push_back(std::move(member));
    }
    return FactValue::set_of(std::move(members));
  }

  Result<FactValue> candidates(std::string_view text) const {
    auto list = words(text, "");
    if (!list.ok()) return list.errors();
    if (list->empty()) return fault("F005", Msg::FactNoValue, {spot_.field});
    FactValue value = FactValue::unknown(spec_.type);
    value.origin = Origin::Given;
    for (const std::string& word : list.value()) {
      auto scalar = one(word);
      if (!scalar.ok()) return scalar.errors();
      if (std::find(value.candidates.begin(), value.candidates.end(), *scalar) ==
          value.candidates.end())
        value.candidates.push_back(std::move(scalar).value());
    }
    return value;
  }

  Result<Scalar> one(const std::string& word) const {
    switch (spec_.type) {
      case FactType::YesNo:
        return yes_no(word);
      case FactType::Date:
        return day(word);
      case FactType::Place:
        return place(word);
      case FactType::OneOf: {
        auto known = vocabulary_word(word);
        if (!known.ok()) return known.errors();
        return Scalar(std::move(known).value());
      }
      default:
        if (trimmed(word).empty()) return fault("F005", Msg::FactNoValue, {spot_.field});
        return Scalar(word);
    }
  }

  Result<Scalar> yes_no(const std::string& word) const {
    const std::string folded = fold(word);
    for (const std::string_view yes : {"yes", "y", "true", "oui"})
      if (folded == yes) return Scalar(true);
    for (const std::string_view no : {"no", "n", "false", "non"})
      if (folded == no) return Scalar(false);
    return fault("F005", Msg::FactNotYesNo, {spot_.field, word});
  }

  Result<Scalar> day(const std::string& word) const {
    if (const auto date = Date::parse(word)) return Scalar(*date);
    if (is_day_out_of_range(word)) return fault("F003", Msg::FactDateRange, {spot_.field, word});
    return fault("F003", Msg::FactBadDate, {spot_.field, word}, {{Msg::FactDateForm, {}}});
  }

  Result<Scalar> place(const std::string& word) const {
    if (const PlaceRow* row = places_.find(word)) return Scalar(row->code);
    return fault("F002", Msg::FactUnknownPlace, {spot_.field, word},
                 suggestions(places_.nearest_names(word), Text{Msg::FactPlaceForm, {}}));
  }

  Result<std::string> vocabulary_word(const std::string& word) const {
    const std::string folded = fold(word);
    for (const std::string& known : spec_.words)
      if (fold(known) == folded) return known;
    return fault("F005", Msg::FactNotAWord, {spot_.field, word, joined(spec_.words, ", ")},
                 suggestions(nearest(word, spec_.words, 1), std::nullopt));
  }

  static std::vector<Text> suggestions(const std::vector<std::string>& near,
                                       std::optional<Text> otherwise) {
    std::vector<Text> help;
    if (near.size() == 1) help.push_back({Msg::DidYouMean, {near.front()}});
    if (near.size() > 1) help.push_back({Msg::DidYouMeanOneOf, {joined(near, ", ")}});
    if (otherwise) help.push_back(std::move(*otherwise));
    return help;
  }

  const FactSpec& spec_;
  const Places& places_;
  const Spot& spot_;
};

}  // namespace

Result<FactValue> parse_value(const FactSpec& spec, std::string_view text, const Places& places,
                              const Spot& spot) {
  return Reader(spec, places, spot).read(text);
}

bool is_day_out_of_range(std::string_view text) {
  if (text.size() != 10 || Date::parse(text)) return false;
  // A leap year within the range stands for the one that was typed, for the sake of 29 February.
  return (text.substr(0, 4) < "1900" || text.substr(0, 4) > "2199") &&
         text.find_first_not_of("0123456789-") == std::string_view::npos &&
         Date::parse("2000" + std::string(text.substr(4))).has_value();
}

std::optional<Interval> parse_interval(std::string_view text) {
  return read_range(text, 0).interval;
}

std::vector<std::string> split_list(std::string_view text, std::string_view separators) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  bool in_quotes = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size()) {
      if (in_quotes && text[i] == '\\') {
        if (i + 1 < text.size()) ++i;
        continue;
      }
      if (text[i] == '"' && (in_quotes || trimmed(text.substr(begin, i - begin)).empty()))
        in_quotes = !in_quotes;
      if (in_quotes || separators.find(text[i]) == std::string_view::npos) continue;
    }
    const std::string_view part = trimmed(text.substr(begin, std::min(i, text.size()) - begin));
    begin = i + 1;
    if (part.empty()) continue;
    const auto inside = is_quoted(part) ? unquoted(part) : std::nullopt;
    out.push_back(inside ? *inside : std::string(part));
  }
  return out;
}

}  // namespace licit
