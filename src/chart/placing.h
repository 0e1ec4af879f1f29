// Room on a drawing: what is taken, and where a name still fits beside its point without touching
// anything. Greedy: first come, first served.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace licit::chart {

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool touches(const Box& other) const;
  bool holds(const Box& other) const;
};

class Placing {
 public:
  explicit Placing(Box bounds) : bounds_(bounds) {}

  void take(const Box& box) { taken_.push_back(box); }
  bool is_free(const Box& box) const;
  // How many of those taken it touches.
  std::size_t touched(const Box& box) const;
  // The first free place for a name of this size beside a point, taken at once: right, left, above,
  // below, then the corners.
  std::optional<Box> beside(double x, double y, double width, double height, double gap);

 private:
  Box bounds_;
  std::vector<Box> taken_;
};

// A guess at how wide a text is, on the safe side, in a sans-serif of this size.
double text_width(std::string_view text, double size);

}  // namespace licit::chart
