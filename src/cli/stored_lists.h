// The lists that were imported, as they stood on the days asked for: opened when somebody is first
// looked up, and once for all days on which they are the same.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "book/names_on_lists.h"
#include "cli/terminal.h"
#include "parties/lists/store.h"

namespace licit::cli {

class StoredLists {
 public:
  // The terminal must outlive it. What is wrong with the store is said there, once.
  StoredLists(const Terminal& terminal, Language language)
      : terminal_(terminal), language_(language) {}

  std::shared_ptr<const AskedLists> on(Date day);

 private:
  void open();

  const Terminal& terminal_;
  Language language_;
  bool is_open_ = false;
  std::optional<ListStore> store_;
  std::optional<Resolutions> resolutions_;
  // By the versions in force; where there is no store, by nothing.
  std::map<std::string, std::shared_ptr<const AskedLists>> by_versions_;
};

}  // namespace licit::cli
