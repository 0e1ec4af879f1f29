#include "book/text_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "book/text_scan.h"

namespace licit {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

Diagnostic unreadable(const std::string& name, int error) {
  Diagnostic d{.code = "B001", .place = {.file = name}, .message = {Msg::BookCannotRead, {}}};
  d.message.arguments = {name, std::strerror(error)};
  d.help.push_back({error == ENOENT ? Msg::BookCheckPath : Msg::BookCheckAccess, {}});
  return d;
}

Diagnostic interrupted(const std::string& name) {
  return {.code = "B018", .place = {.file = name}, .message = {Msg::BookInterrupted, {}}};
}

}  // namespace

Result<TextFile> TextFile::open(const std::string& path, const std::atomic<bool>& stop) {
  const bool is_standard_input = path == standard_input;
  struct stat about {};
  if ((is_standard_input ? ::fstat(STDIN_FILENO, &about) : ::stat(path.c_str(), &about)) != 0)
    return unreadable(path, errno);
  if (S_ISDIR(about.st_mode)) return unreadable(path, EISDIR);
  TextFile text;
  text.name_ = path;
  text.file_.reset(is_standard_input ? ::fdopen(::dup(STDIN_FILENO), "rb")
                                     : std::fopen(path.c_str(), "rb"));
  if (!text.file_) return unreadable(path, errno);
  if (!S_ISREG(about.st_mode)) {
    File copy(std::tmpfile());
    if (!copy) return unreadable(path, errno);
    std::string bytes(block, '\0');
    while (const std::size_t n = std::fread(bytes.data(), 1, block, text.file_.get())) {
      if (stop.load(std::memory_order_relaxed)) return interrupted(path);
      if (std::fwrite(bytes.data(), 1, n, copy.get()) != n) return unreadable(path, errno);
    }
    // The signal that set it also ended the wait for more.
    if (stop.load(std::memory_order_relaxed)) return interrupted(path);
    if (std::ferror(text.file_.get()) != 0) return unreadable(path, EIO);
    text.file_ = std::move(copy);
    if (!text.rewind_to_start()) return unreadable(path, errno);
  }
  if (auto problem = text.inspect(stop)) return *std::move(problem);
  return text;
}

Result<TextFile> TextFile::over(std::string_view bytes, const std::string& name) {
  TextFile text;
  text.name_ = name;
  text.memory_ = bytes;
  const std::atomic<bool> never{false};
  if (auto problem = text.inspect(never)) return *std::move(problem);
  return text;
}

std::size_t TextFile::raw_read(char* to, std::size_t most) {
  if (file_) {
    const std::size_t n = std::fread(to, 1, most, file_.get());
    if (n < most && std::ferror(file_.get()) != 0) failed_ = true;
    return n;
  }
  const std::size_t n = std::min(most, memory_.size() - memory_at_);
  std::copy_n(memory_.data() + memory_at_, n, to);
  memory_at_ += n;
  return n;
}

bool TextFile::rewind_to_start() {
  memory_at_ = 0;
  bytes_read_ = 0;
  return !file_ || std::fseek(file_.get(), 0, SEEK_SET) == 0;
}

std::optional<Diagnostic> TextFile::inspect(const std::atomic<bool>& stop) {
  raw_.resize(block);
  TextScan scan;
  while (const std::size_t n = raw_read(raw_.data(), block)) {
    if (stop.load(std::memory_order_relaxed)) return interrupted(name_);
    scan.feed(std::string_view(raw_).substr(0, n));
    if (auto problem = scan.not_text(name_)) return problem;
    size_ += n;
  }
  if (failed_) return unreadable(name_, EIO);
  scan.finish();
  first_character_ = scan.first_character();
  if (first_character_ == '\0') {
    Diagnostic d{.code = "B002", .place = {.file = name_}, .message = {Msg::BookEmpty, {name_}}};
    d.help.push_back({Msg::BookEmptyHelp, {}});
    return d;
  }
  if (const auto& foreign = scan.foreign()) {
    encoding_ = Encoding::Latin1;
    first_foreign_ = {.file = name_, .line = foreign->line, .column = foreign->column};
    first_foreign_byte_ = foreign->byte;
  }
  if (!rewind_to_start()) return unreadable(name_, errno);
  return std::nullopt;
}

bool TextFile::read_more(std::string& to) {
  const std::size_t n = raw_read(raw_.data(), block);
  if (n == 0) return false;
  std::string_view bytes = std::string_view(raw_).substr(0, n);
  if (bytes_read_ == 0 && bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  bytes_read_ += n;
  if (encoding_ == Encoding::Latin1)
    to += latin1_to_utf8(bytes);
  else
    to += bytes;
  return true;
}

std::optional<Diagnostic> TextFile::failure() const {
  if (!failed_) return std::nullopt;
  return unreadable(name_, EIO);
}

}  // namespace licit
