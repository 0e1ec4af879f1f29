#include "cli/check_file.h"

#include <filesystem>

#include "base/party_messages.h"
#include "base/text.h"
#include "cli/interrupt.h"
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

// The whole text, where it is small enough for one transaction.
std::optional<std::string> text_of(TextFile& file) {
  if (file.size() > most_object_bytes) return std::nullopt;
  std::string text;
  while (file.read_more(text)) {
  }
  return file.failure() ? std::nullopt : std::optional(text);
}

}  // namespace

void declare(CommandLine& line, FileWishes& wishes) {
  line.option("--out", wishes.out, "FILE", Msg::CliOptOut);
  line.option("--format", wishes.format, "csv|json|jsonl", Msg::CliOptFormat);
  line.option("--decimal", wishes.decimal, "point|comma", Msg::CliOptDecimal);
  line.option("--dates", wishes.dates, "iso|dmy|mdy", Msg::CliOptDates);
}

void declare(CommandLine& line, AboutParties& about) {
  line.flag("--no-screen", about.no_screen, msg::PartiesOptNoScreen);
  line.options("--owners", about.owners.files, "FILE", msg::PartiesOptOwners);
  line.options("--listed", about.owners.listed, "FILE|NAME=LIST", msg::PartiesOptListed);
  line.option("--shares", about.owners.shares, "percent|fraction", msg::OwnOptShares);
}

std::optional<Diagnostic> stray_owners(const AboutParties& about) {
  if (const auto unit = share_unit_of(about.owners.shares); !unit.ok())
    return unit.errors().front();
  if (about.owners.files.empty() && !about.owners.listed.empty())
    return complaint("P240", {msg::PartiesListedAlone, {}});
  return std::nullopt;
}

Result<OrderFormat> format_of(const FileWishes& wishes) {
  if (wishes.format.empty()) return OrderFormat::Auto;
  if (wishes.format == "csv") return OrderFormat::Table;
  if (wishes.format == "json") return OrderFormat::Json;
  if (wishes.format == "jsonl") return OrderFormat::JsonLines;
  return complaint("C006", {Msg::CliNotOneOf, {"--format", wishes.format, "csv, json, jsonl"}});
}

Result<CellStyle> style_of(const FileWishes& wishes) {
  CellStyle style;
  if (wishes.decimal == "comma") {
    style.decimal = DecimalMark::Comma;
  } else if (wishes.decimal == "point") {
    style.decimal = DecimalMark::Point;
  } else if (!wishes.decimal.empty()) {
    return complaint("C006", {Msg::CliNotOneOf, {"--decimal", wishes.decimal, "point, comma"}});
  }
  if (wishes.dates == "dmy") {
    style.dates = DateOrder::Dmy;
  } else if (wishes.dates == "mdy") {
    style.dates = DateOrder::Mdy;
  } else if (!wishes.dates.empty() && wishes.dates != "iso") {
    return complaint("C006", {Msg::CliNotOneOf, {"--dates", wishes.dates, "iso, dmy, mdy"}});
  }
  return style;
}

std::optional<Diagnostic> stray_wish(const FileWishes& wishes) {
  const std::pair<const char*, const std::string*> for_files[] = {{"--out", &wishes.out},
                                                                  {"--format", &wishes.format},
                                                                  {"--decimal", &wishes.decimal},
                                                                  {"--dates", &wishes.dates}};
  for (const auto& [option, value] : for_files)
    if (!value->empty()) return complaint("C012", {Msg::CliFileOptionAlone, {option}});
  return std::nullopt;
}

std::optional<std::string> named_file(const Stated& stated) {
  if (stated.item.size() != 1) return std::nullopt;
  const std::string& word = stated.item.front();
  if (word == TextFile::standard_input) return word;
  std::error_code ignored;
  // A bare word is a chip's name even where something in the folder is called that; ./h20 is the file.
  const bool bare = word.find_first_of("./\\") == std::string::npos;
  const bool exists = !bare && fs::exists(fs::path(word), ignored);
  const bool looks = ends_as(word, {"csv", "tsv", "txt", "json", "jsonl", "ndjson"});
  if (exists || looks || word.find('/') != std::string::npos) return word;
  return std::nullopt;
}

int check_file(const FileToCheck& file, const Terminal& terminal, Language language) {
  const auto refuse = [&](const std::vector<Diagnostic>& why) {
    show(terminal, language, why);
    return wrong_use;
  };
  const auto format = format_of(file.wishes);
  if (!format.ok()) return refuse(format.errors());
  const bool is_standard_input = file.path == TextFile::standard_input;
  bool is_regular = false;
  if (!is_standard_input) {
    const fs::file_status status = fs::status(fs::path(file.path));
    if (!fs::exists(status)) return refuse({complaint("C040", {Msg::CliNoSuchFile, {file.path}})});
    if (fs::is_directory(status))
      return refuse({complaint("C040", {Msg::CliIsAFolder, {file.path}})});
    is_regular = fs::is_regular_file(status);
  }
  // A single object is a transaction or an answer, a list of them a book. Of lines of JSON without a
  // name that says so, one alone is a transaction too.
  const bool is_json = *format == OrderFormat::Json ||
                       (*format == OrderFormat::Auto && ends_as(file.path, {"json"}));
  const bool may_be_object = is_json || (*format == OrderFormat::Auto && !is_regular);
  if (!may_be_object) return check_book(file, std::nullopt, *format, terminal, language);
  std::optional<TextFile> open;
  {
    const Interrupt interrupt;
    auto opened = TextFile::open(file.path, Interrupt::flag());
    if (!opened.ok()) return refuse(opened.errors());
    open = std::move(opened).value();
  }
  if (open->first_character() != '{')
    return check_book(file, std::move(open), *format, terminal, language);
  auto text = text_of(*open);
  if (is_json && !text) return refuse({complaint("C040", {Msg::CliTooLarge, {file.path}})});
  if (is_json || (text && is_one_object(*text)))
    return check_object(file, *text, terminal, language);
  if (!open->rewind_to_start())
    return refuse({complaint("C040", {Msg::CliCannotOpen, {file.path}})});
  return check_book(file, std::move(open), *format, terminal, language);
}

}  // namespace licit::cli
