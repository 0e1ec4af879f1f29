#include "chart/outline.h"

#include <cstdint>
#include <set>

namespace licit::chart {
namespace {

using Cells = std::vector<std::pair<std::size_t, std::size_t>>;

// Borders run with the patch on their left, so that what two cells share cancels out.
std::vector<std::vector<Corner>> loops_around(const Cells& cells) {
  std::set<std::pair<Corner, Corner>> borders;
  const auto add = [&](const Corner& from, const Corner& to) {
    if (borders.erase({to, from}) == 0) borders.emplace(from, to);
  };
  for (const auto& [i, j] : cells) {
    add({i, j}, {i + 1, j});
    add({i + 1, j}, {i + 1, j + 1});
    add({i + 1, j + 1}, {i, j + 1});
    add({i, j + 1}, {i, j});
  }
  std::vector<std::vector<Corner>> out;
  while (!borders.empty()) {
    std::vector<Corner> loop;
    const Corner start = borders.begin()->first;
    Corner at = start;
    do {
      const auto next = borders.lower_bound({at, Corner{0, 0}});
      loop.push_back(at);
      at = next->second;
      borders.erase(next);
    } while (at != start);
    std::vector<Corner> turns;
    for (std::size_t k = 0; k < loop.size(); ++k) {
      const Corner& before = loop[(k + loop.size() - 1) % loop.size()];
      const Corner& after = loop[(k + 1) % loop.size()];
      if (before.first == after.first || before.second == after.second) continue;
      turns.push_back(loop[k]);
    }
    out.push_back(std::move(turns));
  }
  return out;
}

}  // namespace

std::vector<Patch> patches(const std::vector<std::vector<std::size_t>>& kinds) {
  std::vector<Patch> out;
  if (kinds.empty()) return out;
  const std::size_t columns = kinds.size();
  const std::size_t rows = kinds.front().size();
  std::vector<std::vector<bool>> seen(columns, std::vector<bool>(rows, false));
  for (std::size_t i = 0; i < columns; ++i) {
    for (std::size_t j = 0; j < rows; ++j) {
      if (seen[i][j]) continue;
      Patch patch;
      patch.kind = kinds[i][j];
      Cells waiting{{i, j}};
      seen[i][j] = true;
      const auto reach = [&](std::size_t a, std::size_t b) {
        if (a >= columns || b >= rows || seen[a][b] || kinds[a][b] != patch.kind) return;
        seen[a][b] = true;
        waiting.emplace_back(a, b);
      };
      while (!waiting.empty()) {
        const auto [a, b] = waiting.back();
        waiting.pop_back();
        patch.cells.emplace_back(a, b);
        reach(a + 1, b);
        reach(a, b + 1);
        // Below zero wraps to what is out of the grid.
        reach(a - 1, b);
        reach(a, b - 1);
      }
      patch.loops = loops_around(patch.cells);
      out.push_back(std::move(patch));
    }
  }
  return out;
}

std::vector<Block> blocks(const Patch& patch) {
  const std::set<std::pair<std::size_t, std::size_t>> in(patch.cells.begin(), patch.cells.end());
  std::vector<Block> out;
  for (const auto& [i, j] : patch.cells) {
    std::size_t top = SIZE_MAX;
    for (std::size_t last = i; in.contains({last, j}); ++last) {
      std::size_t height = j;
      while (height < top && in.contains({last, height})) ++height;
      top = height;
      for (std::size_t upper = j + 1; upper <= top; ++upper) {
        out.push_back({i, last + 1, j, upper});
      }
    }
  }
  return out;
}

}  // namespace licit::chart
