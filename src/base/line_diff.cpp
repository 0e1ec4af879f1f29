#include "base/line_diff.h"

#include <algorithm>

#include "base/text.h"

namespace licit {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::vector<DiffLine> line_diff(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> a = lines_of(before);
  const std::vector<std::string_view> b = lines_of(after);
  const auto same = [&](std::size_t i, std::size_t j) { return trimmed(a[i]) == trimmed(b[j]); };
  // longest[i][j]: lines that a from i and b from j have in common, in order.
  std::vector<std::vector<std::size_t>> longest(a.size() + 1,
                                                std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i][j] =
          same(i, j) ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  std::vector<DiffLine> out;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && same(i, j)) {
      out.push_back({DiffLine::Kind::Kept, std::string(b[j])});
      ++i;
      ++j;
    } else if (i < a.size() && (j == b.size() || longest[i + 1][j] >= longest[i][j + 1])) {
      out.push_back({DiffLine::Kind::Gone, std::string(a[i])});
      ++i;
    } else {
      out.push_back({DiffLine::Kind::New, std::string(b[j])});
      ++j;
    }
  }
  return out;
}

}  // namespace licit
