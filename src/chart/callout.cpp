#include "chart/callout.h"

#include <algorithm>

namespace licit::chart {
namespace {

constexpr double size = 11;
constexpr double high = 13;
constexpr double gaps[] = {8, 20, 36, 60};

Box around(double x, double y, double wide) {
  return {x - wide / 2, y - high / 2, x + wide / 2, y + high / 2};
}

void write(Svg& svg, const Box& box, const std::string& number) {
  svg.text("text",
           {{"class", "name strong halo callout"},
            {"x", pixels((box.left + box.right) / 2)},
            {"y", pixels(box.bottom - 3)},
            {"text-anchor", "middle"}},
           number);
}

}  // namespace

void draw_callout(Svg& svg, Placing& room, const std::vector<Box>& parts,
                  const std::string& number) {
  const Box& widest = *std::max_element(parts.begin(), parts.end(), [](const Box& a, const Box& b) {
    return std::min(a.width(), a.height()) < std::min(b.width(), b.height());
  });
  const double x = (widest.left + widest.right) / 2;
  const double y = (widest.top + widest.bottom) / 2;
  const double wide = text_width(number, size) + 2;
  const Box within = around(x, y, wide);
  if (widest.holds(within) && room.is_free(within)) {
    room.take(within);
    return write(svg, within, number);
  }
  for (const double gap : gaps) {
    const auto box = room.beside(x, y, wide, high, gap);
    if (!box) continue;
    svg.leaf("path",
             {{"class", "frame"},
              {"d", "M" + pixels(x) + " " + pixels(y) + "L" + pixels((box->left + box->right) / 2) +
                        " " + pixels((box->top + box->bottom) / 2)}});
    return write(svg, *box, number);
  }
  // No room anywhere near: over whatever is there, rather than not at all.
  room.take(within);
  write(svg, within, number);
}

}  // namespace licit::chart
