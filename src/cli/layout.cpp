#include "cli/layout.h"

#include <algorithm>

#include "base/text.h"
#include "base/wrap.h"

namespace licit::cli {
namespace {

constexpr int label_column = 13;
constexpr int narrow = 60;

int columns_of(std::string_view text) { return static_cast<int>(licit::columns_of(text)); }

std::string spaces(int n) { return std::string(static_cast<std::size_t>(std::max(n, 0)), ' '); }

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::Plain:
      return "";
    case Tone::Strong:
      return "\033[1m";
    case Tone::Faint:
      return "\033[2m";
    case Tone::Go:
      return "\033[1;32m";
    case Tone::Stop:
      return "\033[1;31m";
    case Tone::Unsure:
      return "\033[1;33m";
  }
  return "";
}

}  // namespace

std::string toned(const Page& page, Tone tone, std::string_view text) {
  if (!page.color || tone == Tone::Plain) return std::string(text);
  return std::string(code_of(tone)) + std::string(text) + "\033[0m";
}

std::string wrapped(std::string_view text, int width, int first, int rest) {
  const auto columns = [](int n) { return static_cast<std::size_t>(std::max(n, 0)); };
  return licit::wrapped(text, columns(width), columns(first), columns(rest));
}

std::string entry(const Page& page, std::string_view label, std::string_view text) {
  if (text.empty()) return {};
  const int wide = columns_of(label);
  if (page.width < narrow || wide > label_column - 2) {
    return "  " + toned(page, Tone::Strong, label) + "\n" + wrapped(text, page.width, 4, 4) + "\n";
  }
  const int indent = 2 + label_column;
  // The text is laid out as if the label were spaces, which the label then replaces.
  const std::string body = wrapped(text, page.width, indent, indent);
  return "  " + toned(page, Tone::Strong, label) + spaces(label_column - wide) +
         body.substr(static_cast<std::size_t>(indent)) + "\n";
}

std::string table(const Page& page, const std::vector<std::vector<std::string>>& given) {
  if (given.empty()) return {};
  std::vector<std::vector<std::string>> rows = given;
  for (auto& row : rows)
    for (std::string& cell : row) cell = printable(cell);
  std::vector<int> widths(rows.front().size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], columns_of(row[i]));
    }
  }
  int last_starts = 0;
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) last_starts += widths[i] + 2;
  // Too narrow for the columns: the last one goes below its row.
  const bool below = last_starts + 24 > page.width;
  std::string out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line;
    for (std::size_t i = 0; i + 1 < rows[r].size(); ++i) {
      line += rows[r][i] + spaces(widths[i] - columns_of(rows[r][i]) + 2);
    }
    const std::string& last = rows[r].back();
    if (below) {
      line = line.substr(0, line.find_last_not_of(' ') + 1);
      if (!last.empty() && r > 0) line += "\n" + wrapped(last, page.width, 4, 4);
    } else {
      line += wrapped(last, page.width, last_starts, last_starts)
                  .substr(static_cast<std::size_t>(last_starts));
    }
    line = line.substr(0, line.find_last_not_of(' ') + 1);
    out += (r == 0 ? toned(page, Tone::Faint, line) : line) + "\n";
  }
  return out;
}

}  // namespace licit::cli
