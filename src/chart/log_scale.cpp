#include "chart/log_scale.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace licit::chart {

double approximate(const Number& number) {
  return static_cast<double>(number.num()) / static_cast<double>(number.den());
}

LogScale::LogScale(double low, double high, double from, double to)
    : low_(low), high_(high), from_(from), to_(to) {}

double LogScale::at(double value) const {
  const double inside = std::clamp(value, low_, high_);
  return from_ + (to_ - from_) * std::log(inside / low_) / std::log(high_ / low_);
}

double LogScale::at(const Number& value) const { return at(approximate(value)); }

bool LogScale::reaches(const Number& value) const { return approximate(value) >= low_; }

std::vector<Tick> LogScale::ticks() const {
  std::vector<Tick> out;
  const bool room = std::log10(high_ / low_) < 4;
  const auto add = [&](const std::optional<Number>& at, bool decade) {
    if (!at || (!decade && !room)) return;
    const double value = approximate(*at);
    if (value >= low_ * 0.999999 && value <= high_ * 1.000001) out.push_back({*at, decade});
  };
  for (int power = -9; power <= 15; ++power) {
    Number decade(1);
    for (int i = 0; i < std::abs(power); ++i) decade = *decade.times(Number(10));
    const auto at = power < 0 ? Number(1).over(decade) : decade;
    if (!at) continue;
    add(at, true);
    add(at->times(Number(2)), false);
    add(at->times(Number(5)), false);
  }
  return out;
}

}  // namespace licit::chart
