// Whether the law, as encoded, hangs together: proved over all classes of all facts, not sampled. What is
// found is not always a mistake, the real law has its quirks; a pack records those, and what it does not
// record is new. docs/command.md says what each kind of finding means.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "decide/evaluate.h"
#include "decide/example.h"
#include "facts/catalogue.h"

namespace licit {

using law::FindingKind;

// A figure that passes a limit of the law, and a value of it on either side.
struct Passed {
  std::string fact;
  Cut<Number> limit;
  std::string under, over;  // "2400 TPP", "4800 TPP"
};

struct Finding {
  FindingKind kind{};
  // The two paragraphs, with the limbs that meet; the requirement and the rule against it; the idle
  // provision; the requirement that falls away; the requirement that nothing reviews.
  std::vector<law::Party> between;
  std::optional<Passed> past;      // Gentler
  std::string when;                // Gap: the items, as a condition of the law language
  Date from;                       // first day on which it is so
  std::optional<Date> until;       // and the first on which it is so no longer
  std::optional<Example> example;  // none for Idle; for Gentler what the two items share
  std::string quirk;               // the quirk that accounts for it; empty: new
};

// What is wrong with a quirk of the pack.
struct QuirkFault {
  enum class Kind : std::uint8_t {
    Stale,        // there is no such finding
    TooWide,      // Gap: its items are some that a paragraph meets
    WrongExample  // decided by the reference evaluator, its example does not show the finding
  } kind{};
  const law::Quirk* quirk = nullptr;
};

struct Coherence {
  std::vector<Finding> findings;
  std::vector<QuirkFault> faults;
  // Over what it was proved: questions that the law asks of facts, and stretches of days.
  std::size_t axes = 0, moments = 0;
  bool stopped = false;  // before it was through; the rest means nothing then
};

struct CoherenceOptions {
  const std::atomic<bool>* stop = nullptr;
  std::function<void(std::size_t done, std::size_t total)> progress;  // stretches of days
  // Nodes from which on a join is narrowed to find a transaction in part of it; what is found does not
  // turn on it, only which example.
  std::size_t large = 8'000;
  // The kinds to look for; none: all. Of quirks of the other kinds nothing is said.
  std::vector<FindingKind> kinds;
  bool looks_for(FindingKind kind) const {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }
};

// Points into the pack. Fails with the diagnostics of facts_of() where the example of a quirk cannot be
// read.
Result<Coherence> coherence_of(const LawView& law, const Catalogue& catalogue,
                               const CoherenceOptions& options = {});

// The finding as a declaration of the pack, to be given a reason. `id` is its name.
std::string as_quirk(const law::Pack& pack, const Finding& finding, const std::string& id);

// Whether the reference evaluator agrees that the example shows the finding.
Result<bool> shows(const LawView& law, const Catalogue& catalogue, const Finding& finding,
                   const Example& example);

}  // namespace licit
