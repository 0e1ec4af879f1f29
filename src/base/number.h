// Exact numbers. A Number is a reduced fraction of 64-bit integers, so a decimal from a data sheet, a
// product of peak and bit length, and the quotient TPP over die area are all kept exactly, and a
// comparison with a limit of the law is decided by cross-multiplication in 128 bits. There is no
// floating point anywhere a verdict depends on it. Value types, no allocation.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/truth.h"

namespace licit {

class Number {
 public:
  constexpr Number() = default;
  constexpr Number(std::int64_t whole) : num_(whole) {}  // NOLINT: an integer is a number

  // Empty where den is 0 or the reduced fraction does not fit 64 bits.
  static std::optional<Number> fraction(std::int64_t num, std::int64_t den);
  // "5", "-3", "2.91", "600,000" is not accepted; the decimal mark is a point; up to 18 digits.
  static std::optional<Number> parse(std::string_view text);

  constexpr std::int64_t num() const { return num_; }
  constexpr std::int64_t den() const { return den_; }  // always > 0

  std::strong_ordering operator<=>(const Number& other) const;
  bool operator==(const Number& other) const = default;

  // Empty on overflow (or division by zero).
  std::optional<Number> plus(const Number& other) const;
  std::optional<Number> minus(const Number& other) const;
  std::optional<Number> times(const Number& other) const;
  std::optional<Number> over(const Number& other) const;

  // Exact where the decimal is finite and short; else rounded half away from zero to `places`,
  // trailing zeros dropped. For showing only.
  std::string decimal(int places = 6) const;

 private:
  constexpr Number(std::int64_t num, std::int64_t den) : num_(num), den_(den) {}
  std::int64_t num_ = 0;
  std::int64_t den_ = 1;
};

// What is known of a number: every value from lo to hi, ends included; an absent end is unbounded.
struct Interval {
  std::optional<Number> lo;
  std::optional<Number> hi;

  static Interval exactly(Number n) { return {n, n}; }
  static Interval anything() { return {}; }
  bool is_point() const { return lo && hi && *lo == *hi; }
  bool is_anything() const { return !lo && !hi; }
  bool operator==(const Interval&) const = default;

  // "2368", "300..330", "900..", "..5", "?" ; `places` decimals at most.
  std::string text(int places = 6) const;
};

enum class Comparison { Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual };

// "<", "<=", ">", ">=", "=", "!=".
std::string_view sign_of(Comparison c);

// Whether every (yes), no (no) or only some (unknown) value of `a` stands in relation `c` to some
// value of `b`; both ends of both intervals are included.
Truth compare(const Interval& a, Comparison c, const Interval& b);

// Interval arithmetic for quantities that are not negative (peaks, areas, bandwidths, counts).
// Empty on overflow. `over` with a divisor that may be zero is unbounded above.
std::optional<Interval> plus(const Interval& a, const Interval& b);
std::optional<Interval> times(const Interval& a, const Interval& b);
std::optional<Interval> over(const Interval& a, const Interval& b);
// The interval that holds the larger (the smaller) of the two values.
Interval max_of(const Interval& a, const Interval& b);
Interval min_of(const Interval& a, const Interval& b);

}  // namespace licit
