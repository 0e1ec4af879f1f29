// Reads shareholdings from what registers and people write: our own CSV and JSON, GLEIF's level 1
// (who is who) and level 2 (who consolidates whom) XML, and the Beneficial Ownership Data Standard
// 0.4. Everything that can be read is kept; what cannot is said, with file, line and column, and where
// a share makes no sense the stake stays with an unknown share, so that no doubt is lost.
// Formats: docs/ownership.md. Codes: P200 to P239 (docs/diagnostics.md).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "parties/owners/graph.h"
#include "parties/owners/listing.h"

namespace licit {

enum class OwnersFormat : std::uint8_t { Csv, Json, Bods, GleifRelations, GleifEntities, None };
std::string_view word_of(OwnersFormat format);

// By the first bytes that mean something, never by the name of the file.
OwnersFormat owners_format_of(std::string_view bytes);

struct OwnersRead {
  OwnersFormat format = OwnersFormat::None;
  std::size_t stakes = 0;    // kept
  std::size_t entities = 0;  // described (GLEIF level 1, BODS, JSON)
  std::size_t dropped =
      0;  // rows or statements that say nothing of whom: nobody is cleared by what is left
  std::vector<Diagnostic> diagnostics;

  bool usable() const;  // no error says that the file as a whole was not read
};

// Adds to `graph`. `file` is named in diagnostics and as the source of stakes that state none. Where no
// share of the file is more than 1 and nobody says what 0.6 is (`unit`), each stays open between the
// two, and that is an error (P231).
OwnersRead read_owners(std::string_view bytes, std::string_view file, OwnershipGraph& graph,
                       ShareUnit unit = ShareUnit::Unstated);

// Owners that stand on lists. Columns: name (or id), list; and as far as known footnotes, requirement,
// policy, programs, from, until, citation, certain. An owner that the graph does not know is P224, a
// warning.
OwnersRead read_listed(std::string_view bytes, std::string_view file, const OwnershipGraph& graph,
                       ListedOwners& listed);

}  // namespace licit
