// A transaction as classes: which classes of each axis its facts still allow, and which axes move
// together. Facts are read as the reference evaluator reads them (fact_reader.h): that much is shared.
#pragma once

#include <vector>

#include "decide/compiled_law.h"
#include "decide/fact_reader.h"

namespace licit {

// Two axes of which one binds the other: where `from` has class i, `to` has one of allows[i]. `from`
// comes first in the order of the variables.
struct Link {
  Variable from = 0;
  Variable to = 0;
  std::vector<ClassSet> allows;
  bool equal = false;  // the two are one fact
};

struct Encoded {
  Allowed allowed;
  std::vector<Link> links;
};

struct Chosen {
  ChosenReadings readings;
  Posture posture = Posture::Enforced;
};

Encoded encode(const CompiledLaw& law, FactReader& facts, const Chosen& chosen);
// The same where the axes are not those of one compiled law; the pack is the one whose facts are read.
Encoded encode(const Axes& axes, const law::Pack& pack, FactReader& facts, const Chosen& chosen);

}  // namespace licit
