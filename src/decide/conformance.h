// The tests of a pack as plain JSON, so that another implementation of the same law can be judged by
// them: every line of every test with what is given, how the law is to be read and what must come, and
// the facts of the chips that the tests name. conformance/README.md describes the files.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "decide/law_test.h"

namespace licit {

struct ConformanceFile {
  std::string name;  // "tests-rows.json", after the law file that the tests stand in; "chips.json"
  std::string json;
};

// One file for each file of tests, in the order of the pack, then the chips. Fails with the errors of
// prepare_tests().
Result<std::vector<ConformanceFile>> conformance_files(const LawView& law,
                                                       const Catalogue& catalogue);

// What a case expects, by what it is about: "verdict" -> {"license"}, "by" -> {"744.11.a"}.
using Expected = std::vector<std::pair<std::string, std::vector<std::string>>>;
Expected expected_of(const law::TestLine& line);

struct ConformanceCase {
  std::string
      id;  // "tests-rows/an H100 to China/2023-11-17"; "#2" behind it where a day comes again
  std::string file;  // "tests-rows.json"
  const law::Test* test = nullptr;
  const law::TestLine* line = nullptr;
  Expected expected;
};
// Every line of every test, in the order of the pack. Points into the pack.
std::vector<ConformanceCase> conformance_cases(const law::Pack& pack);

// What another implementation answers to a case, by the same words. What is expected and not answered
// comes back as such; an answer without a verdict where one is expected fails.
struct CaseVerdict {
  std::vector<FailedExpectation> failures;
  std::size_t unanswered = 0;  // expectations, other than the verdict, of which nothing was said
};
CaseVerdict judge_case(const ConformanceCase& one,
                       const std::map<std::string, std::vector<std::string>>& answered);

}  // namespace licit
