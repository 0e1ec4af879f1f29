// Which lines of a pack's tests touch which provision: a line touches a provision whose own condition holds,
// or may hold, in the proof of its answer, whether or not another takes it away. The price of it is one answer
// with proof for every line.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "decide/law_test.h"

namespace licit {

// One version of a provision: its id and its first day, none where it has always been there.
using VersionKey = std::pair<std::string, std::optional<Date>>;

// By version, the lines in the order of the pack. Points into the pack.
using Touched = std::map<VersionKey, std::vector<const PreparedLine*>>;

// The lines must outlive what comes back. `only`: the ids of the provisions that are wanted; empty: all
// of them.
Touched touched_by(const LawView& law, const std::vector<PreparedLine>& lines,
                   const std::set<std::string>& only = {});

}  // namespace licit
