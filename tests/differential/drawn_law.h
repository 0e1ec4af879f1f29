// Small laws drawn at random, as text for the real parser and checker: every kind of declaration that
// bears on a verdict, and overlays on them.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "differential/drawing.h"
#include "facts/places.h"
#include "language/ast.h"

namespace licit::differential {

struct LawText {
  std::vector<law::File> pack;
  std::vector<law::File> overlays;  // laid one over the other
};
std::string shown(const LawText& text);

LawText draw_law(Chance& chance);
// Read and checked; what the checker says where it refuses.
Result<law::Pack> read_law(const LawText& text);
// A dozen places: enough to be in sets or not, to follow another, and to be named nowhere.
const Places& few_places();
// The same, with none that is named nowhere.
const Places& few_named_places();
// The days around which drawn laws change.
const std::vector<Date>& days_of_drawn_laws();

}  // namespace licit::differential
