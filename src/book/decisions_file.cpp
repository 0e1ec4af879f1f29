#include "book/decisions_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace licit {
namespace {

namespace fs = std::filesystem;

Diagnostic refused(const std::string& path, Msg why, std::vector<std::string> arguments, Msg help) {
  return {.code = "B019",
          .place = {.file = path},
          .message = {why, std::move(arguments)},
          .help = {{help, {}}}};
}

}  // namespace

Result<DecisionsFile> DecisionsFile::create(const std::string& path, const std::string& input) {
  std::error_code error;
  DecisionsFile out;
  out.path_ = path;
  // A link is followed, so that the rename replaces the file and not the link.
  if (fs::is_symlink(path, error)) {
    const fs::path target = fs::weakly_canonical(path, error);
    if (!error) out.path_ = target.string();
  }
  const fs::file_status status = fs::status(out.path_, error);
  if (fs::exists(status)) {
    if (fs::is_directory(status))
      return refused(path, Msg::BookOutIsFolder, {path}, Msg::BookOutOther);
    if (!fs::is_regular_file(status))
      return refused(path, Msg::BookOutIsNoFile, {path}, Msg::BookOutOther);
    if (fs::equivalent(out.path_, input, error))
      return refused(path, Msg::BookOutIsInput, {path}, Msg::BookOutOther);
  }
  out.part_ = out.path_ + ".part-" + std::to_string(::getpid());
  const int descriptor = ::open(out.part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    const int why = errno;
    out.part_.clear();
    return refused(path, Msg::BookOutFailed, {path, std::strerror(why)}, Msg::BookOutOther);
  }
  out.file_ = ::fdopen(descriptor, "wb");
  if (out.file_ == nullptr) {
    const int why = errno;
    ::close(descriptor);
    return out.failure(why);
  }
  return out;
}

DecisionsFile::DecisionsFile(DecisionsFile&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::exchange(other.part_, {})),
      file_(std::exchange(other.file_, nullptr)),
      error_(other.error_) {}

DecisionsFile::~DecisionsFile() {
  if (file_ != nullptr) (void)std::fclose(file_);
  if (!part_.empty()) (void)::unlink(part_.c_str());
}

Diagnostic DecisionsFile::failure(int error) const {
  return refused(path_, Msg::BookOutFailed, {path_, std::strerror(error)}, Msg::BookOutSpace);
}

void DecisionsFile::write(std::string_view text) {
  if (error_ != 0) return;
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) error_ = errno;
}

std::optional<Diagnostic> DecisionsFile::commit() {
  if (error_ == 0 && (std::fflush(file_) != 0 || ::fsync(::fileno(file_)) != 0)) error_ = errno;
  if (std::fclose(std::exchange(file_, nullptr)) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0 && std::rename(part_.c_str(), path_.c_str()) != 0) error_ = errno;
  if (error_ != 0) return failure(error_);
  part_.clear();
  return std::nullopt;
}

}  // namespace licit
