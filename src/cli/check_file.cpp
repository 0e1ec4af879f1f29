#include "cli/check_file.h"

#include <array>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

namespace fs = std::filesystem;

// An object larger than this is no transaction.
constexpr std::uintmax_t most_object_bytes = std::uintmax_t{16} * 1024 * 1024;

bool ends_as(const std::string& path, std::initializer_list<const char*> endings) {
  const std::string folded = fold(fs::path(path).extension().string());
  for (const char* ending : endings) {
    if (folded == ending) return true;
  }
  return false;
}

// The first byte that is no space, byte order mark left out; 0 where there is none.
char first_byte(std::ifstream& in) {
  char c = 0;
  while (in.get(c)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0xEF || byte == 0xBB || byte == 0xBF || c == ' ' || c == '\n' || c == '\r' ||
        c == '\t') {
      continue;
    }
    return c;
  }
  return 0;
}

}  // namespace

void declare(CommandLine& line, FileWishes& wishes) {
  line.option("--out", wishes.out, "FILE", Msg::CliOptOut);
  line.option("--decimal", wishes.decimal, "point|comma", Msg::CliOptDecimal);
  line.option("--dates", wishes.dates, "iso|dmy|mdy", Msg::CliOptDates);
}

std::optional<std::string> named_file(const Stated& stated) {
  if (stated.item.size() != 1) return std::nullopt;
  const std::string& word = stated.item.front();
  std::error_code ignored;
  const bool exists = fs::exists(fs::path(word), ignored);
  const bool looks = ends_as(word, {"csv", "tsv", "txt", "json", "jsonl", "ndjson"});
  if (exists || looks || word.find('/') != std::string::npos) return word;
  return std::nullopt;
}

int check_file(const FileToCheck& file, const Terminal& terminal, Language language) {
  std::error_code error;
  const fs::path path(file.path);
  const auto refuse = [&](Msg what) {
    show(terminal, language, complaint("C040", {what, {file.path}}));
    return wrong_use;
  };
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return refuse(Msg::CliNoSuchFile);
  if (fs::is_directory(status)) return refuse(Msg::CliIsAFolder);
  if (!ends_as(file.path, {"json"})) return check_book(file, terminal, language);
  std::ifstream in(path, std::ios::binary);
  if (!in) return refuse(Msg::CliCannotOpen);
  // A list of transactions is a book; a single object is not.
  if (first_byte(in) != '{') return check_book(file, terminal, language);
  if (fs::file_size(path, error) > most_object_bytes || error) return refuse(Msg::CliTooLarge);
  in.clear();
  in.seekg(0);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  return check_object(file, text, terminal, language);
}

}  // namespace licit::cli
