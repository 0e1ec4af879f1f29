// From files to a checked pack. A pack is one file that opens with `pack`, with any number of files
// that open with `part of` it, and the packs that it uses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/ast.h"

namespace licit::law {

// All files of one pack and of the packs that it uses, in any order. Exactly one pack among them is
// used by no other: that is the pack.
struct PackSource {
  std::vector<File> files;
  // Files named tests*.law are parsed. Left out, they still count for the hash: of a pack that was
  // checked whole when the program was built, and of which only the law is asked.
  bool tests = true;
};

// A pack and all that was found in it, warnings too; fit for use only where ok.
struct ReadPack {
  Pack pack;
  std::vector<Diagnostic> diagnostics;
  bool ok = false;
};

// Parses and checks. Errors and warnings stand in the order of the texts.
ReadPack read_pack(PackSource source);

// Each returns a pack that checked without errors (its warnings in Pack::warnings), or everything that
// was found. `use x.y` is looked for beside the pack and in the folders above it, up to three, as
// x/y.law, x.y.law, or the folder x/y/.
Result<Pack> load_pack(const PackSource& source);
Result<Pack> load_pack_from_directory(const std::string& path);
Result<Pack> load_pack_from_file(const std::string& path);
// "law/us/ear": from the files that travel inside the program.
Result<Pack> load_embedded_pack(std::string_view folder, bool tests = true);
// A folder or a file, whichever it is.
Result<Pack> load_pack_from_path(const std::string& path);

// Only the reading of files: what load_pack_from_path parses.
Result<PackSource> gather(const std::string& path);
Result<PackSource> gather_embedded(std::string_view folder);

}  // namespace licit::law
