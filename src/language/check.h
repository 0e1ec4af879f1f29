// What a pack must satisfy before anything is decided with it: every name resolves, types and units
// agree, every provision is cited and dated, versions do not overlap, nothing is circular, and no two
// unordered rules contradict each other. docs/diagnostics.md has a section for each code.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "language/ast.h"

namespace licit::law {

class Reporter;

struct CheckOptions {
  // Ids whose declarations did not parse: references to them are not reported again.
  std::vector<std::string> broken;
};

// Checks, and completes the pack: days written as sources, `in` conditions on places or on words, bare
// names as defines or yes-no facts, the hash, the warnings. Errors and warnings in the order of the
// texts; the pack is fit for use only where no error is among them.
std::vector<Diagnostic> check(Pack& pack, const CheckOptions& options = {});

// The same into a reporter that already holds the parser's findings.
void check(Pack& pack, const CheckOptions& options, Reporter& report);

// SHA-256 over names (folders dropped) and texts of the files, by name.
std::string hash_of(const Pack& pack);

}  // namespace licit::law
