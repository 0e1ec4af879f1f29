// Small things the tests of order books share: readers over text, a folder for files, all rows at once.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "base/text.h"
#include "book/order_rows.h"
#include "book/summary.h"
#include "facts/vocabulary.h"

namespace licit::test {

// A folder of its own, removed at the end.
class Folder {
 public:
  Folder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("licit-book-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string at(const std::string& name) const { return (path_ / name).string(); }
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
      out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::filesystem::path path_;
};

inline std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const ColumnNames& names() {
  static const ColumnNames all = [] {
    std::vector<std::string> ids;
    for (const auto& [id, spec] : built_in_fact_types()) ids.push_back(id);
    return ColumnNames(ids);
  }();
  return all;
}

// Everything a file says, one text a row: "2: item=h20 to=CN", or "4: !B010 4:9".
struct AllRows {
  std::vector<std::string> rows;
  std::vector<Diagnostic> problems;  // of bad rows
  std::vector<Diagnostic> notes;
  std::vector<Diagnostic> refused;  // why the file was not read at all
};

inline AllRows read_all(std::string_view bytes, const std::string& name = "orders.csv",
                        const TableLimits& limits = {},
                        const std::vector<std::string>& given = {}) {
  AllRows out;
  Result<TextFile> file = TextFile::over(bytes, name);
  if (!file) {
    out.refused = file.errors();
    return out;
  }
  auto rows = open_orders(file.value(), names(), given, limits);
  if (!rows) {
    out.refused = rows.errors();
    return out;
  }
  OrderRow row;
  for (auto step = rows.value()->next(row); step != OrderRows::Step::End;
       step = rows.value()->next(row)) {
    std::string text = std::to_string(row.file_line) + ":";
    if (step == OrderRows::Step::Bad) {
      const Diagnostic& d = rows.value()->problem();
      text +=
          " !" + d.code + " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column);
      out.problems.push_back(d);
    } else {
      for (const OrderCell& cell : row.cells) text += " " + cell.field + "=" + cell.text;
    }
    out.rows.push_back(std::move(text));
    if (out.rows.size() > 100'000) break;
  }
  out.notes = rows.value()->notes();
  return out;
}

using Words = std::vector<std::string>;

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline std::vector<std::string> codes(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& d : diagnostics) out.push_back(d.code);
  return out;
}

}  // namespace licit::test
