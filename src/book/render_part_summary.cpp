// The summary of a list of parts as a person reads it on a terminal.
#include <algorithm>

#include "base/part_messages.h"
#include "base/text.h"
#include "base/wrap.h"
#include "book/part_summary.h"
#include "book/summary.h"

namespace licit {
namespace {

Msg meaning_of(PartConfidence confidence) {
  switch (confidence) {
    case PartConfidence::Exact:
      return msg::PartsMeansExact;
    case PartConfidence::Stated:
      return msg::PartsMeansStated;
    case PartConfidence::Family:
      return msg::PartsMeansFamily;
    case PartConfidence::Partial:
      return msg::PartsMeansPartial;
    case PartConfidence::Unknown:
      break;
  }
  return msg::PartsMeansUnknown;
}

std::uint64_t lines_of(const PartSummary& summary, PartStatus status) {
  const auto found = summary.by_status.find(status);
  return found == summary.by_status.end() ? 0 : found->second;
}

class Page {
 public:
  Page(const PartSummary& summary, Language language, int width)
      : summary_(summary),
        language_(language),
        width_(static_cast<std::size_t>(std::max(40, width))) {}

  std::string render() {
    put(msg::PartsHead,
        {summary_.input, count(summary_.lines), count(lines_of(summary_, PartStatus::Classified)),
         count(lines_of(summary_, PartStatus::Open)),
         count(lines_of(summary_, PartStatus::Unknown)),
         count(lines_of(summary_, PartStatus::BadLine))});
    put(msg::PartsOn, {summary_.on.iso()});
    classes();
    confidences();
    mentioned(msg::PartsUnknown, summary_.unknown, lines_of(summary_, PartStatus::Unknown));
    mentioned(msg::PartsOpen, summary_.open, lines_of(summary_, PartStatus::Open));
    bad_lines();
    for (const Diagnostic& note : summary_.notes) {
      out_ += "\n";
      line(t(Msg::BookNote) + " " + one_line(note, language_), 0, 2);
    }
    out_ += "\n";
    put(msg::PartsAt, {summary_.classes});
    put(Msg::BookVerifiedThrough, {summary_.pack, summary_.verified_through.iso()});
    return std::move(out_);
  }

 private:
  std::string t(Msg key, const std::vector<std::string>& arguments = {}) const {
    return say(language_, key, arguments);
  }
  void line(std::string_view text, std::size_t indent, std::size_t hanging) {
    out_ += wrapped(text, width_, indent, hanging) + "\n";
  }
  void put(Msg key, const std::vector<std::string>& arguments = {}) {
    line(t(key, arguments), 0, 2);
  }
  std::string count(std::uint64_t n) const {
    return grouped(Number(static_cast<std::int64_t>(n)), language_);
  }

  // A name, a number and, maybe, a sentence that wraps under itself.
  struct Row {
    std::string name, lines, says;
  };
  void table(const std::vector<Row>& rows) {
    std::size_t name_width = 0, lines_width = 0;
    for (const Row& row : rows) {
      name_width = std::max(name_width, count_scalars(row.name));
      lines_width = std::max(lines_width, count_scalars(row.lines));
    }
    out_ += "\n";
    for (const Row& row : rows) {
      std::string text = "  " + row.name + std::string(name_width - count_scalars(row.name), ' ') +
                         "  " + std::string(lines_width - count_scalars(row.lines), ' ') +
                         row.lines;
      const std::size_t column = name_width + lines_width + 6;
      if (!row.says.empty())
        text += "  " + wrapped(row.says, width_, column, column).substr(column);
      out_ += text + "\n";
    }
  }

  void classes() {
    std::vector<Row> rows{{t(msg::PartsClassHeading), t(Msg::BookLinesHeading), {}}};
    for (const auto& [paragraph, lines] : summary_.by_class)
      rows.push_back({paragraph, count(lines), {}});
    for (const PartStatus status : {PartStatus::Open, PartStatus::Unknown, PartStatus::BadLine}) {
      const std::uint64_t lines = lines_of(summary_, status);
      if (lines > 0) rows.push_back({std::string(word_of(status)), count(lines), {}});
    }
    table(rows);
  }

  void confidences() {
    if (summary_.by_confidence.empty()) return;
    std::vector<Row> rows{
        {t(msg::PartsConfidenceHeading), t(Msg::BookLinesHeading), t(msg::PartsMeansHeading)}};
    for (const auto& [confidence, lines] : summary_.by_confidence)
      rows.push_back({std::string(word_of(confidence)), count(lines), t(meaning_of(confidence))});
    table(rows);
  }

  void mentioned(Msg heading, const std::vector<PartMentioned>& list, std::uint64_t all) {
    if (list.empty()) return;
    out_ += "\n";
    put(heading);
    for (const PartMentioned& one : list) {
      std::string text = summary_.input + ":" + std::to_string(one.file_line) + ": " + one.name;
      if (!one.nearest.empty()) text += "; " + t(msg::PartNearest, {joined(one.nearest, ", ")});
      if (!one.may_be.empty()) text += "; " + joined(one.may_be, ", ");
      line(text, 2, 4);
    }
    more(all, list.size());
  }

  void bad_lines() {
    if (summary_.bad_lines.empty()) return;
    out_ += "\n";
    put(Msg::BookBadLines);
    for (const Diagnostic& d : summary_.bad_lines) line(one_line(d, language_), 2, 4);
    more(lines_of(summary_, PartStatus::BadLine), summary_.bad_lines.size());
  }

  void more(std::uint64_t all, std::size_t listed) {
    if (all > listed) line(t(Msg::BookMore, {count(all - listed)}), 2, 4);
  }

  const PartSummary& summary_;
  Language language_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string render_part_summary(const PartSummary& summary, Language language, int width) {
  return Page(summary, language, width).render();
}

}  // namespace licit
