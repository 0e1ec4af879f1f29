// Chips of the catalogue: as a table, a page each, side by side, and as JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/layout.h"
#include "facts/catalogue.h"
#include "facts/fact_set.h"

namespace licit::cli {

// A row with what is computed from it.
struct ChipRow {
  const Chip* chip = nullptr;
  FactValue tpp, density;
  std::string paragraph;  // on the day asked for; empty where none was
};

// Computes performance and density from the row's own values.
ChipRow row_of(const Chip& chip);

std::string chips_table(const Page& page, const std::vector<ChipRow>& rows,
                        const std::optional<Date>& day);
std::string chip_page(const Page& page, const ChipRow& row, const std::optional<Date>& day);
std::string chips_side_by_side(const Page& page, const std::vector<ChipRow>& rows,
                               const std::optional<Date>& day);
std::string chips_json(const std::vector<ChipRow>& rows, const std::optional<Date>& day);

}  // namespace licit::cli
