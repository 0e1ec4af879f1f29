#include "cli/render_text.h"

#include <algorithm>
#include <set>

#include "base/figures.h"
#include "base/mapped.h"
#include "base/text.h"
#include "cli/render_beside.h"
#include "cli/render_needs.h"
#include "cli/words.h"
#include "decide/answer_json.h"
#include "decide/headline.h"
#include "language/words.h"

namespace licit::cli {
namespace {

constexpr std::size_t most_needs = 4;
constexpr std::size_t most_flips = 4;
constexpr std::size_t most_margins = 3;
constexpr std::size_t most_outlook = 3;
constexpr int shown_places = 4;

Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::NotSubject:
    case Verdict::NoLicense:
    case Verdict::Exception:
      return Tone::Go;
    case Verdict::License:
    case Verdict::Prohibited:
      return Tone::Stop;
    default:
      return Tone::Unsure;
  }
}

Msg outcome_key(Outcome outcome) {
  switch (outcome) {
    case Outcome::Required:
      return Msg::CliOutcomeRequired;
    case Outcome::NotRequired:
      return Msg::CliOutcomeNotRequired;
    case Outcome::Excepted:
      return Msg::CliOutcomeExcepted;
    case Outcome::Undetermined:
      return Msg::CliOutcomeUndetermined;
    case Outcome::Conflict:
      return Msg::CliOutcomeConflict;
    case Outcome::NotCovered:
      return Msg::CliOutcomeNotCovered;
    case Outcome::Prohibited:
      return Msg::CliOutcomeProhibited;
  }
  return Msg::CliOutcomeUndetermined;
}

// An entry whose text has several paragraphs, one below the other.
std::string lines(const Page& page, Msg label, const std::vector<std::string>& parts) {
  return entry(page, say(page.language, label), joined(parts, "\n"));
}

std::string name_of(const ExceptionResult& exception) {
  return exception.symbol.empty() ? exception.id : exception.symbol;
}

std::string class_words(Language language, const Classification& c) {
  if (!c.selected.empty()) {
    std::vector<std::string> limbs;
    for (const ClassMet& met : c.met) {
      if (met.paragraph == c.selected && met.truth == Truth::Yes) limbs = met.limbs;
    }
    if (limbs.empty()) return c.selected;
    return say(language, Msg::CliClassLimbs, {c.selected, joined(limbs, ", ")});
  }
  if (!c.may_be.empty()) {
    return say(language, Msg::CliClassUnknown, {joined(c.may_be, say(language, Msg::CliClassOr))});
  }
  return say(language, Msg::CliClassNone);
}

// The metrics that a limit of the law was compared with, first; else what is known.
std::string metric_words(Language language, const Classification& c) {
  std::vector<std::string> words;
  const auto add = [&](const Metric& metric) {
    if (words.size() >= 4 || metric.value.is_unknown()) return;
    std::string text = with_unit(language, metric.value.number.text(2), metric.value.unit);
    if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(text);
  };
  for (const Metric& metric : c.metrics) {
    if (std::any_of(c.margins.begin(), c.margins.end(),
                    [&](const Margin& m) { return m.fact == metric.fact; })) {
      add(metric);
    }
  }
  if (words.empty()) {
    for (const Metric& metric : c.metrics) add(metric);
  }
  return joined(words, ", ");
}

std::string margin_words(Language language, const Margin& margin, const std::string& paragraphs) {
  const std::string limit = with_unit(language, margin.limit.decimal(shown_places), margin.unit);
  const auto& [lo, hi] = margin.distance;
  const Number zero(0);
  if (lo && *lo > zero) {
    return say(language, Msg::CliMarginBelow,
               {figures(language, margin.distance.text(shown_places)), limit, paragraphs});
  }
  if (hi && *hi < zero) {
    Interval above;
    if (hi) above.lo = zero.minus(*hi);
    if (lo) above.hi = zero.minus(*lo);
    return say(language, Msg::CliMarginAbove,
               {figures(language, above.text(shown_places)), limit, paragraphs});
  }
  if (margin.distance.is_point()) return say(language, Msg::CliMarginAt, {"", limit, paragraphs});
  return say(
      language, Msg::CliMarginAcross,
      {with_unit(language, margin.value.text(shown_places), margin.unit), limit, paragraphs});
}

// Nearest first; paragraphs that share a fact and a limit share a line.
std::vector<std::string> margin_lines(Language language, const Classification& c,
                                      std::size_t most) {
  std::vector<std::string> out;
  std::vector<const Margin*> shown;
  for (const Margin& margin : c.margins) {
    const auto same = [&](const Margin& m) {
      return m.fact == margin.fact && m.limit == margin.limit;
    };
    if (std::any_of(shown.begin(), shown.end(), [&](const Margin* m) { return same(*m); })) {
      continue;
    }
    if (shown.size() == most) break;
    shown.push_back(&margin);
    std::vector<std::string> paragraphs;
    for (const Margin& other : c.margins) {
      if (same(other) &&
          std::find(paragraphs.begin(), paragraphs.end(), other.paragraph) == paragraphs.end()) {
        paragraphs.push_back(other.paragraph);
      }
    }
    out.push_back(margin_words(language, margin, joined(paragraphs, ", ")));
  }
  return out;
}

std::string class_entries(const Page& page, const Answer& answer, std::size_t margins) {
  const Classification& c = answer.classification;
  std::vector<std::string> parts;
  const std::string metrics = metric_words(page.language, c);
  const std::string words = class_words(page.language, c);
  parts.push_back(metrics.empty() ? words : say(page.language, Msg::CliRuleLine, {words, metrics}));
  for (const ClassMet& excluded : c.excluded) {
    parts.push_back(say(page.language, Msg::CliExcluded,
                        {excluded.paragraph, joined(excluded.excluded_by, ", ")}));
  }
  std::string out = lines(page, Msg::CliClass, parts);
  out += lines(page, Msg::CliMargin, margin_lines(page.language, c, margins));
  if (answer.candidates.size() > 1) {
    const auto variants = mapped(answer.candidates, [&](const CandidateAnswer& candidate) {
      return say(page.language, Msg::CliRuleLine,
                 {candidate.id, verdict_words(page.language, candidate.verdict) + ", " +
                                    class_words(page.language, candidate.classification)});
    });
    out += lines(page, Msg::CliVariants, variants);
  }
  return out;
}

std::string citation_words(const Citation& citation) {
  std::string out = citation.cite;
  if (!citation.source_citation.empty() && citation.source_citation != citation.cite) {
    out += out.empty() ? citation.source_citation : "; " + citation.source_citation;
  }
  return out;
}

std::vector<std::string> requirement_lines(const Page& page, const Answer& answer) {
  std::vector<std::string> parts;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome == Outcome::NotRequired) continue;
    std::string words = say(page.language, outcome_key(requirement.outcome));
    if (requirement.review && requirement.outcome == Outcome::Required) {
      words += ", " + review_words(page.language, requirement.review->policy);
    }
    const std::string cited = citation_words(requirement.citation);
    parts.push_back(say(page.language, Msg::CliRuleLine, {requirement.citation.provision, words}) +
                    (cited.empty() ? "" : " (" + cited + ")"));
  }
  // A verdict about scope rests on no requirement.
  if (parts.empty() && answer.verdict != Verdict::NoLicense) {
    for (const Citation& citation : answer.deciding) {
      const std::string cited = citation_words(citation);
      parts.push_back(citation.provision + (cited.empty() ? "" : " (" + cited + ")"));
    }
  }
  return parts;
}

std::vector<std::string> exception_lines(const Page& page, const Answer& answer) {
  std::vector<std::string> parts, not_encoded;
  std::set<std::string> seen;
  for (const Requirement& requirement : answer.requirements) {
    if (requirement.outcome == Outcome::NotRequired) continue;
    for (const ExceptionResult& exception : requirement.exceptions) {
      const std::string name = name_of(exception);
      if (exception.not_encoded) {
        if (seen.insert("?" + name).second) not_encoded.push_back(name);
        continue;
      }
      std::string words;
      if (exception.truth == Truth::Yes) {
        words = say(page.language, Msg::CliExceptionOpen, {name, exception.citation.cite});
      } else if (exception.truth == Truth::Unknown) {
        words = say(page.language, Msg::CliExceptionUnknown, {name, exception.citation.cite});
      } else if (!exception.barred_by.empty()) {
        words =
            say(page.language, Msg::CliExceptionBarred, {name, joined(exception.barred_by, ", ")});
      }
      if (!words.empty() && seen.insert(words).second) parts.push_back(words);
    }
  }
  if (!not_encoded.empty()) {
    parts.push_back(say(page.language, Msg::CliExceptionsNotCovered, {joined(not_encoded, ", ")}));
  }
  return parts;
}

std::vector<std::string> step_lines(const Page& page, const Answer& answer) {
  std::vector<std::string> parts;
  for (const StepDue& step : answer.steps) {
    std::string words = step.says.in(page.language);
    // The law's own words name the day where they have a {date}.
    if (step.due && words.find(step.due->iso()) == std::string::npos) {
      words = say(page.language, Msg::CliStepDue, {step.due->iso(), words});
    }
    if (step.unsure) words = say(page.language, Msg::CliStepUnsure, {words});
    parts.push_back("- " + words);
  }
  return parts;
}

// The strictest review that is stated says nothing of the requirements that state none.
std::string review_of_license(Language language, std::string_view review,
                              const std::vector<std::string>& not_stated) {
  std::string words = review_words(language, review);
  if (not_stated.empty() || review == "not-stated") return words;
  return say(language, Msg::ReviewNotStatedForShort, {words, joined(not_stated, ", ")});
}

std::vector<std::string> reading_lines(const Page& page, const Answer& answer) {
  std::vector<std::string> parts;
  for (const ReadingResult& reading : answer.readings) {
    std::string change = verdict_words(page.language, reading.verdict);
    if (!reading.changes_verdict) change = say(page.language, Msg::CliReadingSame);
    if (!reading.selected.empty() && reading.selected != answer.classification.selected) {
      change += ", " + say(page.language, Msg::CliReadingClass, {reading.selected});
    }
    if (!reading.review.empty() && reading.verdict == Verdict::License) {
      change += ", " + review_of_license(page.language, reading.review, reading.review_not_stated);
    }
    parts.push_back(
        say(page.language, Msg::CliReadingVerdict,
            {reading.id, reading.alternative_says.in(page.language), change, reading.alternative}));
  }
  return parts;
}

std::string assumption_words(const Answer& answer) {
  return joined(mapped(answer.assumptions,
                       [](const Assumption& one) { return one.fact + " = " + one.value; }),
                "; ");
}

std::vector<std::string> outlook_lines(const Page& page, const Answer& answer, std::size_t most) {
  std::vector<std::string> parts;
  for (const OutlookEntry& event : answer.outlook) {
    if (parts.size() == most) {
      parts.push_back(
          say(page.language, Msg::CliOutlookMore, {std::to_string(answer.outlook.size() - most)}));
      break;
    }
    std::string words =
        say(page.language, Msg::CliOutlookLine,
            {event.dated.iso(), event.by.in(page.language), event.says.in(page.language)});
    const std::string& effect = event.effect.in(page.language);
    if (!effect.empty()) words += " " + effect;
    parts.push_back(words);
  }
  if (!parts.empty()) parts[0] = say(page.language, Msg::CliOutlookNotLaw, {parts[0]});
  return parts;
}

std::string subject_words(Language language, const Subject& subject) {
  const std::string item = subject.item.empty() ? say(language, Msg::CliAnItem) : subject.item;
  if (subject.to.empty()) {
    return say(language, Msg::CliHeadlineNowhere, {item, subject.on.iso()});
  }
  return say(language, Msg::CliHeadlineTo, {item, subject.to, subject.on.iso()});
}

std::string headline(const Page& page, Tone tone, const std::string& what,
                     const std::string& about) {
  const auto width = static_cast<std::size_t>(page.width);
  if (count_scalars(what) + 3 + count_scalars(about) > width) {
    return toned(page, tone, wrapped(what, page.width, 0, 0)) + "\n" +
           wrapped(about, page.width, 2, 2) + "\n";
  }
  return toned(page, tone, what) + "   " + about + "\n";
}

std::string footer(const Page& page, const Answer& answer, bool explain) {
  std::string out = entry(page, say(page.language, Msg::CliVerified),
                          say(page.language, Msg::CliVerifiedThrough,
                              {answer.receipt.pack, answer.receipt.verified_through.iso()}));
  if (!explain) {
    out += entry(page, say(page.language, Msg::CliMore), say(page.language, Msg::CliMoreHow));
  }
  return out;
}

}  // namespace

std::string review_words(Language language, std::string_view policy) {
  if (policy == "presumption-of-approval") return say(language, Msg::CliReviewApproval);
  if (policy == "case-by-case") return say(language, Msg::CliReviewCase);
  if (policy == "presumption-of-denial") return say(language, Msg::CliReviewDenial);
  if (policy == "policy-of-denial") return say(language, Msg::CliReviewPolicyDenial);
  return say(language, Msg::CliReviewNotStated);
}

std::string verdict_line(Language language, const Answer& answer) {
  std::string words = verdict_words(language, answer.verdict);
  if (answer.verdict == Verdict::Exception) {
    const std::string names = joined(open_exceptions(answer), ", ");
    if (!names.empty()) words += " " + names;
  }
  if (answer.verdict == Verdict::License) {
    const std::string review = strictest_review(answer);
    if (!review.empty())
      words += " (" + review_of_license(language, review, review_not_stated(answer)) + ")";
  }
  return words;
}

std::vector<std::string> warning_lines(Language language, const std::vector<Warning>& warnings,
                                       bool whole) {
  std::vector<std::string> parts, unread;
  for (const Warning& warning : warnings) {
    const std::vector<std::string>& arguments = warning.message.arguments;
    if (!whole && warning.message.key == Msg::WarnUnverified && arguments.size() > 1) {
      const auto mark = law::words::verified(arguments[1]);
      unread.push_back(arguments[0] + " (" + (mark ? mark_words(language, *mark) : arguments[1]) +
                       ")");
    } else {
      parts.push_back("! " + warning_words(language, warning));
    }
  }
  if (!unread.empty()) {
    parts.push_back("! " + say(language, Msg::CliUnverifiedShort, {joined(unread, ", ")}));
  }
  return parts;
}

std::string render_answer(const Page& page, const Subject& subject, const Answer& answer,
                          bool explain) {
  const Language language = page.language;
  std::string out = headline(page, tone_of(answer.verdict), verdict_line(language, answer),
                             subject_words(language, subject));
  if (answer.other_posture) {
    const Msg key =
        answer.posture == Posture::Text ? Msg::CliOtherPostureEnforced : Msg::CliOtherPosture;
    out += "  (" + say(language, key, {verdict_words(language, *answer.other_posture)}) + ")\n";
  }
  const std::size_t all = 1000;
  out += entry(page, say(language, Msg::CliWhy), answer.reason.in(language));
  out += lines(page, Msg::CliNeeds, need_lines(page, answer, explain ? all : most_needs));
  out += lines(page, Msg::CliRule, requirement_lines(page, answer));
  out += lines(page, Msg::CliExceptions, exception_lines(page, answer));
  out += lines(page, Msg::CliSteps, step_lines(page, answer));
  if (!answer.filing.empty()) {
    out += entry(page, say(language, Msg::CliFiling),
                 say(language, Msg::CliFilingCode, {joined(answer.filing, ", ")}));
  }
  out += class_entries(page, answer, explain ? all : most_margins);
  out += lines(page, Msg::FlipsHeading, flip_lines(page, answer, explain ? all : most_flips));
  out += lines(page, Msg::CliReadings, reading_lines(page, answer));
  out += lines(page, Msg::CliFlags, mapped(answer.flags, [&](const Citation& flag) {
                 return "! " + flag.says.in(language);
               }));
  if (explain) {
    out += lines(page, Msg::CliAssumed, mapped(answer.assumptions, [&](const Assumption& one) {
                   return say(language, Msg::CliRuleLine,
                              {one.fact + " = " + one.value, one.because.in(language)});
                 }));
  } else {
    out += entry(page, say(language, Msg::CliAssumed), assumption_words(answer));
  }
  out += lines(page, Msg::CliBeside, beside_lines(page, answer, explain));
  out += lines(page, Msg::CliNotModelled, not_modelled_lines(page, answer));
  out += lines(page, Msg::CliOutlook, outlook_lines(page, answer, explain ? all : most_outlook));
  out += lines(page, Msg::CliWarnings, warning_lines(page.language, answer.warnings, explain));
  if (explain) out += render_proof(page, answer);
  out += footer(page, answer, explain);
  return out;
}

std::string render_classification(const Page& page, const Subject& subject, const Answer& answer,
                                  bool explain) {
  const Classification& c = answer.classification;
  const Tone tone = c.selected.empty() ? Tone::Unsure : Tone::Strong;
  Subject here = subject;
  here.to.clear();
  std::string out =
      headline(page, tone, class_words(page.language, c), subject_words(page.language, here));
  out += class_entries(page, answer, 1000);
  std::vector<std::string> metrics;
  for (const Metric& metric : c.metrics) {
    if (metric.value.is_unknown()) continue;
    metrics.push_back(
        metric.fact + " = " +
        with_unit(page.language, metric.value.number.text(shown_places), metric.value.unit) +
        (metric.citation.empty() ? "" : " (" + metric.citation + ")"));
  }
  out += lines(page, Msg::CliFacts, metrics);
  out += lines(page, Msg::CliReadings, reading_lines(page, answer));
  out += lines(page, Msg::CliWarnings, warning_lines(page.language, answer.warnings, explain));
  if (explain) out += render_proof(page, answer);
  out += footer(page, answer, explain);
  return out;
}

}  // namespace licit::cli
