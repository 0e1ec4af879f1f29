#include "book/progress.h"

#include <algorithm>
#include <string>

#include "book/summary.h"

namespace licit {
namespace {

constexpr std::string_view wipe_line = "\r\x1b[K";

}  // namespace

Progress::Progress(std::ostream* out, Language language, std::uint64_t bytes_in_all)
    : out_(out),
      language_(language),
      bytes_in_all_(bytes_in_all),
      start_(Clock::now()),
      last_(start_) {}

Progress::~Progress() {
  if (shown_) *out_ << wipe_line << std::flush;
}

void Progress::at(std::uint64_t lines, std::uint64_t bytes) {
  if (out_ == nullptr) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count();
  const auto rate = static_cast<std::int64_t>(lines) * 1000 / std::max<std::int64_t>(1, elapsed);
  const std::uint64_t percent =
      bytes_in_all_ == 0 ? 100 : std::min<std::uint64_t>(100, bytes * 100 / bytes_in_all_);
  *out_ << wipe_line
        << say(language_, Msg::BookProgress,
               {grouped(Number(static_cast<std::int64_t>(lines)), language_),
                grouped(Number(rate), language_), std::to_string(percent)})
        << std::flush;
  shown_ = true;
}

}  // namespace licit
