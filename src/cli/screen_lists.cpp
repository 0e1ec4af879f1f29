#include "cli/screen_lists.h"

#include <filesystem>

#include "base/embedded.h"
#include "base/party_messages.h"
#include "base/sha256.h"
#include "base/text.h"
#include "cli/lists_store.h"
#include "cli/say.h"
#include "parties/lists/durable_file.h"
#include "parties/lists/reading.h"

namespace licit::cli {
namespace {

std::optional<NameIndex> built(std::span<const PartyList> lists, const Terminal& terminal,
                               Language language) {
  auto index = NameIndex::build(lists);
  if (index.ok()) return std::move(index).value();
  show(terminal, language, index.errors());
  return {};
}

std::optional<NameIndex> index_of_files(const std::vector<std::string>& files,
                                        const Terminal& terminal, Language language) {
  std::vector<PartyList> lists;
  for (const std::string& path : files) {
    const auto bytes = read_whole(path);
    if (!bytes) {
      show(terminal, language, complaint("P156", {msg::ScreenFileUnreadable, {path}}));
      return {};
    }
    auto read = read_list(*bytes, path);
    if (!read.ok()) {
      show(terminal, language, read.errors());
      return {};
    }
    show_warnings(terminal, language, read->warnings);
    for (PartyList& list : read.value().lists) lists.push_back(std::move(list));
  }
  return built(lists, terminal, language);
}

std::string index_path(const std::string& folder, std::span<const ListVersion* const> versions) {
  std::string of = names_version();
  for (const EmbeddedFile& file : embedded_files())
    if (file.path == "parties/starter.csv") of += " " + sha256_hex(file.bytes);
  for (const ListVersion* version : versions) {
    of += "\n" + std::string(list_code_name(version->code)) + " " + version->sha256 + " " +
          version->as_of.iso();
  }
  return folder + "/index-" + sha256_hex(of).substr(0, 16) + ".names";
}

}  // namespace

std::optional<NameIndex> index_to_screen(const ListsWished& wished, const Terminal& terminal,
                                         Language language) {
  if (!wished.files.empty()) return index_of_files(wished.files, terminal, language);
  const auto store = open_store(terminal, language);
  if (!store) return {};
  const auto versions = store->in_force(wished.on);
  std::string path;
  if (!versions.empty()) {
    path = index_path(store->folder(), versions);
    std::error_code none;
    if (std::filesystem::exists(path, none)) {
      auto index = NameIndex::open(path);
      if (index.ok()) return std::move(index).value();
    }
  }
  const auto lists = lists_in_force(*store, wished.on);
  if (!lists.ok()) {
    show(terminal, language, lists.errors());
    return {};
  }
  if (lists->empty()) {  // to find nobody on no list would look like an answer
    show(terminal, language,
         complaint("P157", {msg::ScreenNoLists, {wished.on.value_or(Date::today()).iso()}},
                   {{msg::ScreenNoListsHelp, {}}}));
    return {};
  }
  auto index = built(*lists, terminal, language);
  // Without it the next run builds the index again: slower, and no worse.
  if (index && !path.empty()) (void)index->write(path);
  return index;
}

void tell_newer_lists(const ListsWished& wished, const Terminal& terminal, Language language) {
  if (!wished.on || !wished.files.empty()) return;
  const auto store = open_store(terminal, language);
  if (!store) return;
  std::vector<std::string> newer;
  for (const ListVersion* latest : store->in_force()) {
    if (latest->as_of <= *wished.on || latest->as_of > Date::today()) continue;
    newer.push_back(std::string(list_code_name(latest->code)) + " " + latest->as_of.iso());
  }
  if (!newer.empty())
    tell(terminal, language, msg::ScreenNewerStored, {wished.on->iso(), joined(newer, ", ")});
}

std::optional<std::string> resolutions_path(const Terminal& terminal, Language language) {
  const auto store = open_store(terminal, language);
  if (!store) return {};
  return store->folder() + "/resolutions.jsonl";
}

}  // namespace licit::cli
