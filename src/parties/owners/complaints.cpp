#include "parties/owners/complaints.h"

#include <algorithm>

#include "base/text.h"

namespace licit {
namespace {

constexpr std::size_t most_of_a_kind = 10;

}  // namespace

void Complaints::about_file(Severity severity, std::string_view code, Text message,
                            std::vector<Text> help) {
  Diagnostic d;
  d.code = std::string(code);
  d.severity = severity;
  d.place.file = file_;
  d.message = std::move(message);
  d.help = std::move(help);
  kept_.push_back(std::move(d));
}

void Complaints::add(Severity severity, std::string_view code, Text message, std::size_t at,
                     std::vector<Text> help) {
  const auto [count, fresh] = counts_.try_emplace(std::string(code), 0);
  if (++count->second > most_of_a_kind) return;
  Diagnostic d;
  d.code = std::string(code);
  d.severity = severity;
  d.message = std::move(message);
  d.help = std::move(help);
  at = std::min(at, bytes_.size());
  const std::string_view before = bytes_.substr(0, at);
  const std::size_t line = before.rfind('\n');
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  d.place.file = file_;
  d.place.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
  d.place.column = static_cast<std::uint32_t>(1 + count_scalars(before.substr(begin)));
  d.place.begin = d.place.end = static_cast<std::uint32_t>(std::min<std::size_t>(at, 0xFFFFFFFFU));
  kept_.push_back(std::move(d));
}

std::vector<Diagnostic> Complaints::take() {
  for (const auto& [code, count] : counts_) {
    if (count <= most_of_a_kind) continue;
    Diagnostic d;
    d.code = "P229";
    d.severity = Severity::Warning;
    d.place.file = file_;
    d.message = {msg::OwnMoreOfKind, {std::to_string(count - most_of_a_kind), code}};
    kept_.push_back(std::move(d));
  }
  return std::move(kept_);
}

}  // namespace licit
