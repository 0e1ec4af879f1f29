// Where a figure stands on a logarithmic axis, and which round numbers are written along it.
#pragma once

#include <vector>

#include "base/number.h"

namespace licit::chart {

struct Tick {
  Number at;
  bool decade = false;  // 1, 10, 100...: the others are 2 and 5 times these
};

class LogScale {
 public:
  // From `low` at pixel `from` to `high` at pixel `to`, both above zero, low below high.
  LogScale(double low, double high, double from, double to);

  // What lies outside is drawn at the edge, zero at the low one.
  double at(double value) const;
  double at(const Number& value) const;
  // Whether it is at or above the low end.
  bool reaches(const Number& value) const;
  // Round numbers inside, ascending; 2 and 5 times where there is room (fewer than four decades).
  std::vector<Tick> ticks() const;

 private:
  double low_, high_, from_, to_;
};

double approximate(const Number& number);

}  // namespace licit::chart
