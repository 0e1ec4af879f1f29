#include "book/part_line.h"

#include "base/json.h"
#include "base/json_list.h"
#include "base/text.h"
#include "book/csv_text.h"
#include "book/summary.h"
#include "decide/answer_json.h"

namespace licit {
namespace {

constexpr std::string_view between = "; ";

// Only what the catalogue says, or was computed from it, has a confidence; the rest names who said it.
std::string mark_of(const RestsOn& fact) {
  const bool graded = fact.origin == Origin::Catalogue || fact.origin == Origin::Computed;
  return std::string(graded ? word_of(fact.confidence) : word_of(fact.origin));
}

// What several chips say, each once; the chip in front where they say different things.
template <typename Words>
std::string of_each(const PartLine& line, Words&& words) {
  std::vector<std::string> each;
  bool same = true;
  each.reserve(line.chips.size());
  for (const PartChip& chip : line.chips) {
    each.push_back(joined(words(*chip.found), between));
    same = same && each.back() == each.front();
  }
  if (each.empty()) return {};
  if (same) return each.front();
  std::string out;
  for (std::size_t i = 0; i < each.size(); ++i) {
    if (each[i].empty()) continue;
    if (!out.empty()) out += " | ";
    out += line.chips[i].id + ": " + each[i];
  }
  return out;
}

std::vector<std::string> met_words(const ItemClass& found) {
  std::vector<std::string> out;
  out.reserve(found.met.size());
  for (const ClassMet& met : found.met)
    out.push_back(met.limbs.empty() ? met.paragraph
                                    : met.paragraph + " (" + joined(met.limbs, ", ") + ")");
  return out;
}

std::vector<std::string> fact_words(const ItemClass& found) {
  std::vector<std::string> out;
  out.reserve(found.facts.size());
  for (const RestsOn& fact : found.facts)
    out.push_back(fact.fact + " = " + fact.value + " (" + mark_of(fact) + ")");
  return out;
}

std::vector<std::string> need_words(const ItemClass& found) {
  std::vector<std::string> out;
  out.reserve(found.needs.size());
  for (const Need& need : found.needs) out.push_back(need.fact);
  return out;
}

std::vector<std::string> may_be_words(const ItemClass& found) {
  if (found.may_be.empty() && !found.selected.empty()) return {found.selected};
  return found.may_be;
}

std::vector<std::string> ids_of(const PartLine& line) {
  std::vector<std::string> out;
  for (const PartChip& chip : line.chips)
    if (!chip.id.empty()) out.push_back(chip.id);
  return out;
}

std::string message_of(const PartLine& line, Language language) {
  std::vector<std::string> out;
  out.reserve(line.remarks.size());
  for (const PartRemark& remark : line.remarks) out.push_back(remark.in(language));
  for (const Diagnostic& problem : line.problems) out.push_back(one_line(problem, language));
  return joined(out, " | ");
}

void write_chip(JsonWriter& json, const PartChip& chip) {
  json.field("id", chip.id);
  json.field("class", chip.found->selected);
  json.field("may-be", chip.found->may_be);
  write_objects(json, "met", chip.found->met, [&](const ClassMet& met) {
    json.field("paragraph", met.paragraph);
    json.field("limbs", met.limbs);
  });
  write_objects(json, "facts", chip.found->facts, [&](const RestsOn& fact) {
    json.field("fact", fact.fact);
    json.field("value", fact.value);
    json.field("origin", word_of(fact.origin));
    json.field("confidence", word_of(fact.confidence));
    json.field("source", fact.source);
  });
  write_objects(json, "needs", chip.found->needs, [&](const Need& need) {
    json.field("fact", need.fact);
    json.field("asks", need.asks);
  });
  json.field("readings", chip.found->readings);
  json.field("weak", chip.found->weak);
}

}  // namespace

std::string_view word_of(PartConfidence confidence) {
  switch (confidence) {
    case PartConfidence::Exact:
      return "exact";
    case PartConfidence::Stated:
      return "stated";
    case PartConfidence::Family:
      return "family";
    case PartConfidence::Partial:
      return "partial";
    case PartConfidence::Unknown:
      break;
  }
  return "unknown";
}

std::string_view word_of(PartStatus status) {
  switch (status) {
    case PartStatus::Classified:
      return "classified";
    case PartStatus::Open:
      return "open";
    case PartStatus::Unknown:
      return "unknown";
    case PartStatus::BadLine:
      break;
  }
  return "bad-line";
}

std::string PartRemark::in(Language language) const {
  Text whole = says;
  if (last) whole.arguments.push_back(say(language, *last));
  return whole.in(language);
}

const std::string& PartLine::name() const {
  if (!product.empty()) return product;
  return description.empty() ? part : description;
}

std::string_view classes_header() {
  return "line,file-line,status,part,product,description,form-factor,manufacturer,chip,kind,count,"
         "class,met,confidence,may-be,needs,readings,nearest,facts,note,message\n";
}

std::string csv_row(const PartLine& line, Language language) {
  std::string out = csv_copied(line.line);
  const auto put = [&out](std::string_view text) { out += "," + csv_cell(text); };
  const auto copy = [&out](std::string_view text) { out += "," + csv_copied(text); };
  put(std::to_string(line.file_line));
  put(word_of(line.status));
  copy(line.part);
  copy(line.product);
  copy(line.description);
  copy(line.form);
  copy(line.maker);
  put(joined(ids_of(line), between));
  put(line.kind);
  put(line.count ? std::to_string(*line.count) : "");
  put(line.selected);
  const bool settled = line.status == PartStatus::Classified;
  put(settled ? of_each(line, met_words) : "");
  put(line.status == PartStatus::BadLine ? std::string_view() : word_of(line.confidence));
  put(settled ? "" : of_each(line, may_be_words));
  put(of_each(line, need_words));
  put(of_each(line, [](const ItemClass& found) { return found.readings; }));
  put(joined(line.nearest, between));
  put(of_each(line, fact_words));
  copy(line.note);
  copy(message_of(line, language));
  return out + "\n";
}

std::string json_row(const PartLine& line, Language language) {
  JsonWriter json(JsonStyle::Line);
  json.begin_object();
  json.field("line", line.line);
  json.field("file-line", static_cast<std::int64_t>(line.file_line));
  json.field("status", word_of(line.status));
  json.field("part", line.part);
  json.field("product", line.product);
  json.field("description", line.description);
  json.field("form-factor", line.form);
  json.field("manufacturer", line.maker);
  if (line.status != PartStatus::BadLine) {
    json.field("class", line.selected);
    json.field("confidence", word_of(line.confidence));
    json.field("kind", line.kind);
    if (line.count) json.field("count", static_cast<std::int64_t>(*line.count));
    write_objects(json, "chips", line.chips, [&](const PartChip& chip) { write_chip(json, chip); });
    json.field("nearest", line.nearest);
  }
  json.field("note", line.note);
  json.field("message", message_of(line, language));
  json.end_object();
  return json.take() + "\n";
}

}  // namespace licit
