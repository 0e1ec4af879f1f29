#include "decide/headline.h"

#include <algorithm>

#include "decide/decision.h"

namespace licit {
namespace {

void add_once(std::vector<std::string>& list, const std::string& word) {
  if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
}

// The outcome of a requirement that makes this verdict; none for verdicts about scope.
std::optional<Outcome> outcome_behind(Verdict verdict) {
  switch (verdict) {
    case Verdict::License:
      return Outcome::Required;
    case Verdict::Exception:
      return Outcome::Excepted;
    case Verdict::Prohibited:
      return Outcome::Prohibited;
    case Verdict::Undetermined:
      return Outcome::Undetermined;
    case Verdict::Conflict:
      return Outcome::Conflict;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string verdict_words(Language language, Verdict verdict) {
  switch (verdict) {
    case Verdict::NotSubject:
      return say(language, Msg::CliVerdictNotSubject);
    case Verdict::NoLicense:
      return say(language, Msg::CliVerdictNoLicense);
    case Verdict::Exception:
      return say(language, Msg::CliVerdictException);
    case Verdict::License:
      return say(language, Msg::CliVerdictLicense);
    case Verdict::Prohibited:
      return say(language, Msg::CliVerdictProhibited);
    case Verdict::Undetermined:
      return say(language, Msg::CliVerdictUndetermined);
    case Verdict::Conflict:
      return say(language, Msg::CliVerdictConflict);
    case Verdict::NotCovered:
      return say(language, Msg::CliVerdictNotCovered);
  }
  return {};
}

std::string strictest_review(const Answer& answer) {
  const Outcome behind = outcome_behind(answer.verdict).value_or(Outcome::Required);
  std::string strictest;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome != behind || !requirement.review) continue;
    const std::string& policy = requirement.review->policy;
    if (strictest.empty() || strictness(policy) < strictness(strictest)) strictest = policy;
  }
  return strictest;
}

std::vector<std::string> review_not_stated(const Answer& answer) {
  std::vector<std::string> ids;
  if (answer.verdict != Verdict::License) return ids;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome != Outcome::Required) continue;
    const auto& review = requirement.review;
    const bool stated = review && std::find(review->possible.begin(), review->possible.end(),
                                            "not-stated") == review->possible.end();
    if (!stated) add_once(ids, requirement.citation.provision);
  }
  return ids;
}

std::vector<std::string> open_exceptions(const Answer& answer) {
  std::vector<std::string> names;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome != Outcome::Excepted) continue;
    for (const ExceptionResult& exception : requirement.exceptions) {
      if (exception.truth != Truth::Yes || exception.not_encoded) continue;
      add_once(names, exception.symbol.empty() ? exception.id : exception.symbol);
    }
  }
  return names;
}

std::vector<std::string> deciding_provisions(const Answer& answer) {
  std::vector<std::string> ids;
  const auto behind = outcome_behind(answer.verdict);
  if (behind) {
    for (const Requirement& requirement : answer.requirements) {
      if (requirement.outcome == *behind) add_once(ids, requirement.citation.provision);
    }
  } else if (answer.verdict == Verdict::NotSubject || answer.verdict == Verdict::NotCovered) {
    for (const Citation& citation : answer.deciding) add_once(ids, citation.provision);
  }
  return ids;
}

}  // namespace licit
