// One cell of a user's table, from the way people and their programs write it to the way the facts
// are written: numbers with a decimal comma and grouped digits, days in the order of a country, yes
// and no in several languages. What can be read in two ways is refused, with the option that settles
// it; nothing is guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "facts/value_text.h"

namespace licit {

enum class DecimalMark : std::uint8_t { Auto, Point, Comma };  // --decimal
enum class DateOrder : std::uint8_t { Iso, Dmy, Mdy };         // --dates

struct CellStyle {
  DecimalMark decimal = DecimalMark::Auto;
  DateOrder dates = DateOrder::Iso;
  // The cells are separated by semicolons, as in countries that write a decimal comma: there, "1.234"
  // is as likely a thousand as a fraction.
  bool semicolons = false;
};

// Nothing, or one of the marks that stand for nothing ("n/a", "#N/A", "-", "null"): not given.
bool is_not_given(std::string_view cell);

// "1.234,56", "1,234.56", "1 234,5", "1'234.5", "12,34,567" -> "1234.56"... B012 where it is no number
// or (DecimalMark::Auto) may be two. `whole`: fractions are not expected, as in a quantity.
Result<std::string> plain_number(std::string_view cell, const CellStyle& style, const Spot& spot,
                                 bool whole = false);

// "12,000 USD", "EUR 1.234,56", "€ 12.50": a plain number and a currency code, empty where none is
// written. `currency`: what the currency column says, if anything; then a bare "$" is no question.
struct Money {
  std::string amount;
  std::string currency;
};
Result<Money> money(std::string_view cell, std::string_view currency, const CellStyle& style,
                    const Spot& spot);

// The numbers of "300,5..330 mm2" made plain; unit and range stay. Anything without digits is
// returned as it is.
Result<std::string> quantity_text(std::string_view cell, const CellStyle& style, const Spot& spot);

// To YYYY-MM-DD. ISO days are taken always (with a time of day behind them, which is dropped; also
// "20240603"); days by DateOrder only when told; else B013 names the option.
Result<std::string> iso_day(std::string_view cell, const CellStyle& style, const Spot& spot);

// "oui", "Y", "1", "false"... -> "yes" or "no"; anything else is returned as it is.
std::string yes_no_word(std::string_view cell);

// "Re-export", "in-country transfer", "réexportation" -> the word of transfer.kind; anything else is
// returned as it is.
std::string kind_word(std::string_view cell);

// A cell of the column `field` (a transaction field or fact id; `spec` where it is a fact of the
// vocabulary, else null) as the facts want it. Not for `value`, which is money().
Result<std::string> read_cell(std::string_view field, const FactSpec* spec, std::string_view cell,
                              const CellStyle& style, const Spot& spot);

}  // namespace licit
