#include "base/number.h"

#include <limits>
#include <numeric>

namespace licit {
namespace {

__extension__ typedef __int128 Wide;  // an extension, so -Wpedantic wants it announced

constexpr Wide wide_max = std::numeric_limits<std::int64_t>::max();

// Both at least 0. Nearly all numbers of the law are small, and 128 bits divide slowly.
Wide wide_gcd(Wide a, Wide b) {
  while (b != 0) {
    if (a <= wide_max && b <= wide_max) {
      return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
    }
    const Wide r = a % b;
    a = b;
    b = r;
  }
  return a;
}

struct Fraction {
  std::int64_t num;
  std::int64_t den;
};

std::optional<Fraction> reduce(Wide num, Wide den) {
  if (den == 0) return {};
  if (den < 0) {
    num = -num;
    den = -den;
  }
  const Wide g = den == 1 ? 1 : wide_gcd(num < 0 ? -num : num, den);
  if (g > 1) {
    num /= g;
    den /= g;
  }
  if (num > wide_max || num < -wide_max || den > wide_max) return {};
  return Fraction{static_cast<std::int64_t>(num), static_cast<std::int64_t>(den)};
}

}  // namespace

std::optional<Number> Number::fraction(std::int64_t num, std::int64_t den) {
  const auto f = reduce(num, den);
  if (!f) return {};
  return Number(f->num, f->den);
}

std::optional<Number> Number::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  std::int64_t num = 0;
  std::int64_t den = 1;
  int digits = 0;
  bool point = false;
  bool digit_before = false;
  bool digit_after = false;
  for (const char c : text) {
    if (c == '.') {
      if (point || !digit_before) return {};
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return {};
    if (num != 0 || c != '0') ++digits;
    if (digits > 18) return {};
    num = num * 10 + (c - '0');
    if (point) {
      if (den > 100'000'000'000'000'000) return {};
      den *= 10;
      digit_after = true;
    } else {
      digit_before = true;
    }
  }
  if (!digit_before || (point && !digit_after)) return {};
  return fraction(negative ? -num : num, den);
}

std::strong_ordering Number::operator<=>(const Number& other) const {
  const Wide left = static_cast<Wide>(num_) * other.den_;
  const Wide right = static_cast<Wide>(other.num_) * den_;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

std::optional<Number> Number::plus(const Number& o) const {
  const Wide g = std::gcd(den_, o.den_);
  const Wide left = static_cast<Wide>(num_) * (o.den_ / g);
  const Wide right = static_cast<Wide>(o.num_) * (den_ / g);
  const auto f = reduce(left + right, static_cast<Wide>(den_ / g) * o.den_);
  if (!f) return {};
  return Number(f->num, f->den);
}

std::optional<Number> Number::minus(const Number& o) const { return plus(Number(-o.num_, o.den_)); }

std::optional<Number> Number::times(const Number& o) const {
  const auto f = reduce(static_cast<Wide>(num_) * o.num_, static_cast<Wide>(den_) * o.den_);
  if (!f) return {};
  return Number(f->num, f->den);
}

std::optional<Number> Number::over(const Number& o) const {
  const auto f = reduce(static_cast<Wide>(num_) * o.den_, static_cast<Wide>(den_) * o.num_);
  if (!f) return {};
  return Number(f->num, f->den);
}

std::string Number::decimal(int places) const {
  if (den_ == 1) return std::to_string(num_);
  Wide scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const bool negative = num_ < 0;
  const Wide magnitude = negative ? -static_cast<Wide>(num_) : static_cast<Wide>(num_);
  Wide scaled = (magnitude * scale * 2 + den_) / (static_cast<Wide>(den_) * 2);
  std::string digits;
  for (int i = 0; i < places; ++i) {
    const char d = static_cast<char>('0' + static_cast<int>(scaled % 10));
    if (!(digits.empty() && d == '0')) digits.insert(digits.begin(), d);
    scaled /= 10;
  }
  std::string whole;
  do {
    whole.insert(whole.begin(), static_cast<char>('0' + static_cast<int>(scaled % 10)));
    scaled /= 10;
  } while (scaled != 0);
  std::string out = digits.empty() ? whole : whole + "." + digits;
  const bool zero = out == "0";
  return negative && !zero ? "-" + out : out;
}

std::string Interval::text(int places) const {
  if (is_anything()) return "?";
  if (is_point()) return lo->decimal(places);
  return (lo ? lo->decimal(places) : "") + ".." + (hi ? hi->decimal(places) : "");
}

std::string_view sign_of(Comparison c) {
  switch (c) {
    case Comparison::Less:
      return "<";
    case Comparison::LessEqual:
      return "<=";
    case Comparison::Greater:
      return ">";
    case Comparison::GreaterEqual:
      return ">=";
    case Comparison::Equal:
      return "=";
    case Comparison::NotEqual:
      return "!=";
  }
  return "?";
}

Truth compare(const Interval& a, Comparison c, const Interval& b) {
  switch (c) {
    case Comparison::Less:
      if (a.hi && b.lo && *a.hi < *b.lo) return Truth::Yes;
      if (a.lo && b.hi && *a.lo >= *b.hi) return Truth::No;
      return Truth::Unknown;
    case Comparison::LessEqual:
      if (a.hi && b.lo && *a.hi <= *b.lo) return Truth::Yes;
      if (a.lo && b.hi && *a.lo > *b.hi) return Truth::No;
      return Truth::Unknown;
    case Comparison::Greater:
      return compare(b, Comparison::Less, a);
    case Comparison::GreaterEqual:
      return compare(b, Comparison::LessEqual, a);
    case Comparison::Equal:
      if (a.is_point() && b.is_point() && *a.lo == *b.lo) return Truth::Yes;
      if ((a.hi && b.lo && *a.hi < *b.lo) || (a.lo && b.hi && *a.lo > *b.hi)) return Truth::No;
      return Truth::Unknown;
    case Comparison::NotEqual:
      return !compare(a, Comparison::Equal, b);
  }
  return Truth::Unknown;
}

namespace {

template <typename F>
std::optional<Interval> ends(const Interval& a, const Interval& b, F op) {
  Interval out;
  if (a.lo && b.lo) {
    out.lo = op(*a.lo, *b.lo);
    if (!out.lo) return {};
  }
  if (a.hi && b.hi) {
    out.hi = op(*a.hi, *b.hi);
    if (!out.hi) return {};
  }
  return out;
}

}  // namespace

std::optional<Interval> plus(const Interval& a, const Interval& b) {
  return ends(a, b, [](const Number& x, const Number& y) { return x.plus(y); });
}

std::optional<Interval> times(const Interval& a, const Interval& b) {
  return ends(a, b, [](const Number& x, const Number& y) { return x.times(y); });
}

std::optional<Interval> over(const Interval& a, const Interval& b) {
  Interval out;
  if (a.lo && b.hi && *b.hi > Number(0)) {
    out.lo = a.lo->over(*b.hi);
    if (!out.lo) return {};
  }
  if (a.hi && b.lo && *b.lo > Number(0)) {
    out.hi = a.hi->over(*b.lo);
    if (!out.hi) return {};
  }
  return out;
}

Interval max_of(const Interval& a, const Interval& b) {
  Interval out;
  if (a.lo && b.lo)
    out.lo = *a.lo < *b.lo ? b.lo : a.lo;
  else
    out.lo = a.lo ? a.lo : b.lo;
  if (a.hi && b.hi) out.hi = *a.hi < *b.hi ? b.hi : a.hi;
  return out;
}

Interval min_of(const Interval& a, const Interval& b) {
  Interval out;
  if (a.lo && b.lo) out.lo = *a.lo < *b.lo ? a.lo : b.lo;
  if (a.hi && b.hi)
    out.hi = *a.hi < *b.hi ? a.hi : b.hi;
  else
    out.hi = a.hi ? a.hi : b.hi;
  return out;
}

}  // namespace licit
