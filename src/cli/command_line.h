// The arguments of one command: declared once, read, and shown by --help. CLI11 reads them; what is
// wrong is said in our own words, in the reader's language, with the nearest option.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "cli/terminal.h"

namespace licit::cli {

using Arguments = std::span<const std::string>;

class CommandLine {
 public:
  // `name` as typed ("licit check"), `says` in a line what it does.
  CommandLine(std::string name, Msg says);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // What is read must outlive read(). `value` is the placeholder that help shows.
  void flag(std::string_view name, bool& into, Msg says);
  void option(std::string_view name, std::string& into, std::string_view value, Msg says);
  void options(std::string_view name, std::vector<std::string>& into, std::string_view value,
               Msg says);
  // The words that are no options. At most `most` of them. Without a name, help does not show them:
  // they are read to be refused in better words than "one too many".
  void words(std::string_view name, std::vector<std::string>& into, Msg says,
             std::size_t most = 64);
  // Examples for help: a command each, shown as they are.
  void example(std::string_view command);

  // Reads `arguments`; an exit status where the command is done with: help was asked for and shown
  // (0), or something was wrong and said on the error stream (2).
  std::optional<int> read(Arguments arguments, const Terminal& terminal, Language language);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace licit::cli
