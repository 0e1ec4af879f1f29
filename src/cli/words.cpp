#include "cli/words.h"

#include <map>
#include <optional>

#include "base/figures.h"
#include "cli/render_text.h"
#include "decide/answer_json.h"
#include "language/words.h"

namespace licit::cli {
namespace {

// A verdict by the word that JSON has for it.
std::optional<Verdict> verdict_of(std::string_view word) {
  for (const Verdict verdict :
       {Verdict::NotSubject, Verdict::NoLicense, Verdict::Exception, Verdict::License,
        Verdict::Prohibited, Verdict::Undetermined, Verdict::Conflict, Verdict::NotCovered}) {
    if (word == word_of(verdict)) return verdict;
  }
  return std::nullopt;
}

std::string side_words(Language language, const std::string& what, const std::string& value) {
  if (value.empty()) return say(language, Msg::CliNothing);
  if (what == "review") return review_words(language, value);
  const auto verdict = what == "verdict" ? verdict_of(value) : std::nullopt;
  return verdict ? verdict_words(language, *verdict) : value;
}

}  // namespace

std::string mark_words(Language language, law::Verified verified) {
  switch (verified) {
    case law::Verified::Primary:
      return say(language, Msg::CliReadPrimary);
    case law::Verified::Mirror:
      return say(language, Msg::CliReadMirror);
    case law::Verified::Secondary:
      return say(language, Msg::CliReadSecondary);
    case law::Verified::Unverified:
      return say(language, Msg::CliReadUnverified);
  }
  return say(language, Msg::CliReadUnverified);
}

std::string instrument_words(Language language, law::Instrument instrument) {
  using enum law::Instrument;
  const auto key = [&] {
    switch (instrument) {
      case Statute:
        return Msg::CliInstrumentStatute;
      case Rule:
        return Msg::CliInstrumentRule;
      case Notice:
        return Msg::CliInstrumentNotice;
      case Guidance:
        return Msg::CliInstrumentGuidance;
      case Announcement:
        return Msg::CliInstrumentAnnouncement;
      case Filing:
        return Msg::CliInstrumentFiling;
      case Press:
        return Msg::CliInstrumentPress;
      case ForeignMeasure:
        return Msg::CliInstrumentForeignMeasure;
      case Bill:
        return Msg::CliInstrumentBill;
      case License:
        return Msg::CliInstrumentLicense;
      case Proclamation:
        return Msg::CliInstrumentProclamation;
      case Decision:
        return Msg::CliInstrumentDecision;
    }
    return Msg::CliInstrumentDecision;
  };
  return say(language, key());
}

std::string confidence_words(Language language, Confidence confidence) {
  switch (confidence) {
    case Confidence::High:
      return say(language, Msg::CliConfidenceHigh);
    case Confidence::Medium:
      return say(language, Msg::CliConfidenceMedium);
    case Confidence::Low:
      return say(language, Msg::CliConfidenceLow);
  }
  return say(language, Msg::CliConfidenceLow);
}

std::string warning_words(Language language, const Warning& warning) {
  Text message = warning.message;
  for (std::string& argument : message.arguments) {
    if (message.key != Msg::WarnUnverified) argument = figures(language, argument);
  }
  if (message.key == Msg::WarnUnverified && message.arguments.size() > 1) {
    if (const auto mark = law::words::verified(message.arguments[1]))
      message.arguments[1] = mark_words(language, *mark);
    // " (what was read)": a note of the pack, kept in one language.
    std::string& note = message.arguments.back();
    if (message.arguments.size() > 3 && note.starts_with(" (") && note.ends_with(')')) {
      note = " (" + say(language, Msg::CliNoteInEnglish, {note.substr(2, note.size() - 3)}) + ")";
    }
  }
  return message.in(language);
}

std::string change_words(Language language, const TimelineChange& change) {
  static const std::map<std::string, Msg, std::less<>> names = {
      {"verdict", Msg::CliWhatVerdict}, {"class", Msg::CliWhatClass},
      {"rule", Msg::CliWhatRule},       {"exception", Msg::CliWhatException},
      {"review", Msg::CliWhatReview},   {"step", Msg::CliWhatStep},
  };
  const auto name = names.find(change.what);
  return say(language, Msg::CliTimelineChange,
             {name == names.end() ? change.what : say(language, name->second),
              side_words(language, change.what, change.before),
              side_words(language, change.what, change.after)});
}

}  // namespace licit::cli
