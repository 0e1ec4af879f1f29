// A pack compiled: for every stretch of days on which the law is one and the same, a diagram for each
// requirement, scope rule, paragraph and policy, over the axes of the pack. Every question is asked of
// these; the product of them all is never built.
//
// Immutable once built, and safe to share between threads as long as no new diagram is made of it. The
// pack and the places must outlive it.
#pragma once

#include <bit>
#include <string_view>
#include <vector>

#include "decide/axes.h"
#include "decide/law_at.h"
#include "diagram/diagrams.h"

namespace licit {

// Leaves of a requirement's diagram, in the order in which they weigh on the verdict.
enum class Weight : Leaf {
  Nothing,  // not required
  Excepted,
  NoParagraph,  // nothing classifies the item
  Conflict,
  License,
  Prohibited,
  NotCovered,  // by a scope rule, or by the day
  NotSubject
};

struct CompiledRequirement {
  const law::Rule* rule = nullptr;
  Diagram outcome{};  // leaves: Weight
  Diagram review{};   // leaves: strictness(review); what an application would meet
};

struct CompiledScope {
  const law::Rule* rule = nullptr;
  Diagram holds{};
};

struct CompiledParagraph {
  std::string_view name;
  Diagram met{};
};

// The law from one day to the next change.
struct Moment {
  Date from;
  bool covered = false;                    // not before the pack's `covers-from`
  std::vector<std::string_view> readings;  // in doubt on these days
  std::vector<CompiledScope> scope;
  std::vector<CompiledParagraph> paragraphs;  // by precedence
  std::vector<CompiledRequirement> requirements;
  Diagram unclassified{};  // no paragraph is met
  // What the verdict is the heaviest of: one diagram a requirement and scope rule, leaves Weight.
  std::vector<Diagram> parts;
};

class CompiledLaw {
 public:
  CompiledLaw(const law::Pack& pack, const Places& places, const Clock& clock = {});

  const law::Pack& pack() const { return pack_; }
  const Clock& clock() const { return clock_; }
  const Axes& axes() const { return axes_; }
  const DiagramView& diagrams() const { return diagrams_; }
  const std::vector<Moment>& moments() const { return moments_; }
  const Moment& on(Date day) const;

  // Every leaf below a node, and the largest of them.
  Leaves reach(Diagram d) const {
    return Diagrams::is_leaf(d) ? Leaves{1} << Diagrams::leaf_of(d)
                                : reach_[static_cast<std::uint32_t>(d) - most_values];
  }
  Leaf heaviest(Diagram d) const { return static_cast<Leaf>(std::bit_width(reach(d)) - 1); }

 private:
  const law::Pack& pack_;
  Clock clock_;
  Axes axes_;
  Diagrams diagrams_;
  std::vector<Moment> moments_;
  std::vector<Leaves> reach_;  // by node
};

}  // namespace licit
