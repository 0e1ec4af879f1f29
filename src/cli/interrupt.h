// Ctrl-C, a request to end or a closed terminal during long work: a flag that the work looks at, so
// that it can tidy up and leave.
#pragma once

#include <array>
#include <atomic>

namespace licit::cli {

// While one lives, the first SIGINT, SIGTERM or SIGHUP sets the flag and a second ends the process as
// usual; a pipe that nobody reads is an error of the write (no SIGPIPE). One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  static const std::atomic<bool>& flag();

 private:
  std::array<bool, 3> is_ignored_{};
  bool pipe_is_ignored_ = false;
};

}  // namespace licit::cli
