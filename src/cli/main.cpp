// The process: arguments, streams, the terminal; nothing else.
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>

#include "cli/commands.h"

namespace {

int columns_of_terminal() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  const licit::cli::Terminal terminal{std::cout,
                                      std::cerr,
                                      isatty(STDOUT_FILENO) != 0,
                                      isatty(STDERR_FILENO) != 0,
                                      columns_of_terminal(),
                                      environment,
                                      &std::cin,
                                      isatty(STDIN_FILENO) != 0};
  try {
    const std::vector<std::string> arguments(words + 1, words + std::max(count, 1));
    const int status = licit::cli::run(arguments, terminal);
    // A full disk or a closed pipe is a failure, not an answer.
    if (!std::cout.flush()) return licit::cli::failed;
    return status;
  } catch (const std::exception& error) {
    // Out of memory, or a mistake of ours.
    std::cerr << "licit: " << error.what() << "\n";
    return licit::cli::failed;
  }
}
