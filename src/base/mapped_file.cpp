#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace licit {

std::optional<MappedFile> MappedFile::open(const std::string& path) {
  // A named pipe would wait for somebody to write to it.
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return {};
  std::optional<MappedFile> out;
  struct stat about {};
  if (fstat(file, &about) == 0 && S_ISREG(about.st_mode)) {
    const auto size = static_cast<std::size_t>(about.st_size);
    out.emplace();
    if (size > 0) {
      void* const at = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
      if (at == MAP_FAILED) {
        out.reset();
      } else {
        out->owner_ = std::shared_ptr<const void>(
            at, [size](const void* begin) { munmap(const_cast<void*>(begin), size); });
        out->bytes_ = {static_cast<const std::byte*>(at), size};
      }
    }
  }
  ::close(file);
  return out;
}

}  // namespace licit
