// The lossless tree of one law file: what the formatter lays out and an editor folds. Nodes cover
// ranges of significant tokens; the tokens carry the text, comments and space included.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/token.h"

namespace licit::law {

enum class SyntaxKind : std::uint8_t {
  File,
  Declaration,  // a pack header, `rule ...`, `test ...`, an amendment
  Clause,       // one clause of a declaration, on its own line
  TestLine,     // `on DATE ...` with its expectations
  Expectation,  // `expect ...`, a clause of a test line
  Chain,        // a condition: atoms joined by `and` or by `or`
  Brackets,     // ( condition )
  Limbs,        // any of { ... }, all of { ... }, first of { ... }
  Limb,         // (label) condition
  List,         // names with commas, in braces or not
  Bilingual,    // en "..." fr "..."
  Second        // the `fr "..."` of a Bilingual
};

// Covers significant tokens [first, last): indexes into SyntaxTree::significant.
struct SyntaxNode {
  SyntaxKind kind = SyntaxKind::File;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<SyntaxNode> children;  // in order, within [first, last)
};

struct SyntaxTree {
  std::vector<Token> tokens;  // every byte of the file
  std::vector<std::uint32_t>
      significant;  // indexes of the tokens that are not trivia; End included
  SyntaxNode root;
};

}  // namespace licit::law
