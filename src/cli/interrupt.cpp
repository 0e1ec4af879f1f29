#include "cli/interrupt.h"

#include <csignal>

namespace licit::cli {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_interrupt(int /*signal*/) { interrupted.store(true); }

// No SA_RESTART: waiting for input that does not come ends too. A second signal ends the process.
void set(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = handler == on_interrupt ? static_cast<int>(SA_RESETHAND) : 0;
  sigemptyset(&action.sa_mask);
  (void)sigaction(signal, &action, nullptr);
}

constexpr std::array<int, 3> endings = {SIGINT, SIGTERM, SIGHUP};

}  // namespace

Interrupt::Interrupt() {
  interrupted.store(false);
  for (std::size_t i = 0; i < endings.size(); ++i) {
    struct sigaction before {};
    (void)sigaction(endings[i], nullptr, &before);
    // Whoever started us may have said that it is not to count (nohup).
    is_ignored_[i] = before.sa_handler == SIG_IGN;
    if (!is_ignored_[i]) set(endings[i], on_interrupt);
  }
  // Nobody reads what is said any more: writing fails, and the work tidies up as it does then.
  struct sigaction before {};
  (void)sigaction(SIGPIPE, nullptr, &before);
  pipe_is_ignored_ = before.sa_handler == SIG_IGN;
  set(SIGPIPE, SIG_IGN);
}

Interrupt::~Interrupt() {
  for (std::size_t i = 0; i < endings.size(); ++i) {
    if (!is_ignored_[i]) set(endings[i], SIG_DFL);
  }
  if (!pipe_is_ignored_) set(SIGPIPE, SIG_DFL);
}

const std::atomic<bool>& Interrupt::flag() { return interrupted; }

}  // namespace licit::cli
