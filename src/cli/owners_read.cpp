#include "cli/owners_read.h"

#include <algorithm>

#include "base/mapped_file.h"
#include "base/party_messages.h"
#include "base/text.h"
#include "cli/say.h"

namespace licit::cli {
namespace {

// The bytes of a file, as long as the mapping lives.
struct Opened {
  std::optional<MappedFile> file;
  std::string_view bytes;
};

std::optional<Opened> open(const std::string& path) {
  Opened out{MappedFile::open(path), {}};
  if (!out.file) return {};
  const auto bytes = out.file->bytes();
  out.bytes = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  return out;
}

bool any_error(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

// --listed name=list; false where it is meant as a file.
bool add_named(const std::string& typed, const OwnershipGraph& graph, ListedOwners& listed,
               std::vector<Diagnostic>& problems) {
  const std::size_t equals = typed.rfind('=');
  if (equals == std::string::npos) return false;
  const std::string name(trimmed(std::string_view(typed).substr(0, equals)));
  const std::string code(trimmed(std::string_view(typed).substr(equals + 1)));
  const auto list = parse_list_code(code);
  if (!list) {
    problems.push_back(complaint("P221", {msg::OwnUnknownList, {code}}, {{msg::OwnListCodes, {}}}));
    return true;
  }
  const auto found = graph.named(name);
  if (found.empty()) {
    auto help = did_you_mean(graph.nearest_texts(name));
    problems.push_back(complaint("P225", {msg::OwnUnknownEntity, {name}}, std::move(help)));
  }
  const auto exact = graph.find(name);
  for (const EntityId id : found) {
    Listing listing;
    listing.list = *list;
    listing.certain = found.size() == 1 || exact == id;
    listed.add(id, std::move(listing));
  }
  return true;
}

}  // namespace

Result<ShareUnit> share_unit_of(const std::string& typed) {
  if (typed.empty()) return ShareUnit::Unstated;
  if (typed == "percent") return ShareUnit::Percent;
  if (typed == "fraction") return ShareUnit::Fraction;
  return complaint("C006", {Msg::CliNotOneOf, {"--shares", typed, "percent, fraction"}});
}

std::optional<OwnersReadFiles> read_owner_files(const OwnerFiles& files, const Terminal& terminal,
                                                Language language) {
  OwnersReadFiles out;
  OwnershipGraph& graph = out.given.graph;
  std::vector<Diagnostic> problems;
  const auto unit = share_unit_of(files.shares);
  if (!unit.ok()) problems = unit.errors();
  const auto take = [&](const OwnersRead& read) {
    show(terminal, language, read.diagnostics);
    out.faulty = out.faulty || any_error(read.diagnostics);
    out.given.dropped = out.given.dropped || read.dropped > 0;
    out.given.unmet =
        out.given.unmet || std::any_of(read.diagnostics.begin(), read.diagnostics.end(),
                                       [](const Diagnostic& d) { return d.code == "P224"; });
    return read.usable();
  };
  for (const std::string& path : files.files) {
    const auto opened = open(path);
    if (!opened) {
      problems.push_back(complaint("P200", {msg::OwnCannotRead, {path}}));
      continue;
    }
    if (!take(read_owners(opened->bytes, path, graph, unit.ok() ? *unit : ShareUnit::Unstated)))
      return {};
  }
  for (const std::string& one : files.listed) {
    // A file may have `=` in its name.
    const auto opened = open(one);
    if (!opened) {
      if (!add_named(one, graph, out.given.listed, problems))
        problems.push_back(complaint("P200", {msg::OwnCannotRead, {one}}));
      continue;
    }
    if (!take(read_listed(opened->bytes, one, graph, out.given.listed))) return {};
  }
  if (problems.empty()) return out;
  show(terminal, language, problems);
  return {};
}

}  // namespace licit::cli
