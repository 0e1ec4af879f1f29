// Conditions and provisions of one day as diagrams. Used while a CompiledLaw is built.
#pragma once

#include <map>
#include <set>
#include <string_view>

#include "decide/compiled_law.h"
#include "decide/memberships.h"

namespace licit {

class MomentCompiler {
 public:
  // All must outlive it.
  MomentCompiler(Diagrams& diagrams, const Axes& axes, const LawAt& law, const Places& places);

  Moment compile();
  // A condition of the pack on that day; where a rule holds, after exclusions and overrides.
  Diagram condition(const law::Expr& expr) { return of(expr); }
  Diagram in_force(const law::Rule& rule) { return holds(rule); }
  // One requirement, one paragraph.
  CompiledRequirement required(const law::Rule& rule) { return requirement(rule); }
  Diagram is_met(std::string_view paragraph) { return met(paragraph); }
  // Each exception to a requirement, open after bars and overrides; one that is not encoded as if its own
  // condition held.
  std::map<const law::Defeat*, Diagram> open_to(const law::Rule& rule) {
    return ways_open(rule, Diagram::Yes);
  }

 private:
  // compile_conditions.cpp
  Diagram of(const law::Expr& expr);
  Diagram compare(const law::Expr& expr);
  Diagram is_in(const law::Expr& expr);
  Diagram is_word(const std::string& fact, const std::vector<std::string>& words);
  Diagram member(const std::string& fact, const std::string& word);
  Diagram define(const std::string& name);
  // The classes of a place axis for which this function of a place holds.
  template <typename In>
  Diagram over_places(Variable axis, const std::string& written, In&& in);

  // compile_provisions.cpp
  Diagram holds(const law::Rule& rule);
  Diagram after_exclusions(const law::Rule& rule);
  Diagram holds(const law::Defeat& defeat);
  Diagram own(const law::Defeat& defeat);
  Diagram received(const law::Rule& rule);
  Diagram met(std::string_view paragraph);
  Diagram selected(std::string_view paragraph);
  std::map<const law::Defeat*, Diagram> ways_open(const law::Rule& rule, Diagram not_encoded);
  Diagram open_exceptions(const law::Rule& rule);
  Diagram spoken_against(const law::Rule& rule);
  CompiledRequirement requirement(const law::Rule& rule);
  Diagram review(const law::Rule& rule);
  Diagram review(const law::Policy& policy);

  Diagrams& diagrams_;
  const Axes& axes_;
  const LawAt& law_;
  Memberships sets_;
  std::vector<std::string_view> precedence_;
  std::map<const law::Rule*, Diagram> rules_;
  std::map<const law::Defeat*, Diagram> defeats_;
  std::map<const law::Defeat*, Diagram> defeat_conditions_;
  std::map<const law::Bar*, Diagram> bars_;
  std::map<const law::Policy*, Diagram> policies_;
  std::map<std::string_view, Diagram> defines_, met_, selected_;
  // By a set as written: the answer for each class of places; and the whole test, by axis too.
  std::map<std::string, std::vector<Diagram>> by_place_class_;
  std::map<std::pair<Variable, std::string>, Diagram> place_tests_;
  std::set<const void*> busy_;
};

}  // namespace licit
