// What intervals promise of metrics: knowing an input less well may widen a metric, never move it off
// the value that the better-known input gives.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "facts/metrics.h"
#include "facts/vocabulary.h"

namespace licit {
namespace {

bool inside(const Interval& inner, const Interval& outer) {
  const bool low = !outer.lo || (inner.lo && *outer.lo <= *inner.lo);
  const bool high = !outer.hi || (inner.hi && *inner.hi <= *outer.hi);
  return low && high;
}

// An item known to the last digit, and the same item known less well. Every peak is stated: a format
// that is not listed is one that the chip does not have, so leaving one out says something else.
struct Item {
  FactSet exact;
  FactSet blurred;

  void number(std::string_view id, const Number& n, const std::string& unit) {
    exact.set(std::string(id), FactValue::of(Interval::exactly(n), unit));
    Interval wide = Interval::exactly(n);
    const int how = *rc::gen::inRange(0, 4);
    if (how == 1 || how == 3) wide.lo = *n.over(Number(*rc::gen::inRange(1, 4)));
    if (how == 2 || how == 3) wide.hi = *n.times(Number(*rc::gen::inRange(1, 4)));
    if (*rc::gen::inRange(0, 8) == 0) wide.hi.reset();
    if (*rc::gen::inRange(0, 8) == 0) wide.lo.reset();
    blurred.set(std::string(id), FactValue::of(wide, unit));
  }

  void word(const std::string& id, FactValue value, FactValue either) {
    exact.set(id, value);
    const int how = *rc::gen::inRange(0, 3);
    if (how == 0) blurred.set(id, std::move(value));
    if (how == 1) blurred.set(id, std::move(either));
  }
};

Item any_item() {
  Item item;
  const auto quantity = [](std::int64_t from) {
    return *Number::fraction(*rc::gen::inRange<std::int64_t>(from, 20000), 10);
  };
  for (const PeakFormat& format : peak_formats) {
    // Zero in the exact item is as good as a format that it lacks.
    item.number(format.fact, *rc::gen::inRange(0, 3) == 0 ? Number(0) : quantity(0), "TOPS");
  }
  item.number("item.die-area", quantity(1), "mm2");
  item.number("item.package-area", quantity(1), "mm2");
  for (const char* rate :
       {"item.interconnect-bandwidth", "item.pcie-bandwidth", "item.memory-bandwidth"})
    item.number(rate, quantity(0), "GB/s");
  item.exact.set("item.ics", FactValue::of(Interval::exactly(Number(*rc::gen::inRange(1, 9))), ""));
  if (*rc::gen::arbitrary<bool>()) item.blurred.set("item.ics", *item.exact.find("item.ics"));

  FactValue either = FactValue::yes_no(true);
  either.candidates.emplace_back(false);
  const bool non_planar = *rc::gen::arbitrary<bool>();
  item.exact.set("item.non-planar", FactValue::yes_no(non_planar));
  item.blurred.set("item.non-planar",
                   *rc::gen::arbitrary<bool>() ? either : FactValue::yes_no(non_planar));
  item.word("item.vector-fp32", FactValue::yes_no(true), either);
  FactValue per = FactValue::of(FactType::OneOf, *rc::gen::element<std::string>("ic", "item"));
  FactValue either_per = FactValue::of(FactType::OneOf, "ic");
  either_per.candidates.emplace_back(std::string("item"));
  item.exact.set("item.peaks-per", per);
  item.blurred.set("item.peaks-per", *rc::gen::arbitrary<bool>() ? per : either_per);
  return item;
}

RC_GTEST_PROP(MetricProperty, KnowingLessWidensAndNeverMoves, ()) {
  const Item item = any_item();
  for (const MetricInfo& info : metrics()) {
    const auto exact = compute(info.name, item.exact);
    const auto blurred = compute(info.name, item.blurred);
    RC_ASSERT(exact.ok());
    RC_ASSERT(blurred.ok());
    if (!inside(exact->number, blurred->number))
      RC_FAIL(std::string(info.name) + ": " + exact->text() + " is not in " + blurred->text());
  }
}

RC_GTEST_PROP(MetricProperty, ForgettingABandwidthOrAnAreaWidensToo, ()) {
  Item item = any_item();
  item.blurred = item.exact;
  item.blurred.erase(*rc::gen::element<std::string>(
      "item.die-area", "item.package-area", "item.interconnect-bandwidth", "item.pcie-bandwidth",
      "item.memory-bandwidth", "item.vector-fp32", "item.ics"));
  for (const MetricInfo& info : metrics()) {
    const auto exact = compute(info.name, item.exact);
    const auto blurred = compute(info.name, item.blurred);
    RC_ASSERT(exact.ok());
    RC_ASSERT(blurred.ok());
    RC_ASSERT(inside(exact->number, blurred->number));
  }
}

}  // namespace
}  // namespace licit
