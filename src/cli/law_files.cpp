// licit law check and fmt: law as files.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/write_file.h"
#include "language/format.h"
#include "language/load.h"

namespace licit::cli {
namespace {

namespace fs = std::filesystem;

// A path to law, a pack's folder or one file; the built-in pack where none is named.
struct LawPath {
  std::vector<std::string> words;
  std::string lang;
};

void declare(CommandLine& line, LawPath& path, Language language) {
  line.words(say(language, Msg::CliWordsPath), path.words, Msg::CliOptPath);
  line.option("--lang", path.lang, "en|fr", Msg::CliOptLang);
}

// Every .law file of a folder and those below it, by name; or the one file.
Result<std::vector<std::string>> law_files(const std::string& path) {
  std::error_code error;
  std::vector<std::string> files;
  if (fs::is_directory(path, error)) {
    for (fs::recursive_directory_iterator at(path, error), end; !error && at != end;
         at.increment(error)) {
      if (at->is_regular_file() && at->path().extension() == ".law") {
        files.push_back(at->path().generic_string());
      }
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) return complaint("C060", {Msg::CliNoLawFiles, {path}});
    return files;
  }
  if (!fs::exists(path, error)) return complaint("C040", {Msg::CliNoSuchFile, {path}});
  files.push_back(path);
  return files;
}

std::string read_all(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

int law_check_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit law check", Msg::CliSaysLawCheck);
  LawPath path;
  declare(line, path, language);
  line.example("licit law check law/us/ear");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  int status = 0;
  const auto check_one = [&](const Result<law::Pack>& pack, const std::string& name) {
    if (!pack.ok()) {
      show(terminal, language, pack.errors());
      const auto errors =
          std::count_if(pack.errors().begin(), pack.errors().end(),
                        [](const Diagnostic& why) { return why.severity == Severity::Error; });
      tell(terminal, language, Msg::CliCheckFailed, {name, std::to_string(errors)});
      status = wrong_use;
      return;
    }
    show(terminal, language, pack->warnings);
    terminal.out << say(language, Msg::CliCheckPassed,
                        {pack->header.id, std::to_string(pack->files.size()),
                         std::to_string(pack->rules.size()), std::to_string(pack->tests.size()),
                         std::to_string(pack->warnings.size())})
                 << "\n";
  };
  if (path.words.empty()) check_one(law::load_embedded_pack(embedded_pack), embedded_pack);
  for (const std::string& one : path.words) check_one(law::load_pack_from_path(one), one);
  return status;
}

int law_fmt_command(Arguments arguments, const Terminal& terminal, Language language) {
  CommandLine line("licit law fmt", Msg::CliSaysLawFmt);
  LawPath path;
  bool check = false, to_stdout = false;
  declare(line, path, language);
  line.flag("--check", check, Msg::CliOptFmtCheck);
  line.flag("--stdout", to_stdout, Msg::CliOptFmtStdout);
  line.example("licit law fmt --check law/us/ear");
  if (const auto done = line.read(arguments, terminal, language)) return *done;
  if (path.words.empty()) {
    show(terminal, language,
         complaint("C061", {Msg::CliNamePath, {}}, {{Msg::CliSeeHelp, {"licit law fmt"}}}));
    return wrong_use;
  }
  int status = 0;
  std::size_t changed = 0, seen = 0;
  for (const std::string& word : path.words) {
    const auto files = law_files(word);
    if (!files.ok()) {
      show(terminal, language, files.errors());
      status = wrong_use;
      continue;
    }
    for (const std::string& file : *files) {
      ++seen;
      const std::string text = read_all(file);
      const auto laid_out = law::format(text, file);
      if (!laid_out.ok()) {
        show(terminal, language, laid_out.errors());
        status = wrong_use;
        continue;
      }
      if (to_stdout) {
        terminal.out << *laid_out;
        continue;
      }
      if (*laid_out == text) continue;
      ++changed;
      terminal.out << say(language, check ? Msg::CliFmtWould : Msg::CliFmtDid, {file}) << "\n";
      if (!check && !replace_file(file, *laid_out)) {
        show(terminal, language, complaint("C062", {Msg::CliCannotWrite, {file}}));
        status = failed;
      }
    }
  }
  if (!to_stdout) {
    terminal.out << say(language, Msg::CliFmtCount, {std::to_string(seen), std::to_string(changed)})
                 << "\n";
  }
  if (check && changed > 0 && status == 0) status = wrong_use;
  return status;
}

}  // namespace licit::cli
