// The words for verdicts, outcomes and kinds: the same in JSON, in the law language and in tests.
#include "decide/answer.h"

namespace licit {

std::string_view word_of(Verdict v) {
  switch (v) {
    case Verdict::NotSubject:
      return "not-subject";
    case Verdict::NoLicense:
      return "no-license";
    case Verdict::Exception:
      return "exception";
    case Verdict::License:
      return "license";
    case Verdict::Prohibited:
      return "prohibited";
    case Verdict::Undetermined:
      return "undetermined";
    case Verdict::Conflict:
      return "conflict";
    case Verdict::NotCovered:
      return "not-covered";
  }
  return "undetermined";
}

std::string_view word_of(Outcome o) {
  switch (o) {
    case Outcome::Required:
      return "required";
    case Outcome::NotRequired:
      return "not-required";
    case Outcome::Excepted:
      return "excepted";
    case Outcome::Undetermined:
      return "undetermined";
    case Outcome::Conflict:
      return "conflict";
    case Outcome::NotCovered:
      return "not-covered";
    case Outcome::Prohibited:
      return "prohibited";
  }
  return "undetermined";
}

std::string_view word_of(ProvisionKind k) {
  switch (k) {
    case ProvisionKind::Classification:
      return "classification";
    case ProvisionKind::Requirement:
      return "requirement";
    case ProvisionKind::Exclusion:
      return "exclusion";
    case ProvisionKind::Exception:
      return "exception";
    case ProvisionKind::Bar:
      return "bar";
    case ProvisionKind::Policy:
      return "policy";
    case ProvisionKind::Scope:
      return "scope";
    case ProvisionKind::Notice:
      return "notice";
    case ProvisionKind::Flag:
      return "flag";
  }
  return "scope";
}

int exit_status(const Answer& answer) {
  switch (answer.verdict) {
    case Verdict::NotSubject:
    case Verdict::NoLicense:
    case Verdict::Exception:
      return answer.steps.empty() && answer.assumptions.empty() ? 0 : 5;
    case Verdict::License:
    case Verdict::Prohibited:
      return 3;
    case Verdict::Undetermined:
    case Verdict::Conflict:
    case Verdict::NotCovered:
      return 4;
  }
  return 4;
}

}  // namespace licit
