// A pack compiled: for every stretch of days on which the law is one and the same, a diagram for each
// requirement, scope rule, paragraph and policy, over the axes of the pack. Every question is asked of
// these; the product of them all is never built.
//
// Immutable, shared between threads, cheap to copy: copies share the arrays, which were compiled here or
// are mapped from a file (compiled_file.h). Nothing is locked but the making of a verdict table, once a
// stretch of days. The pack and the places must outlive it.
#pragma once

#include <bit>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "decide/axes.h"
#include "decide/law_at.h"
#include "decide/verdict_table.h"
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
inline constexpr std::size_t weight_count = static_cast<std::size_t>(Weight::NotSubject) + 1;

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
  std::uint32_t table = 0;  // moments of the same parts share one
};

// The arrays of a compiled law: nodes, and what can be reached from each.
struct CompiledArrays {
  std::span<const std::uint16_t> widths;
  std::span<const NodeHead> heads;
  std::span<const Diagram> children;
  std::span<const Leaves> reach;
};

class CompiledLaw {
 public:
  CompiledLaw(const law::Pack& pack, const Places& places, const Clock& clock = {});
  // The same, where much of the law is that of `before`: days on which nothing differs are taken over,
  // and only the others are compiled. Exactly what compiling it all would give, to the last number.
  CompiledLaw(const law::Pack& pack, const Places& places, const Clock& clock,
              const CompiledLaw& before);

  // One that was compiled before; `owner` keeps the arrays.
  struct Parts {
    Axes axes;
    std::shared_ptr<const void> owner;
    CompiledArrays arrays;
    std::vector<Moment> moments;
  };
  CompiledLaw(const law::Pack& pack, const Clock& clock, Parts parts);

  const law::Pack& pack() const { return *pack_; }
  const Clock& clock() const { return clock_; }
  const Axes& axes() const { return parts_.axes; }
  const DiagramView& diagrams() const { return view_; }
  const std::vector<Moment>& moments() const { return parts_.moments; }
  const Moment& on(Date day) const;
  // How many of the moments were compiled for this law, and not taken over.
  std::size_t compiled_moments() const { return compiled_moments_; }

  // Every leaf below a node, and the largest of them.
  Leaves reach(Diagram d) const {
    return Diagrams::is_leaf(d) ? Leaves{1} << Diagrams::leaf_of(d)
                                : parts_.arrays.reach[static_cast<std::uint32_t>(d) - most_values];
  }
  Leaf heaviest(Diagram d) const { return static_cast<Leaf>(std::bit_width(reach(d)) - 1); }

  // Where the verdict of a point is looked up: made when it is first asked for, by whichever thread, and
  // kept with the law; moments of the same parts share one.
  const VerdictTable& table(const Moment& moment) const;
  const CompiledArrays& arrays() const { return parts_.arrays; }
  // Of the arrays.
  std::size_t bytes() const;

 private:
  static DiagramView view_of(const CompiledArrays& arrays) {
    return {arrays.widths, arrays.heads, arrays.children};
  }
  class Tables;
  void compile(const Places& places, const CompiledLaw* before);

  const law::Pack* pack_;
  Clock clock_;
  Parts parts_;
  DiagramView view_;
  std::shared_ptr<Tables> tables_;
  std::size_t compiled_moments_ = 0;
};

// Every diagram of a moment, in the order in which they are kept.
std::vector<Diagram*> roots_of(Moment& moment);
// The paragraphs of a pack by precedence: those of Moment::paragraphs.
std::vector<std::string_view> paragraphs_of(const law::Pack& pack);

}  // namespace licit
