// A difference for programs: all of it.
#include "base/json_list.h"
#include "cli/render_diff.h"
#include "decide/answer_json.h"

namespace licit::cli {
namespace {

std::string_view word_of(Asks asks) {
  switch (asks) {
    case Asks::Number:
      return "number";
    case Asks::Day:
      return "day";
    case Asks::Place:
      return "place";
    case Asks::Word:
      return "word";
    case Asks::Member:
      return "member";
    case Asks::Known:
      return "known";
    case Asks::Received:
      return "received";
    case Asks::Reading:
      return "reading";
    case Asks::Posture:
      return "posture";
    case Asks::Doubt:
      return "doubt";
  }
  return "";
}

void write_end(JsonWriter& json, std::string_view name, const RegionEnd& end) {
  json.begin_object(name);
  json.field("at", end.at);
  json.field("counts", end.counts);
  json.end_object();
}

void write_limit(JsonWriter& json, const DifferenceLimit& limit) {
  json.begin_object();
  json.field("fact", limit.fact);
  json.field("asks", word_of(limit.asks));
  if (limit.low) write_end(json, "low", *limit.low);
  if (limit.high) write_end(json, "high", *limit.high);
  if (limit.from) json.field("from", *limit.from);
  if (limit.to) json.field("to", *limit.to);
  if (!limit.words.empty()) json.field("one-of", limit.words);
  if (!limit.excluded.empty()) json.field("none-of", limit.excluded);
  if (!limit.word.empty()) json.field("word", limit.word);
  if (limit.asks == Asks::Member || limit.asks == Asks::Received || limit.asks == Asks::Known) {
    json.field("holds", limit.holds);
  }
  json.end_object();
}

void write_side(JsonWriter& json, std::string_view side, const std::string& name,
                const Receipt& receipt) {
  json.begin_object(side);
  json.field("name", name);
  write_asked(json, receipt);
  json.end_object();
}

}  // namespace

std::string diff_json(const ShownDifference& shown) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  write_side(json, "before", shown.before_name, shown.before_receipt);
  write_side(json, "after", shown.after_name, shown.after_receipt);
  write_objects(json, "given", shown.transaction.fields, [&](const TransactionField& field) {
    json.field("name", field.name);
    json.field("value", field.text);
  });
  write_each(json, "common", shown.difference.common, write_limit);
  write_objects(json, "statements", shown.difference.statements,
                [&](const DifferenceStatement& one) {
                  json.field("before", licit::word_of(one.before));
                  json.field("after", licit::word_of(one.after));
                  write_each(json, "limits", one.limits, write_limit);
                  json.field("before-by", one.before_by);
                  json.field("after-by", one.after_by);
                  json.field("before-class", one.before_class);
                  json.field("after-class", one.after_class);
                });
  write_objects(json, "chips", shown.moved.chips, [&](const MovedChip& one) {
    json.field("id", one.id);
    json.field("name", one.name);
    json.field("before", licit::word_of(one.before));
    json.field("after", licit::word_of(one.after));
    json.field("places", one.places);
    json.field("before-by", one.before_by);
    json.field("after-by", one.after_by);
  });
  write_objects(json, "classes", shown.moved.classes, [&](const MovedClass& one) {
    json.field("id", one.id);
    json.field("name", one.name);
    json.field("before", one.before);
    json.field("after", one.after);
  });
  json.field("chips-asked", static_cast<std::int64_t>(shown.moved.asked));
  if (shown.lines) {
    json.begin_object("book");
    json.field("read", static_cast<std::int64_t>(shown.lines->read));
    json.field("unread", static_cast<std::int64_t>(shown.lines->unread));
    write_objects(json, "moved", shown.lines->moved, [&](const MovedLine& one) {
      json.field("line", one.line);
      json.field("item", one.item);
      json.field("to", one.to);
      json.field("before", licit::word_of(one.before));
      json.field("after", licit::word_of(one.after));
    });
    json.end_object();
  }
  write_objects(json, "clauses", shown.difference.clauses, [&](const TimelineClause& clause) {
    json.field("id", clause.id);
    json.field("source", clause.source);
    json.field("cite", clause.cite);
    json.field("begins", clause.begins);
    json.field("ends", clause.ends);
  });
  write_warnings(json, shown.warnings);
  json.end_object();
  return json.take();
}

}  // namespace licit::cli
