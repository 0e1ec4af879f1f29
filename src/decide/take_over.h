// What one compiled law can take over from another of which it is mostly a copy: a pack and the same pack
// under a bill. A day on which every version that holds says the same in both is not compiled again; its
// diagrams are carried over to the new axes, node by node. Used while a CompiledLaw is built.
#pragma once

#include <optional>

#include "decide/compiled_law.h"

namespace licit {

class TakeOver {
 public:
  // `before` may be null; then nothing is taken over. All must outlive it.
  TakeOver(const CompiledLaw* before, const Axes& axes, Diagrams& into);

  // The moment that begins on the day of `law`, if `before` has one that says the same.
  std::optional<Moment> moment(const LawAt& law);

 private:
  std::optional<Diagram> carried(Diagram d) const;

  const CompiledLaw* before_;
  std::vector<std::optional<Diagram>> carried_;  // by node of `before`
};

// Whether a diagram of one day would be that of the other: every version that holds has the same text
// but for where it stands, and each is dated and cited as it may be.
bool same_law(const LawAt& a, const LawAt& b);

}  // namespace licit
