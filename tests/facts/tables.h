// The shipped tables, read once for all tests; a table that does not read fails every test that asks.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "facts/shipped.h"

namespace licit::test {

inline std::string explain(const std::vector<Diagnostic>& errors) {
  std::string out;
  for (const Diagnostic& error : errors) out += error.render(Language::En) + "\n";
  return out;
}

inline const Places& places() {
  static const Result<Places> table = shipped_places();
  static const Places none;
  if (table.ok()) return table.value();
  ADD_FAILURE() << explain(table.errors());
  return none;
}

inline const Catalogue& catalogue() {
  static const Result<Catalogue> table = shipped_catalogue();
  static const Catalogue none;
  if (table.ok()) return table.value();
  ADD_FAILURE() << explain(table.errors());
  return none;
}

// The n of "n" or "n.m"; a text that is no number fails the test.
inline Number number(const std::string& text) {
  const auto parsed = Number::parse(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Number(-1));
}

}  // namespace licit::test
