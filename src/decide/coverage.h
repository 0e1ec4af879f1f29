// What of the law a pack models: every version of every provision, how far it is modelled, how its text
// was read and which tests touch it. docs/coverage.md is made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "decide/touched.h"

namespace licit {

// Pointer: the provision is known and named, and nothing is decided by it (an exception whose conditions
// are not written here, a rule that answers not-covered).
enum class Modelled : std::uint8_t { Whole, Partial, Pointer };
std::string_view word_of(Modelled modelled);  // "modelled", "partial", "pointer"

struct CoverageRow {
  std::string kind;  // "rule", "exception", "exclusion", "bar", "policy", "flag"...
  std::string id;
  std::string cite;
  Bilingual says;
  Modelled modelled = Modelled::Whole;
  Bilingual left_out;  // of a partial one: what; of a pointer: what was searched for
  std::optional<Date> from, until;
  law::Verified verified = law::Verified::Unverified;
  std::string verified_note;
  std::string source_citation;
  std::size_t tests = 0;  // lines of tests that touch it
};

struct Coverage {
  std::vector<CoverageRow> rows;  // in the order of their citations, then of their days
  std::size_t whole = 0, partial = 0, pointers = 0;
  std::size_t untouched = 0;  // modelled, wholly or in part, and touched by no test
};

// Fails with the errors of prepare_tests().
Result<Coverage> coverage_of(const LawView& law, const Catalogue& catalogue);

// "15 CFR 740.8(a)" before "15 CFR 740.28": figures in a citation count as numbers.
bool cited_before(std::string_view a, std::string_view b);

}  // namespace licit
