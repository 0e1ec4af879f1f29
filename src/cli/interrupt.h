// Ctrl-C during long work: a flag that the work looks at, so that it can tidy up and leave.
#pragma once

#include <atomic>

namespace licit::cli {

// While one lives, the first interrupt sets the flag and a second ends the process as usual. One at a
// time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  static const std::atomic<bool>& flag();
};

}  // namespace licit::cli
