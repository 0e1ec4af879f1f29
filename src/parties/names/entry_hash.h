// What tells one state of an entry from another: a resolution is bound to it.
#pragma once

#include <cstdint>

#include "parties/lists/entry.h"

namespace licit {

// Of everything that the entry says; the same on every machine.
std::uint64_t entry_hash(const ListEntry& entry);

}  // namespace licit
