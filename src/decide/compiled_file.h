// A compiled law as a file that is mapped and asked where it lies: the nodes are never copied, only the
// short lists beside them are read. docs/engine.md says what stands where.
//
// A file is for one pack (by its hash), one table of places, one date of knowledge and one version of
// Licit; any other is refused. Everything in it is checked before it is used, so that a damaged file is
// an error and never a crash.
#pragma once

#include <string>

#include "base/mapped_file.h"
#include "base/result.h"
#include "decide/compiled_law.h"

namespace licit {

// The content of the file. The same law gives the same bytes.
std::string written(const CompiledLaw& law, const Places& places);

// In place: `owner` keeps the bytes (null: they live as long as the program). `name` is for messages.
// Errors: C070 (no compiled law), C071 (of another version), C072 (of another pack or places), C073
// (damaged).
Result<CompiledLaw> compiled_in(std::span<const std::byte> bytes, std::shared_ptr<const void> owner,
                                const std::string& name, const law::Pack& pack,
                                const Places& places);
// The program's own bytes (embedded_compiled_law), whose nodes were sound when it was built: only whether
// they are of this pack and these places is looked at. None where they are not.
std::optional<CompiledLaw> compiled_within(std::span<const std::byte> bytes, const law::Pack& pack,
                                           const Places& places);

// From a file. Errors of compiled_in, and C040 (cannot be opened).
Result<CompiledLaw> map_compiled(const std::string& path, const law::Pack& pack,
                                 const Places& places);

// What was compiled from the embedded pack when the program was built, for what the public knows; empty
// in the program that compiles it.
std::span<const std::byte> embedded_compiled_law() noexcept;

// Whether bytes claim to be of this pack: the hash in them is the pack's. Cheap, and no promise.
bool claims(std::span<const std::byte> bytes, const law::Pack& pack);

}  // namespace licit
