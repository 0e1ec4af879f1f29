#include "chart/placing.h"

#include <algorithm>
#include <array>

namespace licit::chart {

bool Box::touches(const Box& other) const {
  return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
}

bool Box::holds(const Box& other) const {
  return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
}

bool Placing::is_free(const Box& box) const { return bounds_.holds(box) && touched(box) == 0; }

std::size_t Placing::touched(const Box& box) const {
  return static_cast<std::size_t>(std::count_if(
      taken_.begin(), taken_.end(), [&](const Box& other) { return other.touches(box); }));
}

std::optional<Box> Placing::beside(double x, double y, double width, double height, double gap) {
  const auto at = [&](double left, double top) {
    return Box{left, top, left + width, top + height};
  };
  const double middle = y - height / 2;
  const double center = x - width / 2;
  const std::array<Box, 8> tries = {
      at(x + gap, middle),           at(x - gap - width, middle),
      at(center, y - gap - height),  at(center, y + gap),
      at(x + gap, y - gap - height), at(x + gap, y + gap),
      at(x - gap - width, y + gap),  at(x - gap - width, y - gap - height)};
  for (const Box& box : tries) {
    if (!is_free(box)) continue;
    take(box);
    return box;
  }
  return std::nullopt;
}

double text_width(std::string_view text, double size) {
  double ems = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;  // within a character
    const bool wide = (c >= 'A' && c <= 'Z') || c == 'm' || c == 'w' || c == '%';
    const bool thin = c == 'i' || c == 'l' || c == ' ' || c == '.' || c == ',' || c == ':' ||
                      c == 'j' || c == 't' || c == 'f' || c == '-' || c == '|' || c == '\'';
    ems += wide ? 0.72 : thin ? 0.34 : 0.59;
  }
  return ems * size;
}

}  // namespace licit::chart
