// Whether the law, as encoded, hangs together: proved over all classes of all facts, not sampled. What is
// found is not always a mistake, the real law has its quirks; each comes with the smallest example.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "decide/compiled_law.h"

namespace licit {

enum class FindingKind : std::uint8_t {
  Conflict,   // a requirement stands and a rule says no license is needed, in no order
  Overlap,    // two paragraphs are met by one item; precedence has to choose
  Idle,       // without the provision every answer would be the same
  Gentler,    // an item stronger in one figure is treated more gently
  Unreviewed  // a license is required and no policy says how an application is looked at
};
std::string_view word_of(
    FindingKind kind);  // "conflict", "overlap", "idle", "gentler", "unreviewed"

struct Finding {
  FindingKind kind{};
  // The two paragraphs; the requirement and what speaks against it; the idle provision; the figure and
  // then the requirement that falls away; the requirement.
  std::vector<std::string> between;
  std::optional<Number> limit;  // Gentler: the limit that the figure passes
  Date from;                    // first day on which it is so
  std::optional<Date> until;    // and the first on which it is so no longer
  // The facts of an example, the fewest that will do: fact and value. For Gentler those that both
  // items share.
  std::vector<std::pair<std::string, std::string>> example;
};

std::vector<Finding> coherence_of(const law::Pack& pack, const Places& places);

}  // namespace licit
