#include "book/part_summary.h"

#include <algorithm>
#include <set>

#include "base/json_list.h"
#include "book/summary.h"

namespace licit {
namespace {

constexpr std::size_t most_mentioned = 10;

std::vector<std::string> may_be_of(const PartLine& line) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& paragraph) {
    if (!paragraph.empty() && std::find(out.begin(), out.end(), paragraph) == out.end())
      out.push_back(paragraph);
  };
  for (const PartChip& chip : line.chips) {
    add(chip.found->selected);
    for (const std::string& paragraph : chip.found->may_be) add(paragraph);
  }
  return out;
}

std::int64_t count(std::uint64_t n) { return static_cast<std::int64_t>(n); }

void write_mentioned(JsonWriter& json, std::string_view key,
                     const std::vector<PartMentioned>& list) {
  write_objects(json, key, list, [&](const PartMentioned& one) {
    json.field("file-line", static_cast<std::int64_t>(one.file_line));
    json.field("product", one.name);
    json.field("nearest", one.nearest);
    json.field("may-be", one.may_be);
  });
}

}  // namespace

void PartSummary::add(const PartLine& line) {
  ++lines;
  ++by_status[line.status];
  if (line.status == PartStatus::BadLine) {
    exit_status = 2;
    if (bad_lines.size() < most_mentioned && !line.problems.empty())
      bad_lines.push_back(line.problems.front());
    return;
  }
  ++by_confidence[line.confidence];
  if (line.status == PartStatus::Classified) {
    ++by_class[line.selected];
    return;
  }
  exit_status = worse_status(exit_status, 4);
  auto& list = line.status == PartStatus::Unknown ? unknown : open;
  if (list.size() < most_mentioned)
    list.push_back({line.file_line, line.name(), line.nearest, may_be_of(line)});
}

std::string part_summary_json(const PartSummary& summary) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  json.field("input", summary.input);
  json.field("classes-file", summary.classes);
  json.field("pack", summary.pack);
  json.field("verified-through", summary.verified_through);
  json.field("on", summary.on);
  json.field("lines", count(summary.lines));
  json.field("exit", static_cast<std::int64_t>(summary.exit_status));
  json.begin_object("statuses");
  for (const auto& [status, lines] : summary.by_status) json.field(word_of(status), count(lines));
  json.end_object();
  json.begin_object("classes");
  for (const auto& [paragraph, lines] : summary.by_class) json.field(paragraph, count(lines));
  json.end_object();
  json.begin_object("confidences");
  for (const auto& [confidence, lines] : summary.by_confidence)
    json.field(word_of(confidence), count(lines));
  json.end_object();
  write_mentioned(json, "first-unknown", summary.unknown);
  write_mentioned(json, "first-open", summary.open);
  write_diagnostics(json, "first-bad-lines", summary.bad_lines);
  write_diagnostics(json, "notes", summary.notes);
  json.end_object();
  return json.take();
}

}  // namespace licit
