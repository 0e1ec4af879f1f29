// The checker's shared state; for check*.cpp only.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/check.h"
#include "language/report.h"

namespace licit::law {

// All versions of one id, in the order of the text.
template <typename T>
using Versions = std::map<std::string, std::vector<T*>, std::less<>>;

class Checker {
 public:
  Checker(Pack& pack, const CheckOptions& options, Reporter& report);
  void run();

 private:
  // check.cpp: indexes and the order of the checks
  void index();
  bool known_broken(std::string_view id) const { return broken_.contains(id); }

  // check_days.cpp: days written as sources, validity, versions
  void resolve_days();
  void resolve(std::optional<DayRef>& day);
  void resolve(Validity& validity, Span declaration, bool from_needed, std::string_view id);
  bool sources_ok(const Validity& validity) const;
  void check_versions();
  std::string place_text(Span span) const;

  // check_provisions.cpp: cite, source, says; targets; policies; precedence; readings; sources
  void check_sources();
  void check_readings();
  void check_facts();
  void check_sets();
  void check_params();
  void check_provision(const Provenance& p, Span span, std::string_view id, bool says_needed);
  void check_rules();
  void check_defeats();
  void check_bars_and_policies();
  void check_precedence();
  void check_beside();
  void check_events();
  void check_amendments();
  void target(const std::string& rule, Span declaration, std::string_view after,
              bool class_allowed);
  void check_labels(const Expr& e);

  // check_expr.cpp: names, types and units in conditions
  void condition(Expr& e);
  void bare_name(Expr& e);
  void compare(Expr& e);
  void in(Expr& e);
  void is(Expr& e);
  void set_terms(SetExpr& set, FactType wanted);
  void wrong_type(const FactDecl& f, Span span, std::string_view sign);
  void word_of_fact(const FactDecl& f, const std::string& word, Span span, std::string_view after);
  const FactDecl* fact(std::string_view id, Span span);
  bool class_known(const std::string& name, Span span);
  bool reading_alternative(const std::string& reading, const std::string& alternative, Span span);
  void place(const std::string& code, Span span);

  // check_tests.cpp
  void check_tests();
  void given(const Given& g, bool setting);
  void expectation(const Expectation& e);
  void value_fits(const FactDecl& fact, std::string_view value, Span span);

  // check_quirks.cpp
  void check_quirks();
  void check_quirk(Quirk& quirk);
  void check_parties(const Quirk& quirk);

  // check_cycles.cpp
  void check_cycles();
  using Graph = std::map<std::string, std::vector<std::string>, std::less<>>;
  void find_cycle(const Graph& graph, std::string_view code, Msg message,
                  const std::function<Span(const std::string&)>& place_of);

  void class_cycles(const Graph& defines);

  // check_overlap.cpp
  void check_overlaps();

  // check_limits.cpp
  void check_limits();

  // check_unused.cpp: warnings
  void check_unused();

  // Where `word` stands in a declaration as a token of its own, after the keyword `after` if that is
  // not empty; the declaration's first line where it is not found.
  Span locate(Span declaration, std::string_view word, std::string_view after = {}) const;
  void unknown(std::string_view code, Msg message, std::string_view word, Span span,
               const std::vector<std::string>& known);

  template <typename T>
  static std::vector<std::string> ids(const T& map) {
    std::vector<std::string> out;
    out.reserve(map.size());
    for (const auto& entry : map) out.push_back(entry.first);
    return out;
  }

  Pack& pack_;
  Reporter& report_;
  std::set<std::string, std::less<>> broken_;
  std::map<std::string, Source*, std::less<>> sources_;
  std::map<std::string, FactDecl*, std::less<>> facts_;
  Versions<Reading> readings_;
  Versions<Param> params_;
  Versions<SetDecl> sets_;
  Versions<Define> defines_;
  Versions<Rule> rules_;
  Versions<Defeat> defeats_;
  Versions<Bar> bars_;
  Versions<Policy> policies_;
  Versions<Flag> flags_;
  Versions<Aside> asides_;
  Versions<Pointer> pointers_;
  std::map<std::string, Event*, std::less<>> events_;
  std::set<std::string, std::less<>> classes_;  // that some rule gives
  std::set<std::string, std::less<>> symbols_;  // of exceptions
  std::set<std::string, std::less<>> steps_;
};

// The type as the language writes it: "yes-no", "one of".
std::string_view type_word(FactType type);

}  // namespace licit::law
