// What the tests of the law language share: reading files, and checking a text the way it stands: a
// whole pack, a part of the example pack in data/base.law, or an overlay on it.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "language/ast.h"

namespace licit::law::testing {

// tests/language/<name>
std::string path_of(const std::string& name);
std::string read_text(const std::string& path);
// The example pack.
const Pack& base_pack();
// All findings on the text; files that say `part of example` join the example pack, overlays are laid
// over it. `shown` is the file name in messages.
std::vector<Diagnostic> findings(const std::string& shown, const std::string& text);
// The pack that the text makes, for a text without errors.
Pack pack_with(const std::string& text);
std::string rendered(const std::vector<Diagnostic>& diagnostics, Language language);
std::vector<std::string> codes(const std::vector<Diagnostic>& diagnostics);

}  // namespace licit::law::testing
