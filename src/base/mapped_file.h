// A file as bytes in memory, read by the system as they are looked at. The bytes must not be changed
// while they are mapped: whoever replaces such a file writes another beside it and renames that.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace licit {

class MappedFile {
 public:
  // Nothing where there is no such regular file or it cannot be read.
  static std::optional<MappedFile> open(const std::string& path);

  // Empty for an empty file. Good as long as any copy lives.
  std::span<const std::byte> bytes() const { return bytes_; }
  const std::shared_ptr<const void>& owner() const { return owner_; }

 private:
  std::shared_ptr<const void> owner_;
  std::span<const std::byte> bytes_;
};

}  // namespace licit
