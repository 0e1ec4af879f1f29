// Cells of a CSV file that is written.
#pragma once

#include <string>
#include <string_view>

namespace licit {

// In quotation marks where it has to be.
std::string csv_cell(std::string_view text);

// A text of the input, in a cell of its own. A spreadsheet runs a cell that begins like a formula, so
// that such a text gets an apostrophe in front; a plain number (-5) does nothing and stays.
std::string csv_copied(std::string_view text);

}  // namespace licit
