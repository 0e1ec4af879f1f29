// The columns of a list of parts: part, product, description, form-factor, manufacturer, note, line, and
// any fact of the item ("item.tpp").
#pragma once

#include "book/columns.h"

namespace licit {

// One of part, product and description, or a fact of the item, has to be there.
const TableKind& part_table();

}  // namespace licit
