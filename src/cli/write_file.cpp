#include "cli/write_file.h"

#include <filesystem>
#include <fstream>

namespace licit::cli {

bool replace_file(const std::string& path, const std::string& content) {
  const std::string beside = path + ".part";
  std::error_code error;
  {
    std::ofstream out(beside, std::ios::binary);
    out << content;
    if (!out.flush()) {
      std::filesystem::remove(beside, error);
      return false;
    }
  }
  std::filesystem::rename(beside, path, error);
  if (!error) return true;
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  return false;
}

}  // namespace licit::cli
