#include "cli/render_timeline.h"

#include <algorithm>

#include "base/json_list.h"
#include "base/text.h"
#include "cli/words.h"
#include "decide/answer_json.h"

namespace licit::cli {
namespace {

constexpr std::size_t most_clauses = 3;

std::string class_of(const Answer& answer) {
  const Classification& c = answer.classification;
  if (!c.selected.empty()) return c.selected;
  return c.may_be.empty() ? "-" : joined(c.may_be, "|") + "?";
}

std::string clause_words(Language language, const TimelineClause& clause) {
  const Msg what = !clause.begins ? Msg::CliClauseEnds
                   : !clause.ends ? Msg::CliClauseBegins
                                  : Msg::CliClauseChanges;
  return say(language, what, {clause.id});
}

// What brought the change: each document with the clauses that it begins, ends or changes.
std::string brought_by(Language language, const TimelineSegment& segment, std::size_t most) {
  std::vector<std::string> documents;
  for (const TimelineClause& clause : segment.clauses) {
    const std::string& cite = clause.cite.empty() ? clause.source : clause.cite;
    if (std::find(documents.begin(), documents.end(), cite) == documents.end()) {
      documents.push_back(cite);
    }
  }
  std::vector<std::string> parts;
  for (const std::string& document : documents) {
    std::vector<std::string> clauses;
    std::size_t more = 0;
    for (const TimelineClause& clause : segment.clauses) {
      if ((clause.cite.empty() ? clause.source : clause.cite) != document) continue;
      if (clauses.size() == most) {
        ++more;
      } else {
        clauses.push_back(clause_words(language, clause));
      }
    }
    if (more > 0) clauses.push_back(say(language, Msg::CliAndMore, {std::to_string(more)}));
    const std::string changed = joined(clauses, ", ");
    parts.push_back(document.empty() ? changed
                                     : say(language, Msg::CliRuleLine, {document, changed}));
  }
  return joined(parts, "; ");
}

std::string row_text(const Page& page, const TimelineSegment& segment, bool explain) {
  const Language language = page.language;
  std::string text = verdict_line(language, segment.answer) + ", " + class_of(segment.answer);
  if (!segment.clauses.empty()) {
    text += "\n" + say(language, Msg::CliTimelineBy,
                       {brought_by(language, segment, explain ? 1000 : most_clauses)});
  }
  if (!explain) return text;
  for (const TimelineChange& change : segment.changes) {
    text += "\n" + change_words(language, change);
  }
  for (const OutlookEntry& event : segment.events) {
    text += "\n" + say(language, Msg::CliOutlookLine,
                       {event.dated.iso(), event.by.in(language), event.says.in(language)});
  }
  return text;
}

}  // namespace

std::string timeline_title(Language language, const Subject& subject) {
  const std::string item = subject.item.empty() ? say(language, Msg::CliAnItem) : subject.item;
  return subject.to.empty() ? item : say(language, Msg::CliTimelineTitle, {item, subject.to});
}

std::string render_timeline(const Page& page, const Subject& subject, const Timeline& timeline,
                            bool explain) {
  const Language language = page.language;
  std::string out =
      toned(page, Tone::Strong, wrapped(timeline_title(language, subject), page.width, 0, 0)) +
      "\n\n";
  std::vector<std::vector<std::string>> rows{{say(language, Msg::CliTimelineFrom),
                                              say(language, Msg::CliTimelineTo),
                                              say(language, Msg::CliTimelineAnswer)}};
  for (const TimelineSegment& segment : timeline.segments) {
    rows.push_back({segment.from.iso(), segment.to.iso(), row_text(page, segment, explain)});
  }
  out += table(page, rows) + "\n";
  const Receipt& receipt = timeline.segments.back().answer.receipt;
  out += wrapped(
             say(language, Msg::CliVerifiedThrough, {receipt.pack, receipt.verified_through.iso()}),
             page.width, 0, 0) +
         "\n";
  if (!explain) out += wrapped(say(language, Msg::CliTimelineMore), page.width, 0, 0) + "\n";
  return out;
}

std::string timeline_json(const Timeline& timeline) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  write_objects(json, "segments", timeline.segments, [&](const TimelineSegment& segment) {
    json.field("from", segment.from);
    json.field("to", segment.to);
    write_objects(json, "changes", segment.changes, [&](const TimelineChange& change) {
      json.field("what", change.what);
      json.field("before", change.before);
      json.field("after", change.after);
    });
    write_objects(json, "clauses", segment.clauses, [&](const TimelineClause& clause) {
      json.field("id", clause.id);
      json.field("source", clause.source);
      json.field("cite", clause.cite);
      json.field("begins", clause.begins);
      json.field("ends", clause.ends);
    });
    write_each(json, "events", segment.events, write_outlook);
    json.key("answer");
    write_answer(json, segment.answer);
  });
  json.field("days-asked", static_cast<std::int64_t>(timeline.days_asked));
  json.end_object();
  return json.take();
}

}  // namespace licit::cli
