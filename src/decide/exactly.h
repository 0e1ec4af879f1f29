// Where the reference evaluator is too weak: what is undetermined in Kleene's tables and yet the same
// under every answer to what is not known is settled by the compiled engine.
#pragma once

#include <memory>
#include <optional>

#include "decide/compilations.h"
#include "decide/decision.h"
#include "decide/encode.h"

namespace licit {

// The compiled law for one query, compiled only if it is asked for. Pack, places and compilations must
// outlive it. For one thread.
class ExactLaw {
 public:
  // `compiled` may be null: then there is none.
  ExactLaw(const Compilations* compiled, const Clock& clock, Date on)
      : compiled_(compiled), clock_(clock), on_(on) {}

  explicit operator bool() const { return compiled_ != nullptr; }
  const CompiledLaw& law();
  const Moment& moment() { return law().on(on_); }
  // The facts of a judge, as it reads them.
  Encoded encoded(Judge& judge);

 private:
  const Compilations* compiled_;
  Clock clock_;
  Date on_;
  std::shared_ptr<const CompiledLaw> law_;
};

// Puts the exact verdict in place of an undetermined one where there is just one.
void settle_exactly(ExactLaw& exact, Judge& judge, Decision& decision);

}  // namespace licit
