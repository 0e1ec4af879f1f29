// The small lists of tests/data/lists, and the snapshots that stand beside the repository where they do.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "parties/lists/durable_file.h"
#include "parties/lists/reading.h"

namespace licit {

inline std::string list_file(const std::string& name) {
  return read_whole(std::string(LICIT_SOURCE_DIR) + "/tests/data/lists/" + name).value_or("");
}

// Empty where there is no such snapshot: the test is then skipped.
inline std::string snapshot(const std::string& name) {
  return read_whole(std::string(LICIT_SOURCE_DIR) + "/../shared/data/" + name).value_or("");
}

inline ReadLists read_well(const std::string& name) {
  const std::string bytes = list_file(name);
  auto read = read_list(bytes, name);
  if (read.ok()) return std::move(read).value();
  ADD_FAILURE() << name << ": " << read.errors().front().render(Language::En);
  return {};
}

inline const PartyList& list_of(const ReadLists& read, ListCode code) {
  static const PartyList none;
  for (const PartyList& list : read.lists)
    if (list.code == code) return list;
  ADD_FAILURE() << "no list " << list_code_name(code);
  return none;
}

inline std::string code_of_failure(const std::string& bytes) {
  const auto read = read_list(bytes, "f");
  return read.ok() ? "read" : read.errors().front().code;
}

}  // namespace licit
