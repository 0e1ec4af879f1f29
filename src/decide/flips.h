// The nearest other verdicts: the fewest changes of the item, or of conditions, that would lead to each,
// and the provisions that then speak. A place, a party, a headquarters, a kind, an origin, an end use or
// a quantity is never among them: a flip is for whoever designs a chip or meets a condition, not a route
// around the law.
#pragma once

#include <string>
#include <vector>

#include "decide/residual.h"

namespace licit {

struct FlipChange {
  std::string fact;
  // What it would have to be: "< 1600", ">= 3.2", "yes".
  std::string to;
  // The limit in it, where it is a number.
  std::optional<Number> limit;
  bool learned = false;  // the fact is open and may be so: it need not change, only turn out so
  Variable axis = 0;     // the same as an axis of the law and the nearest of its classes
  std::uint16_t to_class = 0;
};

struct Flip {
  Verdict verdict{};
  std::vector<FlipChange> changes;
  std::vector<std::string> speaks;  // requirements and scope rules that then hold
  std::vector<std::string> falls;   // those that hold now and then would not
};

// Whether a flip may change the fact.
bool may_flip(std::string_view fact);

// One entry for each verdict that can be reached (not-covered aside) and each smallest set of facts that
// leads there, the fewest changes first. Empty where nothing that may change does change the verdict.
std::vector<Flip> flips_of(const CompiledLaw& law, const Moment& moment, const Encoded& facts);

}  // namespace licit
