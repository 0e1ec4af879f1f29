// The law and chip files that travel inside the program, so that `licit` needs no data folder.
#pragma once

#include <span>
#include <string_view>

namespace licit {

// One file as it was when the program was built. `path` is relative to the root of the repository
// and uses forward slashes ("law/us/ear/pack.law"); `bytes` is the content, unchanged and not
// terminated. Both live as long as the program.
struct EmbeddedFile {
  std::string_view path;
  std::string_view bytes;
};

// Every *.law and *.csv file under law/ and every *.csv file under chips/, sorted by path (bytewise).
std::span<const EmbeddedFile> embedded_files() noexcept;

}  // namespace licit
