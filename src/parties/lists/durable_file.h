// Files that survive a crash: written beside, forced to the disk, then renamed over the old one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace licit {

// False where it cannot be written whole; the file that was there then stays as it was.
bool write_durably(const std::string& path, std::string_view content);

// The whole of a regular file or a pipe; nothing where it cannot be read.
std::optional<std::string> read_whole(const std::string& path);

// While one lives, no other process that asks for the same lock has one. Waits for it.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  bool held() const { return file_ >= 0; }

 private:
  int file_ = -1;
};

}  // namespace licit
