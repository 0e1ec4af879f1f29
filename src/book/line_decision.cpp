#include "book/line_decision.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "book/csv_text.h"
#include "book/party_columns.h"
#include "book/party_json.h"
#include "decide/answer_json.h"
#include "decide/headline.h"

namespace licit {
namespace {

constexpr std::string_view between = "; ";

// The outcomes that a verdict is about.
bool speaks_for(Verdict verdict, Outcome outcome) {
  switch (verdict) {
    case Verdict::License:
      return outcome == Outcome::Required;
    case Verdict::Prohibited:
      return outcome == Outcome::Prohibited;
    case Verdict::Exception:
      return outcome == Outcome::Excepted;
    case Verdict::Undetermined:
      return outcome == Outcome::Undetermined;
    case Verdict::Conflict:
      return outcome == Outcome::Conflict;
    case Verdict::NotCovered:
      return outcome == Outcome::NotCovered;
    case Verdict::NotSubject:
    case Verdict::NoLicense:
      break;
  }
  return false;
}

void add_once(std::vector<std::string>& list, const std::string& word) {
  if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
}

std::string messages_of(const std::vector<Diagnostic>& diagnostics, Language language) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    if (!out.empty()) out += " | ";
    out += one_line(d, language);
  }
  return out;
}

std::vector<std::string> provision_ids(const LineDecision& decision) {
  std::vector<std::string> ids;
  for (const Citation& citation : decision.provisions) add_once(ids, citation.provision);
  return ids;
}

std::vector<std::string> need_ids(const LineDecision& decision) {
  std::vector<std::string> ids;
  ids.reserve(decision.needs.size());
  for (const Need& need : decision.needs) ids.push_back(need.fact);
  return ids;
}

// The document that `licit check --json` gives for the line alone.
std::string answer_of(const DecidedLine& line) {
  std::string answer = answer_json(*line.answer, JsonStyle::Line);
  const auto add = [&](const char* key, auto&& write) {
    JsonWriter json(JsonStyle::Line);
    json.begin_object();
    write(json);
    json.end_object();
    answer = with_key(std::move(answer), key, json.take(), JsonStyle::Line);
  };
  if (!line.parties.empty())
    add("screened", [&](JsonWriter& json) { write_screened_parties(json, line.parties, line.on); });
  if (!line.owners.empty())
    add("owners", [&](JsonWriter& json) { write_owned_parties(json, line.owners); });
  return answer;
}

}  // namespace

LineDecision line_decision_of(const Answer& answer) {
  LineDecision out;
  out.verdict = answer.verdict;
  out.exit = exit_status(answer);
  out.paragraph = answer.classification.selected;
  for (const Requirement& requirement : answer.requirements) {
    if (speaks_for(answer.verdict, requirement.outcome)) {
      out.provisions.push_back(requirement.citation);
    }
    if (answer.verdict != Verdict::Exception || requirement.outcome != Outcome::Excepted) continue;
    for (const ExceptionResult& exception : requirement.exceptions) {
      if (exception.truth == Truth::Yes)
        add_once(out.exceptions, exception.symbol.empty() ? exception.id : exception.symbol);
    }
  }
  out.review = strictest_review(answer);
  // The strictest that is stated says nothing of a requirement that states none.
  if (!review_not_stated(answer).empty() && out.review != "not-stated")
    out.review += std::string(between) + "not-stated";
  for (const StepDue& step : answer.steps)
    add_once(out.steps, step.due ? step.id + " " + step.due->iso() : step.id);
  out.needs = answer.needs;
  for (const ReadingResult& reading : answer.readings)
    if (reading.changes_verdict) add_once(out.readings, reading.id + "=" + reading.alternative);
  if (answer.other_posture) {
    const bool enforced = answer.posture == Posture::Enforced;
    add_once(out.readings, enforced ? "posture=text" : "posture=enforced");
  }
  out.assumptions = answer.assumptions.size();
  for (const Warning& warning : answer.warnings) add_once(out.warnings, warning.code);
  for (const Citation& flag : answer.flags) add_once(out.warnings, "flag " + flag.provision);
  for (const BesideEntry& entry : answer.beside) {
    if (!is_short(entry)) continue;
    add_once(out.beside, entry.citation.provision + (entry.holds == Truth::Yes ? "" : "?"));
  }
  out.reason = answer.reason;
  return out;
}

std::string_view decisions_header() {
  return "line,file-line,status,verdict,exit,class,provision,exception,review,steps,needs,readings,"
         "assumptions,warnings,beside,screened,matches,owners,value,currency,reason,message\n";
}

std::string csv_row(const DecidedLine& line, Language language) {
  std::string out = csv_copied(line.line);
  const auto put = [&out](std::string_view text) {
    out += ',';
    out += csv_cell(text);
  };
  put(std::to_string(line.file_line));
  if (const LineDecision* d = line.decision) {
    put("decided");
    put(word_of(d->verdict));
    put(std::to_string(d->exit));
    put(d->paragraph);
    put(joined(provision_ids(*d), between));
    put(joined(d->exceptions, between));
    put(d->review);
    put(joined(d->steps, between));
    put(joined(need_ids(*d), between));
    put(joined(d->readings, between));
    put(std::to_string(d->assumptions));
    put(joined(d->warnings, between));
    put(joined(d->beside, between));
    put(joined(screened_words(line.parties), between));
    put(joined(match_words(line.parties), between));
    put(joined(owner_words(line.owners), between));
  } else {
    put("bad-line");
    put("");
    put("2");
    out.append(13, ',');
  }
  put(line.amount ? line.amount->number.decimal(18) : "");
  out += ',';
  out += csv_copied(line.amount ? line.amount->currency : std::string());
  put(line.decision != nullptr ? line.decision->reason.in(language) : std::string());
  out += ',';
  out += csv_copied(messages_of(line.diagnostics, language));
  out += '\n';
  return out;
}

std::string json_row(const DecidedLine& line, Language language) {
  JsonWriter json(JsonStyle::Line);
  json.begin_object();
  json.field("line", line.line);
  json.field("file-line", static_cast<std::int64_t>(line.file_line));
  const LineDecision* d = line.decision;
  json.field("status", d != nullptr ? "decided" : "bad-line");
  if (d != nullptr) {
    json.field("verdict", word_of(d->verdict));
    json.field("exit", static_cast<std::int64_t>(d->exit));
    json.field("class", d->paragraph);
    json.field("provision", provision_ids(*d));
    json.field("exception", d->exceptions);
    json.field("review", d->review);
    json.field("steps", d->steps);
    json.field("needs", need_ids(*d));
    json.field("readings", d->readings);
    json.field("assumptions", static_cast<std::int64_t>(d->assumptions));
    json.field("warnings", d->warnings);
    json.field("beside", d->beside);
    if (!line.owners.empty()) json.field("owners", owner_words(line.owners));
    if (!line.parties.empty()) {
      json.field("screened", screened_words(line.parties));
      json.field("matches", match_words(line.parties));
    }
  } else {
    json.field("exit", std::int64_t{2});
  }
  if (line.amount) {
    json.field("value", line.amount->number);
    json.field("currency", line.amount->currency);
  }
  if (d != nullptr) json.field("reason", d->reason.in(language));
  if (!line.diagnostics.empty()) json.field("message", messages_of(line.diagnostics, language));
  json.end_object();
  std::string row = json.take();
  if (line.answer != nullptr)
    row = with_key(std::move(row), "answer", answer_of(line), JsonStyle::Line);
  return row + "\n";
}

}  // namespace licit
