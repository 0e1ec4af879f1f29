// A provision of a pack by its id: every version, with its citation, dates, marks and the law as
// written, and which other provisions lean on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "language/ast.h"

namespace licit {

struct ExplainedVersion {
  std::string kind;  // "rule", "param", "set", "exception", "source"...
  std::string id;
  std::string cite;
  const law::Source* source = nullptr;  // the document that brings it; for a source, itself
  law::Verified verified = law::Verified::Unverified;
  std::string verified_note;
  Bilingual says;
  Bilingual partial;     // what of it is left out
  std::string searched;  // a pointer: where its text was looked for
  std::optional<law::DayRef> from, until;
  std::string text;  // as written in the pack
  Place place;
};

struct Explanation {
  std::string id;
  std::vector<ExplainedVersion> versions;  // in the order of their dates
  std::vector<std::string> used_by;        // ids of provisions that name it, sorted
  std::vector<std::string> nearest;        // where there is no such id: those that resemble it
};

// Versions are empty where the pack has no such id.
Explanation explain(const law::Pack& pack, std::string_view id);

}  // namespace licit
