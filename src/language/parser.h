// Text to declarations: hand-written recursive descent, one file at a time. The parser goes on after
// an error at the next declaration, so that one slip does not hide the others.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/ast.h"
#include "language/report.h"
#include "language/syntax.h"

namespace licit::law {

enum class HeaderKind : std::uint8_t { None, Pack, Part, Overlay };

// What a file is, beside the declarations that it added to the pack.
struct ParsedFile {
  HeaderKind header = HeaderKind::None;
  std::string of;   // Pack: its id; Part: the pack it is part of; Overlay: its own id
  PackHeader pack;  // Pack only
  Span header_span;
  SyntaxTree tree;
  // Ids of declarations that were given up half way: not known, but not to be called unknown.
  std::vector<std::string> broken;
  bool ok = true;  // nothing was reported
};

// Parses pack.files[file] and appends its declarations to the pack (the header is only returned).
ParsedFile parse_file(Pack& pack, std::uint32_t file, Reporter& report);

}  // namespace licit::law
