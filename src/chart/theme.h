// How a chart looks: colours for light and dark, and a hatching for every verdict, so that no verdict is
// told by colour alone. Everything is a class of a style sheet inside the document.
#pragma once

#include <cstdint>
#include <string>

#include "chart/svg.h"
#include "decide/answer.h"
#include "diagram/diagrams.h"

namespace licit::chart {

enum class Theme : std::uint8_t { Light, Dark, Auto };  // Auto: as the reader's screen

// The text of the <style> element.
std::string style_sheet(Theme theme);

// Bit i for Verdict i. One pattern each for all that may be drawn: "p-license", "p-exception-license".
std::string pattern_id(Leaves verdicts);
void define_pattern(Svg& svg, Leaves verdicts);

// A mark of its own shape for each verdict, 9 pixels wide.
void draw_mark(Svg& svg, Verdict verdict, double x, double y);

// From the strictest to the freest.
std::vector<Verdict> verdicts_of(Leaves verdicts);

}  // namespace licit::chart
