// The exact answer on partly known facts: every verdict that some completion of the facts would have,
// found by walking the diagrams of a day together. Nothing is built, so a CompiledLaw can be shared.
#pragma once

#include <span>

#include "decide/answer.h"
#include "decide/encode.h"

namespace licit {

// Bit w for Weight w: the weights that the heaviest part may have.
using Weights = Leaves;

Weights weights_of(const CompiledLaw& law, const Moment& moment, const Encoded& facts);

// One verdict where every completion comes to it, else undetermined: found sooner than all weights.
Verdict verdict_where(const CompiledLaw& law, const Moment& moment, const Encoded& facts);

// The same where one class of every axis is known.
Weight weight_at(const CompiledLaw& law, const Moment& moment,
                 std::span<const std::uint8_t> classes);

Verdict verdict_of(Weight weight);
// One verdict where all weights come to it, else undetermined.
Verdict verdict_of(Weights weights);

}  // namespace licit
