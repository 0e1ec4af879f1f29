// What is left of the law once some facts are known: the verdict as a function of the axes that are still
// open, small enough to be looked at from every side. Questions, flips, regions and differences are all
// read off this.
//
// Owns what it builds; the law it came from need not stay.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "decide/encode.h"

namespace licit {

// An axis that is still open, and which of its classes are: local class i is classes[i] of the axis.
struct OpenAxis {
  Variable axis = 0;
  std::string fact;  // what answers it; axes of one fact stand side by side
  std::vector<std::uint16_t> classes;
};

// How many axes the law still asks about.
std::size_t open_count(const CompiledLaw& law, const Moment& moment, const Encoded& facts);

class Residual {
 public:
  // The leaf for a completion that no item can have, and for "more than one verdict".
  static constexpr Leaf impossible = 62;
  static constexpr Leaf several = 63;

  Residual(const CompiledLaw& law, const Moment& moment, const Encoded& facts)
      : Residual(law, moment, std::span(&facts, 1)) {}
  // Of several chips that a name may mean: the verdict where they agree, `several` where they do not.
  // What is not the item's must be the same of all.
  Residual(const CompiledLaw& law, const Moment& moment, std::span<const Encoded> chips);

  // In the order of the variables of diagrams().
  const std::vector<OpenAxis>& open() const { return open_; }
  const Diagrams& diagrams() const { return diagrams_; }
  Diagrams& diagrams() { return diagrams_; }
  // Leaves: the number of a Verdict, or impossible.
  Diagram verdict() const { return verdict_; }

  // Every verdict that is still possible: bit i for Verdict i. (Bit `several`: chips that differ.)
  Leaves verdicts() const;
  // The facts that the verdict depends on, in order.
  std::vector<std::string> facts() const;
  // The same where the open axes have only these of their local classes.
  Leaves verdicts_where(const Allowed& allowed) const;
  std::vector<std::string> facts_where(const Allowed& allowed) const;
  // Whether the verdict follows from these facts, whatever they turn out to be.
  bool settled_by(const std::vector<std::string>& facts);
  // The same of axes: those kept are known, whatever they turn out to be.
  bool settled_keeping(const std::vector<bool>& axes);
  // The axes that no settling can do without: two completions that differ in such an axis alone come to
  // different verdicts. Proved of those that are true; of the others nothing is said.
  std::vector<bool> must_be_known() const;
  // The verdict as a function of the axes kept: `several` where it turns on the others.
  Diagram keeping(const std::vector<bool>& axes);

 private:
  class Import;
  Diagram verdict_of_chip(const CompiledLaw& law, const Moment& moment, const Encoded& chip,
                          const std::vector<Variable>& stands_for);
  // Either verdict where both are the same, `several` where not.
  const Diagrams::Operation& join();

  std::vector<OpenAxis> open_;
  Diagrams diagrams_;
  Diagram verdict_{};
  std::optional<Diagrams::Operation> join_;
};

}  // namespace licit
