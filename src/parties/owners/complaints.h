// What was wrong with a file, as the readers find it: with places, and at most so many of a kind, so
// that a file of a million faults is not a million messages.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/party_messages.h"

namespace licit {

class Complaints {
 public:
  explicit Complaints(std::string_view file, std::string_view bytes) : file_(file), bytes_(bytes) {}

  // `at`: a byte of the file. Its line and column are looked up only if the complaint is kept.
  void error(std::string_view code, Text message, std::size_t at, std::vector<Text> help = {}) {
    add(Severity::Error, code, std::move(message), at, std::move(help));
  }
  void warning(std::string_view code, Text message, std::size_t at, std::vector<Text> help = {}) {
    add(Severity::Warning, code, std::move(message), at, std::move(help));
  }
  // Of the file as a whole.
  void about_file(Severity severity, std::string_view code, Text message,
                  std::vector<Text> help = {});

  // All of them, with how many more there were of each kind (P229).
  std::vector<Diagnostic> take();

 private:
  void add(Severity severity, std::string_view code, Text message, std::size_t at,
           std::vector<Text> help);

  std::string file_;
  std::string_view bytes_;
  std::vector<Diagnostic> kept_;
  std::map<std::string, std::size_t, std::less<>> counts_;
};

}  // namespace licit
