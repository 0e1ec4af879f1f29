// What every chart has around it: the XML head, title and description for who cannot see it, the style
// sheet and the hatchings; and text broken to lines.
#pragma once

#include <string>
#include <vector>

#include "base/messages.h"
#include "chart/theme.h"

namespace licit::chart {

inline constexpr double page_width = 960;
inline constexpr double page_margin = 24;
inline constexpr double line_height = 17;
inline constexpr double text_size = 12;

struct Document {
  Theme theme = Theme::Auto;
  Language language = Language::En;
  std::string title, description;
  std::vector<Leaves> patterns;  // each is defined once
  double height = 0;
};

// `body` is what an Svg made.
std::string whole(const Document& document, const std::string& body);

// Broken at spaces into lines no wider than `room`; a word that is wider stands alone.
std::vector<std::string> broken(const std::string& text, double room, double size = text_size);

// Lines from `left` to the margin; `y` is the first baseline, then the one after the last.
void draw_paragraph(Svg& svg, const std::string& text, double left, double& y, const char* look);

}  // namespace licit::chart
