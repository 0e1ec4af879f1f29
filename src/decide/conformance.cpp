#include "decide/conformance.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/text.h"

namespace licit {
namespace {

std::string stem_of(const law::Pack& pack, law::Span span) {
  if (span.file >= pack.files.size()) return "tests";
  std::string_view path = pack.files[span.file].path;
  const std::size_t slash = path.find_last_of('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  if (path.ends_with(".law")) path.remove_suffix(4);
  return std::string(path);
}

// `no-step` asks that nothing comes under `step`, `not-by` that nothing comes under `by`.
std::string denied(const std::string& what) {
  if (what == "not-by") return "by";
  return what.starts_with("no-") ? what.substr(3) : std::string();
}

void write_given(JsonWriter& json, const std::vector<law::Given>& list, bool settings) {
  for (const law::Given& one : list) {
    const bool setting = one.name == "known" || one.name == "knower" || one.name == "posture" ||
                         one.name == "strict" || one.name.starts_with("reading.");
    if (setting != settings) continue;
    if (one.name == "strict") {
      json.field("strict", true);
      continue;
    }
    std::string_view value = one.value;
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    json.field(one.name, value);
  }
}

void write_case(JsonWriter& json, const ConformanceCase& one, const PreparedLine& prepared) {
  json.begin_object();
  json.field("id", one.id);
  json.field("test", one.test->title);
  json.field("cite", one.test->cite);
  json.field("on", one.line->on);
  json.begin_object("given");
  // What a line states itself stands in the place of what the test states.
  std::vector<law::Given> given;
  for (const law::Given& fact : one.test->given) {
    const bool stated = std::any_of(one.line->settings.begin(), one.line->settings.end(),
                                    [&](const law::Given& own) { return own.name == fact.name; });
    if (!stated) given.push_back(fact);
  }
  write_given(json, given, false);
  write_given(json, one.line->settings, false);
  json.end_object();
  json.begin_object("read");
  write_given(json, given, true);
  write_given(json, one.line->settings, true);
  json.end_object();
  std::vector<std::string> chips;
  for (const std::string& chip : prepared.query.candidate_ids) {
    if (!chip.empty()) chips.push_back(chip);
  }
  json.field("chips", chips);
  json.begin_object("expect");
  for (const auto& [what, words] : one.expected) {
    if (what == "verdict" || what == "class" || what == "review") {
      json.field(what, words.front());
    } else {
      json.field(what, words);
    }
  }
  json.end_object();
  json.end_object();
}

std::string chips_json(const Catalogue& catalogue, const std::set<std::string>& used) {
  JsonWriter json(JsonStyle::Pretty);
  json.begin_object();
  for (const Chip& chip : catalogue.chips()) {
    if (!used.contains(chip.id)) continue;
    json.begin_object(chip.id);
    json.field("name", chip.name);
    json.field("vendor", chip.vendor);
    json.field("aliases", chip.aliases);
    for (const auto& [column, value] : chip.values) json.field(column, value.text);
    json.end_object();
  }
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

Expected expected_of(const law::TestLine& line) {
  Expected expected;
  for (const law::Expectation& expectation : line.expects) {
    const auto same = std::find_if(expected.begin(), expected.end(), [&](const auto& other) {
      return other.first == expectation.what;
    });
    const std::string words = joined(expectation.words, " ");
    if (same == expected.end()) {
      expected.push_back({expectation.what, {words}});
    } else {
      same->second.push_back(words);
    }
  }
  return expected;
}

std::vector<ConformanceCase> conformance_cases(const law::Pack& pack) {
  std::vector<ConformanceCase> cases;
  std::map<std::string, int> taken;
  for (const law::Test& test : pack.tests) {
    const std::string stem = stem_of(pack, test.span);
    for (const law::TestLine& line : test.lines) {
      ConformanceCase one;
      one.id = stem + "/" + test.title + "/" + line.on.iso();
      const int times = ++taken[one.id];
      if (times > 1) one.id += "#" + std::to_string(times);
      one.file = stem + ".json";
      one.test = &test;
      one.line = &line;
      one.expected = expected_of(line);
      cases.push_back(std::move(one));
    }
  }
  return cases;
}

CaseVerdict judge_case(const ConformanceCase& one,
                       const std::map<std::string, std::vector<std::string>>& answered) {
  CaseVerdict verdict;
  const auto fail = [&](std::string what, const std::string& word, std::string came) {
    what += " ";
    what += word;
    verdict.failures.push_back({std::move(what), std::move(came), one.line->span});
  };
  for (const auto& [what, words] : one.expected) {
    const std::string opposite = denied(what);
    const auto answer = answered.find(opposite.empty() ? what : opposite);
    if (answer == answered.end()) {
      if (what == "verdict") {
        fail(what, words.front(), "");
      } else {
        ++verdict.unanswered;
      }
      continue;
    }
    for (const std::string& word : words) {
      const bool there =
          std::find(answer->second.begin(), answer->second.end(), word) != answer->second.end();
      if (there != opposite.empty()) fail(what, word, joined(answer->second, "; "));
    }
  }
  return verdict;
}

Result<std::vector<ConformanceFile>> conformance_files(const LawView& law,
                                                       const Catalogue& catalogue) {
  const auto prepared = prepare_tests(law, catalogue);
  if (!prepared.ok()) return prepared.errors();
  const std::vector<ConformanceCase> cases = conformance_cases(law.pack);
  // Files of tests may share a name (an overlay's and the pack's): one file takes the cases of all.
  std::vector<std::string> names;
  for (const ConformanceCase& one : cases) {
    if (std::find(names.begin(), names.end(), one.file) == names.end()) names.push_back(one.file);
  }
  std::vector<ConformanceFile> files;
  std::set<std::string> chips;
  for (const std::string& name : names) {
    JsonWriter json(JsonStyle::Pretty);
    json.begin_object();
    json.field("pack", law.pack.header.id);
    json.field("verified-through", law.pack.header.verified_through);
    json.begin_array("cases");
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (cases[i].file != name) continue;
      write_case(json, cases[i], prepared.value()[i]);
      for (const std::string& chip : prepared.value()[i].query.candidate_ids) chips.insert(chip);
    }
    json.end_array();
    json.end_object();
    files.push_back({name, json.take() + "\n"});
  }
  files.push_back({"chips.json", chips_json(catalogue, chips)});
  return files;
}

}  // namespace licit
