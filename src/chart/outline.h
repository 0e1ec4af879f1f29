// Cells of one kind that touch, as polygons: a grid of kinds in, patches with their outlines out.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace licit::chart {

// A corner of the grid: column and row line, from 0 to the number of cells.
using Corner = std::pair<std::size_t, std::size_t>;

// Columns first..last-1 and rows bottom..top-1.
struct Block {
  std::size_t first = 0, last = 0, bottom = 0, top = 0;
};

struct Patch {
  std::size_t kind = 0;
  std::vector<std::pair<std::size_t, std::size_t>> cells;  // column, row
  // Closed: the last corner joins the first. The outer border, and one for every hole; only corners
  // at which the border turns. To be filled by the even-odd rule.
  std::vector<std::vector<Corner>> loops;
};

// kinds[column][row]; every column as long as the first. Cells that only share a corner are apart.
std::vector<Patch> patches(const std::vector<std::vector<std::size_t>>& kinds);

// Every block of cells that lies wholly within the patch.
std::vector<Block> blocks(const Patch& patch);

}  // namespace licit::chart
