// Numbers in cells: which mark is the decimal one, and whether the digits are grouped as somebody
// would group them.
#include <algorithm>
#include <array>

#include "base/beginning.h"
#include "base/number.h"
#include "base/text.h"
#include "book/cells.h"

namespace licit {
namespace {

// The marks that group digits and are no decimal mark anywhere, each with its bytes.
constexpr std::array<std::string_view, 6> group_marks = {
    " ", "'", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x99"};
constexpr std::string_view minus_sign = "\xE2\x88\x92";

Diagnostic not_a_number(std::string_view cell, const Spot& spot) {
  return {.code = "B012",
          .place = spot.place,
          .message = {Msg::BookNotANumber, {spot.field, beginning(cell)}},
          .help = {{Msg::BookWritePlainNumber, {}}}};
}

// Digits, '.', ',' and '_' (any other group mark); the sign apart. Empty where anything else stands.
struct Written {
  bool negative = false;
  std::string text;
};
std::optional<Written> written(std::string_view cell) {
  Written out;
  cell = trimmed(cell);
  if (cell.starts_with(minus_sign)) {
    out.negative = true;
    cell.remove_prefix(minus_sign.size());
  } else if (cell.starts_with('-') || cell.starts_with('+')) {
    out.negative = cell[0] == '-';
    cell.remove_prefix(1);
  }
  cell = trimmed(cell);
  while (!cell.empty()) {
    const char c = cell[0];
    if ((c >= '0' && c <= '9') || c == '.' || c == ',') {
      out.text += c;
      cell.remove_prefix(1);
      continue;
    }
    const auto mark = std::find_if(group_marks.begin(), group_marks.end(),
                                   [&](std::string_view m) { return cell.starts_with(m); });
    if (mark == group_marks.end()) return std::nullopt;
    out.text += '_';
    cell.remove_prefix(mark->size());
  }
  if (out.text.empty() || out.text.size() > 64) return std::nullopt;
  return out;
}

// "1,234,567" with `mark` ',' -> "1234567". Groups of three, or the Indian 12,34,567; empty where the
// digits are grouped otherwise, or by two marks.
std::optional<std::string> ungrouped(std::string_view whole) {
  std::string digits;
  std::vector<std::size_t> groups;
  char mark = '\0';
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= whole.size(); ++i) {
    if (i < whole.size() && whole[i] >= '0' && whole[i] <= '9') continue;
    if (i < whole.size()) {
      if (mark != '\0' && whole[i] != mark) return std::nullopt;
      mark = whole[i];
    }
    groups.push_back(i - begin);
    digits += whole.substr(begin, i - begin);
    begin = i + 1;
  }
  if (groups.size() == 1) return digits;
  const bool ends_in_three = groups.back() == 3;
  const bool threes = std::all_of(groups.begin() + 1, groups.end(), [](auto n) { return n == 3; });
  const bool twos =
      std::all_of(groups.begin() + 1, groups.end() - 1, [](auto n) { return n == 2; });
  const bool first_fits = groups[0] >= 1 && groups[0] <= (threes ? 3U : 2U);
  if (!first_fits || !ends_in_three || !(threes || twos)) return std::nullopt;
  return digits;
}

// One mark, one to three digits before it (not a lone zero) and exactly three behind.
bool looks_grouped(std::string_view text, std::size_t at) {
  return at >= 1 && at <= 3 && text.size() - at == 4 && text[0] != '0';
}

// The decimal mark, '\0' where the number is whole; empty where two answers are possible.
std::optional<char> decimal_mark(std::string_view text, const CellStyle& style, bool whole) {
  if (style.decimal == DecimalMark::Point) return '.';
  if (style.decimal == DecimalMark::Comma) return ',';
  const std::size_t dot = text.rfind('.');
  const std::size_t comma = text.rfind(',');
  const auto dots = std::count(text.begin(), text.end(), '.');
  const auto commas = std::count(text.begin(), text.end(), ',');
  if (dots > 0 && commas > 0) return dot > comma ? '.' : ',';
  if (dots + commas != 1) return '\0';
  const char mark = dots == 1 ? '.' : ',';
  if (text.find('_') != std::string_view::npos) return mark;
  if (!looks_grouped(text, dots == 1 ? dot : comma)) return mark;
  // "1.234" is a fraction to whoever writes a decimal point; elsewhere it is not known.
  if (mark == '.' && !style.semicolons && !whole) return mark;
  return std::nullopt;
}

struct Symbol {
  std::string_view bytes;
  std::string_view code;  // empty: several currencies use it
};
constexpr std::array<Symbol, 6> symbols = {{{"$", ""},
                                            {"\xC2\xA5", ""},
                                            {"\xE2\x82\xAC", "EUR"},
                                            {"\xC2\xA3", "GBP"},
                                            {"\xE2\x82\xA9", "KRW"},
                                            {"\xE2\x82\xB9", "INR"}}};

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Takes a currency code of three letters off either end.
std::string take_code(std::string_view& text) {
  const auto letters = [](std::string_view s) {
    return std::all_of(s.begin(), s.end(), is_letter);
  };
  std::string code;
  if (text.size() > 3 && letters(text.substr(0, 3)) && !is_letter(text[3])) {
    code = text.substr(0, 3);
    text.remove_prefix(3);
  } else if (text.size() > 3 && letters(text.substr(text.size() - 3)) &&
             !is_letter(text[text.size() - 4])) {
    code = text.substr(text.size() - 3);
    text.remove_suffix(3);
  }
  for (char& c : code) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  text = trimmed(text);
  return code;
}

}  // namespace

Result<std::string> plain_number(std::string_view cell, const CellStyle& style, const Spot& spot,
                                 bool whole) {
  const std::optional<Written> number = written(cell);
  if (!number) return not_a_number(cell, spot);
  const std::string& text = number->text;
  const std::optional<char> mark = decimal_mark(text, style, whole);
  if (!mark) {
    const std::size_t at = text.find_first_of(".,");
    const std::string head = text.substr(0, at);
    const std::string tail = text.substr(at + 1);
    const bool is_comma = text[at] == ',';
    Diagnostic d{.code = "B012", .place = spot.place, .message = {}};
    d.message = {Msg::BookTwoNumbers,
                 {spot.field, std::string(trimmed(cell)), head + tail, head + "." + tail}};
    d.help.push_back({Msg::BookDecimalHelp, {"point", is_comma ? head + tail : head + "." + tail}});
    d.help.push_back({Msg::BookDecimalHelp, {"comma", is_comma ? head + "." + tail : head + tail}});
    return d;
  }
  std::string_view whole_part = text;
  std::string_view fraction;
  if (*mark != '\0') {
    const std::size_t at = text.find(*mark);
    if (at != std::string::npos) {
      whole_part = whole_part.substr(0, at);
      fraction = std::string_view(text).substr(at + 1);
    }
  }
  const bool fraction_is_digits =
      std::all_of(fraction.begin(), fraction.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::optional<std::string> digits = ungrouped(whole_part);
  if (!digits || !fraction_is_digits || (digits->empty() && fraction.empty()))
    return not_a_number(cell, spot);
  std::string out = number->negative ? "-" : "";
  out += digits->empty() ? "0" : *digits;
  if (!fraction.empty()) out += "." + std::string(fraction);
  if (!Number::parse(out)) {
    return Diagnostic{.code = "B012", .place = spot.place, .message = {Msg::NumberOverflow, {out}}};
  }
  if (number->negative) {
    return Diagnostic{.code = "B014",
                      .place = spot.place,
                      .message = {Msg::BookNegative, {spot.field, out}},
                      .help = {{Msg::BookNegativeHelp, {}}}};
  }
  return out;
}

Result<Money> money(std::string_view cell, std::string_view currency, const CellStyle& style,
                    const Spot& spot) {
  Money out;
  std::string_view text = trimmed(cell);
  for (const Symbol& symbol : symbols) {
    if (text.starts_with(symbol.bytes))
      text.remove_prefix(symbol.bytes.size());
    else if (text.ends_with(symbol.bytes))
      text.remove_suffix(symbol.bytes.size());
    else
      continue;
    if (symbol.code.empty() && currency.empty()) {
      return Diagnostic{.code = "B015",
                        .place = spot.place,
                        .message = {Msg::BookWhichCurrency, {std::string(symbol.bytes)}},
                        .help = {{Msg::BookWhichCurrencyHelp, {}}}};
    }
    out.currency = symbol.code;
    break;
  }
  text = trimmed(text);
  if (const std::string code = take_code(text); !code.empty()) out.currency = code;
  std::string column(trimmed(currency));
  for (char& c : column) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  if (!out.currency.empty() && !column.empty() && column != out.currency) {
    return Diagnostic{.code = "B015",
                      .place = spot.place,
                      .message = {Msg::BookTwoCurrencies, {out.currency, column}},
                      .help = {{Msg::BookWhichCurrencyHelp, {}}}};
  }
  if (out.currency.empty()) out.currency = column;
  Result<std::string> amount = plain_number(text, style, spot);
  if (!amount) return amount.errors();
  out.amount = std::move(amount).value();
  return out;
}

Result<std::string> quantity_text(std::string_view cell, const CellStyle& style, const Spot& spot) {
  cell = trimmed(cell);
  std::string out;
  std::string_view rest = cell;
  for (;;) {
    const std::size_t dots = rest.find("..");
    std::string_view part = trimmed(rest.substr(0, dots));
    // Digits with their marks in front; the unit behind.
    std::size_t end = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (is_letter(part[i])) break;
      if (part[i] >= '0' && part[i] <= '9') end = i + 1;
    }
    if (end == 0) {
      out += part;
    } else {
      Result<std::string> number = plain_number(part.substr(0, end), style, spot);
      if (!number) return number.errors();
      out += number.value();
      out += part.substr(end);
    }
    if (dots == std::string_view::npos) break;
    out += "..";
    rest = rest.substr(dots + 2);
  }
  return out;
}

}  // namespace licit
