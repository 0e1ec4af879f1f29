// The law that travels with the program, the example files, and written tables by their first cell.
#pragma once

#include <map>

#include "book/toy_law.h"

namespace licit::test {

inline const law::Pack& ear() {
  static const auto pack = law::load_embedded_pack("law/us/ear");
  static const law::Pack none;
  if (pack.ok()) return pack.value();
  for (const Diagnostic& d : pack.errors()) ADD_FAILURE() << d.render(Language::En);
  return none;
}

inline std::string example(const std::string& name) {
  return std::string(LICIT_SOURCE_DIR) + "/examples/" + name;
}

// Rows of a table by their first cell.
using Row = std::map<std::string, std::string>;
inline std::map<std::string, Row> by_line(const std::string& path) {
  const std::string text = contents(path);
  Result<TextFile> file = TextFile::over(text, path);
  EXPECT_TRUE(file.ok());
  TableReader reader(file.value());
  EXPECT_FALSE(reader.read_header([](std::string_view) { return true; }));
  std::map<std::string, Row> out;
  for (auto step = reader.next(); step != TableReader::Step::End; step = reader.next()) {
    if (step == TableReader::Step::Bad) continue;
    Row row;
    for (std::size_t i = 0; i < reader.cells().size(); ++i)
      row[reader.header()[i]] = std::string(reader.cells()[i]);
    out[std::string(reader.cells()[0])] = row;
  }
  return out;
}

}  // namespace licit::test
