// The reference evaluator: interprets the provisions of a pack directly, slowly and obviously, in
// Kleene's three truths, and builds the proof. The compiled engine will be held to it.
// Thread-safe: a Pack and Places are read only.
#pragma once

#include "decide/answer.h"
#include "decide/query.h"
#include "facts/places.h"
#include "language/ast.h"

namespace licit {

class PackIndex;     // decide/pack_index.h
class Compilations;  // decide/compilations.h

// The law as the evaluator needs it. The pack must have passed the checker and outlive the call.
struct LawView {
  const law::Pack& pack;
  const Places& places;
  // What is looked up in the pack, found once. Absent: found anew by each evaluation, which costs more
  // than a simple answer. Must have been built from this pack as it is now.
  const PackIndex* index = nullptr;
  // The same pack for the compiled engine: what is undetermined is then looked at exactly, and the
  // answer says which questions settle it and what lies nearest. Absent: Kleene's tables alone.
  const Compilations* compiled = nullptr;
};

// How much to work out besides the verdict, classification, requirements and what is missing. The
// readings, the other posture and the ranking of needs cost further evaluations.
struct Detail {
  bool readings = true;
  bool other_posture = true;
  bool proof = true;
  bool outlook = true;
  bool margins = true;
  // Find the fewest questions that settle an undetermined verdict.
  bool rank_needs = true;
  // Find what stands beside the verdict, and what is met that is not modelled.
  bool beside = true;
  // Find the nearest other verdicts.
  bool flips = true;
};

// The verdict and what comes with it at no further cost.
inline constexpr Detail verdict_only{.readings = false,
                                     .other_posture = false,
                                     .proof = false,
                                     .outlook = false,
                                     .margins = false,
                                     .rank_needs = false,
                                     .flips = false};

Answer evaluate(const LawView& law, const Query& query, const Detail& detail = {});

}  // namespace licit
