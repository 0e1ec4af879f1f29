// What interval arithmetic promises: whatever points the operands stand for, the result has room for
// what the points give; and a comparison that says yes or no says it of all points.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <utility>

#include "base/number.h"

namespace licit {
namespace {

rc::Gen<Number> any_number() {
  return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(0, 20000),
                                    rc::gen::element<std::int64_t>(1, 1, 2, 7, 10, 100, 997)),
                      [](const std::pair<std::int64_t, std::int64_t>& p) {
                        return *Number::fraction(p.first, p.second);
                      });
}

// An interval with one of its points. Half of the ends are the point itself, so that ties are common.
struct Known {
  Interval interval;
  Number point;
};

Known any_known() {
  const Number point = *any_number();
  const Number down = *any_number();
  const Number up = *any_number();
  Known known{{}, point};
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      known.interval.lo = point;
      break;
    case 1:
      known.interval.lo = down < point ? down : point;
      break;
    default:
      break;
  }
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      known.interval.hi = point;
      break;
    case 1:
      known.interval.hi = point < up ? up : point;
      break;
    default:
      break;
  }
  return known;
}

bool holds(const Interval& interval, const Number& n) {
  return (!interval.lo || *interval.lo <= n) && (!interval.hi || n <= *interval.hi);
}

RC_GTEST_PROP(IntervalProperty, SumHoldsEverySum, ()) {
  const Known a = any_known();
  const Known b = any_known();
  const auto sum = plus(a.interval, b.interval);
  RC_ASSERT(sum);
  RC_ASSERT(holds(*sum, *a.point.plus(b.point)));
}

RC_GTEST_PROP(IntervalProperty, ProductHoldsEveryProduct, ()) {
  const Known a = any_known();
  const Known b = any_known();
  const auto product = times(a.interval, b.interval);
  RC_ASSERT(product);
  RC_ASSERT(holds(*product, *a.point.times(b.point)));
}

RC_GTEST_PROP(IntervalProperty, QuotientHoldsEveryQuotient, ()) {
  const Known a = any_known();
  const Known b = any_known();
  RC_PRE(b.point != Number(0));
  const auto quotient = over(a.interval, b.interval);
  RC_ASSERT(quotient);
  RC_ASSERT(holds(*quotient, *a.point.over(b.point)));
}

RC_GTEST_PROP(IntervalProperty, LargerAndSmallerHoldThePointsOwn, ()) {
  const Known a = any_known();
  const Known b = any_known();
  RC_ASSERT(holds(max_of(a.interval, b.interval), std::max(a.point, b.point)));
  RC_ASSERT(holds(min_of(a.interval, b.interval), std::min(a.point, b.point)));
}

RC_GTEST_PROP(IntervalProperty, ComparisonThatIsSureIsTrueOfEveryPoint, ()) {
  const Known a = any_known();
  const Known b = any_known();
  const auto sign =
      *rc::gen::element(Comparison::Less, Comparison::LessEqual, Comparison::Greater,
                        Comparison::GreaterEqual, Comparison::Equal, Comparison::NotEqual);
  const Truth points = compare(Interval::exactly(a.point), sign, Interval::exactly(b.point));
  RC_ASSERT(points != Truth::Unknown);
  const Truth whole = compare(a.interval, sign, b.interval);
  if (whole != Truth::Unknown) RC_ASSERT(whole == points);
}

RC_GTEST_PROP(IntervalProperty, ComparisonOfPointsIsTheOrderOfIntegers, ()) {
  const auto a = *rc::gen::inRange<std::int64_t>(-50, 50);
  const auto b = *rc::gen::inRange<std::int64_t>(-50, 50);
  const Interval x = Interval::exactly(Number(a));
  const Interval y = Interval::exactly(Number(b));
  RC_ASSERT(compare(x, Comparison::Less, y) == truth_of(a < b));
  RC_ASSERT(compare(x, Comparison::LessEqual, y) == truth_of(a <= b));
  RC_ASSERT(compare(x, Comparison::Equal, y) == truth_of(a == b));
  RC_ASSERT(compare(x, Comparison::NotEqual, y) == truth_of(a != b));
}

RC_GTEST_PROP(NumberProperty, ShortDecimalsAreReadBackExactly, ()) {
  const auto whole = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000);
  const auto digits = *rc::gen::element<std::int64_t>(1, 10, 100, 1000, 1'000'000);
  const Number n = *Number::fraction(whole, digits);
  RC_ASSERT(Number::parse(n.decimal(6)) == n);
}

RC_GTEST_PROP(NumberProperty, ArithmeticIsThatOfFractions, ()) {
  const Number a = *any_number();
  const Number b = *any_number();
  const Number c = *any_number();
  RC_ASSERT(a.plus(b) == b.plus(a));
  RC_ASSERT(a.times(b) == b.times(a));
  RC_ASSERT(a.plus(b)->minus(b) == a);
  RC_ASSERT(a.plus(b)->times(c) == a.times(c)->plus(*b.times(c)));
  if (b != Number(0)) RC_ASSERT(a.over(b)->times(b) == a);
}

}  // namespace
}  // namespace licit
