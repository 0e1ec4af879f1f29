// Purpose: which law an engine speaks for: the packs that travel inside the program, or those of a
// folder, with overlays (bills, what-ifs, a company's own notices) laid over them; and the law itself
// as data (licit::law::Pack), for tools that show or count it.
//
// Ownership: a LawChoice owns its paths. A Pack is owned by its engine and lives as long as any copy of
// the engine. Thread-safety: read only once loaded.
//
// Example:
//   licit::LawChoice choice;
//   choice.overlays.push_back("draft.law");
//   auto engine = licit::Engine::load(choice);
#pragma once

#include <string>
#include <vector>

#include "language/ast.h"

namespace licit {

struct LawChoice {
  std::string path;                   // a folder or a .law file; empty: the embedded pack
  std::vector<std::string> overlays;  // .law files, laid over it in this order
  std::string compiled;  // a file of `licit law compile`, mapped instead of compiling; empty: none
  bool tests = false;    // the embedded pack with its tests, for those who ask for them
};

// The embedded pack that an engine speaks for where none is named.
inline constexpr const char* embedded_pack = "law/us/ear";

}  // namespace licit
