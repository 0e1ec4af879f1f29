// Collects the diagnostics of one pack: turns byte spans into file, line, column and source line,
// and stops listening after limits::errors errors.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "language/ast.h"

namespace licit::law {

class Reporter {
 public:
  // `pack` owns the files that spans point into and outlives the reporter.
  explicit Reporter(const Pack& pack) : pack_(&pack) {}

  void error(std::string_view code, Span span, Text message, std::vector<Text> help = {});
  void warning(std::string_view code, Span span, Text message, std::vector<Text> help = {});
  // For what has no place in a text (a folder that cannot be read): `file` alone is named.
  void error_in(std::string file, std::string_view code, Text message, std::vector<Text> help = {});

  // Enough errors: whoever reports may stop looking.
  bool full() const { return full_; }
  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  // In the order of the texts: file, then place in the file.
  std::vector<Diagnostic> take();

 private:
  void add(std::string_view code, Severity severity, Span span, Text message,
           std::vector<Text> help);
  void push(Diagnostic diagnostic, std::uint32_t file);
  std::uint32_t line_of(std::uint32_t file, std::uint32_t offset);

  const Pack* pack_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<std::uint32_t> order_;                     // the file of each diagnostic
  std::vector<std::vector<std::uint32_t>> line_starts_;  // by file, filled when first needed
  std::size_t errors_ = 0;
  bool full_ = false;
};

// "did you mean ...?" for a misspelt word; nothing where no known word is near.
std::vector<Text> suggest(std::string_view word, std::span<const std::string> known);
std::vector<Text> suggest(std::string_view word, std::span<const std::string_view> known);

}  // namespace licit::law
