#include "book/file_problems.h"

#include <filesystem>

#include "book/text_file.h"

namespace licit {

std::optional<Diagnostic> no_name_beside(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) return std::nullopt;
  if (path == TextFile::standard_input) {
    return Diagnostic{.code = "B019",
                      .place = {.file = path},
                      .message = {Msg::BookStdinUnnamed, {}},
                      .help = {{Msg::BookOutName, {}}}};
  }
  return Diagnostic{.code = "B019",
                    .place = {.file = path},
                    .message = {Msg::BookOutUnnamed, {path}},
                    .help = {{Msg::BookOutOther, {}}}};
}

Diagnostic interrupted_at(const std::string& path, std::uint64_t lines) {
  return {.code = "B018",
          .place = {.file = path},
          .message = {Msg::BookInterruptedAt, {std::to_string(lines)}}};
}

Diagnostic no_lines_in(const std::string& path) {
  return {.code = "B020",
          .place = {.file = path},
          .message = {Msg::BookNoLines, {}},
          .help = {{Msg::BookNoLinesHelp, {}}}};
}

}  // namespace licit
