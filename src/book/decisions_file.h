// A file that appears whole or not at all: written under a name of its own beside its place, put there
// by one rename, removed where that does not come about.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace licit {

class DecisionsFile {
 public:
  // `input` must not be the file written. B019 where it cannot be written, with what to do.
  static Result<DecisionsFile> create(const std::string& path, const std::string& input);

  DecisionsFile(DecisionsFile&& other) noexcept;
  DecisionsFile& operator=(DecisionsFile&&) = delete;
  ~DecisionsFile();

  void write(std::string_view text);
  // Puts the file in its place; B019 where writing it, now or before, did not work.
  std::optional<Diagnostic> commit();
  // Writing has failed already: no use going on.
  bool has_failed() const { return error_ != 0; }
  const std::string& path() const { return path_; }

 private:
  DecisionsFile() = default;
  Diagnostic failure(int error) const;

  std::string path_;
  std::string part_;
  std::FILE* file_ = nullptr;
  int error_ = 0;
};

}  // namespace licit
