// Judges the tests of a pack: changes the law in one place at a time and looks whether a test
// notices. A change that none notices is either a test that is missing or a change that makes no
// difference, and then somebody says so in the list of accepted ones.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "decide/law_test.h"

namespace licit {

// One declaration of a pack, of any kind that is changed.
using Declaration = std::variant<law::Source, law::Reading, law::FactDecl, law::Param, law::SetDecl,
                                 law::Define, law::Rule, law::Defeat, law::Bar, law::Policy,
                                 law::Precedence, law::Flag, law::Aside, law::Pointer>;

struct Mutant {
  std::string id;           // stable while the provision is: "3A090.a@2023-11-17 when.1 >= to >"
  std::string declaration;  // "3A090.a"
  law::Span span;           // what is changed
  std::string before, after;
  std::size_t index = 0;  // of the declaration among the pack's of its kind
  Declaration changed;
};

// Every mutant of a pack that passed the checker, in the order of its declarations. Events and tests
// are not changed: they decide nothing.
std::vector<Mutant> mutants_of(const law::Pack& pack);

// Puts the changed declaration into the pack and the pack's into the mutant; again to undo.
void exchange(law::Pack& pack, Mutant& mutant);

struct MutationOptions {
  std::string only;  // a regular expression over ids; empty: all
  unsigned threads = 2;
  unsigned every = 1;                           // of those, every so many: a sample
  std::map<std::string, std::string> accepted;  // mutant id -> reason
  // Called now and then, from one thread at a time.
  std::function<void(std::size_t done, std::size_t total, std::size_t survived)> progress;
  const std::atomic<bool>* stop = nullptr;  // set: judge no more
};

struct MutantOutcome {
  std::string id;
  std::string file;
  std::uint32_t line = 0;
  std::string before, after;
  std::string killed_by;         // title of the first test that noticed; empty: it survived
  std::string accepted_because;  // a survivor that is explained
};

struct MutationReport {
  std::vector<MutantOutcome> mutants;
  std::size_t killed = 0, accepted = 0, survived = 0;
  std::vector<std::string> stale;  // accepted ids that no longer name a survivor
  bool stopped = false;            // only those judged until then are among the mutants
  // At least 95 percent killed, every survivor explained, nothing stale.
  bool passed() const;
};

// Fails with C031 where a test fails before anything is changed, C033 where `only` is not a regular
// expression, and with the errors of prepare_tests().
Result<MutationReport> run_mutants(const LawView& law, const Catalogue& catalogue,
                                   const MutationOptions& options);

// Lines of `<mutant id>  <reason>` (two spaces between), blank lines and lines that start with `#`
// left out. Fails with C032 on a line without a reason or an id named twice.
Result<std::map<std::string, std::string>> parse_accepted(std::string_view text,
                                                          const std::string& file);

}  // namespace licit
