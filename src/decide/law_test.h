// Runs the tests that are written in the law language. A test's facts are read exactly as those of a
// command line, defaults and all, so that a test that passes says what `licit check` says.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "decide/evaluate.h"
#include "decide/fact_types.h"
#include "facts/catalogue.h"
#include "facts/transaction.h"

namespace licit {

struct TestOptions {
  std::string only;  // titles that contain this; empty: all
};

// One `on` line of a test, ready to be asked again and again. Points into the pack it came from.
struct PreparedLine {
  const law::Test* test = nullptr;
  const law::TestLine* line = nullptr;
  Query query;
  Detail detail;  // only what the expectations look at
};

// What was expected and did not come. In words of the law language, never translated.
struct FailedExpectation {
  std::string expected;
  std::string came;
  law::Span span;
};

struct LineResult {
  const law::Test* test = nullptr;
  const law::TestLine* line = nullptr;
  std::vector<FailedExpectation> failures;  // empty: passed
};

struct TestReport {
  std::vector<LineResult> lines;  // in the order of the pack
  std::size_t passed = 0;         // lines
  std::size_t failed = 0;
};

// Fails with the diagnostics of facts_of(), placed at the value, and with C030 for a setting that
// means nothing. The test and the line must outlive what comes back; they need not stand in the pack.
Result<PreparedLine> prepare_line(const LawView& law, const Catalogue& catalogue,
                                  const FactTypes& types, const law::Test& test,
                                  const law::TestLine& line);
// The same for every line of the pack's tests.
Result<std::vector<PreparedLine>> prepare_tests(const LawView& law, const Catalogue& catalogue,
                                                const TestOptions& options = {});

// Empty where every expectation came. `first_only`: at most one.
std::vector<FailedExpectation> run_line(const LawView& law, const PreparedLine& line,
                                        bool first_only = false);

// The errors of prepare_tests().
Result<TestReport> run_tests(const LawView& law, const Catalogue& catalogue,
                             const TestOptions& options = {});

// One expectation against an answer (and the law, for the members of a set).
struct ExpectationOutcome {
  bool met = false;
  std::string came;
};
ExpectationOutcome check_expectation(const LawView& law, const Query& query,
                                     const law::Expectation& expectation, const Answer& answer);

// A span as a place for messages: file, line, column.
Place place_of(const law::Pack& pack, law::Span span);

}  // namespace licit
