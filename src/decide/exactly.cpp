#include "decide/exactly.h"

#include <algorithm>

#include "decide/exact.h"

namespace licit {
namespace {

// Of a requirement that is excepted wherever it applies: an exception that is surely open, else one
// that may be.
void rely_on_possible(RequirementState& state) {
  for (std::size_t i = 0; i < state.exceptions.size(); ++i) {
    const ExceptionState& exception = state.exceptions[i];
    if (exception.not_encoded || exception.held.truth == Truth::No) continue;
    if (exception.held.truth == Truth::Yes) {
      state.relied = i;
      state.may_rely.clear();
      return;
    }
    state.may_rely.push_back(i);
  }
}

}  // namespace

const CompiledLaw& ExactLaw::law() {
  if (!law_) law_ = compiled_->at(clock_);
  return *law_;
}

Encoded ExactLaw::encoded(Judge& judge) {
  return encode(law(), judge.facts(), {judge.setting().readings, judge.setting().posture});
}

void settle_exactly(ExactLaw& exact, Judge& judge, Decision& decision) {
  if (!exact || decision.verdict != Verdict::Undetermined) return;
  const Verdict verdict = verdict_where(exact.law(), exact.moment(), exact.encoded(judge));
  if (verdict == Verdict::Undetermined) return;
  decision.verdict = verdict;
  decision.either_way = true;
  for (RequirementState& state : decision.requirements) {
    if (state.outcome != Outcome::Undetermined) continue;
    if (verdict == Verdict::NoLicense) state.outcome = Outcome::NotRequired;
    if (verdict != Verdict::Exception) continue;
    rely_on_possible(state);
    const bool relies = state.relied || !state.may_rely.empty();
    state.outcome = relies ? Outcome::Excepted : Outcome::NotRequired;
  }
}

}  // namespace licit
