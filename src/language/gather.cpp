// Finding and reading the files of a pack, from disk or from the program itself.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "base/embedded.h"
#include "language/lexer.h"
#include "language/limits.h"
#include "language/load.h"
#include "language/words.h"

namespace licit::law {
namespace {

namespace fs = std::filesystem;

Diagnostic problem(std::string_view code, std::string path, Msg message,
                   std::vector<Text> help = {}) {
  Diagnostic d;
  d.code = std::string(code);
  d.message = {message, {path}};
  d.place.file = std::move(path);
  d.help = std::move(help);
  return d;
}

// Where files come from.
class Shelf {
 public:
  virtual ~Shelf() = default;
  virtual bool is_folder(const std::string& path) const = 0;
  virtual bool is_file(const std::string& path) const = 0;
  // The *.law files of a folder, by name.
  virtual std::vector<std::string> laws(const std::string& folder) const = 0;
  virtual Result<std::string> read(const std::string& path) const = 0;
};

class Disk final : public Shelf {
 public:
  bool is_folder(const std::string& path) const override {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
  }
  bool is_file(const std::string& path) const override {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
  }
  std::vector<std::string> laws(const std::string& folder) const override {
    std::vector<std::string> out;
    std::error_code ignored;
    for (fs::directory_iterator at(folder, ignored), end; !ignored && at != end;
         at.increment(ignored)) {
      std::error_code unreadable;
      if (at->path().extension() == ".law" && at->is_regular_file(unreadable))
        out.push_back(at->path().generic_string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  Result<std::string> read(const std::string& path) const override {
    std::error_code unknown_size;
    const std::uintmax_t size = fs::file_size(path, unknown_size);
    std::ifstream stream(path, std::ios::binary);
    if (unknown_size || !stream) return problem("L030", path, Msg::LawCannotRead);
    if (size > limits::file_bytes) {
      Diagnostic d = problem("L007", path, Msg::LawFileTooLarge, {{Msg::LawFileTooLargeHelp, {}}});
      d.message.arguments = {std::to_string(size), std::to_string(limits::file_bytes)};
      return d;
    }
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) return problem("L030", path, Msg::LawCannotRead);
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    return text;
  }
};

class Embedded final : public Shelf {
 public:
  bool is_folder(const std::string& path) const override { return !laws(path).empty(); }
  bool is_file(const std::string& path) const override { return find(path) != nullptr; }
  std::vector<std::string> laws(const std::string& folder) const override {
    const std::string prefix = folder.ends_with('/') ? folder : folder + '/';
    std::vector<std::string> out;
    for (const EmbeddedFile& file : embedded_files()) {
      if (file.path.starts_with(prefix) && file.path.ends_with(".law") &&
          file.path.find('/', prefix.size()) == std::string_view::npos)
        out.emplace_back(file.path);
    }
    return out;
  }
  Result<std::string> read(const std::string& path) const override {
    const EmbeddedFile* file = find(path);
    if (!file) return problem("L030", path, Msg::LawCannotRead);
    return std::string(file->bytes);
  }

 private:
  static const EmbeddedFile* find(std::string_view path) {
    for (const EmbeddedFile& file : embedded_files()) {
      if (file.path == path) return &file;
    }
    return nullptr;
  }
};

// Past blanks and comments.
std::string_view from_first_word(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    const std::size_t word = text.find_first_not_of(" \t\r\n");
    if (word == std::string_view::npos) return {};
    text.remove_prefix(word);
    if (!text.starts_with("--")) return text;
    text.remove_prefix(std::min(text.find('\n'), text.size()));
  }
}

// The packs that a file's header names with `use`; empty for a file that is not a pack's first.
std::vector<std::string> uses_of(std::string_view text) {
  std::vector<std::string> out;
  if (!from_first_word(text).starts_with("pack")) return out;
  std::vector<Token> tokens;
  // Headers are short: a few thousand bytes hold any.
  for (const Token& token : lex(text.substr(0, 65536), 0, nullptr)) {
    if (!is_trivia(token.kind)) tokens.push_back(token);
  }
  if (tokens.size() < 3 || tokens.front().in(text) != "pack") return out;
  for (std::size_t i = 2; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::Name) continue;
    const std::string_view word = tokens[i].in(text);
    if (word == "use")
      out.emplace_back(tokens[++i].in(text));
    else if (words::contains(words::declarations(), word))
      break;
  }
  return out;
}

class Gathering {
 public:
  explicit Gathering(const Shelf& shelf) : shelf_(shelf) {}

  Result<PackSource> run(const std::string& path) {
    if (!shelf_.is_folder(path) && !shelf_.is_file(path))
      return problem("L030", path, Msg::LawCannotRead, {{Msg::LawCannotReadHelp, {}}});
    add(path);
    if (!errors_.empty()) return std::move(errors_);
    if (out_.files.empty())
      return problem("L035", path, Msg::LawNoFilesIn, {{Msg::LawCannotReadHelp, {}}});
    return std::move(out_);
  }

 private:
  void add(const std::string& path) {
    const bool folder = shelf_.is_folder(path);
    const std::vector<std::string> files =
        folder ? shelf_.laws(path) : std::vector<std::string>{path};
    std::vector<std::string> uses;
    for (const std::string& file : files) {
      if (!seen_.insert(file).second) continue;
      Result<std::string> text = shelf_.read(file);
      if (!text.ok()) {
        errors_.insert(errors_.end(), text.errors().begin(), text.errors().end());
        continue;
      }
      for (std::string& id : uses_of(text.value())) uses.push_back(std::move(id));
      out_.files.push_back({file, std::move(text).value()});
    }
    for (const std::string& id : uses) {
      if (!used_.insert(id).second || used_.size() > 1000) continue;
      const std::string found =
          look_for(id, folder ? path : fs::path(path).parent_path().generic_string());
      // Where nothing is found, the checker says so at the `use`.
      if (!found.empty()) add(found);
    }
  }

  std::string look_for(const std::string& id, const std::string& from) const {
    std::string nested = id;
    std::replace(nested.begin(), nested.end(), '.', '/');
    fs::path base = from;
    for (int up = 0; up < 4; ++up) {
      for (const std::string& name : {nested + ".law", id + ".law", nested}) {
        std::string candidate = (base / name).generic_string();
        if (name == nested ? shelf_.is_folder(candidate) : shelf_.is_file(candidate))
          return candidate;
      }
      if (!base.has_parent_path() || base.parent_path() == base) break;
      base = base.parent_path();
    }
    return {};
  }

  const Shelf& shelf_;
  PackSource out_;
  std::vector<Diagnostic> errors_;
  std::set<std::string> seen_;
  std::set<std::string> used_;
};

}  // namespace

Result<PackSource> gather(const std::string& path) { return Gathering(Disk()).run(path); }
Result<PackSource> gather_embedded(std::string_view folder) {
  return Gathering(Embedded()).run(std::string(folder));
}

}  // namespace licit::law
