// Two texts line by line: what was kept, taken away and put in. The shortest such list (longest common
// subsequence); meant for texts of some hundred lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace licit {

struct DiffLine {
  enum class Kind : std::uint8_t { Kept, Gone, New } kind = Kind::Kept;
  std::string text;
};

// Lines are compared without the blanks at either end, and shown as `after` has them. Where lines are
// replaced, those gone stand before the new ones.
std::vector<DiffLine> line_diff(std::string_view before, std::string_view after);

}  // namespace licit
