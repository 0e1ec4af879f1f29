#include "cli/stored_lists.h"

#include "cli/lists_store.h"
#include "cli/say.h"
#include "cli/screen_lists.h"

namespace licit::cli {
namespace {

AskedLists starter_only() {
  AskedLists out;
  if (const auto lists = starter_lists(); lists.ok()) {
    auto index = NameIndex::build(*lists);
    if (index.ok()) out.index = std::move(index).value();
  }
  return out;
}

bool has_folder(const Terminal& terminal) {
  return !store_folder(terminal.environment("LICIT_LISTS"), terminal.environment("XDG_DATA_HOME"),
                       terminal.environment("HOME"))
              .empty();
}

}  // namespace

void StoredLists::open() {
  is_open_ = true;
  // Without a folder nothing can have been imported: no fault of one who only checks.
  if (!has_folder(terminal_)) {
    by_versions_[""] = std::make_shared<const AskedLists>(starter_only());
    return;
  }
  store_ = open_store(terminal_, language_);
  if (!store_) {
    by_versions_[""] = std::make_shared<const AskedLists>();
    return;
  }
  auto resolutions = Resolutions::open(store_->folder() + "/resolutions.jsonl");
  if (resolutions.ok()) {
    resolutions_ = std::move(resolutions).value();
  } else {
    show(terminal_, language_, resolutions.errors());
  }
}

std::shared_ptr<const AskedLists> StoredLists::on(Date day) {
  if (!is_open_) open();
  if (!store_) return by_versions_[""];
  const auto versions = store_->in_force(day);
  std::string key = "in force:";
  for (const ListVersion* version : versions)
    key += " " + std::string(list_code_name(version->code)) + "/" + version->sha256 + "/" +
           version->as_of.iso();
  std::shared_ptr<const AskedLists>& known = by_versions_[key];
  if (known) return known;
  AskedLists out;
  // A list of later clears nobody of a day before it, nor does the starter list where there are whole.
  if (store_->versions().empty() || !versions.empty()) {
    out.index = index_to_screen({{}, day}, terminal_, language_);
    for (const ListVersion* version : versions) {
      // A table is somebody's own: whether it is the whole of an authority's list nobody can tell.
      if (version->format != "licit-table")
        out.whole.push_back({version->code, version->name, version->as_of});
    }
  }
  out.resolutions = resolutions_;
  known = std::make_shared<const AskedLists>(std::move(out));
  return known;
}

}  // namespace licit::cli
