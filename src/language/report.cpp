#include "language/report.h"

#include <algorithm>
#include <numeric>

#include "base/mapped.h"
#include "base/text.h"
#include "language/limits.h"

namespace licit::law {

std::uint32_t Reporter::line_of(std::uint32_t file, std::uint32_t offset) {
  if (line_starts_.size() <= file) line_starts_.resize(pack_->files.size());
  std::vector<std::uint32_t>& starts = line_starts_[file];
  if (starts.empty()) {
    const std::string& text = pack_->files[file].text;
    starts.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') starts.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  return static_cast<std::uint32_t>(after - starts.begin());
}

void Reporter::push(Diagnostic diagnostic, std::uint32_t file) {
  if (full_) return;
  if (diagnostic.severity == Severity::Error && errors_ == limits::errors) {
    full_ = true;
    diagnostic = Diagnostic{"L013", Severity::Error, {}, {Msg::LawTooManyErrors, {}}, {}, {}};
    diagnostic.message.arguments.push_back(std::to_string(limits::errors));
    file = static_cast<std::uint32_t>(-1);
  }
  if (diagnostic.severity == Severity::Error) ++errors_;
  diagnostics_.push_back(std::move(diagnostic));
  order_.push_back(file);
}

void Reporter::add(std::string_view code, Severity severity, Span span, Text message,
                   std::vector<Text> help) {
  if (full_) return;
  Diagnostic d;
  d.code = std::string(code);
  d.severity = severity;
  d.message = std::move(message);
  d.help = std::move(help);
  if (span.file < pack_->files.size()) {
    const File& file = pack_->files[span.file];
    const auto size = static_cast<std::uint32_t>(file.text.size());
    const std::uint32_t begin = std::min(span.begin, size);
    d.place.file = file.path;
    d.place.begin = begin;
    d.place.end = std::clamp(span.end, begin, size);
    d.place.line = line_of(span.file, begin);
    const std::uint32_t start = line_starts_[span.file][d.place.line - 1];
    const std::string_view line =
        std::string_view(file.text).substr(start, file.text.find('\n', start) - start);
    d.place.column = static_cast<std::uint32_t>(
        count_scalars(std::string_view(file.text).substr(start, begin - start)) + 1);
    d.source_line = std::string(line.substr(0, line.find('\r')));
  }
  push(std::move(d), span.file);
}

void Reporter::error(std::string_view code, Span span, Text message, std::vector<Text> help) {
  add(code, Severity::Error, span, std::move(message), std::move(help));
}

void Reporter::warning(std::string_view code, Span span, Text message, std::vector<Text> help) {
  add(code, Severity::Warning, span, std::move(message), std::move(help));
}

void Reporter::error_in(std::string file, std::string_view code, Text message,
                        std::vector<Text> help) {
  Diagnostic d;
  d.code = std::string(code);
  d.place.file = std::move(file);
  d.message = std::move(message);
  d.help = std::move(help);
  push(std::move(d), 0);
}

std::vector<Diagnostic> Reporter::take() {
  std::vector<std::size_t> rank(diagnostics_.size());
  std::iota(rank.begin(), rank.end(), std::size_t{0});
  std::stable_sort(rank.begin(), rank.end(), [this](std::size_t a, std::size_t b) {
    if (order_[a] != order_[b]) return order_[a] < order_[b];
    return diagnostics_[a].place.begin < diagnostics_[b].place.begin;
  });
  std::vector<Diagnostic> out;
  out.reserve(rank.size());
  for (const std::size_t i : rank) out.push_back(std::move(diagnostics_[i]));
  diagnostics_.clear();
  order_.clear();
  return out;
}

std::vector<Text> suggest(std::string_view word, std::span<const std::string> known) {
  const std::vector<std::string> near = nearest(word, known);
  if (near.empty()) return {};
  if (near.size() == 1) return {Text{Msg::DidYouMean, {near.front()}}};
  const auto quoted = mapped(near, [](const std::string& one) { return "`" + one + "`"; });
  return {Text{Msg::DidYouMeanOneOf, {joined(quoted, ", ")}}};
}

std::vector<Text> suggest(std::string_view word, std::span<const std::string_view> known) {
  const std::vector<std::string> copies(known.begin(), known.end());
  return suggest(word, std::span<const std::string>(copies));
}

}  // namespace licit::law
