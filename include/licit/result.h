// Purpose: a value, or the diagnostics that say why there is none. Every function of the library that
// can fail returns a licit::Result; none throws across this boundary, none prints, none aborts.
//
// Ownership: a Result owns its value or its diagnostics. Thread-safety: a value like any other; share
// it once it is built.
//
// Example:
//   licit::Result<licit::Engine> engine = licit::Engine::load();
//   if (!engine.ok()) {
//     for (const licit::Diagnostic& why : engine.errors()) log(why.render(licit::Language::En));
//     return;
//   }
//   use(*engine);
#pragma once

#include "base/diagnostic.h"
#include "base/result.h"
