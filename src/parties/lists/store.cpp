#include "parties/lists/store.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/embedded.h"
#include "base/party_messages.h"
#include "base/sha256.h"
#include "parties/lists/durable_file.h"
#include "parties/lists/readers.h"
#include "parties/lists/starter_names.h"
#include "parties/lists/store_index.h"

namespace licit {
namespace {

constexpr std::size_t id_digits = 12;

Diagnostic problem(std::string code, std::string file, Text message, std::vector<Text> help = {}) {
  Diagnostic why;
  why.code = std::move(code);
  why.place.file = std::move(file);
  why.message = std::move(message);
  why.help = std::move(help);
  return why;
}

// More than 5 percent fewer, in whole numbers.
bool shrank(std::size_t before, std::size_t now) { return now * 20 < before * 19; }

// How much a publication says of a name, where an authority and others publish the same list.
int richness(std::string_view format) {
  if (format == "ofac-advanced") return 3;  // original scripts, strength of aliases
  if (format == "ofac-xml") return 2;       // strength of aliases
  return format == "ofac-classic" ? 1 : 0;  // weak aliases in its remarks
}

bool comes_before(const ListVersion& a, const ListVersion& b) {
  return a.code != b.code ? a.code < b.code : a.as_of < b.as_of;
}

// The day of the publications that the starter list was taken from (parties/README.md).
Date starter_day(ListCode code) {
  const char* day = code == ListCode::Section1260H ? "2026-06-08"
                    : code == ListCode::NsCmic     ? "2026-08-07"
                                                   : "2026-07-31";
  return Date::parse(day).value_or(Date());
}

// How many entries of a list ship with the program: a whole list of that day or later has no fewer. An
// earlier one may.
std::size_t starter_entries(ListCode code, Date as_of) {
  if (as_of < starter_day(code)) return 0;
  static const std::vector<PartyList> starter = [] {
    auto lists = starter_lists();
    return lists.ok() ? std::move(lists).value() : std::vector<PartyList>();
  }();
  for (const PartyList& list : starter)
    if (list.code == code) return list.entries.size();
  return 0;
}

void add(std::vector<ListVersion>& versions, ListVersion version) {
  const auto at = std::upper_bound(versions.begin(), versions.end(), version, comes_before);
  versions.insert(at, std::move(version));
}

}  // namespace

Result<ListStore> ListStore::open(const std::string& folder) {
  ListStore out;
  out.folder_ = folder;
  const std::string path = folder + "/index.json";
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return out;
  const auto text = read_whole(path);
  if (!text) return problem("P012", path, {msg::ListIndexDamaged, {}});
  auto versions = read_index(*text, path);
  if (!versions.ok()) return versions.errors();
  out.versions_ = std::move(versions).value();
  std::stable_sort(out.versions_.begin(), out.versions_.end(), comes_before);
  return out;
}

const ListVersion* ListStore::latest(ListCode code, std::optional<Date> on) const {
  const ListVersion* out = nullptr;
  for (const ListVersion& version : versions_)
    if (version.code == code && (!on || version.as_of <= *on)) out = &version;
  return out;
}

const ListVersion* ListStore::in_force(ListCode code, std::optional<Date> on) const {
  const ListVersion* newest = latest(code, on);
  const ListVersion* out = newest;
  for (const ListVersion& version : versions_) {
    if (version.code != code || (on && version.as_of > *on)) continue;
    const int more = richness(version.format) - richness(out->format);
    if (more > 0 && version.seen < newest->as_of) continue;
    // Versions stand by their day: of a publication the last one counts.
    if (more > 0 || (more == 0 && version.as_of >= out->as_of)) out = &version;
  }
  return out;
}

std::vector<const ListVersion*> ListStore::in_force(std::optional<Date> on) const {
  std::vector<const ListVersion*> out;
  for (int i = 0; i <= static_cast<int>(ListCode::Other); ++i)
    if (const ListVersion* version = in_force(static_cast<ListCode>(i), on)) out.push_back(version);
  return out;
}

const ListVersion* ListStore::find(ListCode code, std::string_view which) const {
  if (const auto day = Date::parse(which)) return in_force(code, day);
  const ListVersion* out = nullptr;
  for (const ListVersion& version : versions_)
    if (version.code == code && which.size() >= 4 && version.id.starts_with(which)) out = &version;
  return out;
}

Result<std::vector<PartyList>> ListStore::load(std::span<const ListVersion* const> versions) const {
  std::map<std::string, std::vector<PartyList>> read;  // by hash: a file may hold many lists
  std::vector<PartyList> out;
  for (const ListVersion* version : versions) {
    auto at = read.find(version->sha256);
    if (at == read.end()) {
      std::vector<std::string> contents;
      std::vector<SourceFile> files;
      contents.reserve(version->files.size());
      for (const StoredFile& file : version->files) {
        const std::string path = folder_ + "/bytes/" + file.sha256;
        auto bytes = read_whole(path);
        if (!bytes || sha256_hex(*bytes) != file.sha256)
          return problem("P013", path, {msg::ListBytesChanged, {file.name, version->id}},
                         {{msg::ListBytesChangedHelp, {}}});
        contents.push_back(std::move(*bytes));
        files.push_back({file.name, contents.back()});
      }
      auto lists = read_lists(files);
      if (!lists.ok()) return lists.errors();
      at = read.emplace(version->sha256, std::move(lists.value().lists)).first;
    }
    const auto found = std::find_if(
        at->second.begin(), at->second.end(),
        [&](const PartyList& one) { return one.code == version->code || at->second.size() == 1; });
    // A reader that finds less in the same bytes than it once did must not pass for a shorter list.
    if (found == at->second.end() || found->entries.size() < version->entries)
      return problem("P013", folder_, {msg::ListBytesChanged, {version->name, version->id}},
                     {{msg::ListBytesChangedHelp, {}}});
    PartyList list = *found;
    list.code = version->code;
    list.name = version->name;
    list.source = version->source;
    list.sha256 = version->sha256;
    list.as_of = version->as_of;
    out.push_back(std::move(list));
  }
  return out;
}

Result<ImportReport> ListStore::import(std::span<const SourceFile> files,
                                       const ImportOptions& options) {
  auto read = read_lists(files);
  if (!read.ok()) return read.errors();
  std::vector<PartyList>& lists = read.value().lists;
  if (options.as && lists.size() != 1)
    return problem("P010", lists[0].source, {msg::ListSeveral, {std::to_string(lists.size())}});
  if (options.as && lists[0].code != *options.as) {
    lists[0].code = *options.as;
    lists[0].name = list_title(*options.as);
  }

  for (const PartyList& list : lists) {
    if (options.as_of || list.as_of || options.fallback) continue;
    return problem("P016", list.source, {msg::ListNoDay, {std::string(list_code_name(list.code))}},
                   {{msg::ListNoDayHelp, {}}});
  }

  std::error_code error;
  std::filesystem::create_directories(folder_ + "/bytes", error);
  const FolderLock lock(folder_);
  if (!lock.held()) return problem("P011", folder_, {msg::ListCannotWrite, {folder_}});
  auto now = open(folder_);
  if (!now.ok()) return now.errors();

  ImportReport report;
  report.format = read.value().format;
  report.warnings = std::move(read.value().warnings);
  std::vector<StoredFile> stored;
  stored.reserve(files.size());
  for (const SourceFile& file : files) stored.push_back({file.name, sha256_hex(file.bytes)});
  ListStore after = std::move(now).value();
  bool changed = false;
  for (const PartyList& list : lists) {
    ImportedList one;
    const Date as_of = options.as_of ? *options.as_of
                       : list.as_of  ? *list.as_of
                                     : *options.fallback;
    one.version = {.code = list.code,
                   .name = list.name,
                   .id = list.sha256.substr(0, id_digits),
                   .sha256 = list.sha256,
                   .format = report.format,
                   .source = options.source.empty() ? list.source : options.source,
                   .files = stored,
                   .as_of = as_of,
                   .imported = options.today,
                   .seen = options.is_current ? std::max(as_of, options.today) : as_of,
                   .entries = list.entries.size(),
                   .shrank_because = {}};
    const ListVersion* before = after.latest(list.code, as_of);
    if (before != nullptr) {
      one.entries_before = before->entries;
    } else {
      one.entries_before = starter_entries(list.code, as_of);
      one.below_starter = list.entries.size() < one.entries_before;
    }
    const bool fewer = shrank(one.entries_before, list.entries.size());
    const auto known = std::find_if(
        after.versions_.begin(), after.versions_.end(), [&](const ListVersion& version) {
          return version.code == list.code && version.sha256 == list.sha256 &&
                 (!options.as_of || version.as_of == *options.as_of);
        });
    if (known != after.versions_.end()) {
      one.outcome = ImportOutcome::Same;
      // Still the newest: that is known of today now.
      changed = changed || known->seen < one.version.seen;
      known->seen = std::max(known->seen, one.version.seen);
    } else if (fewer && options.allow_shrink.empty()) {
      one.outcome = ImportOutcome::Refused;
    } else {
      if (fewer) one.version.shrank_because = options.allow_shrink;
      add(after.versions_, one.version);
      const ListVersion* now_used = after.in_force(list.code);
      if (now_used->sha256 != one.version.sha256 || now_used->as_of != as_of)
        one.outcome = ImportOutcome::Earlier;
      changed = true;
    }
    report.lists.push_back(std::move(one));
  }
  // A list that the same publication held before and holds no more shrank to nothing.
  for (const ListVersion* before : after.in_force()) {
    const bool here = std::any_of(lists.begin(), lists.end(),
                                  [&](const PartyList& list) { return list.code == before->code; });
    if (here || before->format != report.format || !report.format.starts_with("csl")) continue;
    Diagnostic gone =
        problem("P014", {},
                {msg::ListGone, {std::string(list_code_name(before->code)), before->as_of.iso()}});
    gone.severity = Severity::Warning;
    report.warnings.push_back(std::move(gone));
  }
  if (!changed) return report;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string path = folder_ + "/bytes/" + stored[i].sha256;
    if (!std::filesystem::exists(path, error) && !write_durably(path, files[i].bytes))
      return problem("P011", path, {msg::ListCannotWrite, {path}});
  }
  const std::string index = folder_ + "/index.json";
  if (!write_durably(index, index_json(after.versions_)))
    return problem("P011", index, {msg::ListCannotWrite, {index}});
  versions_ = std::move(after.versions_);
  return report;
}

std::string store_folder(std::optional<std::string> lists, std::optional<std::string> data_home,
                         std::optional<std::string> home) {
  if (lists && !lists->empty()) return *lists;
  if (data_home && !data_home->empty()) return *data_home + "/licit/lists";
  if (home && !home->empty()) return *home + "/.local/share/licit/lists";
  return {};
}

Result<std::vector<PartyList>> starter_lists() {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path != "parties/starter.csv") continue;
    auto read = read_list(file.bytes, std::string(file.path));
    if (!read.ok()) return read.errors();
    for (PartyList& list : read.value().lists) {
      list.starter = true;
      list.as_of = starter_day(list.code);
    }
    return std::move(read.value().lists);
  }
  return problem("P015", {}, {msg::ListNoStarter, {}});
}

Result<std::vector<PartyList>> lists_in_force(const ListStore& store, std::optional<Date> on) {
  auto starter = starter_lists();
  if (store.versions().empty()) return starter;
  const auto versions = store.in_force(on);
  auto out = store.load(versions);
  if (!out.ok() || !starter.ok()) return out;
  // A list that nobody imported is still better known by its starter part than not at all.
  for (PartyList& one : starter.value()) {
    for (PartyList& whole : out.value())
      if (whole.code == one.code) add_starter_names(whole, one);
    const bool imported =
        std::any_of(store.versions().begin(), store.versions().end(),
                    [&](const ListVersion& version) { return version.code == one.code; });
    if (!imported) out.value().push_back(std::move(one));
  }
  return out;
}

}  // namespace licit
