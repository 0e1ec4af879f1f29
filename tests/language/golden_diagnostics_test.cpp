// Every bad case in bad/ says what its golden text says, in both languages. After a deliberate change of
// words, LICIT_UPDATE_GOLDEN=1 writes the texts anew; read them before they are committed.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>

#include "language/limits.h"
#include "language/load.h"
#include "support_law.h"

namespace licit::law::testing {
namespace {

namespace fs = std::filesystem;

std::string name_of(const fs::path& path) { return path.filename().string(); }

// Cases too large, or too little of a text, to be kept as files: code-slug to findings.
std::map<std::string, std::function<std::vector<Diagnostic>()>> made_cases() {
  const auto part = [](std::string name, std::string body) {
    return [name = std::move(name), body = std::move(body)] {
      return findings(name + ".law", "part of example\n" + body);
    };
  };
  std::map<std::string, std::function<std::vector<Diagnostic>()>> cases;
  cases["L004-binary"] = part("L004-binary", std::string("\x7F") + "ELF" + std::string(4, '\0'));
  cases["L007-file-too-large"] = part("L007-file-too-large", std::string(limits::file_bytes, ' '));
  cases["L008-pack-too-large"] = [] {
    PackSource source;
    for (int i = 0; i < 9; ++i)
      source.files.push_back(
          {"L008-" + std::to_string(i) + ".law", std::string(limits::file_bytes, ' ')});
    return read_pack(std::move(source)).diagnostics;
  };
  cases["L010-too-many-declarations"] = [part] {
    std::string body;
    for (std::size_t i = 0; i <= limits::declarations; ++i)
      body += "set s" + std::to_string(i) + " : place\n";
    std::vector<Diagnostic> found = part("L010-too-many-declarations", body)();
    std::erase_if(found, [](const Diagnostic& d) { return d.code != "L010"; });
    return found;
  };
  cases["L011-list-too-long"] = [part] {
    std::string body =
        "rule r\n  cite \"x\"\n  source RULE-1\n  from RULE-1\n  says en \"x\" fr \"x\"\n"
        "  then prohibited\n  when item.chip in { x0";
    for (std::size_t i = 1; i <= limits::list; ++i)
      body += (i % 500 == 0 ? ",\n" : ", ") + std::string("x");
    return part("L011-list-too-long", body + " }\n")();
  };
  cases["L161-too-many-limits"] = [part] {
    std::string body =
        "fact item.height : number mm2 says en \"h\" fr \"h\" asks en \"h?\" fr \"h ?\"\n"
        "rule r\n  cite \"x\"\n  source RULE-1\n  from RULE-1\n  says en \"x\" fr \"x\"\n"
        "  then prohibited\n  when item.height >= 0 mm2";
    for (std::size_t i = 1; i < limits::classes; ++i)
      body += "\n    or item.height >= " + std::to_string(i) + " mm2";
    std::vector<Diagnostic> found = part("L161-too-many-limits", body + "\n")();
    std::erase_if(found, [](const Diagnostic& d) { return d.code != "L161"; });
    return found;
  };
  cases["L012-string-too-long"] = [part] {
    return part("L012-string-too-long", "test \"a\"\n  cite\n\"" +
                                            std::string(limits::string_bytes, 'x') +
                                            "\"\n  on 2024-01-01 expect license\n")();
  };
  cases["L030-cannot-read"] = [] { return gather("no/such/folder").errors(); };
  cases["L035-no-files"] = [] { return read_pack({}).diagnostics; };
  return cases;
}

std::map<std::string, std::vector<Diagnostic>> run_all_cases() {
  std::map<std::string, std::vector<Diagnostic>> out;
  for (const auto& [name, make] : made_cases()) out[name] = make();
  for (const fs::directory_entry& entry : fs::directory_iterator(path_of("bad"))) {
    const std::string name = entry.path().stem().string();
    if (entry.is_directory()) {
      PackSource source;
      for (const fs::directory_entry& file : fs::directory_iterator(entry.path()))
        source.files.push_back(
            {name + "/" + name_of(file.path()), read_text(file.path().string())});
      std::sort(source.files.begin(), source.files.end(),
                [](const File& a, const File& b) { return a.path < b.path; });
      out[name] = read_pack(std::move(source)).diagnostics;
    } else if (entry.path().extension() == ".law") {
      out[name] = findings(name_of(entry.path()), read_text(entry.path().string()));
    }
  }
  return out;
}

const std::map<std::string, std::vector<Diagnostic>>& all_cases() {
  static const std::map<std::string, std::vector<Diagnostic>> cases = run_all_cases();
  return cases;
}

TEST(GoldenDiagnostics, EveryBadCaseSaysWhatItsGoldenTextSays) {
  const bool update = std::getenv("LICIT_UPDATE_GOLDEN") != nullptr;
  for (const auto& [name, found] : all_cases()) {
    SCOPED_TRACE(name);
    for (const auto& [language, ending] :
         {std::pair{Language::En, ".txt"}, std::pair{Language::Fr, ".fr.txt"}}) {
      const std::string path = path_of("bad/" + name + ending);
      const std::string shown = rendered(found, language);
      if (update) std::ofstream(path, std::ios::binary) << shown;
      ASSERT_TRUE(fs::exists(path));
      EXPECT_EQ(shown, read_text(path));
    }
  }
}

TEST(GoldenDiagnostics, EachCaseIsAboutItsOwnCode) {
  for (const auto& [name, found] : all_cases()) {
    const std::vector<std::string> seen = codes(found);
    EXPECT_NE(std::find(seen.begin(), seen.end(), name.substr(0, 4)), seen.end()) << name;
  }
}

TEST(GoldenDiagnostics, NoGoldenTextIsLeftOver) {
  const auto& cases = all_cases();
  for (const fs::directory_entry& entry : fs::directory_iterator(path_of("bad"))) {
    if (entry.path().extension() != ".txt") continue;
    std::string name = entry.path().stem().string();
    if (name.ends_with(".fr")) name.resize(name.size() - 3);
    EXPECT_TRUE(cases.contains(name)) << name_of(entry.path());
  }
}

// The codes in the source of the language: "L" and three digits in quotes.
std::set<std::string> codes_in_source() {
  std::set<std::string> out;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(std::string(LICIT_SOURCE_DIR) + "/src/language")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = read_text(entry.path().string());
    for (std::size_t i = text.find("\"L"); i != std::string::npos; i = text.find("\"L", i + 1)) {
      if (i + 5 < text.size() && text[i + 5] == '"' && std::isdigit(text[i + 2]) != 0 &&
          std::isdigit(text[i + 3]) != 0 && std::isdigit(text[i + 4]) != 0)
        out.insert(text.substr(i + 1, 4));
    }
  }
  return out;
}

TEST(GoldenDiagnostics, EveryCodeHasABadCaseAndASectionInTheDocs) {
  const std::string docs = read_text(std::string(LICIT_SOURCE_DIR) + "/docs/diagnostics.md");
  const auto& cases = all_cases();
  const std::set<std::string> known = codes_in_source();
  EXPECT_GT(known.size(), 60U);
  for (const std::string& code : known) {
    EXPECT_NE(docs.find("\n### " + code + " "), std::string::npos) << code << " has no section";
    EXPECT_TRUE(std::any_of(cases.begin(), cases.end(),
                            [&](const auto& c) { return c.first.starts_with(code + "-"); }))
        << code << " has no bad case";
  }
}

TEST(GoldenDiagnostics, ExamplesInTheDocsAreGoldenTexts) {
  const std::string docs = read_text(std::string(LICIT_SOURCE_DIR) + "/docs/diagnostics.md");
  std::set<std::string> golden;
  for (const auto& [name, found] : all_cases()) golden.insert(rendered(found, Language::En));
  static const std::string open = "\n```text\n";
  int examples = 0;
  for (std::size_t i = docs.find(open); i != std::string::npos; i = docs.find(open, i + 1)) {
    const std::size_t begin = i + open.size();
    const std::size_t end = docs.find("```", begin);
    EXPECT_TRUE(golden.contains(docs.substr(begin, end - begin))) << docs.substr(begin, 80);
    ++examples;
  }
  EXPECT_GT(examples, 60);
}

// What a stranger needs: where, and what was meant.
TEST(GoldenDiagnostics, EveryFindingInATextNamesFileLineAndColumn) {
  for (const auto& [name, found] : all_cases()) {
    SCOPED_TRACE(name);
    for (const Diagnostic& d : found) {
      if (d.place.line == 0) {
        // Findings on a whole file or on nothing readable have no line.
        static const std::set<std::string> whole = {"L004", "L007", "L008", "L013", "L030", "L035"};
        EXPECT_TRUE(whole.contains(d.code)) << d.code;
        continue;
      }
      EXPECT_FALSE(d.place.file.empty());
      EXPECT_GT(d.place.column, 0U);
      EXPECT_FALSE(d.source_line.empty());
    }
  }
}

}  // namespace
}  // namespace licit::law::testing
